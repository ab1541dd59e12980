"""Questions to the queue table: how many, a page, one entry, the figures beside the views."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    desc,
    func,
    or_,
    select,
    text,
)

from reviewer_app.domain.queue import COUNTED, Figure, QueueEntry, QueueQuery
from reviewer_app.domain.records import Item
from reviewer_app.domain.vocabulary import Status
from reviewer_app.store import people
from reviewer_app.store.asked import Asked, asked, given_to, open_where
from reviewer_app.store.facts import ITEM, items
from reviewer_app.store.orders import Stage, order_of, stages_of
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import chunks, record_of

SKIP = people.SKIP


def total(connection: Connection, query: QueueQuery, me: UUID | None = None) -> int:
    """How many entries the query has. `me` leaves out what that person declined."""
    return _count(connection, asked(connection, query, me).conditions)


def figure(
    connection: Connection, query: QueueQuery, me: UUID | None = None, most: int = COUNTED
) -> Figure:
    """How many entries the query has, counted as far as `most`."""
    compiled = asked(connection, query, me)
    count = _count(connection, compiled.conditions, most + 1)
    return Figure(min(count, most), is_least=count > most or compiled.is_cut)


def page(
    connection: Connection, query: QueueQuery, offset: int, limit: int, me: UUID | None = None
) -> list[QueueEntry]:
    """Entries `offset` to `offset + limit` of the query; what `me` skipped comes last."""
    compiled = asked(connection, query, me)
    if me is None or not people.has_skips(connection, me):
        return _ordered(connection, query, compiled, (offset, limit))
    fresh = compiled.also(people.not_skipped(me))
    found = _ordered(connection, query, fresh, (offset, limit))
    if len(found) == limit:
        return found
    before = _count(connection, fresh.conditions)
    behind = (
        select(ENTRY)
        .join(SKIP, and_(SKIP.c.item_id == ENTRY.c.item_id, SKIP.c.person_id == me))
        .where(*compiled.probed)
        .order_by(SKIP.c.at, *order_of(query))
    )
    rest = behind.offset(max(0, offset - before)).limit(limit - len(found))
    return found + _entries(connection, rest)


def begun(connection: Connection, query: QueueQuery, limit: int, person: UUID) -> list[QueueEntry]:
    """The first entries of the query that a person may see, also what they declined or judged."""
    compiled = asked(connection, query, None)
    for condition in people.within_reach(connection, person):
        compiled = compiled.also(condition)
    return _ordered(connection, query, compiled, (0, limit))


def ids(
    connection: Connection, query: QueueQuery, limit: int, me: UUID | None = None
) -> list[UUID]:
    """The items of the query in its order, the first `limit` of them."""
    compiled = asked(connection, query, me)
    stages = stages_of(query, compiled)
    if stages:
        return _staged(connection, stages, 0, limit)
    whole = _whole(select(ENTRY.c.item_id), query, compiled).limit(limit)
    return list(connection.execute(whole).scalars())


def entry(connection: Connection, item_id: UUID) -> QueueEntry | None:
    """The entry of an item."""
    row = connection.execute(select(ENTRY).where(ENTRY.c.item_id == item_id)).mappings().first()
    return record_of(QueueEntry, row) if row else None


def named(connection: Connection, external_id: str) -> Sequence[tuple[UUID, str]]:
    """Item id and source of every latest item with this external id."""
    newest = (
        select(ITEM.c.source, func.max(ITEM.c.revision).label("top"))
        .where(ITEM.c.external_id == external_id)
        .group_by(ITEM.c.source)
        .subquery()
    )
    found = (
        select(ITEM.c.id, ITEM.c.source)
        .join(newest, and_(newest.c.source == ITEM.c.source, newest.c.top == ITEM.c.revision))
        .where(ITEM.c.external_id == external_id)
    )
    return [(row.id, row.source) for row in connection.execute(found)]


def statuses(connection: Connection, ids: Iterable[UUID]) -> list[Status]:
    """How these items stand, in no order."""
    found: list[Status] = []
    for chunk in chunks(list(ids)):
        query = select(ENTRY.c.status).where(ENTRY.c.item_id.in_(chunk))
        found += [Status(status) for status in connection.execute(query).scalars()]
    return found


def newest_items(connection: Connection, limit: int) -> list[Item]:
    """The items that were pulled last."""
    ids = select(ENTRY.c.item_id).order_by(desc(ENTRY.c.pulled_at)).limit(limit)
    return list(items(connection, connection.execute(ids).scalars().all()).values())


def count_by_status(
    connection: Connection, me: UUID, pools: tuple[str, ...] = (), most: int = COUNTED
) -> dict[Status, int]:
    """How many wait for this person by status, and how many are decided; counted up to `most`.

    Escalated ones are those given to this person or to one of these pools. Queued stands for all
    that waits.
    """
    mine = or_(ENTRY.c.assignee.is_(None), ENTRY.c.assignee == me)
    near = people.within_reach(connection, me)
    to_take = (people.not_declined(me), people.not_judged(me), *near)
    asked_for: dict[Status, tuple[ColumnElement[bool], ...]] = {
        Status.QUEUED: open_where(connection, me, mine, *to_take),
        Status.ESCALATED: (ENTRY.c.status == Status.ESCALATED, given_to(me, pools), *to_take),
        Status.DISPUTED: (ENTRY.c.status == Status.DISPUTED, *to_take),
        Status.RESOLVED: (ENTRY.c.status == Status.RESOLVED, *near),
    }
    return {
        status: _count(connection, conditions, most + 1) for status, conditions in asked_for.items()
    }


def arrived(connection: Connection, since: datetime, me: UUID, most: int = COUNTED) -> int:
    """How many open entries came in after `since`, counted up to one more than `most`."""
    mine = or_(ENTRY.c.assignee.is_(None), ENTRY.c.assignee == me)
    near = people.within_reach(connection, me)
    conditions = open_where(connection, me, ENTRY.c.pulled_at > since, mine, *near)
    return _count(connection, conditions, most + 1)


def latest_pull(connection: Connection) -> datetime | None:
    """When the newest entry was pulled."""
    newest = select(ENTRY.c.pulled_at).order_by(desc(ENTRY.c.pulled_at)).limit(1)
    found: datetime | None = connection.execute(newest).scalar_one_or_none()
    return found


def workflows(connection: Connection, me: UUID | None = None) -> list[str]:
    """The names of the workflows with open entries, by a skip scan over their index.

    `me` leaves out those of which nothing is in that person's reach.
    """
    found = connection.execute(
        text(
            "WITH RECURSIVE w(name) AS ("
            "SELECT min(workflow) FROM queue_entry WHERE is_open = 1 UNION ALL "
            "SELECT (SELECT min(workflow) FROM queue_entry "
            "WHERE is_open = 1 AND workflow > w.name) FROM w WHERE w.name IS NOT NULL) "
            "SELECT name FROM w WHERE name IS NOT NULL LIMIT 200"
        )
    )
    known = [str(row.name) for row in found]
    near = people.within_reach(connection, me) if me is not None else []
    if me is None or not near:
        return known
    asked_for = {n: open_where(connection, me, ENTRY.c.workflow == n, *near) for n in known}
    return [n for n, conditions in asked_for.items() if _count(connection, conditions, 1)]


def _count(
    connection: Connection, conditions: tuple[ColumnElement[bool], ...], most: int | None = None
) -> int:
    """How many entries fulfil the conditions, counted up to `most`."""
    if most is None:
        counted = select(func.count()).select_from(ENTRY).where(*conditions)
    else:
        limited = select(ENTRY.c.item_id).where(*conditions).limit(most).subquery()
        counted = select(func.count()).select_from(limited)
    return int(connection.execute(counted).scalar_one())


def _ordered(
    connection: Connection, query: QueueQuery, compiled: Asked, piece: tuple[int, int]
) -> list[QueueEntry]:
    """A piece of the list, by where it begins and how long it is."""
    stages = stages_of(query, compiled)
    if not stages:
        whole = _whole(select(ENTRY), query, compiled)
        return _entries(connection, whole.offset(piece[0]).limit(piece[1]))
    found = _staged(connection, stages, *piece)
    place = {item_id: n for n, item_id in enumerate(found)}
    fetched = _entries(connection, select(ENTRY).where(ENTRY.c.item_id.in_(found)))
    return sorted(fetched, key=lambda entry: place[entry.item_id])


def _staged(connection: Connection, stages: Sequence[Stage], offset: int, limit: int) -> list[UUID]:
    """The ids of a piece of a list that is read stage after stage."""
    found: list[UUID] = []
    for stage in stages:
        if len(found) == limit:
            break
        rest = stage.offset(offset).limit(limit - len(found))
        there = connection.execute(rest).scalars("item_id").all()
        found += there
        if there or not offset:
            offset = 0
        else:
            passed = select(func.count()).select_from(stage.limit(offset).subquery())
            offset -= int(connection.execute(passed).scalar_one())
    return found


def _whole(columns: Select[Any], query: QueueQuery, compiled: Asked) -> Select[Any]:
    """The list in its order, by the index that the order has."""
    return columns.where(*compiled.frame, *compiled.on_the_way).order_by(*order_of(query))


def _entries(connection: Connection, statement: Select[Any]) -> list[QueueEntry]:
    return [record_of(QueueEntry, row) for row in connection.execute(statement).mappings()]
