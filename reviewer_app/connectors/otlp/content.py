"""What went into a span and what came out of it, by whichever convention wrote it."""

from collections.abc import Iterable
from typing import Any

from reviewer_app.connectors.otlp.kinds import Kind, first, kind_of
from reviewer_app.connectors.otlp.messages import (
    Message,
    Said,
    asked_by,
    indexed,
    messages_in,
    said_by,
    unpacked,
)
from reviewer_app.connectors.otlp.wire import Event, Span

_DETAILS = "gen_ai.client.inference.operation.details"
_CHOICE = "gen_ai.choice"
_PROMPTS = {
    "gen_ai.system.message": "system",
    "gen_ai.user.message": "user",
    "gen_ai.assistant.message": "assistant",
    "gen_ai.tool.message": "tool",
}
_CONTENT = ("gen_ai.event.content", "gen_ai.completion", "gen_ai.prompt")
_NOTHING: Said = (None, None)


def output_of(span: Span) -> Said:
    """What a span gave; nothing where its content was not recorded."""
    values = span.values
    if kind_of(span) is Kind.TOOL:
        found = first(values, "gen_ai.tool.call.result", "output.value", "traceloop.entity.output")
        return found, None
    if first(values, "final_result") is not None:
        return values["final_result"], None
    said = said_by(list(_given(span)))
    if said[0] is not None:
        return said
    plain = first(values, "output.value", "gen_ai.completion", "traceloop.entity.output")
    return (plain, None) if plain is not None else _NOTHING


def input_of(span: Span) -> Any:  # noqa: ANN401 - any JSON goes out
    """What a span was given; None where that was not recorded."""
    values = span.values
    if kind_of(span) is Kind.TOOL:
        return first(values, "gen_ai.tool.call.arguments", "input.value", "traceloop.entity.input")
    found = asked_by(list(_asked(span)))
    if found is not None:
        return found
    return first(values, "input.value", "gen_ai.prompt", "traceloop.entity.input")


def _given(span: Span) -> Iterable[Message]:
    """The messages that came out, from the first place that has any."""
    values = span.values
    found = messages_in(values.get("gen_ai.output.messages"))
    found = found or _in_details(span, "gen_ai.output.messages")
    found = found or [m for event in span.events if (m := _choice(event))]
    found = found or indexed(values, "llm.output_messages.")
    found = found or indexed(values, "gen_ai.completion.")
    return found or _messages_of_legacy(values.get("gen_ai.completion"))


def _asked(span: Span) -> Iterable[Message]:
    """The messages that went in, from the first place that has any."""
    values = span.values
    found = messages_in(values.get("gen_ai.input.messages"))
    found = found or _in_details(span, "gen_ai.input.messages")
    found = found or [m for event in span.events if (m := _prompt(event))]
    found = found or indexed(values, "llm.input_messages.")
    found = found or indexed(values, "gen_ai.prompt.")
    if found:
        return [*_instructions(span), *found]
    found = _messages_of_legacy(values.get("gen_ai.prompt"))
    return found or _before_answer(messages_in(values.get("pydantic_ai.all_messages")))


def _instructions(span: Span) -> list[Message]:
    """What the model was told beside the messages."""
    found = unpacked(span.values.get("gen_ai.system_instructions"))
    return [{"role": "system", "content": found}] if found else []


def _before_answer(messages: list[Message]) -> list[Message]:
    """The messages up to the first one of the model."""
    roles = [message["role"] for message in messages]
    return messages[: roles.index("assistant")] if "assistant" in roles else messages


def _in_details(span: Span, key: str) -> list[Message]:
    """The messages of the event that has them instead of the span."""
    for event in span.events:
        if event.name == _DETAILS and (found := messages_in(event.values.get(key))):
            return found
    return []


def _choice(event: Event) -> Message | None:
    if event.name == "gen_ai.content.completion":
        found = messages_in(event.values.get("gen_ai.completion"))
        return found[0] if found else None
    if event.name != _CHOICE:
        return None
    said = _members(event)
    inner = unpacked(said.get("message", said))
    if isinstance(inner, str):
        inner = {"content": inner}
    found = messages_in({"role": "assistant", **inner} if isinstance(inner, dict) else None)
    return found[0] if found else None


def _prompt(event: Event) -> Message | None:
    role = _PROMPTS.get(event.name)
    if role is None:
        return None
    said = _members(event)
    found = messages_in({"role": role, **said})
    return found[0] if found else None


def _members(event: Event) -> dict[str, Any]:
    """What an event says: its body, or its own attributes."""
    body = unpacked(event.body)
    if isinstance(body, str):
        body = {"content": body}
    inner = unpacked(first(event.values, *_CONTENT))
    return {
        **event.values,
        **(inner if isinstance(inner, dict) else {}),
        **(body if isinstance(body, dict) else {}),
    }


def _messages_of_legacy(value: Any) -> list[Message]:  # noqa: ANN401 - any JSON comes in
    """Messages that an old attribute holds as JSON; a plain text is none."""
    return messages_in(value) if isinstance(unpacked(value), list | dict) else []
