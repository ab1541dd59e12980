"""The row that asks until when somebody is away: a day is one press, any other is typed."""

from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.services.lists import midnight
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import Clock

WEEK = 7
_SHORT = QLocale.FormatType.ShortFormat


class AwayRow(QFrame):
    """`chosen` carries the person and until when; None says that they are back.

    `refused` carries words about a day that is none.
    """

    chosen = Signal(object, object)
    refused = Signal(str)
    closed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._clock = clock
        self._person: UUID | None = None
        self.words = label("", "strong")
        self.tomorrow, self.monday = Button("", ""), Button("", "")
        self.week, self.back = Button("", ""), Button("", "")
        self.day = TextField(tr("Until another day"), "")
        self.cancel = Button(tr("Cancel"), tr("Esc"), "quiet")
        self._lay_out()
        self.tomorrow.clicked.connect(lambda: self._until(self._today() + timedelta(days=1)))
        self.monday.clicked.connect(lambda: self._until(self._next_monday()))
        self.week.clicked.connect(lambda: self._until(self._today() + timedelta(days=WEEK)))
        self.back.clicked.connect(lambda: self._say(None))
        self.day.returnPressed.connect(self._typed)
        self.cancel.clicked.connect(self.close_row)
        self.hide()

    def ask(self, person_id: UUID, name: str, *, is_away: bool) -> None:
        """Asks about a person."""
        self._person = person_id
        shown = isolated(name)
        self.words.setText(tr("{person} is away until", person=shown))
        offers = (
            (self.tomorrow, tr("tomorrow"), self._today() + timedelta(days=1)),
            (self.monday, tr("Monday"), self._next_monday()),
            (self.week, tr("a week from now"), self._today() + timedelta(days=WEEK)),
        )
        for button, words, day in offers:
            button.become(words, "", "plain")
            button.describe(_written(day))
        self.back.become(tr("is back"), "", "plain")
        self.back.describe(tr("{person} can be given items again", person=shown))
        self.back.setVisible(is_away)
        self.day.setPlaceholderText(_written(self._today() + timedelta(days=2)))
        self.day.clear()
        self.show()
        self.tomorrow.setFocus()

    def close_row(self) -> None:
        """Closes the row; nothing was said."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _today(self) -> date:
        return self._clock().astimezone().date()

    def _next_monday(self) -> date:
        today = self._today()
        return today + timedelta(days=WEEK - today.weekday())

    def _typed(self) -> None:
        """Takes the day that was typed, as the reader's language writes it, or as 2026-12-01."""
        day = day_of(self.day.text())
        if day is None or day <= self._today():
            example = _written(self._today() + timedelta(days=2))
            self.refused.emit(tr("Type a day to come, such as {day}.", day=example))
            self.day.selectAll()
        else:
            self._until(day)

    def _until(self, day: date) -> None:
        self._say(midnight(day))

    def _say(self, until: datetime | None) -> None:
        self.hide()
        self.chosen.emit(self._person, until)
        self.closed.emit()

    def _lay_out(self) -> None:
        parts = QWidget()
        flow = Flow(parts, 8)
        flow.addWidget(self.words)
        for part in (self.tomorrow, self.monday, self.week, self.day, self.back, self.cancel):
            flow.addWidget(part)
        self.cancel.describe(tr("Changes nothing"))
        self.day.setMaximumWidth(150)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 12, 9)
        row.addWidget(parts, 1)


def day_of(typed: str) -> date | None:
    """The day that somebody typed; None where it is none."""
    text = typed.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        found = _read(text)
        return date(found.year(), found.month(), found.day()) if found.isValid() else None


def _read(text: str) -> QDate:
    """A day as the reader's language writes it; two digits of a year are of this century."""
    found = QLocale().toDate(text, _SHORT)
    return found.addYears(100) if found.isValid() and found.year() < 2000 else found


def _written(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), _SHORT)
