"""Calls to a platform over HTTP: bounded, patient, never led elsewhere, with errors for people."""

import email.utils
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

import httpx2
import orjson
import stamina

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.sentences import Sentence, sentence

REPLY_BYTES = 64 * 2**20
"""How much of a reply is read at most."""

TOLD = 300
"""Characters of a platform's own words that are passed on."""

TRIES = 3
"""How often a question is asked before the platform counts as unreachable."""

LONGEST_WAIT = 3600.0
"""Seconds that a platform can make us wait at most."""

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
DENIED = frozenset({401, 403, 407})

Params = Mapping[str, str | int | Sequence[str]]


class ReplyUnreadable(Unreachable):
    """The platform answered with something that is not what was asked for."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a platform answered: the status, the headers in lower case, the body as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    place: str

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def told(self) -> str:
        """The head of what the platform said, on one line."""
        return " ".join(self.text[: TOLD * 2].split())[:TOLD]

    def json(self) -> Any:  # noqa: ANN401 - any JSON comes in
        """The body as JSON.

        Raises:
            ReplyUnreadable: it is none.
        """
        try:
            return parse(self.body.decode())
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
        raise ReplyUnreadable(
            sentence("{place} answered with something else than expected.", place=self.place)
        )


class _Again(Exception):
    """A question that is worth asking again at once."""

    def __init__(self, cause: Unreachable) -> None:
        super().__init__(str(cause))
        self.cause = cause


class Client:
    """Calls one platform. Redirects are not followed, so that no secret goes elsewhere."""

    def __init__(
        self,
        address: str,
        headers: Mapping[str, str] | None = None,
        *,
        auth: tuple[str, str] | None = None,
        seconds: float = 30.0,
    ) -> None:
        """Opens nothing yet.

        Args:
            address: the checked address that paths are put behind.
            headers: sent with each call; secrets may be among them.
            auth: name and password of HTTP Basic.
            seconds: how long a reply is waited for.
        """
        self.address = address
        self.place = urlsplit(address).netloc
        self._http = httpx2.Client(
            headers={"User-Agent": "reviewer-app", **(headers or {})},
            auth=httpx2.BasicAuth(*auth) if auth else None,
            timeout=httpx2.Timeout(seconds, connect=10.0),
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        """Gives the client."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes it."""
        self.close()

    def close(self) -> None:
        """Closes its connections."""
        self._http.close()

    def get(
        self, path: str, params: Params | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """Asks; a question that meets no answer is asked again a few times.

        Raises:
            Unreachable: no usable answer; 404 and other refusals are raised as `PushRefused`.
        """
        return self.ask("GET", path, params=params, headers=headers)

    def search(self, path: str, body: object) -> Reply:
        """Asks by POST where a platform searches that way.

        Raises:
            Unreachable, PushRefused: as for `get`.
        """
        return self.ask("POST", path, body=body)

    def ask(
        self,
        method: str,
        path: str,
        *,
        params: Params | None = None,
        body: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """A call that changes nothing there, or the same however often it is made.

        Raises:
            Unreachable, PushRefused: as for `get`.
        """
        try:
            for attempt in stamina.retry_context(
                on=_Again, attempts=TRIES, timeout=20.0, wait_initial=0.3, wait_max=4.0
            ):
                with attempt:
                    try:
                        return self.send(method, path, params=params, body=body, headers=headers)
                    except Unreachable as cause:
                        if cause.retry_after is not None or isinstance(cause, ReplyUnreadable):
                            raise
                        raise _Again(cause) from cause
        except _Again as again:
            raise again.cause from again
        raise AssertionError  # the loop returns or raises

    def send(  # noqa: PLR0913 - what a call is made of
        self,
        method: str,
        path: str,
        *,
        params: Params | None = None,
        body: object = None,
        headers: Mapping[str, str] | None = None,
        taken: Sequence[int] = (),
    ) -> Reply:
        """One call, made once.

        Args:
            method: of HTTP.
            path: put behind the address.
            params: of the query.
            body: a value that is sent as JSON, or bytes that are sent as they are.
            headers: of this call alone.
            taken: statuses above 399 that are an answer like any other.

        Raises:
            Unreachable: nobody answered, or the platform is busy or lets nobody in.
            PushRefused: it refused this call.
        """
        try:
            reply = self._reply(method, path, params, body, headers)
        except httpx2.TimeoutException as cause:
            told = sentence(
                "{place} did not answer in time. It is asked again later.", place=self.place
            )
            raise Unreachable(told) from cause
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as cause:
            raise Unreachable(self._unreached(cause)) from cause
        if reply.status in taken or 200 <= reply.status < 300 or reply.status == 304:
            return reply
        raise self._failure(reply)

    def _reply(
        self,
        method: str,
        path: str,
        params: Params | None,
        body: object,
        headers: Mapping[str, str] | None,
    ) -> Reply:
        content = body if isinstance(body, bytes) else None if body is None else orjson.dumps(body)
        sent = {"Accept": "application/json", **(headers or {})}
        if content is not None:
            sent.setdefault("Content-Type", "application/json")
        with self._http.stream(
            method, self.address + path, params=params, content=content, headers=sent
        ) as reply:
            pieces, size = [], 0
            for piece in reply.iter_bytes():
                size += len(piece)
                if size > REPLY_BYTES:
                    raise ReplyUnreadable(
                        sentence(
                            "{place} answered with more than {size} MiB at once. Ask it for fewer "
                            "records at a time.",
                            place=self.place,
                            size=REPLY_BYTES // 2**20,
                        )
                    )
                pieces.append(piece)
            named = {name.lower(): value for name, value in reply.headers.items()}
            return Reply(reply.status_code, named, b"".join(pieces), self.place)

    def _unreached(self, cause: Exception) -> Sentence:
        why = " ".join(str(cause).split())[:TOLD] or type(cause).__name__
        return sentence(
            "{place} cannot be reached ({why}). What waits for it waits on; check the address and "
            "the network.",
            place=self.place,
            why=why,
        )

    def _failure(self, reply: Reply) -> Unreachable | PushRefused:
        if reply.status in DENIED:
            return Unreachable(
                sentence(
                    "{place} does not let this connection in ({status}: {told}). Check its secret "
                    "and what it may do there.",
                    place=self.place,
                    status=reply.status,
                    told=reply.told,
                )
            )
        if reply.status in BUSY:
            return Unreachable(
                sentence(
                    "{place} cannot answer now ({status}: {told}). It is asked again later.",
                    place=self.place,
                    status=reply.status,
                    told=reply.told,
                ),
                retry_after(reply.headers),
            )
        if 300 <= reply.status < 400:
            return Unreachable(
                sentence(
                    "{place} points to another address ({told}), which is not followed. Use that "
                    "address itself, if it is the platform's.",
                    place=self.place,
                    told=reply.headers.get("location", "")[:TOLD],
                )
            )
        return PushRefused(
            sentence(
                "{place} refused it ({status}: {told}).",
                place=self.place,
                status=reply.status,
                told=reply.told,
            )
        )


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Seconds until a platform wants to be asked again, by its `Retry-After` header (RFC 9110)."""
    told = headers.get("retry-after", "").strip()
    if not told:
        return None
    if told.isdecimal():
        return min(float(told), LONGEST_WAIT)
    moment = email.utils.parsedate_tz(told)
    if moment is None:
        return None
    left = email.utils.mktime_tz(moment) - (time.time() if now is None else now)
    return min(max(left, 0.0), LONGEST_WAIT)
