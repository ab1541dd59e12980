"""From validated records to stored items: identity, judgement, revision."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

import orjson

from reviewer_app.domain import identity
from reviewer_app.domain.fold import entry_of
from reviewer_app.domain.incoming import AttachedFile, Incoming
from reviewer_app.domain.records import Attachment, Content, Item
from reviewer_app.domain.vocabulary import Disposition
from reviewer_app.policy.engine import Engine
from reviewer_app.store import arrivals
from reviewer_app.store.arrivals import Arrival
from reviewer_app.store.store import Store
from reviewer_app.store.transaction import Transaction

UNNAMED_STEP = "output"
"""The step of records that name none."""


@dataclass
class Taken:
    """What became of a batch of records.

    `ids` has each record's item, in order; `arrived` what was stored of them.
    """

    new: int = 0
    unchanged: int = 0
    revised: int = 0
    flagged: int = 0
    sampled: int = 0
    released: int = 0
    ids: list[UUID] = field(default_factory=list)
    arrived: Sequence[Arrival] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A batch with ids and judgements: what is left to do needs the write lock."""

    ids: Sequence[UUID]
    fresh: Sequence[Arrival]


def prepare(store: Store, source: str, records: Sequence[Incoming], engine: Engine) -> Prepared:
    """Gives each record its id and judges those that are not known yet."""
    named = [_identify(source, record) for record in records]
    ids = [item_id for item_id, _, _, _ in named]
    with store.reading() as connection:
        known = arrivals.known(connection, set(ids))
    fresh: dict[UUID, Arrival] = {}
    now = store.now()
    for record, (item_id, content, workflow, step) in zip(records, named, strict=True):
        if item_id in known or item_id in fresh:
            continue
        place = replace(record, workflow=workflow, step=step)
        fresh[item_id] = arrival_of(source, place, (item_id, content), engine, now)
    return Prepared(ids, list(fresh.values()))


def take_in(transaction: Transaction, source: str, prepared: Prepared) -> Taken:
    """Stores what is new. A content that any revision had already changes nothing."""
    connection = transaction.connection
    since = arrivals.known(connection, (a.item.id for a in prepared.fresh))
    fresh = [a for a in prepared.fresh if a.item.id not in since]
    tops = arrivals.revisions(connection, source, {a.item.external_id for a in fresh})
    numbered: list[Arrival] = []
    for arrival in fresh:
        revision = tops.get(arrival.item.external_id, 0) + 1
        tops[arrival.item.external_id] = revision
        numbered.append(_revised(arrival, revision))
    arrivals.insert_arrivals(connection, numbered)
    revised = [a.item for a in numbered if a.item.revision > 1]
    replaced = arrivals.predecessors(
        connection, [(i.source, i.external_id, i.revision) for i in revised]
    )
    if numbered:
        transaction.touch("item", replaced)
    return _counted(prepared, numbered)


def _counted(prepared: Prepared, numbered: Sequence[Arrival]) -> Taken:
    revised = sum(a.item.revision > 1 for a in numbered)
    return Taken(
        new=len(numbered) - revised,
        unchanged=len(prepared.ids) - len(numbered),
        revised=revised,
        flagged=sum(bool(a.selection.flags) for a in numbered),
        sampled=sum(a.selection.sampled for a in numbered),
        released=sum(a.selection.disposition is Disposition.RELEASE for a in numbered),
        ids=list(prepared.ids),
        arrived=numbered,
    )


def _identify(source: str, record: Incoming) -> tuple[UUID, str, str, str]:
    """The record's item id, content hash, workflow and step."""
    workflow, step = record.workflow or source, record.step or UNNAMED_STEP
    content = identity.content_hash(record, workflow, step)
    external_id = record.external_id or content
    return identity.item_id(source, external_id, content), content, workflow, step


def arrival_of(
    source: str, record: Incoming, key: tuple[UUID, str], engine: Engine, now: datetime
) -> Arrival:
    """A record that has its item's id and content hash, judged and ready to be stored."""
    item_id, content_hash = key
    item = Item(
        id=item_id,
        source=source,
        external_id=record.external_id or content_hash,
        revision=1,
        workflow=record.workflow,
        step=record.step,
        agent=record.agent,
        model_version=record.model_version,
        created_at=record.created_at,
        pulled_at=now,
        output_type=record.output_type,
        confidence=record.confidence,
        content_hash=content_hash,
        place=record.place,
    )
    content = Content(
        item_id=item_id,
        input=record.input,
        output=record.output,
        meta=record.meta,
        trace=record.trace,
    )
    selection = engine.judge(item, content)
    return Arrival(
        item,
        content,
        selection,
        entry_of(item, record.output, selection),
        list(_attached(item_id, record)),
        searchable(record.meta, engine.policy.search_fields),
    )


def _revised(arrival: Arrival, revision: int) -> Arrival:
    if revision == 1:
        return arrival
    return replace(arrival, item=arrival.item.model_copy(update={"revision": revision}))


def _attached(item_id: UUID, record: Incoming) -> Iterable[tuple[Attachment, AttachedFile]]:
    for n, file in enumerate(record.attachments):
        digest = hashlib.sha256(file.data).hexdigest()
        yield (
            Attachment(
                id=identity.hashed_id(str(item_id), str(n), file.name, digest),
                item_id=item_id,
                name=file.name,
                media_type=file.media_type,
                size=len(file.data),
                hash=digest,
            ),
            file,
        )


def searchable(meta: str, keys: Sequence[str]) -> dict[str, float | str]:
    """The metadata values that the policy declares searchable."""
    if not keys:
        return {}
    values = orjson.loads(meta)
    found: dict[str, float | str] = {}
    for key in keys:
        value = values.get(key)
        if isinstance(value, bool) or value is None:
            continue
        found[key] = float(value) if isinstance(value, int | float) else str(value)
    return found
