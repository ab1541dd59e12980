"""Who may see whose decisions on an item, so that people judge it without each other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.records import Escalation, Selection
from reviewer_app.domain.resolution import Opinion, adjudications, in_order, standing
from reviewer_app.domain.vocabulary import Role, Verdict


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at an item. `has_looked`: they recorded that they look at covered decisions."""

    id: UUID
    role: str = Role.REVIEWER
    has_looked: bool = False

    @property
    def sees_all(self) -> bool:
        """Whether nothing is covered for them: they judge nothing, or not this item."""
        return self.role == Role.AUDITOR or self.has_looked


def is_independent(selection: Selection) -> bool:
    """Whether people judge an item without seeing what others decided on it."""
    return selection.blind or selection.reviews_needed > 1


def is_covered(opinions: Sequence[Opinion], selection: Selection) -> bool:
    """Whether the decisions on an item are still hidden from those who may judge it.

    They are until as many people's decisions stand as the item needs, or a lead has settled it.
    What was shown once stays so, whatever is taken back afterwards.
    """
    if not is_independent(selection):
        return False
    return not _was_revealed(in_order(opinions), max(1, selection.reviews_needed))


def visible(
    opinions: Sequence[Opinion],
    selection: Selection,
    viewer: Viewer,
    escalations: Sequence[Escalation] = (),
) -> list[Opinion]:
    """The decisions on an item that somebody may see, in order; their own always.

    Of what is covered leads see who handed it on, and so does the person whom it was handed to.
    """
    ordered = in_order(opinions)
    if viewer.sees_all or not is_covered(ordered, selection):
        return ordered
    addressed = {e.decision_id for e in escalations if e.to_person == viewer.id}
    open_to = {
        o.decision.id
        for o in ordered
        if o.author == viewer.id or _is_handed_to(o, viewer, addressed)
    }
    return [o for o in ordered if o.decision.id in open_to or o.decision.retracts in open_to]


def is_informed(seen: Sequence[Opinion], author: UUID) -> bool:
    """Whether somebody who sees these decisions knows what another made of the output."""
    return any(o.author != author and o.concludes for o in seen)


def independent(opinions: Sequence[Opinion]) -> list[Opinion]:
    """The decisions that figures of agreement may compare: of each person one, in order.

    It is their latest that they made without knowing what others had decided. What they changed or
    took back once they knew does not replace it: else people would seem to agree more than they
    do. What settles others' decisions is left out, and so is what only hands on.
    """
    ordered = in_order(opinions)
    gone = {o.decision.retracts for o in ordered if not o.decision.informed}
    found: dict[UUID, Opinion] = {}
    for opinion in ordered:
        decision = opinion.decision
        is_own = opinion.concludes and not decision.informed and not decision.settles
        if is_own and decision.id not in gone:
            found.pop(opinion.author, None)
            found[opinion.author] = opinion
    return list(found.values())


def by_name(opinions: Sequence[Opinion]) -> list[Opinion]:
    """The decisions in an order that does not say who decided first."""
    return sorted(opinions, key=lambda o: (o.person.casefold(), o.person, o.author))


def _is_handed_to(opinion: Opinion, viewer: Viewer, addressed: set[UUID]) -> bool:
    if opinion.decision.verdict is not Verdict.ESCALATE:
        return False
    return viewer.role == Role.LEAD or opinion.decision.id in addressed


def _was_revealed(ordered: Sequence[Opinion], needed: int) -> bool:
    """Whether at any moment as many people's decisions stood as are needed."""
    made: dict[UUID, list[Opinion]] = defaultdict(list)
    gone: set[UUID | None] = set()
    for opinion in ordered:
        gone.add(opinion.decision.retracts)
        if opinion.decision.verdict is not None:
            made[opinion.author].append(opinion)
        if sum(_concludes(theirs, gone) for theirs in made.values()) >= needed:
            return True
    return bool(adjudications(standing(ordered)))


def _concludes(theirs: Sequence[Opinion], gone: set[UUID | None]) -> bool:
    """Whether the latest decision of a person that stands is one on the output."""
    kept = [o for o in theirs if o.decision.id not in gone]
    return bool(kept) and kept[-1].concludes
