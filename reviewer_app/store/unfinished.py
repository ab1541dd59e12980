"""What is still to be done of erasures that are on the disk: in copies, and about traces."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.records import Erasure
from reviewer_app.store.rows import chunks, record_of, table_of
from reviewer_app.store.tables import ErasureRow, OutboxRow

OUTBOX, ERASURE = table_of(OutboxRow), table_of(ErasureRow)

COPIES, TRACES = "copies", "traces"
"""The destinations of an erasure on this machine: the kept copies, and the database's own files."""

GAP = "gap"
"""What a copy notes of contents that were taken out of it, for the day when it is put back."""


def note(connection: Connection, erased: Sequence[Erasure], at: datetime) -> None:
    """Both are to be done for these erasures."""
    rows = [_row(one, to, at) for one in erased for to in (COPIES, TRACES)]
    if rows:
        connection.execute(upsert(OUTBOX).on_conflict_do_nothing(), rows)


def erasures(connection: Connection, destination: str) -> list[Erasure]:
    """The erasures that have not reached a destination."""
    query = (
        select(ERASURE)
        .join(OUTBOX, OUTBOX.c.fact_id == ERASURE.c.id)
        .where(OUTBOX.c.destination == destination)
        .order_by(ERASURE.c.id)
    )
    return [record_of(Erasure, row) for row in connection.execute(query).mappings()]


def settle(connection: Connection, destination: str, erased: Sequence[Erasure]) -> None:
    """These erasures have reached it."""
    is_it = OUTBOX.c.destination == destination
    for chunk in chunks([one.id for one in erased]):
        connection.execute(delete(OUTBOX).where(is_it, OUTBOX.c.fact_id.in_(chunk)))


def note_gaps(connection: Connection, erased: Sequence[Erasure]) -> None:
    """Notes in a copy why contents are missing from it: the facts are not in its own journal."""
    rows = [{**_row(one, GAP, one.at), "last_error": one.model_dump_json()} for one in erased]
    if rows:
        connection.execute(upsert(OUTBOX).on_conflict_do_nothing(), rows)


def gaps(connection: Connection) -> list[Erasure]:
    """The erasures that a database which was put back has felt, and does not know."""
    query = select(OUTBOX.c.last_error).where(OUTBOX.c.destination == GAP)
    found = connection.execute(query.order_by(OUTBOX.c.fact_id)).scalars()
    return [Erasure.model_validate_json(body) for body in found]


def _row(erasure: Erasure, to: str, at: datetime) -> dict[str, Any]:
    return {
        "fact_id": erasure.id,
        "destination": to,
        "kind": "erasure",
        "attempts": 0,
        "next_try": at,
        "last_error": "",
    }
