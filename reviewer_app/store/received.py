"""Taking in what came from a hub: everything is inserted by its id, nothing is overwritten."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import SQLModel

from reviewer_app.domain import signing
from reviewer_app.domain.records import (
    Attachment,
    Content,
    DecisionText,
    Device,
    Gold,
    Item,
    JournalEntry,
    Person,
    Record,
    Selection,
)
from reviewer_app.domain.team import DeviceState
from reviewer_app.store import arrivals, erasing, erasures, projection, search, tables
from reviewer_app.store.foreign_facts import add_entries_of_others
from reviewer_app.store.hub.holding import Lease
from reviewer_app.store.rows import add_all, chunks, table_of

ITEM, SELECTION = table_of(tables.ItemRow), table_of(tables.SelectionRow)
CONTENT, HELD = table_of(tables.ContentRow), table_of(tables.HeldRow)
PERSON, DEVICE = table_of(tables.PersonRow), table_of(tables.DeviceRow)
LEASE, STATE = table_of(tables.LeaseRow), table_of(tables.DeviceStateRow)
POLICY = table_of(tables.PolicyVersionRow)

log = logging.getLogger("reviewer.sync")

Fields = Callable[[str], Mapping[str, float | str]]
"""The searchable values in an item's metadata."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Items as this person knows them now, with what of their contents came along."""

    items: Sequence[Item] = ()
    selections: Sequence[Selection] = ()
    contents: Sequence[Content] = ()
    attachments: Sequence[Attachment] = ()
    entries: Sequence[JournalEntry] = ()
    texts: Sequence[DecisionText] = ()
    gold: Sequence[Gold] = ()
    within_reach: frozenset[UUID] = frozenset()
    gone: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Received:
    """What was new in a parcel, and ids under which the hub has something else than is here.

    `erased` is how many contents went because others erased them.
    """

    fresh: int = 0
    conflicts: tuple[UUID, ...] = ()
    erased: int = 0


def take_in(connection: Connection, parcel: Parcel, fields: Fields, at: datetime) -> Received:
    """Adds what is new in a parcel, and brings the queue up to it."""
    here = arrivals.known(connection, [item.id for item in parcel.items])
    fresh = [item for item in parcel.items if item.id not in here]
    chosen = {one.item_id: one for one in parcel.selections}
    complete = [item for item in fresh if item.id in chosen]
    add_all(connection, tables.ItemRow, complete)
    versions = _versions(connection)
    add_all(connection, tables.SelectionRow, [_fit(chosen[i.id], versions) for i in complete])
    _renumber(connection, [item for item in parcel.items if item.id in here])
    _choose_again(connection, [_fit(s, versions) for s in parcel.selections if s.item_id in here])
    known = here | {item.id for item in complete}
    put_contents(connection, [c for c in parcel.contents if c.item_id in known], fields)
    search.add_documents(connection, [item.id for item in complete])
    _add_missing(connection, tables.AttachmentRow, parcel.attachments)
    added, conflicts = add_entries_of_others(
        connection, [e for e in parcel.entries if _is_about(e, known)]
    )
    _add_missing(connection, tables.DecisionTextRow, _words_of(connection, parcel.texts))
    _add_missing(connection, tables.GoldRow, [g for g in parcel.gold if g.item_id in known])
    _hold(connection, parcel.within_reach & known, parcel.gone)
    erased = _erase(connection, [item.id for item in parcel.items], at)
    projection.refold(connection, known)
    return Received(len(complete) + added, tuple(conflicts), erased)


def put_contents(connection: Connection, contents: Sequence[Content], fields: Fields) -> None:
    """Keeps contents: a whole one takes the place of a head, never the other way round."""
    if not contents:
        return
    fresh = upsert(CONTENT)
    statement = fresh.on_conflict_do_update(
        index_elements=["item_id"],
        set_={name: fresh.excluded[name] for name in Content.model_fields},
        where=(CONTENT.c.truncated) & ~fresh.excluded.truncated,
    )
    connection.execute(statement, [content.model_dump() for content in contents])
    whole = [content for content in contents if not content.truncated]
    values = {meta: fields(meta) for meta in {content.meta for content in whole}}
    for content in whole:
        if values[content.meta]:
            arrivals.put_fields(connection, content.item_id, values[content.meta])


def add_entries(connection: Connection, entries: Sequence[JournalEntry]) -> Received:
    """Adds facts that are about no item: policy versions and changes of mode."""
    added, conflicts = add_entries_of_others(connection, entries)
    return Received(added, tuple(conflicts))


def put_people(connection: Connection, people: Sequence[Person], devices: Sequence[Device]) -> None:
    """Keeps who belongs to the team, and their devices."""
    for person in people:
        values = person.model_dump()
        statement = upsert(PERSON).values(**values)
        connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
    known = set(connection.execute(select(PERSON.c.id)).scalars())
    keys = {row.id: row.public_key for row in connection.execute(select(DEVICE))}
    for device in devices:
        if device.person_id in known:
            values = device.model_dump()
            if not signing.extends(keys.get(device.id, ""), device.public_key):
                log.warning("the hub tells other keys of device %s; they were not taken", device.id)
                values["public_key"] = keys[device.id]
            statement = upsert(DEVICE).values(**values, is_this=False)
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def lease_values(one: Lease) -> dict[str, Any]:
    """The columns of a lease of the hub."""
    return {
        "subject": f"item:{one.item_id}",
        "holder": one.holder,
        "person_id": one.person_id,
        "until": one.until,
        "is_checkout": one.is_checkout,
    }


def put_leases(connection: Connection, leases: Sequence[Mapping[str, Any]], now: datetime) -> None:
    """Keeps who holds what by the hub, in the place of what it said before."""
    ended = LEASE.c.until <= now
    connection.execute(delete(LEASE).where((LEASE.c.origin == "hub") | ended))
    for one in leases:
        statement = upsert(LEASE).values(**one, origin="hub")
        connection.execute(statement.on_conflict_do_nothing())


def put_device_states(connection: Connection, states: Sequence[DeviceState]) -> None:
    """Keeps what the hub last heard of each device."""
    for one in states:
        values = one.model_dump()
        statement = upsert(STATE).values(**values)
        connection.execute(
            statement.on_conflict_do_update(index_elements=["device_id"], set_=values)
        )


def unknown_people(connection: Connection, ids: Iterable[UUID]) -> list[UUID]:
    """Which of these people are not known here yet."""
    wanted = set(ids)
    found: set[UUID] = set()
    for chunk in chunks(list(wanted)):
        query = select(PERSON.c.id).where(PERSON.c.id.in_(chunk))
        found.update(connection.execute(query).scalars())
    return sorted(wanted - found)


def without_content(connection: Connection, ids: Iterable[UUID]) -> list[UUID]:
    """Which of these items have no content here, or a head alone."""
    wanted = list(ids)
    whole: set[UUID] = set()
    for chunk in chunks(wanted):
        query = select(CONTENT.c.item_id).where(CONTENT.c.item_id.in_(chunk), ~CONTENT.c.truncated)
        whole.update(connection.execute(query).scalars())
    return [key for key in wanted if key not in whole]


def author_of(entry: JournalEntry) -> UUID | None:
    """The person that an entry's fact names."""
    person = orjson.loads(entry.body).get("person_id")
    return UUID(person) if person else None


def _is_about(entry: JournalEntry, known: set[UUID]) -> bool:
    item = orjson.loads(entry.body).get("item_id")
    return item is None or UUID(item) in known


def _versions(connection: Connection) -> set[UUID]:
    return set(connection.execute(select(POLICY.c.id)).scalars())


def _fit(selection: Selection, versions: set[UUID]) -> Selection:
    """The selection without a policy version that is not known here."""
    if selection.policy_version_id in versions:
        return selection
    return selection.model_copy(update={"policy_version_id": None})


def _renumber(connection: Connection, items: Sequence[Item]) -> None:
    """Revisions are numbered by the hub."""
    for chunk in chunks(items):
        query = select(ITEM.c.id, ITEM.c.revision).where(ITEM.c.id.in_([i.id for i in chunk]))
        kept = {row.id: row.revision for row in connection.execute(query)}
        for item in chunk:
            if kept.get(item.id) != item.revision:
                connection.execute(
                    update(ITEM).where(ITEM.c.id == item.id).values(revision=item.revision)
                )


def _choose_again(connection: Connection, selections: Sequence[Selection]) -> None:
    """What the first intake made of a content holds for everybody."""
    for selection in selections:
        values = selection.model_dump()
        key = values.pop("item_id")
        connection.execute(update(SELECTION).where(SELECTION.c.item_id == key).values(**values))


def _add_missing(connection: Connection, row: type[SQLModel], records: Sequence[Record]) -> None:
    for chunk in chunks(records):
        connection.execute(
            upsert(table_of(row)).on_conflict_do_nothing(), [r.model_dump() for r in chunk]
        )


def _words_of(connection: Connection, texts: Sequence[DecisionText]) -> list[DecisionText]:
    """The texts whose decision is here."""
    decision = table_of(tables.DecisionRow)
    found: set[UUID] = set()
    for chunk in chunks([text.decision_id for text in texts]):
        query = select(decision.c.id).where(decision.c.id.in_(chunk))
        found.update(connection.execute(query).scalars())
    here = [text for text in texts if text.decision_id in found]
    return erasures.sayable(connection, here)


def _erase(connection: Connection, ids: Sequence[UUID], at: datetime) -> int:
    """What was erased somewhere is erased here too; gives how many contents that took away."""
    gone = erasures.of(connection, ids)
    here = erasures.holding(connection, list(gone)) if gone else 0
    if here:
        erasing.erase_rows(connection, list(gone.values()), at)
    return here


def _hold(connection: Connection, now: Iterable[UUID], gone: Iterable[UUID]) -> None:
    for chunk in chunks(list(gone)):
        connection.execute(delete(HELD).where(HELD.c.item_id.in_(chunk)))
    for chunk in chunks([{"item_id": key} for key in now]):
        connection.execute(upsert(HELD).on_conflict_do_nothing(), list(chunk))
