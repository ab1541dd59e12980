"""What this machine has open, told to the hub, so that nobody else takes it meanwhile."""

from datetime import timedelta
from uuid import UUID

from reviewer_app.store import leases, received
from reviewer_app.store.hub import holding, wire
from reviewer_app.store.store import Store

SHORTEST = timedelta(seconds=30)


class SharedClaims:
    """The claims of the desks on this machine, as the hub has them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._told: dict[UUID, frozenset[UUID]] = {}

    def exchange(self, link: "wire.Link") -> bool:
        """Brings the hub's claims up to the ones here; whether something was refused.

        What somebody else holds already is theirs here too from now on, so that the desk says so.
        """
        now, me = self._store.now(), self._store.device.person_id
        with self._store.reading() as connection:
            wanted = leases.made_here(connection, now, me)
        refused: set[UUID] = set()
        for sitting, claims in wanted.items():
            fresh = frozenset(claims)
            gone = self._told.get(sitting, frozenset()) - fresh
            if gone:
                holding.release(link, sorted(gone), sitting)
            if fresh:
                seconds = round(max(SHORTEST, max(claims.values()) - now).total_seconds())
                wish = holding.Wish(sitting, seconds, len(fresh))
                granted = holding.claim(link, sorted(fresh), wish)
                refused |= fresh - granted.keys()
            self._told[sitting] = fresh
        for sitting in self._told.keys() - wanted.keys():
            holding.release(link, sorted(self._told.pop(sitting)), sitting)
        if refused:
            self._give_up(link, refused)
        return bool(refused)

    def release(self, link: "wire.Link") -> None:
        """Gives everything back: the window closes."""
        for sitting, held in self._told.items():
            holding.release(link, sorted(held), sitting)
        self._told.clear()

    def _give_up(self, link: "wire.Link", refused: set[UUID]) -> None:
        held = holding.leases(link)
        with self._store.writing() as connection:
            for item_id in refused:
                leases.give_up(connection, item_id)
            received.put_leases(
                connection, [received.lease_values(one) for one in held], self._store.now()
            )
