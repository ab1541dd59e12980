"""The tags of items as rows: written with their entries, asked by searches."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, text

from reviewer_app.domain.tags import Tag, TagKind
from reviewer_app.store.rows import chunks, table_of
from reviewer_app.store.tables import ItemTagRow

TAG = table_of(ItemTagRow)

NAMES_AT_MOST = 500
"""Names of one kind that are looked through; a policy has far fewer rules."""


def insert_tags(connection: Connection, fresh: Mapping[UUID, frozenset[Tag]]) -> None:
    """Adds the tags of items that have none yet."""
    rows = [
        {"item_id": item_id, "kind": kind, "name": name}
        for item_id, tags in fresh.items()
        for kind, name in sorted(tags)
    ]
    if rows:
        connection.execute(insert(TAG), rows)


def replace_tags(connection: Connection, fresh: Mapping[UUID, frozenset[Tag]]) -> None:
    """Writes the tags of these items anew."""
    for chunk in chunks(list(fresh)):
        connection.execute(delete(TAG).where(TAG.c.item_id.in_(chunk)))
    insert_tags(connection, fresh)


def tags(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, frozenset[Tag]]:
    """The tags of each of these items."""
    found: dict[UUID, set[Tag]] = {item_id: set() for item_id in ids}
    for chunk in chunks(ids):
        for row in connection.execute(select(TAG).where(TAG.c.item_id.in_(chunk))):
            found[row.item_id].add((TagKind(row.kind), row.name))
    return {item_id: frozenset(known) for item_id, known in found.items()}


def names(connection: Connection, kind: TagKind) -> list[str]:
    """The names that tags of a kind have, by a skip scan over their index."""
    found = connection.execute(
        text(
            "WITH RECURSIVE n(name) AS ("
            "SELECT min(name) FROM item_tag WHERE kind = :kind UNION ALL "
            "SELECT (SELECT min(name) FROM item_tag WHERE kind = :kind AND name > n.name) "
            "FROM n WHERE n.name IS NOT NULL) "
            "SELECT name FROM n WHERE name IS NOT NULL LIMIT :most"
        ),
        {"kind": kind, "most": NAMES_AT_MOST},
    )
    return [str(row.name) for row in found]
