"""The word-by-word difference between two texts: what was kept, taken out and put in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

WORDS_AT_MOST = 8_000
"""Differing words above which lines are compared: the comparison's memory is the product."""

LINES_AT_MOST = 8_000
"""Differing lines above which the whole stretch counts as one change."""

_WORDS = re.compile(r"\d+(?:[.,]\d+)+|\w+|\s+|[^\w\s]")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both texts, with its offsets in each; a change where the two differ."""

    before: str
    after: str
    before_start: int
    after_start: int

    @property
    def is_change(self) -> bool:
        """Whether this stretch was changed."""
        return self.before != self.after

    @property
    def after_end(self) -> int:
        """Where the stretch ends in the later text."""
        return self.after_start + len(self.after)


def pieces_between(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts cut into stretches that are the same and stretches that changed, in order.

    Joined, the `before` parts give the earlier text and the `after` parts the later one.
    """
    if before == after:
        return (Piece(before, after, 0, 0),) if before else ()
    return tuple(_located(_joined(_compared(before, after))))


def changes_in(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The stretches that changed."""
    return tuple(piece for piece in pieces if piece.is_change)


_Pair = tuple[str, str]


def _compared(before: str, after: str) -> Iterator[_Pair]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    head, tail = _shared(old, new)
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    start = "".join(old[:head])
    yield start, start
    yield from _middle(middle_old, middle_new)
    end = "".join(old[len(old) - tail :])
    yield end, end


def _middle(old: list[str], new: list[str]) -> Iterator[_Pair]:
    """The differing middle: by words while that is affordable, else by lines, else whole."""
    if max(len(old), len(new)) <= WORDS_AT_MOST:
        yield from _pairs(old, new)
        return
    old_lines, new_lines = _LINES.findall("".join(old)), _LINES.findall("".join(new))
    if max(len(old_lines), len(new_lines)) <= LINES_AT_MOST:
        yield from _pairs(old_lines, new_lines)
    else:
        yield "".join(old), "".join(new)


def _pairs(old: list[str], new: list[str]) -> Iterator[_Pair]:
    for step in Indel.opcodes(old, new):
        yield (
            "".join(old[step.src_start : step.src_end]),
            "".join(new[step.dest_start : step.dest_end]),
        )


def _shared(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many tokens both have in common at the start and, beyond those, at the end."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    rest = shorter - head
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return head, tail


def _joined(pairs: Iterable[_Pair]) -> Iterator[_Pair]:
    """Changes next to each other, or with only blanks between them, read as one change."""
    kept: list[_Pair] = []
    for pair in pairs:
        if pair == ("", ""):
            continue
        kept.append(pair)
        _merge(kept)
    yield from kept


def _merge(kept: list[_Pair]) -> None:
    """Folds the last pair into the ones before it where they belong together."""
    if len(kept) >= 2 and _same_kind(kept[-2], kept[-1]):
        last = kept.pop()
        kept[-1] = (kept[-1][0] + last[0], kept[-1][1] + last[1])
    if len(kept) >= 3 and _bridges(kept[-3], kept[-2], kept[-1]):
        last, blank = kept.pop(), kept.pop()
        first = kept[-1]
        kept[-1] = (first[0] + blank[0] + last[0], first[1] + blank[1] + last[1])


def _same_kind(first: _Pair, second: _Pair) -> bool:
    return (first[0] == first[1]) == (second[0] == second[1])


def _bridges(first: _Pair, blank: _Pair, last: _Pair) -> bool:
    """Whether only a blank within the line stands between two changes."""
    unchanged = blank[0] == blank[1]
    return (
        unchanged
        and blank[0].strip() == ""
        and "\n" not in blank[0]
        and first[0] != first[1]
        and last[0] != last[1]
    )


def _located(pairs: Iterable[_Pair]) -> Iterator[Piece]:
    before_start = after_start = 0
    for before, after in pairs:
        yield Piece(before, after, before_start, after_start)
        before_start += len(before)
        after_start += len(after)
