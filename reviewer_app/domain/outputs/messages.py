"""Chat messages in the shapes that are in use, as turns: who spoke, when, and what in parts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer_app.domain.json.written import read_json, text_in
from reviewer_app.domain.outputs.message_parts import (
    PARTS_AT_MOST,
    Fields,
    Part,
    PartKind,
    call_part,
    content_parts,
    word,
)

MESSAGES_AT_MOST = 2_000
"""Messages that are set apart; the source has them all."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a thread. `text` is all its words; `parts` is empty where they are one text.

    `headers` are the lines above a message, such as its date and subject, each with its name.
    """

    role: str
    text: str
    headers: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def stretches(self) -> tuple[Part, ...]:
        """The parts, also where the message is one text."""
        return self.parts or (Part(PartKind.TEXT, self.text),)


_ROLES = frozenset(
    {
        "user", "assistant", "system", "developer", "tool", "function", "human", "ai", "model",
        "agent", "customer", "message",
    }
)  # fmt: skip
_SAID = ("content", "parts", "body", "text", "tool_calls", "function_call", "message")
_SPEAKERS = ("role", "author", "sender", "from")
_HEADERS = (
    "name", "from", "sender", "to", "cc", "bcc", "reply_to", "date", "sent_at", "timestamp",
    "created_at", "time", "subject",
)  # fmt: skip


def turns_in(text: str, *, is_known: bool = True) -> tuple[Turn, ...]:
    """The messages of a JSON list, or of an object that holds one; none where it is no such text.

    Args:
        text: JSON.
        is_known: whether the text is known to hold messages, so that any list of objects will do.
    """
    if text.lstrip()[:1] not in ("[", "{"):
        return ()
    return turns_of_value(read_json(text), is_known=is_known)


def turns_of_value(value: object, *, is_known: bool = True) -> tuple[Turn, ...]:
    """The messages in a value that was read; none where it holds none."""
    listed = _listed(value)
    if not listed or not all(isinstance(message, Mapping) for message in listed):
        return ()
    messages = [_unwrapped(m) for m in listed[:MESSAGES_AT_MOST] if isinstance(m, Mapping)]
    if not is_known and not all(map(is_message, messages)):
        return ()
    return tuple(map(turn_of, messages))


def is_message(value: object) -> bool:
    """Whether an object says who speaks and what."""
    if not isinstance(value, Mapping):
        return False
    message = _unwrapped(value)
    kind = message.get("type")
    speaks = any(isinstance(message.get(key), str) for key in _SPEAKERS) or (
        isinstance(kind, str) and kind.lower() in _ROLES
    )
    return speaks and any(key in message for key in _SAID)


def turn_of(message: Fields) -> Turn:
    """A message as a turn; what it holds beyond the known is kept as lines of text."""
    if "tool_call_id" in message:
        return _answer(message)
    used = {"role", "type"} if "role" in message or _is_role(message) else set[str]()
    headers = tuple(_headers(message, used))
    parts = list(_each_call_once(_parts(message, used)))
    parts.extend(_rest(message, used))
    role = _speaker(message)
    words = "\n".join(_words(part) for part in parts)
    is_plain = all(part.kind is PartKind.TEXT for part in parts)
    return Turn(role, words, headers, () if is_plain else tuple(parts))


def _answer(message: Fields) -> Turn:
    """A message that is the answer of a tool."""
    used = {"role", "type", "name"}
    texts = [part.text for part in (*_parts(message, used), *_rest(message, used))]
    text, name = "\n".join(texts), word(message, "name")
    part = Part(PartKind.RESULT, text, name, word(message, "tool_call_id"))
    return Turn(_speaker(message), text, (), (part,))


def _each_call_once(parts: Iterator[Part]) -> Iterator[Part]:
    """The parts without calls that come a second time: some libraries list them twice."""
    called: set[str] = set()
    for part in parts:
        if part.kind is PartKind.CALL and part.key:
            if part.key in called:
                continue
            called.add(part.key)
        yield part


def _words(part: Part) -> str:
    return "\n".join(words for words in (part.name, part.text) if words)


def _listed(value: object) -> Sequence[object]:
    if isinstance(value, Mapping):
        inner = (value.get(key) for key in ("messages", "thread", "history", "contents", "emails"))
        return next((found for found in inner if isinstance(found, list)), [])
    return value if isinstance(value, list) else []


def _unwrapped(message: Fields) -> Fields:
    """A message without the envelope that a library's own dump puts around it."""
    for key in ("kwargs", "data", "message"):
        inner = message.get(key)
        if isinstance(inner, Mapping) and ("content" in inner or "role" in inner):
            kind = message.get("type")
            named = isinstance(kind, str) and kind.lower() in _ROLES
            return {"type": kind, **inner} if named else inner
    return message


def _is_role(message: Fields) -> bool:
    kind = message.get("type")
    return isinstance(kind, str) and not any(key in message for key in _SPEAKERS)


def _speaker(message: Fields) -> str:
    for key in ("role", "type", "author", "sender", "from"):
        value = message.get(key)
        if key == "type" and not _is_role(message):
            continue
        if value and not isinstance(value, Mapping | list):
            return str(value)
        if isinstance(value, Mapping):
            named = word(value, "role") or word(value, "name") or word(value, "email")
            if named:
                return named
    return "message"


def _headers(message: Fields, used: set[str]) -> Iterator[tuple[str, str]]:
    for key in _HEADERS:
        value = message.get(key)
        if isinstance(value, str | list) and value and (key != "name" or "role" in message):
            words = value if isinstance(value, str) else ", ".join(text_in(v) for v in value)
            used.add(key)
            yield key, words


def _parts(message: Fields, used: set[str]) -> Iterator[Part]:
    for key in ("reasoning_content", "content", "parts", "body", "text"):
        if key in message:
            used.add(key)
            yield from content_parts(message[key], PartKind.TEXT)
    calls = message.get("tool_calls")
    if isinstance(calls, list):
        used.add("tool_calls")
        yield from (call_part(call) for call in calls[:PARTS_AT_MOST] if isinstance(call, Mapping))
    call = message.get("function_call")
    if isinstance(call, Mapping):
        used.add("function_call")
        yield call_part(call)


def _rest(message: Fields, used: set[str]) -> Iterator[Part]:
    for key, value in message.items():
        if key not in used and key != "tool_call_id" and value is not None and value != "":
            yield Part(PartKind.TEXT, f"{key}: {text_in(value)}")
