"""Questions about the other items of a step: what was decided of it last, what waits beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewer_app.domain.likeness import INPUT_HEAD, OUTPUT_HEAD
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.store import gold
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import chunks, record_of, table_of
from reviewer_app.store.tables import ContentRow, SelectionRow

CONTENT = table_of(ContentRow)
SELECTION = table_of(SelectionRow)


@dataclass(frozen=True, slots=True)
class Place:
    """The step of a workflow, and the agent that did it."""

    workflow: str
    step: str
    agent: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decided item of a step, as narrow as a comparison needs it."""

    item_id: UUID
    agent: str
    verdict: Verdict
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an output, and how long the whole is."""

    text: str
    length: int


Heads = tuple[str, str]
"""The beginnings of an item's input and output."""


def latest_decided(connection: Connection, place: Place, limit: int) -> list[Decided]:
    """The items of a step that were resolved last. Known items are no precedent."""
    query = (
        select(ENTRY.c.item_id, ENTRY.c.agent, ENTRY.c.verdict, ENTRY.c.decided_at)
        .where(ENTRY.c.workflow == place.workflow, ENTRY.c.step == place.step)
        .where(ENTRY.c.verdict.is_not(None), ~gold.is_gold(ENTRY.c.item_id))
        .order_by(ENTRY.c.decided_at.desc())
        .limit(limit)
    )
    return [
        Decided(row.item_id, row.agent, Verdict(row.verdict), row.decided_at)
        for row in connection.execute(query)
    ]


def entries(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, QueueEntry]:
    """The queue entries of these items."""
    found: dict[UUID, QueueEntry] = {}
    for chunk in chunks(ids):
        query = select(ENTRY).where(ENTRY.c.item_id.in_(chunk))
        made = (record_of(QueueEntry, row) for row in connection.execute(query).mappings())
        found.update((entry.item_id, entry) for entry in made)
    return found


def heads(connection: Connection, ids: list[UUID]) -> dict[UUID, Heads]:
    """The beginnings of these items' texts."""
    found: dict[UUID, Heads] = {}
    for chunk in chunks(ids):
        query = select(
            CONTENT.c.item_id,
            func.substr(CONTENT.c.input, 1, INPUT_HEAD),
            func.substr(CONTENT.c.output, 1, OUTPUT_HEAD),
        ).where(CONTENT.c.item_id.in_(chunk))
        found.update((key, (asked or "", made)) for key, asked, made in connection.execute(query))
    return found


def output_heads(connection: Connection, ids: Sequence[UUID], characters: int) -> dict[UUID, Head]:
    """The beginnings of these items' outputs."""
    output = CONTENT.c.output
    found: dict[UUID, Head] = {}
    for chunk in chunks(ids):
        query = select(
            CONTENT.c.item_id, func.substr(output, 1, characters), func.length(output)
        ).where(CONTENT.c.item_id.in_(chunk))
        found.update((key, Head(text, n)) for key, text, n in connection.execute(query))
    return found


def rules(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, frozenset[str]]:
    """The names of the rules that fired on these items."""
    found: dict[UUID, frozenset[str]] = {}
    for chunk in chunks(ids):
        query = select(SELECTION.c.item_id, SELECTION.c.flags).where(SELECTION.c.item_id.in_(chunk))
        for key, flags in connection.execute(query):
            found[key] = frozenset(flag["rule"] for flag in flags)
    return found


def blind(connection: Connection, ids: Sequence[UUID]) -> frozenset[UUID]:
    """Those of these items that are judged blind."""
    found: set[UUID] = set()
    for chunk in chunks(ids):
        query = select(SELECTION.c.item_id).where(SELECTION.c.item_id.in_(chunk), SELECTION.c.blind)
        found.update(connection.execute(query).scalars())
    return frozenset(found)
