"""Erasing contents: every row that holds a piece of them, and which of them were kept too long."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from reviewer_app.domain.json.text import canonical
from reviewer_app.domain.records import DecisionText, Erasure, Flag
from reviewer_app.domain.vocabulary import Status
from reviewer_app.policy.reasons import without_values
from reviewer_app.store import tables
from reviewer_app.store.rows import all_of, chunks, table_of

ITEM, ENTRY = table_of(tables.ItemRow), table_of(tables.QueueEntryRow)
CONTENT, DECISION = table_of(tables.ContentRow), table_of(tables.DecisionRow)
TEXT, ATTACHMENT = table_of(tables.DecisionTextRow), table_of(tables.AttachmentRow)
CHUNK, SELECTION = table_of(tables.AttachmentChunkRow), table_of(tables.SelectionRow)
GOLD, RESERVE = table_of(tables.GoldRow), table_of(tables.GoldReserveRow)
PERSON = table_of(tables.PersonRow)
REFUSAL, PRODUCER = table_of(tables.RefusalRow), table_of(tables.ProducerRow)

AT_ONCE = 100
"""Items whose contents are erased by one statement."""

DONE = (Status.RESOLVED, Status.RELEASED, Status.SUPERSEDED)
"""What waits for nobody any more: only this is ever too old to be kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A step whose contents are kept up to a time: those from before it are to be erased."""

    workflow: str
    step: str
    since: datetime


def of(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Erasure]:
    """How the contents of these items were erased, the first time where there are several."""
    found = all_of(connection, tables.ErasureRow, Erasure, "item_id", ids)
    return {one.item_id: one for one in sorted(found, key=lambda e: str(e.id), reverse=True)}


def name_of(connection: Connection, person_id: UUID) -> str:
    """The name of who erased; empty where nobody of this id is known here."""
    found = connection.execute(select(PERSON.c.name).where(PERSON.c.id == person_id)).scalar()
    return str(found or "")


def every(connection: Connection) -> list[Erasure]:
    """Every erasure, in the order in which they were made."""
    table = table_of(tables.ErasureRow)
    rows = connection.execute(select(table).order_by(table.c.id)).mappings()
    return [Erasure.model_validate(dict(row)) for row in rows]


def siblings(connection: Connection, ids: Sequence[UUID]) -> list[UUID]:
    """These items and every other revision of them."""
    found: dict[UUID, None] = dict.fromkeys(ids)
    other = ITEM.alias()
    same = (ITEM.c.source == other.c.source) & (ITEM.c.external_id == other.c.external_id)
    for chunk in chunks(ids):
        query = select(other.c.id).select_from(ITEM.join(other, same)).where(ITEM.c.id.in_(chunk))
        found.update(dict.fromkeys(connection.execute(query).scalars()))
    return list(found)


def steps(connection: Connection) -> list[tuple[str, str]]:
    """The steps that any output came from."""
    query = select(PRODUCER.c.workflow, PRODUCER.c.step).distinct()
    return [(row.workflow, row.step) for row in connection.execute(query.order_by("workflow"))]


def expired(connection: Connection, kept: Kept, limit: int) -> list[UUID]:
    """Items of a step that were done before the time and whose contents are still here."""
    query = _expired(kept, ENTRY.c.item_id).order_by(ENTRY.c.pulled_at, ENTRY.c.item_id)
    return list(connection.execute(query.limit(limit)).scalars())


def count_expired(connection: Connection, kept: Kept) -> int:
    """How many of them there are."""
    return int(connection.execute(_expired(kept, func.count())).scalar_one())


def sayable(connection: Connection, texts: Sequence[DecisionText]) -> list[DecisionText]:
    """The words of decisions that may be kept: not those on what was erased."""
    mute: set[UUID] = set()
    erased = table_of(tables.ErasureRow)
    for chunk in chunks([text.decision_id for text in texts]):
        query = select(DECISION.c.id).join(erased, erased.c.item_id == DECISION.c.item_id)
        mute.update(connection.execute(query.where(DECISION.c.id.in_(chunk))).scalars())
    return [text for text in texts if text.decision_id not in mute]


def wipe(connection: Connection, ids: Sequence[UUID]) -> None:
    """Takes away everything that holds a piece of these items' contents, but the search index.

    It also works on a copy of the database whose tables are those of an earlier version.
    """
    for chunk in chunks(ids, AT_ONCE):
        _blank_refusals(connection, chunk)
        _delete_files(connection, chunk)
        _delete(connection, TEXT, TEXT.c.decision_id.in_(_decisions(chunk)))
        for row in (tables.ContentRow, tables.ItemFieldRow, tables.DraftRow):
            table = table_of(row)
            _delete(connection, table, table.c.item_id.in_(chunk))
        nothing = {"expected_output": None, "because": ""}
        _blank(connection, GOLD, GOLD.c.item_id.in_(chunk), nothing)
        _blank(connection, RESERVE, RESERVE.c.item_id.in_(chunk), {**nothing, "record": {}})
        _blank(connection, ENTRY, ENTRY.c.item_id.in_(chunk), {"excerpt": ""})
        _forget_values(connection, chunk)


def holding(connection: Connection, ids: Sequence[UUID]) -> int:
    """How many of these items have a content or words of a decision here."""
    found: set[UUID] = set()
    for chunk in chunks(ids, AT_ONCE):
        contents = select(CONTENT.c.item_id).where(CONTENT.c.item_id.in_(chunk))
        found.update(connection.execute(contents).scalars())
        said = select(DECISION.c.item_id).join(TEXT, TEXT.c.decision_id == DECISION.c.id)
        found.update(connection.execute(said.where(DECISION.c.item_id.in_(chunk))).scalars())
    return len(found)


def _expired(kept: Kept, *columns: ColumnElement[Any]) -> Select[Any]:
    return select(*columns).where(
        ENTRY.c.workflow == kept.workflow,
        ENTRY.c.step == kept.step,
        ENTRY.c.status.in_(DONE),
        ENTRY.c.pulled_at < kept.since,
        or_(ENTRY.c.decided_at.is_(None), ENTRY.c.decided_at < kept.since),
        exists().where(CONTENT.c.item_id == ENTRY.c.item_id),
    )


def _decisions(ids: Sequence[UUID]) -> Select[Any]:
    return select(DECISION.c.id).where(DECISION.c.item_id.in_(ids))


def _delete_files(connection: Connection, ids: Sequence[UUID]) -> None:
    """Attachments go, and their bytes where no other item carries the same file."""
    query = select(ATTACHMENT.c.hash).where(ATTACHMENT.c.item_id.in_(ids)).distinct()
    digests = list(connection.execute(query).scalars())
    _delete(connection, ATTACHMENT, ATTACHMENT.c.item_id.in_(ids))
    for chunk in chunks(digests):
        is_carried = exists().where(ATTACHMENT.c.hash == CHUNK.c.hash)
        connection.execute(delete(CHUNK).where(CHUNK.c.hash.in_(chunk), ~is_carried))


def _blank_refusals(connection: Connection, ids: Sequence[UUID]) -> None:
    """Refused records of the same place, or that name the same id, lose what was kept of them."""
    query = select(ITEM.c.source, ITEM.c.external_id, ITEM.c.place).where(ITEM.c.id.in_(ids))
    for source, external_id, place in connection.execute(query).all():
        is_same = or_(
            REFUSAL.c.place == place, func.instr(REFUSAL.c.raw, canonical(external_id)) > 0
        )
        connection.execute(
            update(REFUSAL).where(REFUSAL.c.source == source, is_same).values(raw="")
        )


def _forget_values(connection: Connection, ids: Sequence[UUID]) -> None:
    """Flags keep their rule; the values that it saw are pieces of the content."""
    query = select(SELECTION.c.item_id, SELECTION.c.flags).where(SELECTION.c.item_id.in_(ids))
    for key, flags in connection.execute(query).all():
        bare = [without_values(Flag.model_validate(f)).model_dump(mode="json") for f in flags]
        if bare != flags:
            is_it = SELECTION.c.item_id == key
            connection.execute(update(SELECTION).where(is_it).values(flags=bare))


def _delete(connection: Connection, table: Table, condition: ColumnElement[bool]) -> None:
    if _columns(connection, table):
        connection.execute(delete(table).where(condition))


def _blank(
    connection: Connection, table: Table, condition: ColumnElement[bool], values: Mapping[str, Any]
) -> None:
    here = _columns(connection, table)
    kept = {name: value for name, value in values.items() if name in here}
    if kept:
        connection.execute(update(table).where(condition).values(**kept))


def _columns(connection: Connection, table: Table) -> frozenset[str]:
    """The columns that a table has in this file; none where an earlier version lacks it."""
    rows = connection.exec_driver_sql(f"PRAGMA table_info({table.name})")
    return frozenset(row.name for row in rows)
