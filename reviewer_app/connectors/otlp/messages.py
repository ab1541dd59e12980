"""Messages as the conventions write them, as an output or input that a person reads."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.vocabulary import OutputType

Message = dict[str, Any]
Said = tuple[Any, OutputType | None]
"""A value, and the output type where its look alone would not tell."""

_TEXTS = frozenset({"text", "output_text", "input_text"})
_THOUGHTS = frozenset({"reasoning", "thinking", "thought"})
_CALLS = frozenset({"tool_call", "function_call", "tool_use", "function"})
_INDEX = re.compile(r"(\d+)\.(.+)", re.DOTALL)


def unpacked(value: Any) -> Any:  # noqa: ANN401 - any JSON comes in
    """A value, read where it is JSON in a text."""
    if not isinstance(value, str) or value.lstrip()[:1] not in ("{", "["):
        return value
    try:
        return parse(value)
    except JsonRefused:
        return value


def messages_in(value: Any) -> list[Message]:  # noqa: ANN401 - any JSON comes in
    """The messages of a value, structured or in a text; none where it holds none."""
    found = unpacked(value)
    if isinstance(found, Mapping):
        inner = found.get("messages")
        found = inner if isinstance(inner, list) else [found]
    listed = found if isinstance(found, list) else []
    return [message for part in listed if isinstance(part, Mapping) if (message := _message(part))]


def _message(part: Mapping[str, Any]) -> Message | None:
    """A message with its role, its content as a text or as parts, and its calls."""
    content = part.get("parts", part.get("content"))
    calls = part.get("tool_calls")
    if content is None and not calls:
        return None
    made: Message = {"role": str(part.get("role", "assistant")), "content": content}
    if isinstance(calls, list) and calls:
        made["tool_calls"] = calls
    if part.get("tool_call_id"):
        made["tool_call_id"] = part["tool_call_id"]
    return made


def indexed(values: Mapping[str, Any], prefix: str) -> list[Message]:
    """Messages whose members are attributes of their own, `prefix.0.message.role` and so on."""
    found: dict[int, dict[str, Any]] = {}
    for key, value in values.items():
        place = _INDEX.fullmatch(key.removeprefix(prefix)) if key.startswith(prefix) else None
        if place:
            member = place.group(2).removeprefix("message.")
            found.setdefault(int(place.group(1)), {})[member] = value
    made = (_flat_message(found[number]) for number in sorted(found))
    return [message for message in made if message is not None]


def _flat_message(members: Mapping[str, Any]) -> Message | None:
    calls = [call for call in map(_flat_call, _grouped(members, "tool_calls.")) if call]
    parts = [part for part in _grouped(members, "contents.") if part]
    content: Any = members.get("content")
    if content is None and parts:
        content = [
            {"type": "text", "text": part.get("message_content.text", "")}
            if "message_content.text" in part
            else {"type": part.get("message_content.type", "part"), **part}
            for part in parts
        ]
    rest = {name: members[name] for name in ("role", "tool_call_id") if name in members}
    return _message({**rest, "content": content, "tool_calls": calls})


def _grouped(members: Mapping[str, Any], prefix: str) -> list[dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for key, value in members.items():
        place = _INDEX.fullmatch(key.removeprefix(prefix)) if key.startswith(prefix) else None
        if place:
            found.setdefault(int(place.group(1)), {})[place.group(2)] = value
    return [found[number] for number in sorted(found)]


def _flat_call(members: Mapping[str, Any]) -> dict[str, Any]:
    plain = {
        key.removeprefix("tool_call.").removeprefix("function."): value
        for key, value in members.items()
    }
    return _call(plain) if plain.get("name") else {}


def _call(part: Mapping[str, Any]) -> dict[str, Any]:
    inner = part.get("function")
    call = inner if isinstance(inner, Mapping) else part
    arguments = next((call[key] for key in ("arguments", "args", "input") if key in call), None)
    made = {"name": call.get("name"), "arguments": unpacked(arguments)}
    return {"id": part["id"], **made} if part.get("id") else made


def said_by(messages: Sequence[Message]) -> Said:
    """What messages of a model say: its text, its calls of tools, or the messages themselves."""
    parts = [part for message in messages for part in _parts(message)]
    told = [part for part in parts if part["type"] not in _THOUGHTS]
    if told and all(part["type"] in _CALLS for part in told):
        return [_call(part) for part in told], OutputType.TOOL_CALLS
    if told and all(part["type"] in _TEXTS for part in told) and len(messages) == 1:
        return "\n".join(_text(part) for part in told), None
    return (list(messages), OutputType.MESSAGES) if told else (None, None)


def asked_by(messages: Sequence[Message]) -> Any:  # noqa: ANN401 - any JSON goes out
    """What a model was asked: the text where there is one message alone, else the messages."""
    if not messages:
        return None
    if len(messages) == 1:
        parts = _parts(messages[0])
        if parts and all(part["type"] in _TEXTS for part in parts):
            return "\n".join(_text(part) for part in parts)
    return list(messages)


def _parts(message: Message) -> list[dict[str, Any]]:
    """The parts of a message, each with its type; its calls are parts as well."""
    content = message["content"]
    if isinstance(content, str):
        listed: list[Any] = [{"type": "text", "content": content}] if content else []
    else:
        listed = content if isinstance(content, list) else [] if content is None else [content]
    parts = [
        {"type": "text", **part} if isinstance(part, Mapping) else {"type": "text", "content": part}
        for part in listed
    ]
    return [*parts, *({**call, "type": "tool_call"} for call in _calls(message))]


def _calls(message: Message) -> list[Mapping[str, Any]]:
    return [call for call in message.get("tool_calls", ()) if isinstance(call, Mapping)]


def _text(part: Mapping[str, Any]) -> str:
    found = part.get("content", part.get("text", ""))
    return found if isinstance(found, str) else str(found)
