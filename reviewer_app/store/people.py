"""What a list must know of people: who is meant by a name, and what they have done with items."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from reviewer_app.domain.search.conditions import ME
from reviewer_app.domain.vocabulary import EVERYONE, Role, Status
from reviewer_app.store import membership
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import (
    DecisionRow,
    DeclineRow,
    HeldRow,
    OutboxRow,
    PersonRow,
    SkipRow,
    UnblindingRow,
)

DECISION = table_of(DecisionRow)
DECLINE = table_of(DeclineRow)
PERSON = table_of(PersonRow)
SKIP = table_of(SkipRow)
UNBLINDING = table_of(UnblindingRow)
HELD = table_of(HeldRow)
OUTBOX = table_of(OutboxRow)

LOOKED_THROUGH = 5_000
"""People whose names are compared; a team is smaller, annotators of imports may be many."""


def named(connection: Connection, name: str, me: UUID | None) -> set[UUID]:
    """The people of this name, whatever its case; `me` is who asks."""
    if name.casefold() == ME and me is not None:
        return {me}
    query = select(PERSON.c.id, PERSON.c.name).limit(LOOKED_THROUGH)
    people = connection.execute(query)
    return {row.id for row in people if row.name.casefold() == name.casefold()}


def deciding(ids: Iterable[UUID]) -> tuple[ColumnElement[bool], Select[Any]]:
    """Whether one of these people decided an entry's item, and the items that they decided."""
    later = DECISION.alias()
    made = and_(
        DECISION.c.person_id.in_(sorted(ids)),
        DECISION.c.verdict.is_not(None),
        ~exists().where(later.c.item_id == DECISION.c.item_id, later.c.retracts == DECISION.c.id),
    )
    holds = exists().where(DECISION.c.item_id == ENTRY.c.item_id, made)
    return holds, select(DECISION.c.item_id).where(made)


def not_declined(me: UUID) -> ColumnElement[bool]:
    """Leaves out what this person declined."""
    regret = DECLINE.alias()
    return ~exists().where(
        DECLINE.c.item_id == ENTRY.c.item_id,
        DECLINE.c.person_id == me,
        DECLINE.c.retracts.is_(None),
        ~exists().where(regret.c.item_id == DECLINE.c.item_id, regret.c.retracts == DECLINE.c.id),
    )


def not_judged(me: UUID) -> ColumnElement[bool]:
    """Leaves out what waits for others' reviews alone: this person gave theirs, or looked early."""
    given, _ = deciding([me])
    looked = exists().where(UNBLINDING.c.item_id == ENTRY.c.item_id, UNBLINDING.c.person_id == me)
    return or_(ENTRY.c.status != Status.QUEUED, and_(~given, ~looked))


def within_reach(connection: Connection, me: UUID) -> list[ColumnElement[bool]]:
    """In a team, what a reviewer may take or has decided; everything for all others."""
    if membership.joined(connection) is None:
        return []
    row = connection.execute(select(PERSON.c.role, PERSON.c.pools).where(PERSON.c.id == me)).one()
    if row.role != Role.REVIEWER:
        return []
    pools = sorted({EVERYONE, row.role, *row.pools})
    to_take = and_(ENTRY.c.assignee.is_(None), ENTRY.c.pool.in_(pools))
    given, _ = deciding(_selves(connection, me))
    mine = and_(or_(ENTRY.c.assignee == me, to_take), _is_here())
    return [or_(mine, given)]


def _selves(connection: Connection, me: UUID) -> list[UUID]:
    """The ids under which a person decided: their own, and those from before they joined."""
    query = select(PERSON.c.id).where(PERSON.c.same_as == me)
    return [me, *connection.execute(query).scalars()]


def _is_here() -> ColumnElement[bool]:
    """Whether an item is in reach by the hub's last word, or was pulled on this machine.

    Why an item left may be none of this person's business; that it did is.
    """
    own = exists().where(
        OUTBOX.c.fact_id == ENTRY.c.item_id, OUTBOX.c.destination.in_(("hub", "nowhere"))
    )
    return or_(exists().where(HELD.c.item_id == ENTRY.c.item_id), own)


def not_skipped(me: UUID) -> ColumnElement[bool]:
    """Leaves out what this person put behind."""
    return ~exists().where(SKIP.c.item_id == ENTRY.c.item_id, SKIP.c.person_id == me)


def has_skips(connection: Connection, me: UUID) -> bool:
    """Whether this person put anything behind."""
    query = select(SKIP.c.item_id).where(SKIP.c.person_id == me).limit(1)
    return connection.execute(query).first() is not None
