"""The closed lists of the vocabulary: verdicts, modes, statuses, risks, output types."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a person concluded about an output."""

    APPROVE = "approve"
    CORRECT = "correct"
    REJECT = "reject"
    ESCALATE = "escalate"


class Mode(StrEnum):
    """How much of a person a step gets."""

    HUMAN = "human"
    HITL = "hitl"
    HOTL = "hotl"
    AUTO = "auto"
    STOPPED = "stopped"


class Disposition(StrEnum):
    """What intake did with an item."""

    HOLD = "hold"
    VETO = "veto"
    RELEASE = "release"


class Status(StrEnum):
    """Where an item stands in the work."""

    QUEUED = "queued"
    ESCALATED = "escalated"
    DISPUTED = "disputed"
    RESOLVED = "resolved"
    RELEASED = "released"
    SUPERSEDED = "superseded"


OPEN_STATUSES = (Status.QUEUED, Status.ESCALATED, Status.DISPUTED)
"""The statuses of items that still wait for a person."""

DECIDED_STATUSES = (Status.RESOLVED, Status.RELEASED)
"""The statuses of items that wait for nobody, and can be decided all the same."""


class Risk(StrEnum):
    """How much harm a wrong output can do."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for low to 3 for critical."""
        return list(Risk).index(self)


class OutputType(StrEnum):
    """What kind of text an output is; it chooses the view."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    CODE = "code"
    MESSAGES = "messages"
    TOOL_CALLS = "tool_calls"


class Severity(StrEnum):
    """How bad an error is."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class Agreement(StrEnum):
    """What two decisions must share to agree: the verdict, or the corrected output too."""

    VERDICT = "verdict"
    EXACT = "exact"


class Origin(StrEnum):
    """Whether a decision was made in this program or brought in from elsewhere."""

    NATIVE = "native"
    IMPORTED = "imported"


EVERYONE, LEADS = "everyone", "leads"
"""The pool that everybody is in, and the one that escalations without a better address go to."""


class Role(StrEnum):
    """What a person of a team may do."""

    REVIEWER = "reviewer"
    LEAD = "lead"
    INTAKE = "intake"
    AUDITOR = "auditor"

    @property
    def sees_all(self) -> bool:
        """Whether every item is in this person's reach, whoever has it."""
        return self is not Role.REVIEWER
