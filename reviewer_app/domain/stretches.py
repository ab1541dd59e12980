"""Where a stretch of a text as it is shown lies in the text as it came, and the other way round."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reviewer_app.domain.hidden_text import Revealed


class Stretch(NamedTuple):
    """A piece of a text, by offsets in characters; the end is not part of it."""

    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return self.start >= self.end


def true_stretch(found: Revealed, shown: Stretch) -> Stretch:
    """The true characters behind a shown stretch; a sign that is only touched counts whole."""
    to_the_end = found.true_part(shown.start, len(found.text))
    start = len(found.true) - len(to_the_end)
    if shown.is_empty:
        return Stretch(start, start)
    return Stretch(start, max(start, len(found.true_part(0, shown.end))))


def shown_stretch(found: Revealed, true: Stretch) -> Stretch:
    """Where true characters are shown, every sign that stands for one of them included."""
    start = _shown_start(found, true.start)
    return Stretch(start, start if true.is_empty else _shown_end(found, true.end))


def cut_to(stretch: Stretch, length: int) -> Stretch:
    """The part of a stretch that a text of this length has."""
    start = max(0, min(stretch.start, length))
    return Stretch(start, max(start, min(stretch.end, length)))


def trimmed(stretch: Stretch, text: str) -> Stretch:
    """A stretch without the blanks at its ends; one of blanks alone stays as it is."""
    part = text[stretch.start : stretch.end]
    if not part.strip():
        return stretch
    start = stretch.start + len(part) - len(part.lstrip())
    return Stretch(start, start + len(part.strip()))


def next_after(starts: Sequence[int], here: int, step: int) -> int:
    """The index of the nearest start beyond `here` (`step` 1) or before it (-1), round the end."""
    if step > 0:
        return bisect_right(starts, here) % len(starts)
    return (bisect_left(starts, here) - 1) % len(starts)


def _shown_start(found: Revealed, true: int) -> int:
    index = bisect_right(found.marks, true, key=lambda m: m.true_start) - 1
    if index < 0:
        return true
    mark = found.marks[index]
    is_inside = true < mark.true_end
    return mark.shown_start if is_inside else mark.shown_end + true - mark.true_end


def _shown_end(found: Revealed, true: int) -> int:
    index = bisect_left(found.marks, true, key=lambda m: m.true_start) - 1
    if index < 0:
        return true
    mark = found.marks[index]
    return mark.shown_end + max(0, true - mark.true_end)
