"""The spans of a trace: fetched whole, and written as the steps that a reviewer reads."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reviewer_app.connectors.mlflow.refusals import NotMlflow, error_of
from reviewer_app.connectors.web.client import Client, Reply, ReplyUnreadable
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
_TRIES = 2


@dataclass(frozen=True, slots=True)
class Full:
    """A trace's spans; `request` and `response` are the JSON texts of its first one."""

    spans: tuple[Span, ...]
    request: str | None = None
    response: str | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class NotKept:
    """Why the server does not give a trace's spans."""

    told: str


def fetched(client: Client, trace_id: str) -> Full | NotKept:
    """The trace as it was recorded, wherever the server keeps it: its database or an archive.

    This is the call of MLflow's own window. The one for programs knows the database alone, and
    its numbers are those of Protocol Buffers, not those that the agent wrote.

    Raises:
        Unreachable: the server does not answer. One that only this trace fails on is NotKept.
    """
    try:
        reply = _asked(client, trace_id)
        if reply.status >= 400:
            code, told = error_of(reply)
            if not code:
                raise NotMlflow(client.place, reply.status)
            return NotKept(told or code)
        return _full(reply.object())
    except ReplyUnreadable as unreadable:
        return NotKept(str(unreadable))


def _asked(client: Client, trace_id: str) -> Reply:
    for _ in range(_TRIES):
        reply = client.send(
            "GET",
            "/ajax-api/2.0/mlflow/get-trace-artifact",
            params={"request_id": trace_id},
            taken=(400, 404, 500),
        )
        if reply.status < 500:
            break
    return reply


def _full(told: Mapping[str, Any]) -> Full:
    listed = told.get("spans")
    raw = [span for span in listed if isinstance(span, dict)] if isinstance(listed, list) else []
    root = next((span for span in raw if not _parent(span)), None)
    if root is None:
        return Full(tuple(_span(span) for span in raw))
    attributes = _attributes(root)
    status, message = _status(root)
    return Full(
        tuple(_span(span) for span in raw),
        attributes.get(INPUTS),
        attributes.get(OUTPUTS),
        (message or _raised(root)) if status == "ERROR" else "",
    )


def _span(raw: Span) -> Span:
    texts = _attributes(raw)
    known = {key: value_in(text) for key, text in texts.items() if key not in _NOISE}
    status, message = _status(raw)
    usage, cost = known.get(_USAGE), known.get(_COST)
    made = {
        "name": raw.get("name") or "span",
        "type": known.get(_TYPE) or "UNKNOWN",
        "span_id": _id(_ids(raw).get("span_id")),
        "parent_span_id": _id(_parent(raw)),
        "start_time_unix_nano": raw.get("start_time_unix_nano") or raw.get("start_time"),
        "end_time_unix_nano": raw.get("end_time_unix_nano") or raw.get("end_time"),
        "status": status,
        "error": (message or _raised(raw)) if status == "ERROR" else None,
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


def _parent(raw: Span) -> object:
    return raw.get("parent_span_id") or raw.get("parent_id")


def _attributes(raw: Span) -> dict[str, str]:
    """The attributes, each the JSON text that the agent's client wrote."""
    found = raw.get("attributes")
    given = found if isinstance(found, dict) else {}
    return {k: v if isinstance(v, str) else text_of(v) for k, v in given.items()}


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
