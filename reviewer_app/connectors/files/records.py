"""What every format of file shares: a piece of the file made into a record or a problem."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from reviewer_app.connectors.claims import unclaimed
from reviewer_app.connectors.records.pieces import RECORD, in_mib, problem, text_in, too_large
from reviewer_app.connectors.records.stream import FileStream
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse_object
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import RawRecord, Terms, validate

__all__ = [
    "RECORD",
    "Format",
    "Part",
    "damaged",
    "in_mib",
    "problem",
    "record_from_json",
    "too_large",
]


@dataclass(frozen=True, slots=True)
class Part:
    """A record or problem of a file, and how far the file has been read with it.

    `offset`, `line` and the bytes before it lead to what follows, where the format can be read
    on from there. `is_end` says that nothing follows until the file changes, where that is known.
    """

    outcome: Incoming | Problem
    position: int
    offset: int = 0
    line: int = 0
    tail: bytes = b""
    is_end: bool = False


class Format(Protocol):
    """Reads the records of an open file of one format, lazily."""

    def __call__(self, stream: FileStream, label: str, terms: Terms) -> Iterator[Part]:
        """The parts of the file; `label` is what places in it are called by."""
        ...


def record_from_json(piece: bytes, place: str, terms: Terms) -> Incoming | Problem:
    """The record that a piece of JSON text holds."""
    text = text_in(piece, place, terms)
    if isinstance(text, Problem):
        return text
    try:
        values, slices = parse_object(text)
    except JsonRefused as refused:
        raw = text[: terms.limits.raw_characters]
        return Problem(place, refused.path or RECORD, refused.reason, raw)
    return unclaimed(validate(RawRecord(place, values, slices), terms))


def damaged(place: str, terms: Terms) -> Problem:
    """The problem of a compressed file that cannot be unpacked from here on."""
    reason = sentence(
        "the compressed file is damaged or cut off here; what came before it was read"
    )
    return problem(place, reason, b"", terms)
