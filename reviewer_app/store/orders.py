"""The orders of a list, each as an index has it."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    String,
    desc,
    literal,
    select,
    type_coerce,
    union_all,
)

from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Risk
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


def is_in_pieces(query: QueueQuery, asked: Asked) -> bool:
    """Whether the random order can follow its index, piece by piece."""
    is_open = set(query.statuses) == set(OPEN_STATUSES)
    return query.sort is Sort.RANDOM and is_open and not asked.is_found_first


def in_pieces(
    query: QueueQuery, conditions: tuple[ColumnElement[bool], ...]
) -> CompoundSelect[Any]:
    """The ids of the random order: each risk from the person's place on, then round to it."""
    pieces = []
    for rank in range(len(Risk)):
        for n, half in enumerate((query.shuffle <= _ID, query.shuffle > _ID)):
            piece = literal(2 * rank + n).label("piece")
            found = select(piece, ENTRY.c.item_id).where(ENTRY.c.risk_rank == rank, half)
            pieces.append(found.where(*conditions))
    whole = union_all(*pieces)
    columns = whole.selected_columns
    return whole.order_by(columns.piece, columns.item_id)
