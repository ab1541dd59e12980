"""Known items: the reserve, what was seeded among the others, and how people answered."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, exists

from reviewer_app.domain.records import Gold
from reviewer_app.store.rows import all_of, table_of
from reviewer_app.store.tables import GoldRow

GOLD = table_of(GoldRow)


def is_gold(item_id: Column[UUID]) -> ColumnElement[bool]:
    """Whether the item is a known one: it teaches nothing about agents, and is no precedent."""
    return exists().where(GOLD.c.item_id == item_id)


def known(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Gold]:
    """What is right of those of these items that are known ones."""
    return {g.item_id: g for g in all_of(connection, GoldRow, Gold, "item_id", ids)}
