"""JSON read for showing: numbers stay as they were written, and nothing hostile costs much."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from json.encoder import encode_basestring

from reviewer_app.domain.json.faults import JsonRefused, check_structure

CHARACTERS_AT_MOST = 32_000_000
"""Longer texts are not read; as many a record may have by default."""


class Number(str):
    """A number as it was written: `640.00` stays that."""

    __slots__ = ()


def read_json(text: str, at_most: int = CHARACTERS_AT_MOST) -> object:
    """The value in a JSON text; None where it is none, too long, too deep or too much.

    Of a key that is repeated, the last value counts. `null` is None as well.
    """
    if len(text) > at_most:
        return None
    try:
        check_structure(text)
        return json.loads(text, parse_float=Number, parse_int=Number, parse_constant=Number)
    except (ValueError, RecursionError, JsonRefused):
        return None


def write_json(value: object, indent: int = 0, at_most: int = CHARACTERS_AT_MOST) -> str:
    """A value as JSON text, or its head where it is longer; on one line without an `indent`."""
    done: list[str] = []
    length = 0
    for piece in _pieces(value, " " * indent, 0):
        done.append(piece)
        length += len(piece)
        if length > at_most:
            break
    return "".join(done)[:at_most]


def text_in(value: object, at_most: int = CHARACTERS_AT_MOST) -> str:
    """A value as a person reads it: a text as it is, nothing for null, else indented JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value[:at_most]
    return write_json(value, 2, at_most)


def one_line(value: object, at_most: int = 400) -> str:
    """A value on one line: the members of an object as `name = value`, a text as it is."""
    if isinstance(value, Mapping):
        members = islice(value.items(), at_most)
        parts = (f"{key} = {write_json(part, 0, at_most)}" for key, part in members)
        return _joined(parts, at_most)
    if value is None:
        return ""
    return value[:at_most] if isinstance(value, str) else write_json(value, 0, at_most)


def _joined(parts: Iterator[str], at_most: int) -> str:
    done = ""
    for part in parts:
        done = f"{done}, {part}" if done else part
        if len(done) >= at_most:
            break
    return done[:at_most]


def _pieces(value: object, step: str, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _members(value, step, depth)
    elif isinstance(value, list):
        yield from _elements(value, step, depth)
    elif isinstance(value, Number):
        yield value
    elif isinstance(value, str):
        yield encode_basestring(value)
    else:
        yield json.dumps(value, default=str)


def _members(value: Mapping[str, object], step: str, depth: int) -> Iterator[str]:
    if not value:
        yield "{}"
        return
    first, comma, end = _between(step, depth)
    for index, (key, part) in enumerate(value.items()):
        yield comma if index else f"{{{first}"
        yield f"{encode_basestring(str(key))}: "
        yield from _pieces(part, step, depth + 1)
    yield f"{end}}}"


def _elements(value: list[object], step: str, depth: int) -> Iterator[str]:
    if not value:
        yield "[]"
        return
    first, comma, end = _between(step, depth)
    for index, part in enumerate(value):
        yield comma if index else f"[{first}"
        yield from _pieces(part, step, depth + 1)
    yield f"{end}]"


def _between(step: str, depth: int) -> tuple[str, str, str]:
    """What stands before the first part, between two parts, and before the closing sign."""
    if not step:
        return "", ", ", ""
    line = f"\n{step * (depth + 1)}"
    return line, f",{line}", f"\n{step * depth}"
