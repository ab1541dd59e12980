"""What becomes of a profile that joins a team: another device, perhaps another person's id."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.records import Device, Person
from reviewer_app.store import policies, tables, unsent
from reviewer_app.store.rows import table_of

DEVICE = table_of(tables.DeviceRow)
PERSON = table_of(tables.PersonRow)
ITEM = table_of(tables.ItemRow)


def adopt(
    connection: Connection, device: Device, person: Person, *, brings_history: bool, now: datetime
) -> None:
    """Makes `device` of `person` the one that holds this profile.

    The chain so far stays whole under the device that made it. Who decided here before counts as
    the person; the policies so far stay private.
    """
    before = connection.execute(select(DEVICE).where(DEVICE.c.is_this)).mappings().one()
    values = person.model_dump()
    statement = upsert(PERSON).values(**values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
    if before["person_id"] != person.id:
        connection.execute(
            update(PERSON).where(PERSON.c.id == before["person_id"]).values(same_as=person.id)
        )
    connection.execute(update(DEVICE).where(DEVICE.c.is_this).values(is_this=False, is_whole=True))
    connection.execute(insert(DEVICE), [{**device.model_dump(), "is_this": True}])
    policies.keep_private(connection)
    ids = list(connection.execute(select(ITEM.c.id)).scalars())
    if brings_history:
        unsent.note_items(connection, ids, now)
    else:
        unsent.keep_items(connection, ids, now)
