"""A question to the queue, compiled: what must hold, and the way to it that is the shortest."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Select, func, or_, select, true
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.search_text import Expression, expression_of
from reviewer_app.domain.vocabulary import OPEN_STATUSES
from reviewer_app.store import people, reach, search
from reviewer_app.store.conditions import Asker, Part, part_of
from reviewer_app.store.projection import ENTRY

RARE = 2_000
"""Up to so many items are found first and sorted then; of more, an order's index is followed."""

_UNINDEXED: custom_op[Any] = custom_op("+")
"""SQLite's own sign that no index is to be chosen by a condition."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, compiled.

    Attributes:
        frame: what an index is followed by: the few items that were found first, or the part of
            the order's own index that is asked for.
        looked: what is looked at in each entry on the way.
        is_found_first: whether the items are found before they are sorted.
        is_cut: whether only the newest matches of common words are looked at.
    """

    frame: tuple[ColumnElement[bool], ...]
    looked: tuple[ColumnElement[bool], ...]
    is_found_first: bool = False
    is_cut: bool = False

    @property
    def conditions(self) -> tuple[ColumnElement[bool], ...]:
        """All that must hold, for whoever does not mind the order."""
        looked = self.on_the_way if self.is_found_first else self.looked
        return (*self.frame, *looked)

    @property
    def on_the_way(self) -> tuple[ColumnElement[bool], ...]:
        """What must hold beside the frame, written so that no other index is followed for it."""
        return tuple(_unindexed(condition) for condition in self.looked)

    @property
    def probed(self) -> tuple[ColumnElement[bool], ...]:
        """All that must hold, written so that entries are found in some other way."""
        return tuple(_unindexed(condition) for condition in (*self.frame, *self.looked))

    def also(self, condition: ColumnElement[bool]) -> "Asked":
        """The same question with one more condition."""
        return replace(self, looked=(*self.looked, condition))


def asked(connection: Connection, query: QueueQuery, me: UUID | None) -> Asked:
    """Compiles a question; `me` leaves out what that person declined or judged."""
    parts = [part_of(Asker(connection, me), c) for c in query.asked.conditions]
    words = expression_of(query.asked.words)
    rarest = _rarest(connection, parts)
    frame = framed(query)
    looked = [*_plain(query), *(part.holds for part in parts if part is not rarest)]
    if me is not None:
        looked += [people.not_declined(me), *_not_mine(query, me)]
        looked += people.within_reach(connection, me)
    if words.unwanted:
        looked.append(~search.has_match(words.unwanted, ENTRY.c.item_id, "unwanted"))
    if rarest is not None and rarest.ids is not None:
        looked += [*frame, *_probed(query, words)]
        return Asked((ENTRY.c.item_id.in_(rarest.ids),), tuple(looked), is_found_first=True)
    if not query.asked.text:
        return _followed(connection, frame, looked, me)
    return _worded(connection, query, words, (*frame, *looked))


def _not_mine(query: QueueQuery, me: UUID) -> list[ColumnElement[bool]]:
    """Leaves out what waits for others alone, unless somebody looks for what they decided."""
    said = {c.key for c in query.asked.conditions if not c.is_negated}
    return [] if said & _ABOUT_DECISIONS else [people.not_judged(me)]


_ABOUT_DECISIONS = frozenset({"decided", "error", "has"})
"""Keys that ask for what somebody decided, or left with it."""


def _followed(
    connection: Connection,
    frame: list[ColumnElement[bool]],
    looked: list[ColumnElement[bool]],
    me: UUID | None,
) -> Asked:
    """The order's index followed; of what is open the few in reach found first."""
    is_open = any(condition.compare(ENTRY.c.is_open == 1) for condition in frame)
    short = reach.shortcut(connection, me) if is_open and me is not None else None
    if short is None:
        return Asked(tuple(frame), tuple(looked))
    return Asked((short,), (*frame, *looked), is_found_first=True)


def open_where(
    connection: Connection, me: UUID, *looked: ColumnElement[bool]
) -> tuple[ColumnElement[bool], ...]:
    """What is open and fulfils this, by the shortest way to what is in a person's reach of it."""
    return _followed(connection, [ENTRY.c.is_open == 1], list(looked), me).conditions


def _worded(
    connection: Connection,
    query: QueueQuery,
    words: Expression,
    looked: tuple[ColumnElement[bool], ...],
) -> Asked:
    """The items that have the words, found first; of common words in a list the newest."""
    if not words.wanted:
        is_it = ENTRY.c.external_id == query.asked.text
        return Asked((is_it,), looked, is_found_first=True)
    limit = search.NEWEST_MATCHES if query.is_bounded else None
    is_cut = limit is not None and search.has_more(connection, words.wanted, limit)
    found = ENTRY.c.item_id.in_(search.matching(words.wanted, limit))
    return Asked((found,), looked, is_found_first=True, is_cut=is_cut)


def framed(query: QueueQuery) -> list[ColumnElement[bool]]:
    """The part of a question that the index of its order begins with."""
    found: list[ColumnElement[bool]] = []
    if set(query.statuses) == set(OPEN_STATUSES):
        found.append(ENTRY.c.is_open == 1)
        if query.workflow is not None and query.sort is Sort.PRIORITY:
            found.append(ENTRY.c.workflow == query.workflow)
    elif len(query.statuses) == 1:
        found.append(ENTRY.c.status == query.statuses[0])
    return found


def _unindexed(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    plus: UnaryExpression[bool] = UnaryExpression(condition.self_group(), operator=_UNINDEXED)
    return plus


def _rarest(connection: Connection, parts: list[Part]) -> Part | None:
    """The condition that the fewest items fulfil, where they are few."""
    counted = [
        (_count(connection, part.ids), n) for n, part in enumerate(parts) if part.ids is not None
    ]
    fewest, n = min(counted, default=(RARE + 1, 0))
    return parts[n] if fewest <= RARE else None


def _count(connection: Connection, ids: Select[Any]) -> int:
    limited = ids.limit(RARE + 1).subquery()
    return int(connection.execute(select(func.count()).select_from(limited)).scalar_one())


def _probed(query: QueueQuery, words: Expression) -> list[ColumnElement[bool]]:
    """The words, asked of each of a few items."""
    if not query.asked.text:
        return []
    is_it = ENTRY.c.external_id == query.asked.text
    if not words.wanted:
        return [is_it]
    return [or_(is_it, search.has_match(words.wanted, ENTRY.c.item_id, "wanted"))]


def _plain(query: QueueQuery) -> list[ColumnElement[bool]]:
    """What a question restricts beside its search."""
    found: list[ColumnElement[bool]] = []
    if len(query.statuses) > 1 and set(query.statuses) != set(OPEN_STATUSES):
        found.append(ENTRY.c.status.in_(query.statuses))
    found += [column == value for column, value in _equalities(query) if value is not None]
    if query.unassigned_or is not None:
        found.append(or_(ENTRY.c.assignee.is_(None), ENTRY.c.assignee == query.unassigned_or))
    if query.given_to is not None:
        found.append(given_to(query.given_to, query.pools))
    if query.pulled_until is not None:
        found.append(ENTRY.c.pulled_at <= query.pulled_until)
    return found


def given_to(person: UUID, pools: tuple[str, ...]) -> ColumnElement[bool]:
    """Items given to a person, and those given to nobody in one of these pools."""
    pooled = ENTRY.c.assignee.is_(None) & ENTRY.c.pool.in_(pools) if pools else ~true()
    return or_(ENTRY.c.assignee == person, pooled)


def _equalities(query: QueueQuery) -> list[tuple[Column[Any], Any]]:
    return [
        (ENTRY.c.workflow, query.workflow),
        (ENTRY.c.step, query.step),
        (ENTRY.c.agent, query.agent),
        (ENTRY.c.risk, query.risk),
        (ENTRY.c.assignee, query.assignee),
        (ENTRY.c.decided_by, query.decided_by),
    ]
