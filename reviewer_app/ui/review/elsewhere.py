"""The line that says that an item changed under one's hands."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import label


class Elsewhere(QFrame):
    """Says that the item changed under one's hands, and offers to look again."""

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

    def say(self, text: str) -> None:
        """Shows what changed."""
        self.words.setText(text)
        self.show()
