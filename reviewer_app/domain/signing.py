"""Signing keys (Ed25519): making them, signing with them, and the list of those a device had."""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

KEY_BYTES = 32
KEY_ID_LENGTH = 16

Ring = Mapping[str, str]
"""The public keys that a device has had, by their ids, the newest first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A key pair as text: the private half is for the keyring alone, and never shown."""

    private: str = field(repr=False)
    public: str


def new_pair() -> Pair:
    """A key pair that nobody else has."""
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - slow to import

    key = ed25519.Ed25519PrivateKey.generate()
    return Pair(_text(key.private_bytes_raw()), _text(key.public_key().public_bytes_raw()))


def pair_of(private: str) -> Pair:
    """The pair that a private half belongs to.

    Raises:
        ValueError: the text is no private key.
    """
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - slow to import

    key = ed25519.Ed25519PrivateKey.from_private_bytes(_bytes(private))
    return Pair(private, _text(key.public_key().public_bytes_raw()))


def sign(private: str, text: str) -> str:
    """The signature of a text, in base64."""
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - slow to import

    key = ed25519.Ed25519PrivateKey.from_private_bytes(_bytes(private))
    return _text(key.sign(text.encode()))


def verify(public: str, text: str, signature: str) -> bool:
    """Whether who has the private half signed this text, and wrote the signature like this."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - slow to import

    try:
        _loaded(public).verify(_bytes(signature), text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def key_id(public: str) -> str:
    """The short name of a public key.

    Raises:
        ValueError: the text is no public key.
    """
    return hashlib.sha256(_key_bytes(public)).hexdigest()[:KEY_ID_LENGTH]


def ring(text: str) -> Ring:
    """The keys in a device's list of them; a line that is none counts for nothing.

    A line is a key's id and the key; the newest comes first.
    """
    keys: dict[str, str] = {}
    for line in text.splitlines():
        name, _, public = line.rpartition(" ")
        try:
            found = key_id(public)
        except ValueError:
            continue
        if name in {"", found}:
            keys.setdefault(found, public)
    return keys


def newest(text: str) -> str | None:
    """The public key that a device signs with now; None while it has none."""
    return next(iter(ring(text).values()), None)


def with_key(text: str, public: str) -> str:
    """A device's list of keys with another one that it signs with from now on."""
    return "\n".join([f"{key_id(public)} {public}", *text.splitlines()])


def extends(known: str, told: str) -> bool:
    """Whether a list of keys is the known one, or that with newer keys before it.

    Whoever tells another list, be it the hub, would make signatures of earlier entries void, or
    sign in the device's name.
    """
    return told == known or not known or told.endswith("\n" + known)


@lru_cache(maxsize=256)
def _loaded(public: str) -> "Ed25519PublicKey":
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - slow to import

    return ed25519.Ed25519PublicKey.from_public_bytes(_key_bytes(public))


def _key_bytes(public: str) -> bytes:
    data = _bytes(public)
    if len(data) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    return data


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    """The bytes of a base64 text that is written in the one way there is.

    Raises:
        ValueError: it is not; a second way to write a signature would be a change unnoticed.
    """
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("no base64") from error
    if _text(data) != text:
        raise ValueError("base64 that was written by hand")
    return data
