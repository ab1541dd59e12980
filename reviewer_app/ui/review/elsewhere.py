"""The line that says that an item changed under one's hands, or is not here whole."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import label


class Elsewhere(QFrame):
    """Says what became of the item, and offers to look again where that may help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self.words = label("")
        self.words.setWordWrap(True)
        self.link = Link(tr("Look again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.link)
        self.hide()

    def say(self, text: str, *, can_look: bool = True) -> None:
        """Shows what changed."""
        self.words.setText(text)
        self.link.setVisible(can_look)
        self.show()
