"""What may come next at the place of the cursor: a key, or a value of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer_app.domain.search.keys import (
    DUE_WORDS,
    KEYS,
    NOBODY,
    NONE,
    PAST_WORDS,
    Key,
    Kind,
    field_key,
)
from reviewer_app.domain.search.lexing import lexemes
from reviewer_app.domain.search.parsing import Scope, keys_of
from reviewer_app.domain.sentences import Sentence

SHOWN_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Place:
    """What is being typed: text from `start` to `end`, of a value where `key` is known."""

    start: int
    end: int
    typed: str
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to put at a place: what it reads, a line about it, and the text to put there."""

    text: str
    says: Sentence
    written: str


_NOTHING = Sentence("", {})

_FIXED: Mapping[Kind, Sequence[str]] = {
    Kind.PAST: (*PAST_WORDS, "<7d", ">30d"),
    Kind.DUE: (*DUE_WORDS, "<4h", "<2d"),
    Kind.PERSON: ("me", NOBODY),
    Kind.DEED: ("me", NOBODY, *PAST_WORDS, "<7d"),
    Kind.NUMBER: ("<0.5", "<0.7", "<0.9", ">=0.9", NONE),
}
"""Values that a key has whatever was pulled."""


def place_at(text: str, cursor: int, scope: Scope) -> Place:
    """What the cursor stands in or behind."""
    before = text[:cursor]
    for lexeme in lexemes(before):
        if lexeme.end < cursor:
            continue
        if not lexeme.key:
            start = lexeme.start + lexeme.is_negated
            return Place(start, cursor, text[start:cursor])
        piece = lexeme.pieces[-1]
        key = keys_of(scope).get(lexeme.key.casefold())
        is_next = before.endswith(",")
        start = cursor if is_next else piece.start
        return Place(start, cursor, "" if is_next else f"{piece.sign}{piece.text}", key)
    return Place(cursor, cursor, "")


def key_suggestions(place: Place, scope: Scope) -> list[Suggestion]:
    """The keys that begin like what is typed, each with a line about it."""
    typed = place.typed.casefold()
    known = [*KEYS, *(field_key(name) for name in scope.fields if name not in keys_named())]
    return [
        Suggestion(f"{key.name}:", key.says, f"{key.name}:")
        for key in known
        if key.name.casefold().startswith(typed)
    ]


def keys_named() -> frozenset[str]:
    """The names of the program's own keys."""
    return frozenset(key.name for key in KEYS)


def value_suggestions(place: Place, names: Sequence[str]) -> list[Suggestion]:
    """The values that fit what is typed: those the key always has, then the names there are."""
    key = place.key
    if key is None:
        return []
    typed = place.typed.casefold()
    fixed = [*key.choices, *_FIXED.get(key.kind, ())]
    known = list(dict.fromkeys([*fixed, *names]))
    begun = [value for value in known if value.casefold().startswith(typed)]
    within = [v for v in known if typed in v.casefold() and v not in begun]
    return [
        Suggestion(value, _NOTHING, value if value in fixed else quoted(value))
        for value in (begun + within)[:SHOWN_AT_MOST]
    ]


def quoted(value: str) -> str:
    """A value as it must be typed: in quotes where it would not be read as one."""
    is_plain = value and not any(c.isspace() or c in ',"<>=' for c in value)
    is_number_or_prefix = value.endswith("*")
    return value if is_plain and not is_number_or_prefix else '"' + value.replace('"', "") + '"'


def put(text: str, place: Place, suggestion: Suggestion) -> tuple[str, int]:
    """The search with a suggestion in its place, and where the cursor is then."""
    after = text[place.end :]
    is_key = suggestion.written.endswith(":") and place.key is None
    gap = "" if is_key or after.startswith((" ", ",")) else " "
    fresh = text[: place.start] + suggestion.written + gap
    return fresh + after, len(fresh)
