"""What is still to be done of erasures that are on the disk: in copies, and about traces."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.records import Erasure
from reviewer_app.store.rows import chunks, table_of
from reviewer_app.store.tables import ErasureRow, OutboxRow

OUTBOX, ERASURE = table_of(OutboxRow), table_of(ErasureRow)

COPIES, TRACES = "copies", "traces"
"""The destinations of an erasure on this machine: the kept copies, and the database's own files."""


def note(connection: Connection, erased: Sequence[Erasure], at: datetime) -> None:
    """Both are to be done for these erasures."""
    rows = [
        {"fact_id": one.id, "destination": to, "kind": "erasure", "attempts": 0, "next_try": at}
        for one in erased
        for to in (COPIES, TRACES)
    ]
    if rows:
        connection.execute(upsert(OUTBOX).on_conflict_do_nothing(), rows)


def items(connection: Connection, destination: str) -> list[UUID]:
    """The items whose erasure has not reached a destination."""
    query = (
        select(ERASURE.c.item_id)
        .join(OUTBOX, OUTBOX.c.fact_id == ERASURE.c.id)
        .where(OUTBOX.c.destination == destination)
        .distinct()
    )
    return list(connection.execute(query).scalars())


def settle(connection: Connection, destination: str, ids: Sequence[UUID]) -> None:
    """The erasures of these items have reached it."""
    for chunk in chunks(ids):
        facts = select(ERASURE.c.id).where(ERASURE.c.item_id.in_(chunk))
        reached = OUTBOX.c.destination == destination
        connection.execute(delete(OUTBOX).where(reached, OUTBOX.c.fact_id.in_(facts)))
