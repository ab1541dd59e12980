"""What a search was understood as: words, conditions on keys, and what is wrong with it."""

from dataclasses import dataclass
from datetime import datetime

from reviewer_app.domain.sentences import Sentence

ME = "me"
"""How a person names themselves in a search."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be equal to, whatever its case; with `is_prefix` to begin with."""

    text: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """Numbers from `low` to `high`; an open end is not part of it, a missing one does not bound."""

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class During:
    """Times from `since` up to but without `until`; a missing end does not bound."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class By:
    """A person by name; `ME` is whoever asks."""

    name: str


@dataclass(frozen=True, slots=True)
class Absent:
    """There is no value: no confidence, nobody, no due time."""


Value = Text | Between | During | By | Absent


@dataclass(frozen=True, slots=True)
class Condition:
    """A key and its values, any of which may hold; `start` and `end` are its place.

    `is_field` marks a key that the policy declares searchable.
    """

    key: str
    values: tuple[Value, ...]
    is_negated: bool = False
    is_field: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a phrase in quotes, to be found in the texts; with its place.

    `is_begun` says that more letters of it may still come: it stands at the very end.
    """

    text: str
    is_phrase: bool = False
    is_negated: bool = False
    is_begun: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be understood: where it stands, and what is wrong with it in words.

    `is_unfinished` says that there is nothing wrong yet: a value is still to come.
    """

    start: int
    end: int
    says: Sentence
    is_unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """A search as it was understood."""

    words: tuple[Word, ...] = ()
    conditions: tuple[Condition, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def text(self) -> str:
        """The words alone, as they were typed: they may be an id."""
        return " ".join(word.text for word in self.words if not word.is_negated)

    def __bool__(self) -> bool:
        return bool(self.words or self.conditions)
