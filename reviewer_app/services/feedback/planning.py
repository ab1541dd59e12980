"""Which labels are to go to which sinks, once the time to take a decision back has passed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reviewer_app.domain.delivery import Delivery, DeliveryState
from reviewer_app.domain.labels import Label
from reviewer_app.domain.sentences import sentence
from reviewer_app.services.feedback.outgoing import digest, labels
from reviewer_app.services.policies import Policies
from reviewer_app.store import deliveries, labels_due
from reviewer_app.store.store import Connection, Store

AT_ONCE = 200
"""Items that are looked at in one transaction."""

STANDS = sentence(
    "The agent went on with what it was told; the change of the decision does not reach it."
)


@dataclass(frozen=True, slots=True)
class Route:
    """A sink as far as planning knows it.

    Attributes:
        sink: its name.
        sources: whose labels it takes; those of all where None.
        is_final: whether what it was told stands for good.
    """

    sink: str
    sources: frozenset[str] | None = None
    is_final: bool = False

    def takes(self, source: str) -> bool:
        """Whether labels of this source go there."""
        return self.sources is None or source in self.sources


class Planning:
    """Turns decisions into deliveries."""

    def __init__(self, store: Store, policies: Policies) -> None:
        self._store, self._policies = store, policies

    def plan(self, routes: Sequence[Route]) -> datetime | None:
        """Plans everything that may leave now; gives when the next held label may.

        A label is held as long as the latest decision on it can be taken back by its step's undo
        window. What was planned is on disk. Labels are made before the write lock is taken.
        """
        after: UUID | None = None
        next_free: datetime | None = None
        while True:
            with self._store.reading() as connection:
                stamps = labels_due.noted(connection, AT_ONCE, after)
                if not stamps:
                    return next_free
                found = self._looked_at(connection, list(stamps), routes)
            now = self._store.now()
            held = {key: one.free for key, one in found.items() if one.free > now}
            self._keep({key: stamp for key, stamp in stamps.items() if key not in held}, found)
            next_free = min([*held.values(), *([next_free] if next_free else [])], default=None)
            after = list(stamps)[-1]

    def _looked_at(
        self, connection: Connection, ids: Sequence[UUID], routes: Sequence[Route]
    ) -> dict[UUID, "_LookedAt"]:
        """What is to be planned for these items; those with imported judgements alone are not."""
        if not routes:
            return {}
        engine, now = self._policies.engine(), self._store.now()
        acts = labels_due.acts(connection, ids)
        return {
            key: _LookedAt(
                label,
                acts[key].count,
                min(acts[key].last, now)
                + engine.step(judged.item.workflow, judged.item.step).undo_window,
                tuple(route for route in routes if route.takes(judged.item.source)),
            )
            for key, (judged, label) in labels(connection, list(acts)).items()
        }

    def _keep(self, stamps: Mapping[UUID, str], found: Mapping[UUID, "_LookedAt"]) -> None:
        """Keeps what is planned, but for items that were decided on again meanwhile."""
        if not stamps:
            return
        now = self._store.now()
        with self._store.writing() as connection:
            struck = labels_due.strike(connection, stamps)
            ready = [key for key in found if key in struck]
            known = deliveries.known(connection, ready)
            planned = [
                _planned(route, key, found[key], known.get((key, route.sink)), now)
                for key in ready
                for route in found[key].routes
            ]
            deliveries.put(connection, [one for one in planned if one is not None])


@dataclass(frozen=True, slots=True)
class _LookedAt:
    """A label as it is now, how many decisions made it, when it may leave, and where to."""

    label: Label | None
    count: int
    free: datetime
    routes: tuple[Route, ...]


def _planned(
    route: Route, item_id: UUID, found: _LookedAt, known: Delivery | None, now: datetime
) -> Delivery | None:
    """The delivery as it is to be; None where nothing changes for this sink."""
    wanted = digest(found.label)
    if known is None:
        if found.label is None:
            return None
        return Delivery(
            item_id=item_id,
            sink=route.sink,
            state=DeliveryState.WAITING,
            version=found.count,
            wanted=wanted,
            is_final=route.is_final,
            next_try=now,
            changed_at=now,
        )
    if known.wanted == wanted:
        return None
    if route.is_final and known.sent:
        return known.model_copy(update={"wanted": wanted, "remark": str(STANDS), "changed_at": now})
    # also where the same was acknowledged before: a try in between may have arrived unacknowledged
    return known.model_copy(
        update={
            "wanted": wanted,
            "version": max(known.version + 1, found.count),
            "state": DeliveryState.WAITING,
            "attempts": 0,
            "next_try": now,
            "remark": "",
            "changed_at": now,
        }
    )
