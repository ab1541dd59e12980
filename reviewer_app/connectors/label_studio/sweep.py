"""How far a project has been read, so that only what changed is read the next time.

Predictions that are imported in bulk do not touch the time of their tasks. So a sweep by time
counts what it met; where the project has other predictions than those, everything is read.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self

from reviewer_app.connectors.label_studio.tasks import State
from reviewer_app.connectors.web.moments import iso, moment_in
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse

WHOLE_EVERY = timedelta(days=1)
"""After this long everything is read again, should as many predictions have gone as came."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """One pass over the tasks.

    Attributes:
        begun: when it began, by the server's clock.
        since: tasks that were changed since then are read; all where it is empty.
        after: the id of the last task that was read.
        known: how many predictions the sweeps before this one met.
        top: the highest id among them.
        fresh: the predictions with higher ids that this sweep met.
        peak: the highest id that was met.
        whole: when the last sweep over everything began.
        is_done: whether it has come to its end.
    """

    begun: str
    since: str = ""
    after: int = 0
    known: int = 0
    top: int = 0
    fresh: int = 0
    peak: int = 0
    whole: str = ""
    is_done: bool = False

    @classmethod
    def over_all(cls, state: State) -> Self:
        """A sweep over everything."""
        return cls(begun=state.at, whole=state.at)

    @classmethod
    def of_text(cls, text: str | None) -> Self | None:
        """The sweep that a cursor tells of; None where it is none of ours."""
        try:
            members = parse(text) if text else None
        except JsonRefused:
            return None
        if not isinstance(members, dict) or members.keys() != cls.__dataclass_fields__.keys():
            return None
        usual = asdict(cls(""))
        is_ours = all(isinstance(members[name], type(value)) for name, value in usual.items())
        return cls(**members) if is_ours and moment_in(members["begun"]) else None

    @property
    def text(self) -> str:
        """The sweep as a cursor."""
        return json.dumps(asdict(self))

    def following(self, state: State, overlap: timedelta) -> "Sweep":
        """The sweep to make after this one: the rest of it, or what has changed since it began."""
        if not self.is_done:
            return self
        now, begun, whole = (moment_in(text) for text in (state.at, self.begun, self.whole))
        if now is None or begun is None or whole is None or now - whole > WHOLE_EVERY:
            return Sweep.over_all(state)
        return Sweep(
            begun=state.at,
            since=_before(begun, overlap),
            known=self.known,
            top=self.top,
            peak=self.top,
            whole=self.whole,
        )

    def past(self, task: Mapping[str, Any]) -> "Sweep":
        """The sweep after a task."""
        ids = [found["id"] for found in predictions_of(task)]
        fresh = self.fresh + sum(number > self.top for number in ids)
        return replace(self, after=int(task["id"]), fresh=fresh, peak=max([self.peak, *ids]))

    @property
    def met(self) -> int:
        """All the predictions that this sweep and those before it met."""
        return self.known + self.fresh

    def ended(self) -> "Sweep":
        """The sweep at its end."""
        return replace(self, known=self.met, fresh=0, top=self.peak, is_done=True)


def predictions_of(task: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The predictions of a task, by their ids."""
    listed = task.get("predictions")
    found = [
        part
        for part in (listed if isinstance(listed, list) else [])
        if isinstance(part, dict) and isinstance(part.get("id"), int)
    ]
    return sorted(found, key=lambda part: int(part["id"]))


def _before(moment: datetime, overlap: timedelta) -> str:
    return iso(moment - overlap)
