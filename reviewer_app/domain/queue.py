"""A queue entry, the questions that can be asked of the queue, and the order of work."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime

from reviewer_app.domain.records import Record
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Risk, Status, Verdict

EXCERPT_LENGTH = 200
"""Characters of the output that a list shows."""

HEAD_START = {
    Risk.LOW: timedelta(0),
    Risk.MEDIUM: timedelta(days=1),
    Risk.HIGH: timedelta(days=3),
    Risk.CRITICAL: timedelta(days=30),
}
"""How much earlier than its due time an item of this risk is taken up."""

UNHURRIED = timedelta(days=7)
"""The due time that an item without one is ordered by, from its pull."""


class QueueEntry(Record):
    """An item's place in the work: narrow enough to list a million of them."""

    item_id: UUID
    source: str
    external_id: str
    excerpt: str
    status: Status
    risk: Risk
    priority: float
    due_at: AwareDatetime | None
    pool: str
    assignee: UUID | None
    workflow: str
    step: str
    agent: str
    model_version: str
    confidence: float | None
    selected_by: str
    verdict: Verdict | None = None
    decided_at: AwareDatetime | None = None
    decided_by: UUID | None = None
    pulled_at: AwareDatetime


class Sort(StrEnum):
    """The orders that a list can have."""

    PRIORITY = "priority"
    DUE = "due"
    CONFIDENCE = "confidence"
    AGE = "age"
    NEWEST = "newest"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which entries, in which order. Empty fields do not restrict.

    Attributes:
        statuses: any of these.
        assignee: only items given to this person.
        unassigned_or: items given to nobody or to this person ("my queue").
        pulled_until: leaves out what came later, so that a list does not move under its reader.
        search: words that must all occur in input, output or external id.
    """

    statuses: tuple[Status, ...] = OPEN_STATUSES
    workflow: str | None = None
    step: str | None = None
    agent: str | None = None
    risk: Risk | None = None
    assignee: UUID | None = None
    unassigned_or: UUID | None = None
    decided_by: UUID | None = None
    pulled_until: datetime | None = None
    search: str = ""
    sort: Sort = Sort.PRIORITY


def priority_of(risk: Risk, due_at: datetime | None, pulled_at: datetime) -> float:
    """Seconds since the epoch by which an item should be taken up: the smaller, the sooner.

    It is the due time less a head start for risk, so it needs no term for age: due times pass.
    """
    return ((due_at or pulled_at + UNHURRIED) - HEAD_START[risk]).timestamp()
