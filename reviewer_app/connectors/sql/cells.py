"""What cells of a database hold, as JSON has it."""

import base64
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any

from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse


def as_json(value: Any) -> Any:  # noqa: ANN401 - a cell holds anything
    """A cell's value as JSON; times in ISO 8601, what JSON has no kind for as text."""
    if value is None or isinstance(value, bool | str | int) or _is_finite(value):
        return value
    if isinstance(value, Mapping):
        return {str(name): as_json(part) for name, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_json(part) for part in value]
    return _said(value)


def _said(value: Any) -> Any:  # noqa: ANN401 - a cell holds anything
    """A single value that JSON may have no kind for."""
    match value:
        case Decimal():
            return _number(value)
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case bytes() | bytearray() | memoryview():
            return _text(bytes(value))
        case _:
            return str(value)


def unpacked(value: Any) -> Any:  # noqa: ANN401 - a cell holds anything
    """A cell with the JSON that its text holds, so that an expression can lead into it."""
    if not isinstance(value, str) or value.strip()[:1] not in ("{", "["):
        return value
    return parsed(value)


def parsed(value: str | bytes) -> Any:  # noqa: ANN401 - any JSON comes in
    """The JSON that a driver found in a column; the text itself where it cannot be kept."""
    text = value if isinstance(value, str) else value.decode("utf-8", "replace")
    try:
        return parse(text)
    except JsonRefused:
        return text


def _is_finite(value: Any) -> bool:  # noqa: ANN401 - a cell holds anything
    return isinstance(value, float) and isfinite(value)


def _number(value: Decimal) -> int | float | str:
    """A decimal as a number where JSON's readers lose nothing of it."""
    if not value.is_finite() or value.adjusted() > 300:
        return str(value)
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)


def _text(value: bytes) -> str:
    """Bytes as the text that they are, else in base 64."""
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return base64.b64encode(value).decode()
    return text if "\x00" not in text else base64.b64encode(value).decode()
