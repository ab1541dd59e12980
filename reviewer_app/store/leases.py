"""Claims on items: who has one open and until when. They end by themselves and are no facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, delete, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.records import Person
from reviewer_app.store.identity import PERSON
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import chunks, table_of
from reviewer_app.store.tables import LeaseRow

LEASE = table_of(LeaseRow)

ITEM = "item:"
"""What the subject of a claim on an item begins with; a source's claim begins otherwise."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who claims: one sitting of a person at a device."""

    sitting: UUID
    person_id: UUID


@dataclass(frozen=True, slots=True)
class Claim:
    """An item that somebody has, until when unless they renew it, and under which name.

    `is_checkout` is so of what they took along for work without the hub.
    """

    item_id: UUID
    holder: Holder
    person: str
    until: datetime
    is_checkout: bool = False


def claim(
    connection: Connection, ids: Sequence[UUID], holder: Holder, now: datetime, until: datetime
) -> None:
    """Gives these items to the holder, as far as nobody else has them now."""
    if not ids:
        return
    values = {"holder": holder.sitting, "person_id": holder.person_id, "until": until}
    statement = upsert(LEASE).values([{"subject": _subject(key), **values} for key in ids])
    is_free = or_(LEASE.c.until <= now, LEASE.c.holder == holder.sitting)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["subject"], set_=values, where=is_free)
    )


def release(
    connection: Connection, holder: Holder, now: datetime, keeping: Iterable[UUID] = ()
) -> int:
    """Frees what the holder has beyond `keeping`, and whatever has ended; gives how many."""
    kept = [_subject(key) for key in keeping]
    given_back = and_(LEASE.c.holder == holder.sitting, LEASE.c.subject.not_in(kept))
    freed = connection.execute(
        delete(LEASE).where(LEASE.c.subject.startswith(ITEM), or_(given_back, LEASE.c.until <= now))
    )
    return freed.rowcount


def give_up(connection: Connection, item_id: UUID) -> None:
    """Frees an item whoever has it."""
    connection.execute(delete(LEASE).where(LEASE.c.subject == _subject(item_id)))


def work_off(connection: Connection, ids: Sequence[UUID], person_id: UUID) -> None:
    """What this person took along of these items is done, and nobody else is kept from it."""
    for chunk in chunks([_subject(key) for key in ids]):
        connection.execute(
            delete(LEASE).where(
                LEASE.c.subject.in_(chunk), LEASE.c.is_checkout, LEASE.c.person_id == person_id
            )
        )


def hand_on(connection: Connection, ids: Sequence[UUID], to: UUID | None) -> None:
    """Whoever else has these items has them no longer: they were given to somebody."""
    other = (
        or_(LEASE.c.person_id.is_(None), LEASE.c.person_id != to) if to else LEASE.c.subject != ""
    )
    for chunk in chunks([_subject(key) for key in ids]):
        connection.execute(delete(LEASE).where(LEASE.c.subject.in_(chunk), other))


def live(connection: Connection, now: datetime, ids: Iterable[UUID]) -> dict[UUID, Claim]:
    """The claims on these items that have not ended."""
    found: dict[UUID, Claim] = {}
    for chunk in chunks([_subject(key) for key in ids]):
        found |= _claims(connection, and_(LEASE.c.until > now, LEASE.c.subject.in_(chunk)))
    return found


def all_live(connection: Connection, now: datetime) -> dict[UUID, Claim]:
    """Every claim on an item that has not ended: a few for each person at work."""
    return _claims(connection, and_(LEASE.c.until > now, LEASE.c.subject.startswith(ITEM)))


def made_here(
    connection: Connection, now: datetime, person_id: UUID
) -> dict[UUID, dict[UUID, datetime]]:
    """The live claims that a person's desks on this machine made: by sitting, item, until when."""
    query = select(LEASE.c.subject, LEASE.c.holder, LEASE.c.until).where(
        LEASE.c.origin == "",
        LEASE.c.person_id == person_id,
        LEASE.c.until > now,
        LEASE.c.subject.startswith(ITEM),
    )
    found: dict[UUID, dict[UUID, datetime]] = {}
    for subject, holder, until in connection.execute(query):
        found.setdefault(holder, {})[UUID(subject.removeprefix(ITEM))] = until
    return found


def checked_out(connection: Connection, now: datetime, person_id: UUID) -> list[UUID]:
    """The items that a person has taken along and that are still theirs."""
    query = select(LEASE.c.subject).where(
        LEASE.c.is_checkout, LEASE.c.person_id == person_id, LEASE.c.until > now
    )
    return [UUID(s.removeprefix(ITEM)) for s in connection.execute(query).scalars()]


def note(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keeps leases as the hub gave them, whatever was known of them."""
    for row in rows:
        values = {**row, "origin": "hub"}
        statement = upsert(LEASE).values(**values)
        connection.execute(statement.on_conflict_do_update(index_elements=["subject"], set_=values))


def free_for(connection: Connection, ids: Iterable[UUID], person: Person) -> set[UUID]:
    """Which of these items are assigned to this person, or to nobody."""
    found: set[UUID] = set()
    for chunk in chunks(list(ids)):
        query = select(ENTRY.c.item_id).where(
            ENTRY.c.item_id.in_(chunk),
            or_(ENTRY.c.assignee.is_(None), ENTRY.c.assignee == person.id),
        )
        found.update(connection.execute(query).scalars())
    return found


def _claims(connection: Connection, condition: ColumnElement[bool]) -> dict[UUID, Claim]:
    query = (
        select(LEASE, PERSON.c.name)
        .select_from(LEASE.outerjoin(PERSON, PERSON.c.id == LEASE.c.person_id))
        .where(condition)
    )
    claims = (
        Claim(
            UUID(row.subject.removeprefix(ITEM)),
            Holder(row.holder, row.person_id),
            row.name or "",
            row.until,
            row.is_checkout,
        )
        for row in connection.execute(query)
    )
    return {claim.item_id: claim for claim in claims}


def _subject(item_id: UUID) -> str:
    return f"{ITEM}{item_id}"
