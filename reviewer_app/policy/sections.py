"""The tables of a policy document, read field by field so that all problems are told at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewer_app.policy.fields import Reader, Unsuited
from reviewer_app.policy.places import Path, Places
from reviewer_app.policy.problems import Problem, did_you_mean


@dataclass(slots=True)
class Report:
    """The problems found so far in one document."""

    where: str
    places: Places
    problems: list[Problem] = field(default_factory=list)

    def in_order(self) -> tuple[Problem, ...]:
        """The problems as they stand in the document."""
        return tuple(sorted(self.problems, key=lambda p: (p.line, p.column)))


@dataclass(frozen=True, slots=True)
class Section:
    """One table: where it is in the document, and what problems call it."""

    report: Report
    path: Path
    label: str
    table: Mapping[str, Any]

    def at_value(
        self, key: str, message: str, offset: int | None = None, *, is_error: bool = True
    ) -> None:
        """Reports what is wrong with the value of `key`, within a text at `offset`."""
        place = self.report.places.of_value((*self.path, key), offset)
        self._add(place.line, place.column, message, is_error=is_error)

    def at_key(self, key: str, message: str) -> None:
        """Reports what is wrong with a key being there."""
        place = self.report.places.of_key((*self.path, key))
        self._add(place.line, place.column, message)

    def at_start(self, message: str) -> None:
        """Reports what is wrong with the table as a whole."""
        place = self.report.places.of_key(self.path)
        self._add(place.line, place.column, message)

    def read(self, readers: Mapping[str, Reader]) -> dict[str, Any]:
        """The fields that could be read; the rest is reported."""
        self.refuse_others(readers)
        values = {}
        for key, reader in readers.items():
            if key not in self.table:
                continue
            try:
                values[key] = reader(self.table[key])
            except Unsuited as unsuited:
                place = self.report.places.of_value((*self.path, key, *unsuited.path))
                self._add(place.line, place.column, f"{key} {unsuited}")
        return values

    def refuse_others(self, known: Iterable[str]) -> None:
        """Reports every key that is none of these."""
        known = list(known)
        for key in self.table.keys() - known:
            self.at_key(key, f'unknown key "{key}"{did_you_mean(key, known)}')

    def inner(self, *path: str | int, label: str) -> "Section | None":
        """The table further in, or None, and reported, where no table stands there."""
        value: Any = self.table
        for key in path:
            value = value[key]
        section = Section(self.report, (*self.path, *path), label, {})
        if not isinstance(value, dict):
            section.at_start("must be a table")
            return None
        return Section(self.report, section.path, label, value)

    def _add(self, line: int, column: int, message: str, *, is_error: bool = True) -> None:
        problem = Problem(self.report.where, self.label, line, column, message, is_error)
        self.report.problems.append(problem)
