"""Signatures of webhook calls, made and verified in the manner of Standard Webhooks."""

import binascii
import hmac
from base64 import b64decode, b64encode
from collections.abc import Mapping
from hashlib import sha256

from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.sentences import sentence

TOLERANCE = 300.0
"""Seconds that a call's time may be away from the receiver's clock."""

PREFIX = "whsec_"


class SecretUnusable(UsageError):
    """The secret says that it is base64, and is none; or it is empty."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "The signing secret cannot be used: what follows whsec_ must be base64. Copy it "
                "again as a whole."
            )
        )


class SignatureInvalid(ReviewerError):
    """The call was not signed with this secret, or not now."""


def keys_of(secret: str) -> tuple[bytes, ...]:
    """The keys that a secret stands for; several `whsec_` ones may stand side by side.

    Raises:
        SecretUnusable: it is none.
    """
    secret = secret.strip()
    parts = secret.split()
    if not parts:
        raise SecretUnusable
    if not all(part.startswith(PREFIX) for part in parts):
        return (secret.encode(),)
    return tuple(_decoded(part.removeprefix(PREFIX)) for part in parts)


def _decoded(text: str) -> bytes:
    try:
        key = b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as cause:
        raise SecretUnusable from cause
    if not key:
        raise SecretUnusable
    return key


def signed(keys: tuple[bytes, ...], call: str, moment: int, body: bytes) -> Mapping[str, str]:
    """The headers that sign a call.

    Args:
        keys: each of them signs.
        call: the id of the call, the same when it is repeated.
        moment: when it is made, in seconds since 1970.
        body: exactly what is sent.
    """
    signatures = " ".join(f"v1,{_signature(key, call, str(moment), body)}" for key in keys)
    return {
        "webhook-id": call,
        "webhook-timestamp": str(moment),
        "webhook-signature": signatures,
    }


def verify(secret: str, headers: Mapping[str, str], body: bytes, now: float) -> str:
    """Verifies a call that came in, and gives its id, under which repeats are to be dropped.

    Args:
        secret: what the sender has as its signing secret.
        headers: of the call, their names in any case.
        body: exactly as it came.
        now: the receiver's clock, in seconds since 1970, such as `time.time()`.

    Raises:
        SignatureInvalid: it is not signed with this secret, or too long ago, or in the future.
        SecretUnusable: the secret is none.
    """
    named = {name.lower(): value for name, value in headers.items()}
    call, moment = named.get("webhook-id", ""), named.get("webhook-timestamp", "")
    told = [part.removeprefix("v1,") for part in named.get("webhook-signature", "").split()]
    if not call or not told or not (moment.isascii() and moment.isdecimal()):
        raise SignatureInvalid(
            sentence("The call is not signed: it lacks a header of a signature. Refuse it.")
        )
    if len(moment) > 15 or abs(int(moment) - now) > TOLERANCE:
        raise SignatureInvalid(
            sentence(
                "The call was signed at another time than now, so it may be an old one sent "
                "again. Refuse it, and see whether both clocks are right."
            )
        )
    wanted = [_signature(key, call, moment, body).encode() for key in keys_of(secret)]
    matches = [hmac.compare_digest(a, b.encode()) for a in wanted for b in told]
    if not any(matches):
        raise SignatureInvalid(
            sentence("The call was not signed with this secret, or was changed since. Refuse it.")
        )
    return call


def _signature(key: bytes, call: str, moment: str, body: bytes) -> str:
    content = b".".join((call.encode(), moment.encode(), body))
    return b64encode(hmac.new(key, content, sha256).digest()).decode()
