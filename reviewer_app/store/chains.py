"""A device's chain that goes on under another name from the place where two copies parted."""

from uuid import UUID

from sqlalchemy import Connection, delete, insert, update

from reviewer_app.domain import chain
from reviewer_app.domain.records import JournalEntry
from reviewer_app.store import tables, unsent
from reviewer_app.store.journal import JOURNAL
from reviewer_app.store.rows import table_of

DEVICE = table_of(tables.DeviceRow)
HUB = table_of(tables.HubRow)


def continue_as(connection: Connection, old: UUID, new: UUID, common: int) -> None:
    """Chains anew under `new` what follows entry `common` of `old`, and makes `new` this device."""
    head: JournalEntry | None = None
    fresh = []
    for entry in unsent.entries(connection, old, common, -1):
        head = chain.rechained(entry, new, head)
        fresh.append(head.model_dump())
    connection.execute(delete(JOURNAL).where(JOURNAL.c.device_id == old, JOURNAL.c.n > common))
    if fresh:
        connection.execute(insert(JOURNAL), fresh)
    connection.execute(update(DEVICE).values(is_this=False).where(DEVICE.c.is_this))
    connection.execute(update(DEVICE).values(is_this=True).where(DEVICE.c.id == new))
    connection.execute(update(HUB).values(device_id=new).where(HUB.c.device_id == old))
