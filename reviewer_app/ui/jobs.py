"""Work off the window's thread: gestures in order on one lane, reads and long work beside it."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.services.progress import Progress
from reviewer_app.ui.garbage import Garbage

T = TypeVar("T")

log = logging.getLogger("reviewer.jobs")


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """What the work gave."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """Why the work failed: an error of the world, or a bug of ours (already logged)."""

    error: Exception

    @property
    def is_bug(self) -> bool:
        """Whether the program, not the world, is at fault."""
        return not isinstance(self.error, ReviewerError)


Then = Callable[[Ok[T] | Err], None]
Report = Callable[[Progress], None]
Cancelled = Callable[[], bool]


class LongJob(QObject):
    """A long piece of work under way: its progress, and the way to stop it."""

    progressed = Signal(object)
    finished = Signal()

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Asks the work to stop at its next chance; what is committed stays."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """What the work asks between two steps."""
        return self._stop.is_set()

    def report(self, progress: Progress) -> None:
        """What the work calls, on its own thread, after each step."""
        self.progressed.emit(progress)


class Jobs(QObject):
    """Runs work elsewhere and brings its outcome back to the window's thread."""

    started = Signal(object)
    _arrived = Signal(object)

    def __init__(
        self,
        lane: Executor | None = None,
        pool: Executor | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane = lane or ThreadPoolExecutor(1, "gestures")
        self._pool = pool or ThreadPoolExecutor(4, "work")
        self._long: list[LongJob] = []
        self._closed = False
        self._garbage = Garbage(self)
        self._arrived.connect(self._deliver, Qt.ConnectionType.AutoConnection)

    def run(self, work: Callable[[], T], then: Then[T]) -> None:
        """Runs a gesture after all that were made before it."""
        self._submit(self._lane, work, then)

    def read(self, work: Callable[[], T], then: Then[T]) -> None:
        """Runs a question that need not wait for gestures."""
        self._submit(self._pool, work, then)

    def run_long(
        self, title: str, work: Callable[[Report, Cancelled], T], then: Then[T]
    ) -> LongJob:
        """Runs work that reports progress and can be cancelled."""
        job = LongJob(title, self)
        self._long.append(job)

        def finish(outcome: Ok[T] | Err) -> None:
            self._long.remove(job)
            job.finished.emit()
            job.deleteLater()
            then(outcome)

        self._submit(self._pool, lambda: work(job.report, job.is_cancelled), finish)
        self.started.emit(job)
        return job

    def close(self) -> None:
        """Cancels long work and waits until every gesture is on disk."""
        self._closed = True
        for job in self._long:
            job.cancel()
        self._lane.shutdown(wait=True)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._garbage.stop()

    def _submit(self, executor: Executor, work: Callable[[], T], then: Then[T]) -> None:
        if self._closed:
            log.info("work was asked for after closing")
            return

        def attempt() -> None:
            outcome = _outcome(work)
            self._arrived.emit(lambda: then(outcome))

        executor.submit(attempt)

    def _deliver(self, arrival: Callable[[], None]) -> None:
        if not self._closed:
            arrival()


def _outcome(work: Callable[[], T]) -> Ok[T] | Err:
    try:
        return Ok(work())
    except ReviewerError as error:
        return Err(error)
    except Exception as error:
        log.exception("a piece of work failed that should not have")
        return Err(error)
