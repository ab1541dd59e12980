"""The conditions of a search as SQL on the queue's table, each with a way to find its items."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    exists,
    false,
    func,
    or_,
    select,
    type_coerce,
)

from reviewer_app.domain.search.conditions import (
    Absent,
    Between,
    By,
    Condition,
    Text,
)
from reviewer_app.domain.search.keys import OPEN
from reviewer_app.domain.tags import TagKind
from reviewer_app.domain.vocabulary import Risk
from reviewer_app.store import covered, people, producers, tags
from reviewer_app.store.comparisons import (
    begins,
    field_text,
    fits,
    one_of,
    same_text,
    within,
)
from reviewer_app.store.facts import ITEM
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import AttachmentRow, DraftRow, ItemFieldRow

FIELD = table_of(ItemFieldRow)
ATTACHMENT = table_of(AttachmentRow)
DRAFT = table_of(DraftRow)

_SHORTEST_ID = 4
"""Characters of an item's own id that tell it apart well enough to be looked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A condition on an entry; `ids` are the items that fulfil it, where an index has them."""

    holds: ColumnElement[bool]
    ids: Select[Any] | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, on which connection."""

    connection: Connection
    me: UUID | None


Compile = Callable[[Asker, Condition], Part]


def part_of(asker: Asker, condition: Condition) -> Part:
    """A condition of a search, compiled."""
    compile_ = _field if condition.is_field else _COMPILED[condition.key]
    part = compile_(asker, condition)
    if not condition.is_negated:
        return part
    return Part(func.coalesce(part.holds, false()) == false())  # unknown is not fulfilled


def _producer(asker: Asker, condition: Condition) -> Part:
    """A workflow, step, agent or model: the names there are that fit, whatever their case."""
    name = {"model": "model_version"}.get(condition.key, condition.key)
    place = producers.COLUMNS.index(name)
    known = producers.producers(asker.connection)
    fitting = [row for row in known if any(fits(row[place], v) for v in condition.values)]
    holds = one_of(ENTRY.c[name], {row[place] for row in fitting})
    makers = sorted({row[:3] for row in fitting})
    if not makers or len(makers) > _MAKERS_AT_MOST:
        return Part(holds)
    columns = (ENTRY.c.workflow, ENTRY.c.step, ENTRY.c.agent)
    made = or_(*(and_(*(c == v for c, v in zip(columns, m, strict=True))) for m in makers))
    return Part(holds, select(ENTRY.c.item_id).where(made, holds))


_MAKERS_AT_MOST = 40
"""Combinations up to which an index is asked for each of them."""


def _place_name(_asker: Asker, condition: Condition) -> Part:
    """A source or a pool."""
    return Part(same_text(ENTRY.c[condition.key], condition.values))


def _tagged(kind: TagKind) -> Compile:
    """A rule or an error type: the names there are that fit, whatever their case."""

    def compile_(asker: Asker, condition: Condition) -> Part:
        known = tags.names(asker.connection, kind)
        fitting = [n for n in known if any(fits(n, v) for v in condition.values)]
        return _tags(asker, kind, fitting)

    return compile_


def _tags(asker: Asker, kind: TagKind, names: Sequence[str]) -> Part:
    """Items with one of these tags; what is covered is found by one's own decision alone."""
    if not names:
        return Part(false())
    tag = tags.TAG
    wanted = (tag.c.kind == kind, one_of(tag.c.name, names))
    holds = exists().where(tag.c.item_id == ENTRY.c.item_id, *wanted)
    found = select(tag.c.item_id).where(*wanted)
    what = covered.left(kind, names)
    if what is None:
        return Part(holds, found)
    here = covered.may_be_found(ENTRY.c.item_id, asker.me, what)
    there = covered.may_be_found(tag.c.item_id, asker.me, what)
    return Part(and_(holds, here), found.where(there))


def _has(asker: Asker, condition: Condition) -> Part:
    words = {value.text for value in condition.values if isinstance(value, Text)}
    tables = {"attachment": ATTACHMENT, "draft": DRAFT}
    found = [
        Part(exists().where(tables[w].c.item_id == ENTRY.c.item_id), select(tables[w].c.item_id))
        for w in sorted(words & tables.keys())
    ]
    left = sorted(words - tables.keys())
    found += [_tags(asker, TagKind.HAS, left)] if left else []
    if len(found) == 1:
        return found[0]
    return Part(or_(*(part.holds for part in found)))


def _risk(_asker: Asker, condition: Condition) -> Part:
    ranks = {Risk.CRITICAL.rank - Risk(word).rank for word in _words(condition)}
    return Part(one_of(ENTRY.c.risk_rank, ranks))


def _status(_asker: Asker, condition: Condition) -> Part:
    words = set(_words(condition))
    named = [one_of(ENTRY.c.status, words - {OPEN})] if words - {OPEN} else []
    return Part(or_(*named, *([ENTRY.c.is_open == 1] if OPEN in words else [])))


def _word(column: Column[Any]) -> Compile:
    """A column that holds one of a few words, or nothing."""

    def compile_(_asker: Asker, condition: Condition) -> Part:
        absent = [column.is_(None)] if Absent() in condition.values else []
        words = _words(condition)
        return Part(or_(*absent, *([one_of(column, words)] if words else [])))

    return compile_


def _measured(column: Column[Any]) -> Compile:
    """A column that holds a number or a time, or nothing."""

    def compile_(_asker: Asker, condition: Condition) -> Part:
        return Part(or_(*(within(column, value) for value in condition.values)))

    return compile_


def _assignee(asker: Asker, condition: Condition) -> Part:
    people_meant = [_ids(asker, value) for value in condition.values if isinstance(value, By)]
    holds = ENTRY.c.assignee.in_(sorted(set().union(*people_meant)))
    if Absent() in condition.values:
        return Part(or_(ENTRY.c.assignee.is_(None), holds))
    return Part(holds, select(ENTRY.c.item_id).where(holds))


def _decided(asker: Asker, condition: Condition) -> Part:
    """When an item was decided, or by whom: anybody whose decision was not taken back."""
    parts: list[Part] = []
    for value in condition.values:
        match value:
            case By():
                parts.append(_decided_by(asker, _ids(asker, value)))
            case Absent():
                parts.append(Part(ENTRY.c.decided_by.is_(None)))
            case _:
                seen = covered.may_be_found(ENTRY.c.item_id, asker.me)
                parts.append(Part(and_(within(ENTRY.c.decided_at, value), seen)))
    return parts[0] if len(parts) == 1 else Part(or_(*(part.holds for part in parts)))


def _decided_by(asker: Asker, ids: set[UUID]) -> Part:
    """Items that one of these people decided; of covered ones those that the asker did."""
    holds, found = people.deciding(ids)
    if ids <= {asker.me}:
        return Part(holds, found)
    mine = {asker.me} & ids if asker.me else set()
    own = people.deciding(mine)[0] if mine else false()
    return Part(and_(holds, or_(~covered.is_covered(ENTRY.c.item_id), own)))


def _id(_asker: Asker, condition: Condition) -> Part:
    """The source's own id, or the item's, whole or its beginning."""
    texts = [value for value in condition.values if isinstance(value, Text)]
    own = or_(*(_id_like(ITEM.c.external_id, ITEM.c.id, value) for value in texts))
    listed = or_(*(_id_like(ENTRY.c.external_id, ENTRY.c.item_id, value) for value in texts))
    return Part(listed, select(ITEM.c.id).where(own))


def _id_like(external: Column[Any], own: Column[Any], value: Text) -> ColumnElement[bool]:
    spelt = {value.text, value.text.upper(), value.text.lower()}
    found: list[ColumnElement[bool]] = [
        *(begins(external, text) for text in sorted(spelt) if value.is_prefix),
        *([] if value.is_prefix else [one_of(external, spelt)]),
    ]
    digits = value.text.replace("-", "").lower()
    if len(digits) >= _SHORTEST_ID and set(digits) <= set("0123456789abcdef"):
        found.append(begins(type_coerce(own, String), digits))
    return or_(*found)


def _field(_asker: Asker, condition: Condition) -> Part:
    """A field of the metadata, by the values that were kept at intake."""
    valued = [
        within(FIELD.c.number, value) if isinstance(value, Between) else field_text(FIELD, value)
        for value in condition.values
        if not isinstance(value, Absent)
    ]
    named = FIELD.c.key == condition.key
    here = FIELD.c.item_id == ENTRY.c.item_id
    held = [exists().where(here, named, or_(*valued))] if valued else []
    if Absent() in condition.values:
        return Part(or_(~exists().where(here, named), *held))
    return Part(held[0], select(FIELD.c.item_id).where(named, or_(*valued)))


def _words(condition: Condition) -> list[str]:
    return [value.text for value in condition.values if isinstance(value, Text)]


def _ids(asker: Asker, value: By) -> set[UUID]:
    return people.named(asker.connection, value.name, asker.me)


_COMPILED: Mapping[str, Compile] = {
    **dict.fromkeys(("workflow", "step", "agent", "model"), _producer),
    **dict.fromkeys(("source", "pool"), _place_name),
    "rule": _tagged(TagKind.RULE),
    "error": _tagged(TagKind.ERROR),
    "has": _has,
    "risk": _risk,
    "status": _status,
    "verdict": _word(ENTRY.c.verdict),
    "selected": _word(ENTRY.c.selected_by),
    "confidence": _measured(ENTRY.c.confidence),
    "due": _measured(ENTRY.c.due_at),
    "pulled": _measured(ENTRY.c.pulled_at),
    "decided": _decided,
    "assignee": _assignee,
    "id": _id,
}
