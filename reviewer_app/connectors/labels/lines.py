"""JSON Lines: one object a label, as it is or in the shape of another tool."""

from collections.abc import Callable, Iterable, Mapping
from typing import IO, Any, Protocol

import orjson

from reviewer_app.domain.label_tally import LeftOut, Tally
from reviewer_app.domain.labels import Label

RowOf = Callable[[Label], Mapping[str, Any] | LeftOut]
"""A label in another tool's shape, or why it has no place there."""


class LabelWriter(Protocol):
    """Writes labels to an open file, in the order they come, and counts what it wrote."""

    def __call__(self, file: IO[bytes], labels: Iterable[Label], tally: Tally) -> None:
        """Writes the labels."""


def lines_of(row_of: RowOf) -> LabelWriter:
    """A writer of one JSON object a line."""

    def write(file: IO[bytes], labels: Iterable[Label], tally: Tally) -> None:
        for label in labels:
            row = row_of(label)
            if isinstance(row, LeftOut):
                tally.leave_out(row)
            else:
                file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
                tally.count(label)

    return write


def list_of(row_of: RowOf) -> LabelWriter:
    """A writer of one JSON list, an object a line."""

    def write(file: IO[bytes], labels: Iterable[Label], tally: Tally) -> None:
        between = b"[\n"
        for label in labels:
            row = row_of(label)
            if isinstance(row, LeftOut):
                tally.leave_out(row)
            else:
                file.write(between + orjson.dumps(row))
                between = b",\n"
                tally.count(label)
        file.write(b"[]\n" if between == b"[\n" else b"\n]\n")

    return write


as_lines = lines_of(lambda label: label)
"""Labels as they are."""
