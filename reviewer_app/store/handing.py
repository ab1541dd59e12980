"""What must be known before items change hands: who cannot judge which, and how long they take."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, FromClause, Select, exists, func, select

from reviewer_app.domain.records import Person
from reviewer_app.domain.vocabulary import Origin, Status, Verdict
from reviewer_app.store.people import DECISION, DECLINE, PERSON
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import chunks, record_of, table_of
from reviewer_app.store.tables import UnblindingRow

UNBLINDING = table_of(UnblindingRow)

LOOKED_AT = 3_000
"""The latest decisions from which it is known how long the items of a step take."""

Barred = dict[UUID, frozenset[UUID]]
"""By item: the people who cannot judge it."""


@dataclass(frozen=True, slots=True)
class Held:
    """An open item that a person has, as narrow as a forecast needs it."""

    item_id: UUID
    person_id: UUID
    pool: str
    priority: float
    due_at: datetime | None
    workflow: str
    step: str


@dataclass(frozen=True, slots=True)
class Taken:
    """How long the items of a step took lately."""

    decisions: int
    seconds: float


def barred(connection: Connection, ids: Sequence[UUID]) -> Barred:
    """Who declined these items, gave the review that they wait for, or looked at others' early."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for chunk in chunks(ids):
        for query in (_declined(chunk), _reviewed(chunk), _looked(chunk)):
            for item_id, person_id in connection.execute(query):
                found[item_id].add(person_id)
    return {key: frozenset(people) for key, people in found.items()}


def held(connection: Connection, people: Collection[UUID], limit: int) -> list[Held]:
    """What each of these people has open, the most urgent first, `limit` of each."""
    found: list[Held] = []
    for person_id in people:
        query = (
            select(
                ENTRY.c.item_id,
                ENTRY.c.assignee,
                ENTRY.c.pool,
                ENTRY.c.priority,
                ENTRY.c.due_at,
                ENTRY.c.workflow,
                ENTRY.c.step,
            )
            .where(ENTRY.c.assignee == person_id, ENTRY.c.is_open == 1)
            .order_by(ENTRY.c.priority)
            .limit(limit)
        )
        found += [Held(*row) for row in connection.execute(query)]
    return found


def open_of(connection: Connection, person_id: UUID) -> list[UUID]:
    """All that a person has open."""
    query = select(ENTRY.c.item_id).where(ENTRY.c.assignee == person_id, ENTRY.c.is_open == 1)
    return list(connection.execute(query).scalars())


def gone(connection: Connection) -> list[Person]:
    """Who left the team and has something open."""
    has_some = exists().where(ENTRY.c.assignee == PERSON.c.id, ENTRY.c.is_open == 1)
    query = select(PERSON).where(PERSON.c.revoked_at.is_not(None), has_some).order_by(PERSON.c.id)
    return [record_of(Person, row) for row in connection.execute(query).mappings()]


def times(connection: Connection) -> dict[tuple[str, str], Taken]:
    """How long the items of each workflow's steps took, by the latest decisions."""
    latest = (
        select(DECISION.c.item_id, DECISION.c.active_seconds)
        .where(
            DECISION.c.verdict.is_not(None),
            DECISION.c.verdict != Verdict.ESCALATE,
            DECISION.c.origin == Origin.NATIVE,
            DECISION.c.active_seconds > 0,
        )
        .order_by(DECISION.c.id.desc())
        .limit(LOOKED_AT)
        .subquery()
    )
    query = (
        select(ENTRY.c.workflow, ENTRY.c.step, func.count(), func.total(latest.c.active_seconds))
        .join(latest, latest.c.item_id == ENTRY.c.item_id)
        .group_by(ENTRY.c.workflow, ENTRY.c.step)
    )
    return {
        (workflow, step): Taken(int(count), float(seconds))
        for workflow, step, count, seconds in connection.execute(query)
    }


def people(connection: Connection, ids: Collection[UUID]) -> dict[UUID, Person]:
    """The people with these ids, also who left the team."""
    found: dict[UUID, Person] = {}
    for chunk in chunks(sorted(ids)):
        query = select(PERSON).where(PERSON.c.id.in_(chunk))
        known = (record_of(Person, row) for row in connection.execute(query).mappings())
        found.update((person.id, person) for person in known)
    return found


def _declined(ids: Sequence[UUID]) -> Select[Any]:
    regret = DECLINE.alias()
    return _by_person(DECLINE).where(
        DECLINE.c.item_id.in_(ids),
        DECLINE.c.retracts.is_(None),
        ~exists().where(regret.c.item_id == DECLINE.c.item_id, regret.c.retracts == DECLINE.c.id),
    )


def _reviewed(ids: Sequence[UUID]) -> Select[Any]:
    later = DECISION.alias()
    return (
        _by_person(DECISION)
        .join(ENTRY, ENTRY.c.item_id == DECISION.c.item_id)
        .where(
            DECISION.c.item_id.in_(ids),
            DECISION.c.verdict.is_not(None),
            ENTRY.c.status == Status.QUEUED,
            ~exists().where(
                later.c.item_id == DECISION.c.item_id, later.c.retracts == DECISION.c.id
            ),
        )
    )


def _looked(ids: Sequence[UUID]) -> Select[Any]:
    return (
        _by_person(UNBLINDING)
        .join(ENTRY, ENTRY.c.item_id == UNBLINDING.c.item_id)
        .where(UNBLINDING.c.item_id.in_(ids), ENTRY.c.status == Status.QUEUED)
    )


def _by_person(table: FromClause) -> Select[Any]:
    """The items of facts and who made them, under the id that they have in the team."""
    author = func.coalesce(PERSON.c.same_as, PERSON.c.id)
    joined = table.join(PERSON, PERSON.c.id == table.c.person_id)
    return select(table.c.item_id, author).select_from(joined)
