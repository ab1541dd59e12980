"""A queue entry, the questions that can be asked of the queue, and the order of work."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime

from reviewer_app.domain.records import Record
from reviewer_app.domain.search.conditions import Search
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
    RISK = "risk"
    RANDOM = "random"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which entries, in which order. Empty fields do not restrict.

    Attributes:
        statuses: any of these.
        assignee: only items given to this person.
        unassigned_or: items given to nobody or to this person ("my queue").
        given_to: items given to this person, and those given to nobody in one of `pools`.
        pulled_until: leaves out what came later, so that a list does not move under its reader.
        search: what was typed into the search box.
        asked: what `search` was understood as; whoever reads it fills it in.
        shuffle: where the random order begins, as the beginning of an item's id.
        is_bounded: looks at the newest matches of common words alone, so that a list is quick.
    """

    statuses: tuple[Status, ...] = OPEN_STATUSES
    workflow: str | None = None
    step: str | None = None
    agent: str | None = None
    risk: Risk | None = None
    assignee: UUID | None = None
    unassigned_or: UUID | None = None
    given_to: UUID | None = None
    pools: tuple[str, ...] = ()
    decided_by: UUID | None = None
    pulled_until: datetime | None = None
    search: str = ""
    asked: Search = field(default_factory=Search)
    sort: Sort = Sort.PRIORITY
    shuffle: str = ""
    is_bounded: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """How many there are; `is_least` says that there may be more, which nobody counted."""

    count: int
    is_least: bool = False


@dataclass(frozen=True, slots=True)
class Picked:
    """Items that a person picked from a list: some of them, or all of a query except some.

    A pick of ten thousand is as small as one of two: who acts on it asks for the ids.
    """

    ids: tuple[UUID, ...] = ()
    query: QueueQuery | None = None
    without: frozenset[UUID] = frozenset()


COUNTED = 10_000
"""How far a list is counted at once: further than anybody reads."""


def priority_of(risk: Risk, due_at: datetime | None, pulled_at: datetime) -> float:
    """Seconds since the epoch by which an item should be taken up: the smaller, the sooner.

    It is the due time less a head start for risk, so it needs no term for age: due times pass.
    """
    return ((due_at or pulled_at + UNHURRIED) - HEAD_START[risk]).timestamp()
