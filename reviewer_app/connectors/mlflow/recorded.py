"""What was recorded of a trace, fetched whole from wherever the server keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.mlflow.refusals import NotMlflow, error_of
from reviewer_app.connectors.mlflow.spans import (
    INPUTS,
    OUTPUTS,
    Span,
    attributes_of,
    error_in,
    parent_of,
    span_of,
)
from reviewer_app.connectors.web.client import Client, Params, Reply, ReplyUnreadable

WINDOW = "/ajax-api/2.0/mlflow/get-trace-artifact"
"""The call of MLflow's own window: it gives texts as the agent's client wrote them, and reads the
database as well as archives, where many traces are kept."""

PROGRAMS = "/api/3.0/mlflow/traces/get"
"""The call for programs, where the other one is not let through: it knows the database alone, and
its numbers are those of Protocol Buffers."""

_TRIES = 2


@dataclass(frozen=True, slots=True)
class Recorded:
    """A trace's spans; `request` and `response` are the JSON texts of its first one."""

    spans: tuple[Span, ...] = ()
    request: str | None = None
    response: str | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class NotKept:
    """Why the server does not give what was recorded of a trace."""

    told: str


def fetched(client: Client, trace_id: str) -> Recorded | NotKept:
    """The trace as it was recorded.

    Raises:
        Unreachable: the server does not answer. One that only this trace fails on is NotKept.
    """
    try:
        reply = _asked(client, WINDOW, {"request_id": trace_id})
        if reply.status == 404 and not error_of(reply)[0]:
            params = {"trace_id": trace_id, "allow_partial": "true"}
            reply = _asked(client, PROGRAMS, params)
        return _recorded(client, reply)
    except (ReplyUnreadable, PushRefused) as refused:
        return NotKept(str(refused))


def _asked(client: Client, path: str, params: Params) -> Reply:
    """The answer, a failure among them; the server's own is asked about twice."""
    reply = client.send("GET", path, params=params, taken=(400, 404, 500))
    for _ in range(_TRIES - 1):
        if reply.status == 500:
            reply = client.send("GET", path, params=params, taken=(400, 404, 500))
    return reply


def _recorded(client: Client, reply: Reply) -> Recorded | NotKept:
    if reply.status >= 400:
        code, told = error_of(reply)
        if not code:
            raise NotMlflow(client.place, reply.status)
        return NotKept(told or code)
    told_of = reply.object()
    inner = told_of.get("trace", told_of)
    listed = inner.get("spans") if isinstance(inner, dict) else None
    return _of([s for s in listed if isinstance(s, dict)] if isinstance(listed, list) else [])


def _of(raw: Sequence[Mapping[str, Any]]) -> Recorded:
    spans = tuple(span_of(span) for span in raw)
    root = next((span for span in raw if not parent_of(span)), None)
    if root is None:
        return Recorded(spans)
    texts = attributes_of(root)
    return Recorded(spans, texts.get(INPUTS), texts.get(OUTPUTS), error_in(root))
