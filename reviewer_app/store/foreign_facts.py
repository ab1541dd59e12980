"""Facts that other machines made: added with the entries that chain them, or told apart."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from pydantic import ValidationError
from sqlalchemy import Connection, insert, select

from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.records import JournalEntry, Record
from reviewer_app.store.journal import CLASSES, JOURNAL, ROWS
from reviewer_app.store.rows import add_all, chunks

_FIRST = ("policy_version", "mode_change", "decision")
"""Kinds that others refer to."""


def add_entries_of_others(
    connection: Connection, entries: Sequence[JournalEntry]
) -> tuple[int, list[UUID]]:
    """Adds entries that are not here with their facts; gives how many, and what contradicts."""
    kept = _kept(connection, entries)
    known_facts = _bodies(connection, [entry.fact_id for entry in entries])
    conflicts: list[UUID] = []
    by_kind: dict[str, list[Record]] = defaultdict(list)
    rows: list[dict[str, Any]] = []
    for entry in entries:
        there = kept.get((entry.device_id, entry.n))
        if there == entry.hash:
            continue
        body_hash = known_facts.get(entry.fact_id)
        fact = fact_of(entry) if body_hash is None else None
        if there is not None or not _holds(entry, body_hash, fact):
            conflicts.append(entry.fact_id)
            continue
        rows.append(entry.model_dump())
        if fact is not None:
            known_facts[entry.fact_id] = entry.body_hash
            by_kind[entry.kind].append(fact)
    for kind in (*_FIRST, *(k for k in by_kind if k not in _FIRST)):
        add_all(connection, ROWS[kind], by_kind.get(kind, []))
    if rows:
        connection.execute(insert(JOURNAL), rows)
    return len(rows), conflicts


def _holds(entry: JournalEntry, known: str | None, fact: Record | None) -> bool:
    """Whether an entry is what it says: its body the one hashed, its fact one, and no other's."""
    is_whole = digest_of(entry.body) == entry.body_hash
    return is_whole and (fact is not None if known is None else known == entry.body_hash)


def item_of(entry: JournalEntry) -> UUID | None:
    """The item that an entry's fact is about, if it is about one."""
    item = orjson.loads(entry.body).get("item_id")
    return UUID(item) if item else None


def fact_of(entry: JournalEntry) -> Record | None:
    """The fact that an entry's body is; None where it is none that this program knows."""
    body = orjson.loads(entry.body)
    body.pop("v", None)
    body.pop("kind", None)
    try:
        made: Record = CLASSES[entry.kind].model_validate(body)
    except (KeyError, ValidationError):
        return None
    return made


def _kept(connection: Connection, entries: Sequence[JournalEntry]) -> dict[tuple[UUID, int], str]:
    found: dict[tuple[UUID, int], str] = {}
    by_device: dict[UUID, list[int]] = defaultdict(list)
    for entry in entries:
        by_device[entry.device_id].append(entry.n)
    for device, numbers in by_device.items():
        for chunk in chunks(numbers):
            query = select(JOURNAL.c.n, JOURNAL.c.hash).where(
                JOURNAL.c.device_id == device, JOURNAL.c.n.in_(chunk)
            )
            found.update({(device, n): digest for n, digest in connection.execute(query)})
    return found


def _bodies(connection: Connection, facts: Sequence[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for chunk in chunks(facts):
        query = select(JOURNAL.c.fact_id, JOURNAL.c.body_hash).where(JOURNAL.c.fact_id.in_(chunk))
        found.update((fact, digest) for fact, digest in connection.execute(query))
    return found
