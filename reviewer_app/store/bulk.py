"""Questions about acts for many items: what stands of one, and what a person began on items."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, exists, insert, select

from reviewer_app.domain.records import Decision
from reviewer_app.store.decisions import DECISION
from reviewer_app.store.local import DRAFT, SKIP
from reviewer_app.store.rows import chunks, record_of


def standing(connection: Connection, bulk: UUID) -> list[Decision]:
    """The decisions of an act for many that nobody took back, in the order they were made."""
    later = DECISION.alias()
    query = (
        select(DECISION)
        .where(
            DECISION.c.bulk == bulk,
            DECISION.c.verdict.is_not(None),
            ~exists().where(
                later.c.item_id == DECISION.c.item_id, later.c.retracts == DECISION.c.id
            ),
        )
        .order_by(DECISION.c.id)
    )
    return [record_of(Decision, row) for row in connection.execute(query).mappings()]


def drafted(connection: Connection, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these items have something typed on them."""
    found: set[UUID] = set()
    for chunk in chunks(ids):
        query = select(DRAFT.c.item_id).where(DRAFT.c.item_id.in_(chunk))
        found.update(connection.execute(query).scalars())
    return found


def skip(connection: Connection, ids: Sequence[UUID], person_id: UUID, at: datetime) -> None:
    """Puts these items behind the others for this person, in this order."""
    unskip(connection, ids, person_id)
    rows = [{"item_id": key, "person_id": person_id, "at": at} for key in ids]
    if rows:
        connection.execute(insert(SKIP), rows)


def unskip(connection: Connection, ids: Iterable[UUID], person_id: UUID) -> None:
    """Puts these items back to their places."""
    for chunk in chunks(list(ids)):
        connection.execute(
            delete(SKIP).where(SKIP.c.item_id.in_(chunk), SKIP.c.person_id == person_id)
        )
