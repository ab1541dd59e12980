"""The one gate for change: facts go in together with their journal entries and projections."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection

from reviewer_app.domain.chain import kind_of
from reviewer_app.domain.changes import Changes
from reviewer_app.domain.records import (
    Assignment,
    Decision,
    DecisionText,
    Decline,
    Device,
    Fact,
    ModeChange,
    PolicyVersion,
)
from reviewer_app.store import erasures, identity, leases, projection
from reviewer_app.store.journal import ROWS, Journal
from reviewer_app.store.rows import add_all
from reviewer_app.store.tables import DecisionTextRow

STAYING = frozenset({"decision", "release", "unblinding"})
"""Kinds of facts that leave an item with whom it is."""


class Transaction:
    """Facts that become true together. What changed is derived from what was added."""

    def __init__(self, connection: Connection, device: Device) -> None:
        self.connection = connection
        self._journal = Journal(connection, device.id)
        self._latest_id: UUID | None = None
        self._kinds: set[str] = set()
        self._items: set[UUID] = set()
        self._unfolded: set[UUID] = set()

    def new_id(self) -> UUID:
        """An id for an act: above that of every earlier act here, even if the clock went back."""
        latest = self._latest_id or self._journal.latest_act()
        fresh = identity.new_id()
        self._latest_id = max(fresh, UUID(int=latest.int + 1)) if latest else fresh
        return self._latest_id

    def add(self, *facts: Fact) -> None:
        """Adds the facts, chained in this order."""
        for fact in facts:
            add_all(self.connection, ROWS[kind_of(fact)], [fact])
        self._journal.add(list(facts))
        self._note(facts)

    def add_many(self, facts: Sequence[Fact]) -> None:
        """Adds facts of one kind at once."""
        if facts:
            add_all(self.connection, ROWS[kind_of(facts[0])], facts)
            self._journal.add(list(facts))
            self._note(facts)

    def add_texts(self, texts: Sequence[DecisionText]) -> None:
        """Adds the words of decisions, but on items whose contents were erased."""
        add_all(self.connection, DecisionTextRow, erasures.sayable(self.connection, texts))

    def touch(self, kind: str, items: Sequence[UUID]) -> None:
        """Says that something else about these items changed, so that their entries follow."""
        self._kinds.add(kind)
        self._change(items)

    def fold(self) -> Changes:
        """Brings the queue up to what was added so far; gives what changed."""
        moved = bool(self._kinds - STAYING)
        projection.refold(self.connection, self._unfolded, moved=moved)
        self._unfolded.clear()
        return self.changes

    @property
    def changes(self) -> Changes:
        """The kinds of facts added and the items they are about."""
        return Changes(frozenset(self._kinds), frozenset(self._items))

    def _note(self, facts: Sequence[Fact]) -> None:
        self._end_leases(facts)
        self._kinds.update(kind_of(f) for f in facts)
        self._change(f.item_id for f in facts if not isinstance(f, PolicyVersion | ModeChange))

    def _end_leases(self, facts: Sequence[Fact]) -> None:
        """What was decided or declined is worked off; what was assigned is another's."""
        done: dict[UUID, list[UUID]] = defaultdict(list)
        given: dict[UUID | None, list[UUID]] = defaultdict(list)
        for fact in facts:
            if isinstance(fact, Decision | Decline) and fact.retracts is None:
                done[fact.person_id].append(fact.item_id)
            elif isinstance(fact, Assignment):
                given[fact.to].append(fact.item_id)
        for person_id, ids in done.items():
            leases.work_off(self.connection, ids, person_id)
        for to, ids in given.items():
            leases.hand_on(self.connection, ids, to)

    def _change(self, items: Iterable[UUID]) -> None:
        changed = set(items)
        self._items |= changed
        self._unfolded |= changed
