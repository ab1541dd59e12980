"""The traces of an MLflow experiment as a source of records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import ClassVar, Self

from reviewer_app.connectors.mlflow import experiment as experiments
from reviewer_app.connectors.mlflow.connection import OPTIONS, Connection
from reviewer_app.connectors.mlflow.listing import Info, Listing, length_of, start_of
from reviewer_app.connectors.mlflow.mark import Mark
from reviewer_app.connectors.mlflow.record import Recording, raw_of
from reviewer_app.connectors.mlflow.recorded import Recorded, fetched
from reviewer_app.connectors.mlflow.wanted import RUNNING, Wanted
from reviewer_app.connectors.protocols import Option, Sample
from reviewer_app.connectors.web.client import Client
from reviewer_app.connectors.web.fields import Fields
from reviewer_app.connectors.web.replies import members_in
from reviewer_app.domain.incoming import Reading
from reviewer_app.domain.validation import Limits

_JUDGE = "mlflow.trace.sourceScorer"


@dataclass(frozen=True, slots=True)
class MlflowSource:
    """The traces of an experiment; each is one record, its first span's output what is reviewed.

    A trace comes in once it has ended. Traces that MLflow's own judges left are none of an
    agent, and stay out. A trace that reaches the server later than `overlap` after it ended, as
    from a machine whose clock is behind, is found only by reading the source anew.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "mlflow"

    name: str
    connection: Connection
    wanted: Wanted
    fields: Fields = field(default_factory=Fields)
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: a value that makes no sense.
        """
        return cls(
            name,
            Connection.from_options(options),
            Wanted.from_options(options),
            Fields.parse(options.get("map", "")),
            limits,
        )

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The traces that ended since the cursor, in the order of their start.

        Raises:
            ReviewerError: the server cannot be read, or has no such experiment.
        """
        with self.connection.client() as client:
            recording = self._recording(client)
            waiting: Reading | None = None
            mark = Mark.from_text(cursor, self._search(recording))
            for info, mark in self._listed(client, recording, mark):  # noqa: B020 - it moves on
                if waiting is not None:
                    yield waiting
                outcome = recording.outcome(info, fetched(client, info["trace_id"]))
                position = 1 if waiting is None else waiting.position + 1
                waiting = Reading(outcome, position, None, mark.text)
                del outcome  # it may be large: nothing holds it while the next one is fetched
            if waiting is not None:
                yield Reading(waiting.outcome, waiting.position, waiting.position, mark.done().text)

    def sample(self, count: int) -> Sequence[Sample]:
        """The first traces, as expressions of a mapping see them, and what would come in.

        Raises:
            ReviewerError: the server cannot be read, or has no such experiment.
        """
        with self.connection.client() as client:
            recording = self._recording(client)
            mark = Mark(self._search(recording))
            found = []
            for info, _ in islice(self._listed(client, recording, mark), count):
                full = fetched(client, info["trace_id"])
                raw = raw_of(info, full if isinstance(full, Recorded) else Recorded())
                found.append(Sample(raw, recording.outcome(info, full)))
            return found

    def _recording(self, client: Client) -> Recording:
        found = experiments.found(client, self.wanted.experiment)
        return Recording(client.place, found, self.fields, self.limits)

    def _search(self, recording: Recording) -> str:
        return f"{recording.experiment.id}:{self.wanted.digest}"

    def _listed(
        self, client: Client, recording: Recording, mark: Mark
    ) -> Iterator[tuple[Info, Mark]]:
        """Each trace that comes in, with the mark where it was read."""
        listing = Listing(
            client, recording.experiment.id, self.wanted.conditions(mark), self.wanted.page
        )
        for page in listing.pages(mark.start):
            mark = mark.begun(page.now)
            for info in page.traces:
                start = start_of(info)
                mark = mark.past(start, start + (length_of(info) or 0))
                if info.get("state") != RUNNING and _JUDGE not in members_in(info.get("tags")):
                    yield info, mark
