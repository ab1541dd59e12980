"""What this machine has made and a hub does not have yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import orjson
from sqlalchemy import Connection, delete, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.records import (
    Attachment,
    Content,
    DecisionText,
    Gold,
    Item,
    JournalEntry,
    Selection,
)
from reviewer_app.domain.team import HubRefusal
from reviewer_app.store import facts, membership, tables
from reviewer_app.store.rows import all_of, chunks, record_of, table_of

OUTBOX = table_of(tables.OutboxRow)
JOURNAL = table_of(tables.JournalRow)
REFUSAL = table_of(tables.HubRefusalRow)
DEVICE = table_of(tables.DeviceRow)

HUB, NOWHERE = "hub", "nowhere"
"""The destinations of what goes to the team's hub, and of what was made before and stays here."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item that is to be sent, whole."""

    item: Item
    content: Content
    selection: Selection
    attachments: Sequence[Attachment]
    gold: Gold | None


def keep_items(connection: Connection, ids: Sequence[UUID], at: datetime) -> None:
    """These items were made here and stay here: they are never sent."""
    kept = {"destination": NOWHERE, "kind": "item", "attempts": 0, "next_try": at}
    rows = [{**kept, "fact_id": key, "acknowledged_at": at} for key in ids]
    for chunk in chunks(rows):
        connection.execute(upsert(OUTBOX).on_conflict_do_nothing(), list(chunk))


def note_items(connection: Connection, ids: Sequence[UUID], at: datetime) -> None:
    """These items were made here and are to be sent."""
    rows = [
        {"fact_id": key, "destination": HUB, "kind": "item", "attempts": 0, "next_try": at}
        for key in ids
    ]
    for chunk in chunks(rows):
        connection.execute(upsert(OUTBOX).on_conflict_do_nothing(), list(chunk))


def items(connection: Connection, most: int) -> list[Waiting]:
    """The items that wait to be sent, in the order in which they came."""
    query = (
        select(OUTBOX.c.fact_id)
        .where(OUTBOX.c.destination == HUB, OUTBOX.c.acknowledged_at.is_(None))
        .order_by(OUTBOX.c.next_try, OUTBOX.c.fact_id)
        .limit(most)
    )
    ids = list(connection.execute(query).scalars())
    known, contents = facts.items(connection, ids), facts.contents(connection, ids)
    selected = facts.selections(connection, ids)
    files = all_of(connection, tables.AttachmentRow, Attachment, "item_id", ids)
    gold = {g.item_id: g for g in all_of(connection, tables.GoldRow, Gold, "item_id", ids)}
    return [
        Waiting(
            known[key],
            contents[key],
            selected[key],
            [file for file in files if file.item_id == key],
            gold.get(key),
        )
        for key in sorted(ids, key=lambda key: (known[key].revision, ids.index(key)))
        if key in contents
    ]


def send_again(connection: Connection) -> None:
    """A hub that was put back may have lost what it had: every item of this machine is offered."""
    connection.execute(
        update(OUTBOX).where(OUTBOX.c.destination == HUB).values(acknowledged_at=None)
    )


def acknowledge(connection: Connection, ids: Sequence[UUID], at: datetime) -> None:
    """The hub has these items now."""
    for chunk in chunks(ids):
        connection.execute(
            update(OUTBOX)
            .where(OUTBOX.c.destination == HUB, OUTBOX.c.fact_id.in_(chunk))
            .values(acknowledged_at=at)
        )


def entries(connection: Connection, device_id: UUID, after: int, most: int) -> list[JournalEntry]:
    """The entries of a device's chain that follow one."""
    query = (
        select(JOURNAL)
        .where(JOURNAL.c.device_id == device_id, JOURNAL.c.n > after)
        .order_by(JOURNAL.c.n)
        .limit(most)
    )
    return [record_of(JournalEntry, row) for row in connection.execute(query).mappings()]


def entry(connection: Connection, device_id: UUID, n: int) -> JournalEntry | None:
    """One entry of a device's chain."""
    query = select(JOURNAL).where(JOURNAL.c.device_id == device_id, JOURNAL.c.n == n)
    row = connection.execute(query).mappings().one_or_none()
    return record_of(JournalEntry, row) if row else None


def head(connection: Connection, device_id: UUID) -> int:
    """The number of the last entry of a device's chain; 0 where it has none."""
    query = select(func.max(JOURNAL.c.n)).where(JOURNAL.c.device_id == device_id)
    return int(connection.execute(query).scalar() or 0)


def texts(connection: Connection, decisions: Sequence[UUID]) -> dict[UUID, DecisionText]:
    """The words of decisions."""
    found = all_of(connection, tables.DecisionTextRow, DecisionText, "decision_id", decisions)
    return {text.decision_id: text for text in found}


def standing(connection: Connection, device_id: UUID) -> tuple[int, datetime | None]:
    """How many items and facts wait to be sent, and since when the oldest of them does."""
    hub = membership.joined(connection)
    sent = membership.state(connection, hub.hub_id).sent_n if hub else 0
    count = waiting_items(connection) + max(0, head(connection, device_id) - sent)
    first = entry(connection, device_id, sent + 1)
    return count, _made_at(first) if first else None


def _made_at(first: JournalEntry) -> datetime | None:
    body = orjson.loads(first.body)
    told = body.get("decided_at") or body.get("at")
    return datetime.fromisoformat(told) if told else None


def waiting_items(connection: Connection) -> int:
    """How many items wait to be sent."""
    query = select(func.count()).where(
        OUTBOX.c.destination == HUB, OUTBOX.c.acknowledged_at.is_(None)
    )
    return int(connection.execute(query).scalar_one())


def histories(connection: Connection) -> list[UUID]:
    """The devices whose chains from before joining are brought into the team."""
    query = select(DEVICE.c.id).where(DEVICE.c.is_whole, DEVICE.c.public_key != "")
    return list(connection.execute(query).scalars())


def note_refusals(connection: Connection, refused: Sequence[HubRefusal]) -> None:
    """The hub did not take these facts."""
    for one in refused:
        connection.execute(upsert(REFUSAL).values(**one.model_dump()).on_conflict_do_nothing())


def offered_again(connection: Connection, device_id: UUID, most: int) -> list[JournalEntry]:
    """Entries about items of the team that a hub did not take, in the order of the chain.

    It judges those again whose item it did not have then.
    """
    private = exists().where(OUTBOX.c.fact_id == REFUSAL.c.item_id, OUTBOX.c.destination == NOWHERE)
    query = (
        select(JOURNAL)
        .join(REFUSAL, REFUSAL.c.fact_id == JOURNAL.c.fact_id)
        .where(JOURNAL.c.device_id == device_id, REFUSAL.c.item_id.is_not(None), ~private)
        .order_by(JOURNAL.c.n)
        .limit(most)
    )
    return [record_of(JournalEntry, row) for row in connection.execute(query).mappings()]


def take_refusals_back(connection: Connection, facts_taken: Sequence[UUID]) -> None:
    """The hub took these facts after all: they count from now on."""
    for chunk in chunks(facts_taken):
        connection.execute(delete(REFUSAL).where(REFUSAL.c.fact_id.in_(chunk)))


def refusals(connection: Connection) -> list[HubRefusal]:
    """The facts of this machine that the hub did not take, the newest first."""
    query = select(REFUSAL).order_by(REFUSAL.c.at.desc())
    return [record_of(HubRefusal, row) for row in connection.execute(query).mappings()]
