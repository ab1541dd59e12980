"""The strip that says how many items are picked, and what can be done with them."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from reviewer_app.domain.queue import Figure
from reviewer_app.ui.actions import action
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.wording import figure


class PickedBar(QFrame):
    """Not there while nothing is picked."""

    def __init__(self, clear: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.count = label("", "strong")
        self.words = ElidedLabel("caption")
        self.link = Link("")
        self.link.clicked.connect(clear)
        self.refresh_keys()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 6, 3)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addWidget(self.words, 1)
        row.addWidget(self.link)
        self.hide()

    def refresh_keys(self) -> None:
        """Shows the key now in force."""
        words, keys = tr("Clear"), action("view.back").keycap
        self.link.say(f"{words}  {keys}".rstrip())

    def say(self, picked: Figure) -> None:
        """Says how many are picked."""
        self.count.setText(tr("{count} selected", count=figure_words(picked)))
        self.setVisible(picked.count > 0)

    def say_what(self, words: str) -> None:
        """Says what can be done with what is picked."""
        self.words.show_text(words)


def figure_words(count: Figure) -> str:
    """A count as it is shown: with a plus where there may be more."""
    return f"{figure(count.count)}+" if count.is_least else figure(count.count)
