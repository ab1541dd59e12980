"""From judgements made elsewhere to decisions, declines and escalations marked as imported."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from reviewer_app.domain.identity import digest_of, hashed_id, judgement_id
from reviewer_app.domain.incoming import Incoming, Judgement
from reviewer_app.domain.records import Decision, DecisionText, Decline, Escalation, Item
from reviewer_app.domain.vocabulary import LEADS, Origin, Verdict
from reviewer_app.store import decisions, facts, identity
from reviewer_app.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where judgements come from, and how items were chosen to be judged, if that is known."""

    source: str
    propensity: float | None
    device_id: UUID


@dataclass
class Imported:
    """The facts of a batch of judgements."""

    decisions: list[Decision] = field(default_factory=list)
    texts: list[DecisionText] = field(default_factory=list)
    declines: list[Decline] = field(default_factory=list)
    escalations: list[Escalation] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many judgements are new."""
        return len(self.decisions) + len(self.declines)

    def add_to(self, transaction: Transaction) -> None:
        """Adds everything to the store."""
        transaction.add_many(self.decisions)
        transaction.add_texts(self.texts)
        transaction.add_many(self.declines)
        transaction.add_many(self.escalations)


def imported(
    transaction: Transaction,
    judged: Iterable[tuple[UUID, Incoming]],
    provenance: Provenance,
) -> Imported:
    """The facts of every judgement that is not in the store yet."""
    connection = transaction.connection
    pairs = [(item_id, j) for item_id, record in judged for j in record.judgements]
    items = facts.items(connection, {item_id for item_id, _ in pairs})
    names = {j.annotator for _, j in pairs}
    people = identity.add_annotators(connection, provenance.source, names)
    keys = [judgement_id(item_id, j) for item_id, j in pairs]
    known = decisions.known_judgements(connection, keys)
    made = Imported()
    for key, (item_id, judgement) in zip(keys, pairs, strict=True):
        if key not in known:
            known.add(key)
            _make(made, key, (items[item_id], people[judgement.annotator], judgement), provenance)
    return made


def _make(
    made: Imported, key: UUID, what: tuple[Item, UUID, Judgement], provenance: Provenance
) -> None:
    item, person, judgement = what
    if judgement.verdict is None:
        made.declines.append(
            Decline(
                id=key,
                item_id=item.id,
                person_id=person,
                reason=judgement.comment or "abstained",
                at=judgement.decided_at,
            )
        )
        return
    made.decisions.append(_decision(key, what, provenance))
    if judgement.corrected_output is not None or judgement.comment:
        made.texts.append(
            DecisionText(
                decision_id=key,
                correction=judgement.corrected_output,
                comment=judgement.comment or None,
            )
        )
    if judgement.verdict is Verdict.ESCALATE:
        made.escalations.append(_escalation(made.decisions[-1], judgement))


def _decision(key: UUID, what: tuple[Item, UUID, Judgement], provenance: Provenance) -> Decision:
    item, person, judgement = what
    return Decision(
        id=key,
        item_id=item.id,
        content_hash=item.content_hash,
        person_id=person,
        device_id=provenance.device_id,
        verdict=judgement.verdict,
        correction_digest=_digest(judgement.corrected_output),
        comment_digest=_digest(judgement.comment or None),
        rubric=judgement.labels,
        origin=Origin.IMPORTED,
        propensity=provenance.propensity,
        decided_at=judgement.decided_at,
        active_seconds=judgement.active_seconds,
    )


def _escalation(decision: Decision, judgement: Judgement) -> Escalation:
    return Escalation(
        id=hashed_id("escalation", str(decision.id)),
        item_id=decision.item_id,
        decision_id=decision.id,
        person_id=decision.person_id,
        to=LEADS,  # whom it was meant for is not known
        to_person=None,
        reason=judgement.comment or "",
        at=decision.decided_at,
    )


def _digest(text: str | None) -> str | None:
    return digest_of(text) if text is not None else None
