"""Characters that hide, reorder or imitate: found, counted, and made visible."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a hidden character does to its reader."""

    DIRECTION = "changes the reading direction"
    INVISIBLE = "cannot be seen"
    CONTROL = "is a control character"
    UNKNOWN = "has no agreed meaning"


class Mark(NamedTuple):
    """A place where what is shown differs from the true text.

    Offsets count characters. `kind` is None where the difference is only one of layout.
    """

    shown_start: int
    shown_end: int
    true_start: int
    true_end: int
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Revealed:
    """A text fit to be shown, and the way back to the true one."""

    text: str
    true: str
    marks: tuple[Mark, ...] = ()
    mixed: tuple[str, ...] = ()

    @property
    def hidden(self) -> int:
        """How many characters would have been hidden."""
        return sum(m.true_end - m.true_start for m in self.marks if m.kind)

    def true_part(self, start: int, end: int) -> str:
        """The true text behind a stretch of the shown one."""
        return self.true[self._true_offset(start) : self._true_offset(end, at_end=True)]

    def _true_offset(self, shown: int, *, at_end: bool = False) -> int:
        index = bisect_right(self.marks, shown, key=lambda m: m.shown_start) - 1
        if index < 0:
            return shown
        mark = self.marks[index]
        if shown < mark.shown_end:
            inside = at_end and shown > mark.shown_start
            return mark.true_end if inside else mark.true_start
        return mark.true_end + shown - mark.shown_end


_HIDDEN = re.compile(
    "\r\n|[\U000e0020-\U000e007e]+"
    "|[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LOOKALIKE = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z]")
_EMOJI_KEYS = frozenset("0123456789#*")


def revealed(text: str, longest_line: int = 0) -> Revealed:
    """The text with everything hidden made visible.

    A `longest_line` above 0 breaks longer lines, since a layout takes a square of their length.
    """
    shown: list[str] = []
    marks: list[Mark] = []
    shown_length = done = 0
    for start, end, sign, kind in _signs(text, longest_line):
        shown.append(text[done:start])
        shown_length += start - done
        shown.append(sign)
        marks.append(Mark(shown_length, shown_length + len(sign), start, end, kind))
        shown_length += len(sign)
        done = end
    shown.append(text[done:])
    return Revealed("".join(shown), text, tuple(marks), mixed_words(text))


def revealed_line(text: str) -> str:
    """The text on one line, everything hidden made visible: for names, titles and excerpts."""
    return " ".join(revealed(text).text.split())


def isolated(text: str) -> str:
    """The text on one line, kept from reordering the words that stand around it."""
    return f"\u2068{revealed_line(text)}\u2069"


def mixed_words(text: str) -> tuple[str, ...]:
    """Words that mix Latin letters with Greek or Cyrillic ones that look the same."""
    if not _LOOKALIKE.search(text):
        return ()
    words = (match.group() for match in _WORD.finditer(text))
    mixed = (word for word in words if _LOOKALIKE.search(word) and _LATIN.search(word))
    return tuple(dict.fromkeys(mixed))


def _signs(text: str, longest_line: int) -> Iterator[tuple[int, int, str, Kind | None]]:
    """Each place to change, in order: its bounds, what to show there, and why."""
    line_start = 0
    for match in _HIDDEN.finditer(text):
        start, end = match.span()
        if match.group() != "\r\n" and _is_harmless(text, start, end):
            continue
        yield from _breaks(text, line_start, start, longest_line)
        line_start = end
        yield start, end, *_sign(match.group())
    yield from _breaks(text, line_start, len(text), longest_line)


def _breaks(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int, str, None]]:
    """Where lines between two offsets are too long to lay out."""
    if not longest:
        return
    while start < end:
        newline = text.find("\n", start, end)
        line_end = end if newline < 0 else newline
        for cut in range(start + longest, line_end, longest):
            yield cut, cut, "\n", None
        start = line_end + 1


def _sign(found: str) -> tuple[str, Kind | None]:
    if found == "\r\n":
        return "\n", None
    if len(found) > 1 or "\U000e0020" <= found <= "\U000e007e":
        words = "".join(chr(ord(c) - 0xE0000) for c in found)
        return f"⟨hidden “{words}”⟩", Kind.INVISIBLE
    return f"⟨U+{ord(found):04X}⟩", _kind(found)


def _kind(character: str) -> Kind:
    if character in _DIRECTION:
        return Kind.DIRECTION
    category = unicodedata.category(character)
    if category == "Cc":
        return Kind.CONTROL
    return Kind.UNKNOWN if category in {"Co", "Cs", "Cn"} else Kind.INVISIBLE


def _is_harmless(text: str, start: int, end: int) -> bool:
    """Joiners and selectors where emoji and the scripts that need them put them."""
    before, after = text[start - 1 : start], text[end : end + 1]
    match text[start:end]:
        case "\ufe0f" | "\ufe0e":
            return before in _EMOJI_KEYS if before.isascii() else _is_symbol(before)
        case "\u200d":
            return (_is_symbol(before) and _is_symbol(after)) or _needs_joiners(before, after)
        case "\u200c":
            return _needs_joiners(before, after)
        case _:
            return False


def _is_symbol(character: str) -> bool:
    if not character:
        return False
    return character == "\ufe0f" or unicodedata.category(character) in {"So", "Sk", "Sm", "Po"}


def _needs_joiners(before: str, after: str) -> bool:
    """Arabic and Indic letters: their scripts write with joiners."""
    return all("\u0600" <= c <= "\u0dff" for c in (before, after) if c) and bool(before and after)
