"""One connection whole: how it stands, what can be done, what came in and what went out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.connections.configured import Connected
from reviewer_app.domain.hidden_text import isolated
from reviewer_app.domain.records import Refusal
from reviewer_app.ui.actions import action
from reviewer_app.ui.connections.asking import Question
from reviewer_app.ui.connections.labels_card import LabelsCard, Listed
from reviewer_app.ui.connections.outputs_card import OutputsCard
from reviewer_app.ui.connections.words import DOT, MEANINGS, State, does_words, title_of, told_words
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.widgets.pill import Pill
from reviewer_app.ui.wording import Clock

_BUTTONS = {
    "pull": mark("Pull now"),
    "push": mark("Send labels"),
    "pause": mark("Pause"),
    "change": mark("Change…"),
    "remove": mark("Remove…"),
}
"""What can be done to a connection, by the end of the action's id."""


class Details(QWidget):
    """`done` carries what a button asks for, by the end of the action's id."""

    done = Signal(str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.one: Connected | None = None
        self.card, self.pill = Card(""), Pill()
        self.line, self.trouble = ElidedLabel("muted"), label("", "bad")
        self.trouble.setWordWrap(True)
        self.buttons = {name: Button(tr(words)) for name, words in _BUTTONS.items()}
        self.question = Question(tr("Remove"), tr("Keep it"))
        self.outputs, self.labels = OutputsCard(clock), LabelsCard(clock)
        for name, button in self.buttons.items():
            button.describe(tr(action(f"connections.{name}").says))
            button.clicked.connect(lambda _on=False, name=name: self.done.emit(name))
        for card in (self.outputs, self.labels):
            card.retry_wanted.connect(lambda: self.done.emit("try_again"))
        self.question.back_to = self.buttons["remove"]
        self._lay_out()
        self.refresh_keys()

    def show_connected(self, one: Connected, state: State, trouble: str) -> None:
        """Shows a connection as it is now."""
        if self.one is not None and self.one.name != one.name:
            self.question.take_back()
        self.one = one
        self.card.rename(isolated(one.name))
        self.pill.say(tr(state), MEANINGS[state])
        self.line.show_line(DOT.join([title_of(one.settings.kind), does_words(one.settings)]))
        told = told_words(_missing_words(one) or trouble)
        self.trouble.setText(told)
        self.trouble.setAccessibleName(told)
        self.trouble.setVisible(bool(told))
        self.buttons["pull"].setVisible(one.is_source)
        self.buttons["push"].setVisible(one.takes_labels)
        self._show_pause()
        self.outputs.setVisible(one.is_source)
        self.labels.setVisible(one.takes_labels)
        if one.is_source:
            self.outputs.show_connected(one)
        if one.takes_labels:
            self.labels.show_connected(one)
        self.share_height()

    def share_height(self) -> None:
        """What has a list gets the height; a card without one is as low as its words."""
        cards = (self.outputs, self.labels)
        shares = [int(card.has_list and not card.isHidden()) for card in cards]
        for card, share in zip(cards, shares, strict=True):
            self._column.setStretchFactor(card, share)
        self._column.setStretch(self._column.count() - 1, 0 if any(shares) else 1)

    def show_lists(self, refusals: Sequence[Refusal], found: Sequence[Listed]) -> None:
        """Lists what was refused, and the labels of the chosen tab."""
        self.outputs.show_refusals(refusals)
        self.labels.show_listed(found)

    def begin(self) -> None:
        """Gives the keyboard to the first thing that can be done."""
        button = next(one for one in self.buttons.values() if not one.isHidden())
        button.setFocus()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        for name, button in self.buttons.items():
            button.show_keys(action(f"connections.{name}").keycap)

    def _show_pause(self) -> None:
        is_paused = self.one is not None and self.one.settings.is_paused
        words = tr("Go on") if is_paused else tr("Pause")
        self.buttons["pause"].become(words, action("connections.pause").keycap, "plain")

    def _lay_out(self) -> None:
        self.card.title.setProperty("role", "title")
        self.card.head.insertWidget(1, self.pill)
        self.card.head.addWidget(self.buttons["remove"])
        row, flow = QHBoxLayout(), QWidget()
        buttons = Flow(flow, 8)
        for name, button in self.buttons.items():
            if name != "remove":
                buttons.addWidget(button)
        row.addWidget(flow, 1)
        for part in (self.line, self.trouble):
            self.card.body.addWidget(part)
        self.card.body.addSpacing(4)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.question)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(self.outputs, 1)
        column.addWidget(self.labels, 1)
        column.addStretch(1)


def _missing_words(one: Connected) -> str:
    if not one.missing:
        return ""
    names = ", ".join(one.missing)
    return tr(
        "This machine's keyring does not have what it needs: {names}. Change it, and type it "
        "again.",
        names=names,
    )
