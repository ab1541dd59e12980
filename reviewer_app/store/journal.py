"""The append-only, hash-chained log: adding to it, reading it, checking it against the facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Connection, Table, exists, func, insert, select
from sqlmodel import SQLModel

from reviewer_app.domain import chain, records
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.records import Fact, JournalEntry
from reviewer_app.store import tables
from reviewer_app.store.rows import record_of, table_of

JOURNAL = table_of(tables.JournalRow)
DECISION = table_of(tables.DecisionRow)

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


@dataclass(frozen=True, slots=True)
class Audit:
    """The outcome of a check: how many entries there are, and the first that does not hold."""

    entries: int
    first_bad: str | None

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return self.first_bad is None


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


def audit(connection: Connection) -> Audit:
    """Checks every chain, and that the facts are the ones that were chained."""
    count = connection.execute(select(func.count()).select_from(JOURNAL)).scalar_one()
    devices = connection.execute(select(JOURNAL.c.device_id).distinct()).scalars()
    for device in devices:
        broken = chain.first_break(_chain(connection, device))
        if broken:
            return Audit(count, f"journal entry {broken.n} of device {device}: {broken.reason}")
    wrong = _changed_fact(connection) or _missing_entry(connection) or _changed_words(connection)
    return Audit(count, wrong)


def _chain(connection: Connection, device: UUID) -> Iterator[JournalEntry]:
    query = select(JOURNAL).where(JOURNAL.c.device_id == device).order_by(JOURNAL.c.n)
    for row in connection.execute(query.execution_options(yield_per=1_000)).mappings():
        yield record_of(JournalEntry, row)


def _changed_fact(connection: Connection) -> str | None:
    """The first chained fact whose row is gone or says something else than its body."""
    for kind, row in ROWS.items():
        table = table_of(row)
        query = (
            select(JOURNAL.c.n, JOURNAL.c.fact_id.label("fact"), JOURNAL.c.body, *table.c)
            .select_from(JOURNAL.outerjoin(table, table.c.id == JOURNAL.c.fact_id))
            .where(JOURNAL.c.kind == kind)
            .order_by(JOURNAL.c.n)
            .execution_options(yield_per=1_000)
        )
        for found in connection.execute(query).mappings():
            if found[table.c.id] is None:
                return f"journal entry {found['n']}: its {kind} {found['fact']} is missing"
            if not _says(kind, table, found):
                return f"{kind} {found['fact']}: it is not what journal entry {found['n']} chained"
    return None


def _says(kind: str, table: Table, row: Any) -> bool:  # noqa: ANN401 - a mapping by column
    """Whether the row holds what the body says; columns added later are not in an older body."""
    fields = CLASSES[kind].model_fields
    fact = CLASSES[kind].model_validate({name: row[table.c[name]] for name in fields})
    now, then = orjson.loads(chain.body_of(fact)), orjson.loads(row["body"])
    return all(now.get(key) == value for key, value in then.items())


def _changed_words(connection: Connection) -> str | None:
    """The first decision whose words are not those whose digests it holds.

    Words are missing where their item's content was erased, and nowhere else.
    """
    words, erased = table_of(tables.DecisionTextRow), table_of(tables.ErasureRow)
    query = (
        select(
            DECISION.c.id,
            DECISION.c.correction_digest,
            DECISION.c.comment_digest,
            words.c.correction,
            words.c.comment,
        )
        .select_from(DECISION.outerjoin(words, words.c.decision_id == DECISION.c.id))
        .where(~exists().where(erased.c.item_id == DECISION.c.item_id))
        .execution_options(yield_per=1_000)
    )
    for row in connection.execute(query):
        said = [None if text is None else digest_of(text) for text in (row.correction, row.comment)]
        if said != [row.correction_digest, row.comment_digest]:
            return f"decision {row.id}: its words are not the ones that were chained"
    return None


def _missing_entry(connection: Connection) -> str | None:
    """The first fact that was slipped in past the journal."""
    for kind, row in ROWS.items():
        table = table_of(row)
        query = (
            select(table.c.id)
            .select_from(table.outerjoin(JOURNAL, JOURNAL.c.fact_id == table.c.id))
            .where(JOURNAL.c.fact_id.is_(None))
            .limit(1)
        )
        found = connection.execute(query).scalar_one_or_none()
        if found:
            return f"{kind} {found}: no journal entry chains it"
    return None
