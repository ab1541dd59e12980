"""The full-text index: filled right behind intake, asked with words only."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, text

from reviewer_app.domain.search_text import INDEXED_LENGTH, indexable, match_of
from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import ContentRow, ItemRow, SearchDocumentRow

DOCUMENT = table_of(SearchDocumentRow)
CONTENT = table_of(ContentRow)
ITEM = table_of(ItemRow)

AT_ONCE = 500
"""Items that are indexed in one transaction, so that nobody waits for it."""

MATCHING = (
    "SELECT d.item_id FROM search JOIN search_document d ON d.n = search.rowid "
    "WHERE search MATCH :words"
)
"""The items that a match expression finds."""


def add_documents(connection: Connection, ids: Sequence[UUID]) -> None:
    """Numbers new items, so that `index_some` finds them."""
    if ids:
        connection.execute(insert(DOCUMENT), [{"item_id": i} for i in ids])


def is_behind(connection: Connection) -> bool:
    """Whether there are items that the index does not have yet."""
    newest = connection.execute(select(func.max(DOCUMENT.c.n))).scalar() or 0
    return newest > _indexed_until(connection)


def index_some(connection: Connection, limit: int = AT_ONCE) -> int:
    """Indexes the next items that are not indexed yet; gives how many there were."""
    since = _indexed_until(connection)
    query = (
        select(
            DOCUMENT.c.n,
            ITEM.c.external_id,
            func.substr(CONTENT.c.input, 1, INDEXED_LENGTH).label("input"),
            func.substr(CONTENT.c.output, 1, INDEXED_LENGTH).label("output"),
        )
        .select_from(
            DOCUMENT.join(ITEM, ITEM.c.id == DOCUMENT.c.item_id).join(
                CONTENT, CONTENT.c.item_id == DOCUMENT.c.item_id
            )
        )
        .where(DOCUMENT.c.n > since)
        .order_by(DOCUMENT.c.n)
        .limit(limit)
    )
    rows = [
        {"n": r.n, "id": indexable(r.external_id), "body": indexable(r.output, r.input)}
        for r in connection.execute(query)
    ]
    if not rows:
        return 0
    connection.execute(
        text("INSERT INTO search (rowid, external_id, body) VALUES (:n, :id, :body)"), rows
    )
    connection.execute(
        text(
            "INSERT INTO search_progress (id, indexed_until) VALUES (1, :n) "
            "ON CONFLICT (id) DO UPDATE SET indexed_until = :n"
        ),
        {"n": rows[-1]["n"]},
    )
    return len(rows)


def rebuild(connection: Connection) -> None:
    """Empties the index, so that `index_some` fills it anew."""
    connection.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))
    connection.execute(text("DELETE FROM search_progress"))


def expression_of(query: str) -> str:
    """What `MATCHING` takes as `words`; empty when the query has none."""
    return match_of(query)


def _indexed_until(connection: Connection) -> int:
    """The number of the last item that is indexed."""
    return connection.execute(text("SELECT indexed_until FROM search_progress")).scalar() or 0
