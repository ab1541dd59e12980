"""The words of a program told apart: keywords, strings, numbers, comments, names.

Every pattern takes time in proportion to the text, whatever is in it: code comes from outside, and
the lexers that know a language by heart can be made to think for minutes.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reviewer_app.ui.review.outputs.languages import LANGUAGES, NAMES, Language

_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)[ \t]*([\w+#.-]{0,30})[^\n]*\n")
_SIGNS = (
    ("python", r"#!.{0,80}python|from [\w.]+ import |import [\w.]+(?: as \w+)?\s*$"),
    ("python", r"(?:async )?def \w+\(|class \w+[(:]"),
    ("bash", r"#!.{0,80}sh\b"),
    ("javascript", r"#!.{0,80}node|(?:const|let|var) \w+ ?=|(?:async )?function\b"),
    ("javascript", r"import .{0,200} from ['\"]|export (?:default|const|function)\b"),
    ("diff", r"diff --git |--- [ab/]|Index: "),
    ("html", r"<!doctype html|<html"),
    ("php", r"<\?php"),
    ("xml", r"<\?xml|<\w+ xmlns"),
    ("sql", r"(?:select|insert into|update|delete from|create table|alter table|with \w+ as)\b"),
    ("go", r"package \w+\s*$"),
    ("rust", r"use (?:std|crate)::|(?:pub )?fn \w+|#!\["),
    ("c", r"#include\b"),
    ("java", r"package [\w.]+;|import java\.|public (?:final |abstract )?class "),
    ("csharp", r"using [\w.]+;|namespace [\w.]+"),
    ("docker", r"FROM [\w./:-]+\s*$"),
    ("json", r"[{\[]\s*(?:[\"{\[\]}]|$)"),
    ("css", r"[.#@]?[\w-]+(?: [.#]?[\w-]+)* \{\s*$"),
)  # fmt: skip
_GUESSES = tuple((name, re.compile(sign, re.IGNORECASE)) for name, sign in _SIGNS)
_LINES_GUESSED, _LINE_GUESSED = 12, 200


class Stretch(NamedTuple):
    """A stretch of a text and the role of its colour."""

    start: int
    end: int
    role: str


def language_of(text: str, hint: str = "") -> str:
    """The language of a program: the one that is named, else what its first lines look like."""
    fence = _FENCE.match(text)
    named = _named(hint) or (_named(fence.group(1)) if fence is not None else "")
    if named:
        return named
    start = fence.end() if fence is not None else 0
    for line in text[start : start + 4_000].split("\n")[:_LINES_GUESSED]:
        head = line.strip()[:_LINE_GUESSED]
        found = next((name for name, sign in _GUESSES if sign.match(head)), "")
        if found:
            return found
    return ""


def stretches_of(text: str, language: str) -> Iterator[Stretch]:
    """The stretches of a text in order; those without a role, and what is between, are plain."""
    fence = _FENCE.match(text)
    start = fence.end() if fence is not None else 0
    if start:
        yield Stretch(0, start - 1, "comment")
    written = LANGUAGES[language]
    if written.shape == "code":
        yield from _code(text, start, language)
        return
    for found in _pattern(language).finditer(text, start):
        yield Stretch(found.start(), found.end(), found.lastgroup or "")


def _named(hint: str) -> str:
    """The language behind a name, a media type or a file's name."""
    word = hint.strip().lower().partition(";")[0].strip()
    last = re.split(r"[./\\]", word)[-1]
    return NAMES.get(word) or NAMES.get(last) or NAMES.get(last.removeprefix("x-"), "")


def _code(text: str, start: int, language: str) -> Iterator[Stretch]:
    roles, defining = _words(language)
    has_case = LANGUAGES[language].has_case
    is_defined = False
    for found in _pattern(language).finditer(text, start):
        role = found.lastgroup or ""
        if role != "word":
            yield Stretch(found.start(), found.end(), role)
            is_defined = False
            continue
        word = found.group() if has_case else found.group().lower()
        role = roles.get(word, "name" if is_defined else "")
        is_defined = word in defining
        yield Stretch(found.start(), found.end(), role)


@cache
def _words(language: str) -> tuple[dict[str, str], frozenset[str]]:
    """The role of every word that a language knows, and the words that a new name follows."""
    written = LANGUAGES[language]
    roles = dict.fromkeys(written.types.split(), "type")
    roles.update(dict.fromkeys(written.constants.split(), "number"))
    roles.update(dict.fromkeys(f"{written.words} {written.defining}".split(), "keyword"))
    return roles, frozenset(written.defining.split())


@cache
def _pattern(language: str) -> re.Pattern[str]:
    written = LANGUAGES[language]
    parts = _PARTS[written.shape](written)
    return re.compile("|".join(parts), re.MULTILINE)


_NUMBER = (
    r"(?P<number>(?<![\w.])(?:0[xXbBoO][0-9a-fA-F_]++|\d[\d_]*+(?:\.\d[\d_]*+)?+"
    r"(?:[eE][+-]?\d++)?+)\w*+)"
)
_WORD = r"(?P<word>(?<![\w.])[^\W\d]\w*+)"


def _code_parts(written: Language) -> list[str]:
    parts = [*_comments(written), *_strings(written)]
    if written.line and written.line[0] == "//":
        parts.append(r"(?P<escape>^[ \t]*+#[ \t]*+\w++)")
    constants = [word for word in written.constants.split() if not word.isidentifier()]
    if constants:
        parts.append(r"(?P<type>\$\w++)")
    parts.extend((r"(?P<name>@[\w.]++)", _NUMBER, _WORD))
    return parts


def _comments(written: Language) -> list[str]:
    """Comments to the end of their line, and between signs; one without an end goes to the end."""
    found = []
    for opening, closing in written.block:
        first, rest = re.escape(closing[0]), re.escape(closing[1:])
        inner = rf"(?:[^{first}]|{first}(?!{rest}))*+"
        found.append(rf"{re.escape(opening)}{inner}(?:{re.escape(closing)})?+")
    found.extend(rf"{re.escape(sign)}[^\n]*+" for sign in written.line)
    return [f"(?P<comment>{'|'.join(found)})"] if found else []


def _strings(written: Language) -> list[str]:
    """Strings; one without an end goes to the end of its line, a long one to the end."""
    found = []
    for quote in written.long_quotes:
        sign = quote[0]
        found.append(rf"{quote}(?:[^\\{sign}]|\\[\s\S]|{sign}(?!{sign * 2}))*+(?:{quote})?+")
    for quote in written.quotes:
        stop = "" if quote == "`" else r"\n"
        found.append(rf"{quote}(?:[^\\{quote}{stop}]|\\[\s\S])*+{quote}?+")
    return [f"(?P<string>{'|'.join(found)})"]


def _json_parts(written: Language) -> list[str]:
    del written
    return [
        r'(?P<keyword>"(?:[^"\\\n]|\\.)*+"(?=[ \t]{0,8}:))',
        r'(?P<string>"(?:[^"\\\n]|\\.)*+"?+)',
        r"(?P<number>-?\d[\d.eE+-]*+|\b(?:true|false|null)\b)",
    ]


def _markup_parts(written: Language) -> list[str]:
    del written
    return [
        r"(?P<comment><!--(?:[^-]|-(?!->))*+(?:-->)?+)",
        r"(?P<keyword><[/!?]?[\w:.-]++|[/?]?>)",
        r"(?P<name>(?<![\w:.-])[\w:.-]++(?==[\"']))",
        r"(?P<string>(?<==)(?:\"[^\"]*+\"?+|'[^']*+'?+))",
        r"(?P<number>&#?\w{1,12};)",
    ]


def _settings_parts(written: Language) -> list[str]:
    constants = "|".join(written.constants.split())
    return [
        r"(?P<name>^\[[^\n]*+)",
        r"(?P<keyword>^[ \t]*+(?:-[ \t]++)?+[\w.\"-]++(?=[ \t]{0,8}[:=]))",
        *_comments(written),
        *_strings(written),
        rf"(?P<number>\b(?:{constants})\b|(?<![\w.-])-?\d[\d.:_eE+-]*+\b)",
    ]


def _style_parts(written: Language) -> list[str]:
    return [
        *_comments(written),
        *_strings(written),
        r"(?P<keyword>@[\w-]++)",
        r"(?P<number>#[0-9a-fA-F]{3,8}\b|(?<![\w-])-?\d[\d.]*+[\w%]*+)",
        r"(?P<name>(?<![\w-])[.#]?[a-zA-Z-][\w-]*+(?=[ \t]{0,8}[:{,]))",
    ]


def _diff_parts(written: Language) -> list[str]:
    del written
    return [
        r"(?P<keyword>^(?:diff |index |\+\+\+ |--- )[^\n]*+)",
        r"(?P<name>^@@[^\n]*+)",
        r"(?P<string>^\+[^\n]*+)",
        r"(?P<deleted>^-[^\n]*+)",
    ]


_PARTS = {
    "code": _code_parts,
    "json": _json_parts,
    "markup": _markup_parts,
    "settings": _settings_parts,
    "style": _style_parts,
    "diff": _diff_parts,
}
