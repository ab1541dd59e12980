"""A record as it was read, and its fields looked up where the source keeps them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reviewer_app.domain import fields
from reviewer_app.domain.incoming import AttachedFile
from reviewer_app.domain.json.text import Slices, slice_at, text_of
from reviewer_app.domain.mapping import FieldMapping
from reviewer_app.domain.paths import leaf_at

Attach = Callable[[str], AttachedFile]
"""Reads a file that a record names. Raises FieldRefused where it may not or cannot."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one record may be at most; sizes in bytes unless they say otherwise."""

    record: int = 32 * 2**20
    attachment: int = 32 * 2**20
    all_attachments: int = 64 * 2**20
    attachments: int = 32
    id_characters: int = 512
    name_characters: int = 200
    raw_characters: int = 2_000


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all records of a source: where fields are found, limits, attachments.

    `has_text_numbers` says that the source keeps numbers as texts, as platforms do in their tags;
    `watch` is shown the members of each record before it is validated.
    """

    mapping: FieldMapping = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    attach: Attach | None = None
    has_text_numbers: bool = False
    watch: Callable[[Mapping[str, Any]], None] | None = None


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record as it was read. `slices` has the original JSON text of its members, if any.

    `is_cells` says that the values are cells of a table: texts that may stand for numbers, lists
    and objects, and empty ones for nothing.
    """

    place: str
    values: Mapping[str, Any]
    slices: Slices = field(default_factory=Slices)
    is_cells: bool = False


class Found:
    """The fields of one record, looked up where the mapping says."""

    def __init__(self, record: RawRecord, terms: Terms) -> None:
        self.record = record
        self.terms = terms
        self.paths = {name: _steps(record.values, path) for name, path in terms.mapping.items()}

    def value(self, name: str) -> Any:  # noqa: ANN401 - any JSON comes in
        """The field's value; None where it is missing, or an empty cell."""
        path = self.paths.get(name)
        values = self.record.values
        value = values.get(name) if path is None else leaf_at(values, path)
        is_empty_cell = self.record.is_cells and value == "" and name != "output"
        return None if is_empty_cell else value

    def number(self, name: str) -> Any:  # noqa: ANN401 - any JSON comes in
        """The field's value, a number where a cell or a text that stands for one holds it."""
        value = self.value(name)
        may_be_text = self.record.is_cells or self.terms.has_text_numbers
        if not may_be_text or not isinstance(value, str):
            return value
        number = fields.number_in(value)
        return value if number is None else number

    def parsed(self, name: str) -> Any:  # noqa: ANN401 - any JSON comes in
        """The field's value, read as JSON where it is the text of a table."""
        value = self.value(name)
        return value if self.record.slices.text else fields.json_in(name, value)

    def text(self, name: str) -> str | None:
        """The field as text: a text itself, anything else as the JSON that it came as."""
        value = self.value(name)
        return value if value is None or isinstance(value, str) else self.slice(name)

    def slice(self, name: str) -> str:
        """The field's JSON text, as it came where it came as JSON."""
        return self.slice_of(self.paths.get(name, (name,)))

    def slice_of(self, path: Sequence[str]) -> str:
        """The JSON text at a path of the record, as it came where it came as JSON."""
        if path[0] not in self.record.slices:
            return text_of(leaf_at(self.record.values, path))
        top = self.record.slices[path[0]]
        return slice_at(top, path[1:]) if len(path) > 1 else top


def _steps(values: Mapping[str, Any], path: str) -> tuple[str, ...]:
    """The steps of a dotted path; a member that is named like the whole path comes first."""
    if path in values:
        return (path,)
    steps: list[str] = []
    value: Any = values
    for step in path.split("."):
        is_from_end = isinstance(value, list) and step[:1] == "-" and step[1:].isdecimal()
        steps.append(str(len(value) + int(step)) if is_from_end else step)
        value = leaf_at(value, steps[-1:])
    return tuple(steps)
