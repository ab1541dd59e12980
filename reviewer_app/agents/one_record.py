"""A source of one record: what an agent's own code submits."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.agents.records import Submission
from reviewer_app.domain.incoming import Reading


@dataclass(frozen=True, slots=True)
class OneRecord:
    """Hands intake what was submitted. It keeps no cursor: nothing comes after it."""

    submission: Submission

    @property
    def name(self) -> str:
        """The source that it was submitted under."""
        return self.submission.source

    @property
    def kind(self) -> str:
        """The Python interface itself."""
        return "python"

    def read(self, cursor: str | None = None) -> Iterator[Reading]:  # noqa: ARG002 - a source is asked so
        """The record."""
        yield Reading(self.submission.record, 1, 1)
