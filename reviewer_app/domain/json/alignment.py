"""Which elements of two lists belong together, where some were put in, taken out and changed."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

Pair: TypeAlias = tuple[int | None, int | None]
"""An index in the earlier list and one in the later; None where the element has no counterpart."""

GAP = 0.6
"""The cost of an element without a counterpart: two of them cost more than any change."""

PAIRS_AT_MOST = 2_500
"""Pairs that are weighed; beyond them elements belong together by their position."""

MEMBERS_AT_MOST = 64
"""Members of two mappings that are compared; larger ones count as halfway alike."""


def aligned(old: Sequence[Any], new: Sequence[Any]) -> Iterator[Pair]:
    """The pairs of two lists in order, such that as little as possible differs.

    Elements are compared with ==. Mappings that share members are near each other.
    """
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    yield from ((n, n) for n in range(head))
    rows, columns = len(old) - head - tail, len(new) - head - tail
    if rows * columns <= PAIRS_AT_MOST:
        middle = _least(old[head : head + rows], new[head : head + columns])
    else:
        middle = _by_position(rows, columns)
    for i, j in middle:
        yield (None if i is None else head + i), (None if j is None else head + j)
    yield from ((len(old) - n, len(new) - n) for n in range(tail, 0, -1))


def _by_position(rows: int, columns: int) -> list[Pair]:
    return [
        (n if n < rows else None, n if n < columns else None) for n in range(max(rows, columns))
    ]


def _least(old: Sequence[Any], new: Sequence[Any]) -> list[Pair]:
    """The pairs of the least cost, found from the end as one finds an edit distance."""
    rows, columns = len(old), len(new)
    costs = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            if i == rows or j == columns:
                costs[i][j] = GAP * (rows - i + columns - j)
                continue
            alone = GAP + min(costs[i + 1][j], costs[i][j + 1])
            costs[i][j] = min(_difference(old[i], new[j]) + costs[i + 1][j + 1], alone)
    return list(_way(old, new, costs))


def _way(old: Sequence[Any], new: Sequence[Any], costs: list[list[float]]) -> Iterator[Pair]:
    """The way through the costs; where it makes no difference, elements belong together."""
    i = j = 0
    while i < len(old) and j < len(new):
        if costs[i][j] == _difference(old[i], new[j]) + costs[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif costs[i][j] == GAP + costs[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1
    yield from ((n, None) for n in range(i, len(old)))
    yield from ((None, n) for n in range(j, len(new)))


def _difference(old: Any, new: Any) -> float:  # noqa: ANN401 - whatever can be compared
    """From 0, the same, to 1, nothing in common."""
    if old == new:
        return 0.0
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return 1.0
    keys = old.keys() | new.keys()
    if len(keys) > MEMBERS_AT_MOST:
        return 0.5
    differing = sum(1 for key in keys if old.get(key) != new.get(key))
    return differing / len(keys)
