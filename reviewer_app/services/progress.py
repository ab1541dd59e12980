"""How far long work has come, and whether it shall stop."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` in the work's own unit (bytes for files), and what came of it so far."""

    done: int
    total: int | None
    records: int
    seconds: float

    @property
    def rate(self) -> float:
        """Records a second."""
        return self.records / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """The time left at the speed so far; None while nothing is known."""
        if not self.total or not self.done or self.done > self.total:
            return None
        return self.seconds * (self.total - self.done) / self.done


Report = Callable[[Progress], None]
Cancelled = Callable[[], bool]


def unreported(_progress: Progress) -> None:
    """For work that nobody watches."""


def never() -> bool:
    """For work that nobody stops."""
    return False
