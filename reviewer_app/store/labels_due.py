"""Items whose labels may have changed: noted with every decision, looked at for the sinks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, case, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import UTCDateTime

from reviewer_app.domain.vocabulary import Origin
from reviewer_app.store.rows import chunks, table_of
from reviewer_app.store.tables import DecisionRow, LabelDueRow

DUE = table_of(LabelDueRow)
DECISION = table_of(DecisionRow)


def note(connection: Connection, ids: Sequence[UUID]) -> None:
    """Notes those of these items that anybody here decided on."""
    for chunk in chunks(ids):
        decided = select(DECISION.c.item_id).where(DECISION.c.item_id.in_(chunk)).distinct()
        noted = upsert(DUE).from_select(["item_id"], decided)
        connection.execute(noted.on_conflict_do_nothing())


def noted(connection: Connection, most: int, after: UUID | None = None) -> list[UUID]:
    """The noted items behind one, in the order of their ids."""
    query = select(DUE.c.item_id).order_by(DUE.c.item_id).limit(most)
    if after is not None:
        query = query.where(DUE.c.item_id > after)
    return list(connection.execute(query).scalars())


def strike(connection: Connection, ids: Sequence[UUID]) -> None:
    """These were looked at."""
    for chunk in chunks(ids):
        connection.execute(delete(DUE).where(DUE.c.item_id.in_(chunk)))


def last_acts(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """When somebody here last decided on each of these items, or took a decision back.

    An item on which only imported judgements stand is not among them.
    """
    is_native = case((DECISION.c.origin == Origin.NATIVE.value, 1), else_=0)
    found: dict[UUID, datetime] = {}
    for chunk in chunks(ids):
        query = (
            select(DECISION.c.item_id, func.max(DECISION.c.decided_at, type_=UTCDateTime()))
            .where(DECISION.c.item_id.in_(chunk), DECISION.c.decided_at.is_not(None))
            .group_by(DECISION.c.item_id)
            .having(func.max(is_native) == 1)
        )
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return found
