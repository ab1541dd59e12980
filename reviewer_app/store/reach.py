"""The short way to what a reviewer of a team has in reach, past all that has left it."""

from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, func, select, union

from reviewer_app.domain.vocabulary import Status
from reviewer_app.store import people
from reviewer_app.store.people import HELD, OUTBOX
from reviewer_app.store.projection import ENTRY

MOST = 20_000
"""Items in reach up to which they are found first; of more, an order's index is followed."""

FEW = 1_000
"""Open items beside those in reach that are not worth a way around them."""


def shortcut(connection: Connection, me: UUID) -> ColumnElement[bool] | None:
    """What finds the open items in reach first, where most that are open here have left it.

    What left stays as it was, open for ever: nobody tells this machine what became of it.
    """
    if not people.within_reach(connection, me):
        return None
    held = _count(connection, select(HELD.c.item_id).order_by(HELD.c.item_id), MOST + 1)
    if held > MOST:
        return None
    enough = 2 * held + FEW
    is_open = select(ENTRY.c.item_id).where(ENTRY.c.is_open == 1)
    if _count(connection, is_open, enough + 1) <= enough:
        return None
    return ENTRY.c.item_id.in_(_ids(me))


def _ids(me: UUID) -> Select[tuple[UUID]]:
    """What the hub says is in reach, what was pulled here, and what this person took part in."""
    given, _ = people.deciding([me])
    raised = select(ENTRY.c.item_id).where(
        ENTRY.c.status.in_((Status.DISPUTED, Status.ESCALATED)), given
    )
    own = select(OUTBOX.c.fact_id).where(
        OUTBOX.c.destination.in_(("hub", "nowhere")), OUTBOX.c.kind == "item"
    )
    found = union(select(HELD.c.item_id), own, raised).subquery()
    return select(found.c.item_id)


def _count(connection: Connection, ids: Select[tuple[UUID]], most: int) -> int:
    counted = select(func.count()).select_from(ids.limit(most).subquery())
    return int(connection.execute(counted).scalar_one())
