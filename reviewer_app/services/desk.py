"""What the review desk shows, what a person did on it, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from reviewer_app.domain.changes import Changes
from reviewer_app.domain.delivery import Delivery
from reviewer_app.domain.holding import Holding
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.records import (
    Attachment,
    Content,
    Decision,
    Escalation,
    Item,
    Selection,
    Shown,
    Span,
)
from reviewer_app.domain.resolution import Opinion, Resolution
from reviewer_app.domain.rubric import Answer, Question
from reviewer_app.domain.sentences import Sentence
from reviewer_app.domain.traces.trace import Trace
from reviewer_app.domain.vocabulary import Severity, Status
from reviewer_app.domain.waiting import Waiting
from reviewer_app.services.opinions import Sight

NO_TRACE = Trace()


@dataclass(frozen=True, slots=True)
class Gone:
    """Who erased a content, when, and why."""

    person: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Seen:
    """Exactly what was painted when the person acted: nothing else may be decided.

    `latest` is the last decision that was shown with the item, if there was one.
    """

    item_id: UUID
    content_hash: str
    latest: UUID | None = None


@dataclass(frozen=True, slots=True)
class StepForm:
    """What the policy asks of a person who judges this step.

    `output_schema` is the text of the JSON Schema that the step's outputs should keep to.
    """

    error_types: tuple[str, ...] = ()
    guidelines: str = ""
    blind: bool = False
    error_type_required: bool = False
    undo_window: timedelta = timedelta(seconds=10)
    questions: tuple[Question, ...] = ()
    output_schema: str | None = None


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How earlier outputs of the same agent on the same step were judged.

    `low` and `high` bound the share of wrong ones with 95 % confidence (Wilson).
    """

    reviewed: int
    wrong: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed on an item and not yet decided."""

    correction: str | None = None
    comment: str = ""
    error_types: tuple[str, ...] = ()
    severity: Severity | None = None
    spans: tuple[Span, ...] = ()
    rubric: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """One item whole, as the desk paints it.

    `held` says how much of the content is here; `gone` how it was erased, if it was; `waiting` is
    the agent that has stopped for the answer, if one has.
    """

    entry: QueueEntry
    item: Item
    content: Content
    selection: Selection
    policy: str
    form: StepForm
    resolution: Resolution
    attachments: tuple[Attachment, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    record: TrackRecord | None = None
    draft: Draft | None = None
    assignee_name: str = ""
    me: UUID | None = None
    words: int = 0
    trace: Trace = NO_TRACE
    held: Holding = Holding.WHOLE
    gone: Gone | None = None
    sight: Sight = field(default_factory=Sight)
    leads: bool = False
    waiting: Waiting | None = None
    deliveries: tuple[Delivery, ...] = ()

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """The decisions on the item that this person may see, in order."""
        return self.sight.opinions

    @property
    def is_covered(self) -> bool:
        """Whether flags and confidence stay hidden until the verdict: the step is judged blind."""
        return self.selection.blind and self.sight.is_covered

    @property
    def is_barred(self) -> bool:
        """Whether this person looked at what was covered, and so does not review the item."""
        return self.sight.has_looked and not self.can_settle

    @property
    def can_settle(self) -> bool:
        """Whether a decision of this person's puts an end to what others decided."""
        is_asked = self.entry.status in {Status.DISPUTED, Status.ESCALATED}
        return self.leads and is_asked

    @property
    def seen(self) -> Seen:
        """What a decision on this desk is bound to."""
        latest = self.opinions[-1].decision.id if self.opinions else None
        return Seen(self.item.id, self.item.content_hash, latest)


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a person says beside the verdict.

    `spans` are pieces of the output as it came, by offsets in characters.
    """

    error_types: tuple[str, ...] = ()
    severity: Severity | None = None
    comment: str = ""
    active_seconds: float | None = None
    shown: Shown = field(default_factory=Shown)
    spans: tuple[Span, ...] = ()
    rubric: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Saved:
    """An act that is on disk: a sentence for the person, and the entry as it is now.

    `decision` is None for acts that are no decision (skip, decline). `feedback` is what is told
    afterwards of an item whose right verdict was known.
    """

    sentence: str
    item_id: UUID
    entry: QueueEntry | None
    changes: Changes
    decision: Decision | None = None
    feedback: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures beside the views of the rail."""

    queue: int = 0
    escalated: int = 0
    disputed: int = 0
    decided: int = 0
    decided_today: int = 0
    arrived: int = 0
    workflows: tuple[str, ...] = ()
    latest_pull: datetime | None = None
    answers: int = 0
