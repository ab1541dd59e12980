"""What is sent with a call: headers that HTTP can carry, bodies, and the secrets among them."""

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

import orjson

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence

SHORTEST_SECRET = 4
"""Characters from which on what was sent is kept out of sentences; less would blank out words."""


class HeaderUnusable(UsageError):
    """A secret, or a header's name, has characters that HTTP cannot carry."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "What was given for the header “{name}” cannot be sent: it has a line break, or "
                "a letter outside of ASCII. Copy the secret again, without what stands around it.",
                name=name,
            )
        )


def encoded(value: object) -> bytes:
    """A value as the JSON that is sent: whole numbers of any length, halves of characters."""
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        return json.dumps(value).encode()


def carried(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Headers without white space around their values, where HTTP can carry them.

    Raises:
        HeaderUnusable: it cannot.
    """
    told = {name: value.strip() for name, value in headers.items()}
    for name, value in told.items():
        is_name = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
        if not (is_name and value.isascii() and value.isprintable()):
            raise HeaderUnusable(name)
    return told


def secrets_in(sent: Sequence[str]) -> tuple[str, ...]:
    """What may be a secret of what is sent: each value, and what follows a word like `Bearer`.

    A platform may repeat it as an address or a JSON text writes it.
    """
    parts = {part for value in sent for part in (value, value.rpartition(" ")[2])}
    written = {form for p in parts for form in (p, quote(p, safe=""), json.dumps(p)[1:-1])}
    return tuple(sorted((p for p in written if len(p) >= SHORTEST_SECRET), key=len, reverse=True))
