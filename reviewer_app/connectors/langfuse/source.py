"""Observations of a Langfuse project, or of one of its annotation queues, as a source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, ClassVar, Self

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.langfuse import listing
from reviewer_app.connectors.langfuse.connection import OPTIONS, Connection
from reviewer_app.connectors.langfuse.listing import Wanted
from reviewer_app.connectors.langfuse.observation import (
    Observation,
    has_ended,
    raw_of,
    record_of,
)
from reviewer_app.connectors.protocols import Option, Sample
from reviewer_app.connectors.web.client import Client
from reviewer_app.connectors.web.fields import Fields
from reviewer_app.connectors.web.moments import USUAL_OVERLAP, overlap_of
from reviewer_app.connectors.web.paging import page_of, since_of
from reviewer_app.connectors.web.sifting import problem_of
from reviewer_app.connectors.web.starts import Starts, begins_at
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits

PAGE_AT_MOST = 1_000

Found = tuple[Mapping[str, Any], Observation | None]
"""The item of a queue, empty without one, and its observation."""


@dataclass(frozen=True, slots=True)
class LangfuseSource:
    """The observations of one project by when they began, or the pending items of one queue.

    Written against the public interface that Langfuse's Python package 5.0.4 describes, and tested
    against recorded shapes; it has not been run against the service.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "langfuse"

    name: str
    connection: Connection
    wanted: Wanted = field(default_factory=Wanted)
    queue: str = ""
    fields: Fields = field(default_factory=Fields)
    since: datetime | None = None
    overlap: timedelta = USUAL_OVERLAP
    has_trace: bool = False
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: a value that cannot be used.
        """
        return cls(
            name,
            Connection.from_options(options),
            _wanted(options),
            options.get("queue", ""),
            Fields.parse(options.get("map", "")),
            since_of(options.get("since")),
            overlap_of(options.get("overlap")),
            options.get("trace") == "yes",
            limits,
        )

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The observations since the cursor and of the overlap before it, or all that is pending.

        Raises:
            Unreachable: the server does not answer.
            PushRefused: it does not know what is asked for.
        """
        starts = Starts()
        with self.connection.client() as client:
            held: Reading | None = None
            for item, observation in self._found(client, cursor):
                if observation is not None:
                    starts.saw(observation.get("startTime"), has_ended=has_ended(observation))
                    if not has_ended(observation):
                        continue
                if held is not None:
                    yield held
                outcome = self._outcome(client, item, observation)
                held = Reading(outcome, held.position + 1 if held else 1)
            if held is not None:
                last = None if self.queue else starts.cursor(cursor)
                yield Reading(held.outcome, held.position, held.position, last)

    def sample(self, count: int) -> Sequence[Sample]:
        """The first observations, as expressions see them, and what would come in of each.

        Raises:
            Unreachable: the server does not answer.
            PushRefused: it does not know what is asked for.
        """
        with self.connection.client() as client:
            return [
                Sample(raw_of(one or item), self._outcome(client, item, one))
                for item, one in islice(self._found(client, None), count)
            ]

    def _found(self, client: Client, cursor: str | None) -> Iterator[Found]:
        if self.queue:
            for item in listing.pending(client, self.queue):
                is_session = item.get("objectType") == "SESSION"
                found = None if is_session else listing.queued(client, item, self.wanted)
                yield {"queueId": self.queue, **item}, found
            return
        begins = begins_at(cursor, self.since, self.overlap)
        for one in listing.observations(client, self.wanted.params(begins)):
            yield {}, one

    def _outcome(
        self, client: Client, item: Mapping[str, Any], observation: Observation | None
    ) -> Incoming | Problem:
        if observation is None:
            return _unreadable(item)
        place = sentence("observation {observation}", observation=str(observation.get("id")))
        faulty = problem_of(observation, place)
        if faulty is not None:
            return faulty
        trace = self._trace(client, str(observation.get("traceId") or ""))
        record = record_of(observation, item, trace)
        return self.fields.incoming(place, raw_of(observation), record, self.limits)

    def _trace(self, client: Client, trace: str) -> list[Observation]:
        if not self.has_trace or not trace:
            return []
        try:
            return listing.of_trace(client, trace)
        except PushRefused:
            return []  # an output without its trace can still be judged


def _unreadable(item: Mapping[str, Any]) -> Problem:
    """Why an item of a queue brings no output."""
    place = sentence("queue item {item}", item=str(item.get("id")))
    if item.get("objectType") == "SESSION":
        why = sentence("it stands for a whole session, which is no output to review")
    else:
        why = sentence("Langfuse has nothing of what it stands for any more")
    return Problem(place, "record", why, str(dict(item)))


def _wanted(options: Mapping[str, str]) -> Wanted:
    return Wanted(
        are_roots=options.get("observations") != "all",
        environment=options.get("environment", "").strip(),
        type=options.get("type", "").strip().upper(),
        expand=",".join(filter(None, (k.strip() for k in options.get("expand", "").split(",")))),
        page=page_of(options.get("page"), PAGE_AT_MOST),
    )
