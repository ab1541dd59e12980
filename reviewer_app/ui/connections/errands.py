"""Work that may hang on a network: in threads of its own, which a closing window does not await."""

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.services.progress import Cancelled, Progress, Report
from reviewer_app.ui.jobs import Err, LongJob, Ok, Then

T = TypeVar("T")

Work = Callable[[Report, Cancelled], T]

log = logging.getLogger("reviewer.connections")


class Errand(LongJob):
    """One piece of such work. `let_go` follows when nobody waits for it any longer."""

    let_go = Signal()

    def __init__(self, title: str, parent: QObject, *, can_be_left: bool) -> None:
        super().__init__(title, parent)
        self._can_be_left = can_be_left

    @override
    def cancel(self) -> None:
        """Asks the work to stop; what keeps nothing is not even waited for."""
        super().cancel()
        if self._can_be_left:
            self.let_go.emit()


class Errands(QObject):
    """Runs errands side by side. `started` carries each, to be shown."""

    started = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock, self._is_closed = threading.Lock(), False
        self._under_way: list[Errand] = []
        self._arrived.connect(self._take)

    def run(self, title: str, work: Work[T], then: Then[T], *, can_be_left: bool = False) -> Errand:
        """Runs work in a thread of its own; `then` is called with what it came to.

        Args:
            title: what goes on, for a person.
            work: is handed what it reports to, and what says whether it shall stop.
            then: called on the window's thread; not for work that was let go.
            can_be_left: whether cancelling lets it go at once, since it keeps nothing.
        """
        errand = Errand(title, self, can_be_left=can_be_left)
        self._under_way.append(errand)
        errand.let_go.connect(lambda: self._end(errand))

        def finish(outcome: Ok[T] | Err) -> None:
            if errand in self._under_way:
                self._end(errand)
                then(outcome)

        run = _Run(self, errand, work, finish)
        threading.Thread(target=run.go, name="errand", daemon=True).start()
        self.started.emit(errand)
        return errand

    def close(self) -> None:
        """Asks all to stop; nothing is told from now on."""
        for errand in list(self._under_way):
            errand.cancel()
        with self._lock:
            self._is_closed = True

    def tell(self, what: Callable[[], None]) -> None:
        """Has something done on the window's thread, from whichever this is called on."""
        with self._lock:
            if not self._is_closed:
                self._arrived.emit(what)

    def report(self, errand: Errand, progress: Progress) -> None:
        """Shows how far an errand is, where somebody still waits for it."""
        if errand in self._under_way:
            errand.report(progress)

    def _take(self, arrival: Callable[[], None]) -> None:
        if not self._is_closed:
            arrival()

    def _end(self, errand: Errand) -> None:
        if errand in self._under_way:
            self._under_way.remove(errand)
            errand.finished.emit()
            errand.deleteLater()


class _Run(Generic[T]):
    """An errand on its thread."""

    def __init__(self, errands: Errands, errand: Errand, work: Work[T], finish: Then[T]) -> None:
        self._errands, self._errand = errands, errand
        self._work, self._finish = work, finish
        self._is_cancelled = errand.is_cancelled

    def go(self) -> None:
        outcome = self._outcome()
        self._errands.tell(lambda: self._finish(outcome))

    def _report(self, progress: Progress) -> None:
        self._errands.tell(lambda: self._errands.report(self._errand, progress))

    def _outcome(self) -> Ok[T] | Err:
        try:
            return Ok(self._work(self._report, self._is_cancelled))
        except ReviewerError as error:
            return Err(error)
        except Exception as error:
            log.exception("an errand failed that should not have")
            return Err(error)
