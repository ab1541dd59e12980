"""How a round begins: both sides say who they are, and whether they speak the same language."""

from datetime import timedelta

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.store import unsent
from reviewer_app.store.hub import wire
from reviewer_app.store.hub.schema import PROTOCOL
from reviewer_app.store.hub.wire import Greeting
from reviewer_app.store.store import Store

CLOCKS_APART = timedelta(minutes=5)
"""How far this machine's clock may be from the hub's before somebody is told."""


class HubOlder(ReviewerError):
    """The hub was made by an older program than this one can work with."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "The team hub is older than this program. Nothing was exchanged; your work is kept "
                "here. Ask whoever administers the hub to run `reviewer-app hub init` with this "
                "version."
            )
        )


class HubNewerThanUs(ReviewerError):
    """The hub speaks a newer language than this program."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "The team hub was upgraded and this program is too old for it. Nothing was "
                "exchanged; your work is kept here. Install the newer version of Reviewer."
            )
        )


def greet(store: Store, link: "wire.Link") -> Greeting:
    """Tells the hub what waits here; gives what it says of itself and of this person.

    Raises:
        HubOlder, HubNewerThanUs: the two cannot work together.
    """
    with store.reading() as connection:
        waiting, since = unsent.standing(connection, store.device.id)
    greeting = wire.hello(link, waiting, since)
    if greeting.protocol > PROTOCOL:
        raise HubNewerThanUs
    if greeting.protocol < PROTOCOL:
        raise HubOlder
    return greeting


def clock_notes(apart: float) -> list[Sentence]:
    """What is to be said of two clocks that are so many seconds apart."""
    if abs(apart) <= CLOCKS_APART.total_seconds():
        return []
    return [
        sentence(
            "The clock of this machine and the hub's are {minutes} minutes apart. Times "
            "that you see may be wrong; nothing is lost by it.",
            minutes=round(abs(apart) / 60),
        )
    ]
