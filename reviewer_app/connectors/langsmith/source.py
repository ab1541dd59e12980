"""Runs of a LangSmith project, or of one of its annotation queues, as a source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, ClassVar, Self

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.langsmith import listing
from reviewer_app.connectors.langsmith.connection import (
    OPTIONS,
    Connection,
    ProjectUnnamed,
    project_id,
)
from reviewer_app.connectors.langsmith.listing import Wanted
from reviewer_app.connectors.langsmith.run import Run, has_ended, record_of
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

Found = tuple[Mapping[str, Any], Run | None]
"""The item of a queue, empty without one, and its run."""


@dataclass(frozen=True, slots=True)
class LangSmithSource:
    """The runs of one project by when they began, or what waits in one annotation queue.

    Written against the public interface that LangSmith's Python package 0.15.0 describes, and
    tested against recorded shapes; it has not been run against the service.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "langsmith"

    name: str
    connection: Connection
    project: str = ""
    queue: str = ""
    wanted: Wanted = field(default_factory=Wanted)
    fields: Fields = field(default_factory=Fields)
    since: datetime | None = None
    overlap: timedelta = USUAL_OVERLAP
    has_trace: bool = False
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: a value that cannot be used, or neither project nor queue.
        """
        project, queue = options.get("project", ""), options.get("queue", "")
        if not project and not queue:
            raise ProjectUnnamed
        return cls(
            name,
            Connection.from_options(options),
            project,
            queue,
            Wanted(
                options.get("runs") != "all",
                options.get("filter", "").strip(),
                page_of(options.get("page"), PAGE_AT_MOST),
            ),
            Fields.parse(options.get("map", "")),
            since_of(options.get("since")),
            overlap_of(options.get("overlap")),
            options.get("trace") == "yes",
            limits,
        )

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The runs since the cursor and of the overlap before it, or all that wait in the queue.

        Raises:
            Unreachable: the server does not answer.
            ProjectUnknown, PushRefused, ServerTooOld: it does not know what is asked for.
        """
        starts = Starts()
        with self.connection.client() as client:
            held: Reading | None = None
            for item, run in self._found(client, cursor):
                if run is not None:
                    starts.saw(run.get("start_time"), has_ended=has_ended(run))
                    if not has_ended(run):
                        continue
                if held is not None:
                    yield held
                held = Reading(self._outcome(client, item, run), held.position + 1 if held else 1)
            if held is not None:
                last = None if self.queue else starts.cursor(cursor)
                yield Reading(held.outcome, held.position, held.position, last)

    def sample(self, count: int) -> Sequence[Sample]:
        """The first runs as LangSmith gives them, and what would come in of each.

        Raises:
            Unreachable: the server does not answer.
            ProjectUnknown, PushRefused, ServerTooOld: it does not know what is asked for.
        """
        with self.connection.client() as client:
            return [
                Sample(run or item, self._outcome(client, item, run))
                for item, run in islice(self._found(client, None), count)
            ]

    def _found(self, client: Client, cursor: str | None) -> Iterator[Found]:
        if self.queue:
            for page in listing.waiting(client, self.queue):
                runs = listing.queued(client, page)
                yield from ((item, runs.get(str(item.get("run_id")))) for item in page)
            return
        begins = begins_at(cursor, self.since, self.overlap)
        body = self.wanted.body(project_id(client, self.project), begins)
        yield from (({}, run) for run in listing.runs(client, body))

    def _outcome(
        self, client: Client, item: Mapping[str, Any], run: Run | None
    ) -> Incoming | Problem:
        if run is None:
            return _unreadable(item)
        place = sentence("run {run}", run=str(run.get("id")))
        faulty = problem_of(run, place)
        if faulty is not None:
            return faulty
        record = record_of(run, self.project or "LangSmith", item, self._trace(client, run))
        return self.fields.incoming(place, run, record, self.limits)

    def _trace(self, client: Client, run: Run) -> list[Run]:
        if not self.has_trace or not run.get("trace_id"):
            return []
        try:
            return listing.of_trace(client, run)
        except PushRefused:
            return []  # an output without its trace can still be judged


def _unreadable(item: Mapping[str, Any]) -> Problem:
    """Why an item of a queue brings no output."""
    place = sentence("queue item {item}", item=str(item.get("id")))
    if item.get("item_type") == "THREAD":
        why = sentence("it stands for a whole thread, which is no output to review")
    else:
        why = sentence("LangSmith has nothing of what it stands for any more")
    return Problem(place, "record", why, str(dict(item)))
