"""How far a table has been read: the last value of the column that says what is new."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from reviewer_app.connectors.web.moments import USUAL_OVERLAP
from reviewer_app.domain.durations import parse_duration
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse

USUAL_COUNT = 1_000
"""How many numbers are looked at again: one is given out before others can see its row."""

_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)([ T])(\d\d:\d\d:\d\d)(.*)", re.DOTALL)
_KINDS: Mapping[str, Callable[[str], Any]] = {
    "int": int,
    "float": float,
    "str": str,
    "Decimal": Decimal,
    "UUID": UUID,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
}
"""The kinds of values that lead on, with what reads their text."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """How far back each reading looks: in time, and in numbers."""

    time: timedelta = USUAL_OVERLAP
    count: int = USUAL_COUNT

    @classmethod
    def parse(cls, text: str) -> "Overlap":
        """The overlap that a person set: a duration, or a count.

        Raises:
            UsageError: it is neither.
        """
        text = text.strip()
        if not text:
            return cls()
        if text.isascii() and text.isdecimal():
            return cls(count=int(text))
        return cls(time=parse_duration(text))

    def before(self, value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
        """The value to read on from."""
        if isinstance(value, int | Decimal | float):
            return value - self.count
        if isinstance(value, datetime):
            return value - self.time if value.year > 1 else value
        if isinstance(value, date):
            return value - self.time - timedelta(days=1)
        if isinstance(value, str) and (found := _CLOCK.fullmatch(value)):
            return self._earlier(*found.groups()) or value
        return value

    def _earlier(self, day: str, between: str, clock: str, _: str) -> str | None:
        """A time that is kept as text: it is compared as text, so its look stays."""
        try:
            moment = datetime.fromisoformat(f"{day}T{clock}") - self.time
        except (ValueError, OverflowError):
            return None
        return moment.replace(tzinfo=UTC).strftime(f"%Y-%m-%d{between}%H:%M:%S")


@dataclass(frozen=True, slots=True)
class Mark:
    """A value of one column."""

    column: str
    value: Any = field(repr=False)

    @classmethod
    def of_text(cls, text: str | None, column: str) -> "Mark | None":
        """The mark that a cursor tells of; None where it is of another column or none of ours."""
        try:
            told = parse(text) if text else None
        except JsonRefused:
            return None
        if not isinstance(told, dict) or told.get("column") != column or not column:
            return None
        read = _KINDS.get(str(told.get("kind")))
        try:
            return cls(column, read(str(told.get("value")))) if read else None
        except (ValueError, ArithmeticError):
            return None

    @property
    def text(self) -> str | None:
        """The mark as a cursor; None where a value of this kind cannot be kept."""
        kind = type(self.value).__name__
        if kind not in _KINDS:
            return None
        value = self.value.isoformat() if isinstance(self.value, date) else str(self.value)
        return json.dumps({"column": self.column, "kind": kind, "value": value})
