"""Items whose labels may have changed: noted with every decision, looked at for the sinks."""

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Acts:
    """When somebody last decided on an item or took a decision back, and how often anybody did.

    The count grows with every change of the label, and is the same on every machine that knows
    the same facts.
    """

    last: datetime
    count: int


def acts(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Acts]:
    """What was done about these items; those with imported judgements alone are left out."""
    is_native = case((DECISION.c.origin == Origin.NATIVE.value, 1), else_=0)
    found: dict[UUID, Acts] = {}
    for chunk in chunks(ids):
        query = (
            select(
                DECISION.c.item_id,
                func.max(DECISION.c.decided_at, type_=UTCDateTime()),
                func.count(),
            )
            .where(DECISION.c.item_id.in_(chunk), DECISION.c.decided_at.is_not(None))
            .group_by(DECISION.c.item_id)
            .having(func.max(is_native) == 1)
        )
        found |= {row[0]: Acts(row[1], row[2]) for row in connection.execute(query)}
    return found
