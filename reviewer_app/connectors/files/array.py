"""JSON files: a list of records, an object that wraps one, or objects one after the other."""

from collections.abc import Iterator
from itertools import count

from reviewer_app.connectors.files.records import (
    Part,
    damaged,
    problem,
    record_from_json,
    too_large,
)
from reviewer_app.connectors.records.splitter import Piece, Splitter
from reviewer_app.connectors.records.stream import DAMAGE, FileStream
from reviewer_app.connectors.records.wrapper import list_start
from reviewer_app.domain.validation import Terms

_CHUNK_BYTES = 65_536
_ENDLESS = "it has no end: the file stops within it"


def read_array(stream: FileStream, label: str, terms: Terms) -> Iterator[Part]:
    """The records of a JSON file; a place has the record's number and the line it starts on."""
    stream.head()
    stream.skip_mark()
    numbers = count(1)
    try:
        for piece, reason in _pieces(stream, terms):
            place = f"{label}:record {next(numbers)} (line {piece.line})"
            if piece.is_too_large:
                outcome = too_large(place, piece.content, piece.size, terms)
            elif reason:
                outcome = problem(place, reason, piece.content, terms)
            else:
                yield Part(record_from_json(piece.content, place, terms), stream.position)
                continue
            yield Part(outcome, stream.position)
    except DAMAGE:
        yield Part(damaged(f"{label}:record {next(numbers)}", terms), stream.position)


def _pieces(stream: FileStream, terms: Terms) -> Iterator[tuple[Piece, str]]:
    """The text of each record, with the reason why it cannot be read if that is known already."""
    first, line = _first_mark(stream)
    if first == b"[":
        yield from _cut(stream, Splitter(terms.limits.record, line, in_array=True))
    elif first == b"{":
        yield from _objects(stream, terms, line)
    elif first:
        yield Piece(first, line, 1), "the file holds no list and no object of JSON"


def _first_mark(stream: FileStream) -> tuple[bytes, int]:
    """The first byte that is no white space, and the line it is on; nothing in an empty file."""
    line = 1
    while (mark := stream.content.read(1)) and mark.isspace():
        line += mark == b"\n"
    return mark, line


def _chunks(stream: FileStream) -> Iterator[bytes]:
    while chunk := stream.content.read1(_CHUNK_BYTES):
        yield chunk


def _head(stream: FileStream, most: int) -> bytes:
    """The next bytes, as many as a record may have, or as there are before damage."""
    head = bytearray()
    try:
        for chunk in _chunks(stream):
            head += chunk
            if len(head) >= most:
                break
    except DAMAGE:
        return bytes(head)
    return bytes(head)


def _cut(stream: FileStream, splitter: Splitter) -> Iterator[tuple[Piece, str]]:
    """The records from where the stream stands: just after the bracket that opens a list."""
    for chunk in _chunks(stream):
        for piece in splitter.feed(chunk):
            yield piece, "" if piece.content else "there is nothing between two commas"
        if splitter.is_closed:
            break
    unended = splitter.unended()
    if unended:
        yield unended, _ENDLESS
    elif splitter.in_array and not splitter.is_closed:
        yield Piece(b"", splitter.line, 0), "the list has no end: the file stops within it"


def _objects(stream: FileStream, terms: Terms, line: int) -> Iterator[tuple[Piece, str]]:
    """The records of the list that an object wraps, or objects one after the other."""
    start = stream.content.tell() - 1
    stream.content.seek(start)
    head = _head(stream, terms.limits.record)
    opened = list_start(head, terms.mapping.get("output", "output").partition(".")[0])
    if opened is None:
        stream.content.seek(start)
        splitter = Splitter(terms.limits.record, line, in_array=False)
    else:
        stream.content.seek(start + opened)
        line += head.count(b"\n", 0, opened)
        splitter = Splitter(terms.limits.record, line, in_array=True)
    del head
    yield from _cut(stream, splitter)
