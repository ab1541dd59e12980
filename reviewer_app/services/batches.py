"""Readings gathered into batches that are worth a transaction and hold its lock only shortly."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reviewer_app.domain.incoming import Incoming, Problem, Reading

LOCK_SECONDS = 0.02
"""How long a batch may hold the write lock: a decision made meanwhile waits no longer."""

RECORDS = (25, 2_000)
"""The bounds of a batch's size, whatever its speed."""

CHARACTERS = 4_000_000
"""Content that a batch holds in memory at most, unless one record alone is larger."""


@dataclass
class Batch:
    """Records and problems in the order they were read, and where the reading stood then."""

    records: list[Incoming] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    characters: int = 0
    position: int = 0
    total: int | None = None
    cursor: str | None = None

    def take(self, reading: Reading) -> None:
        """Adds one more reading."""
        self.position, self.total, self.cursor = reading.position, reading.total, reading.cursor
        if isinstance(reading.outcome, Problem):
            self.problems.append(reading.outcome)
        else:
            self.records.append(reading.outcome)
            self.characters += reading.outcome.size

    def __len__(self) -> int:
        """How many readings it has."""
        return len(self.records) + len(self.problems)


class Pace:
    """The batch size that keeps the write lock short, learned from the batches before."""

    def __init__(self, start: int = RECORDS[0]) -> None:
        self.size = start

    @contextmanager
    def measured(self, size: int) -> Iterator[None]:
        """Times what a batch of `size` does under the lock; the next one may at most double."""
        started = time.monotonic()
        yield
        fitting = max(size, 1) * LOCK_SECONDS / max(time.monotonic() - started, 1e-4)
        low, high = RECORDS
        self.size = int(min(max(fitting, low), self.size * 2, high))


def batches(readings: Iterator[Reading], pace: Pace) -> Iterator[Batch]:
    """The readings in batches of the pace's size. A batch given out is not held any longer.

    Where the source fails, what was read before is given out, and the failure after it.
    """
    batch = Batch()
    try:
        for reading in readings:
            batch.take(reading)
            del reading
            if len(batch) >= pace.size or batch.characters >= CHARACTERS:
                full, batch = batch, Batch()
                yield full
                del full
    except Exception:
        if len(batch):
            yield batch
        raise
    if len(batch):
        yield batch
