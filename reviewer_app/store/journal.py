"""The append-only, hash-chained log: adding to it, and reading it."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select
from sqlmodel import SQLModel

from reviewer_app.domain import chain, records
from reviewer_app.domain.records import Fact, JournalEntry
from reviewer_app.store import tables
from reviewer_app.store.rows import record_of, table_of

JOURNAL = table_of(tables.JournalRow)

ROWS: dict[str, type[SQLModel]] = {
    "decision": tables.DecisionRow,
    "decline": tables.DeclineRow,
    "escalation": tables.EscalationRow,
    "assignment": tables.AssignmentRow,
    "release": tables.ReleaseRow,
    "mode_change": tables.ModeChangeRow,
    "policy_version": tables.PolicyVersionRow,
    "erasure": tables.ErasureRow,
    "unblinding": tables.UnblindingRow,
}
"""The table of each kind of fact that people answer for."""

CLASSES: dict[str, type[Any]] = {kind: getattr(records, name) for name, kind in chain.KINDS.items()}


class Journal:
    """One device's chain, open for adding within a transaction."""

    def __init__(self, connection: Connection, device_id: UUID) -> None:
        self._connection = connection
        self._device_id = device_id
        query = (
            select(JOURNAL)
            .where(JOURNAL.c.device_id == device_id)
            .order_by(JOURNAL.c.n.desc())
            .limit(1)
        )
        row = connection.execute(query).mappings().one_or_none()
        self._head = record_of(JournalEntry, row) if row else None

    def latest_act(self) -> UUID | None:
        """The id of the last fact that was made here and not brought in: a UUIDv7."""
        query = (
            select(JOURNAL.c.fact_id)
            .where(JOURNAL.c.device_id == self._device_id)
            .where(func.substr(JOURNAL.c.fact_id, 13, 1) == "7")
            .order_by(JOURNAL.c.n.desc())
            .limit(1)
        )
        return self._connection.execute(query).scalar_one_or_none()

    def add(self, facts: list[Fact]) -> None:
        """Chains the facts, in order."""
        entries = []
        for fact in facts:
            self._head = chain.next_entry(fact, self._device_id, self._head)
            entries.append(self._head.model_dump())
        if entries:
            self._connection.execute(insert(JOURNAL), entries)


def entries_about(connection: Connection, facts: list[UUID]) -> list[JournalEntry]:
    """The entries that chain these facts."""
    query = select(JOURNAL).where(JOURNAL.c.fact_id.in_(facts)).order_by(JOURNAL.c.n)
    return [record_of(JournalEntry, row) for row in connection.execute(query).mappings()]
