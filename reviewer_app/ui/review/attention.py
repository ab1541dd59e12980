"""How long a person really looked at an item: only while it is painted, in front, and touched."""

from collections.abc import Callable

IDLE_AFTER_SECONDS = 60.0
"""Time without input beyond this is not counted."""


class Attention:
    """A stopwatch that runs on while the person gives signs of being there."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._now = monotonic
        self._seconds = 0.0
        self._last: float | None = None
        self._has_begun = False

    def begin(self) -> None:
        """Starts anew, for another item."""
        self._seconds = 0.0
        self._has_begun = True
        self._last = self._now()

    def stir(self) -> None:
        """The person did something: the time since the last sign counts, up to a minute."""
        if self._last is None:
            return
        now = self._now()
        self._seconds += min(now - self._last, IDLE_AFTER_SECONDS)
        self._last = now

    def pause(self) -> None:
        """The item is out of sight: what comes does not count."""
        self.stir()
        self._last = None

    def resume(self) -> None:
        """The item is in sight again."""
        if self._last is None:
            self._last = self._now()

    @property
    def is_away(self) -> bool:
        """Whether nobody seems to be there: out of sight, or no sign for a minute."""
        return self._last is None or self._now() - self._last >= IDLE_AFTER_SECONDS

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands still on an item that was begun."""
        return self._has_begun and self.is_away

    def seconds(self) -> float:
        """Active seconds on this item up to now."""
        self.stir()
        return round(self._seconds, 3)
