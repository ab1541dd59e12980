"""Items with everything a label is made of, whatever they have come to."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from reviewer_app.domain.labels import Judged
from reviewer_app.domain.vocabulary import Status
from reviewer_app.store import gold, resolved
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import chunks


def states(connection: Connection, ids: Sequence[UUID]) -> Iterator[tuple[Status, Judged]]:
    """Each of these items and what it stands at; those seeded to measure people are left out."""
    for chunk in chunks(ids):
        query = select(ENTRY.c.item_id, ENTRY.c.status).where(
            ENTRY.c.item_id.in_(chunk), ~gold.is_gold(ENTRY.c.item_id)
        )
        status = {row.item_id: Status(row.status) for row in connection.execute(query)}
        for one in resolved.judged(connection, list(status)):
            yield status[one.item.id], one
