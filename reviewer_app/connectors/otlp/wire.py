"""Requests of OTLP in JSON, decoded: spans and log records with plain values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

DEPTH = 50
"""How deep values may lie in one another; deeper ones are left as they came."""

Values = dict[str, Any]

_HEX = re.compile(r"[0-9a-fA-F]+")
_OTHERS = ("resourceMetrics", "resourceProfiles")


@dataclass(slots=True)
class Event:
    """Something that happened in a span, or a log record that belongs to one.

    Times are nanoseconds since 1970.
    """

    name: str
    values: Values
    at: int = 0
    trace_id: str = ""
    span_id: str = ""
    body: Any = None
    resource: Values = field(default_factory=dict)


@dataclass(slots=True)
class Span:
    """One operation of a trace. `size` is about how many characters it has."""

    trace_id: str
    span_id: str
    parent_id: str
    name: str
    start: int
    end: int
    values: Values
    resource: Values = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    error: str = ""
    size: int = 0
    is_stripped: bool = False


def is_request(value: object) -> bool:
    """Whether a value is a request of OTLP, of whatever signal."""
    known = ("resourceSpans", "resourceLogs", *_OTHERS)
    return isinstance(value, Mapping) and any(isinstance(value.get(key), list) for key in known)


def spans_in(request: Mapping[str, Any]) -> Iterator[Span]:
    """The spans of a request."""
    for resource, span in _records(request, "resourceSpans", "scopeSpans", "spans"):
        trace_id, span_id = _id(span, "traceId"), _id(span, "spanId")
        if trace_id and span_id:
            yield _span(trace_id, span_id, span, resource)


def logs_in(request: Mapping[str, Any]) -> Iterator[Event]:
    """The log records of a request that have a name, as events do."""
    for resource, record in _records(request, "resourceLogs", "scopeLogs", "logRecords"):
        values = values_in(record.get("attributes"))
        name = record.get("eventName") or values.get("event.name")
        if isinstance(name, str):
            yield Event(
                name,
                values,
                _nanos(record, "timeUnixNano") or _nanos(record, "observedTimeUnixNano"),
                _id(record, "traceId"),
                _id(record, "spanId"),
                plain(record.get("body")),
                resource,
            )


def _records(
    request: Mapping[str, Any], outer: str, inner: str, name: str
) -> Iterator[tuple[Values, Mapping[str, Any]]]:
    for group in _objects(request.get(outer)):
        about = group.get("resource")
        resource = values_in(about.get("attributes")) if isinstance(about, Mapping) else {}
        for scope in _objects(group.get(inner)):
            for record in _objects(scope.get(name)):
                yield resource, record


def _span(trace_id: str, span_id: str, span: Mapping[str, Any], resource: Values) -> Span:
    events = [
        Event(
            str(part.get("name", "")),
            values_in(part.get("attributes")),
            _nanos(part, "timeUnixNano"),
        )
        for part in _objects(span.get("events"))
    ]
    values = values_in(span.get("attributes"))
    size = sum(map(_size, values.values())) + sum(_size(event.values) for event in events)
    return Span(
        trace_id,
        span_id,
        _id(span, "parentSpanId"),
        str(span.get("name", "")),
        _nanos(span, "startTimeUnixNano"),
        _nanos(span, "endTimeUnixNano"),
        values,
        resource,
        events,
        _error(span.get("status")),
        size + 200,
    )


def _error(status: object) -> str:
    """What a span failed with; empty where it did not."""
    if not isinstance(status, Mapping) or status.get("code") not in (2, "2", "STATUS_CODE_ERROR"):
        return ""
    return str(status.get("message") or "error")


def values_in(listed: object) -> Values:
    """Attributes by their keys."""
    return {
        str(part["key"]): plain(part.get("value")) for part in _objects(listed) if "key" in part
    }


def plain(value: object, depth: int = 0) -> Any:  # noqa: ANN401 - any JSON goes out
    """A typed value as a plain one."""
    if not isinstance(value, Mapping) or len(value) != 1 or depth > DEPTH:
        return value
    kind, inner = next(iter(value.items()))
    if kind == "arrayValue":
        return [plain(part, depth + 1) for part in _listed(inner)]
    if kind == "kvlistValue":
        pairs = [part for part in _listed(inner) if isinstance(part, Mapping) and "key" in part]
        return {str(part["key"]): plain(part.get("value"), depth + 1) for part in pairs}
    if kind == "intValue":
        return _whole(inner)
    return inner if kind in {"stringValue", "boolValue", "doubleValue", "bytesValue"} else value


def _listed(value: object) -> Sequence[object]:
    found = value.get("values") if isinstance(value, Mapping) else None
    return found if isinstance(found, list) else ()


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    for part in value if isinstance(value, list) else ():
        if isinstance(part, Mapping):
            yield part


def _whole(value: object) -> object:
    """A whole number, which JSON of OTLP writes as text."""
    is_number = isinstance(value, str) and value.removeprefix("-").isdecimal() and len(value) < 25
    return int(str(value)) if is_number else value


def _nanos(record: Mapping[str, Any], key: str) -> int:
    found = _whole(record.get(key))
    return found if isinstance(found, int) and found > 0 else 0


def _id(record: Mapping[str, Any], key: str) -> str:
    """An id, which is hexadecimal or, from some writers, base 64; one of zeros alone is none."""
    found = record.get(key)
    text = found if isinstance(found, str) else ""
    if not text.strip("0"):
        return ""
    return text.lower() if _HEX.fullmatch(text) else text


def _size(value: object) -> int:
    """About how many characters a value has."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Mapping):
        return sum(len(str(name)) + _size(part) for name, part in value.items())
    return sum(map(_size, value)) if isinstance(value, list) else 8
