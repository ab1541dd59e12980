"""What overtook a person's decision: others who decided too, a new holder, a new revision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from reviewer_app.domain.records import Assignment, Item
from reviewer_app.domain.resolution import Opinion
from reviewer_app.domain.vocabulary import Verdict


class Kind(StrEnum):
    """What an answer is about.

    Attributes:
        ESCALATED: somebody decided what the person handed on.
        CONFIRMED: one more than was needed decided the same.
        DISPUTED: somebody decided otherwise, and nobody has settled it.
        UPHELD: a lead settled it as the person decided.
        OVERTURNED: a lead settled it otherwise.
        MOVED: the item was somebody else's when the person decided.
        REVISED: the agent had produced a new version when the person decided.
        OPPOSED: the person settled it, and then somebody decided otherwise.
        WITHDRAWN: the person settled it, and then somebody took their decision back.
        KNOWN: the right verdict was known.
    """

    ESCALATED = "escalated"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    UPHELD = "upheld"
    OVERTURNED = "overturned"
    MOVED = "moved"
    REVISED = "revised"
    OPPOSED = "opposed"
    WITHDRAWN = "withdrawn"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict and what was said with it; no verdict where nobody judged anything."""

    verdict: Verdict | None
    person: str
    at: datetime | None
    error_types: tuple[str, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The facts that overtook decisions, by their ids; `names` are of people."""

    opinions: Mapping[UUID, Opinion] = field(default_factory=dict)
    assignments: Mapping[UUID, Assignment] = field(default_factory=dict)
    items: Mapping[UUID, Item] = field(default_factory=dict)
    names: Mapping[UUID, str] = field(default_factory=dict)


def said_by(opinion: Opinion) -> Said:
    """What somebody said with a decision."""
    decision = opinion.decision
    return Said(
        verdict=decision.verdict,
        person=opinion.person,
        at=decision.decided_at,
        error_types=tuple(decision.error_types),
        comment=opinion.comment or "",
    )


def told(kind: Kind, fact_id: UUID, facts: Overtaken) -> Said:
    """What overtook a decision: who has the item now, the new version, what was taken back."""
    match kind:
        case Kind.MOVED:
            move = facts.assignments[fact_id]
            name = facts.names.get(move.to, "") if move.to else ""
            return Said(None, name, move.at, comment=move.reason)
        case Kind.REVISED:
            return Said(None, "", facts.items[fact_id].pulled_at)
        case Kind.WITHDRAWN:
            back = facts.opinions[fact_id]
            return Said(None, back.person, back.decision.decided_at)
        case _:
            return said_by(facts.opinions[fact_id])
