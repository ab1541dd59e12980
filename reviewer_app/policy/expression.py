"""The words of a CEL expression: which names it uses where, without evaluating it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

LOOPS = frozenset({"all", "exists", "exists_one", "existsOne", "map", "filter"})
"""Macros that bind a name and run over a list."""

_KEYWORDS = frozenset({"true", "false", "null", "in"})
_WORDS = re.compile(
    r"(?P<comment>//[^\n]*)"
    r"|(?P<text>(?:[rR][bB]?|[bB][rR]?)?(?:\"{3}(?s:\\.|.)*?\"{3}|'{3}(?s:\\.|.)*?'{3}"
    r"|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'))"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<number>(?:0x[0-9A-Fa-f]+|[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)u?)"
    r"|(?P<sign>==|!=|<=|>=|&&|\|\||\S)"
)
_RAW_TEXT = re.compile(
    r"(?P<text>[rR][bB]?(?:\"{3}(?s:.)*?\"{3}|'{3}(?s:.)*?'{3}|\"[^\"\n]*\"|'[^'\n]*'))"
)
TYPES = frozenset(
    {"int", "uint", "double", "string", "bytes", "bool", "list", "map", "null_type", "type"}
)
"""Names of CEL's own, that `type(x)` is compared with."""

_JOINING = frozenset({"&&", "||", "?", ":"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


class Kind(StrEnum):
    """What sort of word it is."""

    NAME = "name"
    TEXT = "text"
    NUMBER = "number"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an expression and the offset where it starts."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Reference:
    """A variable that is read, with the fields followed from it: `("meta", "amount")`."""

    path: tuple[str, ...]
    start: int
    index: int

    @property
    def name(self) -> str:
        """The variable."""
        return self.path[0]


@dataclass(frozen=True, slots=True)
class Call:
    """A function that is called, by name; a method where it follows a value."""

    name: str
    start: int
    index: int
    is_method: bool


class Expression:
    """A source text cut into words, and what they say."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.words = tuple(_words(source))
        self.calls = tuple(self._calls())
        self._loops = [c for c in self.calls if c.is_method and c.name in LOOPS]
        names = [self.words[c.index + 2] for c in self._loops if self._binds(c.index)]
        self.bound = {name.text: name.start for name in names}
        self.references = tuple(self._references())

    @property
    def variables(self) -> frozenset[str]:
        """The names that come from outside."""
        return frozenset(r.name for r in self.references)

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        """The paths read, each once; one that only leads to a longer one is left out."""
        paths = dict.fromkeys(r.path for r in self.references)
        return tuple(p for p in paths if not any(_leads(p, other) for other in paths))

    @property
    def looped_paths(self) -> tuple[tuple[str, ...], ...]:
        """The paths to what loops run over, as far as they come from outside."""
        spans = [(self._receiver(c.index), c.index) for c in self._loops]
        looped = [r.path for r in self.references if any(a <= r.index < b for a, b in spans)]
        return tuple(dict.fromkeys(looped))

    @property
    def depth(self) -> int:
        """How deep brackets are nested."""
        depth = deepest = 0
        for word in self.words:
            if word.kind is Kind.SIGN:
                depth += (word.text in _OPENING) - (word.text in _CLOSING)
                deepest = max(deepest, depth)
        return deepest

    @property
    def loop_depth(self) -> int:
        """How deep loops over lists are nested."""
        spans = [(c.index, self.closing(c.index + 1)) for c in self._loops]
        return max((sum(a <= x <= b for a, b in spans) for x, _ in spans), default=0)

    def clauses(self) -> Iterator[tuple[str, int]]:
        """The parts joined by and, or, not and choice, each with its offset."""
        yield from self._clauses(0, len(self.words))

    def asks_for_null(self, name: str) -> bool:
        """Whether the variable is compared with null, or never used but to compare it as equal."""
        uses = [r for r in self.references if r.name == name]
        return any("null" in self._equated(use) for use in uses) or all(map(self._equated, uses))

    def text_at(self, index: int) -> str:
        """The word at `index`, or nothing outside."""
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def closing(self, opening: int) -> int:
        """The index of the bracket that closes the one at `opening`."""
        depth = 0
        for index in range(opening, len(self.words)):
            word = self.words[index]
            if word.kind is Kind.SIGN:
                depth += (word.text in _OPENING) - (word.text in _CLOSING)
                if depth == 0:
                    return index
        return len(self.words) - 1

    def _clauses(self, first: int, end: int) -> Iterator[tuple[str, int]]:
        parts = list(self._parts(first, end))
        if first >= end:
            return
        if len(parts) > 1:
            for part in parts:
                yield from self._clauses(*part)
        elif self.text_at(first) == "!":
            yield from self._clauses(first + 1, end)
        elif self.text_at(first) == "(" and self.closing(first) == end - 1:
            yield from self._clauses(first + 1, end - 1)
        else:
            start = self.words[first].start
            yield self.source[start : self.words[end - 1].end], start

    def _parts(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """The spans of words between the joining signs that no bracket holds."""
        start = index = first
        while index < end:
            if self.words[index].kind is Kind.SIGN and self.words[index].text in _OPENING:
                index = self.closing(index)
            elif self.words[index].text in _JOINING:
                yield start, index
                start = index + 1
            index += 1
        yield start, end

    def _equated(self, use: Reference) -> tuple[str, ...]:
        """What a bare variable is compared with by == or !=, on either side."""
        if len(use.path) > 1:
            return ()
        sides = ((use.index + 1, use.index + 2), (use.index - 1, use.index - 2))
        return tuple(self.text_at(o) for s, o in sides if self.text_at(s) in {"==", "!="})

    def _receiver(self, index: int) -> int:
        """The index where the value starts that the method at `index` is called on."""
        start = index - 1
        while start > 0:
            before = self.words[start - 1]
            if before.kind is Kind.SIGN and before.text in _CLOSING:
                start = self._opening(start - 1)
            elif before.text == "." or (before.kind is not Kind.SIGN and before.text != "in"):
                start -= 1
            else:
                break
        return start

    def _opening(self, closing: int) -> int:
        """The index of the bracket that the one at `closing` closes."""
        depth = 0
        for index in range(closing, -1, -1):
            word = self.words[index]
            if word.kind is Kind.SIGN:
                depth += (word.text in _CLOSING) - (word.text in _OPENING)
                if depth == 0:
                    return index
        return 0

    def _binds(self, index: int) -> bool:
        is_name = index + 2 < len(self.words) and self.words[index + 2].kind is Kind.NAME
        return is_name and self.text_at(index + 3) == ","

    def _calls(self) -> Iterator[Call]:
        for index, word in enumerate(self.words):
            if word.kind is Kind.NAME and self.text_at(index + 1) == "(":
                yield Call(word.text, word.start, index, self.text_at(index - 1) == ".")

    def _references(self) -> Iterator[Reference]:
        for index, word in enumerate(self.words):
            if (
                word.kind is Kind.NAME
                and word.text not in _KEYWORDS
                and word.text not in TYPES
                and word.text not in self.bound
                and self.text_at(index - 1) != "."
                and self.text_at(index + 1) != "("
            ):
                yield Reference((word.text, *self._fields(index + 1)), word.start, index)

    def _fields(self, index: int) -> Iterator[str]:
        """The fields that are followed by name: `.amount`, `["amount"]`."""
        while index + 1 < len(self.words):
            following = self.words[index + 1]
            if self.text_at(index) == "." and self.text_at(index + 2) != "(":
                yield following.text
                index += 2
            elif (
                self.text_at(index) == "["
                and following.kind is Kind.TEXT
                and self.text_at(index + 2) == "]"
                and following.text[0] in "\"'"
            ):
                yield following.text.strip("\"'")
                index += 3
            else:
                return


def _words(source: str) -> Iterator[Word]:
    at = 0
    while at < len(source):
        found = _RAW_TEXT.match(source, at) or _WORDS.match(source, at)
        if found is None:
            at += 1
            continue
        if found.lastgroup not in {None, "comment"}:
            yield Word(Kind(str(found.lastgroup)), found[0], at)
        at = found.end()


def _leads(path: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(path) < len(other) and other[: len(path)] == path
