"""Reading what is known of items: their contents, selections, decisions and moves."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, FromClause, and_, exists, func, select, tuple_
from sqlmodel import SQLModel

from reviewer_app.domain.fold import Facts, heir_of
from reviewer_app.domain.records import (
    Assignment,
    Content,
    Decision,
    DecisionText,
    Decline,
    Escalation,
    Item,
    Release,
    Selection,
    Unblinding,
)
from reviewer_app.domain.resolution import Opinion, in_order
from reviewer_app.store import tables
from reviewer_app.store.holdings import erased
from reviewer_app.store.rows import all_of, chunks, table_of

ITEM = table_of(tables.ItemRow)
ASSIGNMENT = table_of(tables.AssignmentRow)
PERSON = table_of(tables.PersonRow)
UNTAKEN = table_of(tables.HubRefusalRow)
OUTBOX = table_of(tables.OutboxRow)

About = TypeVar("About", Decline, Escalation, Assignment, Release, Unblinding)


def items(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Item]:
    """The items with these ids."""
    return {i.id: i for i in all_of(connection, tables.ItemRow, Item, "id", ids)}


def contents(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Content]:
    """The contents of these items."""
    found = all_of(connection, tables.ContentRow, Content, "item_id", ids)
    return {c.item_id: c for c in found}


def selections(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Selection]:
    """The selections of these items."""
    found = all_of(connection, tables.SelectionRow, Selection, "item_id", ids)
    return {s.item_id: s for s in found}


def opinions(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, list[Opinion]]:
    """Every decision on these items, in order, with its words and its author."""
    decisions = all_of(connection, tables.DecisionRow, Decision, "item_id", ids)
    keys = [d.id for d in decisions]
    texts = all_of(connection, tables.DecisionTextRow, DecisionText, "decision_id", keys)
    words = {t.decision_id: t for t in texts}
    people = _people(connection, {d.person_id for d in decisions})
    found: dict[UUID, list[Opinion]] = defaultdict(list)
    untaken = _untaken(connection) if decisions else frozenset()
    for decision in (d for d in decisions if d.id not in untaken):
        text = words.get(decision.id)
        author = people[decision.person_id]
        found[decision.item_id].append(
            Opinion(
                decision,
                text.correction if text else None,
                text.comment if text else None,
                author.name,
                author.same_as,
            )
        )
    return {item_id: in_order(made) for item_id, made in found.items()}


def escalations(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[Escalation]]:
    """To whom these items were handed on."""
    return _about(connection, tables.EscalationRow, Escalation, list(ids))


def assignments(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[Assignment]]:
    """Who was given these items."""
    return _about(connection, tables.AssignmentRow, Assignment, list(ids))


def facts(connection: Connection, known: Sequence[Item]) -> dict[UUID, Facts]:
    """All that is known of these items beside their selection."""
    ids = [item.id for item in known]
    judged = opinions(connection, ids)
    declined = _about(connection, tables.DeclineRow, Decline, ids)
    escalated = _about(connection, tables.EscalationRow, Escalation, ids)
    assigned = _about(connection, tables.AssignmentRow, Assignment, ids)
    released = _about(connection, tables.ReleaseRow, Release, ids)
    latest = _latest_revisions(connection, known)
    gone = erased(connection, ids)
    heirs = _heirs(connection, known)
    return {
        item.id: Facts(
            judged.get(item.id, ()),
            declined[item.id],
            escalated[item.id],
            assigned[item.id],
            released[item.id],
            item.revision >= latest[item.source, item.external_id],
            item.id in gone,
            heirs.get(item.id),
        )
        for item in known
    }


def later_revisions(connection: Connection, ids: Sequence[UUID]) -> list[UUID]:
    """The later revisions of these items, where an earlier one was ever assigned to somebody."""
    later, earlier = ITEM.alias(), ITEM.alias()
    assigned = (
        select(ASSIGNMENT.c.id)
        .join(earlier, earlier.c.id == ASSIGNMENT.c.item_id)
        .where(_is_before(earlier, later))
        .exists()
    )
    found: set[UUID] = set()
    for chunk in chunks(ids):
        query = (
            select(later.c.id)
            .select_from(ITEM)
            .join(later, _is_before(ITEM, later))
            .where(ITEM.c.id.in_(chunk), assigned)
        )
        found.update(connection.execute(query).scalars())
    return sorted(found - set(ids))


def _heirs(connection: Connection, known: Sequence[Item]) -> dict[UUID, UUID]:
    """Who has each of these items from its earlier revisions."""
    earlier = ITEM.alias()
    moves: dict[UUID, list[tuple[int, Assignment | Decline]]] = defaultdict(list)
    places: dict[UUID, list[tuple[UUID, int]]] = defaultdict(list)
    for chunk in chunks([item.id for item in known if item.revision > 1]):
        query = (
            select(ITEM.c.id, earlier.c.id, earlier.c.revision)
            .select_from(ITEM)
            .join(earlier, _is_before(earlier, ITEM))
            .where(ITEM.c.id.in_(chunk))
        )
        for key, before, revision in connection.execute(query):
            places[before].append((key, revision))
    assigned = all_of(connection, tables.AssignmentRow, Assignment, "item_id", places)
    if not assigned:
        return {}
    declined = all_of(connection, tables.DeclineRow, Decline, "item_id", places)
    made: list[Assignment | Decline] = [*assigned, *declined]
    for move in made:
        for key, revision in places[move.item_id]:
            moves[key].append((revision, move))
    found = {key: heir_of(handled) for key, handled in moves.items()}
    return {key: heir for key, heir in found.items() if heir is not None}


def _is_before(earlier: FromClause, later: FromClause) -> ColumnElement[bool]:
    """Whether one is an earlier revision of the other."""
    return and_(
        earlier.c.source == later.c.source,
        earlier.c.external_id == later.c.external_id,
        earlier.c.revision < later.c.revision,
    )


def looked(connection: Connection, ids: Sequence[UUID], person_id: UUID) -> frozenset[UUID]:
    """Those of these items at whose covered decisions this person has looked."""
    found = _about(connection, tables.UnblindingRow, Unblinding, list(ids))
    return frozenset(
        item_id for item_id, made in found.items() if any(u.person_id == person_id for u in made)
    )


def _about(
    connection: Connection, row: type[SQLModel], record: type[About], ids: list[UUID]
) -> dict[UUID, list[About]]:
    found: dict[UUID, list[About]] = defaultdict(list)
    made = all_of(connection, row, record, "item_id", ids)
    untaken = _untaken(connection) if made else frozenset()
    for fact in made:
        if fact.id not in untaken:
            found[fact.item_id].append(fact)
    return found


def _untaken(connection: Connection) -> frozenset[UUID]:
    """The facts that a team's hub did not take: they count for nothing. Hardly ever any.

    What is about an item that never went to the hub is this machine's own affair, and counts here.
    """
    stays = exists().where(OUTBOX.c.fact_id == UNTAKEN.c.item_id, OUTBOX.c.destination == "nowhere")
    return frozenset(connection.execute(select(UNTAKEN.c.fact_id).where(~stays)).scalars())


@dataclass(frozen=True, slots=True)
class _Author:
    """Who decided under an id: the name that they have now, and their own id if it is another."""

    name: str
    same_as: UUID | None = None


def _people(connection: Connection, ids: set[UUID]) -> dict[UUID, _Author]:
    """Who decided under these ids, some of which somebody had before joining a team."""
    named = _named(connection, ids)
    selves = {one.same_as for one in named.values() if one.same_as} - named.keys()
    known = {**_named(connection, selves), **named} if selves else named
    found: dict[UUID, _Author] = {}
    for key, one in named.items():
        itself = known.get(one.same_as) if one.same_as else None
        found[key] = replace(one, name=itself.name) if itself else one
    return found


def _named(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, _Author]:
    found: dict[UUID, _Author] = {}
    for chunk in chunks(list(ids)):
        query = select(PERSON.c.id, PERSON.c.name, PERSON.c.same_as).where(PERSON.c.id.in_(chunk))
        rows = connection.execute(query)
        found.update((row.id, _Author(row.name, row.same_as)) for row in rows)
    return found


def _latest_revisions(connection: Connection, known: Sequence[Item]) -> dict[tuple[str, str], int]:
    """The newest revision under each item's external id."""
    found: dict[tuple[str, str], int] = {}
    key = tuple_(ITEM.c.source, ITEM.c.external_id)
    for chunk in chunks(list({(i.source, i.external_id) for i in known})):
        query = (
            select(ITEM.c.source, ITEM.c.external_id, func.max(ITEM.c.revision))
            .where(key.in_(chunk))
            .group_by(ITEM.c.source, ITEM.c.external_id)
        )
        found.update(
            ((source, external), top) for source, external, top in connection.execute(query)
        )
    return found
