"""A card: a frame with a title row and a body, the only place where agent content may stand."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.widgets.labels import label


class Card(QFrame):
    """A titled frame. What is added goes into its body, below the title row."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = label(title, "heading")
        self.head = QHBoxLayout()
        self.head.setSpacing(6)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 11, 16, 12)
        self.body.setSpacing(6)
        self.body.addLayout(self.head)

    def rename(self, title: str) -> None:
        """Gives the card another title."""
        self.title.setText(title)
        self.setAccessibleName(title)


def hairline(parent: QWidget | None = None) -> QFrame:
    """A line of one pixel between two things."""
    made = QFrame(parent)
    made.setProperty("role", "hairline")
    made.setFixedHeight(1)
    return made
