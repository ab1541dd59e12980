"""The orders of a list, each as an index has it."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    String,
    desc,
    literal_column,
    select,
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


def pieces_of(query: QueueQuery, asked: Asked) -> list[ColumnElement[bool]]:
    """The pieces that a list is put together of where no single index has its order; else none.

    Of the random order each risk from the person's place on, then round to it; of an order that
    is indexed by status each status, merged as they are read.
    """
    if asked.is_found_first:
        return []
    is_open = set(query.statuses) == set(OPEN_STATUSES)
    if query.sort is Sort.RANDOM and is_open:
        halves = (query.shuffle <= _ID, query.shuffle > _ID)
        return [(ENTRY.c.risk_rank == r) & half for r in range(len(Risk)) for half in halves]
    is_one = is_open or len(query.statuses) == 1
    if is_one or query.sort not in {Sort.PRIORITY, Sort.DECIDED}:
        return []
    return [ENTRY.c.status == status for status in query.statuses or tuple(Status)]


def in_pieces(query: QueueQuery, asked: Asked) -> CompoundSelect[Any]:
    """The ids of a list that is put together of pieces, in a column of that name."""
    is_random = query.sort is Sort.RANDOM
    column = ENTRY.c.decided_at if query.sort is Sort.DECIDED else ENTRY.c.priority
    selects = [
        select((literal_column(str(n)) if is_random else column).label("place"), ENTRY.c.item_id).where(
            *asked.frame, piece, *asked.on_the_way
        )
        for n, piece in enumerate(pieces_of(query, asked))
    ]
    whole = union_all(*selects)
    columns = whole.selected_columns
    if query.sort is Sort.DECIDED:
        return whole.order_by(desc(columns.place), desc(columns.item_id))
    return whole.order_by(columns.place, columns.item_id)
