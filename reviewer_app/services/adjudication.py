"""Settling what others could not, by taking one of their decisions."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from reviewer_app.domain.errors import DecisionUnknown, UsageError
from reviewer_app.domain.resolution import Opinion, standing
from reviewer_app.domain.sentences import sentence
from reviewer_app.services.acts import Act
from reviewer_app.services.desk import Remarks, Saved, Seen
from reviewer_app.services.leading import OnlyLeads
from reviewer_app.services.review import ReviewSession


class NothingToSettle(UsageError):
    """Nobody disagrees on the item and nobody handed it on."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "{item} is neither disputed nor escalated, so there is nothing to settle. Nothing "
                "was decided; open it to decide it.",
                item=name,
            )
        )


class Adjudication:
    """Settles disputes and escalations, for one lead."""

    def __init__(self, review: ReviewSession) -> None:
        self._review = review

    def take(self, item_id: UUID, decision_id: UUID, seen: Seen | None = None) -> Saved:
        """Decides as a decision that stands did, and settles all that stand.

        Args:
            item_id: the item.
            decision_id: whose verdict shall hold.
            seen: what was on the screen; what there is now where nobody says.

        Raises:
            OnlyLeads, NothingToSettle, DecisionUnknown: nothing was recorded.
            ItemUnknown, ItemChanged, ItemClaimed, RemarkMissing: the same.
        """
        desk = self._review.open(item_id)
        if not desk.leads:
            raise OnlyLeads
        if not desk.can_settle:
            raise NothingToSettle(desk.item.external_id)
        opinion = _taken(desk.opinions, decision_id)
        return self._review.decide(act_as(opinion, seen or desk.seen))


def act_as(opinion: Opinion, seen: Seen, said: Remarks | None = None) -> Act:
    """The act that decides as somebody else did: the verdict and what was wrong, not their words.

    Args:
        opinion: whose verdict it shall be.
        seen: what was on the screen.
        said: what the person says themself, of which the comment and the time are kept.

    Raises:
        DecisionUnknown: it only hands on, so that there is nothing to take.
    """
    decision = opinion.decision
    if decision.verdict is None or not opinion.concludes:
        raise DecisionUnknown(str(decision.id))
    remarks = Remarks(
        error_types=tuple(decision.error_types),
        severity=decision.severity,
        spans=tuple(decision.spans),
        rubric=decision.rubric,
    )
    if said is not None:
        seconds, comment = said.active_seconds, said.comment
        remarks = replace(remarks, comment=comment, active_seconds=seconds, shown=said.shown)
    return Act(seen, decision.verdict, remarks, opinion.correction)


def _taken(opinions: Sequence[Opinion], decision_id: UUID) -> Opinion:
    for opinion in standing(opinions):
        if opinion.decision.id == decision_id:
            return opinion
    raise DecisionUnknown(str(decision_id))
