"""Parquet: one row a label, with lists as lists and nested values as JSON text."""

from collections.abc import Iterable, Iterator
from typing import IO, Any

import orjson

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.label_tally import Tally
from reviewer_app.domain.labels import LABEL_FIELDS, Label
from reviewer_app.domain.sentences import sentence

ROW_GROUP = 5_000
"""Labels that a file is written in at a time."""

LENGTH_AT_MOST = 16_000_000
"""Characters of their texts, about: long outputs make smaller groups, for memory's sake."""

LONG = ("input", "output", "expected_output")

NUMBERS = {"confidence", "propensity", "active_seconds"}
LISTS = {"error_types", "reviewers", "alternatives", "flags"}
NESTED = {"field_changes", "spans", "rubric"}


class ParquetUnavailable(UsageError):
    """The library that writes Parquet is not installed."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "Parquet files need one more library, so nothing was written. Install it with "
                "`pip install 'reviewer-app[parquet]'`, or export in another format."
            )
        )


def as_parquet(file: IO[bytes], labels: Iterable[Label], tally: Tally) -> None:
    """Writes one row a label.

    Raises:
        ParquetUnavailable: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # type: ignore[import-untyped] # noqa: PLC0415 - optional and slow
        from pyarrow import parquet  # noqa: PLC0415 - as above
    except ImportError as error:
        raise ParquetUnavailable from error
    schema = pa.schema([(name, _column(pa, name)) for name in LABEL_FIELDS])
    with parquet.ParquetWriter(file, schema) as writer:
        for group in groups(labels):
            rows = [{name: _value(name, label[name]) for name in LABEL_FIELDS} for label in group]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
            for label in group:
                tally.count(label)


def kind_of(name: str) -> str:
    """What a column holds: `float64`, `int64`, `string`, or `list` for a list of texts."""
    if name in NUMBERS:
        return "float64"
    if name == "policy_version":
        return "int64"
    return "list" if name in LISTS else "string"


def groups(labels: Iterable[Label]) -> Iterator[list[Label]]:
    """The labels, as many at a time as a row group holds; fewer where their texts are long."""
    group: list[Label] = []
    length = 0
    for label in labels:
        group.append(label)
        length += sum(len(label[name] or "") for name in LONG)
        if len(group) == ROW_GROUP or length >= LENGTH_AT_MOST:
            yield group
            group, length = [], 0
    if group:
        yield group


def _column(pa: Any, name: str) -> Any:  # noqa: ANN401 - pyarrow is optional
    kind = kind_of(name)
    return pa.list_(pa.string()) if kind == "list" else pa.type_for_alias(kind)


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - a label's field
    return orjson.dumps(value).decode() if name in NESTED else value
