"""The team at a glance, for whoever leads it: who has what, how fast, who is away or off line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from reviewer_app.domain.records import Person
from reviewer_app.domain.vocabulary import Risk, Role, Status
from reviewer_app.store import identity, load, membership
from reviewer_app.store.load import Heap, Heard, Worked
from reviewer_app.store.store import Connection, Store

SOON = timedelta(hours=4)
"""What is due within these is told at the head of the page."""

ON_LINE_FOR = timedelta(minutes=10)
"""How long after a device was last heard of its person counts as on line: a few rounds."""

PACE_DAYS = 14
"""Days back that decisions count for a person's pace."""

REASONS = 12
"""Reasons given before that are offered again."""

PACE_NEEDS = 10
"""Decisions below which a pace would say nothing."""


class Presence(StrEnum):
    """Where a person is, as far as is known here."""

    UNKNOWN = "unknown"
    ON_LINE = "on line"
    OFF_LINE = "off line"
    AWAY = "away"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Open items: how many of each risk, how many past due, the next due time, the oldest."""

    by_risk: Mapping[Risk, int] = field(default_factory=dict)
    past_due: int = 0
    next_due: datetime | None = None
    oldest: datetime | None = None

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.by_risk.values())


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a person is, and what is with them.

    Attributes:
        presence: the one word for it.
        since: since when they are off line, or until when they are away.
        checked_out: items that they have taken along.
        unsent: decisions that had not been sent when they were last heard of.
        unsent_since: how old the first of those is.
    """

    presence: Presence = Presence.UNKNOWN
    since: datetime | None = None
    checked_out: int = 0
    unsent: int = 0
    unsent_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """One person: what waits for them and how they get on.

    `pace` is decisions an hour at the desk, None while there were too few to say.
    """

    person: Person
    is_me: bool
    waiting: Waiting
    pace: float | None
    where: Whereabouts

    @property
    def may_have(self) -> bool:
        """Whether items can be given to them: intake and auditors decide nothing."""
        return self.person.role in {Role.REVIEWER, Role.LEAD}


@dataclass(frozen=True, slots=True)
class PoolLoad:
    """What nobody has yet of a pool."""

    pool: str
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures at the head of the page."""

    open: int = 0
    due_soon: int = 0
    escalated: int = 0
    disputed: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole team; `reasons` are those that this person gave of late, the latest first."""

    people: tuple[PersonLoad, ...] = ()
    nobody: tuple[PoolLoad, ...] = ()
    totals: Totals = field(default_factory=Totals)
    is_joined: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def is_alone(self) -> bool:
        """Whether there is no team: one person, and no hub."""
        return len(self.people) <= 1 and not self.is_joined


class Overviews:
    """Reads the team at a glance."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._me = store.device.person_id

    def is_wanted(self) -> bool:
        """Whether this person leads a team, and so has a use for the page."""
        with self._store.reading() as connection:
            person = identity.person_of(connection, self._me)
            if person.role != Role.LEAD:
                return False
            is_joined = membership.joined(connection) is not None
            return is_joined or load.has_teammates(connection, self._me)

    def look(self) -> Overview:
        """The team as it is now."""
        now = self._store.now()
        with self._store.reading() as connection:
            heaps = load.heaps(connection, now)
            joined = membership.joined(connection)
            return Overview(
                people=self._people(connection, heaps, now, is_joined=joined is not None),
                nobody=_nobody(heaps),
                totals=Totals(
                    open=sum(heap.count for heap in heaps),
                    due_soon=load.due_until(connection, now + SOON),
                    escalated=load.with_status(connection, Status.ESCALATED),
                    disputed=load.with_status(connection, Status.DISPUTED),
                ),
                is_joined=joined is not None,
                reasons=tuple(load.reasons(connection, self._me)[:REASONS]),
            )

    def _people(
        self, connection: Connection, heaps: Iterable[Heap], now: datetime, *, is_joined: bool
    ) -> tuple[PersonLoad, ...]:
        theirs: dict[UUID, list[Heap]] = defaultdict(list)
        for heap in heaps:
            if heap.assignee is not None:
                theirs[heap.assignee].append(heap)
        heard = load.heard(connection) if is_joined else {}
        taken = load.checked_out(connection, now)
        since = load.recent(now, PACE_DAYS)
        return tuple(
            PersonLoad(
                person=person,
                is_me=person.id == self._me,
                waiting=_waiting(theirs.get(person.id, ())),
                pace=pace_of(load.worked(connection, person.id, since)),
                where=self._where(person, heard.get(person.id), taken.get(person.id, 0), now),
            )
            for person in load.people(connection, list(theirs))
        )

    def _where(self, person: Person, heard: Heard | None, taken: int, now: datetime) -> Whereabouts:
        unsent = (heard.unsent, heard.unsent_since) if heard and heard.unsent else (0, None)
        seen_at = heard.seen_at if heard else None
        if person.revoked_at is not None:
            return Whereabouts(Presence.REVOKED, person.revoked_at, taken, *unsent)
        if person.is_away(now):
            return Whereabouts(Presence.AWAY, person.away_until, taken, *unsent)
        if person.id == self._me or (seen_at is not None and now - seen_at <= ON_LINE_FOR):
            return Whereabouts(Presence.ON_LINE, None, taken, *unsent)
        if seen_at is not None:
            return Whereabouts(Presence.OFF_LINE, seen_at, taken, *unsent)
        return Whereabouts(Presence.UNKNOWN, None, taken, *unsent)


def _nobody(heaps: Iterable[Heap]) -> tuple[PoolLoad, ...]:
    """What nobody has, a pool at a time, by the name of the pool."""
    pools: dict[str, list[Heap]] = defaultdict(list)
    for heap in heaps:
        if heap.assignee is None:
            pools[heap.pool].append(heap)
    return tuple(PoolLoad(pool, _waiting(pools[pool])) for pool in sorted(pools))


def _waiting(heaps: Iterable[Heap]) -> Waiting:
    found = list(heaps)
    by_risk: dict[Risk, int] = defaultdict(int)
    for heap in found:
        by_risk[heap.risk] += heap.count
    return Waiting(
        by_risk=dict(by_risk),
        past_due=sum(heap.past_due for heap in found),
        next_due=min((heap.next_due for heap in found if heap.next_due), default=None),
        oldest=min((heap.oldest for heap in found), default=None),
    )


def pace_of(worked: Worked) -> float | None:
    """Decisions an hour at the desk; None while there are too few of them to say."""
    if worked.decisions < PACE_NEEDS or worked.seconds <= 0:
        return None
    return worked.decisions / worked.seconds * 3600
