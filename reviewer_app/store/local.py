"""What never leaves this machine: drafts and skips."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import DraftRow, SkipRow

DRAFT = table_of(DraftRow)
SKIP = table_of(SkipRow)


def draft(connection: Connection, item_id: UUID) -> dict[str, Any] | None:
    """What was typed on an item."""
    query = select(DRAFT.c.body).where(DRAFT.c.item_id == item_id)
    found: dict[str, Any] | None = connection.execute(query).scalar_one_or_none()
    return found


def put_draft(
    connection: Connection, item_id: UUID, body: dict[str, Any] | None, at: datetime
) -> None:
    """Keeps what was typed on an item, or drops it when `body` is None."""
    connection.execute(delete(DRAFT).where(DRAFT.c.item_id == item_id))
    if body is not None:
        connection.execute(insert(DRAFT), [{"item_id": item_id, "body": body, "at": at}])


def skip(connection: Connection, item_id: UUID, person_id: UUID, at: datetime) -> None:
    """Puts an item behind the others for this person."""
    unskip(connection, item_id, person_id)
    connection.execute(insert(SKIP), [{"item_id": item_id, "person_id": person_id, "at": at}])


def unskip(connection: Connection, item_id: UUID, person_id: UUID) -> None:
    """Puts an item back to its place."""
    connection.execute(delete(SKIP).where(SKIP.c.item_id == item_id, SKIP.c.person_id == person_id))
