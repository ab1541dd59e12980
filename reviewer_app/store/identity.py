"""Who acts on which machine: this device, its person, and ids for what they do."""

import uuid
from uuid import UUID

import uuid_utils.compat
from sqlalchemy import Connection, insert, select, update

from reviewer_app.domain.identity import annotator_id
from reviewer_app.domain.records import Device, Person
from reviewer_app.store.rows import record_of, table_of
from reviewer_app.store.tables import DeviceRow, PersonRow

PERSON = table_of(PersonRow)
DEVICE = table_of(DeviceRow)

LEAD = "lead"
"""The role of those who settle what others dispute; whoever starts a profile has it."""


def new_id() -> UUID:
    """A UUIDv7: unique, and in the order in which this machine made it."""
    return uuid_utils.compat.uuid7()


def known_device(connection: Connection) -> Device | None:
    """The device that holds this file, if it was opened before."""
    row = connection.execute(select(DEVICE).where(DEVICE.c.is_this)).mappings().one_or_none()
    return record_of(Device, row) if row is not None else None


def new_random_id() -> UUID:
    """A UUIDv4: it tells nothing about when or where it was made."""
    return uuid.uuid4()


def device(connection: Connection, device_id: UUID) -> Device | None:
    """The device with this id."""
    row = connection.execute(select(DEVICE).where(DEVICE.c.id == device_id)).mappings().first()
    return record_of(Device, row) if row is not None else None


def this_device(connection: Connection, person: str, machine: str) -> Device:
    """The device that holds this file, made with its person at the first call."""
    known = known_device(connection)
    if known is not None:
        return known
    owner = Person(id=new_id(), name=person, role=LEAD)
    connection.execute(insert(PERSON), [owner.model_dump()])
    device = Device(id=new_id(), person_id=owner.id, name=machine)
    connection.execute(insert(DEVICE), [{**device.model_dump(), "is_this": True}])
    return device


def person_of(connection: Connection, person_id: UUID) -> Person:
    """The person with this id."""
    query = select(PERSON).where(PERSON.c.id == person_id)
    return record_of(Person, connection.execute(query).mappings().one())


def rename(connection: Connection, person_id: UUID, name: str) -> None:
    """Changes a person's name; the id under which they decided stays."""
    connection.execute(update(PERSON).where(PERSON.c.id == person_id).values(name=name))


def team(connection: Connection) -> list[Person]:
    """The people of the team, without the annotators of imported judgements."""
    query = (
        select(PERSON)
        .where(PERSON.c.source.is_(None), PERSON.c.same_as.is_(None), PERSON.c.revoked_at.is_(None))
        .order_by(PERSON.c.name)
    )
    return [record_of(Person, row) for row in connection.execute(query).mappings()]


def teammate(connection: Connection, name: str) -> Person | None:
    """The person of the team with this name, whatever its case."""
    return next((p for p in team(connection) if p.name.casefold() == name.casefold()), None)


def add_teammate(connection: Connection, name: str) -> Person:
    """The person of the team with this name, made where there is none."""
    person = teammate(connection, name)
    if person is None:
        person = Person(id=new_id(), name=name)
        connection.execute(insert(PERSON), [person.model_dump()])
    return person


def add_annotators(connection: Connection, source: str, names: set[str]) -> dict[str, UUID]:
    """The ids of a source's annotators, made where they are new."""
    ids = {name: annotator_id(source, name) for name in names}
    query = select(PERSON.c.id).where(PERSON.c.source == source)
    known = set(connection.execute(query).scalars())
    fresh = [
        Person(id=key, name=name, role="annotator", pools=[], source=source).model_dump()
        for name, key in ids.items()
        if key not in known
    ]
    if fresh:
        connection.execute(insert(PERSON), fresh)
    return ids
