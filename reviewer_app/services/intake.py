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
    pace: Pace = field(default_factory=Pace)
    refused: set[UUID] = field(default_factory=set)


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
        started, result = time.monotonic(), PullResult()
        pull = _Pull(source.name, self._policies.engine(), origin)
        cursor = self._cursor(source.name) if origin is None else None
        for batch in batches(source.read(cursor), pull.pace):
            result = result.after(self._take(pull, batch), batch.problems)
            on_progress(
                Progress(batch.position, batch.total, result.records, time.monotonic() - started)
            )
            if cancelled():
                return replace(result, cancelled=True)
        if origin is not None:
            self._settle(source.name, origin, pull.refused)
        while self._index():
            continue
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
            if pull.origin is None and batch.cursor is not None:
                now = self._store.now()
                arrivals.put_cursor(transaction.connection, pull.source, batch.cursor, now)
        batch.records.clear()
        self._index()
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
