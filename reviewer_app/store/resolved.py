"""Resolved items with everything a label is made of, in pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, exists, func, select, tuple_

from reviewer_app.domain.fold import terms_of
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.labels import Judged, selected_by
from reviewer_app.domain.resolution import resolution_of
from reviewer_app.domain.tags import TagKind
from reviewer_app.domain.vocabulary import Origin, Risk, Status, Verdict
from reviewer_app.store import facts, gold, policies
from reviewer_app.store.policies import POLICY
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.tags import TAG

PAGE = 400
DECIDED = (Status.RESOLVED, Status.SUPERSEDED)
"""Where a label can come from: what was resolved, be it newest or not."""


@dataclass(frozen=True, slots=True)
class LabelFilter:
    """Which labels are meant. Empty fields do not restrict."""

    workflow: str | None = None
    step: str | None = None
    agent: str | None = None
    source: str | None = None
    verdict: Verdict | None = None
    since: datetime | None = None
    until: datetime | None = None
    risk: Risk | None = None
    selected_by: str | None = None
    origin: Origin | None = None
    error_type: str | None = None
    reviewer: str | None = None

    def takes(self, judged: Judged) -> bool:
        """Whether the label is meant, by what can be known of it only once it is made.

        `since` and what the queue says of an item are asked of the database; which decisions an
        outcome rests on follows from all of them.
        """
        opinions = judged.resolution.opinions
        decisions = [o.decision for o in opinions]
        asked = (
            (self.selected_by, {selected_by(judged)}),
            (self.origin, {d.origin for d in decisions}),
            (self.error_type, {name for d in decisions for name in d.error_types}),
            (self.reviewer, {o.person for o in opinions}),
        )
        return all(value is None or value in found for value, found in asked)


def count(connection: Connection, wanted: LabelFilter) -> int:
    """How many labels there are, or some more where only the labels themselves can tell."""
    query = select(func.count()).select_from(ENTRY).where(*_conditions(wanted))
    return int(connection.execute(query).scalar_one())


def pages(connection: Connection, wanted: LabelFilter) -> Iterator[list[Judged]]:
    """Every resolved item, in pages, in the order of the queue."""
    named = policies.names(connection)
    key, after = (ENTRY.c.status, ENTRY.c.priority, ENTRY.c.item_id), None
    while True:
        query = select(*key).where(*_conditions(wanted)).order_by(*key).limit(PAGE)
        if after is not None:
            query = query.where(tuple_(*key) > after)
        rows = connection.execute(query).all()
        if not rows:
            return
        yield list(_judged(connection, [row.item_id for row in rows], named))
        after = tuple(rows[-1])


def judged(connection: Connection, ids: Sequence[UUID]) -> list[Judged]:
    """These items with everything a label is made of."""
    return list(_judged(connection, ids, policies.names(connection)))


def policy_digests(connection: Connection) -> dict[tuple[int, str], list[str]]:
    """The SHA-256 of the text of every policy version, by its number and name.

    One from before joining a team may have the number and name of another.
    """
    found: dict[tuple[int, str], list[str]] = {}
    query = select(POLICY.c.number, POLICY.c.name, POLICY.c.text).order_by(POLICY.c.number)
    for row in connection.execute(query):
        found.setdefault((row.number, row.name), []).append(digest_of(row.text))
    return found


def _judged(
    connection: Connection, ids: Sequence[UUID], named: dict[UUID, tuple[int, str]]
) -> Iterator[Judged]:
    items = facts.items(connection, ids)
    contents = facts.contents(connection, ids)
    selections = facts.selections(connection, ids)
    opinions = facts.opinions(connection, ids)
    for key in ids:
        selection, content = selections[key], contents.get(key)
        if content is not None and content.truncated:
            content = None
        output = content.output if content else None
        outcome = resolution_of(opinions.get(key, ()), output, terms_of(selection))
        version = selection.policy_version_id
        number, name = named.get(version, (None, None)) if version else (None, None)
        yield Judged(items[key], content, selection, outcome, number, name)


def _conditions(wanted: LabelFilter) -> list[ColumnElement[bool]]:
    equal: list[tuple[Any, Any]] = [
        (ENTRY.c.workflow, wanted.workflow),
        (ENTRY.c.step, wanted.step),
        (ENTRY.c.agent, wanted.agent),
        (ENTRY.c.source, wanted.source),
        (ENTRY.c.verdict, wanted.verdict),
        (ENTRY.c.risk, wanted.risk),
    ]
    found: list[ColumnElement[bool]] = [ENTRY.c.status.in_(DECIDED), ENTRY.c.verdict.is_not(None)]
    found.append(~gold.is_gold(ENTRY.c.item_id))
    found += [column == value for column, value in equal if value is not None]
    if wanted.since is not None:
        found.append(ENTRY.c.decided_at >= wanted.since)
    if wanted.until is not None:
        found.append(ENTRY.c.decided_at < wanted.until)
    if wanted.error_type is not None:
        found.append(_has_error(wanted.error_type))
    return found


def _has_error(name: str) -> ColumnElement[bool]:
    """Whether anybody found this error in the item."""
    return exists().where(
        TAG.c.item_id == ENTRY.c.item_id, TAG.c.kind == TagKind.ERROR, TAG.c.name == name
    )
