"""How alike two texts are, once figures, case and spacing are left out of account."""

from collections.abc import Sequence
from enum import StrEnum

from rapidfuzz.distance import Indel

INPUT_HEAD, OUTPUT_HEAD = 700, 800
"""Characters of an input and an output that are compared where many items are."""

NEARLY_THE_SAME = 0.9
ALIKE = 0.5
LEAST = 0.25
"""Below this, two texts share no more than any two of the same language do."""


_NO_DIGITS = str.maketrans("", "", "0123456789")

Words = tuple[str, ...]
"""A text as it is compared."""


class Likeness(StrEnum):
    """How alike two texts are, in words."""

    NEARLY_THE_SAME = "nearly the same"
    ALIKE = "alike"
    DISTANT = "distantly alike"


def words_of(text: str) -> Words:
    """The text's words in lower case; of a figure only its signs are left."""
    return tuple(text.translate(_NO_DIGITS).casefold().split())


def likeness_of(similarity: float) -> Likeness:
    """A similarity in words."""
    if similarity >= NEARLY_THE_SAME:
        return Likeness.NEARLY_THE_SAME
    return Likeness.ALIKE if similarity >= ALIKE else Likeness.DISTANT


def similarity(one: Words, other: Words, least: float = 0.0) -> float:
    """The share of words that both have in the same order, from 0 to 1; 0 below `least`."""
    if one == other:
        return 1.0
    return Indel.normalized_similarity(one, other, score_cutoff=least or None)


def similarity_of_pairs(one: Sequence[Words], other: Sequence[Words]) -> float:
    """How alike two lists of texts are, part by part: parts that both lack do not count."""
    counted = [(a, b) for a, b in zip(one, other, strict=True) if a or b]
    if not counted:
        return 1.0
    return sum(similarity(a, b) for a, b in counted) / len(counted)
