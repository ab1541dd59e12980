"""The badge above the list: how many items have come since the person started."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from reviewer_app.ui.actions import action
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import label


class Arrived(QFrame):
    """The badge behind which new items wait."""

    def __init__(self, show_new: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.words = label("")
        self.link = Link("")
        self.refresh_keys()
        self.link.clicked.connect(show_new)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 6, 3)
        row.addWidget(self.words, 1)
        row.addWidget(self.link)
        self.hide()

    def refresh_keys(self) -> None:
        """Shows the key now in force."""
        words, keys = tr("Show"), action("queue.show_new").keycap
        self.link.say(f"{words}  {keys}".rstrip())

    def say(self, arrived: int) -> None:
        """Says how many are new; the badge is not there for none."""
        self.words.setText(tr("%Ln new since you started", "items", arrived))
        self.setVisible(arrived > 0)
