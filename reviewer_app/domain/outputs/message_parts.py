"""The parts of a chat message: texts, calls of tools and their answers, thoughts, files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.json.written import Number, one_line, read_json, text_in

PARTS_AT_MOST = 200
"""Parts of one message that are set apart."""

Fields = Mapping[str, object]

_ARGUMENTS = ("arguments", "args", "input", "parameters")
_CALLS = frozenset({"tool_use", "tool_call", "tool-call", "function_call", "server_tool_use"})
_RESULTS = frozenset(
    {
        "tool_result", "tool-result", "tool_call_response", "function_call_output",
        "function_response",
    }
)  # fmt: skip
_THOUGHTS = frozenset({"thinking", "reasoning", "thought"})
_KEYS = ("id", "tool_call_id", "tool_use_id", "call_id", "toolCallId")


class PartKind(StrEnum):
    """What a stretch of a message is."""

    TEXT = "text"
    CALL = "call"
    RESULT = "result"
    THOUGHT = "thought"
    FILE = "file"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a message. `key` joins a call with its result; a file is never fetched."""

    kind: PartKind
    text: str
    name: str = ""
    key: str = ""


def content_parts(value: object, kind: PartKind) -> Iterator[Part]:
    """The parts of a content: one text, or a list of parts."""
    if isinstance(value, list):
        for part in value[:PARTS_AT_MOST]:
            yield from _content_part(part)
        if len(value) > PARTS_AT_MOST:
            yield Part(PartKind.TEXT, text_in(value[PARTS_AT_MOST:]))
    elif value is not None and value != "":
        yield Part(kind, text_in(value))


def _content_part(part: object) -> Iterator[Part]:
    if not isinstance(part, Mapping):
        yield from content_parts(part, PartKind.TEXT)
        return
    kind = next((str(part[k]).lower() for k in ("type", "part_kind", "kind") if k in part), "")
    kind = kind.replace("-", "_")
    if kind in _CALLS or "functionCall" in part or "function_call" in part:
        yield call_part(part)
    elif kind in _RESULTS or "functionResponse" in part or "function_response" in part:
        yield _result(part)
    elif kind in _THOUGHTS:
        yield Part(PartKind.THOUGHT, text_in(_first(part, (kind, "content", "text", "summary"))))
    elif isinstance(_first(part, ("text", "content")), str) and _is_text(kind):
        yield Part(PartKind.TEXT, text_in(_first(part, ("text", "content"))))
    else:
        yield Part(PartKind.FILE, _file_words(part), kind or "part")


def _is_text(kind: str) -> bool:
    return kind in {"", "text", "input_text", "output_text", "user_prompt", "system_prompt"}


def call_part(part: Fields) -> Part:
    """The call of a tool, its arguments laid out."""
    inner = _first(part, ("function", "functionCall", "function_call"))
    call = inner if isinstance(inner, Mapping) else part
    name = word(call, "name") or word(part, "tool_name")
    arguments = _first(call, _ARGUMENTS)
    return Part(PartKind.CALL, _arguments(arguments), name, _key(part))


def _arguments(value: object) -> str:
    """Arguments laid out; many send them as a text that holds JSON."""
    if isinstance(value, str) and not isinstance(value, Number):
        read = read_json(value)
        return value if read is None else text_in(read)
    return text_in(value)


def _result(part: Fields) -> Part:
    inner = _first(part, ("functionResponse", "function_response"))
    answer = inner if isinstance(inner, Mapping) else part
    value = _first(answer, ("content", "result", "response", "output"))
    if isinstance(value, list):
        texts = [part.text for piece in value[:PARTS_AT_MOST] for part in _content_part(piece)]
        value = "\n".join(texts)
    name = word(answer, "name") or word(part, "tool_name")
    return Part(PartKind.RESULT, text_in(value), name, _key(part, is_result=True))


def _key(part: Fields, *, is_result: bool = False) -> str:
    keys = (*_KEYS[1:], _KEYS[0]) if is_result else _KEYS
    return next((word(part, key) for key in keys if word(part, key)), "")


def _file_words(part: Fields) -> str:
    """What a picture or file is called, never what is in it."""
    return one_line({key: _short(value) for key, value in part.items() if key != "type"})


def _short(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _short(part) for key, part in value.items()}
    if isinstance(value, str) and len(value) > 200:
        return f"{value[:80]}… ({len(value):,})"
    return value


def _first(part: Fields, keys: Sequence[str]) -> object:
    return next((part[key] for key in keys if part.get(key) is not None), None)


def word(part: Fields, key: str) -> str:
    """The text or number under a name; empty where there is none."""
    value = part.get(key)
    return value if isinstance(value, str) else ""
