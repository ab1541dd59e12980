"""The fields of one record of a trace, under the names that different tools give them."""

from collections.abc import Iterator, Mapping, Sequence

from reviewer_app.domain.json.written import Number, one_line, read_json, text_in
from reviewer_app.domain.traces.figures import (
    USAGES,
    Fields,
    cost_of,
    first,
    times_of,
    tokens_of,
    word,
)
from reviewer_app.domain.traces.trace import Step, StepKind

FIELD_CHARACTERS = 20_000
"""Characters of one argument, result or error that are kept; the source has the rest."""

NAMES = (
    "gen_ai.tool.name", "tool.name", "tool_name", "toolName", "tool", "name", "action", "node",
    "span_name", "agent", "title", "event", "gen_ai.operation.name",
)  # fmt: skip
_ARGUMENTS = (
    "gen_ai.tool.call.arguments", "arguments", "args", "tool_input", "action_input", "toolInput",
    "parameters", "params", "kwargs", "inputs", "input", "input.value", "mlflow.spanInputs",
    "gen_ai.input.messages", "gen_ai.prompt", "query", "prompt",
)  # fmt: skip
_RESULTS = (
    "gen_ai.tool.call.result", "result", "tool_output", "observation", "outputs", "output",
    "output.value", "mlflow.spanOutputs", "gen_ai.output.messages", "gen_ai.completion",
    "final_result", "response", "return_value", "completion",
)  # fmt: skip
_ERRORS = (
    "error", "error_message", "errorMessage", "exception", "exception.message", "error.message",
    "error.type", "failure",
)  # fmt: skip
_REASONS = ("statusMessage", "status_message", "status_description", "status.message")
_NOTES = ("note", "thought", "log", "description", "summary", "text", "message", "content")
_STATUSES = ("status", "status_code", "level", "state", "outcome", "status.code")
_FAILED = frozenset(
    {"failed", "failure", "error", "errored", "status_code_error", "exception", "2", "timeout"}
)
_KINDS = (
    "openinference.span.kind", "mlflow.spanType", "gen_ai.operation.name", "run_type", "span_kind",
    "spanType", "span_type", "type", "kind", "as_type",
)  # fmt: skip
_MODEL = frozenset(
    {
        "model",
        "llm",
        "chat",
        "generation",
        "chat_model",
        "generate_content",
        "text_completion",
        "completion",
        "plan",
        "thought",
        "reasoning",
    }
)
_TOOL = frozenset(
    {
        "tool",
        "execute_tool",
        "tool_call",
        "tool_use",
        "function",
        "tool-call",
        "function_call",
        "mcp_call",
        "server_tool_use",
        "retriever",
        "retrieval",
        "action",
    }
)
_AGENT = frozenset(
    {"agent", "invoke_agent", "invoke_workflow", "chain", "workflow", "graph", "create_agent"}
)


def step_in(record: Fields) -> Step | None:
    """The step that a record of a trace tells of; None where it has no name."""
    name = _name(record)
    if not name:
        return None
    arguments, result = first(record, _ARGUMENTS), first(record, _RESULTS)
    error, note = _error(record), text_in(first(record, _NOTES), FIELD_CHARACTERS + 1)
    has_failed = bool(error) or any(_status(record, key) in _FAILED for key in _STATUSES)
    start, duration = times_of(record)
    cost, currency = cost_of(record)
    words = [laid_out(value) for value in (arguments, result)]
    return Step(
        name=name[:400],
        kind=_kind(record),
        line=line_of(arguments) or one_line(note),
        arguments=words[0][:FIELD_CHARACTERS],
        result=words[1][:FIELD_CHARACTERS],
        error=error[:FIELD_CHARACTERS],
        note=note[:FIELD_CHARACTERS],
        has_failed=has_failed,
        is_cut=any(len(text) > FIELD_CHARACTERS for text in (*words, error, note)),
        start_ms=start,
        duration_ms=duration,
        cost=cost,
        currency=currency,
        tokens=tokens_of(record),
    )


def laid_out(value: object) -> str:
    """A value laid out; a text that holds JSON is laid out as well. Bounded, and one more."""
    is_json = isinstance(value, str) and value.lstrip()[:1] in ("{", "[")
    read = read_json(value, FIELD_CHARACTERS) if is_json and isinstance(value, str) else None
    return text_in(value if read is None else read, FIELD_CHARACTERS + 1)


def line_of(value: object) -> str:
    """Arguments on one line; those that come as JSON in a text are read."""
    is_json = isinstance(value, str) and value.lstrip()[:1] == "{"
    read = read_json(value, FIELD_CHARACTERS) if is_json and isinstance(value, str) else None
    return one_line(value if read is None else read)


def flat(record: Fields) -> dict[str, object]:
    """A record with its attributes beside its own fields; its own come first."""
    merged: dict[str, object] = {}
    for key in ("attributes", "extra", "metadata", "function", "status", "costDetails", *USAGES):
        inner = record.get(key)
        if isinstance(inner, list):
            merged.update(_pairs(inner))
        elif isinstance(inner, Mapping):
            prefix = f"{key}." if key == "status" else ""
            merged.update({f"{prefix}{name}": value for name, value in inner.items()})
    merged.update({key: value for key, value in record.items() if value not in (None, "")})
    return merged


def _name(record: Fields) -> str:
    agent = word(record, "gen_ai.agent.name", "agent.name")
    operation = word(record, "gen_ai.operation.name", "openinference.span.kind").lower()
    if agent and operation in _AGENT:
        return agent
    if operation in _MODEL and word(record, "name"):
        return word(record, "name")
    return word(record, *NAMES)


def _kind(record: Fields) -> StepKind:
    said = [word(record, key).lower() for key in _KINDS]
    for words, kind in ((_TOOL, StepKind.TOOL), (_MODEL, StepKind.MODEL), (_AGENT, StepKind.AGENT)):
        if any(part in words for part in said):
            return kind
    if word(record, "gen_ai.tool.name", "tool.name", "tool_name", "toolName", "tool", "action"):
        return StepKind.TOOL
    has_call = any(key in record for key in ("arguments", "args", "tool_input", "function"))
    if has_call:
        return StepKind.TOOL
    return StepKind.MODEL if word(record, "model", "gen_ai.request.model") else StepKind.OTHER


def _error(record: Fields) -> str:
    found = first(record, _ERRORS)
    if isinstance(found, Mapping):
        found = first(found, ("message", "detail", "type")) or found
    if found is not None and found is not False:
        return text_in(found, FIELD_CHARACTERS + 1) if found is not True else ""
    has_failed = any(_status(record, key) in _FAILED for key in _STATUSES)
    return text_in(first(record, _REASONS), FIELD_CHARACTERS + 1) if has_failed else ""


def _status(record: Fields, key: str) -> str:
    value = record.get(key)
    return value.rpartition(".")[2].lower() if isinstance(value, str) else ""


def _pairs(listed: Sequence[object]) -> Iterator[tuple[str, object]]:
    """The attributes of a span as OTLP writes them: a list of keys with typed values."""
    for part in listed[:2_000]:
        if isinstance(part, Mapping) and isinstance(part.get("key"), str):
            yield str(part["key"]), _plain(part.get("value"), 0)


def _plain(value: object, depth: int) -> object:
    if not isinstance(value, Mapping) or len(value) != 1 or depth > 20:
        return value
    kind, inner = next(iter(value.items()))
    if kind == "arrayValue" and isinstance(inner, Mapping):
        listed = inner.get("values")
        return [_plain(part, depth + 1) for part in listed] if isinstance(listed, list) else []
    if kind == "kvlistValue" and isinstance(inner, Mapping):
        listed = inner.get("values")
        return dict(_pairs(listed)) if isinstance(listed, list) else {}
    if kind in {"intValue", "doubleValue"}:
        return Number(inner) if isinstance(inner, str) else inner
    return inner if kind in {"stringValue", "boolValue", "bytesValue"} else value
