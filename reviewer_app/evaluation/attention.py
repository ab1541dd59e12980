"""Whether a person can have read what they decided on: the speed that reading would have taken.

Adults read English prose silently at 238 words a minute on average (Brysbaert 2019, Journal of
Memory and Language 109, 104047: 190 studies, 18,573 readers). Carver (1992, Journal of Reading 36,
84-95) puts reading for the meaning at 300, skimming at 450 and scanning for a word at 600. Two and
a half times the average is therefore no reading any more, whoever reads. Scripts that are written
without spaces are counted by their characters: 255 a minute in Chinese and 357 in Japanese
(Trauzettel-Klosinski and Dietz 2012, IOVS 53, 5452-5461), which is 1.5 characters to a word.
"""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

WORDS_A_MINUTE = 238
HURRIED = 2.5
"""Times the average speed from which a text was not read."""

IN_A_ROW = 8
"""Decisions that must all have been so fast: one alone says nothing."""

LEAST_WORDS = 20
"""Shorter texts are taken in at a glance, and do not count."""

QUIET_SECONDS = 20 * 60.0
"""How long nothing is said after something was."""

CHARACTERS_A_WORD = 1.5

_UNSPACED = "぀-ヿ㐀-鿿豈-﫿\u0e00-\u0eff"
_WORDS = re.compile(rf"[^\W{_UNSPACED}]+")
_CHARACTERS = re.compile(rf"[{_UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that was decided on: its words, and the active seconds that it took."""

    words: int
    seconds: float

    @property
    def speed(self) -> float:
        """Words a minute."""
        return self.words * 60 / self.seconds if self.seconds > 0 else float("inf")

    @property
    def is_hurried(self) -> bool:
        """Whether nobody reads as fast."""
        return self.speed > HURRIED * WORDS_A_MINUTE


@dataclass(frozen=True, slots=True)
class Hurry:
    """Decisions in a row that went faster than their text can be read."""

    decisions: int
    words: int
    seconds: float


class Sitting:
    """The last decisions of a sitting. It speaks seldom: a note is no alarm."""

    def __init__(self) -> None:
        self._last: deque[Reading] = deque(maxlen=IN_A_ROW)
        self._spoke_at: float | None = None

    def add(self, reading: Reading, at: float) -> Hurry | None:
        """Takes in a decision; gives what is to be said, if anything, and begins the row anew.

        Args:
            reading: the text that was decided on.
            at: when, in seconds of a clock that only goes on.
        """
        if reading.words < LEAST_WORDS:
            return None
        self._last.append(reading)
        is_quiet = self._spoke_at is not None and at - self._spoke_at < QUIET_SECONDS
        found = None if is_quiet else hurry_in(self._last)
        if found is not None:
            self._spoke_at = at
            self._last.clear()
        return found


def hurry_in(readings: Iterable[Reading]) -> Hurry | None:
    """What is to be said of the last `IN_A_ROW` decisions; None unless all were hurried."""
    last = list(readings)[-IN_A_ROW:]
    if len(last) < IN_A_ROW or not all(reading.is_hurried for reading in last):
        return None
    return Hurry(len(last), sum(r.words for r in last), sum(r.seconds for r in last))


def words_in(text: str) -> int:
    """The words of a text; of a script without spaces, what its characters come to."""
    spaced = sum(1 for _ in _WORDS.finditer(text))
    return spaced + round(sum(1 for _ in _CHARACTERS.finditer(text)) / CHARACTERS_A_WORD)
