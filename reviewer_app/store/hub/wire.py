"""The calls of a round, one function each: what goes up, what comes down, in batches."""

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from pydantic import ValidationError

from reviewer_app.domain.records import (
    Attachment,
    Content,
    DecisionText,
    Gold,
    Item,
    JournalEntry,
    Person,
    Record,
    Selection,
)
from reviewer_app.store.unsent import Waiting

if TYPE_CHECKING:
    import psycopg

    Link = psycopg.Connection[Any]

log = logging.getLogger("reviewer.sync")

R = TypeVar("R", bound=Record)

ENTRY = (
    "device_id",
    "n",
    "kind",
    "fact_id",
    "body",
    "body_hash",
    "previous_hash",
    "hash",
    "signature",
    "key_id",
)


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the hub says at the beginning of a round."""

    hub_id: UUID
    protocol: int
    epoch: str
    now: datetime
    device_id: UUID
    person: Person
    head: tuple[int, str] | None
    histories: dict[UUID, int]
    public_key: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """A row of the feed: where it stands, and what it is about."""

    xid: int
    seq: int
    kind: str
    subject: UUID


@dataclass(frozen=True, slots=True)
class State:
    """What the hub folds of an item: whether it is in reach, and its decisions are open."""

    item_id: UUID
    within_reach: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Known:
    """All that this person may know of some items, without their contents."""

    items: Sequence[Item]
    selections: Sequence[Selection]
    attachments: Sequence[Attachment]
    entries: Sequence[JournalEntry]
    texts: Sequence[DecisionText]
    gold: Sequence[Gold]
    states: Sequence[State]


def hello(link: "Link", unsent: int, since: datetime | None) -> Greeting:
    """Greets the hub; it notes when this device was seen and how much it has not sent."""
    (said,) = _one(link, "SELECT hub.hello(%s, %s)", unsent, since)
    head = said["head"]
    return Greeting(
        hub_id=UUID(said["hub_id"]),
        protocol=said["protocol"],
        epoch=said["epoch"],
        now=datetime.fromisoformat(said["now"]),
        device_id=UUID(said["device_id"]),
        person=Person.model_validate(said["person"]),
        head=(head["n"], head["hash"]) if head else None,
        histories={UUID(key): n for key, n in said["histories"].items()},
        public_key=said["public_key"],
    )


def put_items(
    link: "Link", source: str, shipped: Sequence[Waiting], cursor: str | None = None
) -> dict[UUID, tuple[int, str]]:
    """Sends items of one source; gives each one's revision on the hub and what became of it."""
    listed = [
        json.dumps(
            {
                "item": one.item.model_dump(mode="json"),
                "selection": one.selection.model_dump(mode="json"),
                "attachments": [a.model_dump(mode="json") for a in one.attachments],
                "gold": one.gold.model_dump(mode="json") if one.gold else None,
            }
        )
        for one in shipped
    ]
    contents = [one.content for one in shipped]
    rows = link.execute(
        "SELECT * FROM hub.put_items(%s, %s::json[], %s::text[], %s::text[], %s::text[], "
        "%s::text[], %s)",
        (
            source,
            listed,
            [c.input for c in contents],
            [c.output for c in contents],
            [c.meta for c in contents],
            [c.trace for c in contents],
            cursor,
        ),
    )
    return {item_id: (revision, outcome) for item_id, revision, outcome in rows}


def put_facts(
    link: "Link", entries: Sequence[JournalEntry], texts: dict[UUID, DecisionText]
) -> list[tuple[UUID, str]]:
    """Sends entries of one device's chain, in order; gives what became of each."""
    said = [texts.get(entry.fact_id) for entry in entries]
    columns = [[getattr(entry, name) for entry in entries] for name in ENTRY[1:]]
    rows = link.execute(
        "SELECT * FROM hub.put_facts(%s, %s::integer[], %s::text[], %s::uuid[], %s::text[], "
        "%s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[])",
        (
            entries[0].device_id,
            *columns,
            [t.correction if t else None for t in said],
            [t.comment if t else None for t in said],
        ),
    )
    return [(fact, outcome) for fact, outcome in rows]


def news(link: "Link", xid: int, seq: int, most: int) -> list[News]:
    """The rows of the feed after a place, as far as no earlier one can still appear."""
    rows = link.execute(
        "SELECT xid::text, seq, kind, subject FROM hub.news(%s::text::xid8, %s, %s)",
        (str(xid), seq, most),
    )
    return [News(int(at), n, kind, subject) for at, n, kind, subject in rows]


def horizon(link: "Link") -> int:
    """Where the feed stands: whatever is visible now lies before it."""
    (at,) = _one(link, "SELECT hub.horizon()::text")
    return int(at)


def has_read(link: "Link", xid: int, seq: int, subject: UUID) -> bool:
    """Whether the row that was read last is still there."""
    (there,) = _one(link, "SELECT hub.has_read(%s::text::xid8, %s, %s)", str(xid), seq, subject)
    return bool(there)


def reach_after(link: "Link", after: UUID | None, most: int) -> list[UUID]:
    """The items in reach, or decided by this person, after one in the order of ids."""
    rows = link.execute("SELECT item_id FROM hub.reach_after(%s, %s)", (after, most))
    return [key for (key,) in rows]


def known(link: "Link", ids: Sequence[UUID]) -> Known:
    """All that this person may know of these items now, in one state of the hub."""
    with link.transaction():
        link.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        entries = entries_on(link, ids)
        facts = [e.fact_id for e in entries if e.kind == "decision"]
        return Known(
            items=_records(link, Item, "hub.item", "id", ids),
            selections=_records(link, Selection, "hub.selection", "item_id", ids),
            attachments=_records(link, Attachment, "hub.attachment", "item_id", ids),
            entries=entries,
            texts=texts_of(link, facts),
            gold=_valid(Gold, link.execute("SELECT * FROM hub.gold_of(%s)", (list(ids),))),
            states=[
                State(*row) for row in link.execute("SELECT * FROM hub.states(%s)", (list(ids),))
            ],
        )


def entries_on(link: "Link", items: Sequence[UUID]) -> list[JournalEntry]:
    """The entries about these items, as far as they may be seen."""
    rows = link.execute("SELECT * FROM hub.entries_about(%s, true)", (list(items),))
    return [_entry(row) for row in rows]


def entries_of(link: "Link", facts: Sequence[UUID]) -> list[JournalEntry]:
    """The entries that chain these facts, as far as they may be seen."""
    rows = link.execute("SELECT * FROM hub.entries_about(%s, false)", (list(facts),))
    return [_entry(row) for row in rows]


def team_facts(link: "Link") -> list[UUID]:
    """The facts that are about no item: policy versions and changes of mode."""
    rows = link.execute(
        "SELECT id FROM hub.policy_version UNION ALL SELECT id FROM hub.mode_change"
    )
    return [key for (key,) in rows]


def own_entries(link: "Link", device_id: UUID, after: int, most: int) -> list[JournalEntry]:
    """The entries of a device of this person's that follow one."""
    rows = link.execute("SELECT * FROM hub.own_entries(%s, %s, %s)", (device_id, after, most))
    return [_entry(row) for row in rows]


def texts_of(link: "Link", decisions: Sequence[UUID]) -> list[DecisionText]:
    """The words of decisions, as far as they may be seen."""
    rows = link.execute("SELECT * FROM hub.texts_of(%s)", (list(decisions),))
    return _valid(DecisionText, rows)


def contents(link: "Link", ids: Sequence[UUID], head: int = 0) -> list[Content]:
    """The contents of items in reach: whole, or the heads of their outputs."""
    rows = link.execute("SELECT * FROM hub.contents(%s, %s)", (list(ids), head))
    return [
        Content(item_id=key, input=asked, output=output, meta=meta, trace=trace, truncated=cut)
        for key, asked, output, meta, trace, cut in rows
    ]


def sizes(link: "Link", ids: Sequence[UUID]) -> dict[UUID, int]:
    """How large the contents of items in reach are, in bytes."""
    return dict(iter(link.execute("SELECT * FROM hub.sizes(%s)", (list(ids),))))


def tally(link: "Link") -> tuple[dict[str, int], bool]:
    """How many items are in reach and facts about them visible, by kind; whether all is settled."""
    (said,) = _one(link, "SELECT hub.tally()")
    return {kind: n for kind, n in (said["counts"] or {}).items() if n}, bool(said["is_settled"])


def stalls(link: "Link") -> list[tuple[str, float]]:
    """Who holds up every exchange, and for how many seconds."""
    return [(login, seconds) for login, seconds in link.execute("SELECT * FROM hub.stalls()")]


def _records(
    link: "Link", record: type[R], table: str, column: str, ids: Iterable[UUID]
) -> list[R]:
    columns = ", ".join(f'"{name}"' for name in record.model_fields)
    rows = link.execute(f"SELECT {columns} FROM {table} WHERE {column} = ANY (%s)", (list(ids),))
    return _valid(record, rows)


def _valid(record: type[R], rows: Iterable[Sequence[Any]]) -> list[R]:
    """The records that rows are; what is none is left out, so that one does not stop a round."""
    found: list[R] = []
    for row in rows:
        try:
            found.append(record(**dict(zip(record.model_fields, row, strict=True))))
        except ValidationError as error:
            log.warning(
                "a %s of the hub was left out: %d faults", record.__name__, len(error.errors())
            )
    return found


def _entry(row: Sequence[Any]) -> JournalEntry:
    return JournalEntry(**dict(zip(ENTRY, row, strict=True)))


def _one(link: "Link", statement: str, *values: Any) -> tuple[Any, ...]:  # noqa: ANN401 - the driver's
    row = link.execute(statement, values).fetchone()
    return row if row is not None else (None,)
