"""Known items: the reserve, what was seeded among the others, and how people answered."""

from uuid import UUID

from sqlalchemy import Column, ColumnElement, exists

from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import GoldRow

GOLD = table_of(GoldRow)


def is_gold(item_id: Column[UUID]) -> ColumnElement[bool]:
    """Whether the item is a known one: it teaches nothing about agents, and is no precedent."""
    return exists().where(GOLD.c.item_id == item_id)
