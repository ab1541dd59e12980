"""Who gets what: open items spread over people by what they may take, how fast, what they have."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Piece:
    """An open item, as far as it matters to whom it goes.

    Attributes:
        item_id: the item.
        pool: who may take it.
        priority: its place in the order of work, the smaller the sooner.
        holder: who has it now.
        effort: how much of a usual item's time it takes.
    """

    item_id: UUID
    pool: str
    priority: float
    holder: UUID | None = None
    effort: float = 1.0


@dataclass(frozen=True, slots=True)
class Worker:
    """A person who may be given items.

    Attributes:
        person_id: the person.
        pools: the pools that they may take from.
        pace: usual items that they decide in an hour.
        load: the effort of all that they have open beside the items that are spread.
        is_absent: they are given nothing, but keep what they have unless it is moved.
    """

    person_id: UUID
    pools: frozenset[str]
    pace: float
    load: float = 0.0
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Who shall have each item.

    Attributes:
        holders: whoever each item is with then, those who keep theirs among them.
        unplaced: the items that nobody who is there may take, which stay as they are.
        finish: after how many hours each person would have done all that they have.
    """

    holders: Mapping[UUID, UUID]
    unplaced: tuple[UUID, ...] = ()
    finish: Mapping[UUID, float] = field(default_factory=dict)

    @property
    def latest(self) -> float:
        """After how many hours the last of them is done."""
        return max(self.finish.values(), default=0.0)


def balanced(pieces: Iterable[Piece], workers: Iterable[Worker], *, moves: bool = False) -> Plan:
    """Spreads items so that people are done as evenly as may be, what is urgent first.

    Whoever has an item keeps it, unless `moves`: then what the absent have is given to others, and
    whoever would be done last gives up what comes last with them while that makes it sooner. The
    same input gives the same plan, whatever its order.
    """
    spread = _Spread(workers)
    for piece in sorted(pieces, key=lambda p: (p.priority, p.item_id)):
        spread.place(piece, moves=moves)
    if moves:
        spread.even_out()
    return spread.plan()


class _Spread:
    """Items and people under way, with who would be done when."""

    def __init__(self, workers: Iterable[Worker]) -> None:
        self._workers = {w.person_id: w for w in sorted(workers, key=lambda w: w.person_id)}
        self._finish = {key: w.load / w.pace for key, w in self._workers.items()}
        self._heaps: dict[str, list[tuple[float, UUID]]] = {}
        self._held: dict[UUID, list[Piece]] = defaultdict(list)
        self._unplaced: list[UUID] = []

    def place(self, piece: Piece, *, moves: bool) -> None:
        """Gives an item to whom it is to go to first."""
        holder = self._workers.get(piece.holder) if piece.holder is not None else None
        if holder is not None and not (moves and holder.is_absent):
            self._give(piece, holder.person_id)
            return
        taker = self._soonest(piece.pool)
        if taker is not None:
            self._give(piece, taker)
        elif holder is not None:
            self._give(piece, holder.person_id)
        else:
            self._unplaced.append(piece.item_id)

    def even_out(self) -> None:
        """Moves items from whoever is done last, each once at most."""
        movable = {key: _by_pool(held) for key, held in self._held.items()}
        last = [(-self._finish[key], key) for key in movable]
        heapify(last)
        while last:
            _, giver = heappop(last)
            if self._relieve(giver, movable[giver]):
                heappush(last, (-self._finish[giver], giver))

    def plan(self) -> Plan:
        """What came of it."""
        holders = {piece.item_id: key for key, held in self._held.items() for piece in held}
        return Plan(holders, tuple(self._unplaced), dict(self._finish))

    def _relieve(self, giver: UUID, movable: Mapping[str, list[Piece]]) -> bool:
        """Moves the last of the items that make it sooner elsewhere; whether there was one."""
        offers = []
        for pool, stack in movable.items():
            taker = self._soonest(pool) if stack else None
            if taker is None or taker == giver:
                continue
            then = self._finish[taker] + stack[-1].effort / self._workers[taker].pace
            if then < self._finish[giver]:
                offers.append((-stack[-1].priority, then, pool, taker))
        if not offers:
            return False
        _, _, pool, taker = min(offers)
        piece = movable[pool].pop()
        self._held[giver].remove(piece)
        self._finish[giver] -= piece.effort / self._workers[giver].pace
        self._note(giver)
        self._give(piece, taker)
        return True

    def _give(self, piece: Piece, key: UUID) -> None:
        self._held[key].append(piece)
        self._finish[key] += piece.effort / self._workers[key].pace
        self._note(key)

    def _soonest(self, pool: str) -> UUID | None:
        """Who of those there could have one more item of a pool done the soonest."""
        if pool not in self._heaps:
            takers = [w for w in self._workers.values() if pool in w.pools and not w.is_absent]
            self._heaps[pool] = [(self._next(w.person_id), w.person_id) for w in takers]
            heapify(self._heaps[pool])
        heap = self._heaps[pool]
        while heap and heap[0][0] != self._next(heap[0][1]):
            heappop(heap)
        return heap[0][1] if heap else None

    def _next(self, key: UUID) -> float:
        return self._finish[key] + 1 / self._workers[key].pace

    def _note(self, key: UUID) -> None:
        """Keeps the heaps up to a finish that changed; what they had before is dropped later."""
        worker = self._workers[key]
        if worker.is_absent:
            return
        for pool in worker.pools & self._heaps.keys():
            heappush(self._heaps[pool], (self._next(key), key))


def _by_pool(held: Sequence[Piece]) -> dict[str, list[Piece]]:
    """Items by pool, what is least urgent last."""
    found: dict[str, list[Piece]] = defaultdict(list)
    for piece in held:
        found[piece.pool].append(piece)
    return {pool: found[pool] for pool in sorted(found)}
