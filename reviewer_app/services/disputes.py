"""What waits for a lead to settle: decisions on an item side by side, and taking one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from reviewer_app.domain.differences import Piece, pieces_between
from reviewer_app.domain.errors import DecisionUnknown
from reviewer_app.domain.queue import QueueEntry, QueueQuery
from reviewer_app.domain.records import Escalation
from reviewer_app.domain.resolution import Opinion, standing
from reviewer_app.domain.vocabulary import Disposition, Status, Verdict
from reviewer_app.services.adjudication import act_as
from reviewer_app.services.desk import Desk, Saved, Seen
from reviewer_app.services.review import ReviewSession

LISTED = 500
"""Disputes and escalations that are gone through one by one; more are told as a count."""

COMPARED = 40_000
"""Characters of two texts together up to which their difference is worked out."""

LEAD = 60
"""Characters before the first change that are shown: what came before is the same for all."""

SHOWN = 20_000
"""Characters of an output that are shown beside a decision."""


@dataclass(frozen=True, slots=True)
class Side:
    """One decision: what was said, and the output that it would have, as a difference.

    `can_be_taken` is false of an escalation: it says who shall decide, not what.
    """

    opinion: Opinion
    pieces: tuple[Piece, ...] = ()
    escalation: Escalation | None = None
    can_be_taken: bool = True
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """An item on which people differ, or that was handed on for a decision.

    Attributes:
        seen: what was shown, for whoever decides on it.
        between: what two corrections have that differs, where exactly two corrected.
        is_independent: nobody who decided could see what the others had decided.
        is_held: the output has not been released.
    """

    entry: QueueEntry
    seen: Seen
    sides: tuple[Side, ...]
    between: tuple[Piece, ...] = ()
    is_independent: bool = False
    is_held: bool = True


@dataclass(frozen=True, slots=True)
class Docket:
    """What waits to be settled, in the order of work; what is beyond `LISTED` is only counted."""

    ids: tuple[UUID, ...] = ()
    total: int = 0


class Disputes:
    """What is disputed, and what was escalated to this person or to leads."""

    def __init__(self, review: ReviewSession) -> None:
        self._review = review

    def docket(self) -> Docket:
        """What waits to be settled: what is disputed, then what was escalated to this person."""
        me = self._review.me.id
        disputed = QueueQuery(statuses=(Status.DISPUTED,))
        escalated = QueueQuery(statuses=(Status.ESCALATED,), unassigned_or=me)
        lists = self._review.lists
        ids = [*lists.ids(disputed, LISTED), *lists.ids(escalated, LISTED)][:LISTED]
        total = lists.figure(disputed).count + lists.figure(escalated).count
        return Docket(tuple(ids), total)

    def case(self, item_id: UUID) -> Case:
        """One of them, whole.

        Raises:
            ItemUnknown: there is no such item.
        """
        desk = self._review.open(item_id)
        opinions = sorted(standing(desk.opinions), key=lambda o: (o.person.casefold(), o.person))
        reasons = {escalation.decision_id: escalation for escalation in desk.escalations}
        sides = tuple(_side(o, desk, reasons.get(o.decision.id)) for o in opinions)
        start = _start_of(sides)
        needed = desk.selection.reviews_needed
        return Case(
            entry=desk.entry,
            seen=desk.seen,
            sides=tuple(replace(side, pieces=_from(side.pieces, start)) for side in sides),
            between=_from_first(_between(opinions)),
            is_independent=(needed > 1 or desk.selection.blind)
            and not any(o.decision.informed for o in opinions),
            is_held=desk.selection.disposition is Disposition.HOLD,
        )

    def take(self, case: Case, decision_id: UUID) -> Saved:
        """Decides as somebody else did; of a lead's that settles the item.

        Raises:
            DecisionUnknown: it was taken back meanwhile.
            ItemChanged, ItemClaimed, RemarkMissing: nothing was recorded.
        """
        return self._review.decide(act_as(_taken(case.sides, decision_id), case.seen))


def _taken(sides: Sequence[Side], decision_id: UUID) -> Opinion:
    for side in sides:
        if side.opinion.decision.id == decision_id:
            return side.opinion
    raise DecisionUnknown(str(decision_id))


def _side(opinion: Opinion, desk: Desk, escalation: Escalation | None) -> Side:
    """A decision, with what it would make of the output; a long one by its head."""
    output, correction = desk.content.output, opinion.correction
    verdict = opinion.decision.verdict
    is_taken = verdict in {Verdict.APPROVE, Verdict.CORRECT, Verdict.REJECT}
    wanted = correction if correction is not None else output
    pieces, is_cut = _compared(output, wanted)
    has_text = verdict in {Verdict.APPROVE, Verdict.CORRECT}
    return Side(opinion, pieces if has_text else (), escalation, is_taken, is_cut)


def _compared(before: str, after: str) -> tuple[tuple[Piece, ...], bool]:
    """The difference of two texts, of long ones of their heads; and whether it was cut."""
    is_cut = len(before) + len(after) > COMPARED
    if is_cut:
        before, after = before[:SHOWN], after[:SHOWN]
    return pieces_between(before, after), is_cut


def _start_of(sides: Sequence[Side]) -> int:
    """Where the texts are shown from: a little before the first change that anybody made."""
    return _before([p for side in sides for p in side.pieces])


def _before(pieces: Sequence[Piece]) -> int:
    """The place a little before the first change; the beginning where that is near."""
    first = min((p.before_start for p in pieces if p.is_change), default=0)
    return first - LEAD if first > LEAD + LEAD // 2 else 0


def _from(pieces: tuple[Piece, ...], start: int) -> tuple[Piece, ...]:
    """The pieces without what all have in common before `start`."""
    if not start or not pieces:
        return pieces
    head, *rest = pieces
    kept = "… " + head.after[start:].lstrip()
    return (Piece(kept, kept, head.before_start, head.after_start), *rest)


def _from_first(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces from a little before the first change on."""
    return _from(pieces, _before(pieces))


def _between(opinions: Sequence[Opinion]) -> tuple[Piece, ...]:
    """What two corrections have that differs."""
    texts = [o.correction for o in opinions if o.correction is not None]
    if len(texts) != len(("one", "other")) or texts[0] == texts[1]:
        return ()
    pieces, _ = _compared(texts[0], texts[1])
    return pieces
