"""Taking in a batch of new items: what is known already, what is new, and all their rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, tuple_
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.incoming import AttachedFile
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.records import Attachment, Content, Item, Selection
from reviewer_app.domain.tags import tags_of
from reviewer_app.store import membership, projection, search, tags, unsent
from reviewer_app.store.facts import ITEM
from reviewer_app.store.rows import add_all, chunks, table_of
from reviewer_app.store.tables import (
    AttachmentChunkRow,
    AttachmentRow,
    ContentRow,
    ItemFieldRow,
    ItemRow,
    SelectionRow,
    SourceCursorRow,
)

CHUNK_BYTES = 1 << 20
"""Attachments are stored in pieces of this size."""

CURSOR = table_of(SourceCursorRow)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One new item with everything that is stored beside it."""

    item: Item
    content: Content
    selection: Selection
    entry: QueueEntry
    attachments: Sequence[tuple[Attachment, AttachedFile]] = ()
    fields: Mapping[str, float | str] = field(default_factory=dict)


def known(connection: Connection, ids: Iterable[UUID]) -> set[UUID]:
    """Which of these items are here already, in whatever revision."""
    found: set[UUID] = set()
    for chunk in chunks(list(ids)):
        found.update(connection.execute(select(ITEM.c.id).where(ITEM.c.id.in_(chunk))).scalars())
    return found


def revisions(connection: Connection, source: str, external_ids: Iterable[str]) -> dict[str, int]:
    """The newest revision of each external id of a source that has one."""
    found: dict[str, int] = {}
    for chunk in chunks(list(external_ids)):
        query = (
            select(ITEM.c.external_id, func.max(ITEM.c.revision))
            .where(ITEM.c.source == source, ITEM.c.external_id.in_(chunk))
            .group_by(ITEM.c.external_id)
        )
        found.update((external, top) for external, top in connection.execute(query))
    return found


def insert_arrivals(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    """Adds the items. Their search documents are indexed afterwards."""
    add_all(connection, ItemRow, [a.item for a in arrivals])
    add_all(connection, ContentRow, [a.content for a in arrivals])
    add_all(connection, SelectionRow, [a.selection for a in arrivals])
    projection.insert_entries(connection, [a.entry for a in arrivals])
    tags.insert_tags(connection, {a.item.id: tags_of(a.selection) for a in arrivals})
    search.add_documents(connection, [a.item.id for a in arrivals])
    _insert_fields(connection, arrivals)
    for arrival in arrivals:
        for attachment, file in arrival.attachments:
            _insert_attachment(connection, attachment, file.data)
    if arrivals and membership.joined(connection) is not None:
        unsent.note_items(connection, [a.item.id for a in arrivals], arrivals[0].item.pulled_at)


def predecessors(connection: Connection, revised: Iterable[tuple[str, str, int]]) -> list[UUID]:
    """The items that these revisions (source, external id, revision) take the place of."""
    found: list[UUID] = []
    key = tuple_(ITEM.c.source, ITEM.c.external_id, ITEM.c.revision)
    for chunk in chunks([(s, e, n - 1) for s, e, n in revised]):
        found += connection.execute(select(ITEM.c.id).where(key.in_(chunk))).scalars()
    return found


def attachments(connection: Connection, item_id: UUID) -> list[Attachment]:
    """What came with an item, in its order."""
    table = table_of(AttachmentRow)
    query = select(table).where(table.c.item_id == item_id).order_by(table.c.id)
    return [Attachment.model_validate(dict(r)) for r in connection.execute(query).mappings()]


def attachment_data(connection: Connection, attachment_id: UUID) -> bytes:
    """The bytes of an attachment."""
    table, pieces = table_of(AttachmentRow), table_of(AttachmentChunkRow)
    query = (
        select(pieces.c.data)
        .join(table, table.c.hash == pieces.c.hash)
        .where(table.c.id == attachment_id)
        .order_by(pieces.c.n)
    )
    return b"".join(connection.execute(query).scalars())


def attachment(connection: Connection, attachment_id: UUID) -> Attachment | None:
    """The attachment with this id."""
    table = table_of(AttachmentRow)
    row = connection.execute(select(table).where(table.c.id == attachment_id)).mappings().first()
    return Attachment.model_validate(dict(row)) if row else None


def has_data(connection: Connection, digest: str) -> bool:
    """Whether the bytes under a hash are here."""
    pieces = table_of(AttachmentChunkRow)
    return connection.execute(select(pieces.c.n).where(pieces.c.hash == digest)).first() is not None


def put_pieces(connection: Connection, digest: str, pieces: Sequence[bytes]) -> None:
    """Keeps the bytes under a hash."""
    rows = [{"hash": digest, "n": n, "data": piece} for n, piece in enumerate(pieces)]
    if rows:
        connection.execute(upsert(table_of(AttachmentChunkRow)).on_conflict_do_nothing(), rows)


def attachment_pieces(connection: Connection, digest: str) -> list[bytes]:
    """The pieces of the bytes under a hash, in order."""
    pieces = table_of(AttachmentChunkRow)
    query = select(pieces.c.data).where(pieces.c.hash == digest).order_by(pieces.c.n)
    return list(connection.execute(query).scalars())


def cursor(connection: Connection, source: str) -> str | None:
    """How far a configured source was read."""
    query = select(CURSOR.c.cursor).where(CURSOR.c.source == source)
    found: str | None = connection.execute(query).scalar_one_or_none()
    return found


def put_cursor(connection: Connection, source: str, value: str, at: datetime) -> None:
    """Moves a source's cursor, in the transaction of the rows that it stands for."""
    statement = upsert(CURSOR).values(source=source, cursor=value, at=at)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["source"], set_={"cursor": value, "at": at})
    )


def put_fields(connection: Connection, item_id: UUID, fields: Mapping[str, float | str]) -> None:
    """Keeps the searchable values of one item, as far as they are not here."""
    rows = _field_rows(item_id, fields)
    if rows:
        connection.execute(upsert(table_of(ItemFieldRow)).on_conflict_do_nothing(), rows)


def _insert_fields(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    rows = [row for a in arrivals for row in _field_rows(a.item.id, a.fields)]
    if rows:
        connection.execute(insert(table_of(ItemFieldRow)), rows)


def _field_rows(item_id: UUID, fields: Mapping[str, float | str]) -> list[dict[str, object]]:
    return [
        {
            "item_id": item_id,
            "key": key,
            "number": value if isinstance(value, float) else None,
            "text": value if isinstance(value, str) else None,
            "folded": value.casefold() if isinstance(value, str) else None,
        }
        for key, value in fields.items()
    ]


def _insert_attachment(connection: Connection, attachment: Attachment, data: bytes) -> None:
    add_all(connection, AttachmentRow, [attachment])
    pieces = [data[i : i + CHUNK_BYTES] for i in range(0, max(1, len(data)), CHUNK_BYTES)]
    rows = [{"hash": attachment.hash, "n": n, "data": piece} for n, piece in enumerate(pieces)]
    connection.execute(upsert(table_of(AttachmentChunkRow)).on_conflict_do_nothing(), rows)
