"""The orders of a list, each as an index has it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    String,
    desc,
    select,
    true,
    type_coerce,
    union_all,
)

from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Risk, Status
from reviewer_app.store.asked import Asked
from reviewer_app.store.projection import ENTRY

ORDERS: dict[Sort, tuple[Any, ...]] = {
    Sort.PRIORITY: (ENTRY.c.priority, ENTRY.c.item_id),
    Sort.DUE: (ENTRY.c.no_due, ENTRY.c.due_at, ENTRY.c.item_id),
    Sort.CONFIDENCE: (desc(ENTRY.c.uncertainty), desc(ENTRY.c.item_id)),
    Sort.AGE: (ENTRY.c.pulled_at, ENTRY.c.item_id),
    Sort.NEWEST: (desc(ENTRY.c.pulled_at), desc(ENTRY.c.item_id)),
    Sort.DECIDED: (desc(ENTRY.c.decided_at), desc(ENTRY.c.item_id)),
    Sort.RISK: (ENTRY.c.risk_rank, ENTRY.c.no_due, ENTRY.c.due_at, ENTRY.c.item_id),
}
"""Ties go the way of the order, so that an index read backwards gives them sorted too."""

Stage = Select[Any] | CompoundSelect[Any]

_ID = type_coerce(ENTRY.c.item_id, String)


def order_of(query: QueueQuery) -> tuple[Any, ...]:
    """The order of a query. Where words were typed that are an item's id, it comes first.

    The random order is by risk and then by the ids, which are as good as dice, from a place of
    the person's own on and round to it.
    """
    shuffled = (ENTRY.c.risk_rank, query.shuffle > _ID, ENTRY.c.item_id)
    order = shuffled if query.sort is Sort.RANDOM else ORDERS[query.sort]
    is_it = query.asked.text
    return (ENTRY.c.external_id != is_it, *order) if is_it else order


def stages_of(query: QueueQuery, asked: Asked) -> list[Stage]:
    """The ids of a list, stage after stage, where no single index has its order; else none.

    The random order is each risk from the person's place on, then round to it. An order that is
    indexed by status merges the statuses as they are read; what was never decided comes after.
    """
    is_open = set(query.statuses) == set(OPEN_STATUSES)
    if asked.is_found_first:
        return []
    if query.sort is Sort.RANDOM and is_open:
        halves = (query.shuffle <= _ID, query.shuffle > _ID)
        return [
            _ids(asked, (ENTRY.c.risk_rank == rank) & half).order_by(ENTRY.c.item_id)
            for rank in range(len(Risk))
            for half in halves
        ]
    if is_open or len(query.statuses) == 1 or query.sort not in _BY_STATUS:
        return []
    statuses = query.statuses or tuple(Status)
    if query.sort is Sort.PRIORITY:
        return [_merged(asked, statuses, Sort.PRIORITY, true())]
    timed = (ENTRY.c.decided_at.is_not(None), ENTRY.c.decided_at.is_(None))
    return [_merged(asked, statuses, Sort.DECIDED, condition) for condition in timed]


_BY_STATUS = {Sort.PRIORITY: ENTRY.c.priority, Sort.DECIDED: ENTRY.c.decided_at}


def _merged(
    asked: Asked, statuses: Sequence[Status], sort: Sort, also: ColumnElement[bool]
) -> Stage:
    """Each status in the order, merged: SQLite reads them side by side."""
    place = _BY_STATUS[sort].label("place")
    pieces = (_ids(asked, (ENTRY.c.status == s) & also).add_columns(place) for s in statuses)
    whole = union_all(*pieces)
    columns = whole.selected_columns
    if sort is Sort.DECIDED:
        return whole.order_by(desc(columns.place), desc(columns.item_id))
    return whole.order_by(columns.place, columns.item_id)


def _ids(asked: Asked, frame: ColumnElement[bool]) -> Select[Any]:
    return select(ENTRY.c.item_id).where(*asked.frame, frame, *asked.on_the_way)
