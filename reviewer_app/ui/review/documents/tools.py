"""The controls of a document in a row: page and size, how much it is, saving it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.review.documents.zoom import ZoomBar
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import label

GAP = 6


class DocumentTools(QWidget):
    """Gives way where it is narrow: first the weight goes, then the link that fits the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = ZoomBar()
        self.weight = label("", "caption")
        self.save = Link(tr("Save as…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.zoom)
        row.addStretch(1)
        row.addWidget(self.weight)
        row.addWidget(self.save)

    def say_weight(self, words: str) -> None:
        """Says how many bytes the document has."""
        self.weight.setText(words)

    def whole_width(self) -> int:
        """The width that all of it takes."""
        self._show_all()
        return self._wanted()

    def fit_into(self, width: int) -> None:
        """Leaves out what is least needed where there is no room for all of it."""
        self._show_all()
        for part in (self.weight, self.zoom.fit):
            if self._wanted() > width:
                part.hide()

    def _show_all(self) -> None:
        self.weight.show()
        self.zoom.fit.show()

    def _wanted(self) -> int:
        self.zoom.updateGeometry()
        return self.sizeHint().width()
