"""The queue table as a projection of facts: written after each change, rebuilt on request."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from reviewer_app.domain.fold import entry_of
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.tags import Tag, tags_of
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Risk
from reviewer_app.store import facts, labels_due, producers, tags
from reviewer_app.store.rows import chunks, table_of
from reviewer_app.store.tables import ItemRow, QueueEntryRow

ENTRY = table_of(QueueEntryRow)
ITEM = table_of(ItemRow)

MOST_UNCERTAIN = 2.0
"""The uncertainty of an output without a confidence: it sorts before every other."""


def row_of(entry: QueueEntry) -> dict[str, Any]:
    """The entry's columns, with those that only indexes need."""
    doubt = MOST_UNCERTAIN if entry.confidence is None else 1 - entry.confidence
    return {
        **entry.model_dump(),
        "is_open": entry.status in OPEN_STATUSES,
        "uncertainty": doubt,
        "risk_rank": Risk.CRITICAL.rank - entry.risk.rank,
        "no_due": entry.due_at is None,
    }


def insert_entries(connection: Connection, entries: Sequence[QueueEntry]) -> None:
    """Adds entries of items that have none yet."""
    if entries:
        connection.execute(insert(ENTRY), [row_of(e) for e in entries])
        producers.add(connection, entries)


def refold(connection: Connection, ids: Iterable[UUID], *, moved: bool = True) -> None:
    """Writes the entries and tags of these items anew from their facts.

    Where they may have moved, their later revisions follow: what was assigned to somebody goes
    over to them.
    """
    changed = list(ids)
    if not changed:
        return
    followers = facts.later_revisions(connection, changed) if moved else []
    for chunk in chunks(changed + followers):
        fresh = _folded(connection, chunk)
        connection.execute(delete(ENTRY).where(ENTRY.c.item_id.in_(chunk)))
        insert_entries(connection, [folded.entry for folded in fresh])
        tags.replace_tags(connection, {f.entry.item_id: f.tags for f in fresh})
    labels_due.note(connection, changed)


def rebuild(connection: Connection, progress: Callable[[int], None] = lambda _: None) -> int:
    """Writes every entry and its tags anew; gives how many differed from what was there."""
    differed = done = 0
    for chunk in _all_items(connection):
        fresh = {f.entry.item_id: f for f in _folded(connection, chunk)}
        query = select(ENTRY).where(ENTRY.c.item_id.in_(chunk))
        old = {row["item_id"]: dict(row) for row in connection.execute(query).mappings()}
        known = tags.tags(connection, chunk)
        wrong = [
            key
            for key, folded in fresh.items()
            if old.get(key) != row_of(folded.entry) or known[key] != folded.tags
        ]
        connection.execute(delete(ENTRY).where(ENTRY.c.item_id.in_(wrong)))
        insert_entries(connection, [fresh[key].entry for key in wrong])
        tags.replace_tags(connection, {key: fresh[key].tags for key in wrong})
        differed += len(wrong)
        done += len(chunk)
        progress(done)
    producers.rebuild(connection)
    return differed


@dataclass(frozen=True, slots=True)
class _Folded:
    """What an item's facts come to."""

    entry: QueueEntry
    tags: frozenset[Tag]


def _folded(connection: Connection, ids: Sequence[UUID]) -> list[_Folded]:
    known = facts.items(connection, ids)
    content = facts.contents(connection, ids)
    selected = facts.selections(connection, ids)
    about = facts.facts(connection, list(known.values()))
    return [
        _Folded(
            entry_of(
                item, content[key].output if key in content else "", selected[key], about[key]
            ),
            tags_of(selected[key], about[key].opinions),
        )
        for key, item in known.items()
    ]


def _all_items(connection: Connection) -> Iterator[Sequence[UUID]]:
    after: UUID | None = None
    while True:
        query = select(ITEM.c.id).order_by(ITEM.c.id).limit(400)
        if after is not None:
            query = query.where(ITEM.c.id > after)
        ids = list(connection.execute(query).scalars())
        if not ids:
            return
        yield ids
        after = ids[-1]
