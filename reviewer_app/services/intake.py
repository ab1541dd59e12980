"""Pulling: records come in, the policy judges them, and each batch is on disk before the next."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.identity import refusal_id
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.domain.records import Refusal
from reviewer_app.services import arriving
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.store import arrivals, refusals, search
from reviewer_app.store.store import Store

LOCK_SECONDS = 0.02
"""How long a batch may hold the write lock: a decision made meanwhile waits no longer."""

BATCH_RECORDS = (25, 2_000)
"""The bounds of a batch's size, whatever its speed."""

BATCH_CHARACTERS = 8_000_000
"""Content that a batch holds in memory at most, unless one record alone is larger."""

LISTED_REFUSALS = 1_000
"""How many refusals a result names; all of them are kept in the store."""

RAW_LENGTH = 4_000
"""Characters of a refused record that are kept."""


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
            refused=(*self.refused, *other.refused)[:LISTED_REFUSALS],
            cancelled=self.cancelled or other.cancelled,
        )

    def after(self, batch: arriving.Taken, problems: list[Problem]) -> "PullResult":
        """The result with one more batch in it."""
        room = LISTED_REFUSALS - len(self.refused)
        return replace(
            self,
            new=self.new + batch.new,
            unchanged=self.unchanged + batch.unchanged,
            revised=self.revised + batch.revised,
            flagged=self.flagged + batch.flagged,
            sampled=self.sampled + batch.sampled,
            released=self.released + batch.released,
            refused=(*self.refused, *problems[:room]),
            refused_count=self.refused_count + len(problems),
        )


@dataclass
class _Batch:
    """Readings gathered until they are worth a transaction."""

    records: list[Incoming] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    characters: int = 0
    last: Reading | None = None

    def take(self, reading: Reading) -> None:
        self.last = reading
        if isinstance(reading.outcome, Problem):
            self.problems.append(reading.outcome)
        else:
            self.records.append(reading.outcome)
            self.characters += reading.outcome.size

    def is_full(self, size: int) -> bool:
        count = len(self.records) + len(self.problems)
        return count >= size or self.characters >= BATCH_CHARACTERS


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
    ) -> PullResult:
        """Pulls everything the source has. What is committed stays when it is stopped.

        Args:
            source: where records come from.
            on_progress: told after each batch.
            cancelled: asked after each batch.
            origin: how refused records can be read again; without it the source keeps a cursor.

        Raises:
            ReviewerError: the source or the database failed; batches before it are kept.
        """
        engine, started = self._policies.engine(), time.monotonic()
        cursor = self._cursor(source.name) if origin is None else None
        result, refused, pace = PullResult(), set[UUID](), _Pace()
        for batch in _batches(source.read(cursor), pace):
            prepared = arriving.prepare(self._store, source.name, batch.records, engine)
            kept = self._refusals(source.name, batch, origin or {})
            refused.update(r.id for r in kept)
            with pace.measured(len(batch.records)):
                taken = self._commit(
                    source.name, prepared, kept, batch.last if origin is None else None
                )
            result = result.after(taken, batch.problems)
            self._index()
            _tell(on_progress, batch.last, result.records, time.monotonic() - started)
            if cancelled():
                return replace(result, cancelled=True)
        if origin is not None:
            self._settle(source.name, origin, refused)
        while self._index():
            continue
        return result

    def standing_refusals(self) -> list[Refusal]:
        """The records that were refused and not fixed since."""
        with self._store.reading() as connection:
            return refusals.standing(connection)

    def _refusals(self, source: str, batch: _Batch, origin: Mapping[str, Any]) -> list[Refusal]:
        now = self._store.now()
        return [
            Refusal(
                id=refusal_id(source, p.place, p.field, p.reason),
                source=source,
                place=p.place,
                field=p.field,
                reason=p.reason,
                raw=p.raw[:RAW_LENGTH],
                origin=dict(origin),
                at=now,
            )
            for p in batch.problems
        ]

    def _commit(
        self, source: str, prepared: arriving.Prepared, kept: list[Refusal], at: Reading | None
    ) -> arriving.Taken:
        """One batch, its refusals and, where `at` has one, the source's cursor: all or nothing."""
        with self._store.transaction() as transaction:
            taken = arriving.take_in(transaction, source, prepared)
            refusals.put(transaction.connection, kept)
            if at is not None and at.cursor is not None:
                now = self._store.now()
                arrivals.put_cursor(transaction.connection, source, at.cursor, now)
        return taken

    def _cursor(self, source: str) -> str | None:
        with self._store.reading() as connection:
            return arrivals.cursor(connection, source)

    def _index(self) -> int:
        with self._store.writing() as connection:
            return search.index_some(connection)

    def _settle(self, source: str, origin: Mapping[str, Any], refused: set[UUID]) -> None:
        """Forgets the refusals of a file that was read whole without refusing them again."""
        with self._store.reading() as connection:
            fixed = [
                r.id
                for r in refusals.standing(connection, source)
                if r.origin.get("path") == origin.get("path") and r.id not in refused
            ]
        if fixed:
            with self._store.writing() as connection:
                refusals.settle(connection, fixed, self._store.now())


class _Pace:
    """The batch size that keeps the write lock short, learned from the batches before."""

    def __init__(self) -> None:
        self.size = BATCH_RECORDS[0]

    @contextmanager
    def measured(self, size: int) -> Iterator[None]:
        """Times what a batch of `size` does under the lock; the next one may at most double."""
        started = time.monotonic()
        yield
        fitting = max(size, 1) * LOCK_SECONDS / max(time.monotonic() - started, 1e-4)
        low, high = BATCH_RECORDS
        self.size = int(min(max(fitting, low), self.size * 2, high))


def _batches(readings: Iterator[Reading], pace: _Pace) -> Iterator[_Batch]:
    batch = _Batch()
    for reading in readings:
        batch.take(reading)
        if batch.is_full(pace.size):
            yield batch
            batch = _Batch()
    if batch.last is not None:
        yield batch


def _tell(report: Report, last: Reading | None, records: int, seconds: float) -> None:
    if last is not None:
        report(Progress(last.position, last.total, records, seconds))
