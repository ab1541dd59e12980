"""Handing over as work off the window's thread: what would come of it, the doing, what came."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.queue import Picked
from reviewer_app.services.assigning import (
    Assigning,
    HandedOver,
    HandOver,
    Preview,
    RecipientAway,
)
from reviewer_app.services.foresight import Foresight
from reviewer_app.services.progress import Cancelled, Report
from reviewer_app.ui.errors import said, words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.team.forecast_words import balance_words, outlook_words, pool_words
from reviewer_app.ui.team.targets import Target, Way
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock

Work = Callable[[Report, Cancelled], HandedOver]
Then = Callable[[bool], None]


@dataclass(frozen=True, slots=True)
class HandingWork:
    """The services that hand over, and look ahead."""

    assigning: Assigning
    foresight: Foresight


class Handing(QObject):
    """Asks the services, and says in sentences what they answer.

    `changed` carries what was done, `undo_wanted` that it shall be taken back.
    """

    message = Signal(object)
    changed = Signal(object)
    undo_wanted = Signal()

    def __init__(
        self, work: HandingWork, jobs: Jobs, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._jobs, self._clock = work, jobs, clock
        self._asked = 0
        self._seen: tuple[Picked, Preview] | None = None
        self._even_away: Callable[[], None] = lambda: None

    def foresee(self, picked: Picked, target: Target, then: Callable[[str], None]) -> None:
        """Says what would come of it; the answer to what was asked before is dropped."""
        self._asked += 1
        asked, now = self._asked, self._clock()
        self._seen = None

        def work() -> tuple[str, Preview | None]:
            if target.way is Way.BALANCE:
                preview = self._work.assigning.preview(picked)
                return balance_words(preview, now), preview
            if target.person_id is None:
                return pool_words(self._work.foresight.open_of(picked)), None
            return outlook_words(self._work.foresight.given(picked, target.person_id), now), None

        def arrive(outcome: Ok[tuple[str, Preview | None]] | Err) -> None:
            if asked != self._asked:
                return
            if not isinstance(outcome, Ok):
                then(words_of(outcome.error))
                return
            words, preview = outcome.value
            self._seen = (picked, preview) if preview is not None else None
            then(words)

        self._jobs.read(work, arrive)

    def send(self, picked: Picked, target: Target, reason: str, then: Then) -> None:
        """Hands over, with progress and a way to stop; `then` hears whether anything was done.

        A balance is done as it was shown; one that was not shown yet is not done.
        """
        if target.way is not Way.BALANCE:
            self._assign(HandOver(picked, target.person_id, reason), then)
        elif self._seen is not None and self._seen[0] == picked:
            preview, assigning = self._seen[1], self._work.assigning
            self._run(lambda told, stopped: assigning.balance(preview, reason, told, stopped), then)
        else:
            self.message.emit(Message(tr("Look at the proposal first."), "hint", "handing"))
            then(False)  # noqa: FBT003 - a call-back's one argument

    def _assign(self, asked: HandOver, then: Then) -> None:
        assigning = self._work.assigning
        self._even_away = lambda: self._assign(replace(asked, even_away=True), then)
        self._run(lambda told, stopped: assigning.assign(asked, told, stopped), then)

    def _run(self, work: Work, then: Then) -> None:
        def arrive(outcome: Ok[HandedOver] | Err) -> None:
            if isinstance(outcome, Ok):
                self._tell(outcome.value)
            else:
                self._tell_failure(outcome)
            then(isinstance(outcome, Ok) and outcome.value.saved is not None)

        self._jobs.run_long(tr("Handing over"), work, arrive)

    def _tell(self, result: HandedOver) -> None:
        words = " · ".join(_parts(result))
        if result.saved is None:
            self.message.emit(Message(words, "info", "handing"))
            return
        self.changed.emit(result.saved)
        self.message.emit(Message(words, "info", "handing", tr("Undo"), self.undo_wanted.emit))

    def _tell_failure(self, outcome: Err) -> None:
        words = words_of(outcome.error)
        if isinstance(outcome.error, RecipientAway):
            again = tr("Hand over all the same")
            self.message.emit(Message(words, "warn", "handing", again, self._even_away))
        else:
            self.message.emit(Message(words, "error", "handing"))


def _parts(result: HandedOver) -> list[str]:
    """What was done, and what was not, each in a sentence."""
    parts = [said(result.saved.sentence) if result.saved else tr("Nothing was handed over.")]
    if result.is_cancelled:
        parts.append(tr("You stopped it; the rest is as it was."))
    parts += [said(words) for words in result.left_out]
    if result.failure is not None:
        parts.append(words_of(result.failure))
    return parts
