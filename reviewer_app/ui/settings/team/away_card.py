"""Being away: until when one is given nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from reviewer_app.services.team.belonging import Belonging, Place
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.team.words import until_words
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock


class AsksDay(Protocol):
    """Begins to ask about a person."""

    def __call__(self, person_id: UUID, name: str, *, is_away: bool) -> None:
        """Asks."""


@dataclass(frozen=True, slots=True)
class DayPart:
    """What asks until which day somebody is away, of another page: its widget and its signals."""

    shown: QWidget
    ask: AsksDay
    chosen: SignalInstance
    refused: SignalInstance
    closed: SignalInstance


class AwayCard(Card):
    """`changed` follows what was said to the hub."""

    changed = Signal()
    message = Signal(object)

    def __init__(
        self,
        belonging: Belonging,
        make_day: Callable[[], DayPart],
        jobs: Jobs,
        clock: Clock,
    ) -> None:
        super().__init__(tr("Away"))
        self._belonging, self._jobs, self._clock = belonging, jobs, clock
        self._make_day = make_day
        self.day: DayPart | None = None
        self._place: Place | None = None
        self.state = label()
        self.state.setWordWrap(True)
        self.say = Button(tr("Say until when"), "")
        self.say.describe(tr("You are given nothing meanwhile; what you have stays yours"))
        row = QWidget()
        Flow(row).addWidget(self.say)
        for part in (self.state, row):
            self.body.addWidget(part)
        self.say.clicked.connect(self.ask)

    def show_place(self, place: Place) -> None:
        """Shows whether one is away."""
        self._place = place
        until = place.me.away_until
        if until is None or until <= self._clock():
            self.state.setText(tr("You are here and can be given items."))
        else:
            words = until_words(until, self._clock())
            self.state.setText(tr("You are away until {until}.", until=words))

    def ask(self) -> None:
        """Asks until when."""
        if self._place is None:
            return
        me = self._place.me
        is_away = me.is_away(self._clock())
        self._asking().ask(me.id, me.name, is_away=is_away)

    def _asking(self) -> DayPart:
        """What asks for the day, made when it is first wanted."""
        if self.day is None:
            self.day = made = self._make_day()
            self.body.addWidget(made.shown)
            made.chosen.connect(self._tell)
            made.refused.connect(lambda words: self.message.emit(Message(words, "warn", "away")))
            made.closed.connect(self.say.setFocus)
        return self.day

    def _tell(self, person_id: UUID, until: datetime | None) -> None:
        self._jobs.read(lambda: self._belonging.set_away(until, person_id), self._arrive)

    def _arrive(self, outcome: Ok[None] | Err) -> None:
        if not isinstance(outcome, Ok):
            self.message.emit(Message(words_of(outcome.error), "error", "away"))
        self.changed.emit()
