"""What an act must know of the items it is about, read for many at once, and whether it fits."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from reviewer_app.domain.errors import ItemChanged, ItemUnknown
from reviewer_app.domain.holding import Holding
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.records import Item, Selection
from reviewer_app.domain.resolution import Opinion
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.desk import Seen
from reviewer_app.services.opinions import Sight, sights
from reviewer_app.services.withheld import hindrance
from reviewer_app.store import facts, peers
from reviewer_app.store.holdings import holdings
from reviewer_app.store.store import Connection


@dataclass(frozen=True, slots=True)
class Known:
    """An item as it stands now, with every decision on it, and what a person sees of them."""

    item: Item
    entry: QueueEntry
    selection: Selection
    opinions: Sequence[Opinion] = ()
    held: Holding = Holding.WHOLE
    sight: Sight = field(default_factory=Sight)

    @property
    def seen(self) -> Seen:
        """What a decision would be bound to if the person looked at the item now."""
        latest = self.sight.opinions[-1].decision.id if self.sight.opinions else None
        return Seen(self.item.id, self.item.content_hash, latest)


def known(connection: Connection, ids: Sequence[UUID], person_id: UUID) -> dict[UUID, Known]:
    """The items of these ids that there are, as a person sees them."""
    items = facts.items(connection, ids)
    entries = peers.entries(connection, ids)
    selections = facts.selections(connection, ids)
    seen = sights(connection, ids, person_id, selections)
    held = holdings(connection, ids)
    return {
        key: Known(item, entries[key], selections[key], seen[key][1], held[key], seen[key][0])
        for key, item in items.items()
        if key in entries
    }


def reviewed(connection: Connection, seen: Seen, person_id: UUID) -> Known:
    """The item that was shown to a person, if it still is what was shown.

    Raises:
        ItemUnknown: there is no such item.
        ItemChanged: it was revised, or decided by someone, since it was shown.
    """
    found = known(connection, [seen.item_id], person_id).get(seen.item_id)
    if found is None:
        raise ItemUnknown(str(seen.item_id))
    change = change_since(found, seen)
    if change is not None:
        raise ItemChanged(change)
    return found


def change_since(found: Known, seen: Seen) -> Sentence | None:
    """What happened to the item since it was seen, or None where nothing did.

    A decision that the person may not see yet is nothing that happened.
    """
    name = found.item.external_id
    if found.held is Holding.ERASED:
        return hindrance(found.held, name)
    is_other = found.item.content_hash != seen.content_hash
    if is_other or found.entry.status is Status.SUPERSEDED:
        return sentence("The agent has produced a new version of {item}.", item=name)
    latest = found.sight.opinions[-1] if found.sight.opinions else None
    if latest is not None and latest.decision.id != seen.latest:
        return sentence("{person} decided {item} meanwhile.", person=latest.person, item=name)
    return None
