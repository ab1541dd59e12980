"""Whether it is the platform itself that says that something is not there."""

from reviewer_app.connectors.web.client import Client, Refused
from reviewer_app.connectors.web.replies import Lasting, ReplyUnreadable
from reviewer_app.domain.sentences import sentence


class NotThere(Lasting):
    """Something answers at the address, but it is not the platform."""

    def __init__(self, place: str, platform: str) -> None:
        super().__init__(
            sentence(
                "{place} does not answer like {platform}, so nothing is known to be gone there and "
                "nothing was given up. Check the address, with the path that {platform} is under.",
                place=place,
                platform=platform,
            )
        )


def make_sure(client: Client, platform: str, path: str) -> None:
    """Looks whether the platform answers, before what it does not find counts as gone.

    Under a wrong address nothing is found either, and every label would be given up.

    Args:
        client: calls it.
        platform: its name.
        path: where it answers with JSON whatever it holds.

    Raises:
        NotThere: it is something else.
        Unreachable: nobody answers.
    """
    try:
        client.get(path).json()
    except (Refused, ReplyUnreadable) as cause:
        raise NotThere(client.place, platform) from cause
