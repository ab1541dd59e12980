"""The facts the program keeps, as frozen records. They are only ever added, never changed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from reviewer_app.domain.vocabulary import (
    Agreement,
    Disposition,
    Mode,
    Origin,
    OutputType,
    Risk,
    Severity,
    Verdict,
)


class Record(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Item(Record):
    """One agent output under oversight: who produced it, for which step, and where it was read."""

    id: UUID
    source: str
    external_id: str
    revision: int
    workflow: str
    step: str
    agent: str
    model_version: str
    created_at: AwareDatetime | None
    pulled_at: AwareDatetime
    output_type: OutputType
    confidence: float | None = Field(default=None, ge=0, le=1)
    content_hash: str
    place: str


class Content(Record):
    """The wide and erasable part of an item. `meta` and `trace` are JSON text as it came."""

    item_id: UUID
    input: str | None
    output: str
    meta: str = "{}"
    trace: str | None = None
    truncated: bool = False


class Attachment(Record):
    """A file that came with an item; its bytes are stored in chunks under its hash."""

    id: UUID
    item_id: UUID
    name: str
    media_type: str
    size: int
    hash: str


class Flag(Record):
    """One rule that fired: why in words, and the values it saw."""

    rule: str
    reason: str
    values: dict[str, Any] = {}
    risk: Risk = Risk.MEDIUM


class Selection(Record):
    """What the policy made of an item, once and for all."""

    item_id: UUID
    policy_version_id: UUID | None
    mode: Mode
    disposition: Disposition
    release_at: AwareDatetime | None = None
    flags: list[Flag] = []
    sampled: bool = False
    propensity: float | None = Field(default=1.0, ge=0, le=1)
    risk: Risk = Risk.LOW
    pool: str = "everyone"
    due_at: AwareDatetime | None = None
    reviews_needed: int = 1
    blind: bool = False
    agreement: Agreement = Agreement.VERDICT

    @property
    def selected_by(self) -> str:
        """`flag`, `audit`, `all`, or `none` for what no person was asked about."""
        if self.flags:
            return "flag"
        if self.sampled:
            return "audit"
        return "all" if self.mode is Mode.HUMAN else "none"


class Shown(Record):
    """What the person could see when deciding."""

    flags: bool = True
    confidence: bool = True


class Span(Record):
    """A piece of the output, by character offsets, and what is wrong with it."""

    start: int
    end: int
    error_type: str


class Decision(Record):
    """Who decided what on which content. Its words live apart, so that they can be erased.

    A decision whose `retracts` is set takes that one back and has no verdict of its own.
    `propensity` is set on imported ones alone, where whoever imported them declared it. `bulk` is
    the act by which one person decided many items at once; each then has its share of the time.
    """

    id: UUID
    item_id: UUID
    content_hash: str
    person_id: UUID
    device_id: UUID
    verdict: Verdict | None
    correction_digest: str | None = None
    comment_digest: str | None = None
    error_types: list[str] = []
    severity: Severity | None = None
    spans: list[Span] = []
    rubric: dict[str, Any] = {}
    settles: list[UUID] = []
    retracts: UUID | None = None
    origin: Origin = Origin.NATIVE
    propensity: float | None = Field(default=None, ge=0, le=1)
    informed: bool = False
    shown: Shown = Shown()
    policy_version_id: UUID | None = None
    decided_at: AwareDatetime | None
    active_seconds: float | None = None
    bulk: UUID | None = None


class DecisionText(Record):
    """The words of a decision: the corrected output and the comment."""

    decision_id: UUID
    correction: str | None = None
    comment: str | None = None


class Decline(Record):
    """A person cannot judge this item; another shall. `retracts` takes an earlier one back."""

    id: UUID
    item_id: UUID
    person_id: UUID
    reason: str
    retracts: UUID | None = None
    at: AwareDatetime | None


class Escalation(Record):
    """To whom a decision was handed on, and why: a person, else the pool or role named `to`."""

    id: UUID
    item_id: UUID
    decision_id: UUID
    person_id: UUID
    to: str
    to_person: UUID | None
    reason: str
    at: AwareDatetime | None


class Assignment(Record):
    """An item was given to a person, or taken back into its pool when `to` is null."""

    id: UUID
    item_id: UUID
    person_id: UUID
    to: UUID | None
    reason: str
    at: AwareDatetime


class Release(Record):
    """An item left oversight after its selection: its veto window passed, or a person let it go."""

    id: UUID
    item_id: UUID
    person_id: UUID | None
    reason: str
    at: AwareDatetime


class ModeChange(Record):
    """A step changed its oversight mode, with the evidence for it."""

    id: UUID
    workflow: str
    step: str
    mode: Mode
    person_id: UUID
    reason: str
    evidence: dict[str, Any] = {}
    at: AwareDatetime


class PolicyVersion(Record):
    """A policy as it was put in force: its whole text and the schemas it names."""

    id: UUID
    number: int
    name: str
    text: str
    schemas: dict[str, str] = {}
    person_id: UUID
    at: AwareDatetime


class Erasure(Record):
    """An item's content was erased; the digest stays so that a pull does not bring it back."""

    id: UUID
    item_id: UUID
    content_hash: str
    person_id: UUID
    reason: str
    at: AwareDatetime


class Unblinding(Record):
    """A lead looked at blind decisions before they were complete."""

    id: UUID
    item_id: UUID
    person_id: UUID
    at: AwareDatetime


class Person(Record):
    """Somebody who decides, under a name that may change. Imported annotators keep their source.

    `same_as` names who decided under this id before they joined a team.
    """

    id: UUID
    name: str
    role: str = "reviewer"
    pools: list[str] = ["everyone"]
    source: str | None = None
    same_as: UUID | None = None
    away_until: AwareDatetime | None = None
    revoked_at: AwareDatetime | None = None

    def is_away(self, now: datetime) -> bool:
        """Whether they have said that they are not there yet."""
        return self.away_until is not None and self.away_until > now


class Device(Record):
    """A machine that makes facts; `public_key` is empty until it joins a team."""

    id: UUID
    person_id: UUID
    name: str
    public_key: str = ""


class Gold(Record):
    """The right verdict of an item, known beforehand."""

    item_id: UUID
    verdict: Verdict
    expected_output: str | None = None
    error_types: list[str] = []
    because: str = ""


class Reserved(Record):
    """A known output in reserve: the record as it would come, what is right, and why.

    `item_id` is the item that it became once it was seeded among the others.
    """

    id: UUID
    workflow: str
    step: str
    record: dict[str, Any]
    verdict: Verdict
    expected_output: str | None = None
    error_types: list[str] = []
    because: str = ""
    at: AwareDatetime
    item_id: UUID | None = None


class JournalEntry(Record):
    """One link of a device's chain over the facts that people answer for."""

    device_id: UUID
    n: int
    kind: str
    fact_id: UUID
    body: str
    body_hash: str
    previous_hash: str
    hash: str
    signature: str = ""
    key_id: str = ""


class Refusal(Record):
    """A record that was not taken in: where it was read, which field, and why."""

    id: UUID
    source: str
    place: str
    field: str
    reason: str
    raw: str
    origin: dict[str, Any] = {}
    at: AwareDatetime
    retried_at: AwareDatetime | None = None


Fact = (
    Decision
    | Decline
    | Escalation
    | Assignment
    | Release
    | ModeChange
    | PolicyVersion
    | Erasure
    | Unblinding
)
"""The kinds that go into the journal."""
