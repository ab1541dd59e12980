"""CSV that no spreadsheet obeys: one row a label, lists and objects as JSON text."""

import csv
import io
from collections.abc import Iterable
from typing import IO, Any

import orjson

from reviewer_app.domain.label_tally import Tally
from reviewer_app.domain.labels import LABEL_FIELDS, Label

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, full-width look-alikes included."""


def as_csv(file: IO[bytes], labels: Iterable[Label], tally: Tally) -> None:
    """Writes a head and one row a label; no cell can start a formula."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(LABEL_FIELDS)
    for label in labels:
        writer.writerow([_cell(label[name]) for name in LABEL_FIELDS])
        tally.count(label)
    text.detach()


def _cell(value: Any) -> str:  # noqa: ANN401 - a label's field
    if value is None:
        return ""
    if isinstance(value, list | dict):
        value = orjson.dumps(value).decode()
    if isinstance(value, str):
        starts = value.startswith(FORMULA_STARTS) or value.lstrip().startswith(FORMULA_STARTS)
        return f"'{value}" if starts else value
    return str(value)
