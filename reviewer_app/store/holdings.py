"""How much of the contents of items is here, without reading any of them."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection, exists, select

from reviewer_app.domain.holding import Holding, holding_of
from reviewer_app.store.rows import chunks, table_of
from reviewer_app.store.tables import ContentRow, ErasureRow, ItemRow

ITEM, CONTENT = table_of(ItemRow), table_of(ContentRow)
ERASURE = table_of(ErasureRow)


def holdings(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Holding]:
    """What is here of those of these items that there are."""
    found: dict[UUID, Holding] = {}
    is_erased = exists().where(ERASURE.c.item_id == ITEM.c.id)
    for chunk in chunks(list(ids)):
        query = (
            select(ITEM.c.id, CONTENT.c.truncated, is_erased)
            .select_from(ITEM.outerjoin(CONTENT, CONTENT.c.item_id == ITEM.c.id))
            .where(ITEM.c.id.in_(chunk))
        )
        for key, is_truncated, erased in connection.execute(query):
            found[key] = holding_of(is_truncated=is_truncated, is_erased=bool(erased))
    return found


def erased(connection: Connection, ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these items whose contents were erased."""
    found: set[UUID] = set()
    for chunk in chunks(list(ids)):
        query = select(ERASURE.c.item_id).where(ERASURE.c.item_id.in_(chunk)).distinct()
        found.update(connection.execute(query).scalars())
    return frozenset(found)
