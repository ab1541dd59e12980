"""A webhook as a sink: each change of a label is one signed call."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web import addresses
from reviewer_app.connectors.web.client import Client, Reply, encoded
from reviewer_app.connectors.web.moments import iso
from reviewer_app.connectors.webhook.signature import keys_of, signed
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.sentences import sentence


@dataclass(frozen=True, slots=True)
class WebhookSink:
    """Posts labels to one address. A repeated call has the same id, so that it counts once."""

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "url": Option(
            "the address that labels are posted to",
            is_required=True,
            example="https://hooks.example.com/labels",
        ),
        "plain": addresses.PLAIN,
        "secret": Option(
            "the secret that calls are signed with, whsec_ and base64 or any text; two of the "
            "whsec_ kind, with a space between, while one is being replaced",
            is_required=True,
            is_secret=True,
        ),
        "token": Option(
            "a secret that is sent as a bearer token too, where the address asks for one",
            is_secret=True,
        ),
    }
    kind: ClassVar[str] = "webhook"
    is_final: ClassVar[bool] = False

    name: str
    client: Client = field(repr=False)
    path: str = field(repr=False)
    keys: tuple[bytes, ...] = field(repr=False)
    clock: Callable[[], float] = time.time

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str]) -> Self:
        """The sink that a person configured.

        Raises:
            UsageError: an address that may not be called, a secret that is none.
        """
        url = addresses.whole(options["url"], options.get("plain", "no"))
        keys = keys_of(options["secret"])
        token = options.get("token", "").strip()
        headers = {"Authorization": f"Bearer {token}"} if token else None
        parts = urlsplit(url)
        path = urlunsplit(("", "", parts.path, parts.query, ""))
        return cls(name, Client(addresses.origin(url), headers), path, keys)

    def push(self, outgoing: Outgoing) -> str:
        """Posts the label as it is now, or that there is none any more.

        Raises:
            Unreachable: nobody answered, or not with a status from 200 to 499.
            PushRefused: the receiver will not have it.
        """
        call = f"{outgoing.key}-{outgoing.version}"
        self._post(call, _document(outgoing))
        return call

    def check(self) -> str:
        """Posts a signed ping, which says nothing of any label.

        Raises:
            ReviewerError: it was not taken.
        """
        reply = self._post(f"ping-{uuid4()}", {"type": "ping"})
        return sentence(
            "{place} took a signed test call ({status}).",
            place=self.client.place,
            status=reply.status,
        )

    def close(self) -> None:
        """Closes its connections."""
        self.client.close()

    def _post(self, call: str, document: Mapping[str, Any]) -> Reply:
        moment = self.clock()
        body = encoded({**document, "sent_at": iso(datetime.fromtimestamp(moment, UTC))})
        headers = signed(self.keys, call, int(moment), body)
        return self.client.send("POST", self.path, body=body, headers=headers)


def _document(outgoing: Outgoing) -> dict[str, Any]:
    """What one push says."""
    return {
        "type": "label.withdrawn" if outgoing.label is None else "label.updated",
        "id": str(outgoing.key),
        "version": outgoing.version,
        "label": outgoing.label,
        "item": {
            "source": outgoing.source,
            "external_id": outgoing.external_id,
            "digest": outgoing.digest,
        },
    }
