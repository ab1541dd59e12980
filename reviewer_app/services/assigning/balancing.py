"""Balance: a proposal of who gets what, and what it would come to for each person."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from uuid import UUID

from reviewer_app.domain.balance import Plan, Work, Worker, late_of, propose, typical_of
from reviewer_app.domain.queue import Picked, QueueEntry
from reviewer_app.domain.records import Person
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Role
from reviewer_app.services.lists import Lists, pools_of
from reviewer_app.services.overview import PACE_DAYS, pace_of
from reviewer_app.store import handing, identity, load, peers
from reviewer_app.store.handing import Held, Taken
from reviewer_app.store.store import Connection, Store

MOST = 20_000
"""Items that are shared out in one go at most; of more, the most urgent."""

MOST_HELD = 10_000
"""Open items of one person that a forecast looks at."""

TIMED = 5
"""Decisions on a step from which on it is believed how long its items take."""

UNKNOWN_PACE = 30.0
"""Items an hour of a team that has decided nothing yet."""

JUDGING = frozenset({Role.REVIEWER, Role.LEAD})
"""The roles that decide."""

Key = tuple[str, str]
"""A workflow and a step of it."""


@dataclass(frozen=True, slots=True)
class Share:
    """What a proposal means for one person.

    Attributes:
        now: how many open items they have.
        given: how many they would get.
        taken: how many they would give up.
        next_due: when the next of what they would have is due.
        pace: decisions an hour; None where too few are known, and the team's was reckoned with.
        late: how many they would get to only after their due time.
        first_late: the due time of the first of these.
        late_now: how many it would be if nothing changed.
        done_in: how long they would be at work on all of it.
    """

    person: Person
    now: int
    given: int = 0
    taken: int = 0
    next_due: datetime | None = None
    pace: float | None = None
    is_away: bool = False
    late: int = 0
    first_late: datetime | None = None
    late_now: int = 0
    done_in: timedelta = timedelta(0)

    @property
    def then(self) -> int:
        """How many they would have."""
        return self.now + self.given - self.taken


@dataclass(frozen=True, slots=True)
class Preview:
    """A proposal that changes nothing until it is applied.

    Attributes:
        shares: what it means for each person of the team, by name.
        targets: the items that would change hands, and who would get them.
        taken_from: who has these items now.
        unplaced: how many nobody has and nobody who is there may take.
        not_open: how many of what was picked wait for nobody any more.
        is_cut: more was picked than was looked at.
    """

    shares: tuple[Share, ...] = ()
    targets: Mapping[UUID, UUID] = field(default_factory=dict)
    taken_from: Mapping[UUID, UUID | None] = field(default_factory=dict)
    unplaced: int = 0
    not_open: int = 0
    is_cut: bool = False

    @property
    def late(self) -> int:
        """How many items would be past due before their turn comes."""
        return sum(share.late for share in self.shares)


@dataclass(frozen=True, slots=True)
class _Team:
    """Who is there, how fast they are, and what they have."""

    people: Sequence[Person]
    workers: Mapping[UUID, Worker]
    paces: Mapping[UUID, float | None]
    held: Sequence[Held]


class Balancing:
    """Proposes who gets what; it changes nothing."""

    def __init__(self, store: Store, lists: Lists) -> None:
        self._store, self._lists = store, lists

    def preview(self, picked: Picked, *, moves_held: bool = False) -> Preview:
        """Shares out what was picked: what nobody has; with `moves_held` what people have, too.

        Raises:
            SearchFaulty: what was picked is a search that cannot be understood.
        """
        ids = self._lists.picked(picked, MOST + 1)
        with self._store.reading() as connection:
            entries = peers.entries(connection, ids[:MOST])
            is_open = [e for e in entries.values() if e.status in OPEN_STATUSES]
            minutes = _minutes(handing.times(connection))
            work = _work(is_open, handing.barred(connection, list(entries)), minutes)
            team = self._team(connection, {one.item_id for one in work})
            plan = propose(work, team.workers.values(), moves_held=moves_held)
            shares = self._shares(team, plan, work, minutes)
        return Preview(
            shares=shares,
            targets=plan.moves,
            taken_from={one.item_id: one.holder for one in work if one.item_id in plan.moves},
            unplaced=len(plan.unplaced),
            not_open=len(entries) - len(is_open),
            is_cut=len(ids) > MOST,
        )

    def _team(self, connection: Connection, picked: Collection[UUID]) -> _Team:
        now = self._store.now()
        people = [p for p in identity.team(connection) if p.role in JUDGING]
        held = handing.held(connection, [person.id for person in people], MOST_HELD)
        since = load.recent(now, PACE_DAYS)
        paces = {p.id: pace_of(load.worked(connection, p.id, since)) for p in people}
        usual = median([pace for pace in paces.values() if pace] or [UNKNOWN_PACE])
        beside: dict[UUID, int] = defaultdict(int)
        for one in held:
            beside[one.person_id] += one.item_id not in picked
        workers = {
            person.id: Worker(
                person.id,
                frozenset(pools_of(connection, person.id)),
                paces[person.id] or usual,
                beside[person.id],
                is_away=person.is_away(now),
            )
            for person in people
        }
        return _Team(people, workers, paces, held)

    def _shares(
        self, team: _Team, plan: Plan, work: Sequence[Work], minutes: Mapping[Key, float]
    ) -> tuple[Share, ...]:
        """What the plan means for each person."""
        moved = [one for one in work if one.item_id in plan.moves]
        typical = typical_of(work)
        before: dict[UUID, dict[UUID, Work]] = defaultdict(dict)
        for held in team.held:
            before[held.person_id][held.item_id] = _work_of(held, minutes)
        after = {key: dict(have) for key, have in before.items()}
        for one in moved:
            if one.holder is not None:
                after.get(one.holder, {}).pop(one.item_id, None)
            after.setdefault(plan.moves[one.item_id], {})[one.item_id] = one
        return tuple(
            _share(team, person, (before[person.id], after.get(person.id, {})), typical, self._now)
            for person in team.people
        )

    @property
    def _now(self) -> datetime:
        return self._store.now()


def _share(
    team: _Team,
    person: Person,
    have: tuple[Mapping[UUID, Work], Mapping[UUID, Work]],
    typical: float,
    now: datetime,
) -> Share:
    before, after = have
    worker = team.workers[person.id]
    late = late_of(after.values(), worker, typical, now)
    dues = [one.due for one in after.values() if one.due is not None]
    return Share(
        person=person,
        now=len(before),
        given=len(after.keys() - before.keys()),
        taken=len(before.keys() - after.keys()),
        next_due=min(dues, default=None),
        pace=team.paces[person.id],
        is_away=worker.is_away,
        late=len(late),
        first_late=min((one.due for one in late if one.due), default=None),
        late_now=len(late_of(before.values(), worker, typical, now)),
        done_in=timedelta(hours=sum(one.minutes for one in after.values()) / typical / worker.pace),
    )


def _work(
    entries: Sequence[QueueEntry], barred: handing.Barred, minutes: Mapping[Key, float]
) -> list[Work]:
    usual = minutes.get(_USUAL, 1.0)
    return [
        Work(
            e.item_id,
            e.pool,
            e.priority,
            e.due_at,
            e.assignee,
            minutes.get((e.workflow, e.step), usual),
            barred.get(e.item_id, frozenset()),
        )
        for e in entries
    ]


def _work_of(one: Held, minutes: Mapping[Key, float]) -> Work:
    usual = minutes.get(_USUAL, 1.0)
    expected = minutes.get((one.workflow, one.step), usual)
    return Work(one.item_id, one.pool, one.priority, one.due_at, one.person_id, expected)


_USUAL: Key = ("", "")
"""Under which key the minutes of any item are."""


def _minutes(taken: Mapping[Key, Taken]) -> dict[Key, float]:
    """How long the items of each step take, as far as that is known, and those of all."""
    found = {
        key: one.seconds / one.decisions / 60
        for key, one in taken.items()
        if one.decisions >= TIMED and key != _USUAL
    }
    decisions = sum(one.decisions for one in taken.values())
    seconds = sum(one.seconds for one in taken.values())
    return {**found, _USUAL: seconds / decisions / 60 if decisions else 1.0}
