"""The turns of connections while the window is open: a thread of their own, started and ended."""

import logging
import threading

from PySide6.QtCore import QObject, Signal

from reviewer_app.connections.schedule import Happened, Schedule

log = logging.getLogger("reviewer.schedule")

ENDS_WITHIN_SECONDS = 2.0
"""How long a window that closes waits; what is under way ends at its next batch or is repeated."""

AFTER_A_FAULT_SECONDS = 60.0


class Turns(QObject):
    """`happened` carries what a connection did in its turn."""

    happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop, self._lock = threading.Event(), threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def is_running(self) -> bool:
        """Whether connections have turns."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self, schedule: Schedule) -> None:
        """Gives connections their turns from now on."""
        if self._thread is None and not self._stop.is_set():
            self._thread = threading.Thread(
                target=self._go_on, args=(schedule,), name="schedule", daemon=True
            )
            self._thread.start()

    def close(self) -> None:
        """Ends the turns; nothing is told from now on."""
        with self._lock:
            self._stop.set()
        if self._thread is not None:
            self._thread.join(ENDS_WITHIN_SECONDS)

    def _go_on(self, schedule: Schedule) -> None:
        while not self._stop.is_set():
            try:
                schedule.run(self._stop, self._tell)
            except Exception:
                log.exception("the schedule failed that should not have")
                self._stop.wait(AFTER_A_FAULT_SECONDS)

    def _tell(self, happened: Happened) -> None:
        with self._lock:
            if not self._stop.is_set():
                self.happened.emit(happened)
