"""How much waits for whom: open entries grouped by assignee, pool and risk, and people's pace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, and_, case, exists, func, select

from reviewer_app.domain.records import Person
from reviewer_app.domain.vocabulary import Origin, Risk, Status
from reviewer_app.store.decisions import DECISION
from reviewer_app.store.identity import DEVICE, PERSON
from reviewer_app.store.leases import ITEM, LEASE
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import record_of, table_of
from reviewer_app.store.tables import AssignmentRow, DeviceStateRow

STATE = table_of(DeviceStateRow)
ASSIGNMENT = table_of(AssignmentRow)

LOOKED_THROUGH = 2_000
"""The latest assignments that are looked through for reasons."""

PACED = 500
"""The latest decisions of a person that their pace is taken from."""


@dataclass(frozen=True, slots=True)
class Heap:
    """Open entries with the same assignee, pool and risk: how many, the oldest, the next due."""

    assignee: UUID | None
    pool: str
    risk: Risk
    count: int
    past_due: int
    next_due: datetime | None
    oldest: datetime


@dataclass(frozen=True, slots=True)
class Worked:
    """What a person decided lately: how many decisions, and in how much time at the desk."""

    decisions: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Heard:
    """What the hub last heard of a person's devices."""

    seen_at: datetime | None
    unsent: int
    unsent_since: datetime | None


def heaps(connection: Connection, now: datetime) -> list[Heap]:
    """All that is open, in one pass over the index that holds what is asked."""
    is_late = case((and_(ENTRY.c.no_due == 0, ENTRY.c.due_at < now), 1), else_=0)
    query = (
        select(
            ENTRY.c.assignee,
            ENTRY.c.pool,
            ENTRY.c.risk_rank,
            func.count(),
            func.sum(is_late),
            func.min(ENTRY.c.due_at),
            func.min(ENTRY.c.pulled_at),
        )
        .where(ENTRY.c.is_open == 1)
        .group_by(ENTRY.c.assignee, ENTRY.c.pool, ENTRY.c.risk_rank)
    )
    return [
        Heap(assignee, pool, _risk_of(rank), int(n), int(late), due, oldest)
        for assignee, pool, rank, n, late, due, oldest in connection.execute(query)
    ]


def due_until(connection: Connection, until: datetime) -> int:
    """How many open entries are due by then, those past due among them."""
    query = select(func.count()).where(
        ENTRY.c.is_open == 1, ENTRY.c.no_due == 0, ENTRY.c.due_at <= until
    )
    return int(connection.execute(query).scalar_one())


def with_status(connection: Connection, status: Status) -> int:
    """How many entries have this status."""
    query = select(func.count()).where(ENTRY.c.status == status)
    return int(connection.execute(query).scalar_one())


def worked(connection: Connection, person_id: UUID, since: datetime) -> Worked:
    """What a person decided since then, as far as their latest decisions tell; undone ones too.

    Taking a decision back does not give the time back that it took.
    """
    latest = (
        select(DECISION.c.decided_at, DECISION.c.active_seconds)
        .where(
            DECISION.c.person_id == person_id,
            DECISION.c.verdict.is_not(None),
            DECISION.c.origin == Origin.NATIVE,
        )
        .order_by(DECISION.c.id.desc())
        .limit(PACED)
        .subquery()
    )
    query = select(func.count(), func.total(latest.c.active_seconds)).where(
        latest.c.decided_at >= since, latest.c.active_seconds > 0
    )
    count, seconds = connection.execute(query).one()
    return Worked(int(count), float(seconds))


def heard(connection: Connection) -> dict[UUID, Heard]:
    """What the hub last heard of each person's devices."""
    query = (
        select(
            DEVICE.c.person_id,
            func.max(STATE.c.seen_at),
            func.sum(STATE.c.unsent),
            func.min(STATE.c.unsent_since),
        )
        .join(STATE, STATE.c.device_id == DEVICE.c.id)
        .group_by(DEVICE.c.person_id)
    )
    return {
        person: Heard(seen, int(unsent), since)
        for person, seen, unsent, since in connection.execute(query)
    }


def checked_out(connection: Connection, now: datetime) -> dict[UUID, int]:
    """How many items each person has checked out now."""
    query = (
        select(LEASE.c.person_id, func.count())
        .where(
            LEASE.c.is_checkout == 1,
            LEASE.c.until > now,
            LEASE.c.person_id.is_not(None),
            LEASE.c.subject.startswith(ITEM),
        )
        .group_by(LEASE.c.person_id)
    )
    return {person: int(n) for person, n in connection.execute(query)}


def dues(connection: Connection, person_id: UUID, limit: int) -> list[datetime | None]:
    """When what a person has open is due, in the order of work, the first of it."""
    query = (
        select(ENTRY.c.due_at)
        .where(ENTRY.c.assignee == person_id, ENTRY.c.is_open == 1)
        .order_by(ENTRY.c.priority)
        .limit(limit)
    )
    return list(connection.execute(query).scalars())


def reasons(connection: Connection, person_id: UUID) -> list[str]:
    """Why a person handed things over of late, the latest reason first."""
    query = (
        select(ASSIGNMENT.c.person_id, ASSIGNMENT.c.reason)
        .order_by(ASSIGNMENT.c.id.desc())
        .limit(LOOKED_THROUGH)
    )
    given = (reason for who, reason in connection.execute(query) if who == person_id)
    return list(dict.fromkeys(reason for reason in given if reason))


def people(connection: Connection, also: Sequence[UUID]) -> list[Person]:
    """The people of the team, and whoever else has something (revoked, say), by name."""
    is_of_team = and_(
        PERSON.c.source.is_(None), PERSON.c.same_as.is_(None), PERSON.c.revoked_at.is_(None)
    )
    query = select(PERSON).where(is_of_team | PERSON.c.id.in_(also)).order_by(PERSON.c.name)
    return [record_of(Person, row) for row in connection.execute(query).mappings()]


def set_away(connection: Connection, person_id: UUID, until: datetime | None) -> None:
    """Keeps until when a person is away."""
    statement = PERSON.update().where(PERSON.c.id == person_id)
    connection.execute(statement.values(away_until=until))


def has_teammates(connection: Connection, me: UUID) -> bool:
    """Whether anybody else is of the team."""
    is_other = exists().where(
        PERSON.c.source.is_(None),
        PERSON.c.same_as.is_(None),
        PERSON.c.revoked_at.is_(None),
        PERSON.c.id != me,
    )
    return bool(connection.execute(select(is_other)).scalar_one())


def recent(now: datetime, days: int) -> datetime:
    """The moment that many days ago."""
    return now - timedelta(days=days)


def _risk_of(rank: int) -> Risk:
    """The risk behind the number that the index orders by: the greatest first."""
    return list(Risk)[Risk.CRITICAL.rank - rank]
