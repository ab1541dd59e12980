"""What a queue entry says now: a fold over an item's facts, written once."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.queue import EXCERPT_LENGTH, QueueEntry, priority_of
from reviewer_app.domain.records import (
    Assignment,
    Decline,
    Escalation,
    Item,
    Release,
    Selection,
)
from reviewer_app.domain.resolution import Opinion, Resolution, Terms, resolution_of
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Disposition, Status


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of an item beside its selection, each kind in the order it was made.

    Nobody can judge an item whose content was erased: it waits for nobody any more. `heir` has the
    item from its earlier revisions, until it is moved.
    """

    opinions: Sequence[Opinion] = ()
    declines: Sequence[Decline] = ()
    escalations: Sequence[Escalation] = ()
    assignments: Sequence[Assignment] = ()
    releases: Sequence[Release] = ()
    is_latest: bool = True
    is_erased: bool = False
    heir: UUID | None = None


NO_FACTS = Facts()


def entry_of(item: Item, output: str, selection: Selection, facts: Facts = NO_FACTS) -> QueueEntry:
    """The queue entry of an item: rebuilding it from the same facts gives the same entry."""
    outcome = resolution_of(facts.opinions, output, terms_of(selection))
    status = _status(selection, facts, outcome)
    assignee, pool = _place(selection, facts)
    last = _last_word(outcome)
    return QueueEntry(
        item_id=item.id,
        source=item.source,
        external_id=item.external_id,
        excerpt=excerpt_of(output),
        status=status,
        risk=selection.risk,
        priority=priority_of(selection.risk, selection.due_at, item.pulled_at),
        due_at=selection.due_at,
        pool=pool,
        assignee=assignee,
        workflow=item.workflow,
        step=item.step,
        agent=item.agent,
        model_version=item.model_version,
        confidence=item.confidence,
        selected_by=selection.selected_by,
        verdict=outcome.verdict,
        decided_at=outcome.decided_at if last else None,
        decided_by=last.author if last else None,
        pulled_at=item.pulled_at,
    )


def _last_word(outcome: Resolution) -> Opinion | None:
    """The latest decision of an outcome; none while it waits for more: no list tells who began."""
    if outcome.status is Status.QUEUED or not outcome.opinions:
        return None
    return outcome.opinions[-1]


def terms_of(selection: Selection) -> Terms:
    """What the policy asks of the decisions on this item."""
    return Terms(selection.reviews_needed, selection.agreement)


def excerpt_of(output: str) -> str:
    """The head of an output on one line, without what cannot be seen."""
    head = " ".join(output[: EXCERPT_LENGTH * 4].split())
    if not head.isprintable():
        head = "".join(c for c in head if c.isprintable())
    return head[:EXCERPT_LENGTH]


def _status(selection: Selection, facts: Facts, outcome: Resolution) -> Status:
    if not facts.is_latest:
        return Status.SUPERSEDED
    if facts.is_erased and outcome.status in OPEN_STATUSES and not _is_released(selection, facts):
        return Status.SUPERSEDED
    if outcome.status is not Status.QUEUED:
        return outcome.status
    return Status.RELEASED if _is_released(selection, facts) else Status.QUEUED


def _is_released(selection: Selection, facts: Facts) -> bool:
    return bool(facts.releases) or not _waits(selection)


def _waits(selection: Selection) -> bool:
    """Whether a person is asked about the item, before or after its release."""
    return selection.disposition is Disposition.HOLD or selection.selected_by in {"flag", "audit"}


def _place(selection: Selection, facts: Facts) -> tuple[UUID | None, str]:
    """Who has the item, and the pool it belongs to."""
    taken_back = {o.decision.retracts for o in facts.opinions}
    moves: list[Assignment | Escalation | Decline] = [
        *facts.assignments,
        *(e for e in facts.escalations if e.decision_id not in taken_back),
        *_standing(facts.declines),
    ]
    assignee, pool = facts.heir, selection.pool
    for move in sorted(moves, key=lambda m: str(m.id)):
        match move:
            case Assignment():
                assignee = move.to
            case Escalation():
                assignee, pool = move.to_person, pool if move.to_person else move.to
            case Decline():
                assignee = None if move.person_id == assignee else assignee
    return assignee, pool


def heir_of(earlier: Sequence[tuple[int, Assignment | Decline]]) -> UUID | None:
    """Who has a new revision: to whom the earlier ones were assigned, and who did not decline them.

    An escalation is about one content and goes no further than it.

    Args:
        earlier: what was done with the earlier revisions, each with the revision's number.
    """
    declines = [move for _, move in earlier if isinstance(move, Decline)]
    standing = {decline.id for decline in _standing(declines)}
    holder = None
    for _, move in sorted(earlier, key=lambda one: (one[0], str(one[1].id))):
        if isinstance(move, Assignment):
            holder = move.to
        elif move.id in standing and move.person_id == holder:
            holder = None
    return holder


def _standing(declines: Sequence[Decline]) -> list[Decline]:
    """The declines that were not taken back."""
    regretted = {d.retracts for d in declines}
    return [d for d in declines if d.retracts is None and d.id not in regretted]
