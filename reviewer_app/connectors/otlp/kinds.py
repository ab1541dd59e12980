"""What a span is: an agent's run, a call of a model, a call of a tool, by either convention."""

from enum import StrEnum
from typing import Any

from reviewer_app.connectors.otlp.wire import Span

_OPERATIONS = ("gen_ai.operation.name", "openinference.span.kind", "traceloop.span.kind")


class Kind(StrEnum):
    """What a span is."""

    AGENT = "agent"
    LLM = "llm"
    TOOL = "tool"
    OTHER = "other"


_KINDS = {
    "invoke_agent": Kind.AGENT,
    "invoke_workflow": Kind.AGENT,
    "agent": Kind.AGENT,
    "workflow": Kind.AGENT,
    "chat": Kind.LLM,
    "generate_content": Kind.LLM,
    "text_completion": Kind.LLM,
    "completion": Kind.LLM,
    "llm": Kind.LLM,
    "execute_tool": Kind.TOOL,
    "tool": Kind.TOOL,
}
_MODEL_MARKS = ("gen_ai.request.model", "gen_ai.completion", "llm.request.type")


def kind_of(span: Span) -> Kind:
    """What a span is."""
    for key in _OPERATIONS:
        said = span.values.get(key)
        if isinstance(said, str) and said:
            return _KINDS.get(said.lower(), Kind.OTHER)
    if "gen_ai.tool.name" in span.values:
        return Kind.TOOL
    return Kind.LLM if any(key in span.values for key in _MODEL_MARKS) else Kind.OTHER


def first(values: dict[str, Any], *keys: str) -> Any:  # noqa: ANN401 - any JSON goes out
    """What stands under the first of these names that has something."""
    return next((values[key] for key in keys if values.get(key) not in (None, "", [])), None)


def word(values: dict[str, Any], *keys: str) -> str:
    """The text under the first of these names that has one."""
    return next((values[key] for key in keys if _is_word(values.get(key))), "")


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value)
