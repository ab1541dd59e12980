"""A LangGraph server as a source: every interrupt that waits is an item."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, ClassVar, Self

from reviewer_app.connectors.langgraph.options import OPTIONS, Connection
from reviewer_app.connectors.langgraph.records import Found, incoming_of
from reviewer_app.connectors.langgraph.threads import State, Threads
from reviewer_app.connectors.protocols import Option, Sample
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.incoming import Reading
from reviewer_app.domain.validation import Limits

REMEMBERED = 5_000
"""Waiting threads that a cursor remembers; of more, the others are read again each time."""


@dataclass(frozen=True, slots=True)
class LangGraphSource:
    """The interrupts of a server's threads.

    All threads that wait are listed at each reading. The cursor remembers when each was last
    changed: one that has not changed since is not read again, so that nothing depends on clocks.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "langgraph"

    name: str
    connection: Connection
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: an address, a mapping or a number that makes no sense.
        """
        return cls(name, Connection.of(options), limits)

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """What waits and has changed since the cursor.

        Raises:
            Unreachable, PushRefused: the server does not tell.
        """
        known = self._known(cursor)
        seen: dict[str, str] = {}
        held: Reading | None = None
        for _, reading in self._readings(known, seen):
            if held is not None:
                yield held
            held = reading
        if held is not None:
            yield Reading(held.outcome, held.position, held.total, self._cursor(seen))

    def sample(self, count: int) -> Sequence[Sample]:
        """The interrupts that have waited longest.

        Raises:
            Unreachable, PushRefused: the server does not tell.
        """
        readings = self._readings({}, {})
        return [Sample(found.raw, one.outcome) for found, one in islice(readings, count)]

    def _readings(
        self, known: Mapping[str, str], seen: dict[str, str]
    ) -> Iterator[tuple[Found, Reading]]:
        """Each interrupt with where it was found; fills `seen` with the threads that were read."""
        with self.connection.client() as client:
            threads = Threads(client)
            listed = threads.waiting(self.connection.metadata, self.connection.page)
            for n, thread in enumerate(listed, 1):
                seen[thread.id] = thread.updated_at
                if thread.updated_at and known.get(thread.id) == thread.updated_at:
                    continue
                state = threads.state(thread.id) or State()
                for interrupt in state.waiting:
                    found = Found(thread, state, interrupt)
                    outcome = incoming_of(found, self.connection, self.limits)
                    yield found, Reading(outcome, n, len(listed))

    @property
    def _terms(self) -> str:
        """What a record depends on beside the thread: where it changes, all are read again."""
        fields = {name: way.expression for name, way in self.connection.fields.expressions.items()}
        return digest_of(json.dumps([fields, self.connection.assistant]))[:16]

    def _cursor(self, seen: Mapping[str, str]) -> str:
        latest = dict(list(seen.items())[-REMEMBERED:])
        return json.dumps({"terms": self._terms, "threads": latest})

    def _known(self, cursor: str | None) -> Mapping[str, str]:
        try:
            told: Any = json.loads(cursor or "{}")
        except ValueError:
            return {}
        if not isinstance(told, dict) or told.get("terms") != self._terms:
            return {}
        threads = told.get("threads")
        return threads if isinstance(threads, dict) else {}
