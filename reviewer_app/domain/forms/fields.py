"""The fields of a form over a JSON value: what each one is, what it holds, what may be in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.json.tree import Path, Step
from reviewer_app.domain.sentences import Sentence


class FieldKind(StrEnum):
    """How a field is edited."""

    TEXT = "text"
    LONG_TEXT = "long text"
    NUMBER = "number"
    INTEGER = "whole number"
    YES_NO = "yes or no"
    CHOICE = "choice"
    DATE = "date"
    ANY = "any"
    SOURCE = "source"
    GROUP = "group"
    TABLE = "table"
    LIST = "list"
    ITEMS = "items"


CONTAINERS = frozenset({FieldKind.GROUP, FieldKind.TABLE, FieldKind.LIST, FieldKind.ITEMS})
WRITTEN_AS_TEXT = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.DATE, FieldKind.CHOICE})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the key of its cells and how each of them is edited."""

    key: Step
    label: str
    kind: FieldKind
    hints: tuple[Sentence, ...] = ()
    is_required: bool = False
    is_nullable: bool = False
    is_inferred: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form, with what is in it now.

    Attributes:
        label: its title, else its key; it may come from the agent.
        raw: the value as it is written; None where there is none.
        is_inferred: whether only the value itself said what kind it is.
        choices: the raw values that it may have.
        fields: members of a group; elements of a list; rows of a table, each a group of cells.
    """

    path: Path
    kind: FieldKind
    label: str
    raw: str | None
    description: str = ""
    hints: tuple[Sentence, ...] = ()
    is_required: bool = False
    is_nullable: bool = False
    is_inferred: bool = False
    choices: tuple[str, ...] = ()
    fields: tuple["FormField", ...] = ()
    columns: tuple[Column, ...] = ()

    @property
    def is_container(self) -> bool:
        """Whether other fields are in it."""
        return self.kind in CONTAINERS

    @property
    def is_missing(self) -> bool:
        """Whether the value has no such member, or a container that is null."""
        return self.raw is None or (self.is_container and self.raw == "null")

    def walk(self) -> Iterator["FormField"]:
        """The field and all that are in it, in the order of the form."""
        yield self
        for part in self.fields:
            yield from part.walk()
