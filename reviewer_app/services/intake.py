"""Pulling: records come in, the policy judges them, and each batch is on disk before the next."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.identity import refusal_id
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.records import Refusal
from reviewer_app.policy.engine import Engine
from reviewer_app.services import arriving
from reviewer_app.services.batches import Batch, Pace, batches
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.store import arrivals, refusals, search
from reviewer_app.store.store import Store

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


@dataclass(frozen=True)
class _Pull:
    """One pull under way: where it reads from, by which policy, and what it refused so far."""

    source: str
    engine: Engine
    origin: Mapping[str, Any] | None
    standing: dict[str, list[UUID]]
    pace: Pace = field(default_factory=Pace)
    refused: set[UUID] = field(default_factory=set)

    def fixed_by(self, batch: Batch) -> list[UUID]:
        """The refusals that stood at places where a valid record was read now."""
        if not self.standing:
            return []
        return [key for record in batch.records for key in self.standing.get(record.place, ())]


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
        standing = self._standing(source.name, origin)
        pull = _Pull(source.name, self._policies.engine(), origin, standing)
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
            self._settle(pull)
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
        kept = [self._refusal(pull, problem) for problem in batch.problems]
        pull.refused.update(r.id for r in kept)
        with pull.pace.measured(len(batch.records)), self._store.transaction() as transaction:
            taken = arriving.take_in(transaction, pull.source, prepared)
            refusals.put(transaction.connection, kept)
            refusals.settle(transaction.connection, pull.fixed_by(batch), self._store.now())
            if pull.origin is None and batch.cursor is not None:
                now = self._store.now()
                arrivals.put_cursor(transaction.connection, pull.source, batch.cursor, now)
        batch.records.clear()
        self.catch_up()
        return taken

    def _refusal(self, pull: _Pull, problem: Problem) -> Refusal:
        return Refusal(
            id=refusal_id(pull.source, problem.place, problem.field, problem.reason),
            source=pull.source,
            place=problem.place,
            field=problem.field,
            reason=problem.reason,
            raw=problem.raw[:RAW_LENGTH],
            origin=dict(pull.origin or {}),
            at=self._store.now(),
        )

    def _cursor(self, source: str) -> str | None:
        with self._store.reading() as connection:
            return arrivals.cursor(connection, source)

    def catch_up(self) -> None:
        """Makes searchable what came in, also by a pull that was killed right before it did."""
        indexed = search.AT_ONCE
        while indexed == search.AT_ONCE:
            with self._store.writing() as connection:
                indexed = search.index_some(connection)

    def _standing(self, source: str, origin: Mapping[str, Any] | None) -> dict[str, list[UUID]]:
        """The refusals of this source, or of this file alone, by the place they stood at."""
        path = (origin or {}).get("path")
        found: dict[str, list[UUID]] = {}
        with self._store.reading() as connection:
            for refusal in refusals.standing(connection, source):
                if refusal.origin.get("path") == path:
                    found.setdefault(refusal.place, []).append(refusal.id)
        return found

    def _settle(self, pull: _Pull) -> None:
        """Forgets the refusals of what was read whole without refusing them again."""
        standing = self._standing(pull.source, pull.origin)
        fixed = [key for keys in standing.values() for key in keys if key not in pull.refused]
        if fixed:
            with self._store.writing() as connection:
                refusals.settle(connection, fixed, self._store.now())
