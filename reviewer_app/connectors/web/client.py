"""Calls to a platform over HTTP: bounded, patient, never led elsewhere, with errors for people."""

import time
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Self
from urllib.parse import urlsplit

import httpx2
import stamina

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.web.addresses import is_here
from reviewer_app.connectors.web.deadline import Deadline
from reviewer_app.connectors.web.refusals import BUSY, DENIED, Denied, Elsewhere, Refused
from reviewer_app.connectors.web.refusals import failure_of as _failure_of
from reviewer_app.connectors.web.replies import (
    TOLD,
    Lasting,
    Reply,
    ReplyUnreadable,
    retry_after,
    without,
)
from reviewer_app.connectors.web.sent import HeaderUnusable, carried, encoded, secrets_in
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import Sentence, sentence

__all__ = [
    "BUSY",
    "DENIED",
    "Client",
    "Denied",
    "Elsewhere",
    "HeaderUnusable",
    "Lasting",
    "Params",
    "ProxyUnusable",
    "Refused",
    "Reply",
    "ReplyUnreadable",
    "carried",
    "encoded",
    "retry_after",
]

REPLY_BYTES = 64 * 2**20
"""How much of a reply is read at most."""

REPLY_SECONDS = 300.0
"""How long one reply may take as a whole, however steadily it drips."""

TRIES = 3
"""How often a question is asked before the platform counts as unreachable."""

Params = Mapping[str, str | int | Sequence[str]]


class ProxyUnusable(ReviewerError):
    """The environment names a proxy that cannot be used."""

    def __init__(self, place: str) -> None:
        super().__init__(
            sentence(
                "{place} cannot be called through the proxy that this machine's environment "
                "names: its address is none, or of a kind that is not known. Correct HTTPS_PROXY, "
                "HTTP_PROXY or ALL_PROXY, or name the address in NO_PROXY, and start again.",
                place=place,
            )
        )


class _Again(Exception):
    """A question that is worth asking again at once."""

    def __init__(self, cause: Unreachable) -> None:
        super().__init__(type(cause).__name__)
        self.cause = cause


class Client:
    """Calls one platform. Redirects are not followed, so that no secret goes elsewhere.

    What is on this machine is never called through a proxy: it may be called without TLS, and a
    proxy elsewhere would read along.
    """

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

        Raises:
            HeaderUnusable: a header that cannot be sent.
            ProxyUnusable: the environment names a proxy that cannot be used.
        """
        self.address = address
        self.place = urlsplit(address).netloc
        sent = carried(headers or {})
        basic = [b64encode(":".join(auth).encode()).decode()] if auth else []
        self._hidden = secrets_in([*sent.values(), *(auth or ()), *basic])
        self._deadline = Deadline()
        host = urlsplit(address).hostname or ""
        try:
            self._http = httpx2.Client(
                headers={"User-Agent": "reviewer-app", **sent},
                auth=httpx2.BasicAuth(*auth) if auth else None,
                timeout=httpx2.Timeout(seconds, connect=min(10.0, seconds)),
                transport=httpx2.HTTPTransport() if is_here(host) else None,
                follow_redirects=False,
            )
        except (ValueError, ImportError, httpx2.InvalidURL) as cause:
            raise ProxyUnusable(self.place) from cause

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
            Unreachable: no usable answer; 404 and other refusals are raised as `Refused`, a
                `PushRefused` that knows its status.
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
                        if cause.retry_after is not None or isinstance(cause, Lasting):
                            raise
                        raise _Again(cause) from None
        except _Again as again:
            raise again.cause from again.cause.__cause__  # a ring of causes has no end
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
            params: of the query; where there are any they replace one that the path has.
            body: a value that is sent as JSON, or bytes that are sent as they are.
            headers: of this call alone.
            taken: statuses above 299 that are an answer like any other; 304 is, to a GET.

        Raises:
            Unreachable: nobody answered, or the platform is busy or lets nobody in.
            PushRefused: it refused this call.
        """
        try:
            with self._deadline.within(REPLY_SECONDS):
                reply = self._reply(method, path, params, body, headers)
        except httpx2.TimeoutException as cause:
            told = sentence(
                "{place} did not answer in time. It is asked again later.", place=self.place
            )
            raise Unreachable(told) from cause
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as cause:
            raise Unreachable(self._unreached(cause)) from cause
        is_unchanged = reply.status == 304 and method == "GET"
        if reply.status in taken or 200 <= reply.status < 300 or is_unchanged:
            return reply
        raise _failure_of(reply)

    def _reply(
        self,
        method: str,
        path: str,
        params: Params | None,
        body: object,
        headers: Mapping[str, str] | None,
    ) -> Reply:
        content = body if isinstance(body, bytes) else None if body is None else encoded(body)
        sent = {"Accept": "application/json", **(headers or {})}
        if content is not None:
            sent.setdefault("Content-Type", "application/json")
        with self._http.stream(
            method,
            self.address + path,
            params=params,
            content=content,
            headers=sent,
            extensions={"trace": self._deadline.note},
        ) as reply:
            named = {name.lower(): value for name, value in reply.headers.items()}
            whole = self._whole(reply)
            return Reply(reply.status_code, named, whole, self.place, self._hidden)

    def _whole(self, reply: httpx2.Response) -> bytes:
        """The body of a reply, which has an end."""
        ends = time.monotonic() + REPLY_SECONDS
        pieces: list[bytes] = []
        size = 0
        for piece in reply.iter_bytes():
            size += len(piece)
            pieces.append(piece)
            if size > REPLY_BYTES:
                raise ReplyUnreadable(
                    sentence(
                        "{place} answered with more than {size} MiB at once. Ask it for fewer "
                        "records at a time.",
                        place=self.place,
                        size=REPLY_BYTES // 2**20,
                    )
                )
            if time.monotonic() > ends:
                raise httpx2.ReadTimeout("")
        return b"".join(pieces)

    def _unreached(self, cause: Exception) -> Sentence:
        why = " ".join(without(str(cause), self._hidden).split())[:TOLD] or type(cause).__name__
        return sentence(
            "{place} cannot be reached ({why}). What waits for it waits on; check the address and "
            "the network.",
            place=self.place,
            why=why,
        )
