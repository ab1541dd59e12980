"""The sentence above a text in which something was hidden: what it was, and how much of it."""

from reviewer_app.domain.hidden_text import Kind, Revealed
from reviewer_app.ui.language import quoted, tr

WORDS_NAMED = 3


def hidden_words(found: Revealed) -> str:
    """A sentence on what was hidden, or an empty text where nothing was."""
    counts = {kind: _count(kind, found) for kind in Kind}
    parts = [_counted(kind, n) for kind, n in counts.items() if n]
    if found.mixed:
        words = ", ".join(quoted(word) for word in found.mixed[:WORDS_NAMED])
        n = len(found.mixed)
        parts.append(tr("%Ln word(s) with look-alike letters ({words})", "", n, words=words))
    return tr("Hidden in this text: {parts}.", parts="; ".join(parts)) if parts else ""


def _count(kind: Kind, found: Revealed) -> int:
    return sum(m.true_end - m.true_start for m in found.marks if m.kind is kind)


def _counted(kind: Kind, n: int) -> str:
    match kind:
        case Kind.DIRECTION:
            return tr("%Ln character(s) to change the reading direction", "", n)
        case Kind.INVISIBLE:
            return tr("%Ln character(s) that cannot be seen", "", n)
        case Kind.CONTROL:
            return tr("%Ln control character(s)", "", n)
        case Kind.UNKNOWN:
            return tr("%Ln character(s) without an agreed meaning", "", n)
