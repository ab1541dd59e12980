"""What no record can hold, found in a value or a JSON text and said in words with its path."""

import json
import re
from dataclasses import dataclass
from math import isfinite
from typing import Any, cast

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence

MAX_DEPTH = 200
"""How many objects and arrays may be nested in one text."""

MAX_VALUES = 1_000_000
"""How many values one text may hold: what bounds the memory that a hostile one can take."""

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""The characters that no text can hold: NUL, and halves of surrogate pairs."""

_STRUCTURE = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{},]', re.DOTALL)
_WORDS = {
    "Expecting value": sentence("a value is missing"),
    "Expecting ',' delimiter": sentence("a comma or the end is missing"),
    "Expecting ':' delimiter": sentence("a colon is missing"),
    "Expecting property name enclosed in double quotes": sentence(
        "a key in double quotes is missing"
    ),
    "Illegal trailing comma before end of object": sentence("a comma has nothing after it"),
    "Illegal trailing comma before end of array": sentence("a comma has nothing after it"),
    "Unterminated string starting at": sentence("a text that never ends starts"),
    "Invalid control character at": sentence("an unescaped control character stands"),
    "Invalid \\escape": sentence("a wrong escape stands"),
    "Invalid \\uXXXX escape": sentence("a wrong \\u escape stands"),
    "Extra data": sentence("something follows the end of the record"),
}
_KINDS = {
    type(None): sentence("null"),
    bool: sentence("true or false"),
    str: sentence("a text"),
    int: sentence("a number"),
    float: sentence("a number"),
    list: sentence("a list"),
    dict: sentence("an object"),
}


class JsonRefused(ReviewerError):
    """This text is not JSON that can be kept; `path` is where in it, `reason` why, in words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


def check_structure(text: str) -> None:
    """Refuse what nests too deep or holds too much, before anything is built from it.

    Raises:
        JsonRefused: more than `MAX_DEPTH` levels or more than `MAX_VALUES` values.
    """
    openings = text.count("[") + text.count("{")
    if openings <= MAX_DEPTH and text.count(",") < MAX_VALUES:
        return
    depth = values = 0
    for found in _STRUCTURE.finditer(text):
        mark = found.group()
        depth += (mark in "[{") - (mark in "]}")
        values += mark in "[{,"
        if depth > MAX_DEPTH:
            reason = sentence(
                "it nests more than {most} objects and lists in one another",
                most=MAX_DEPTH,
            )
            raise JsonRefused("", reason)
    if values > MAX_VALUES:
        raise JsonRefused("", sentence("it holds more than {most:,} values", most=MAX_VALUES))


def refusal_of(text: str) -> JsonRefused:
    """Why a text was refused: read again, slowly, to find out where."""
    try:
        value = _LOCATING.decode(text)
    except json.JSONDecodeError as wrong:
        return JsonRefused("", sentence("it is not JSON: {wrong}", wrong=_in_words(wrong)))
    except RecursionError:
        return JsonRefused("", sentence("it nests too many objects and lists in one another"))
    fault = fault_in(value)
    if fault:
        return JsonRefused(*fault)
    kind = "an object" if isinstance(value, _Members) else kind_of(value)
    return JsonRefused("", sentence("it is {kind}; a record is an object", kind=kind))


def check(text: str) -> None:
    """Refuse a text that is JSON but holds what no record can hold.

    Raises:
        JsonRefused: a key twice, a number out of range, NUL or half a surrogate pair.
    """
    fault = fault_in(_LOCATING.decode(text))
    if fault:
        raise JsonRefused(*fault)


def fault_in(value: Any, path: str = "") -> tuple[str, str] | None:  # noqa: ANN401 - JSON
    """The path and reason of the first thing in a value that cannot be kept; None when sound."""
    if isinstance(value, dict | _Members):
        pairs = value.pairs if isinstance(value, _Members) else list(value.items())
        return _fault_in_members(pairs, path)
    if isinstance(value, list | tuple):
        faults = (fault_in(part, f"{path}[{n}]") for n, part in enumerate(value))
        return next((fault for fault in faults if fault), None)
    reason = _fault_of_leaf(value, path)
    return (path, reason) if reason else None


def kind_of(value: Any) -> str:  # noqa: ANN401 - JSON is any of its own kinds
    """What a value is, in words."""
    return _KINDS.get(type(value), f"a {type(value).__name__}")


def cut(text: str, most: int = 60) -> str:
    """The head of a text, for a sentence about it."""
    return text if len(text) <= most else f"{text[:most]}…"


@dataclass(frozen=True, slots=True)
class _Unreadable:
    """Stands, while a fault is looked for, where a value could not be read."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Members:
    """An object as it was written, while a fault is looked for: a key may come twice."""

    pairs: list[tuple[str, Any]]


def _fault_of_leaf(value: Any, path: str) -> str | None:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        found = UNSTORABLE.search(value)
        return _character(found.group()) if found else None
    if isinstance(value, float) and not isfinite(value):
        return sentence(
            "{path} is {value}, which no record can hold", path=_named(path), value=value
        )
    if isinstance(value, _Unreadable):
        return sentence("{path} {reason}", path=_named(path), reason=value.reason)
    return None


def _fault_in_members(pairs: list[tuple[Any, Any]], path: str) -> tuple[str, str] | None:
    seen = set[str]()
    for key, value in pairs:
        unstorable = UNSTORABLE.search(key)
        if unstorable:
            fault_of_key = _character(unstorable.group())
            return path, sentence("a key of {path}: {fault}", path=_named(path), fault=fault_of_key)
        inner = f"{path}.{key}" if path else key
        if key in seen:
            return inner, sentence(
                "the key “{key}” appears twice in {path}", key=cut(key), path=_named(path)
            )
        seen.add(key)
        fault = fault_in(value, inner)
        if fault:
            return fault
    return None


def _in_words(wrong: json.JSONDecodeError) -> str:
    message = wrong.msg.partition(": ")[0]
    fault = _WORDS.get(message, message.lower())
    if wrong.pos >= len(wrong.doc.rstrip()):
        return sentence("{fault} at the end; it may be cut off", fault=fault)
    return sentence("{fault} at character {place}", fault=fault, place=str(wrong.pos + 1))


def _named(path: str) -> str:
    return cut(path) or sentence("the record")


def _character(found: str) -> str:
    if found == "\x00":
        return sentence("a text holds the character NUL, which cannot be kept")
    return sentence(
        "a text holds half of a surrogate pair ({character}), which is no character",
        character=f"U+{ord(found):04X}",
    )


def _number(text: str) -> float:
    number = float(text)
    if isfinite(number):
        return number
    return _mark(sentence("is {number}, too large to hold", number=cut(text, 20)))


def _integer(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        digits = len(text.lstrip("-"))
        reason = sentence("is an integer of {digits:,} digits, too many to hold", digits=digits)
        return cast("int", _mark(reason))


def _constant(text: str) -> float:
    return _mark(sentence("is {text}, which is not JSON", text=text))


def _mark(reason: str) -> float:
    return cast("float", _Unreadable(reason))


_LOCATING = json.JSONDecoder(
    object_pairs_hook=_Members, parse_float=_number, parse_int=_integer, parse_constant=_constant
)
