"""How a column is compared with the values of a search, so that an index can answer."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, and_, false, func, or_

from reviewer_app.domain.search.conditions import Absent, Between, During, Text, Value

_LAST = "\U0010ffff"
"""Sorts behind every text with the same beginning."""


def field_text(table: Any, value: Value) -> ColumnElement[bool]:  # noqa: ANN401 - a table, which has no type of its own
    """Whether a field of the metadata is a text, whatever its case."""
    if not isinstance(value, Text):
        return false()
    column, folded = table.c.folded, value.text.casefold()
    return begins(column, folded) if value.is_prefix else column == folded


def begins(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Whether a column begins with a text, as an index can answer it."""
    return and_(column >= text, column < text + _LAST)


def fits(name: str, value: Value) -> bool:
    """Whether a name is what a value says, whatever the case of either."""
    if not isinstance(value, Text):
        return False
    folded, wanted = name.casefold(), value.text.casefold()
    return folded.startswith(wanted) if value.is_prefix else folded == wanted


def same_text(column: Column[Any], values: Sequence[Value]) -> ColumnElement[bool]:
    """A column that is not looked up in a list of names: equal whatever the case of its letters."""
    folded = func.lower(column)
    return or_(
        *(
            begins(folded, v.text.lower()) if v.is_prefix else folded == v.text.lower()
            for v in values
            if isinstance(v, Text)
        )
    )


def within(column: Column[Any], value: Value) -> ColumnElement[bool]:
    """Whether a number or a time lies where a value says, or is missing where it says so."""
    match value:
        case Absent():
            return column.is_(None)
        case Between(low, high, low_open, high_open):
            bounds = [] if low is None else [column > low if low_open else column >= low]
            bounds += [] if high is None else [column < high if high_open else column <= high]
            return and_(*bounds)
        case During(since, until):
            times = [] if since is None else [column >= since]
            times += [] if until is None else [column < until]
            return and_(*times)
        case _:
            return false()


def one_of(column: Column[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Equal to the only value, which an index follows further, or one of several."""
    known = sorted(values)
    return column == known[0] if len(known) == 1 else column.in_(known)
