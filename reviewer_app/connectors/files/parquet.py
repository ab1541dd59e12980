"""Parquet: one record a row, read in small batches."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Protocol, cast

from reviewer_app.connectors.claims import unclaimed
from reviewer_app.connectors.files.records import Part, problem, too_large
from reviewer_app.connectors.records.stream import FileStream, FileUnreadable
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.json.faults import cut, fault_in
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import RawRecord, Terms, validate

MAGIC = b"PAR1"
"""What a Parquet file starts with."""

_BATCH_BYTES = 4 * 2**20
_BATCH_ROWS = 1024


class _ParquetFile(Protocol):
    """What is used of an open Parquet file; the library has no types of its own."""

    metadata: Any
    schema_arrow: Any

    def iter_batches(
        self, batch_size: int, row_groups: list[int], *, use_threads: bool
    ) -> Iterator[Any]: ...


class ParquetMissing(FileUnreadable):
    """The library that reads Parquet is not installed."""


def read_parquet(stream: FileStream, label: str, terms: Terms) -> Iterator[Part]:
    """The records of a Parquet file; a place names the row, counted from 1.

    Raises:
        ParquetMissing: the optional library is not installed.
        FileUnreadable: it is no Parquet file, or has no column for the output.
    """
    file = _opened(stream)
    _check_columns(file, stream, terms)
    rows = max(1, file.metadata.num_rows)
    for number, row in _rows(file):
        place = f"{label}:row {number}"
        outcome = _damaged(place, terms) if row is None else _outcome(row, place, terms)
        yield Part(outcome, stream.total * number // rows)


def _rows(file: _ParquetFile) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """The number and columns of each row; None, once, for the rows of a group that is damaged."""
    size = _rows_a_batch(file)
    first = 1
    for group in range(file.metadata.num_row_groups):
        batches = file.iter_batches(size, [group], use_threads=False)
        number = first
        for row in _rows_of(batches):
            yield number, row
            number += 1
        first += file.metadata.row_group(group).num_rows


def _rows_of(batches: Iterator[Any]) -> Iterator[dict[str, Any] | None]:
    while True:
        try:
            batch = next(batches, None)
            rows = batch.to_pylist(maps_as_pydicts="lossy") if batch else []
        except (OSError, ValueError, NotImplementedError):
            yield None
            return
        if batch is None:
            return
        yield from rows


def _damaged(place: str, terms: Terms) -> Problem:
    reason = sentence("the file is damaged here; the rest of this row group cannot be read")
    return problem(place, reason, b"", terms)


def _opened(stream: FileStream) -> _ParquetFile:
    try:
        import pyarrow as pa  # type: ignore[import-untyped] # noqa: PLC0415 - optional and slow
        from pyarrow import parquet  # noqa: PLC0415 - as above
    except ImportError as cause:
        raise ParquetMissing(
            stream.path,
            sentence("is a Parquet file, and the library that reads those is not installed"),
            sentence("Install it with: pip install 'reviewer-app[parquet]'"),
        ) from cause
    try:
        return cast("_ParquetFile", parquet.ParquetFile(stream.disk, pre_buffer=False))
    except (pa.ArrowException, OSError) as cause:
        reason = sentence("is no Parquet file, or a damaged one")
        advice = sentence("Fetch it again from where it came from; a Parquet file is not gzipped.")
        raise FileUnreadable(stream.path, reason, advice) from cause


def _check_columns(file: _ParquetFile, stream: FileStream, terms: Terms) -> None:
    output = terms.mapping.get("output", "output")
    names = list(file.schema_arrow.names)
    if output in names or output.partition(".")[0] in names:
        return
    raise FileUnreadable(
        stream.path,
        sentence(
            "has no column “{output}” (its columns are {names})",
            output=cut(output),
            names=cut(", ".join(names), 200),
        ),
        sentence("Say which column holds the output: --map output=COLUMN."),
    )


def _rows_a_batch(file: _ParquetFile) -> int:
    """As many rows as take a few megabytes on average, so that memory stays bounded."""
    groups = range(file.metadata.num_row_groups)
    size = sum(file.metadata.row_group(n).total_byte_size for n in groups)
    average: int = max(1, size // max(1, file.metadata.num_rows))
    return max(1, min(_BATCH_ROWS, _BATCH_BYTES // average))


def _outcome(row: dict[str, Any], place: str, terms: Terms) -> Incoming | Problem:
    size = sum(len(value) for value in row.values() if isinstance(value, str | bytes))
    if size > terms.limits.record:
        return too_large(place, str(row)[:8192].encode(errors="replace"), size, terms)
    values = {name: _plain(value) for name, value in row.items()}
    fault = fault_in({name: value for name, value in values.items() if name != "confidence"})
    if fault:
        raw = str(values)[: terms.limits.raw_characters]
        return Problem(place, fault[0], fault[1], raw.encode(errors="replace").decode())
    return unclaimed(validate(RawRecord(place, values), terms))


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell is any of Parquet's kinds
    """A cell's value as JSON has it; bytes, which JSON has not, as hexadecimal text."""
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    plain = _PLAIN.get(type(value))
    return plain(value) if plain else value


def _plain_decimal(value: Decimal) -> float | str:
    """A number where a float writes it alike; else its text, so that no digit is lost."""
    number = float(value)
    return number if Decimal(repr(number)) == value else str(value)


_PLAIN: dict[type, Callable[[Any], Any]] = {
    datetime: datetime.isoformat,
    date: date.isoformat,
    time: time.isoformat,
    timedelta: timedelta.total_seconds,
    Decimal: _plain_decimal,
    bytes: bytes.hex,
}
