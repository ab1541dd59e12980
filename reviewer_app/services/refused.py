"""The records that a reading refuses: kept, and settled once they are read without fault."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from reviewer_app.domain.identity import refusal_id
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.records import Refusal
from reviewer_app.services.batches import Batch
from reviewer_app.store import refusals
from reviewer_app.store.store import Connection, Store

LISTED = 1_000
"""How many refusals a result names; all of them are kept in the store."""

RAW_LENGTH = 4_000
"""Characters of a refused record that are kept."""


def listed(before: Sequence[Problem], fresh: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems that a result names, with those of one more batch."""
    return (*before, *fresh[: LISTED - len(before)])


@dataclass(frozen=True)
class Refusals:
    """The refusals of one reading of one source.

    Attributes:
        origin: how the refused records can be read again; empty for a configured source.
    """

    store: Store
    source: str
    origin: Mapping[str, Any]
    _standing: dict[str, list[UUID]] = field(default_factory=dict)
    _again: set[UUID] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Looks up what stands from earlier readings of the same."""
        with self.store.reading() as connection:
            for refusal in refusals.standing(connection, self.source):
                if _way(refusal.origin) == _way(self.origin):
                    self._standing.setdefault(refusal.place, []).append(refusal.id)

    def record(self, connection: Connection, batch: Batch) -> None:
        """Keeps what a batch refuses, and settles what stood where it has valid records."""
        kept = [self._refusal(problem) for problem in batch.problems]
        refusals.put(connection, kept)
        self._again.update(refusal.id for refusal in kept)
        if self._standing:
            fixed = [key for r in batch.records for key in self._standing.get(r.place, ())]
            refusals.settle(connection, fixed, self.store.now())

    def settle_rest(self) -> None:
        """Forgets what stood and was not refused again, now that all was read."""
        stood = (key for keys in self._standing.values() for key in keys)
        fixed = [key for key in stood if key not in self._again]
        if fixed:
            with self.store.writing() as connection:
                refusals.settle(connection, fixed, self.store.now())

    def _refusal(self, problem: Problem) -> Refusal:
        return Refusal(
            id=refusal_id(self.source, problem.place, problem.field, problem.reason),
            source=self.source,
            place=problem.place,
            field=problem.field,
            reason=problem.reason,
            raw=problem.raw[:RAW_LENGTH],
            origin=dict(self.origin),
            at=self.store.now(),
        )


def _way(origin: Mapping[str, Any]) -> tuple[Any, bool]:
    """What tells readings apart: the file, and whether its judgements were asked for."""
    return origin.get("path"), bool(origin.get("judgements"))
