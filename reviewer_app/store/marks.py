"""How far the facts of a database have come: a mark that changes whenever there is one more."""

from sqlalchemy import Connection, text

Mark = tuple[object, ...]

_MARK = text(
    "SELECT (SELECT max(rowid) FROM journal), (SELECT max(rowid) FROM item), "
    "(SELECT max(rowid) FROM refusal), (SELECT count(*) FROM skip), "
    "(SELECT count(*) FROM answer_read), "
    "(SELECT group_concat(name, char(10)) FROM person WHERE source IS NULL)"
)
"""What lists and desks are made of. Claims and drafts are not: they change all the time."""


def mark(connection: Connection) -> Mark:
    """Where the facts stand now, read from the ends of their tables."""
    return tuple(connection.execute(_MARK).one())
