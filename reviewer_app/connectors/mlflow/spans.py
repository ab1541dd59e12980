"""The spans of a trace, as MLflow writes them, made the steps that a reviewer reads."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any

from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse, text_of

Span = Mapping[str, Any]
"""A span in our own words: what it is, when, what went in and out; attributes are values."""

INPUTS, OUTPUTS = "mlflow.spanInputs", "mlflow.spanOutputs"

_TYPE, _USAGE, _MODEL = "mlflow.spanType", "mlflow.chat.tokenUsage", "mlflow.llm.model"
_COST, _ABOUT = "mlflow.llm.cost", "mlflow.spanDescription"
_OWN = frozenset({INPUTS, OUTPUTS, _TYPE, _USAGE, _MODEL, _COST, _ABOUT})
_NOISE = frozenset(
    {"mlflow.traceRequestId", "mlflow.spanFunctionName", "mlflow.spanLogLevel", "mlflow.spanLinks"}
)
_DEEPEST = 50


def span_of(raw: Span) -> Span:
    """The span in our own words."""
    texts = attributes_of(raw)
    known = {key: value_in(text) for key, text in texts.items() if key not in _NOISE}
    status, _ = _status(raw)
    usage, cost = known.get(_USAGE), known.get(_COST)
    made = {
        "name": raw.get("name") or "span",
        "type": known.get(_TYPE) or "UNKNOWN",
        "span_id": _id(_ids(raw).get("span_id")),
        "parent_span_id": _id(parent_of(raw)),
        "start_time_unix_nano": raw.get("start_time_unix_nano") or raw.get("start_time"),
        "end_time_unix_nano": raw.get("end_time_unix_nano") or raw.get("end_time"),
        "status": status,
        "error": error_in(raw) or None,
        "description": known.get(_ABOUT),
        "inputs": known.get(INPUTS),
        "outputs": known.get(OUTPUTS),
        "model": known.get(_MODEL),
        "usage": usage if isinstance(usage, Mapping) else None,
        "cost_usd": cost.get("total_cost") if isinstance(cost, Mapping) else None,
        "attributes": {k: v for k, v in known.items() if k not in _OWN} or None,
    }
    return {key: value for key, value in made.items() if value is not None}


def _ids(raw: Span) -> Mapping[str, Any]:
    """Where a span's ids are: beside its name, or in a context as older clients wrote them."""
    context = raw.get("context")
    return context if isinstance(context, dict) else raw


def parent_of(raw: Span) -> object:
    """The id of the span that it was done in; nothing where it is the first one."""
    return raw.get("parent_span_id") or raw.get("parent_id")


def attributes_of(raw: Span) -> dict[str, str]:
    """The attributes, each as JSON text: what the agent's client wrote, where the server has it."""
    found = raw.get("attributes")
    if isinstance(found, list):
        pairs = [part for part in found if isinstance(part, dict) and "key" in part]
        return {str(part["key"]): text_of(_plain(part.get("value"))) for part in pairs}
    given = found if isinstance(found, dict) else {}
    return {k: v if isinstance(v, str) else text_of(v) for k, v in given.items()}


def _plain(value: object, depth: int = 0) -> object:
    """A value of OpenTelemetry's protocol, in JSON with names of either spelling."""
    if not isinstance(value, dict) or len(value) != 1 or depth > _DEEPEST:
        return None
    kind, inner = next(iter(value.items()))
    listed = inner.get("values") if isinstance(inner, dict) else None
    parts = listed if isinstance(listed, list) else []
    match kind:
        case "array_value" | "arrayValue":
            return [_plain(part, depth + 1) for part in parts]
        case "kvlist_value" | "kvlistValue":
            return {str(p["key"]): _plain(p.get("value"), depth + 1) for p in parts if "key" in p}
        case "int_value" | "intValue":
            return int(inner) if isinstance(inner, str) else inner
        case _:
            return inner


def error_in(raw: Span) -> str:
    """What the span says went wrong; empty where nothing did."""
    status, message = _status(raw)
    return (message or _raised(raw)) if status == "ERROR" else ""


def _status(raw: Span) -> tuple[str, str]:
    found = raw.get("status")
    status = found if isinstance(found, dict) else {}
    code = str(status.get("code") or raw.get("status_code") or "")
    message = str(status.get("message") or raw.get("status_message") or "")
    return code.removeprefix("STATUS_CODE_"), message


def _raised(raw: Span) -> str:
    """What an exception said that the span kept as an event."""
    return next((text for text in _messages(raw) if text), "")


def _messages(raw: Span) -> Iterator[str]:
    events = raw.get("events")
    for event in events if isinstance(events, list) else []:
        about = event.get("attributes") if isinstance(event, dict) else None
        if isinstance(about, dict):
            yield str(about.get("exception.message") or about.get("exception.type") or "")


def value_in(text: str) -> Any:  # noqa: ANN401 - any JSON comes in
    """The value of a JSON text; the text itself where it is none."""
    try:
        return parse(text)
    except JsonRefused:
        return text


def _id(value: object) -> str | None:
    """A span's id in hexadecimal, as MLflow's window shows it."""
    if not isinstance(value, str) or not value:
        return None
    try:
        found = base64.b64decode(value, validate=True)
    except binascii.Error:
        return value
    return found.hex() if len(found) == 8 else value
