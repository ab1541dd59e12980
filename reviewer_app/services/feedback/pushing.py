"""Pushes labels to a sink: at least once, one effect; what is refused does not block the rest."""

import logging
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import timedelta

from reviewer_app.connectors.failures import AnswerConflict, Unreachable
from reviewer_app.connectors.protocols import Sink
from reviewer_app.domain.delivery import Delivery, DeliveryState, pause_after
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence
from reviewer_app.services.feedback.outgoing import outgoing
from reviewer_app.services.progress import Cancelled, never
from reviewer_app.services.withheld import FetchContent
from reviewer_app.store import deliveries, identity, labels_due
from reviewer_app.store.store import Store

log = logging.getLogger("reviewer.feedback")

AT_ONCE = 50
"""Deliveries that are read at a time."""

IN_A_ROW = 3
"""So many that nobody answered for, one after the other, and the sink is left alone for now."""

CLAIM = timedelta(minutes=2)
"""How long a process that pushes to a sink keeps others from it without saying so again."""

Renew = Callable[[], None]
Leased = Callable[[str], AbstractContextManager[Renew]]
"""Makes sure that this machine alone pushes to a sink while the context lasts and is renewed."""


def _nothing() -> None:
    """Renews what needs no renewal."""


def alone(_sink: str) -> AbstractContextManager[Renew]:
    """For a profile that belongs to no team."""
    return nullcontext(_nothing)


@dataclass(frozen=True, slots=True)
class PushResult:
    """What came of pushing to one sink. `trouble` says why it was left alone, if it was."""

    sink: str
    delivered: int = 0
    failed: int = 0
    conflicts: int = 0
    postponed: int = 0
    trouble: str = ""
    retry_after: float | None = None
    is_elsewhere: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether nothing was to be done."""
        return self == PushResult(self.sink)


class Pushing:
    """Tells sinks what they are to be told."""

    def __init__(
        self,
        store: Store,
        fetch_content: FetchContent | None = None,
        leased: Leased = alone,
    ) -> None:
        """Takes the store, what fetches contents that are not here, and what keeps others out."""
        self._store, self._fetch_content, self._leased = store, fetch_content, leased
        self._holder = identity.new_random_id()

    def has_due(self, sink: str) -> bool:
        """Whether anything is to be pushed to a sink now: asking costs nobody anything."""
        with self._store.reading() as connection:
            return bool(deliveries.due(connection, sink, self._store.now(), 1))

    def push(self, sink: Sink, cancelled: Cancelled = never) -> PushResult:
        """Pushes everything that is due to this sink now.

        Raises:
            ReviewerError: the hub does not say whether another machine pushes there.
        """
        if not self._claim(sink):
            return PushResult(sink.name, is_elsewhere=True)
        try:
            with self._leased(sink.name) as renew:
                return self._push_due(sink, renew, cancelled)
        finally:
            with self._store.writing() as connection:
                deliveries.give_back(connection, sink.name, self._holder)

    def _push_due(self, sink: Sink, renew: Renew, cancelled: Cancelled) -> PushResult:
        done, claimed = _Pass(), self._store.now()
        while not (done.is_over() or cancelled()):
            with self._store.reading() as connection:
                batch = deliveries.due(connection, sink.name, self._store.now(), AT_ONCE)
            if not batch:
                break
            for delivery in batch:
                renew()
                if abs(self._store.now() - claimed) > CLAIM / 4:
                    if not self._claim(sink):
                        return done.result(sink.name)
                    claimed = self._store.now()
                done.note(*self._push_one(sink, delivery))
                if done.is_over() or cancelled():
                    break
        return done.result(sink.name)

    def _push_one(self, sink: Sink, delivery: Delivery) -> tuple[DeliveryState, Unreachable | None]:
        """Pushes one label and keeps what came of it."""
        made, digest = outgoing(self._store, delivery, self._fetch_content)
        if digest != delivery.wanted:
            self._plan_again(delivery)
            return DeliveryState.WAITING, None
        try:
            receipt = sink.push(made)
        except Unreachable as failure:
            self._keep(delivery, DeliveryState.WAITING, str(failure), failure.retry_after)
            return DeliveryState.WAITING, failure
        except ReviewerError as refusal:
            is_conflict = isinstance(refusal, AnswerConflict)
            state = DeliveryState.CONFLICT if is_conflict else DeliveryState.FAILED
            self._keep(delivery, state, str(refusal))
            return state, None
        except Exception:
            log.exception("the sink “%s” (%s) broke on a label", sink.name, sink.kind)
            self._keep(delivery, DeliveryState.FAILED, str(_broken(sink)))
            return DeliveryState.FAILED, None
        self._keep_delivered(delivery, receipt)
        return DeliveryState.DELIVERED, None

    def _plan_again(self, delivery: Delivery) -> None:
        """The label changed meanwhile: it leaves when its own time to be taken back has passed."""
        with self._store.writing() as connection:
            labels_due.note(connection, [delivery.item_id])
        self._keep(delivery, DeliveryState.WAITING, delivery.remark)

    def _keep(
        self, seen: Delivery, state: DeliveryState, remark: str, retry_after: float | None = None
    ) -> None:
        attempts, now = seen.attempts + 1, self._store.now()
        seconds = max(pause_after(attempts, seen.item_id), retry_after or 0.0)
        with self._store.writing() as connection:
            current = deliveries.known(connection, [seen.item_id]).get((seen.item_id, seen.sink))
            if current is None or current.version != seen.version:
                return  # another label is wanted by now, and has its own tries
            changed = {
                "state": state,
                "attempts": attempts,
                "remark": remark,
                "next_try": now + timedelta(seconds=seconds),
                "changed_at": now,
            }
            deliveries.put(connection, [current.model_copy(update=changed)])

    def _keep_delivered(self, seen: Delivery, receipt: str) -> None:
        """The sink has this label, and maybe another one is wanted by now."""
        now = self._store.now()
        with self._store.writing() as connection:
            current = deliveries.known(connection, [seen.item_id]).get((seen.item_id, seen.sink))
            if current is None:
                return
            there = {"sent": seen.wanted, "receipt": receipt, "delivered_at": now}
            if current.version == seen.version:
                there |= {"state": DeliveryState.DELIVERED, "remark": "", "changed_at": now}
            deliveries.put(connection, [current.model_copy(update=there)])

    def _claim(self, sink: Sink) -> bool:
        now = self._store.now()
        with self._store.writing() as connection:
            return deliveries.take(connection, sink.name, self._holder, now, now + CLAIM)


@dataclass
class _Pass:
    """One pass over what is due to a sink: what came of it so far, and whether it goes on."""

    counts: Counter[DeliveryState] = field(default_factory=Counter)
    in_a_row: int = 0
    trouble: Unreachable | None = None

    def note(self, state: DeliveryState, failure: Unreachable | None) -> None:
        """Counts one label, and the failures that follow one another."""
        self.counts[state] += 1
        self.trouble = failure
        self.in_a_row = self.in_a_row + 1 if failure else 0

    def is_over(self) -> bool:
        """Whether the sink is left alone for now: it said so, or nobody answered a few times."""
        says_when = self.trouble is not None and self.trouble.retry_after is not None
        return says_when or self.in_a_row >= IN_A_ROW

    def result(self, sink: str) -> PushResult:
        """What came of it."""
        return PushResult(
            sink,
            self.counts[DeliveryState.DELIVERED],
            self.counts[DeliveryState.FAILED],
            self.counts[DeliveryState.CONFLICT],
            self.counts[DeliveryState.WAITING],
            self.trouble.told if self.trouble else "",
            self.trouble.retry_after if self.trouble else None,
        )


def _broken(sink: Sink) -> str:
    return sentence(
        "The connector “{kind}” failed on this label; the log says where. The label is kept: try "
        "it again once the connector was mended.",
        kind=sink.kind,
    )
