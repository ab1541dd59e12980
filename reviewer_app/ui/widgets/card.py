"""A card: a frame with a title row and a body, the only place where agent content may stand."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.ui.theme.density import room
from reviewer_app.ui.widgets.labels import ElidedLabel


class Card(QFrame):
    """A titled frame. What is added goes into its body, below the title row.

    With `outdent` the body is wider than the title row by that much at either side: what has an
    edge of its own, as a text with its focus ring, then begins below the title to the pixel.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, outdent: int = 0) -> None:
        super().__init__(parent)
        self._outdent = outdent
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = ElidedLabel("heading")
        self.title.show_line(title)
        self.head = QHBoxLayout()
        self.head.setSpacing(6)
        self.head.setContentsMargins(outdent, 0, outdent, 0)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.addLayout(self.head)
        self._is_low = False
        self._leave_room()

    def set_low(self, *, is_low: bool) -> None:
        """Leaves less air above and below where the window is low: its content needs it."""
        if is_low is not self._is_low:
            self._is_low = is_low
            self._leave_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Takes the density that is in force with the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.layout() is not None:
            self._leave_room()

    def _leave_room(self) -> None:
        side, top, bottom = room(16, 12), room(11, 6), room(12, 7)
        if self._is_low:
            top, bottom = room(8, 5), room(8, 6)
        side -= self._outdent
        self.body.setContentsMargins(side, top, side, bottom)
        self.body.setSpacing(room(4 if self._is_low else 6, 3))

    def chrome(self) -> int:
        """The height of all that is not in the body: title row, margins, frame."""
        margins = self.body.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * self.frameWidth()
        return around + self.head.sizeHint().height() + self.body.spacing()

    def rename(self, title: str) -> None:
        """Gives the card another title."""
        self.title.show_line(title)
        self.setAccessibleName(title)


def hairline(parent: QWidget | None = None) -> QFrame:
    """A line of one pixel between two things."""
    made = QFrame(parent)
    made.setProperty("role", "hairline")
    made.setFixedHeight(1)
    return made
