"""JSON read without loss: the kind, place and raw text of every value, every key as it came."""

import json
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias, cast

from reviewer_app.domain.json.faults import MAX_VALUES
from reviewer_app.domain.json.layout import DEPTH_AT_MOST

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]
"""The way to a value: keys of objects and indexes of arrays."""


class Kind(StrEnum):
    """What a value is."""

    OBJECT = "object"
    ARRAY = "array"
    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes or no"
    NULL = "null"


class Node(NamedTuple):
    """A value at its place in the text; `parts` are the members or elements of a container."""

    kind: Kind
    start: int
    end: int
    parts: tuple["Part", ...] = ()


class Part(NamedTuple):
    """A member of an object or an element of an array. An element starts and is named by itself."""

    key: Step
    start: int
    key_end: int
    value: Node


class JsonTree(NamedTuple):
    """A JSON text and the value it holds."""

    text: str
    root: Node

    def raw(self, node: Node) -> str:
        """A value exactly as it was written."""
        return self.text[node.start : node.end]

    def at(self, path: Path) -> Node | None:
        """The value at a path; of a key that comes twice, the last, as every reader takes it."""
        node: Node | None = self.root
        for step in path:
            node = None if node is None else child(node, step)
        return node

    def words(self, node: Node) -> str:
        """The characters of a text, and any other value as it was written."""
        raw = self.raw(node)
        return decoded(raw) if node.kind is Kind.TEXT else raw


def read_tree(text: str, most: int = MAX_VALUES) -> JsonTree | None:
    """The one JSON value of a text; None where it is none, nests too deep or holds too much."""
    try:
        return JsonTree(text, _Reader(text, most).document())
    except ValueError:
        return None


def child(node: Node, step: Step) -> Node | None:
    """The member or element of a container under a key or an index."""
    if node.kind is Kind.ARRAY:
        is_there = isinstance(step, int) and 0 <= step < len(node.parts)
        return node.parts[cast("int", step)].value if is_there else None
    found = (part.value for part in reversed(node.parts) if part.key == step)
    return next(found, None)


def repeated_key(node: Node) -> str | None:
    """A key that an object has more than once."""
    seen = set[Step]()
    for part in node.parts:
        if part.key in seen:
            return str(part.key)
        seen.add(part.key)
    return None


def decoded(raw: str) -> str:
    """The characters that a raw JSON text stands for."""
    return raw[1:-1] if "\\" not in raw else cast("str", json.loads(raw))


def pointer_of(path: Iterable[Step]) -> str:
    """A path as JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)


def walk(node: Node) -> Iterator[Node]:
    """A value and all that is in it, in the order of the text."""
    yield node
    for part in node.parts:
        yield from walk(part.value)


_SPACE = re.compile(r"[ \t\n\r]*+")
_TEXT = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_WORDS = {"t": ("true", Kind.YES_NO), "f": ("false", Kind.YES_NO), "n": ("null", Kind.NULL)}


def is_number(text: str) -> bool:
    """Whether a text is a number as JSON writes them."""
    return _NUMBER.fullmatch(text) is not None


class _Reader:
    """Reads one text from left to right; raises ValueError where it is not JSON."""

    def __init__(self, text: str, most: int) -> None:
        self._text, self._left = text, most

    def document(self) -> Node:
        node = self._value(self._skip(0), 0)
        if self._skip(node.end) != len(self._text):
            raise ValueError
        return node

    def _value(self, at: int, depth: int) -> Node:
        self._left -= 1
        if depth > DEPTH_AT_MOST or self._left < 0:
            raise ValueError
        mark = self._text[at : at + 1]
        if mark == '"':
            return Node(Kind.TEXT, at, self._end_of(_TEXT, at))
        if mark == "{":
            return self._container(Kind.OBJECT, "}", at, depth)
        if mark == "[":
            return self._container(Kind.ARRAY, "]", at, depth)
        if mark in _WORDS:
            return self._word(at, *_WORDS[mark])
        return Node(Kind.NUMBER, at, self._end_of(_NUMBER, at))

    def _container(self, kind: Kind, close: str, start: int, depth: int) -> Node:
        parts: list[Part] = []
        at = self._skip(start + 1)
        while self._text[at : at + 1] != close or parts:
            if kind is Kind.OBJECT:
                part = self._member(at, depth)
            else:
                part = Part(len(parts), at, at, self._value(at, depth + 1))
            parts.append(part)
            at = self._skip(part.value.end)
            if self._text[at : at + 1] == close:
                break
            at = self._skip(self._past(at, ","))
        return Node(kind, start, at + 1, tuple(parts))

    def _member(self, at: int, depth: int) -> Part:
        end = self._end_of(_TEXT, at)
        start = self._skip(self._past(self._skip(end), ":"))
        return Part(decoded(self._text[at:end]), at, end, self._value(start, depth + 1))

    def _word(self, at: int, word: str, kind: Kind) -> Node:
        if not self._text.startswith(word, at):
            raise ValueError
        return Node(kind, at, at + len(word))

    def _end_of(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self._text, at)
        if found is None:
            raise ValueError
        return found.end()

    def _past(self, at: int, mark: str) -> int:
        if self._text[at : at + 1] != mark:
            raise ValueError
        return at + 1

    def _skip(self, at: int) -> int:
        return cast("re.Match[str]", _SPACE.match(self._text, at)).end()
