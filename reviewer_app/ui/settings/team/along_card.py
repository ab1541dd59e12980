"""Working without the hub: items are taken along, worked off anywhere, and given back."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.services.team.belonging import Belonging, Place
from reviewer_app.services.team.checkouts import CheckedOut
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.section import Choices
from reviewer_app.ui.settings.team.words import until_words
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock

T = TypeVar("T")

MOST = 10_000
USUAL = 30
NUMBER_WIDTH = 76


class AlongCard(Card):
    """`changed` follows items that were taken or given back."""

    changed = Signal()
    message = Signal(object)

    def __init__(
        self, belonging: Belonging, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Work without the hub"), parent)
        self._belonging, self._jobs, self._clock = belonging, jobs, clock
        self._lasts = timedelta(hours=24)
        self.number = TextField(tr("How many items to take along"))
        self.number.setText(str(USUAL))
        self.number.setValidator(QIntValidator(1, MOST, self))
        self.number.setFixedWidth(NUMBER_WIDTH)
        self.span = Choices(
            tr("For how long"),
            [
                (timedelta(hours=4), tr("4 hours")),
                (timedelta(hours=24), tr("1 day")),
                (timedelta(days=3), tr("3 days")),
                (timedelta(days=7), tr("1 week")),
            ],
        )
        self.span.show_value(self._lasts)
        self.span.chosen.connect(self._choose)
        self.take = Button(tr("Take along"), "")
        self.take.describe(tr("The next items of your queue, with everything that belongs to them"))
        self.back = Button(tr("Give back"), "", "quiet")
        self.back.describe(tr("What you have not worked off goes back to its pool"))
        self.held = label("", "body")
        self.held.setWordWrap(True)
        self.take.clicked.connect(self.take_along)
        self.number.returnPressed.connect(self.take_along)
        self.back.clicked.connect(self._give_back)
        self._lay_out()

    def show_place(self, place: Place) -> None:
        """Shows what is taken along."""
        count = place.standing.checked_out
        self.back.setVisible(count > 0)
        if not count:
            self.held.setText(tr("Nothing is taken along."))
        elif place.taken_until is None:
            self.held.setText(tr("%Ln item(s) are taken along.", "", count))
        else:
            until = until_words(place.taken_until, self._clock())
            self.held.setText(
                tr("%Ln item(s) are yours alone until {until}.", "", count, until=until)
            )

    def take_along(self) -> None:
        """Takes as many along as the field says."""
        if not self.number.hasAcceptableInput() or not self.take.isEnabled():
            self.number.setFocus()
            return
        n, lasts = int(self.number.text()), self._lasts
        self.take.setEnabled(False)
        self._jobs.run_long(
            tr("Taking items along"),
            lambda report, cancelled: self._belonging.take(n, lasts, report, cancelled),
            self._say_taken,
        )

    def _choose(self, lasts: object) -> None:
        if isinstance(lasts, timedelta):
            self._lasts = lasts

    def _say_taken(self, outcome: Ok[CheckedOut] | Err) -> None:
        self.take.setEnabled(True)
        if isinstance(outcome, Ok) and outcome.value.ids:
            self.changed.emit()  # the card itself says what is taken along
        else:
            self._say(outcome, lambda _taken: tr("There is nothing free to take along."))

    def _give_back(self) -> None:
        self.back.setEnabled(False)

        def say(outcome: Ok[int] | Err) -> None:
            self.back.setEnabled(True)
            self.take.setFocus()
            self._say(outcome, lambda n: tr("%Ln item(s) were given back.", "", n))

        self._jobs.read(self._belonging.give_back, say)

    def _say(self, outcome: Ok[T] | Err, words: Callable[[T], str]) -> None:
        if isinstance(outcome, Ok):
            self.message.emit(Message(words(outcome.value), "info", "along"))
        else:
            self.message.emit(Message(words_of(outcome.error), "error", "along"))
        self.changed.emit()

    def _lay_out(self) -> None:
        line, buttons = QWidget(), QWidget()
        row, pressed = QHBoxLayout(line), Flow(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.number, label(tr("items, for"))):
            row.addWidget(part)
        row.addWidget(self.span, 1, Qt.AlignmentFlag.AlignVCenter)
        pressed.addWidget(self.take)
        pressed.addWidget(self.back)
        note = label(
            tr(
                "On a train, say: nobody else is given them meanwhile. What you decide is sent "
                "when the hub answers again; what you do not decide goes back by itself."
            ),
            "caption",
        )
        note.setWordWrap(True)
        for widget in (self.held, line, buttons, note):
            self.body.addWidget(widget)
