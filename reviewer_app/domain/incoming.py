"""What a source hands to intake: a validated record, or the problem that kept it out."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from reviewer_app.domain.vocabulary import OutputType, Verdict


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one record was refused: the place it was read at, the field, the reason in words.

    `raw` is the head of the record as it came, bounded, so that it can be looked at and retried.
    """

    place: str
    field: str
    reason: str
    raw: str = ""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that came with a record, read and checked: its bytes fit the limit."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one annotator concluded elsewhere. `verdict` is None where they abstained."""

    annotator: str
    verdict: Verdict | None
    corrected_output: str | None = None
    comment: str | None = None
    labels: dict[str, Any] = field(default_factory=dict)
    decided_at: datetime | None = None
    active_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One valid record of a source. `meta` and `trace` are JSON text.

    `external_id` is None where the record has none: intake then uses its content digest.
    `workflow` and `step` are empty where missing: intake fills them in from the source.
    """

    place: str
    output: str
    external_id: str | None = None
    workflow: str = ""
    step: str = ""
    agent: str = ""
    model_version: str = ""
    created_at: datetime | None = None
    input: str | None = None
    output_type: OutputType = OutputType.TEXT
    confidence: float | None = None
    meta: str = "{}"
    trace: str | None = None
    attachments: tuple[AttachedFile, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def size(self) -> int:
        """Characters of content, to bound a batch."""
        texts = len(self.output) + len(self.input or "") + len(self.meta) + len(self.trace or "")
        return texts + sum(len(a.data) for a in self.attachments)


@dataclass(frozen=True, slots=True)
class Reading:
    """One step of a pull: a record or a problem, and how far the source has been read.

    `position` and `total` are in the source's own unit (bytes for files); `total` is None where
    the end is unknown. `cursor` is what to store once everything up to here is committed.
    """

    outcome: Incoming | Problem
    position: int = 0
    total: int | None = None
    cursor: str | None = None
