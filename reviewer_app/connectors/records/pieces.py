"""A record as text that was cut out of something larger, and what may be wrong with it."""

from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Terms

RECORD = "record"
"""The field that a problem names where the record as a whole is at fault."""


def text_in(piece: bytes, place: str, terms: Terms) -> str | Problem:
    """The text that the bytes are, or the problem that they are none."""
    try:
        return piece.decode()
    except UnicodeDecodeError as wrong:
        reason = sentence(
            "byte {byte} ({value}) is not UTF-8",
            byte=wrong.start + 1,
            value=f"0x{piece[wrong.start]:02X}",
        )
        return problem(place, reason, piece, terms)


def problem(place: str, reason: str, piece: bytes, terms: Terms) -> Problem:
    """A problem with a record as a whole."""
    most = terms.limits.raw_characters
    return Problem(place, RECORD, reason, piece[: most * 4].decode(errors="replace")[:most])


def too_large(place: str, head: bytes, size: int, terms: Terms) -> Problem:
    """The problem of a record above the size limit; `size` is in bytes."""
    reason = sentence(
        "it has {size} and a record may have {most}; make it smaller, or raise the "
        "limit in the settings",
        size=in_mib(size),
        most=in_mib(terms.limits.record),
    )
    return problem(place, reason, head, terms)


def in_mib(size: int) -> str:
    """A size in bytes, for a sentence."""
    if size < 2**20:
        return sentence("{size:,} bytes", size=size)
    return f"{size / 2**20:,.1f} MiB".replace(".0 MiB", " MiB")
