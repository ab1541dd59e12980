"""Text as the full-text index wants it, the same for what is indexed and what is looked for.

Nothing that was typed is read as FTS5 syntax, and characters of a script that writes no spaces
must follow on each other as they were typed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from reviewer_app.domain.search.conditions import Word

INDEXED_LENGTH = 4_000
"""Characters of each text that are searchable: a head bounds what one output can cost."""

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_WORD = re.compile(r"\w+")


def indexable(*texts: str | None) -> str:
    """The heads of the texts, with scripts that write no spaces cut into characters."""
    return "\n".join(_spaced(text[:INDEXED_LENGTH]) for text in texts if text)


@dataclass(frozen=True, slots=True)
class Expression:
    """What must be found and what must not, as FTS5 expressions; empty where there is none."""

    wanted: str = ""
    unwanted: str = ""


def expression_of(words: Sequence[Word]) -> Expression:
    """The words of a search: all of the wanted ones must occur, and none of the unwanted."""
    wanted = [_matched(word) for word in words if not word.is_negated]
    unwanted = [_matched(word) for word in words if word.is_negated]
    return Expression(
        " AND ".join(part for part in wanted if part),
        " OR ".join(f"({part})" for part in unwanted if part),
    )


def _matched(word: Word) -> str:
    """A word as an FTS5 expression: its parts must all occur, those of a phrase together."""
    parts = [_spaced(part).strip() for part in _WORD.findall(normalize("NFC", word.text))]
    if not parts:
        return ""
    if word.is_phrase:
        return f'"{" ".join(parts)}"'
    may_go_on = word.is_begun and not word.is_negated and word.text[-1:].isalnum()
    star = " *" if may_go_on else ""
    return " AND ".join(f'"{part}"' for part in parts) + star


def _spaced(text: str) -> str:
    return _UNSPACED.sub(lambda m: f" {m[0]} ", normalize("NFC", text))
