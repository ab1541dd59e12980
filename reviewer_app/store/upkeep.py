"""Questions to the database about itself."""

from sqlalchemy import Connection, func, select
from sqlmodel import SQLModel

from reviewer_app.store import tables
from reviewer_app.store.rows import table_of


def integrity(connection: Connection) -> str:
    """`ok`, or what SQLite found wrong with the file."""
    return str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())


def counts(connection: Connection) -> dict[str, int]:
    """How many there are of what people ask about."""
    asked: dict[str, type[SQLModel]] = {
        "items": tables.ItemRow,
        "decisions": tables.DecisionRow,
        "journal entries": tables.JournalRow,
        "policy versions": tables.PolicyVersionRow,
        "refused records": tables.RefusalRow,
    }
    return {
        name: int(connection.execute(select(func.count()).select_from(table_of(row))).scalar_one())
        for name, row in asked.items()
    }


def size(connection: Connection) -> int:
    """How many bytes the database takes, without what is free in it."""
    pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    free = int(connection.exec_driver_sql("PRAGMA freelist_count").scalar_one())
    each = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    return (pages - free) * each
