"""Entries with their flags and names, and one item with everything: for documents and pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reviewer_app.domain.delivery import Delivery
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.records import JournalEntry
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.desk import Desk
from reviewer_app.services.review import ReviewSession
from reviewer_app.store import deliveries, facts, identity, journal, leases, policies
from reviewer_app.store.store import Store

IN_REVIEW = "in_review"
"""The status of an item that somebody has open or has taken along, as lists say it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry with what a list in words shows beside it."""

    entry: QueueEntry
    flags: tuple[str, ...]
    assignee: str | None
    held_by: str | None = None
    held_until: datetime | None = None

    @property
    def status(self) -> str:
        """How the entry stands: `in_review` while somebody holds it, which is no fact."""
        is_held = self.held_until is not None and self.entry.status is Status.QUEUED
        return IN_REVIEW if is_held else self.entry.status


@dataclass(frozen=True, slots=True)
class Whole:
    """An item with everything: the desk, the policy's number, the journal, where its label went."""

    desk: Desk
    policy_number: int | None
    journal: tuple[JournalEntry, ...]
    deliveries: tuple[Delivery, ...] = ()


def listed(store: Store, entries: Sequence[QueueEntry]) -> list[Listed]:
    """The entries with the rules that fired and the names of who has them."""
    with store.reading() as connection:
        held = leases.live(connection, store.now(), [e.item_id for e in entries])
        selections = facts.selections(connection, [e.item_id for e in entries])
        people = {
            key: identity.person_of(connection, key).name
            for key in {e.assignee for e in entries if e.assignee}
        }
    return [
        Listed(
            entry,
            tuple(flag.rule for flag in selections[entry.item_id].flags),
            people.get(entry.assignee) if entry.assignee else None,
            held[entry.item_id].person if entry.item_id in held else None,
            held[entry.item_id].until if entry.item_id in held else None,
        )
        for entry in entries
    ]


def whole(store: Store, session: ReviewSession, item_id: UUID) -> Whole:
    """The item with everything.

    Raises:
        ItemUnknown: there is no such item.
    """
    desk = session.open(item_id)
    chained = [o.decision.id for o in desk.opinions] + [e.id for e in desk.escalations]
    with store.reading() as connection:
        version = desk.selection.policy_version_id
        number = policies.version(connection, version).number if version else None
        entries = tuple(journal.entries_about(connection, chained))
        return Whole(desk, number, entries, tuple(deliveries.of_item(connection, item_id)))
