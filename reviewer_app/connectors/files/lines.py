"""JSON Lines: one record a line, read as a stream of bytes."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.connectors.files.records import (
    RECORD,
    Part,
    damaged,
    record_from_json,
    too_large,
)
from reviewer_app.connectors.records.mark import TAIL_BYTES
from reviewer_app.connectors.records.stream import DAMAGE, FileStream
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Terms

_SKIP_BYTES = 2**20
_HEAD_BYTES = 2**14


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it stands in the file, or the head of one that is too long."""

    piece: bytes
    size: int
    is_ended: bool
    is_too_long: bool = False


def read_lines(stream: FileStream, label: str, terms: Terms, after: int = 0) -> Iterator[Part]:
    """The records of a JSON Lines file, from where it stands; `after` lines came before that."""
    number = after
    try:
        stream.skip_mark()
        offset = stream.content.tell()
        while line := _next_line(stream, terms.limits.record):
            number, start, offset = number + 1, offset, offset + line.size
            if not line.piece.strip() and not line.is_too_long:
                continue
            outcome = _outcome(line, f"{label}:{number}", terms)
            if not line.is_ended and isinstance(outcome, Problem) and outcome.field == RECORD:
                yield Part(_unended(outcome), stream.position, start, number - 1, is_end=True)
                return
            tail = line.piece[-TAIL_BYTES:]
            del line  # a line may be large: nothing holds it while the record is stored
            yield Part(outcome, stream.position, offset, number, tail)
            del outcome
    except DAMAGE:
        yield Part(damaged(f"{label}:{number + 1}", terms), stream.position)


def _outcome(line: _Line, place: str, terms: Terms) -> Incoming | Problem:
    if line.is_too_long:
        return too_large(place, line.piece, line.size, terms)
    return record_from_json(line.piece, place, terms)


def _unended(found: Problem) -> Problem:
    """A last line without its end may still be written to: it is read again when it grows."""
    reason = sentence(
        "{reason} (the file ends within this line; it is read again when it grows)",
        reason=found.reason,
    )
    return Problem(found.place, found.field, reason, found.raw)


def _next_line(stream: FileStream, most: int) -> _Line | None:
    """The next line, or None at the end; of one longer than `most` bytes only the head is held."""
    piece = stream.content.readline(most + 1)
    size, is_ended = len(piece), piece.endswith(b"\n")
    if not piece or is_ended or size <= most:
        return _Line(piece, size, is_ended) if piece else None
    head = piece[:_HEAD_BYTES]
    while not is_ended and (piece := stream.content.readline(_SKIP_BYTES)):
        size, is_ended = size + len(piece), piece.endswith(b"\n")
    return _Line(head, size, is_ended, is_too_long=True)
