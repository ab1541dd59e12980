"""What one person may see of the decisions on items, which people judge without each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.independence import (
    Viewer,
    is_covered,
    is_independent,
    is_informed,
    visible,
)
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.records import Decision, Escalation, Selection
from reviewer_app.domain.resolution import Opinion
from reviewer_app.domain.vocabulary import Role, Status
from reviewer_app.store import facts, identity
from reviewer_app.store.store import Connection


@dataclass(frozen=True, slots=True)
class Sight:
    """What a person sees of the decisions on an item.

    Attributes:
        opinions: the decisions that they may see, in order.
        is_independent: people judge the item without each other, so that nobody is told who was
            the first, not even afterwards.
        is_covered: what others decided is hidden from this person for now.
        has_looked: they looked at covered decisions, and do not judge this item any more.
        may_look: they may look before everybody has decided, as leads may who then do not judge.
    """

    opinions: tuple[Opinion, ...] = ()
    is_independent: bool = False
    is_covered: bool = False
    has_looked: bool = False
    may_look: bool = False


NOTHING_MADE: Sequence[Opinion] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """The facts about an item that decide who sees what."""

    selection: Selection
    opinions: Sequence[Opinion] = NOTHING_MADE
    escalations: Sequence[Escalation] = ()


def sight_of(made: Made, viewer: Viewer) -> Sight:
    """What somebody sees of the decisions on an item."""
    covered = is_covered(made.opinions, made.selection)
    seen = visible(made.opinions, made.selection, viewer, made.escalations)
    return Sight(
        opinions=tuple(seen),
        is_independent=is_independent(made.selection),
        is_covered=covered and not viewer.sees_all,
        has_looked=viewer.has_looked,
        may_look=covered and viewer.role == Role.LEAD and not viewer.has_looked,
    )


def sights(
    connection: Connection,
    ids: Sequence[UUID],
    person_id: UUID,
    known: Mapping[UUID, Selection] | None = None,
) -> Mapping[UUID, tuple[Sight, Sequence[Opinion]]]:
    """What a person sees of the decisions on these items, and beside it all that there is.

    The selections are read where they are not `known`.
    """
    selections = facts.selections(connection, ids) if known is None else known
    opinions = facts.opinions(connection, ids)
    separate = [key for key, one in selections.items() if is_independent(one)]
    handed_on = facts.escalations(connection, separate) if separate else {}
    looked = facts.looked(connection, separate, person_id) if separate else frozenset()
    role = identity.person_of(connection, person_id).role
    found: dict[UUID, tuple[Sight, Sequence[Opinion]]] = {}
    for key, selection in selections.items():
        every = opinions.get(key, ())
        viewer = Viewer(person_id, role, has_looked=key in looked)
        made = Made(selection, every, handed_on.get(key, ()))
        found[key] = sight_of(made, viewer), every
    return found


def as_seen(
    connection: Connection, entries: Sequence[QueueEntry], person_id: UUID
) -> list[QueueEntry]:
    """The entries without what they would tell of decisions that are covered."""
    telling = [e.item_id for e in entries if e.verdict is None and e.decided_by is not None]
    if not telling:
        return list(entries)
    seen = {key: sight for key, (sight, _) in sights(connection, telling, person_id).items()}
    return [without_covered(e, seen[e.item_id]) if e.item_id in seen else e for e in entries]


def without_covered(entry: QueueEntry, sight: Sight) -> QueueEntry:
    """The entry as a person sees it who may not know what others decided."""
    if not sight.is_covered:
        return entry
    last = sight.opinions[-1] if sight.opinions else None
    is_told = last is not None and not last.concludes
    hidden: dict[str, Status | None] = {} if is_told else {"decided_at": None, "decided_by": None}
    if entry.status is Status.ESCALATED and not is_told:
        hidden["status"] = Status.QUEUED
    return entry.model_copy(update=hidden)


def knows_others(connection: Connection, made: Sequence[Decision]) -> frozenset[UUID]:
    """Those of these decisions' items of which their authors can see what others decided."""
    by_person: dict[UUID, list[UUID]] = {}
    for decision in made:
        by_person.setdefault(decision.person_id, []).append(decision.item_id)
    return frozenset(
        key
        for person_id, ids in by_person.items()
        for key, (sight, _) in sights(connection, ids, person_id).items()
        if is_informed(sight.opinions, person_id)
    )
