"""Cycles are collected on the window's thread alone: a widget must not end on another one."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


_AT_WORK: set[int] = set()


class Garbage(QObject):
    """Takes the place of Python's own collector while other threads work beside the window.

    Python collects wherever the next object is made. On a thread of ours that may end a widget
    that nobody holds any more, which Qt does not survive.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()
        mark = id(self)
        _AT_WORK.add(mark)
        self.destroyed.connect(lambda: _leave(mark))
        gc.disable()

    def stop(self) -> None:
        """Lets Python collect by itself again, where nobody else needs it otherwise."""
        self._timer.stop()
        _leave(id(self))


def _leave(mark: int) -> None:
    _AT_WORK.discard(mark)
    if not _AT_WORK:
        gc.enable()


def collect() -> None:
    """Collects as much as Python would have: young objects often, old ones seldom."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
