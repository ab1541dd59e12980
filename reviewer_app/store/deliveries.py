"""Labels on their way to sinks, and what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.delivery import Delivery, DeliveryState, LastPull
from reviewer_app.store import labels_due
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import chunks, record_of, table_of
from reviewer_app.store.tables import DeliveryRow, ItemRow, LastPullRow, LeaseRow

DELIVERY = table_of(DeliveryRow)
ITEM = table_of(ItemRow)
LAST_PULL = table_of(LastPullRow)
LEASE = table_of(LeaseRow)

FURTHEST = timedelta(hours=2)
"""Further ahead than any label is put off."""

SINK = "sink:"
"""What the subject of a claim on a sink begins with."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A delivery, and the item that it is about as a person knows it."""

    delivery: Delivery
    source: str
    external_id: str


def known(connection: Connection, ids: Sequence[UUID]) -> dict[tuple[UUID, str], Delivery]:
    """The deliveries of these items, by item and sink."""
    found = {}
    for chunk in chunks(ids):
        query = select(DELIVERY).where(DELIVERY.c.item_id.in_(chunk))
        for row in connection.execute(query).mappings():
            found[row["item_id"], row["sink"]] = record_of(Delivery, row)
    return found


def put(connection: Connection, deliveries: Sequence[Delivery]) -> None:
    """Keeps these deliveries as they are now."""
    for chunk in chunks(deliveries):
        statement = upsert(DELIVERY)
        fresh = {c.name: statement.excluded[c.name] for c in DELIVERY.c if not c.primary_key}
        connection.execute(
            statement.on_conflict_do_update(index_elements=["item_id", "sink"], set_=fresh),
            [one.model_dump(mode="python") for one in chunk],
        )


def due(connection: Connection, sink: str, now: datetime, most: int) -> list[Delivery]:
    """What a sink is to be told now, the longest waiting first.

    What would be tried later than anything ever is was put off by a clock that was set back since.
    """
    query = (
        select(DELIVERY)
        .where(
            DELIVERY.c.sink == sink,
            DELIVERY.c.state == DeliveryState.WAITING.value,
            or_(DELIVERY.c.next_try <= now, DELIVERY.c.next_try > now + FURTHEST),
        )
        .order_by(DELIVERY.c.next_try, DELIVERY.c.item_id)
        .limit(most)
    )
    return [record_of(Delivery, row) for row in connection.execute(query).mappings()]


def counts(connection: Connection) -> dict[str, dict[DeliveryState, int]]:
    """How many deliveries of each sink stand where."""
    query = select(DELIVERY.c.sink, DELIVERY.c.state, func.count()).group_by(
        DELIVERY.c.sink, DELIVERY.c.state
    )
    found: dict[str, dict[DeliveryState, int]] = {}
    for sink, state, count in connection.execute(query):
        found.setdefault(sink, {})[DeliveryState(state)] = count
    return found


def listed(
    connection: Connection, sink: str | None, state: DeliveryState | None, most: int
) -> list[Listed]:
    """Deliveries for a person to look at, the latest change first."""
    query = (
        select(DELIVERY, ITEM.c.source.label("of"), ITEM.c.external_id.label("called"))
        .join(ITEM, ITEM.c.id == DELIVERY.c.item_id)
        .order_by(DELIVERY.c.changed_at.desc(), DELIVERY.c.item_id)
        .limit(most)
    )
    if sink is not None:
        query = query.where(DELIVERY.c.sink == sink)
    if state is not None:
        query = query.where(DELIVERY.c.state == state.value)
    return [_listed(row) for row in connection.execute(query).mappings()]


def of_item(connection: Connection, item_id: UUID) -> list[Delivery]:
    """Where the label of one item went, or is on its way to."""
    query = select(DELIVERY).where(DELIVERY.c.item_id == item_id).order_by(DELIVERY.c.sink)
    return [record_of(Delivery, row) for row in connection.execute(query).mappings()]


def sent(connection: Connection, item_id: UUID) -> list[Delivery]:
    """Where a label of this item is now."""
    return [one for one in of_item(connection, item_id) if one.sent]


def try_again(
    connection: Connection, sink: str, states: Sequence[DeliveryState], now: datetime
) -> int:
    """Puts what stands there back in line; gives how many."""
    changed = connection.execute(
        update(DELIVERY)
        .where(DELIVERY.c.sink == sink, DELIVERY.c.state.in_([state.value for state in states]))
        .values(state=DeliveryState.WAITING.value, attempts=0, next_try=now, changed_at=now)
    )
    return changed.rowcount


def forget(connection: Connection, sink: str) -> None:
    """Forgets a sink that was removed; what it took stays with it."""
    connection.execute(delete(DELIVERY).where(DELIVERY.c.sink == sink))


def plan_all(connection: Connection, source: str | None = None) -> None:
    """Has every label looked at again, of one source or of all: for a sink that was added late."""
    decided = select(ENTRY.c.item_id).where(ENTRY.c.verdict.is_not(None))
    if source is not None:
        decided = decided.where(ENTRY.c.source == source)
    labels_due.note_found(connection, decided)


def take(connection: Connection, sink: str, holder: UUID, now: datetime, until: datetime) -> bool:
    """Whether this holder alone pushes to a sink until then: two would send everything twice.

    A claim that ends later than one taken now is of a clock that was set back since: it is none.
    """
    subject = SINK + sink
    statement = upsert(LEASE).values(subject=subject, holder=holder, until=until)
    is_free = or_(LEASE.c.until <= now, LEASE.c.until > until, LEASE.c.holder == holder)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["subject"], set_={"holder": holder, "until": until}, where=is_free
        )
    )
    query = select(LEASE.c.holder).where(LEASE.c.subject == subject)
    return bool(connection.execute(query).scalar_one() == holder)


def give_back(connection: Connection, sink: str, holder: UUID) -> None:
    """Lets others push to a sink."""
    connection.execute(
        delete(LEASE).where(and_(LEASE.c.subject == SINK + sink, LEASE.c.holder == holder))
    )


def put_last_pull(connection: Connection, pull: LastPull) -> None:
    """Keeps how a pull went."""
    values = pull.model_dump()
    statement = upsert(LAST_PULL).values(**values)
    connection.execute(statement.on_conflict_do_update(index_elements=["source"], set_=values))


def last_pulls(connection: Connection) -> dict[str, LastPull]:
    """How the last pull of each source went."""
    rows = connection.execute(select(LAST_PULL)).mappings()
    return {row["source"]: record_of(LastPull, row) for row in rows}


def _listed(row: Mapping[Any, Any]) -> Listed:
    fields = {name: row[name] for name in Delivery.model_fields}
    return Listed(Delivery.model_validate(fields), row["of"], row["called"])
