"""Reads the values of a key, each kind in its own way."""

import math
import re
from collections.abc import Callable, Mapping

from reviewer_app.domain.search.conditions import Absent, Between, By, Text, Value
from reviewer_app.domain.search.keys import NOBODY, NONE, Key, Kind
from reviewer_app.domain.search.lexing import Piece
from reviewer_app.domain.search.times import Calendar, due_of, past_of

_NUMBER = r"[+-]?\d+(?:\.\d+)?|[+-]?\.\d+"
_ONE = re.compile(rf"({_NUMBER})(%?)")
_RANGE = re.compile(rf"({_NUMBER})(%?)\.\.({_NUMBER})(%?)")
_TIMELIKE = re.compile(r"\d")

Reader = Callable[[Key, Piece, Calendar], Value | None]


def value_of(key: Key, piece: Piece, calendar: Calendar) -> Value | None:
    """What a value stands for; None where the key has no such value."""
    return _READERS[key.kind](key, piece, calendar)


def _name(_key: Key, piece: Piece, _calendar: Calendar) -> Value | None:
    if piece.sign:
        return None
    is_prefix = piece.text.endswith("*") and not piece.is_quoted and len(piece.text) > 1
    return Text(piece.text.removesuffix("*") if is_prefix else piece.text, is_prefix)


def _choice(key: Key, piece: Piece, _calendar: Calendar) -> Value | None:
    word = piece.text.casefold()
    if piece.sign or word not in key.choices:
        return None
    return Absent() if word == NONE else Text(word)


def _number(_key: Key, piece: Piece, _calendar: Calendar) -> Value | None:
    if piece.text.casefold() == NONE and not piece.sign:
        return Absent()
    ends = _RANGE.fullmatch(piece.text)
    if ends and not piece.sign:
        return Between(_figure(ends[1], ends[2]), _figure(ends[3], ends[4]))
    one = _ONE.fullmatch(piece.text)
    return None if one is None else _compared(piece.sign, _figure(one[1], one[2]))


def _compared(sign: str, figure: float) -> Between | None:
    if not math.isfinite(figure):
        return None
    match sign:
        case "" | "=":
            return Between(figure, figure)
        case "<" | "<=":
            return Between(high=figure, high_open=sign == "<")
        case ">" | ">=":
            return Between(low=figure, low_open=sign == ">")
        case _:
            return None


def _figure(digits: str, percent: str) -> float:
    return float(digits) / 100 if percent else float(digits)


def _past(_key: Key, piece: Piece, calendar: Calendar) -> Value | None:
    return past_of(piece.text, piece.sign, calendar)


def _due(_key: Key, piece: Piece, calendar: Calendar) -> Value | None:
    if piece.text.casefold() == NONE and not piece.sign:
        return Absent()
    return due_of(piece.text, piece.sign, calendar)


def _person(_key: Key, piece: Piece, _calendar: Calendar) -> Value | None:
    if piece.sign:
        return None
    return Absent() if piece.text.casefold() in {NOBODY, NONE} else By(piece.text)


def _deed(key: Key, piece: Piece, calendar: Calendar) -> Value | None:
    """A time where it can be one, else a person."""
    time = None if piece.is_quoted else past_of(piece.text, piece.sign, calendar)
    if time is None and not piece.is_quoted and _TIMELIKE.match(piece.text):
        return None
    return time or _person(key, piece, calendar)


def _field(key: Key, piece: Piece, calendar: Calendar) -> Value | None:
    """A number where it can be one, else a text."""
    number = None if piece.is_quoted else _number(key, piece, calendar)
    return number or _name(key, piece, calendar)


_READERS: Mapping[Kind, Reader] = {
    Kind.NAME: _name,
    Kind.CHOICE: _choice,
    Kind.NUMBER: _number,
    Kind.PAST: _past,
    Kind.DUE: _due,
    Kind.PERSON: _person,
    Kind.DEED: _deed,
    Kind.FIELD: _field,
}
