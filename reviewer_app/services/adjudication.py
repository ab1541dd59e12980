"""Settling what others could not: their decisions side by side, and taking one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from reviewer_app.domain.differences import Piece, pieces_between
from reviewer_app.domain.errors import DecisionUnknown, UsageError
from reviewer_app.domain.queue import QueueQuery
from reviewer_app.domain.resolution import Opinion, standing
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.acts import Act
from reviewer_app.services.desk import Desk, Remarks, Saved, Seen
from reviewer_app.services.leading import OnlyLeads
from reviewer_app.services.review import ReviewSession
from reviewer_app.store.store import Store

LISTED = 200
"""Items that are read at most when nobody says how many."""

COMPARED = 40_000
"""Characters of two corrections together up to which their difference is worked out."""


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


@dataclass(frozen=True, slots=True)
class Difference:
    """What two corrections of the same output have that differs, by the decisions they are of."""

    one: UUID
    other: UUID
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """An item that waits to be settled: the desk, the decisions that stand, what differs."""

    desk: Desk
    opinions: tuple[Opinion, ...]
    differences: tuple[Difference, ...] = ()


class Adjudication:
    """Settles disputes and escalations, for one lead."""

    def __init__(self, store: Store, review: ReviewSession) -> None:
        self._store, self._review = store, review

    def disputes(self, limit: int = LISTED) -> list[Matter]:
        """The items on which people disagree, the most urgent first."""
        return self._matters(QueueQuery(statuses=(Status.DISPUTED,)), limit)

    def escalations(self, limit: int = LISTED) -> list[Matter]:
        """The items that were handed on to this person or to leads, the most urgent first."""
        me = self._store.device.person_id
        return self._matters(QueueQuery(statuses=(Status.ESCALATED,), given_to=me), limit)

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

    def _matters(self, query: QueueQuery, limit: int) -> list[Matter]:
        ids = self._review.lists.ids(query, limit)
        return [_matter(self._review.open(key)) for key in ids]


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


def _matter(desk: Desk) -> Matter:
    opinions = tuple(standing(desk.opinions))
    corrected = [o for o in opinions if o.correction is not None]
    pairs = [(a, b) for n, a in enumerate(corrected) for b in corrected[n + 1 :]]
    found = [_difference(one, other) for one, other in pairs]
    return Matter(desk, opinions, tuple(d for d in found if d is not None))


def _difference(one: Opinion, other: Opinion) -> Difference | None:
    """What two corrections have that differs; None where they are the same, or too long."""
    before, after = one.correction or "", other.correction or ""
    if before == after or len(before) + len(after) > COMPARED:
        return None
    pieces = pieces_between(before, after)
    return Difference(one.decision.id, other.decision.id, tuple(pieces))
