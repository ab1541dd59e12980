"""Which labels are to go to which sinks, once the time to take a decision back has passed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
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
        window. What was planned is on disk.
        """
        with self._store.reading() as connection:
            if not labels_due.noted(connection, 1):
                return None
        after: UUID | None = None
        next_free: datetime | None = None
        while True:
            with self._store.writing() as connection:
                ids = labels_due.noted(connection, AT_ONCE, after)
                if not ids:
                    return next_free
                held = self._held(connection, ids)
                ready = [key for key in ids if key not in held]
                self._plan(connection, ready, routes)
                labels_due.strike(connection, ready)
            next_free = min([*held.values(), *([next_free] if next_free else [])], default=None)
            after = ids[-1]

    def _held(self, connection: Connection, ids: Sequence[UUID]) -> dict[UUID, datetime]:
        """The items whose label may not leave yet, and when it may."""
        engine, now = self._policies.engine(), self._store.now()
        acts = labels_due.acts(connection, ids)
        recent = [key for key, act in acts.items() if now - act.last < timedelta(days=1)]
        held = {}
        for key, (judged, _) in labels(connection, recent).items():
            window = engine.step(judged.item.workflow, judged.item.step).undo_window
            free = min(acts[key].last, now) + window
            if free > now:
                held[key] = free
        return held

    def _plan(self, connection: Connection, ids: Sequence[UUID], routes: Sequence[Route]) -> None:
        if not routes:
            return
        acts = labels_due.acts(connection, ids)
        known = deliveries.known(connection, list(acts))
        now, fresh = self._store.now(), []
        for key, (judged, label) in labels(connection, list(acts)).items():
            for route in routes:
                if route.takes(judged.item.source):
                    before = known.get((key, route.sink))
                    planned = _planned(route, judged.item.id, label, before, now)
                    if planned is not None:
                        version = max(planned.version, acts[key].count)
                        fresh.append(planned.model_copy(update={"version": version}))
        deliveries.put(connection, fresh)


def _planned(
    route: Route, item_id: UUID, label: Label | None, known: Delivery | None, now: datetime
) -> Delivery | None:
    """The delivery as it is to be; None where nothing changes for this sink."""
    wanted = digest(label)
    if known is None:
        if label is None:
            return None
        return Delivery(
            item_id=item_id,
            sink=route.sink,
            state=DeliveryState.WAITING,
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
            "version": known.version + 1,
            "state": DeliveryState.WAITING,
            "attempts": 0,
            "next_try": now,
            "remark": "",
            "changed_at": now,
        }
    )
