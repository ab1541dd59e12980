"""What a platform answered, as it came, and read as what it was asked for."""

import email.utils
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.sentences import sentence

TOLD = 300
"""Characters of a platform's own words that are passed on."""

LONGEST_WAIT = 3600.0
"""Seconds that a platform can make us wait at most."""


class Lasting(Unreachable):
    """The platform cannot be used now, and asking again at once would change nothing."""


class ReplyUnreadable(Lasting):
    """The platform answered with something that is not what was asked for."""


def unexpected(place: str) -> ReplyUnreadable:
    """The error of an answer that is JSON, and not what was asked for."""
    return ReplyUnreadable(
        sentence("{place} answered with something else than expected.", place=place)
    )


@dataclass(frozen=True, slots=True)
class Reply:
    """What a platform answered: the status, the headers in lower case, the body as it came.

    `hidden` are texts that no sentence may repeat, since they are secrets that were sent.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    place: str
    hidden: tuple[str, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def told(self) -> str:
        """The head of what the platform said, on one line, without a secret that it repeats."""
        longest = max(map(len, self.hidden), default=0)
        head = self.body[: TOLD * 8 + longest]
        shown = without(head.decode("utf-8", "replace"), self.hidden)
        if len(head) < len(self.body):  # what was cut may be the middle of a secret
            shown = shown[: max(0, len(shown) - longest)]
        return " ".join(shown.split())[:TOLD]

    def without_secrets(self, told: str) -> str:
        """Words of the platform, on one short line, without a secret that they repeat."""
        return " ".join(without(told, self.hidden).split())[:TOLD]

    def confirmed(self) -> "Reply":
        """The reply itself, where the platform can have given it: it is empty, or JSON.

        A page in front of a platform, or a server of something else, answers to everything, and
        often with 200 or 404: nothing was changed there, and nothing is known to be gone.

        Raises:
            ReplyUnreadable: it is something else.
        """
        if self.body.strip():
            self.json()
        return self

    def json(self) -> Any:  # noqa: ANN401 - any JSON comes in
        """The body as JSON.

        Raises:
            ReplyUnreadable: it is none.
        """
        try:
            return parse(self.body.decode("utf-8-sig"))
        except (JsonRefused, UnicodeDecodeError) as cause:
            raise ReplyUnreadable(
                sentence(
                    "{place} answered with something that is not JSON. Check that the address is "
                    "that of the platform itself, not of a page in front of it.",
                    place=self.place,
                )
            ) from cause

    def object(self) -> dict[str, Any]:
        """The body as a JSON object.

        Raises:
            ReplyUnreadable: it is none.
        """
        value = self.json()
        if isinstance(value, dict):
            return value
        raise unexpected(self.place)

    def listed(self, member: str) -> list[dict[str, Any]]:
        """The objects in a list of the object that the body is; none where it has no such list.

        Raises:
            ReplyUnreadable: the body is no object.
        """
        return objects_in(self.object().get(member))


def objects_in(value: object) -> list[dict[str, Any]]:
    """The objects of a list; what is none is passed over."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def members_in(value: object) -> dict[str, Any]:
    """The members of an object; none where it is something else."""
    return value if isinstance(value, dict) else {}


def without(text: str, hidden: tuple[str, ...]) -> str:
    """The text with each of the hidden ones made unreadable."""
    for secret in hidden:
        text = text.replace(secret, "…")
    return text


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Seconds until a platform wants to be asked again, by its `Retry-After` header (RFC 9110)."""
    told = headers.get("retry-after", "").strip()
    if told.isascii() and told.isdecimal():
        return min(float(told), LONGEST_WAIT)
    try:
        moment = email.utils.parsedate_to_datetime(told).timestamp()
    except (ValueError, OverflowError, TypeError, IndexError):
        return None  # a header that makes no sense is none
    left = moment - (time.time() if now is None else now)
    return min(max(left, 0.0), LONGEST_WAIT)
