"""The enrolment text: one line by which an invited person joins a team, once."""

import base64
import binascii
import hashlib
import re
import unicodedata
from datetime import datetime
from typing import Self
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field, model_validator

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import canonical, parse_object
from reviewer_app.domain.records import Record
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Role

VERSION = 1
PREFIX = f"reviewer-enrolment-{VERSION}:"
LIMIT = 64 * 1024
"""Characters of an enrolment text at most."""

READ_AT_MOST = 4 * LIMIT
"""Characters that are looked through: a text with the message around it."""

_BEGINNING = re.compile(r"reviewer-enrolment-(\d{1,6}):", re.IGNORECASE)
_BODY = re.compile(r"[A-Za-z0-9_-]*")
_PEM = "-----BEGIN CERTIFICATE-----"
_MAIL = frozenset(">|=*`\"'“”<")
"""What mail programs put in front of lines, at their ends and around words."""

_CHECK_BYTES = 6
_LENGTH_BYTES = 3
_HEAD = 12
"""Characters that hold check sum and length, nine bytes."""


class Enrolment(Record):
    """What a device needs to join a team's hub; the token is good for one use."""

    model_config = ConfigDict(hide_input_in_errors=True)

    address: str = Field(min_length=1, max_length=2_000)
    hub_id: UUID
    device_id: UUID
    login: str = Field(min_length=1, max_length=63)
    token: str = Field(min_length=1, max_length=500, repr=False)
    certificate: str = ""
    name: str = Field(min_length=1, max_length=200)
    role: Role
    expires_at: AwareDatetime

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if urlsplit(self.address).password is not None:
            raise ValueError("an address holds no password")
        if any(c < " " for c in self.address + self.login + self.token + self.name):
            raise ValueError("only a certificate has lines")
        if self.certificate and not self.certificate.lstrip().startswith(_PEM):
            raise ValueError("a certificate is PEM text")
        return self


class EnrolmentTooLong(UsageError):
    """The certificates of a hub do not fit into an enrolment text."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "The enrolment text would be longer than {limit} KiB. Give a file with only the "
                "certificate that signed the hub's own, and invite again.",
                limit=LIMIT // 1024,
            )
        )


class EnrolmentUnreadable(UsageError):
    """The text holds no enrolment that this program can use."""


class EnrolmentForeign(EnrolmentUnreadable):
    """The text is no enrolment."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "This is not an enrolment text, so nothing was joined. It begins with {prefix} "
                "and comes from a lead of the team; copy it as a whole.",
                prefix=PREFIX,
            )
        )


class EnrolmentDamaged(EnrolmentUnreadable):
    """The text was cut off, or is not the one that was made."""

    def __init__(self, *, is_cut: bool) -> None:
        self.is_cut = is_cut
        how = sentence("its end is missing") if is_cut else sentence("a part of it was changed")
        super().__init__(
            sentence(
                "The enrolment text is damaged: {how}. It is still good: copy it again as a "
                "whole, or ask for it to be sent as a file.",
                how=how,
            )
        )


class EnrolmentNewer(EnrolmentUnreadable):
    """The text was made by a later version of the program."""

    def __init__(self, version: int) -> None:
        self.version = version
        super().__init__(
            sentence(
                "This enrolment text was made by a newer version of Reviewer. It is still good: "
                "install the newer version on this machine and join with it."
            )
        )


class EnrolmentExpired(UsageError):
    """The text was good until a time that has passed."""

    def __init__(self, expires_at: datetime) -> None:
        self.expires_at = expires_at
        super().__init__(
            sentence(
                "This enrolment text was good until {until} UTC. Ask a lead of the team to invite "
                "you again. If your clock is wrong, set it right and try once more.",
                until=f"{expires_at:%Y-%m-%d %H:%M}",
            )
        )


def encode(enrolment: Enrolment) -> str:
    """The enrolment as one line of text, to be sent to the person.

    Raises:
        EnrolmentTooLong: it does not fit.
    """
    payload = canonical(enrolment.model_dump(mode="json")).encode()
    text = PREFIX + _written(payload)
    if len(text) > LIMIT:
        raise EnrolmentTooLong
    return text


def decode(text: str) -> Enrolment:
    """The enrolment that a text holds, whatever mail did to its lines and put around it.

    Raises:
        EnrolmentForeign, EnrolmentDamaged, EnrolmentNewer: there is none that can be used.
    """
    if len(text) > READ_AT_MOST:
        raise EnrolmentForeign
    joined = "".join(c for c in text if not _is_mail(c))
    failure: EnrolmentUnreadable = EnrolmentForeign()
    for found in _BEGINNING.finditer(joined):
        try:
            return _read(joined, found)
        except EnrolmentUnreadable as error:  # the message may have spoken of such a text before
            failure = error
    raise failure


def check_open(enrolment: Enrolment, now: datetime) -> None:
    """Does nothing while the enrolment is good. The hub's own clock has the last word.

    Raises:
        EnrolmentExpired: by this clock it is so no longer.
    """
    if now >= enrolment.expires_at:
        raise EnrolmentExpired(enrolment.expires_at)


def _written(payload: bytes) -> str:
    """Check sum, length and payload, so that a cut text is told from a changed one."""
    return _base64(_check_sum(payload) + len(payload).to_bytes(_LENGTH_BYTES)) + _base64(payload)


def _read(text: str, beginning: re.Match[str]) -> Enrolment:
    version = int(beginning.group(1))
    if version > VERSION:
        raise EnrolmentNewer(version)
    if version < VERSION:
        raise EnrolmentForeign
    return _enrolment(_payload(text, beginning.end()))


def _payload(text: str, start: int) -> bytes:
    """The bytes that are written from here on; what follows them belongs to the message."""
    found = _BODY.match(text, start)
    body = found.group() if found else ""
    if len(body) < _HEAD:
        raise EnrolmentDamaged(is_cut=start + len(body) == len(text))
    head = base64.urlsafe_b64decode(body[:_HEAD])
    size = int.from_bytes(head[_CHECK_BYTES:])
    length = (size * 4 + 2) // 3
    written = body[_HEAD : _HEAD + length]
    if len(written) < length:
        is_end = start + len(body) == len(text)
        raise EnrolmentDamaged(is_cut=is_end and length <= LIMIT)
    payload = _bytes_of(written)
    if _check_sum(payload) != head[:_CHECK_BYTES] or _base64(payload) != written:
        raise EnrolmentDamaged(is_cut=False)
    return payload


def _enrolment(payload: bytes) -> Enrolment:
    """What was checked for damage may still be something else, made to look like an enrolment."""
    try:
        members, _ = parse_object(payload.decode())
        return Enrolment.model_validate(members)
    except (ValueError, JsonRefused):
        raise EnrolmentForeign from None  # what pydantic says may quote the token


def _is_mail(character: str) -> bool:
    """Whether this is white space, invisible, or what mail programs add; never part of a text."""
    return (
        character in _MAIL or character.isspace() or unicodedata.category(character) in {"Cf", "Cc"}
    )


def _check_sum(payload: bytes) -> bytes:
    return hashlib.sha256(PREFIX.encode() + payload).digest()[:_CHECK_BYTES]


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes_of(written: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(written + "=" * (-len(written) % 4))
    except binascii.Error:
        return b""
