"""Strict reading of JSON text that comes from outside, and its canonical form."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, cast

import rfc8785

from reviewer_app.domain.json.faults import check, check_structure, refusal_of

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN_KEY = re.compile(r'"([^"\\\x00-\x1f]*+)"[ \t\n\r]*+:[ \t\n\r]*+')
_AFTER_VALUE = re.compile(r"[ \t\n\r]*+([,}])[ \t\n\r]*+")
_SUSPECT_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


@dataclass(frozen=True, slots=True)
class Slices:
    """The original text of each member of an object, cut out when it is asked for."""

    text: str = ""
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        start, end = self.spans[key]
        return self.text[start:end]

    def __contains__(self, key: str) -> bool:
        return key in self.spans

    def __iter__(self) -> Iterator[str]:
        return iter(self.spans)


def parse_object(text: str) -> tuple[dict[str, Any], Slices]:
    """The members of the one object that the text holds, and the text each value came as.

    Raises:
        JsonRefused: it is not JSON, not an object, or holds what cannot be kept: a key twice in
            one object, NaN or an infinity, an integer of thousands of digits, NUL, half a
            surrogate pair, too many values or too deep a nesting.
    """
    check_structure(text)
    members: dict[str, Any] = {}
    spans: dict[str, tuple[int, int]] = {}
    count = 0
    try:
        for key, value, start, end in _members(text):
            members[key] = value
            spans[key] = (start, end)
            count += 1
    except (ValueError, RecursionError):
        raise refusal_of(text) from None
    if count != len(members) or _is_suspect(text):
        check(text)
    return members, Slices(text, spans)


def parse(text: str) -> Any:  # noqa: ANN401 - JSON is any of its own kinds
    """The value that the text holds, with the strictness of `parse_object`.

    Raises:
        JsonRefused: as for `parse_object`, but any kind of value will do.
    """
    check_structure(text)
    try:
        value = _STRICT.decode(text)
    except (ValueError, RecursionError):
        raise refusal_of(text) from None
    if _is_suspect(text):
        check(text)
    return value


def slice_at(text: str, path: Sequence[str]) -> str:
    """The original text of the value at a path of keys and list indexes in a valid JSON text.

    Raises:
        KeyError: nothing is there.
    """
    start = _skip(text, 0)
    end = len(text.rstrip())
    for step in path:
        start, end = _spans_in(text, start)[step]
    return text[start:end]


def text_of(value: Any) -> str:  # noqa: ANN401 - JSON is any of its own kinds
    """JSON text of a value that never was text; characters stay as they are."""
    return json.dumps(value, ensure_ascii=False)


def canonical(value: Any) -> str:  # noqa: ANN401 - JSON is any of its own kinds
    """Canonical JSON (RFC 8785), with integers that a double cannot hold as text."""
    return rfc8785.dumps(exact(value)).decode()


def _members(text: str) -> Iterator[tuple[str, Any, int, int]]:
    """Key, value, start and end of each member. Raises ValueError where the text is wrong."""
    at = _skip(text, _past(text, _skip(text, 0), "{"))
    if text[at : at + 1] == "}":
        _expect_end(text, at + 1)
        return
    while True:
        key, start = _key(text, at)
        value, end = _STRICT.raw_decode(text, start)
        yield key, value, start, end
        after = _AFTER_VALUE.match(text, end)
        if after is None:
            raise ValueError
        at = after.end()
        if text[after.start(1)] == "}":
            _expect_end(text, at)
            return


def _expect_end(text: str, at: int) -> None:
    if _skip(text, at) != len(text):
        raise ValueError


def _spans_in(text: str, at: int) -> dict[str, tuple[int, int]]:
    """Where each member or element of the value that starts here begins and ends."""
    spans: dict[str, tuple[int, int]] = {}
    close = {"{": "}", "[": "]"}.get(text[at : at + 1])
    if close is None:
        return spans
    at = _skip(text, at + 1)
    while text[at : at + 1] != close:
        key, start = _key(text, at) if close == "}" else (str(len(spans)), at)
        _, end = _STRICT.raw_decode(text, start)
        spans[key] = (start, end)
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
    return spans


def _key(text: str, at: int) -> tuple[str, int]:
    """The key that starts here, and where its value starts."""
    plain = _PLAIN_KEY.match(text, at)
    if plain:
        return plain.group(1), plain.end()
    if text[at : at + 1] != '"':
        raise ValueError
    key, end = _STRICT.raw_decode(text, at)
    return key, _skip(text, _past(text, _skip(text, end), ":"))


def _past(text: str, at: int, mark: str) -> int:
    if text[at : at + 1] != mark:
        raise ValueError
    return at + 1


def _skip(text: str, at: int) -> int:
    """Where the next thing that is not white space stands."""
    if text[at : at + 1] > " ":
        return at
    return cast("re.Match[str]", _SPACE.match(text, at)).end()


def _is_suspect(text: str) -> bool:
    """Whether a NUL or half a surrogate pair may be in there; rarely true, so cheap to ask."""
    if "\\u" in text and _SUSPECT_ESCAPE.search(text):
        return True
    try:
        text.isascii() or text.encode()
    except UnicodeEncodeError:
        return True
    return False


def exact(value: Any) -> Any:  # noqa: ANN401 - JSON is any of its own kinds
    """The value with each integer that a double cannot hold as text, so that no reader bends it."""
    if isinstance(value, dict):
        return {key: exact(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [exact(part) for part in value]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53 - 1:
        return str(value)
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError
    return members


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError
    return number


def _no_constant(text: str) -> float:
    raise ValueError(text)


_STRICT = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=_finite, parse_constant=_no_constant
)
