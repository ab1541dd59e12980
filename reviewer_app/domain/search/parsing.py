"""Reads what was typed into conditions and words, and says what cannot be understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from reviewer_app.domain.search.conditions import Condition, Fault, Search, Word
from reviewer_app.domain.search.keys import KEY_OF, Key, Kind, field_key
from reviewer_app.domain.search.lexing import Lexeme, Piece, lexemes
from reviewer_app.domain.search.times import Calendar
from reviewer_app.domain.search.values import value_of
from reviewer_app.domain.sentences import Sentence, sentence

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
            faults.append(Fault(lexeme.start, len(text), _too_many()))
            break
        if not lexeme.key or _is_word(lexeme, scope):
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


def _is_word(lexeme: Lexeme, scope: Scope) -> bool:
    """Whether a colon is only a colon: "Re: your order"."""
    is_bare = not any(piece.text for piece in lexeme.pieces)
    return is_bare and lexeme.key.casefold() not in keys_of(scope)


def _word(lexeme: Lexeme, *, is_begun: bool) -> Word:
    (piece,) = lexeme.pieces
    return Word(
        lexeme.key or piece.text,
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
        says = sentence(
            "{key} wants a value right after the colon: {example}",
            key=key.name,
            example=key.example,
        )
        return Fault(lexeme.start, lexeme.end, says, is_unfinished=True)
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
    if near:
        says = sentence(
            "There is no key “{key}”. Did you mean {near}? In quotes it is looked for as words.",
            key=lexeme.key,
            near=near[0],
        )
    else:
        says = sentence(
            "There is no key “{key}”. In quotes it is looked for as words.", key=lexeme.key
        )
    return Fault(lexeme.start, lexeme.end, says)


def _unfit(key: Key, piece: Piece) -> Fault:
    """What the key takes instead; where the value is nearly one of them, which."""
    typed = f"{piece.sign}{piece.text}"
    near = get_close_matches(piece.text.casefold(), key.choices, n=1, cutoff=0.6)
    if near:
        says = sentence(
            "{key} has no “{typed}”. Did you mean {near}?", key=key.name, typed=typed, near=near[0]
        )
    else:
        says = _wants(key, typed)
    return Fault(piece.start, piece.end, says)


def _too_many() -> Sentence:
    return sentence("Only the first {most} parts of a search are read.", most=MOST_PARTS)


def _wants(key: Key, typed: str) -> Sentence:
    """What values of a kind are, for who typed something else."""
    about = {"key": key.name, "typed": typed}
    match key.kind:
        case Kind.CHOICE:
            choices = key.choices
            return sentence("{key} is one of {choices}, not “{typed}”.", choices=choices, **about)
        case Kind.NUMBER:
            return sentence("{key} wants a number such as <0.7, not “{typed}”.", **about)
        case Kind.PAST | Kind.DUE:
            return _wants_time(key, about)
        case Kind.DEED | Kind.PERSON:
            return _wants_person(key, about)
        case Kind.NAME | Kind.FIELD:
            return sentence("{key} is a name and cannot be compared with “{typed}”.", **about)


def _wants_time(key: Key, about: Mapping[str, str]) -> Sentence:
    if key.kind is Kind.DUE:
        return sentence(
            "{key} wants a time such as late, today, <4h or 2026-11-20, not “{typed}”.", **about
        )
    return sentence("{key} wants a time such as today, <7d or 2026-11-20, not “{typed}”.", **about)


def _wants_person(key: Key, about: Mapping[str, str]) -> Sentence:
    if key.kind is Kind.DEED:
        return sentence(
            "{key} wants a name, me, nobody or a time such as <7d, not “{typed}”.", **about
        )
    return sentence("{key} wants a name, me or nobody, not “{typed}”.", **about)
