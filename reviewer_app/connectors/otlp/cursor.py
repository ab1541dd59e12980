"""How far telemetry has been read: a mark in each file, and the traces that were taken."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer_app.connectors.otlp.traces import Taken
from reviewer_app.connectors.records.mark import Mark
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse


@dataclass(frozen=True, slots=True)
class Cursor:
    """Marks by the names of their files, taken traces by their ids."""

    marks: Mapping[str, Mark] = field(default_factory=dict)
    taken: Mapping[str, Taken] = field(default_factory=dict)

    @classmethod
    def of_text(cls, text: str | None) -> "Cursor":
        """The cursor that a text holds; an empty one where it is none of ours."""
        try:
            told = parse(text) if text else None
        except JsonRefused:
            return cls()
        if not isinstance(told, dict):
            return cls()
        marks, taken = told.get("marks"), told.get("taken")
        found = {name: Mark.of(part) for name, part in (marks or {}).items()} if _is(marks) else {}
        known = {
            name: Taken(0, has_agent=part == 1)
            for name, part in ((taken or {}).items() if _is(taken) else ())
        }
        return cls({name: mark for name, mark in found.items() if mark}, known)

    @property
    def text(self) -> str:
        """The cursor as a text."""
        marks = {name: mark.members() for name, mark in self.marks.items()}
        taken = {name: int(found.has_agent) for name, found in self.taken.items()}
        return json.dumps({"marks": marks, "taken": taken})


def _is(value: object) -> bool:
    return isinstance(value, dict)
