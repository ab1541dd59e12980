"""Pulling: records come in, the policy judges them, and each batch is on disk before the next."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.records import Refusal
from reviewer_app.policy.engine import Engine
from reviewer_app.services import arriving, seeding
from reviewer_app.services.batches import Batch, Pace, batches
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.services.refused import Refusals, listed
from reviewer_app.store import arrivals, refusals, search
from reviewer_app.store.arrivals import Arrival
from reviewer_app.store.store import Store
from reviewer_app.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class PullResult:
    """What a pull came to. `refused` names the first of `refused_count` refusals."""

    new: int = 0
    unchanged: int = 0
    revised: int = 0
    flagged: int = 0
    sampled: int = 0
    released: int = 0
    refused: tuple[Problem, ...] = ()
    refused_count: int = 0
    cancelled: bool = False

    @property
    def records(self) -> int:
        """How many records were read."""
        return self.new + self.unchanged + self.revised + self.refused_count

    def __add__(self, other: "PullResult") -> "PullResult":
        """Both together."""
        counts = ("new", "unchanged", "revised", "flagged", "sampled", "released", "refused_count")
        return PullResult(
            **{name: getattr(self, name) + getattr(other, name) for name in counts},
            refused=listed(self.refused, other.refused),
            cancelled=self.cancelled or other.cancelled,
        )

    def after(self, batch: arriving.Taken, problems: list[Problem]) -> "PullResult":
        """The result with one more batch in it."""
        return replace(
            self,
            new=self.new + batch.new,
            unchanged=self.unchanged + batch.unchanged,
            revised=self.revised + batch.revised,
            flagged=self.flagged + batch.flagged,
            sampled=self.sampled + batch.sampled,
            released=self.released + batch.released,
            refused=listed(self.refused, problems),
            refused_count=self.refused_count + len(problems),
        )


@dataclass(frozen=True)
class _Pull:
    """One pull under way: where it reads from, by which policy, and what it refuses."""

    source: str
    engine: Engine
    refusals: Refusals
    keeps_cursor: bool
    pace: Pace = field(default_factory=Pace)


class Intake:
    """Takes records in, for one profile."""

    def __init__(self, store: Store, policies: Policies) -> None:
        self._store = store
        self._policies = policies

    def pull(
        self,
        source: Source,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
        origin: Mapping[str, Any] | None = None,
        *,
        anew: bool = False,
    ) -> PullResult:
        """Pulls everything the source has. What is committed stays when it is stopped.

        Args:
            source: where records come from.
            on_progress: told after each batch.
            cancelled: asked after each batch.
            origin: how refused records can be read again; without it the source keeps a cursor.
            anew: reads a source from its start, whatever its cursor says.

        Raises:
            ReviewerError: the source or the database failed; batches before it are kept.
        """
        started, result = time.monotonic(), PullResult()
        refused = Refusals(self._store, source.name, origin or {})
        pull = _Pull(source.name, self._policies.engine(), refused, keeps_cursor=origin is None)
        is_whole = anew or origin is not None
        cursor = None if is_whole else self._cursor(source.name)
        for batch in batches(source.read(cursor), pull.pace):
            result = result.after(self._take(pull, batch), batch.problems)
            on_progress(
                Progress(batch.position, batch.total, result.records, time.monotonic() - started)
            )
            if cancelled():
                return replace(result, cancelled=True)
        if is_whole:
            refused.settle_rest()
        return result

    def standing_refusals(self) -> list[Refusal]:
        """The records that were refused and not fixed since."""
        with self._store.reading() as connection:
            return refusals.standing(connection)

    def _take(self, pull: _Pull, batch: Batch) -> arriving.Taken:
        """Commits one batch, its refusals and the source's cursor: all or nothing.

        The batch's records are let go, so that no two large ones are held at a time.
        """
        prepared = arriving.prepare(self._store, pull.source, batch.records, pull.engine)
        with pull.pace.measured(len(batch.records)), self._store.transaction() as transaction:
            taken = arriving.take_in(transaction, pull.source, prepared)
            self._seed(transaction, pull, taken)
            pull.refusals.record(transaction.connection, batch)
            if pull.keeps_cursor and batch.cursor is not None:
                now = self._store.now()
                arrivals.put_cursor(transaction.connection, pull.source, batch.cursor, now)
        batch.records.clear()
        self.catch_up()
        return taken

    def _seed(self, transaction: Transaction, pull: _Pull, taken: arriving.Taken) -> None:
        """Puts known items among those that came, for steps whose policy wants them."""
        now = self._store.now()

        def make(record: Incoming, key: tuple[UUID, str]) -> Arrival:
            return arriving.arrival_of(pull.source, record, key, pull.engine, now)

        seeding.seed(transaction, taken.arrived, pull.engine, make)

    def _cursor(self, source: str) -> str | None:
        with self._store.reading() as connection:
            return arrivals.cursor(connection, source)

    def catch_up(self) -> None:
        """Makes searchable what came in, also by a pull that was killed right before it did."""
        indexed = search.AT_ONCE if self._is_behind() else 0
        while indexed == search.AT_ONCE:
            with self._store.writing() as connection:
                indexed = search.index_some(connection)

    def _is_behind(self) -> bool:
        with self._store.reading() as connection:
            return search.is_behind(connection)
