"""Text as the full-text index wants it, the same for what is indexed and what is looked for."""

import re
from unicodedata import normalize

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


def match_of(query: str) -> str:
    """The query as an FTS5 expression: every word must occur, the last may be begun only.

    Characters of a script that writes no spaces must follow on each other as they were typed.
    Nothing that was typed is read as FTS5 syntax. Empty when there is no word in it.
    """
    words = _WORD.findall(normalize("NFC", query))
    if not words:
        return ""
    quoted = [f'"{_spaced(word).strip()}"' for word in words]
    return " ".join([*quoted[:-1], quoted[-1] + " *" if query[-1:].isalnum() else quoted[-1]])


def _spaced(text: str) -> str:
    return _UNSPACED.sub(lambda m: f" {m[0]} ", normalize("NFC", text))
