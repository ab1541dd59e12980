"""What a person is to be reminded of: open items whose time comes, and what they were given."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, or_, select

from reviewer_app.store import people
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import AssignmentRow

ASSIGNMENT = table_of(AssignmentRow)


def due(
    connection: Connection, me: UUID, after: datetime, until: datetime, limit: int
) -> list[tuple[UUID, str, datetime]]:
    """Items this person may take that are due after one time and not after another."""
    mine = or_(ENTRY.c.assignee.is_(None), ENTRY.c.assignee == me)
    query = (
        select(ENTRY.c.item_id, ENTRY.c.workflow, ENTRY.c.due_at)
        .where(ENTRY.c.is_open == 1, ENTRY.c.no_due == 0, mine)
        .where(ENTRY.c.due_at > after, ENTRY.c.due_at <= until)
        .where(people.not_declined(me), people.not_judged(me))
        .where(*people.within_reach(connection, me))
        .order_by(ENTRY.c.due_at)
        .limit(limit)
    )
    return [(row.item_id, row.workflow, row.due_at) for row in connection.execute(query)]


def given(connection: Connection, me: UUID, limit: int) -> list[tuple[UUID, str]]:
    """The assignments by others under which this person has open items now."""
    query = (
        select(ASSIGNMENT.c.id, ENTRY.c.workflow)
        .join(ENTRY, ENTRY.c.item_id == ASSIGNMENT.c.item_id)
        .where(ENTRY.c.assignee == me, ENTRY.c.is_open == 1)
        .where(ASSIGNMENT.c.to == me, ASSIGNMENT.c.person_id != me)
        .limit(limit)
    )
    return [(row.id, row.workflow) for row in connection.execute(query)]
