"""Requests of OTLP as the collector's file exporter writes them, for tests."""

import json
from collections.abc import Mapping
from typing import Any

SECOND = 10**9
START = 1_760_000_000 * SECOND
TRACE = "5b8efff798038103d269b633813fc60c"


def typed(value: Any) -> dict[str, Any]:
    """A value as OTLP writes it."""
    match value:
        case bool():
            return {"boolValue": value}
        case int():
            return {"intValue": str(value)}
        case float():
            return {"doubleValue": value}
        case str():
            return {"stringValue": value}
        case list():
            return {"arrayValue": {"values": [typed(part) for part in value]}}
        case dict():
            return {"kvlistValue": {"values": pairs(value)}}
    raise TypeError(value)


def pairs(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"key": key, "value": typed(value)} for key, value in values.items()]


def span(
    number: int,
    values: Mapping[str, Any],
    *,
    parent: int = 0,
    at: int = 0,
    trace: str = TRACE,
    name: str = "step",
    **more: Any,
) -> dict[str, Any]:
    """A span of two seconds that begins so many seconds after the start."""
    return {
        "traceId": trace,
        "spanId": f"{number:016x}",
        "parentSpanId": f"{parent:016x}" if parent else "",
        "name": name,
        "startTimeUnixNano": str(START + at * SECOND),
        "endTimeUnixNano": str(START + (at + 2) * SECOND),
        "attributes": pairs(values),
        **more,
    }


def spans(*found: Mapping[str, Any], service: str = "shop") -> dict[str, Any]:
    """A request with spans."""
    return {
        "resourceSpans": [
            {
                "resource": {"attributes": pairs({"service.name": service})},
                "scopeSpans": [{"scope": {"name": "agents"}, "spans": list(found)}],
            }
        ]
    }


def log(
    name: str, values: Mapping[str, Any], number: int, *, body: Any = None, trace: str = TRACE
) -> dict[str, Any]:
    """A log record that is an event of a span."""
    record: dict[str, Any] = {
        "timeUnixNano": str(START + SECOND),
        "eventName": name,
        "traceId": trace,
        "spanId": f"{number:016x}",
        "attributes": pairs(values),
    }
    return record if body is None else {**record, "body": typed(body)}


def logs(*found: Mapping[str, Any]) -> dict[str, Any]:
    """A request with log records."""
    return {"resourceLogs": [{"resource": {}, "scopeLogs": [{"logRecords": list(found)}]}]}


def lines(*requests: Mapping[str, Any]) -> str:
    """Requests, one a line."""
    return "".join(json.dumps(request) + "\n" for request in requests)


def said(text: str, role: str = "assistant") -> list[dict[str, Any]]:
    """One message of one text."""
    return [{"role": role, "parts": [{"type": "text", "content": text}]}]


def chat(text: str, **more: Any) -> dict[str, Any]:
    """The attributes of a call of a model."""
    return {
        "gen_ai.operation.name": "chat",
        "gen_ai.request.model": "m-1",
        "gen_ai.input.messages": json.dumps(said("How much?", "user")),
        "gen_ai.output.messages": json.dumps(said(text)),
        **more,
    }


def agent(text: str | None, **more: Any) -> dict[str, Any]:
    """The attributes of an agent's run."""
    given = {} if text is None else {"gen_ai.output.messages": json.dumps(said(text))}
    return {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.agent.name": "Biller",
        **given,
        **more,
    }


def tool(result: str) -> dict[str, Any]:
    """The attributes of a call of a tool."""
    return {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": "book",
        "gen_ai.tool.call.arguments": '{"amount": 12.5}',
        "gen_ai.tool.call.result": result,
    }
