"""Which hub this machine belongs to, and where it stands with it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.team import Hub, SyncState
from reviewer_app.store.rows import record_of, table_of
from reviewer_app.store.tables import HubRow, SyncStateRow

HUB = table_of(HubRow)
STATE = table_of(SyncStateRow)


def joined(connection: Connection) -> Hub | None:
    """The hub that this machine belongs to; None for a person who works alone."""
    query = select(HUB).where(HUB.c.left_at.is_(None)).limit(1)
    row = connection.execute(query).mappings().one_or_none()
    return record_of(Hub, row) if row else None


def put_hub(connection: Connection, hub: Hub) -> None:
    """Keeps how a hub is reached, in the place of what was known of it."""
    values = hub.model_dump()
    statement = upsert(HUB).values(**values)
    connection.execute(statement.on_conflict_do_update(index_elements=["hub_id"], set_=values))


def leave(connection: Connection, hub_id: UUID, at: datetime) -> None:
    """This machine belongs to the hub no longer; what came from it stays."""
    connection.execute(HUB.update().where(HUB.c.hub_id == hub_id).values(left_at=at))


def state(connection: Connection, hub_id: UUID) -> SyncState:
    """Where this machine stands with a hub."""
    row = connection.execute(select(STATE).where(STATE.c.hub_id == hub_id)).mappings().first()
    return record_of(SyncState, row) if row else SyncState(hub_id=hub_id)


def put_state(connection: Connection, now: SyncState) -> None:
    """Keeps where this machine stands with a hub."""
    values = now.model_dump()
    statement = upsert(STATE).values(**values)
    connection.execute(statement.on_conflict_do_update(index_elements=["hub_id"], set_=values))
