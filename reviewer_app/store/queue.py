"""Questions to the queue table: how many, a page, one entry, the figures beside the views."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    desc,
    exists,
    func,
    or_,
    select,
    text,
)

from reviewer_app.domain.queue import QueueEntry, QueueQuery, Sort
from reviewer_app.domain.records import Item
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Status
from reviewer_app.store import search
from reviewer_app.store.facts import ITEM, items
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import chunks, record_of, table_of
from reviewer_app.store.tables import DecisionRow, DeclineRow, SkipRow

SKIP = table_of(SkipRow)
DECLINE = table_of(DeclineRow)
DECISION = table_of(DecisionRow)

ORDERS: dict[Sort, tuple[Any, ...]] = {
    Sort.PRIORITY: (ENTRY.c.priority, ENTRY.c.item_id),
    Sort.DUE: (ENTRY.c.due_at.is_(None), ENTRY.c.due_at, ENTRY.c.priority, ENTRY.c.item_id),
    Sort.CONFIDENCE: (desc(ENTRY.c.uncertainty), desc(ENTRY.c.item_id)),
    Sort.AGE: (ENTRY.c.pulled_at, ENTRY.c.item_id),
    Sort.NEWEST: (desc(ENTRY.c.pulled_at), desc(ENTRY.c.item_id)),
    Sort.DECIDED: (desc(ENTRY.c.decided_at), desc(ENTRY.c.item_id)),
}
"""Ties go the way of the order, so that an index read backwards gives them sorted too."""


def total(connection: Connection, query: QueueQuery, me: UUID | None = None) -> int:
    """How many entries the query has. `me` leaves out what that person declined."""
    counted = select(func.count()).select_from(ENTRY).where(*_conditions(query, me))
    return int(connection.execute(counted, _words(query)).scalar_one())


def page(
    connection: Connection, query: QueueQuery, offset: int, limit: int, me: UUID | None = None
) -> list[QueueEntry]:
    """Entries `offset` to `offset + limit` of the query; what `me` skipped comes last."""
    if me is None or not _has_skips(connection, me):
        return _entries(connection, _ordered(query, me).offset(offset).limit(limit), query)
    skipped = exists().where(SKIP.c.item_id == ENTRY.c.item_id, SKIP.c.person_id == me)
    fresh = _ordered(query, me).where(~skipped)
    found = _entries(connection, fresh.offset(offset).limit(limit), query)
    if len(found) == limit:
        return found
    counted = select(func.count()).select_from(ENTRY).where(*_conditions(query, me), ~skipped)
    before = int(connection.execute(counted, _words(query)).scalar_one())
    behind = (
        select(ENTRY)
        .join(SKIP, and_(SKIP.c.item_id == ENTRY.c.item_id, SKIP.c.person_id == me))
        .where(*_conditions(query, me))
        .order_by(SKIP.c.at)
    )
    rest = behind.offset(max(0, offset - before)).limit(limit - len(found))
    return found + _entries(connection, rest, query)


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


def count_by_status(connection: Connection, me: UUID) -> dict[Status, int]:
    """Open entries by status, as far as they are this person's to take, and decided ones."""
    mine = or_(ENTRY.c.assignee.is_(None), ENTRY.c.assignee == me)
    opened = (
        select(ENTRY.c.status, func.count())
        .where(ENTRY.c.is_open, mine, _not_declined(me), _not_judged(me))
        .group_by(ENTRY.c.status)
    )
    found = {Status(status): n for status, n in connection.execute(opened)}
    resolved = select(func.count()).where(ENTRY.c.status == Status.RESOLVED)
    found[Status.RESOLVED] = int(connection.execute(resolved).scalar_one())
    return found


def arrived(connection: Connection, since: datetime, me: UUID) -> int:
    """How many open entries came in after `since`."""
    mine = or_(ENTRY.c.assignee.is_(None), ENTRY.c.assignee == me)
    query = select(func.count()).where(ENTRY.c.pulled_at > since, ENTRY.c.is_open, mine)
    return int(connection.execute(query).scalar_one())


def latest_pull(connection: Connection) -> datetime | None:
    """When the newest entry was pulled."""
    newest = select(ENTRY.c.pulled_at).order_by(desc(ENTRY.c.pulled_at)).limit(1)
    found: datetime | None = connection.execute(newest).scalar_one_or_none()
    return found


def workflows(connection: Connection) -> list[str]:
    """The names of the workflows with open entries, by a skip scan over their index."""
    found = connection.execute(
        text(
            "WITH RECURSIVE w(name) AS ("
            "SELECT min(workflow) FROM queue_entry WHERE is_open = 1 UNION ALL "
            "SELECT (SELECT min(workflow) FROM queue_entry "
            "WHERE is_open = 1 AND workflow > w.name) FROM w WHERE w.name IS NOT NULL) "
            "SELECT name FROM w WHERE name IS NOT NULL LIMIT 200"
        )
    )
    return [str(row.name) for row in found]


def _entries(connection: Connection, statement: Select[Any], query: QueueQuery) -> list[QueueEntry]:
    rows = connection.execute(statement, _words(query)).mappings()
    return [record_of(QueueEntry, row) for row in rows]


def _ordered(query: QueueQuery, me: UUID | None) -> Select[Any]:
    order = [*ORDERS[query.sort]]
    if query.search:
        order.insert(0, ENTRY.c.external_id != query.search)
    return select(ENTRY).where(*_conditions(query, me)).order_by(*order)


def _conditions(query: QueueQuery, me: UUID | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if set(query.statuses) == set(OPEN_STATUSES):
        found.append(ENTRY.c.is_open == 1)
    elif query.statuses:
        found.append(ENTRY.c.status.in_(query.statuses))
    found += [column == value for column, value in _equalities(query) if value is not None]
    if query.unassigned_or is not None:
        found.append(or_(ENTRY.c.assignee.is_(None), ENTRY.c.assignee == query.unassigned_or))
    if query.pulled_until is not None:
        found.append(ENTRY.c.pulled_at <= query.pulled_until)
    if query.search:
        found.append(_matches(query.search))
    if me is not None:
        found += [_not_declined(me), _not_judged(me)]
    return found


def _equalities(query: QueueQuery) -> list[tuple[Column[Any], Any]]:
    return [
        (ENTRY.c.workflow, query.workflow),
        (ENTRY.c.step, query.step),
        (ENTRY.c.agent, query.agent),
        (ENTRY.c.risk, query.risk),
        (ENTRY.c.assignee, query.assignee),
        (ENTRY.c.decided_by, query.decided_by),
    ]


def _matches(words: str) -> ColumnElement[bool]:
    """Entries whose text has the words, or whose external id is exactly what was typed."""
    exact = ENTRY.c.external_id == words
    if not search.expression_of(words):
        return exact
    matching = text(search.MATCHING).bindparams(bindparam("words")).columns(ENTRY.c.item_id)
    return ENTRY.c.item_id.in_(matching)


def _words(query: QueueQuery) -> dict[str, str]:
    expression = search.expression_of(query.search) if query.search else ""
    return {"words": expression} if expression else {}


def _not_declined(me: UUID) -> ColumnElement[bool]:
    regret = DECLINE.alias()
    return ~exists().where(
        DECLINE.c.item_id == ENTRY.c.item_id,
        DECLINE.c.person_id == me,
        DECLINE.c.retracts.is_(None),
        ~exists().where(regret.c.item_id == DECLINE.c.item_id, regret.c.retracts == DECLINE.c.id),
    )


def _not_judged(me: UUID) -> ColumnElement[bool]:
    """Leaves out what waits for others' reviews alone: this person has given theirs."""
    later = DECISION.alias()
    given = exists().where(
        DECISION.c.item_id == ENTRY.c.item_id,
        DECISION.c.person_id == me,
        DECISION.c.verdict.is_not(None),
        ~exists().where(later.c.item_id == DECISION.c.item_id, later.c.retracts == DECISION.c.id),
    )
    return or_(ENTRY.c.status != Status.QUEUED, ~given)


def _has_skips(connection: Connection, me: UUID) -> bool:
    query = select(SKIP.c.item_id).where(SKIP.c.person_id == me).limit(1)
    return connection.execute(query).first() is not None
