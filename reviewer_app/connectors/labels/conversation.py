"""Inputs and outputs as chat messages in the shape that trainers read: a role and a text."""

from collections.abc import Mapping
from typing import Any

import orjson

from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import exact, parse
from reviewer_app.domain.label_tally import LeftOut

Message = dict[str, Any]

ROLES = {
    "system": "system",
    "developer": "developer",
    "user": "user",
    "human": "user",
    "assistant": "assistant",
    "ai": "assistant",
    "model": "assistant",
    "tool": "tool",
    "function": "tool",
}
"""Who speaks, by the words that are in use."""

KEPT = ("name", "tool_call_id")
ANSWERS = frozenset({"assistant", "tool"})


def prompt_of(text: str | None) -> list[Message] | LeftOut:
    """The messages that an input holds, else the input as what a user says."""
    if not text:
        return LeftOut.INPUT
    listed = _listed(text)
    if listed is None:
        return [{"role": "user", "content": text}]
    found = [_message(one) for one in listed]
    messages = [one for one in found if one is not None]
    return messages if len(messages) == len(found) else LeftOut.MEDIA


def completion_of(text: str) -> list[Message]:
    """The messages that an output holds where an assistant says them all, else the output as one.

    Trainers want the answer last, so a list that ends otherwise is a text like any other.
    """
    listed = _listed(text)
    messages = [] if listed is None else [m for m in map(_message, listed) if m is not None]
    is_answer = listed is not None and len(messages) == len(listed)
    if is_answer and {m["role"] for m in messages} <= ANSWERS:
        return messages
    return [{"role": "assistant", "content": text}]


def _listed(text: str) -> list[Mapping[str, Any]] | None:
    """The messages in a JSON list, in an object's `messages`, or the one that an object is."""
    if text.lstrip()[:1] not in {"[", "{"}:
        return None
    try:
        value = parse(text)
    except JsonRefused:
        return None
    if isinstance(value, dict):
        value = value.get("messages", [value])
    if not isinstance(value, list) or not value or not all(map(_is_message, value)):
        return None
    return value


def _is_message(value: object) -> bool:
    if not isinstance(value, dict) or role_of(value) is None:
        return False
    content = value.get("content")
    return isinstance(content, str | list) or (content is None and bool(value.get("tool_calls")))


def role_of(message: Mapping[str, Any]) -> str | None:
    """Who speaks, in the trainers' words."""
    said = message.get("role", message.get("type"))
    return ROLES.get(said) if isinstance(said, str) else None


def _message(message: Mapping[str, Any]) -> Message | None:
    """A message with a text for its content; None where it is more than text."""
    content = message.get("content")
    text = _joined(content) if isinstance(content, list) else content
    if text is None and content is not None:
        return None
    made = {"role": role_of(message), "content": text}
    made |= {name: message[name] for name in KEPT if isinstance(message.get(name), str)}
    calls = message.get("tool_calls")
    if isinstance(calls, list) and calls:
        made["tool_calls"] = [_call(call) for call in calls]
    return made


def _joined(parts: list[Any]) -> str | None:
    """The text of a content in parts; None where a part is none."""
    texts = [part.get("text") if isinstance(part, dict) else part for part in parts]
    words = [text for text in texts if isinstance(text, str)]
    return "\n".join(words) if len(words) == len(texts) else None


def _call(call: object) -> object:
    """A call of a tool, with its arguments as JSON text: columns of one type hold any of them."""
    if not isinstance(call, dict):
        return exact(call)
    function = call.get("function")
    if not isinstance(function, dict) or not isinstance(function.get("arguments"), dict | list):
        return exact(call)
    arguments = orjson.dumps(exact(function["arguments"])).decode()
    return exact({**call, "function": {**function, "arguments": arguments}})
