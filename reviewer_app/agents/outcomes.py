"""What an agent gets back: a ticket for what it submitted, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from reviewer_app.domain.json.text import parse
from reviewer_app.domain.vocabulary import Disposition, OutputType, Severity, Verdict

Label = Mapping[str, Any]
"""An evaluation label, with the fields that `labels export --format jsonl` writes."""


class Ending(StrEnum):
    """How the wait for an output came to its end."""

    DECIDED = "decided"
    RELEASED = "released"
    TIMED_OUT = "timed_out"
    SUPERSEDED = "superseded"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Ticket:
    """What was submitted, and what the policy made of it.

    Attributes:
        id: the item's id; keep it to ask for the outcome later, from any process.
        source: the source that it was submitted under.
        external_id: its id at that source.
        disposition: `hold` waits for a person, `veto` is released at `release_at` unless a person
            stops it, `release` may be used at once.
        release_at: when it is released by itself; None unless the disposition is `veto`.
        expires_at: by when it wants an answer; None where it waits as long as it takes.
    """

    id: UUID
    source: str
    external_id: str
    disposition: Disposition
    release_at: datetime | None = None
    expires_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether nothing may be done with the output until a person decided."""
        return self.disposition is Disposition.HOLD


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an output.

    Attributes:
        item_id: the item; the ticket's id.
        ending: `decided` by people, `released` without them, `timed_out` with the answer that the
            policy gives then, `superseded` by newer content under its id, or `erased`.
        verdict: what was concluded; None where nobody decided.
        output: the text that may be used: the output itself, or its correction. None where there
            is none, so that nothing can be used by accident.
        original: the text that was submitted; None where it was erased.
        output_type: what kind of text it is.
        comment: what the deciding people said.
        error_types: what was wrong, in the words of the step's policy.
        severity: how bad it was.
        reviewers: who decided.
        decided_at: when the last of them did.
        label: the evaluation label; None where people decided nothing.
    """

    item_id: UUID
    ending: Ending
    verdict: Verdict | None = None
    output: str | None = None
    original: str | None = None
    output_type: OutputType = OutputType.TEXT
    comment: str | None = None
    error_types: tuple[str, ...] = ()
    severity: Severity | None = None
    reviewers: tuple[str, ...] = ()
    decided_at: datetime | None = None
    label: Label | None = field(default=None, repr=False)

    @property
    def may_proceed(self) -> bool:
        """Whether there is an output that may be used."""
        return self.output is not None

    @property
    def timed_out(self) -> bool:
        """Whether nobody decided in time; `verdict` is then the policy's answer."""
        return self.ending is Ending.TIMED_OUT

    @property
    def superseded(self) -> bool:
        """Whether newer content was submitted under the same id."""
        return self.ending is Ending.SUPERSEDED

    @property
    def data(self) -> Any:  # noqa: ANN401 - JSON is any of its own kinds
        """The usable output, read as JSON.

        Raises:
            JsonRefused: it is no JSON.
            ValueError: there is no usable output.
        """
        if self.output is None:
            raise ValueError(self.ending)
        return parse(self.output)
