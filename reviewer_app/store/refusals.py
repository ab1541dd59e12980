"""Records that were not taken in, until they are fixed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from reviewer_app.domain.records import Refusal
from reviewer_app.store.rows import chunks, record_of, table_of
from reviewer_app.store.tables import RefusalRow

REFUSAL = table_of(RefusalRow)


def put(connection: Connection, refusals: Sequence[Refusal]) -> None:
    """Keeps the refusals; one that is known already stands again."""
    if not refusals:
        return
    statement = insert(REFUSAL)
    again = statement.on_conflict_do_update(
        index_elements=["id"], set_={"retried_at": None, "raw": statement.excluded.raw}
    )
    connection.execute(again, [r.model_dump() for r in refusals])


def standing(connection: Connection, source: str | None = None) -> list[Refusal]:
    """The refusals that were not fixed yet, oldest first."""
    query = select(REFUSAL).where(REFUSAL.c.retried_at.is_(None))
    if source is not None:
        query = query.where(REFUSAL.c.source == source)
    rows = connection.execute(query.order_by(REFUSAL.c.at, REFUSAL.c.place)).mappings()
    return [record_of(Refusal, row) for row in rows]


def counts(connection: Connection) -> dict[str, int]:
    """How many refusals of each source were not fixed yet."""
    query = (
        select(REFUSAL.c.source, func.count())
        .where(REFUSAL.c.retried_at.is_(None))
        .group_by(REFUSAL.c.source)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def settle(connection: Connection, ids: Sequence[UUID], at: datetime) -> None:
    """Marks refusals whose records are no longer refused."""
    for chunk in chunks(ids):
        connection.execute(update(REFUSAL).where(REFUSAL.c.id.in_(chunk)).values(retried_at=at))
