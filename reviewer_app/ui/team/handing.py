"""Handing over as work off the window's thread: what would come of it, the doing, what came."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.domain.queue import Picked
from reviewer_app.services.assigning import Assigning, HandedOver, HandOver, RecipientAway
from reviewer_app.services.desk import Saved
from reviewer_app.services.foresight import Foresight, Outlook
from reviewer_app.services.progress import Cancelled, Report
from reviewer_app.ui.errors import said, words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.team.targets import Target, Way
from reviewer_app.ui.team.words import pace_words
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock, due_words, figure, time_words

Work = Callable[[Report, Cancelled], HandedOver]


class Handing(QObject):
    """Asks the services, and says in sentences what they answer.

    `changed` carries what was done, `undo_wanted` that it shall be taken back.
    """

    message = Signal(object)
    changed = Signal(object)
    undo_wanted = Signal()

    def __init__(
        self,
        assigning: Assigning,
        foresight: Foresight,
        jobs: Jobs,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._assigning, self._foresight = assigning, foresight
        self._jobs, self._clock = jobs, clock
        self._asked = 0
        self._even_away: Callable[[], None] = lambda: None

    def foresee(self, picked: Picked, target: Target, then: Callable[[str], None]) -> None:
        """Says what would come of it; the answer to what was asked before is dropped."""
        self._asked += 1
        asked = self._asked

        def arrive(outcome: Ok[str] | Err) -> None:
            if asked == self._asked:
                then(outcome.value if isinstance(outcome, Ok) else words_of(outcome.error))

        self._jobs.read(lambda: self._words(picked, target), arrive)

    def send(
        self, picked: Picked, target: Target, reason: str, then: Callable[[bool], None]
    ) -> None:
        """Hands over, with progress and a way to stop; `then` hears whether anything was done."""
        self._assign(HandOver(picked, target.person_id, reason), then)

    def _assign(self, asked: HandOver, then: Callable[[bool], None]) -> None:
        self._even_away = lambda: self._assign(replace(asked, even_away=True), then)
        self._run(lambda report, cancelled: self._assigning.assign(asked, report, cancelled), then)

    def _run(self, work: Work, then: Callable[[bool], None]) -> None:
        def arrive(outcome: Ok[HandedOver] | Err) -> None:
            if isinstance(outcome, Ok):
                self._tell(outcome.value)
            else:
                self._tell_failure(outcome)
            then(isinstance(outcome, Ok) and outcome.value.saved is not None)

        self._jobs.run_long(tr("Handing over"), work, arrive)

    def _tell(self, result: HandedOver) -> None:
        saved: Saved | None = result.saved
        parts = [said(saved.sentence)] if saved else [tr("Nothing was handed over.")]
        if result.is_cancelled:
            parts.append(tr("You stopped it; the rest is as it was."))
        if result.not_open:
            parts.append(tr("%Ln item(s) wait for nobody any more.", "", result.not_open))
        if result.unmoved:
            parts.append(tr("%Ln item(s) were there already.", "", result.unmoved))
        words = " · ".join(parts)
        if saved is None:
            self.message.emit(Message(words, "info", "handing"))
            return
        self.changed.emit(saved)
        undo = self.undo_wanted.emit
        self.message.emit(Message(words, "info", "handing", tr("Undo"), undo))

    def _tell_failure(self, outcome: Err) -> None:
        words = words_of(outcome.error)
        if isinstance(outcome.error, RecipientAway):
            again = tr("Hand over all the same")
            self.message.emit(Message(words, "warn", "handing", again, self._even_away))
        else:
            self.message.emit(Message(words, "error", "handing"))

    def _words(self, picked: Picked, target: Target) -> str:
        """What would come of it, in sentences; asked on another thread."""
        if target.way is Way.PERSON and target.person_id is not None:
            return outlook_words(self._foresight.given(picked, target.person_id), self._clock())
        count = self._foresight.open_of(picked)
        if not count:
            return tr("Nobody has any of these: nothing would change.")
        return tr("%Ln item(s) would be with nobody, for anybody of their pool to take.", "", count)


def outlook_words(outlook: Outlook, now: datetime) -> str:
    """What a person would have: "J. Okoye would have 38 (next due 14:00). At 51 / h …"."""
    name, total = isolated(outlook.name), outlook.now + outlook.given
    shown = f"{figure(total)}+" if outlook.is_least else figure(total)
    due = outlook.next_due
    if not outlook.given:
        return tr("{person} has all of these already.", person=name)
    if due is None:
        first = tr("{person} would have {count}, now {before}.", **_known(name, shown, outlook))
    else:
        when = _when(due, now)
        first = tr(
            "{person} would have {count}, now {before}; next due {when}.",
            when=when,
            **_known(name, shown, outlook),
        )
    return f"{first} {_late_words(outlook, now)}"


def _known(name: str, count: str, outlook: Outlook) -> dict[str, str]:
    return {"person": name, "count": count, "before": figure(outlook.now)}


def _late_words(outlook: Outlook, now: datetime) -> str:
    if outlook.pace is None:
        return tr("How fast they work is not known yet.")
    pace = pace_words(outlook.pace)
    if not outlook.late or outlook.first_late is None:
        return tr("At {pace} nothing of it gets past due.", pace=pace)
    when = _when(outlook.first_late, now)
    words = tr("At {pace} %Ln item(s) of it get past due, the first {when}.", "", outlook.late)
    return words.format(pace=pace, when=when)


def _when(due: datetime, now: datetime) -> str:
    """A time of today by the clock; else by its day, or how late it is."""
    is_today = due.astimezone().date() == now.astimezone().date() and due >= now
    return time_words(due, now) if is_today else due_words(due, now)
