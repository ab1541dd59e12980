"""What a platform's status means for the call: try later, ask a person, or give this one up."""

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.web.replies import TOLD, Lasting, Reply, retry_after, without
from reviewer_app.domain.sentences import sentence

BUSY = frozenset({408, 425, 429})
"""Statuses below 500 that say: not now."""

DENIED = frozenset({401, 403, 407})
"""Statuses that say: not you."""


class Denied(Lasting):
    """The platform does not let this connection in."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(
            sentence(
                "{place} does not let this connection in ({status}: {told}). Check its secret "
                "and what it may do there.",
                place=reply.place,
                status=reply.status,
                told=reply.told,
            )
        )


class Elsewhere(Lasting):
    """The platform points to another address."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(
            sentence(
                "{place} points to another address ({told}), which is not followed. Use that "
                "address itself, if it is the platform's.",
                place=reply.place,
                told=without(reply.headers.get("location", ""), reply.hidden)[:TOLD],
            )
        )


class Refused(PushRefused):
    """The platform refused this call; `status` says as what, such as 404 for unknown."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(
            sentence(
                "{place} refused it ({status}: {told}).",
                place=reply.place,
                status=reply.status,
                told=reply.told,
            )
        )
        self.status = reply.status


def failure_of(reply: Reply) -> Unreachable | PushRefused:
    """What a reply that is no answer is raised as."""
    if reply.status in DENIED:
        return Denied(reply)
    if reply.status in BUSY or not 200 <= reply.status < 500:
        return Unreachable(
            sentence(
                "{place} cannot answer now ({status}: {told}). It is asked again later.",
                place=reply.place,
                status=reply.status,
                told=reply.told,
            ),
            retry_after(reply.headers),
        )
    if 300 <= reply.status < 400:
        return Elsewhere(reply)
    return Refused(reply)
