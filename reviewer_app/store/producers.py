"""Who produces outputs for what: the few combinations of workflow, step, agent and model."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.queue import QueueEntry
from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import ProducerRow, QueueEntryRow

PRODUCER = table_of(ProducerRow)
ENTRY = table_of(QueueEntryRow)
COLUMNS = tuple(PRODUCER.c.keys())

LOOKED_AT = 5_000
"""Combinations that are looked through; a source that makes more has no names worth listing."""


def add(connection: Connection, entries: Iterable[QueueEntry]) -> None:
    """Keeps who produced these."""
    made = {tuple(getattr(entry, name) for name in COLUMNS) for entry in entries}
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in sorted(made)]
    connection.execute(upsert(PRODUCER).on_conflict_do_nothing(), rows)


def rebuild(connection: Connection) -> None:
    """Writes all of them anew from the queue's entries."""
    connection.execute(delete(PRODUCER))
    columns = [ENTRY.c[name] for name in COLUMNS]
    connection.execute(insert(PRODUCER).from_select(COLUMNS, select(*columns).distinct()))


def producers(connection: Connection) -> list[tuple[str, str, str, str]]:
    """Workflow, step, agent and model version of each, in order."""
    query = select(PRODUCER).order_by(*PRODUCER.primary_key).limit(LOOKED_AT)
    return [tuple(row) for row in connection.execute(query)]


def names(connection: Connection, column: str) -> list[str]:
    """The names in one column, each once."""
    place = COLUMNS.index(column)
    return sorted({row[place] for row in producers(connection) if row[place]})
