"""Items whose labels may have changed: noted with every decision, looked at for the sinks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Select, case, delete, func, select, tuple_
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import UTCDateTime

from reviewer_app.domain.vocabulary import Origin
from reviewer_app.store.rows import chunks, table_of
from reviewer_app.store.tables import DecisionRow, LabelDueRow

DUE = table_of(LabelDueRow)
DECISION = table_of(DecisionRow)


_NOTE = (
    "INSERT INTO label_due (item_id, stamp) "
    "SELECT item_id, lower(hex(randomblob(8))) FROM decision WHERE item_id = ? LIMIT 1 "
    "ON CONFLICT (item_id) DO UPDATE SET stamp = excluded.stamp"
)
"""Written out, since every decision waits for it."""


def note(connection: Connection, ids: Sequence[UUID]) -> None:
    """Notes those of these items that anybody here decided on."""
    if ids:
        connection.exec_driver_sql(_NOTE, [(key.hex,) for key in ids])


def note_found(connection: Connection, items: Select[tuple[UUID]]) -> None:
    """Notes the items that a question with a condition finds."""
    stamped = items.distinct().add_columns(func.lower(func.hex(func.randomblob(8))))
    statement = upsert(DUE).from_select(["item_id", "stamp"], stamped)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["item_id"], set_={"stamp": statement.excluded.stamp}
        )
    )


def noted(connection: Connection, most: int, after: UUID | None = None) -> dict[UUID, str]:
    """The noted items behind one, in the order of their ids, each with its stamp."""
    query = select(DUE.c.item_id, DUE.c.stamp).order_by(DUE.c.item_id).limit(most)
    if after is not None:
        query = query.where(DUE.c.item_id > after)
    return {row[0]: row[1] for row in connection.execute(query)}


def strike(connection: Connection, stamps: Mapping[UUID, str]) -> set[UUID]:
    """Strikes what was looked at, but for what was noted anew meanwhile; gives what was struck."""
    struck: set[UUID] = set()
    for chunk in chunks(list(stamps.items())):
        same = tuple_(DUE.c.item_id, DUE.c.stamp).in_(chunk)
        struck |= set(
            connection.execute(delete(DUE).where(same).returning(DUE.c.item_id)).scalars()
        )
    return struck


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
