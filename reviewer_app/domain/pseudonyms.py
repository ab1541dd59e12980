"""Names that stand for people in what leaves the program: the same key gives the same ones."""

import hmac
from collections.abc import Callable
from hashlib import sha256
from uuid import UUID

from reviewer_app.domain.resolution import Opinion

NameOf = Callable[[Opinion], str]
"""What a person is called in a label."""

DIGITS = 12
"""Hexadecimal digits of a pseudonym: two of a thousand people share one in one of 500 million."""


def own_name(opinion: Opinion) -> str:
    """The name that the person goes by."""
    return opinion.person


def pseudonyms_by(key: str) -> NameOf:
    """Pseudonyms under a secret key: nobody without it can try names until one fits.

    They are of the person and not of the name, so that a new name changes nothing and two people
    of one name stay two.
    """

    def name_of(opinion: Opinion) -> str:
        return pseudonym(opinion.author, key)

    return name_of


def pseudonym(person: UUID, key: str) -> str:
    """What a person is called under a key."""
    digest = hmac.new(key.encode(), person.bytes, sha256).hexdigest()
    return f"reviewer-{digest[:DIGITS]}"
