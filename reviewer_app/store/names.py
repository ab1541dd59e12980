"""Names that stand in the queue and are not kept in a list of their own, found by their index."""

from sqlalchemy import Connection, select, text

from reviewer_app.store.comparisons import begins
from reviewer_app.store.conditions import FIELD

LISTED_AT_MOST = 200


def sources(connection: Connection) -> list[str]:
    """The sources that items came from, by a skip scan over their index."""
    found = connection.execute(
        text(
            "WITH RECURSIVE s(name) AS ("
            "SELECT min(source) FROM item UNION ALL "
            "SELECT (SELECT min(source) FROM item WHERE source > s.name) "
            "FROM s WHERE s.name IS NOT NULL) "
            "SELECT name FROM s WHERE name IS NOT NULL LIMIT :most"
        ),
        {"most": LISTED_AT_MOST},
    )
    return [str(row.name) for row in found]


def field_values(connection: Connection, key: str, begin: str, limit: int) -> list[str]:
    """The texts that a field has which begin like this, in order, the first of them.

    Of a field with many equal values so many rows are looked at and no more.
    """
    looked_at = (
        select(FIELD.c.folded, FIELD.c.text)
        .where(FIELD.c.key == key, begins(FIELD.c.folded, begin.casefold()))
        .order_by(FIELD.c.folded)
        .limit(LOOKED_AT)
        .subquery()
    )
    query = select(looked_at.c.text).distinct().order_by(looked_at.c.folded).limit(limit)
    return list(connection.execute(query).scalars())


LOOKED_AT = 5_000
"""Values of a field that are looked at for suggestions."""
