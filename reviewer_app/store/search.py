"""The full-text index: filled right behind intake, asked with words only."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, exists, func, insert, select, text

from reviewer_app.domain.search_text import INDEXED_LENGTH, indexable
from reviewer_app.store.rows import chunks, table_of
from reviewer_app.store.tables import ContentRow, ItemRow, SearchDocumentRow

DOCUMENT = table_of(SearchDocumentRow)
CONTENT = table_of(ContentRow)
ITEM = table_of(ItemRow)

AT_ONCE = 500
"""Items that are indexed in one transaction, so that nobody waits for it."""

TIDIED = 500
"""Pages of the index that are written anew in one transaction when it is tidied."""

_MERGE = text("INSERT INTO search (search, rank) VALUES ('merge', :pages)")

NEWEST_MATCHES = 3_000
"""How many matches of common words a list looks at: more than anybody reads."""


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
    query = _documents().where(DOCUMENT.c.n > since).order_by(DOCUMENT.c.n).limit(limit)
    rows = _written(connection, query)
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


def take_out(connection: Connection, ids: Sequence[UUID]) -> None:
    """Takes items out of the index, right before their contents change or are erased.

    The index knows no texts: it has to be told again what it was told, so the contents must still
    be what they were. `put_in` follows in the same transaction.
    """
    _tell(
        connection,
        ids,
        "INSERT INTO search (search, rowid, external_id, body) VALUES ('delete', :n, :id, :body)",
    )


def put_in(connection: Connection, ids: Sequence[UUID]) -> None:
    """Puts items back into the index as their contents are now; without one, their ids alone."""
    _tell(connection, ids, "INSERT INTO search (rowid, external_id, body) VALUES (:n, :id, :body)")


def begin_tidying(connection: Connection) -> None:
    """Begins to drop what was taken out: until then its words stay in the file, unfindable."""
    connection.execute(_MERGE, {"pages": -TIDIED})


def tidy_some(connection: Connection) -> bool:
    """Goes on with it for a moment; whether anything is left to do."""
    before = connection.execute(text("SELECT total_changes()")).scalar_one()
    connection.execute(_MERGE, {"pages": TIDIED})
    return bool(connection.execute(text("SELECT total_changes()")).scalar_one() - before >= 2)


def rebuild(connection: Connection) -> None:
    """Empties the index, so that `index_some` fills it anew."""
    connection.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))
    connection.execute(text("DELETE FROM search_progress"))


def matching(expression: str, limit: int | None = None) -> Select[Any]:
    """The items that an expression finds; with a limit the newest of them alone."""
    newest = "" if limit is None else f" ORDER BY rowid DESC LIMIT {limit:d}"
    found = text(
        "SELECT d.item_id FROM "  # noqa: S608 - the expression is bound, the limit is a number
        f"(SELECT rowid AS n FROM search WHERE search MATCH :wanted{newest}) AS found "
        "JOIN search_document AS d ON d.n = found.n"
    )
    subquery = found.bindparams(wanted=expression).columns(DOCUMENT.c.item_id).subquery()
    return select(subquery.c.item_id)


def has_match(expression: str, item_id: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether an expression finds this item; `name` tells several such questions apart.

    What it finds is read once, however many items are asked about.
    """
    found = text(f"SELECT rowid AS n FROM search WHERE search MATCH :{name}")  # noqa: S608 - ours
    numbers = found.bindparams(**{name: expression}).columns(DOCUMENT.c.n)
    return exists().where(DOCUMENT.c.item_id == item_id, DOCUMENT.c.n.in_(numbers))


def has_more(connection: Connection, expression: str, limit: int) -> bool:
    """Whether an expression finds more items than `limit`."""
    query = text("SELECT 1 FROM search WHERE search MATCH :wanted LIMIT 1 OFFSET :limit")
    return connection.execute(query, {"wanted": expression, "limit": limit}).first() is not None


def _documents() -> Select[Any]:
    """What the index is told of each item; of one without a content its id alone."""
    return select(
        DOCUMENT.c.n,
        ITEM.c.external_id,
        func.substr(CONTENT.c.input, 1, INDEXED_LENGTH).label("input"),
        func.substr(CONTENT.c.output, 1, INDEXED_LENGTH).label("output"),
    ).select_from(
        DOCUMENT.join(ITEM, ITEM.c.id == DOCUMENT.c.item_id).outerjoin(
            CONTENT, CONTENT.c.item_id == DOCUMENT.c.item_id
        )
    )


def _written(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    return [
        {"n": r.n, "id": indexable(r.external_id), "body": indexable(r.output, r.input)}
        for r in connection.execute(query)
    ]


def _tell(connection: Connection, ids: Sequence[UUID], statement: str) -> None:
    """Tells the index something about those of these items that it has already."""
    is_indexed = DOCUMENT.c.n <= _indexed_until(connection)
    for chunk in chunks(ids):
        query = _documents().where(DOCUMENT.c.item_id.in_(chunk), is_indexed)
        rows = _written(connection, query)
        if rows:
            connection.execute(text(statement), rows)


def _indexed_until(connection: Connection) -> int:
    """The number of the last item that is indexed."""
    return connection.execute(text("SELECT indexed_until FROM search_progress")).scalar() or 0
