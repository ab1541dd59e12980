"""Whose decisions a search may find: of items that are judged without each other, one's own."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Column, ColumnElement, and_, exists, func, or_, select

from reviewer_app.domain.tags import TagKind
from reviewer_app.domain.vocabulary import Status
from reviewer_app.store.decisions import DECISION
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import SelectionRow

SELECTION = table_of(SelectionRow)


def is_covered(item_id: Column[UUID]) -> ColumnElement[bool]:
    """Whether what was decided on an item may still be hidden from those who can judge it.

    An item that everybody has judged has a verdict or is disputed. One that was opened and waits
    again counts as covered here: a search then finds less than a person may see, never more.
    """
    is_here = item_id is ENTRY.c.item_id
    place = ENTRY if is_here else ENTRY.alias()
    waits = and_(place.c.verdict.is_(None), place.c.status != Status.DISPUTED)
    separate = or_(SELECTION.c.blind, SELECTION.c.reviews_needed > 1)
    if is_here:
        return and_(waits, exists().where(SELECTION.c.item_id == item_id, separate))
    joined = select(SELECTION.c.item_id).join(place, place.c.item_id == SELECTION.c.item_id)
    return exists(joined.where(SELECTION.c.item_id == item_id, separate, waits))


def may_be_found(
    item_id: Column[UUID], me: UUID | None, what: ColumnElement[bool] | None = None
) -> ColumnElement[bool]:
    """Whether a search of this person's may find a decision on an item, or what it left.

    Args:
        item_id: the item that is looked at.
        me: who searches.
        what: what their own decision must have for them to find a covered item by it.
    """
    if me is None:
        return ~is_covered(item_id)
    later = DECISION.alias()
    own = exists().where(
        DECISION.c.item_id == item_id,
        DECISION.c.person_id == me,
        DECISION.c.verdict.is_not(None),
        ~exists().where(later.c.item_id == DECISION.c.item_id, later.c.retracts == DECISION.c.id),
        *([] if what is None else [what]),
    )
    return or_(~is_covered(item_id), own)


def left(kind: TagKind, names: Sequence[str]) -> ColumnElement[bool] | None:
    """What a decision must have to leave one of these tags; None where no decision leaves them."""
    if kind is TagKind.ERROR:
        listed = func.json_each(DECISION.c.error_types).table_valued("value")
        return exists(select(listed.c.value).where(listed.c.value.in_(names)))
    if kind is not TagKind.HAS:
        return None
    ways = {
        "comment": DECISION.c.comment_digest.is_not(None),
        "correction": DECISION.c.correction_digest.is_not(None),
        "span": func.json_array_length(DECISION.c.spans) > 0,
    }
    asked = [ways[name] for name in names if name in ways]
    return or_(*asked) if asked else None
