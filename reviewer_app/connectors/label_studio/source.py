"""A Label Studio project as a source: what its predictions say, or what its tasks hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice
from typing import Any, ClassVar, Self

from reviewer_app.connectors.label_studio.options import OPTIONS, Project
from reviewer_app.connectors.label_studio.results import readable, regions_in
from reviewer_app.connectors.label_studio.session import Session
from reviewer_app.connectors.label_studio.sweep import Sweep, predictions_of
from reviewer_app.connectors.label_studio.tasks import Filter, State, Tasks
from reviewer_app.connectors.protocols import Option, Sample
from reviewer_app.connectors.web.fields import Fields
from reviewer_app.connectors.web.moments import USUAL_OVERLAP, overlap_of
from reviewer_app.domain.incoming import Reading
from reviewer_app.domain.validation import Limits

Task = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LabelStudioSource:
    """The tasks of a project; each prediction of a task is an output.

    Where a mapping says which part of a task is the output, each task is one. A task without a
    prediction and without such a mapping has no output yet and is left alone.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "label-studio"

    name: str
    project: Project
    wanted: Filter = field(default_factory=Filter)
    fields: Fields = field(default_factory=Fields)
    is_latest: bool = False
    overlap: timedelta = USUAL_OVERLAP
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: an option that makes no sense.
        """
        return cls(
            name,
            Project.from_options(options),
            Filter.parse(options.get("filter", "")),
            Fields.parse(options.get("map", "")),
            options.get("predictions") == "latest",
            overlap_of(options.get("overlap")),
            limits,
        )

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The outputs of tasks that changed since the cursor, by the ids of the tasks.

        Raises:
            Unreachable: Label Studio gives nothing now.
            PushRefused: it has no such project or tab.
        """
        with self.project.session() as session:
            parts = self._parts(session)
            state = _state(parts)
            before = Sweep.of_text(cursor)
            sweep = before.following(state, self.overlap) if before else Sweep.over_all(state)
            last: Reading | None = None
            while True:
                for reading, reached in self._swept(parts, sweep, state):
                    if last is not None:
                        yield last
                    last, sweep = reading, reached
                if not sweep.since or state.predictions <= sweep.met <= _most(parts, state, sweep):
                    break
                sweep = Sweep.over_all(state)
            if last is not None:
                yield replace(last, cursor=sweep.ended().text)

    def _parts(self, session: Session) -> list[Tasks]:
        """The tasks that are wanted, by each set of conditions."""
        wanted = self.wanted.resolved(session)
        return [Tasks(session, self.project.number, found) for found in wanted.alternatives]

    def _swept(
        self, parts: Sequence[Tasks], sweep: Sweep, state: State
    ) -> Iterator[tuple[Reading, Sweep]]:
        """What the tasks of one sweep hold, and how far it is with each.

        Only a sweep over one set of conditions can be gone on with: of several, each has ids of
        its own.
        """
        start = sweep.after if len(parts) == 1 else 0
        for tasks in parts:
            for count, task in enumerate(tasks.after(start, sweep.since), 1):
                found = list(self._found(task))
                sweep = sweep.past(task)
                reached = sweep.text if len(parts) == 1 else None
                total = None if sweep.since or start else state.tasks
                for n, sample in enumerate(found, 1):
                    told = reached if n == len(found) else None
                    yield Reading(sample.outcome, count, total, told), sweep

    def _found(self, task: Task) -> Iterator[Sample]:
        """The outputs of a task."""
        predictions = predictions_of(task)
        if "output" in self.fields.expressions:
            yield self._sample(task, predictions[-1] if predictions else None, f"{task['id']}")
            return
        for prediction in predictions[-1:] if self.is_latest else predictions:
            number = f"{task['id']}" if self.is_latest else f"{task['id']}:{prediction['id']}"
            yield self._sample(task, prediction, number)

    def _sample(self, task: Task, prediction: Mapping[str, Any] | None, number: str) -> Sample:
        said = prediction or {}
        raw = {**task, "prediction": prediction}
        record = {
            "id": number,
            "model_version": said.get("model_version"),
            "created_at": said.get("created_at") or task.get("created_at"),
            "input": _input(task.get("data")),
            "output": readable(regions_in(said.get("result"))),
            "metadata": {"label_studio": self._place(task, prediction)},
        }
        place = f"task {task['id']}"
        return Sample(raw, self.fields.incoming(place, raw, record, self.limits))

    def _place(self, task: Task, prediction: Mapping[str, Any] | None) -> dict[str, Any]:
        """What the sink finds the task by."""
        place = {"project": self.project.number, "task": task["id"]}
        if prediction is None:
            return place
        score = prediction.get("score")
        return {**place, "prediction": prediction["id"]} | (
            {} if score is None else {"score": score}
        )

    def sample(self, count: int) -> list[Sample]:
        """The first tasks, also those that have no output.

        Raises:
            Unreachable, PushRefused: as for `read`.
        """
        with self.project.session() as session:
            found: list[Sample] = []
            for task in islice(self._parts(session)[0].after(0, ""), count):
                found.extend(list(self._found(task)) or [self._sample(task, None, f"{task['id']}")])
            return found[:count]


def _state(parts: Sequence[Tasks]) -> State:
    """How all that is wanted stands, by the earliest time."""
    states = [tasks.state() for tasks in parts]
    return State(
        states[0].at,
        sum(state.predictions for state in states),
        sum(state.tasks for state in states),
    )


def _most(parts: Sequence[Tasks], before: State, sweep: Sweep) -> int:
    """How many predictions the project has at most: more may have come during the sweep."""
    return _state(parts).predictions if sweep.met > before.predictions else before.predictions


def _input(data: object) -> object:
    """What the task shows: its one text, or all its data."""
    if isinstance(data, Mapping):
        texts = [value for value in data.values() if isinstance(value, str)]
        if len(data) == 1 and texts:
            return texts[0]
    return data
