"""Chance that repeats: the same key gives the same draws on every machine and Python."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15


class Dice:
    """A SplitMix64 stream that starts at its key; streams of different keys are independent."""

    __slots__ = ("_state",)

    def __init__(self, *key: int) -> None:
        self._state = 0
        for part in key:
            self._state = self._draw() ^ (part & _MASK)
        self._draw()

    def share(self) -> float:
        """A number from 0 up to, not including, 1."""
        return (self._draw() >> 11) * 2.0**-53

    def below(self, end: int) -> int:
        """A whole number from 0 up to, not including, `end`."""
        return (self._draw() * end) >> 64

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both possible."""
        return low + self.below(high - low + 1)

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self.share() < probability

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, each as likely as the others."""
        return options[self.below(len(options))]

    def pick_but(self, options: Sequence[T], excluded: T) -> T:
        """One of the options that is not the excluded one; there must be such a one."""
        return self.pick([option for option in options if option != excluded])

    def weighted(self, options: Sequence[tuple[T, float]]) -> T:
        """One of the options by their weights, which add up to 1."""
        left = self.share()
        for option, weight in options:
            left -= weight
            if left < 0:
                return option
        return options[-1][0]

    def _draw(self) -> int:
        self._state = (self._state + _GOLDEN) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return mixed ^ (mixed >> 31)
