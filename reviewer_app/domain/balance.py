"""Who should get which items, so that everybody is done with theirs at about the same time."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import fmean
from uuid import UUID

TRIED = 200
"""Items of one pool that are looked at before what somebody has of it is left with them."""

_HOUR = 3_600_000
"""The milliseconds of an hour. Times are whole numbers, so that sums do not depend on their order.
"""


@dataclass(frozen=True, slots=True)
class Work:
    """An open item that can be given to somebody.

    Attributes:
        priority: the number that the order of work goes by; the smaller, the more urgent.
        holder: who has it now.
        minutes: how long such an item takes, as far as is known.
        barred: who cannot judge it: they declined it, or have given their review.
    """

    item_id: UUID
    pool: str
    priority: float
    due: datetime | None = None
    holder: UUID | None = None
    minutes: float = 1.0
    barred: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Worker:
    """A person who can be given items.

    Attributes:
        pools: the pools that they may take from.
        pace: items an hour, of the usual kind.
        load: open items that they have beside those that are to be given out.
        is_away: nothing is given to them.
    """

    person_id: UUID
    pools: frozenset[str]
    pace: float
    load: int = 0
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal: it changes nothing.

    Attributes:
        moves: the items that change hands, and who gets them.
        unplaced: items that nobody has and that nobody who is there may take.
        finishes: how long each person would be at work on all that they have.
    """

    moves: Mapping[UUID, UUID] = field(default_factory=dict)
    unplaced: tuple[UUID, ...] = ()
    finishes: Mapping[UUID, timedelta] = field(default_factory=dict)

    @property
    def latest(self) -> timedelta:
        """When the last of them would be done."""
        return max(self.finishes.values(), default=timedelta(0))


def propose(work: Iterable[Work], workers: Iterable[Worker], *, moves_held: bool = False) -> Plan:
    """Who should get what: the urgent first, each to who would be done with it the soonest.

    Whoever has an item keeps it, unless `moves_held`: then what makes somebody the last to be done
    goes to others, and what people have who are away goes to those who are there. Where nobody
    who has something is away, that never makes the last one later. The same question always gets
    the same answer.
    """
    ordered = sorted(work, key=_urgency)
    bench = _Bench(ordered, sorted(workers, key=lambda worker: worker.person_id))
    homeless = [one for one in ordered if not bench.is_kept(one, moves_held=moves_held)]
    kept = [one for one in ordered if bench.is_kept(one, moves_held=moves_held)]
    for one in kept:
        bench.keep(one, is_movable=moves_held)
    unplaced = [one for one in homeless if not bench.place(one)]
    bench.even_out()
    return Plan(
        moves={
            one.item_id: bench.holders[one.item_id]
            for one in ordered
            if bench.holders.get(one.item_id, one.holder) != one.holder
        },
        unplaced=tuple(one.item_id for one in unplaced),
        finishes={key: timedelta(milliseconds=ms) for key, ms in bench.finish.items()},
    )


def late_of(held: Iterable[Work], worker: Worker, typical: float, now: datetime) -> list[Work]:
    """What a person would get to only after its due time, working through it by its urgency."""
    late: list[Work] = []
    spent = 0
    for one in sorted(held, key=_urgency):
        spent += cost_of(one, worker, typical)
        if one.due is not None and one.due < now + timedelta(milliseconds=spent):
            late.append(one)
    return late


def cost_of(one: Work, worker: Worker, typical: float) -> int:
    """How many milliseconds an item takes a person, where one of the usual kind is `typical`."""
    return max(1, int(_HOUR / worker.pace * (one.minutes / typical)))


def typical_of(work: Iterable[Work]) -> float:
    """The minutes that an item of these usually takes."""
    known = [one.minutes for one in work if one.minutes > 0]
    return fmean(known) if known else 1.0


@dataclass(frozen=True, slots=True)
class _Shift:
    """One item that could go from the last to be done to somebody else, and what came of it."""

    finish: int
    person_id: UUID
    work: Work


class _Bench:
    """Who has what while a proposal is made."""

    def __init__(self, work: Sequence[Work], workers: Sequence[Worker]) -> None:
        self._able = {worker.person_id: worker for worker in workers if worker.pace > 0}
        self._typical = typical_of(work)
        self._present = {w.person_id for w in self._able.values() if not w.is_away}
        self._takers = {
            pool: [
                (key, _HOUR / worker.pace)
                for key, worker in self._able.items()
                if key in self._present and pool in worker.pools
            ]
            for pool in {one.pool for one in work}
        }
        self.finish = {key: round(_HOUR / w.pace * w.load) for key, w in self._able.items()}
        self.holders: dict[UUID, UUID] = {}
        self._movable: dict[UUID, dict[tuple[bool, str], list[Work]]] = defaultdict(dict)

    def is_kept(self, one: Work, *, moves_held: bool) -> bool:
        """Whether an item stays with who has it, to begin with."""
        if one.holder is None or not moves_held:
            return one.holder is not None
        return one.holder in self._present

    def keep(self, one: Work, *, is_movable: bool) -> None:
        """Leaves an item with who has it."""
        if one.holder is not None and one.holder in self.finish:
            self._give(one, one.holder, is_movable=is_movable)

    def place(self, one: Work) -> bool:
        """Gives an item to who would be done with it the soonest; whether there was anybody."""
        best = self._soonest(one)
        if best is None:
            return False
        self._give(one, best[1], is_movable=True)
        return True

    def even_out(self) -> None:
        """Takes from the last to be done what makes somebody else done later, but less late."""
        sources = set(self._present)
        while sources:
            last = max(sources, key=lambda key: (self.finish[key], key))
            shift = self._best_shift(last)
            if shift is None:
                sources.remove(last)
            else:
                self._move(shift, last)

    def _give(self, one: Work, key: UUID, *, is_movable: bool) -> None:
        self.finish[key] += cost_of(one, self._able[key], self._typical)
        self.holders[one.item_id] = key
        if is_movable:
            group = (one.holder is not None, one.pool)
            insort(self._movable[key].setdefault(group, []), one, key=_urgency)

    def _soonest(self, one: Work, but: UUID | None = None) -> tuple[int, UUID] | None:
        """Who may take an item and would be done with all they have and it first, and when."""
        share, finish = one.minutes / self._typical, self.finish
        return min(
            (
                (finish[key] + max(1, int(usual * share)), key)
                for key, usual in self._takers[one.pool]
                if key not in one.barred and key != but
            ),
            default=None,
        )

    def _best_shift(self, last: UUID) -> _Shift | None:
        """What best goes elsewhere: what nobody had before, then the least urgent of a pool."""
        for was_held in (False, True):
            groups = [g for (held, _), g in self._movable[last].items() if held is was_held]
            found = [shift for group in groups if (shift := self._shift(group, last)) is not None]
            if found:
                return min(found, key=lambda s: (s.finish, s.person_id, s.work.item_id))
        return None

    def _shift(self, group: Sequence[Work], last: UUID) -> _Shift | None:
        """The least urgent of these that somebody else would have done before."""
        tried: set[tuple[float, frozenset[UUID]]] = set()
        for one in group[: -TRIED - 1 : -1]:
            if (one.minutes, one.barred) in tried:
                continue
            tried.add((one.minutes, one.barred))
            soonest = self._soonest(one, last)
            if soonest is not None and soonest[0] < self.finish[last]:
                return _Shift(*soonest, one)
        return None

    def _move(self, shift: _Shift, last: UUID) -> None:
        one = shift.work
        group = self._movable[last][one.holder is not None, one.pool]
        del group[bisect_left(group, _urgency(one), key=_urgency)]
        self.finish[last] -= cost_of(one, self._able[last], self._typical)
        self._give(one, shift.person_id, is_movable=True)


def _urgency(one: Work) -> tuple[float, UUID]:
    return one.priority, one.item_id
