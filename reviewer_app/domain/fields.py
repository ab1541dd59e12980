"""The single fields of a record from outside: what each may be, and why it is refused."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from datetime import date as calendar_date
from decimal import Decimal
from math import isfinite
from typing import Any

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.json.faults import JsonRefused, cut, kind_of
from reviewer_app.domain.json.text import parse, text_of
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import OutputType

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ].*)?|\d{8}(?:[Tt].*)?", re.DOTALL)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?")
_NUMBER_CHARACTERS = 64
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_UNITS = ((10**17, 10**9), (10**14, 10**6), (10**11, 10**3))
"""From which size on a number of a time counts how many units a second; smaller are seconds."""


class FieldRefused(ReviewerError):
    """One field of a record cannot be taken; `reason` says why, in words for a person."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


def short_text(field: str, value: Any, most: int) -> str:  # noqa: ANN401 - any JSON comes in
    """A name: a text or a number, no longer than `most` characters; empty where missing."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise FieldRefused(
            field,
            sentence("{field} is {kind}; it must be a text", field=field, kind=kind_of(value)),
        )
    text = value if isinstance(value, str) else str(value)
    if len(text) > most:
        reason = sentence(
            "{field} has {length:,} characters; it may have {most}",
            field=field,
            length=len(text),
            most=most,
        )
        raise FieldRefused(field, reason)
    return text


def number_in(text: str) -> float | None:
    """The number that a cell of a table holds; None where it holds none."""
    stripped = text.strip()
    if len(stripped) > _NUMBER_CHARACTERS:
        return None
    if stripped.lower().lstrip("+-") in {"nan", "inf", "infinity"}:
        return float(stripped)
    return float(stripped) if _NUMBER.fullmatch(stripped) else None


def is_plain_number(text: str) -> bool:
    """Whether a cell holds what JSON would write as that number, so that nothing is lost.

    A post code with a leading zero is none.
    """
    return _JSON_NUMBER.fullmatch(text.strip()) is not None


def confidence(value: Any) -> float | None:  # noqa: ANN401 - any JSON comes in
    """A confidence from 0 to 1; None where missing."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        seen = f"“{cut(value)}”" if isinstance(value, str) else kind_of(value)
        reason = sentence("confidence is {seen}; it must be a number between 0 and 1", seen=seen)
        raise FieldRefused("confidence", reason)
    if not 0 <= value <= 1:
        reason = sentence("confidence is {seen}; it must lie between 0 and 1", seen=_seen(value))
        raise FieldRefused("confidence", reason)
    return float(value)


def seconds(field: str, value: Any) -> float | None:  # noqa: ANN401 - any JSON comes in
    """A length of time that is not negative; None where missing."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FieldRefused(
            field,
            sentence("{field} is {kind}; it must be a number", field=field, kind=kind_of(value)),
        )
    if not 0 <= value < 10**12:
        reason = sentence(
            "{field} is {seen}; it must be a length of time, zero or more",
            field=field,
            seen=_seen(value),
        )
        raise FieldRefused(field, reason)
    return float(value)


def moment(field: str, value: Any) -> datetime | None:  # noqa: ANN401 - any JSON comes in
    """A time in UTC, from ISO 8601 (without an offset it is UTC) or a number since 1970.

    A number counts seconds, or milli-, micro- or nanoseconds where it is that large.
    """
    if value is None or value == "":
        return None
    try:
        found = _moment(value)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        seen = f"“{cut(value, 40)}”" if isinstance(value, str) else _seen(value)
        reason = sentence(
            "{field} is {seen}; it must be a time such as 2026-11-24T09:30:00Z",
            field=field,
            seen=seen,
        )
        raise FieldRefused(field, reason)
    return found


def output_type_named(value: Any) -> OutputType | None:  # noqa: ANN401 - any JSON comes in
    """The output type that a record names; None where it names none."""
    if value is None or value == "":
        return None
    name = value.strip().lower().replace("-", "_").replace(" ", "_") if _is_text(value) else ""
    if name in set(OutputType):
        return OutputType(name)
    seen = f"“{cut(value)}”" if isinstance(value, str) else kind_of(value)
    reason = sentence(
        "output_type is {seen}; it must be one of {known}",
        seen=seen,
        known=", ".join(OutputType),
    )
    raise FieldRefused("output_type", reason)


def output_type_of(value: Any) -> OutputType:  # noqa: ANN401 - any JSON comes in
    """The type of an output that names none, by what it is."""
    if isinstance(value, str):
        return OutputType.JSON if _holds_json(value) else OutputType.TEXT
    if isinstance(value, list) and value:
        if all(isinstance(part, Mapping) and {"role", "content"} <= part.keys() for part in value):
            return OutputType.MESSAGES
        if all(isinstance(part, Mapping) and _is_tool_call(part) for part in value):
            return OutputType.TOOL_CALLS
    return OutputType.JSON


def json_in(field: str, value: Any) -> Any:  # noqa: ANN401 - any JSON comes in and goes out
    """What a cell of a table holds as JSON text."""
    if not isinstance(value, str):
        return value
    try:
        return parse(value) if value.strip() else None
    except JsonRefused as wrong:
        raise FieldRefused(
            field, sentence("{field} must be JSON, and {reason}", field=field, reason=wrong.reason)
        ) from wrong


def trace_text(value: Any) -> str | None:  # noqa: ANN401 - any JSON comes in
    """A trace as JSON text; a text that is no JSON object or list becomes a JSON string."""
    if value is None:
        return None
    return value if isinstance(value, str) and _holds_json(value) else text_of(value)


def _moment(value: Any) -> datetime | None:  # noqa: ANN401 - any JSON comes in
    if isinstance(value, datetime):
        return _in_utc(value)
    if isinstance(value, calendar_date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, str):
        text = value.strip()
        text = f"{text[:-4]}+00:00" if text.endswith(" UTC") else text
        return _in_utc(datetime.fromisoformat(text)) if _ISO.fullmatch(text) else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    per_second = next((unit for least, unit in _EPOCH_UNITS if abs(value) >= least), 1)
    return _EPOCH + timedelta(seconds=value / per_second)


def _in_utc(value: datetime) -> datetime:
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _is_text(value: Any) -> bool:  # noqa: ANN401 - any JSON comes in
    return isinstance(value, str)


def _is_tool_call(part: Mapping[str, Any]) -> bool:
    if part.get("type") in ("function", "tool_call", "tool_use"):
        return True
    return {"name", "arguments"} <= part.keys() or {"name", "args"} <= part.keys()


def _holds_json(text: str) -> bool:
    """Whether a text is a JSON object or list and nothing else."""
    ends = text[:1].strip() + text[-1:].strip() or text.strip()[:1] + text.strip()[-1:]
    if ends not in {"{}", "[]"}:
        return False
    try:
        parse(text)
    except JsonRefused:
        return False
    return True


def _seen(value: Any) -> str:  # noqa: ANN401 - any JSON comes in
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return cut(str(value), 40) if is_number else kind_of(value)
