"""Contents that are not here: why they are not, and how what a hub has of them is fetched."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.holding import Holding
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.services.desk import Gone
from reviewer_app.store import erasures
from reviewer_app.store.holdings import holdings
from reviewer_app.store.store import Connection, Store

FetchContent = Callable[[UUID], bool]
"""Fetches the whole content of an item from the hub; whether it is here now."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What fetches from a hub: an item's whole content, and the bytes of an attachment."""

    content: FetchContent | None
    file: Callable[[UUID], bytes]


def gone(connection: Connection, item_id: UUID) -> Gone | None:
    """How the content of an item was erased; None where it was not."""
    erasure = erasures.of(connection, [item_id]).get(item_id)
    if erasure is None:
        return None
    name = erasures.name_of(connection, erasure.person_id)
    return Gone(name, erasure.at, erasure.reason)


def fetch(store: Store, item_id: UUID, fetch_content: FetchContent | None) -> bool:
    """Fetches the content of an item where more than what is here may be had; whether it came."""
    if fetch_content is None:
        return False
    with store.reading() as connection:
        here = holdings(connection, [item_id]).get(item_id)
    return here is not None and here.may_be_fetched and fetch_content(item_id)


def hindrance(held: Holding, name: str) -> Sentence | None:
    """Why nobody can decide on an item of which this much is here; None where they can."""
    match held:
        case Holding.WHOLE:
            return None
        case Holding.ERASED:
            return sentence("The content of {item} was erased.", item=name)
        case Holding.HEAD:
            return sentence("Only the beginning of {item} is on this machine.", item=name)
        case Holding.ABSENT:
            return sentence("The content of {item} is not on this machine.", item=name)
