"""One act for many items: what is asked, and what came of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import Sentence
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.desk import Remarks, Saved, Seen


class Way(StrEnum):
    """What can be done to many at once. A correction is for one."""

    APPROVE = "approve"
    REJECT = "reject"
    ESCALATE = "escalate"
    DECLINE = "decline"
    SKIP = "skip"

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that it is, if it is one."""
        return None if self in {Way.DECLINE, Way.SKIP} else Verdict(self.value)


@dataclass(frozen=True, slots=True)
class Together:
    """One act for many, each item as it was seen.

    Attributes:
        remarks: what is said of every one; the active time is that of the whole act.
        to: whom an escalation goes to.
        reason: why a person declines.
        opened: the items that were looked at singly before.
    """

    seens: tuple[Seen, ...]
    way: Way
    remarks: Remarks = field(default_factory=Remarks)
    to: str = ""
    reason: str = ""
    opened: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that the act left as it was, and why."""

    item_id: UUID
    external_id: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What an act for many came to.

    Attributes:
        saved: the sentence and what changed; None where nothing did.
        done: the items that it was done to.
        left_out: the items that it was not done to, with the reasons.
        is_cancelled: the person stopped it; what was done before stays.
        failure: what kept it from going on, after some of it was done.
    """

    saved: Saved | None
    done: tuple[UUID, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    is_cancelled: bool = False
    failure: ReviewerError | None = None
