"""Who has which item open: claims that last while it stays on a desk, and end by themselves."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from threading import Lock
from uuid import UUID

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.records import Item
from reviewer_app.domain.sentences import sentence
from reviewer_app.store import identity, leases
from reviewer_app.store.leases import Claim, Holder
from reviewer_app.store.store import Connection, Store

__all__ = ["Claim", "Claims", "Held", "ItemClaimed", "check_free"]

AHEAD = timedelta(minutes=1)
"""How long what comes next is kept for this desk: nobody waits long for what is not looked at."""


class ItemClaimed(ReviewerError):
    """Somebody else has the item open."""

    def __init__(self, claim: Claim, item: str, now: datetime) -> None:
        super().__init__(
            sentence(
                "{person} has {item} open until {until}. Your decision was not recorded; take "
                "another item, or come back then.",
                person=claim.person,
                item=item,
                until=_time(claim.until, now),
            )
        )


def _time(until: datetime, now: datetime) -> str:
    """The hour, with the day where it is not today."""
    local = until.astimezone()
    is_today = local.date() == now.astimezone().date()
    return f"{local:%H:%M}" if is_today else f"{local:%Y-%m-%d %H:%M}"


@dataclass(frozen=True, slots=True)
class Held:
    """What came of claiming: what this sitting has now, and who has the rest."""

    mine: Mapping[UUID, datetime] = field(default_factory=dict)
    others: Mapping[UUID, Claim] = field(default_factory=dict)


class Claims:
    """The claims of one sitting at a desk. Threads may share it; the latest wish counts.

    A wish says everything that the sitting wants to have: what it had beyond that is freed.
    """

    def __init__(self, store: Store, lease: Callable[[], timedelta]) -> None:
        """Takes the store, and what gives the length of a claim."""
        self._store, self._lease = store, lease
        self.holder = Holder(identity.new_id(), store.device.person_id)
        self._tickets = count(1)
        self._latest = 0
        self._lock = Lock()

    def ticket(self) -> int:
        """A number for a wish: one with a smaller number that comes later changes nothing."""
        return next(self._tickets)

    def hold(
        self, current: UUID | None, ahead: Sequence[UUID] = (), ticket: int | None = None
    ) -> Held:
        """Claims the item on the desk and those that come next, and frees all others.

        A person who has the item open in another window takes it over here; what somebody else
        has stays theirs until it ends.
        """
        wanted = [key for key in (current, *ahead) if key is not None]
        with self._lock:
            turn = self.ticket() if ticket is None else ticket
            if turn < self._latest:
                return self.look(wanted)
            self._latest = turn
            with self._store.writing() as connection:
                now = self._store.now()
                leases.release(connection, self.holder, now, wanted)
                if current is not None:
                    self._take(connection, current, now)
                leases.claim(connection, list(ahead), self.holder, now, now + AHEAD)
                return self._held(connection, wanted, now)

    def look(self, ids: Sequence[UUID]) -> Held:
        """Who has these items now."""
        with self._store.reading() as connection:
            return self._held(connection, ids, self._store.now())

    def others(self) -> Mapping[UUID, Claim]:
        """What other people have open now."""
        with self._store.reading() as connection:
            claims = leases.all_live(connection, self._store.now())
        return {key: c for key, c in claims.items() if c.holder.person_id != self.holder.person_id}

    def release(self) -> None:
        """Frees everything, for good: the sitting is over."""
        with self._lock:
            self._latest = 2**63
            with self._store.writing() as connection:
                leases.release(connection, self.holder, self._store.now())

    def _take(self, connection: Connection, current: UUID, now: datetime) -> None:
        claim = leases.live(connection, now, [current]).get(current)
        if claim is not None and claim.holder.person_id == self.holder.person_id:
            if claim.is_checkout:
                return  # it lasts longer than a desk's claim, and is not given back with it
            leases.give_up(connection, current)
        leases.claim(connection, [current], self.holder, now, now + self._lease())

    def _held(self, connection: Connection, ids: Sequence[UUID], now: datetime) -> Held:
        claims = leases.live(connection, now, ids)
        mine = {key: c.until for key, c in claims.items() if self._is_mine(c)}
        return Held(mine, {key: c for key, c in claims.items() if key not in mine})

    def _is_mine(self, claim: Claim) -> bool:
        taken_along = claim.is_checkout and claim.holder.person_id == self.holder.person_id
        return claim.holder == self.holder or taken_along


def check_free(connection: Connection, item: Item, me: UUID, now: datetime) -> None:
    """Does nothing where no other person has the item open.

    Raises:
        ItemClaimed: somebody has.
    """
    claim = leases.live(connection, now, [item.id]).get(item.id)
    if claim is not None and claim.holder.person_id != me:
        raise ItemClaimed(claim, item.external_id, now)
