"""CSV and its like: a header, and one record a row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reviewer_app.connectors.claims import unclaimed
from reviewer_app.connectors.files.records import Part, damaged, problem, too_large
from reviewer_app.connectors.records.stream import DAMAGE, FileStream, FileUnreadable
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.json.faults import UNSTORABLE, cut
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import FIELDS, RawRecord, Terms, validate

_DELIMITERS = ",;\t|"
_SKIP_BYTES = 2**20


class HeaderUnusable(FileUnreadable):
    """The first row does not say which column holds the output."""


@dataclass(frozen=True, slots=True)
class _Table:
    """What holds for all rows: the columns by name, what places are called by, the terms."""

    columns: list[str]
    label: str
    terms: Terms


class _RowTooLarge(Exception):
    """A row has more bytes than a record may have."""


class _Lines:
    """The lines of a table, counted, for a reader that joins them to rows."""

    def __init__(self, stream: FileStream, most: int) -> None:
        self.stream = stream
        self.most = most
        self.number = 0
        self.row_size = 0
        self.row_head = b""
        self.quotes = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self.stream.content.readline(self.most + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.row_size += len(line)
        if len(self.row_head) < 8192:
            self.row_head += line[:8192]
        self.quotes += line.count(b'"')
        if self.row_size > self.most:
            self._skip_row(line)
            raise _RowTooLarge
        return line.decode(errors="surrogateescape")

    def start_row(self) -> int:
        """Forget the row before; the number of the line on which the next one starts."""
        self.row_size, self.row_head, self.quotes = 0, b"", 0
        return self.number + 1

    def _skip_row(self, line: bytes) -> None:
        """Go on to the end of the row: of the first line with no quote left open."""
        while line and (self.quotes % 2 or not line.endswith(b"\n")):
            self.number += line.endswith(b"\n")
            line = self.stream.content.readline(_SKIP_BYTES)
            self.row_size += len(line)
            self.quotes += line.count(b'"')


def read_table(stream: FileStream, label: str, terms: Terms) -> Iterator[Part]:
    """The records of a CSV file; a place names the line on which the row starts.

    Raises:
        HeaderUnusable: the first row does not name the output, or names a column twice.
    """
    stream.head()
    stream.skip_mark()
    lines = _Lines(stream, terms.limits.record)
    csv.field_size_limit(max(terms.limits.record, csv.field_size_limit()))
    try:
        header, delimiter = _header(lines, stream, terms)
        table = _Table(header, label, terms)
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        while outcome := _next_outcome(rows, lines, table):
            if outcome is not _BLANK:
                yield Part(outcome, stream.position)
    except DAMAGE:
        yield Part(damaged(f"{label}:{lines.number + 1}", terms), stream.position)


def looks_like_table(head: bytes, terms: Terms) -> bool:
    """Whether the first line could be a header that names the output."""
    line = head.lstrip().partition(b"\n")[0].decode(errors="replace").strip()
    return any(_output_column(terms) in _cells(line, mark) for mark in _DELIMITERS)


_BLANK = Problem("", "", "")
"""Stands for a row with nothing in it."""


def _next_outcome(
    rows: Iterator[list[str]], lines: _Lines, table: _Table
) -> Incoming | Problem | None:
    """The record or problem of the next row; None at the end."""
    place = f"{table.label}:{lines.start_row()}"
    try:
        cells = next(rows, None)
    except _RowTooLarge:
        return too_large(place, lines.row_head, lines.row_size, table.terms)
    except csv.Error as wrong:
        reason = sentence(
            "the row cannot be read: {wrong}; a quote may be missing or too many", wrong=wrong
        )
        return problem(place, reason, lines.row_head, table.terms)
    if cells is None:
        return None
    return _outcome(cells, place, table) if any(cells) else _BLANK


def _outcome(cells: list[str], place: str, table: _Table) -> Incoming | Problem:
    raw = ",".join(cells).encode(errors="surrogateescape")
    if len(cells) != len(table.columns):
        reason = sentence(
            "the row has {cells} cells and the header has {columns}; a quote or a delimiter "
            "may be missing or too many",
            cells=len(cells),
            columns=len(table.columns),
        )
        return problem(place, reason, raw, table.terms)
    for column, cell in zip(table.columns, cells, strict=True):
        found = UNSTORABLE.search(cell)
        if found:
            at = problem(place, _unstorable(column, found.group()), raw, table.terms)
            return Problem(place, column, at.reason, at.raw)
    values = dict(zip(table.columns, cells, strict=True))
    return unclaimed(validate(RawRecord(place, values, is_cells=True), table.terms))


def _unstorable(column: str, character: str) -> str:
    if character == "\x00":
        return sentence("{column} holds the character NUL, which cannot be kept", column=column)
    byte = f"0x{ord(character) - 0xDC00:02X}"
    return sentence("{column} holds the byte {byte}, which is not UTF-8", column=column, byte=byte)


def _header(lines: _Lines, stream: FileStream, terms: Terms) -> tuple[list[str], str]:
    """The names of the columns, and the delimiter; nothing of a file without any row."""
    try:
        return _named_columns(lines, stream, terms)
    except (_RowTooLarge, csv.Error) as cause:
        raise HeaderUnusable(
            stream.path,
            sentence("has no readable first row"),
            sentence("Make the first row name the columns."),
        ) from cause


def _named_columns(lines: _Lines, stream: FileStream, terms: Terms) -> tuple[list[str], str]:
    line = next((line for line in lines if line.strip(" \t\r\n")), "")
    told = line.strip()[4:5] if line.lower().startswith("sep=") else ""
    if told:
        line = next(lines, "")
    output = _output_column(terms)
    by_delimiter = {mark: _cells(line, mark) for mark in told or _DELIMITERS}
    delimiter = max(by_delimiter, key=lambda mark: _likeness(by_delimiter[mark], output))
    columns = next(csv.reader(chain([line], lines), delimiter=delimiter, strict=True), [])
    named = [name.strip() or f"column {n}" for n, name in enumerate(columns, 1)]
    if line and output not in named:
        raise _no_output(stream, output, named)
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice:
        reason = sentence("names the column “{twice}” twice in its first row", twice=cut(twice))
        raise HeaderUnusable(stream.path, reason, sentence("Give every column a name of its own."))
    return named, delimiter


def _likeness(columns: list[str], output: str) -> tuple[bool, int]:
    """How much a first line, cut in one way, is like a header."""
    return output in columns, len(columns)


def _no_output(stream: FileStream, output: str, named: list[str]) -> HeaderUnusable:
    seen = cut(", ".join(named), 200)
    return HeaderUnusable(
        stream.path,
        sentence(
            "has no column “{output}” in its first row ({seen})", output=cut(output), seen=seen
        ),
        sentence("Say which column holds the output: --map output={named}.", named=cut(named[-1])),
    )


def _output_column(terms: Terms) -> str:
    return terms.mapping.get("output", FIELDS[FIELDS.index("output")])


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        rows = list(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return []
    return [cell.strip() for cell in rows[0]] if rows else []
