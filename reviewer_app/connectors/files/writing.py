"""Labels as files: JSON Lines, CSV that no spreadsheet obeys, and Parquet."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

import orjson

from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.labels import LABEL_FIELDS, Label
from reviewer_app.domain.sentences import sentence

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, full-width look-alikes included."""

ROW_GROUP = 5_000
"""Labels that a Parquet file is written in at a time."""


class FormatUnknown(UsageError):
    """No writer knows this format."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "There is no label format “{name}”. Use {known}.",
                name=name,
                known=", ".join(WRITERS),
            )
        )


class FileUnwritable(ReviewerError):
    """The file cannot be written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            sentence(
                "{path} could not be written: {why}. What was there before is unchanged. "
                "Choose another place, or make room, and export again.",
                path=path,
                why=why,
            )
        )


class ParquetUnavailable(UsageError):
    """The library that writes Parquet is not installed."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "Parquet files need one more library, so nothing was written. Install it with "
                "`pip install 'reviewer-app[parquet]'`, or export as jsonl or csv."
            )
        )


class LabelWriter(Protocol):
    """Writes labels to an open file, in the order they come."""

    def __call__(self, file: IO[bytes], labels: Iterable[Label]) -> int:
        """Writes the labels; gives how many there were."""
        ...


def write_labels(path: Path, name: str, labels: Iterable[Label]) -> int:
    """Writes a file that is either whole or not there; gives how many labels it holds.

    Raises:
        FormatUnknown, FileUnwritable: what was at `path` before is unchanged.
    """
    if name not in WRITERS:
        raise FormatUnknown(name)
    with _replacing(path) as file:
        return WRITERS[name](file, labels)


def as_lines(file: IO[bytes], labels: Iterable[Label]) -> int:
    """One JSON object a line."""
    count = 0
    for label in labels:
        file.write(orjson.dumps(label, option=orjson.OPT_APPEND_NEWLINE))
        count += 1
    return count


def as_csv(file: IO[bytes], labels: Iterable[Label]) -> int:
    """One row a label; lists and objects are JSON text, and no cell can start a formula."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(LABEL_FIELDS)
    count = 0
    for label in labels:
        writer.writerow([_cell(label[name]) for name in LABEL_FIELDS])
        count += 1
    text.detach()
    return count


def as_parquet(file: IO[bytes], labels: Iterable[Label]) -> int:
    """One row a label, with lists as lists.

    Raises:
        ParquetUnavailable: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # type: ignore[import-untyped] # noqa: PLC0415 - optional and slow
        from pyarrow import parquet  # noqa: PLC0415 - as above
    except ImportError as error:
        raise ParquetUnavailable from error
    schema = pa.schema([(name, _column(pa, name)) for name in LABEL_FIELDS])
    count = 0
    with parquet.ParquetWriter(file, schema) as writer:
        for group in _groups(labels):
            rows = [{name: _value(name, label[name]) for name in LABEL_FIELDS} for label in group]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
            count += len(rows)
    return count


WRITERS: dict[str, LabelWriter] = {"jsonl": as_lines, "csv": as_csv, "parquet": as_parquet}
"""The formats, by name."""

NUMBERS = {"confidence", "propensity", "active_seconds"}
LISTS = {"error_types", "reviewers", "alternatives", "flags"}
NESTED = {"field_changes", "spans", "rubric"}


def _column(pa: Any, name: str) -> Any:  # noqa: ANN401 - pyarrow is optional
    if name in NUMBERS:
        return pa.float64()
    if name == "policy_version":
        return pa.int64()
    return pa.list_(pa.string()) if name in LISTS else pa.string()


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - a label's field
    return orjson.dumps(value).decode() if name in NESTED else value


def _cell(value: Any) -> str:  # noqa: ANN401 - a label's field
    if value is None:
        return ""
    if isinstance(value, list | dict):
        value = orjson.dumps(value).decode()
    if isinstance(value, str):
        starts = value.startswith(FORMULA_STARTS) or value.lstrip().startswith(FORMULA_STARTS)
        return f"'{value}" if starts else value
    return str(value)


def _groups(labels: Iterable[Label]) -> Iterator[list[Label]]:
    group: list[Label] = []
    for label in labels:
        group.append(label)
        if len(group) == ROW_GROUP:
            yield group
            group = []
    if group:
        yield group


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place when all is written."""
    partial = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            yield file
        partial.replace(path)
    except OSError as error:
        raise FileUnwritable(path, error.strerror or str(error)) from error
    finally:
        partial.unlink(missing_ok=True)
