"""Questions about acts for many items: what stands of one, and what a person began on items."""

from collections.abc import Iterable, Mapping, Sequence
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


Skips = Mapping[UUID, datetime]
"""Items that a person put behind, and when."""


def skips(connection: Connection, ids: Iterable[UUID], person_id: UUID) -> Skips:
    """Which of these items this person put behind."""
    found: dict[UUID, datetime] = {}
    for chunk in chunks(list(ids)):
        query = select(SKIP.c.item_id, SKIP.c.at).where(
            SKIP.c.item_id.in_(chunk), SKIP.c.person_id == person_id
        )
        found.update((key, at) for key, at in connection.execute(query))
    return found


def put_skips(connection: Connection, ids: Iterable[UUID], person_id: UUID, skipped: Skips) -> None:
    """Puts behind those of these items that are in `skipped`; the others get their places back."""
    for chunk in chunks(list(ids)):
        connection.execute(
            delete(SKIP).where(SKIP.c.item_id.in_(chunk), SKIP.c.person_id == person_id)
        )
    rows = [{"item_id": key, "person_id": person_id, "at": at} for key, at in skipped.items()]
    if rows:
        connection.execute(insert(SKIP), rows)
