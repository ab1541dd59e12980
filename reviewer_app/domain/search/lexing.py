"""Cuts what was typed into pieces with their places: words, phrases, and keys with values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_KEY = re.compile(r"([^\W\d][\w.-]*):(?!//)")
_VALUE = re.compile(r'([<>=]{0,2})(?:"([^"]*)"?|([^\s,"]*))')
_PHRASE = re.compile(r'"([^"]*)"?')
_WORD = re.compile(r'[^\s"]+')


@dataclass(frozen=True, slots=True)
class Piece:
    """One value as it was typed: its sign such as `<=`, its text, its place."""

    text: str
    start: int
    end: int
    sign: str = ""
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A key with its values, or a word where `key` is empty; with its place."""

    key: str
    pieces: tuple[Piece, ...]
    start: int
    end: int
    is_negated: bool = False


def lexemes(text: str) -> Iterator[Lexeme]:
    """The parts of a search in their order. Nothing that can be typed is refused here."""
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _lexeme(text, place)
        if found.pieces:
            yield found
        place = found.end


def _lexeme(text: str, start: int) -> Lexeme:
    is_negated = text[start] == "-"
    begin = start + is_negated
    key = _KEY.match(text, begin)
    if key:
        pieces, end = _values(text, key.end())
        return Lexeme(key[1], pieces, start, end, is_negated)
    phrase = _PHRASE.match(text, begin)
    found = phrase or _WORD.match(text, begin)
    if found is None:
        return Lexeme("", (), start, begin)
    words = found[1] if phrase else found[0]
    piece = Piece(words, found.start(), found.end(), is_quoted=bool(phrase))
    return Lexeme("", (piece,) if words.strip() else (), start, found.end(), is_negated)


def _values(text: str, start: int) -> tuple[tuple[Piece, ...], int]:
    """The values after a colon, between commas; always at least one, maybe empty."""
    pieces: list[Piece] = []
    place = start
    while True:
        found = _VALUE.match(text, place)
        if found is None:  # the pattern matches the empty text too
            break
        quoted, plain = found[2], found[3]
        content = plain if quoted is None else quoted
        piece = Piece(content, found.start(), found.end(), found[1], quoted is not None)
        if content or not pieces:
            pieces.append(piece)
        place = found.end()
        if text[place : place + 1] != ",":
            break
        place += 1
    return tuple(pieces), place
