"""The words of a program told apart: keywords, strings, numbers, comments, names."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple, Protocol

from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]  # ships no types
from pygments.token import Token  # type: ignore[import-untyped]  # ships no types

LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "python": ("py", "python3", "py3", "ipython", "application/x-python", "text/x-python"),
    "javascript": ("js", "jsx", "node", "mjs", "application/javascript", "text/javascript"),
    "typescript": ("ts", "tsx", "application/typescript"),
    "json": ("jsonl", "ndjson", "application/json"),
    "yaml": ("yml", "application/yaml", "text/yaml"),
    "toml": ("application/toml",),
    "ini": ("cfg", "conf"),
    "sql": ("postgresql", "postgres", "mysql", "sqlite", "application/sql", "text/x-sql"),
    "bash": ("sh", "shell", "zsh", "console", "application/x-sh", "text/x-shellscript"),
    "powershell": ("ps1", "pwsh"),
    "html": ("htm", "text/html"),
    "xml": ("svg", "xsd", "application/xml", "text/xml"),
    "css": ("text/css",),
    "c": ("h", "text/x-c"),
    "cpp": ("c++", "cc", "hpp", "cxx"),
    "csharp": ("cs", "c#"),
    "java": ("text/x-java",),
    "kotlin": ("kt", "kts"),
    "go": ("golang",),
    "rust": ("rs",),
    "ruby": ("rb",),
    "php": ("php3",),
    "swift": (),
    "r": ("rscript",),
    "lua": (),
    "docker": ("dockerfile",),
    "diff": ("patch", "udiff", "text/x-diff"),
    "make": ("makefile", "mk"),
}
"""Languages that are coloured, and their other names. Each was tried on hostile texts."""

_NAMES = {name: own for own, others in LANGUAGES.items() for name in (own, *others)}
_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)[ \t]*([\w+#.-]{0,30})[^\n]*\n")
_SIGNS = (
    ("python", r"#!.{0,80}python|from [\w.]+ import |import [\w.]+(?: as \w+)?\s*$"),
    ("python", r"(?:async )?def \w+\(|class \w+[(:]"),
    ("bash", r"#!.{0,80}sh\b"),
    ("javascript", r"#!.{0,80}node|(?:const|let|var) \w+ ?=|(?:async )?function\b"),
    ("javascript", r"import .{0,200} from ['\"]|export (?:default|const|function)\b"),
    ("diff", r"diff --git |--- [ab/]|Index: "),
    ("html", r"<!doctype html|<html"),
    ("xml", r"<\?xml|<\w+ xmlns"),
    ("php", r"<\?php"),
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
_LINES_GUESSED = 12


class Stretch(NamedTuple):
    """A stretch of a text and the role of its colour."""

    start: int
    end: int
    role: str


class _Lexer(Protocol):
    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, object, str]]: ...


def language_of(text: str, hint: str = "") -> str:
    """The language of a program: the one that is named, else what its first lines look like."""
    named = _named(hint)
    if named:
        return named
    fence = _FENCE.match(text)
    if fence is not None and _named(fence.group(1)):
        return _named(fence.group(1))
    start = fence.end() if fence is not None else 0
    for line in text[start : start + 4_000].split("\n")[:_LINES_GUESSED]:
        for name, sign in _GUESSES:
            if sign.match(line.strip()[:400]):
                return name
    return ""


def stretches_of(text: str, language: str) -> Iterator[Stretch]:
    """The stretches of a text that have a colour, in order; what stands between has none."""
    fence = _FENCE.match(text)
    start = fence.end() if fence is not None else 0
    if start:
        yield Stretch(0, start - 1, "comment")
    for at, kind, words in _lexer(language).get_tokens_unprocessed(text[start:]):
        role = _role(kind)
        if role and words:
            yield Stretch(start + at, start + at + len(words), role)


def _named(hint: str) -> str:
    """The language behind a name, a media type or a file's name."""
    word = hint.strip().lower().partition(";")[0].strip()
    ending = word.rpartition(".")[2]
    return _NAMES.get(word) or _NAMES.get(ending) or _NAMES.get(word.removeprefix("text/x-"), "")


@cache
def _lexer(language: str) -> _Lexer:
    made: _Lexer = get_lexer_by_name(language)
    return made


_ROLES = (
    (Token.Comment, "comment"),
    (Token.Keyword.Constant, "number"),
    (Token.Keyword.Type, "type"),
    (Token.Keyword, "keyword"),
    (Token.Operator.Word, "keyword"),
    (Token.Name.Tag, "keyword"),
    (Token.Name.Function, "name"),
    (Token.Name.Class, "name"),
    (Token.Name.Decorator, "name"),
    (Token.Name.Attribute, "name"),
    (Token.Name.Builtin, "type"),
    (Token.Name.Exception, "type"),
    (Token.String.Escape, "escape"),
    (Token.String.Interpol, "escape"),
    (Token.String.Doc, "comment"),
    (Token.String, "string"),
    (Token.Number, "number"),
    (Token.Generic.Deleted, "deleted"),
    (Token.Generic.Inserted, "string"),
    (Token.Generic.Heading, "keyword"),
    (Token.Generic.Subheading, "name"),
)


@cache
def _role(kind: object) -> str:
    return next((role for family, role in _ROLES if kind in family), "")
