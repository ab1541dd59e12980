"""Which items an agent waits on, read without their contents."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection, select

from reviewer_app.domain.waiting import MEMBER, Waiting, waiting_in
from reviewer_app.store import tables
from reviewer_app.store.rows import chunks, table_of

CONTENT = table_of(tables.ContentRow)


def waiting(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Waiting]:
    """The agents that wait on these items; those on which none waits are left out."""
    found: dict[UUID, Waiting] = {}
    for chunk in chunks(list(ids)):
        query = select(CONTENT.c.item_id, CONTENT.c.meta).where(
            CONTENT.c.item_id.in_(chunk), CONTENT.c.meta.contains(f'"{MEMBER}"', autoescape=True)
        )
        for item_id, meta in connection.execute(query):
            agent = waiting_in(meta)
            if agent is not None:
                found[item_id] = agent
    return found
