"""Reading what is known of items: their contents, selections, decisions and moves."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, func, select, tuple_
from sqlmodel import SQLModel

from reviewer_app.domain.fold import Facts
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
)
from reviewer_app.domain.resolution import Opinion, in_order
from reviewer_app.store import tables
from reviewer_app.store.holdings import erased
from reviewer_app.store.rows import all_of, chunks, table_of

ITEM = table_of(tables.ItemRow)
PERSON = table_of(tables.PersonRow)

About = TypeVar("About", Decline, Escalation, Assignment, Release)


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
    """Every decision on these items, in order, with its words and its person's name."""
    decisions = all_of(connection, tables.DecisionRow, Decision, "item_id", ids)
    keys = [d.id for d in decisions]
    texts = all_of(connection, tables.DecisionTextRow, DecisionText, "decision_id", keys)
    words = {t.decision_id: t for t in texts}
    names = _names(connection, {d.person_id for d in decisions})
    found: dict[UUID, list[Opinion]] = defaultdict(list)
    for decision in decisions:
        text = words.get(decision.id)
        found[decision.item_id].append(
            Opinion(
                decision,
                text.correction if text else None,
                text.comment if text else None,
                names[decision.person_id],
            )
        )
    return {item_id: in_order(made) for item_id, made in found.items()}


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
    return {
        item.id: Facts(
            judged.get(item.id, ()),
            declined[item.id],
            escalated[item.id],
            assigned[item.id],
            released[item.id],
            item.revision >= latest[item.source, item.external_id],
            item.id in gone,
        )
        for item in known
    }


def _about(
    connection: Connection, row: type[SQLModel], record: type[About], ids: list[UUID]
) -> dict[UUID, list[About]]:
    found: dict[UUID, list[About]] = defaultdict(list)
    for fact in all_of(connection, row, record, "item_id", ids):
        found[fact.item_id].append(fact)
    return found


def _names(connection: Connection, people: set[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for chunk in chunks(list(people)):
        query = select(PERSON.c.id, PERSON.c.name).where(PERSON.c.id.in_(chunk))
        found.update((row.id, row.name) for row in connection.execute(query))
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
