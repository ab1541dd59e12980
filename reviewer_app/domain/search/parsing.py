"""Reads what was typed into conditions and words, and says what cannot be understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from reviewer_app.domain.search.conditions import Condition, Fault, Search, Word
from reviewer_app.domain.search.keys import KEY_OF, Key, Kind, field_key
from reviewer_app.domain.search.lexing import Lexeme, Piece, lexemes
from reviewer_app.domain.search.times import Calendar
from reviewer_app.domain.search.values import value_of

LONGEST = 2_000
"""Characters of a search that are read; nobody types more."""

MOST_PARTS = 60
"""Words and conditions that are asked at once."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a search is read against: the time, and the fields that the policy declares."""

    calendar: Calendar
    fields: tuple[str, ...] = ()


def parse(text: str, scope: Scope) -> Search:
    """The search that was typed. What is faulty is left out of it and said in `faults`."""
    words: list[Word] = []
    conditions: list[Condition] = []
    faults: list[Fault] = []
    for n, lexeme in enumerate(lexemes(text[:LONGEST])):
        if n == MOST_PARTS:
            faults.append(Fault(lexeme.start, len(text), TOO_MANY, {"most": str(MOST_PARTS)}))
            break
        if not lexeme.key:
            words.append(_word(lexeme, is_begun=lexeme.end == len(text)))
            continue
        read = _condition(lexeme, scope)
        if isinstance(read, Fault):
            faults.append(read)
        else:
            conditions.append(read)
    return Search(tuple(words), tuple(conditions), tuple(faults))


def keys_of(scope: Scope) -> Mapping[str, Key]:
    """Every key by its name as it is looked up: the program's own, then the policy's fields."""
    own = {name.casefold(): field_key(name) for name in scope.fields}
    return {**own, **KEY_OF}


def _word(lexeme: Lexeme, *, is_begun: bool) -> Word:
    (piece,) = lexeme.pieces
    return Word(
        piece.text,
        piece.is_quoted,
        lexeme.is_negated,
        is_begun and not piece.is_quoted,
        lexeme.start,
        lexeme.end,
    )


def _condition(lexeme: Lexeme, scope: Scope) -> Condition | Fault:
    key = keys_of(scope).get(lexeme.key.casefold())
    if key is None:
        return _unknown(lexeme, scope)
    if not any(piece.text for piece in lexeme.pieces):
        said = {"key": key.name, "example": key.example}
        return Fault(lexeme.start, lexeme.end, NO_VALUE, said, is_unfinished=True)
    values = []
    for piece in lexeme.pieces:
        value = value_of(key, piece, scope.calendar)
        if value is None:
            return _unfit(key, piece)
        values.append(value)
    is_field = key.kind is Kind.FIELD
    return Condition(key.name, tuple(values), lexeme.is_negated, is_field, lexeme.start, lexeme.end)


def _unknown(lexeme: Lexeme, scope: Scope) -> Fault:
    near = get_close_matches(lexeme.key.casefold(), keys_of(scope), n=1, cutoff=0.6)
    said = {"key": lexeme.key, "near": near[0] if near else ""}
    return Fault(lexeme.start, lexeme.end, UNKNOWN_NEAR if near else UNKNOWN, said)


def _unfit(key: Key, piece: Piece) -> Fault:
    """What the key takes instead; where the value is nearly one of them, which."""
    typed = f"{piece.sign}{piece.text}"
    said = {"key": key.name, "typed": typed, "example": key.example}
    template = UNFIT[key.kind]
    if key.kind is Kind.CHOICE:
        said["choices"] = ", ".join(key.choices)
        near = get_close_matches(piece.text.casefold(), key.choices, n=1, cutoff=0.6)
        if near:
            said["near"], template = near[0], CHOICE_NEAR
    return Fault(piece.start, piece.end, template, said)


UNKNOWN = "There is no key “{key}”. Put it in quotes to look for it as words."
UNKNOWN_NEAR = (
    "There is no key “{key}”. Did you mean {near}: ? Put it in quotes to look for it as words."
)
NO_VALUE = "{key} wants a value right after the colon: {example}"
TOO_MANY = "Only the first {most} parts of a search are read."
CHOICE_NEAR = "{key} has no “{typed}”. Did you mean {near}?"
UNFIT: Mapping[Kind, str] = {
    Kind.NAME: "{key} wants a name, not a comparison: {example}",
    Kind.CHOICE: "{key} is one of {choices}, not “{typed}”.",
    Kind.NUMBER: "{key} wants a number, not “{typed}”: {example}",
    Kind.PAST: "{key} wants a time such as today, <7d or 2026-11-20, not “{typed}”.",
    Kind.DUE: "{key} wants a time such as late, today, <4h or 2026-11-20, not “{typed}”.",
    Kind.PERSON: "{key} wants a name, me or nobody, not “{typed}”.",
    Kind.DEED: "{key} wants a name, me, nobody, or a time such as today, <7d or 2026-11-20.",
    Kind.FIELD: "{key} wants a number or a text, not “{typed}”: {example}",
}
