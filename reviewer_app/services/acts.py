"""From what a person did on the desk to the facts it makes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reviewer_app.domain.errors import CorrectionMissing, ItemChanged, ItemUnknown, UsageError
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.records import (
    Decision,
    DecisionText,
    Device,
    Escalation,
    Item,
    Span,
)
from reviewer_app.domain.resolution import standing
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.desk import Remarks, Seen
from reviewer_app.store import facts, identity, queue
from reviewer_app.store.identity import LEAD
from reviewer_app.store.store import Connection
from reviewer_app.store.transaction import Transaction


class SpanOutside(UsageError):
    """A span is not a piece of the output."""

    def __init__(self, span: Span, length: int) -> None:
        super().__init__(
            sentence(
                "The span {start}:{end} is no piece of the output, which has {length:,} "
                "characters. Nothing was decided.",
                start=span.start,
                end=span.end,
                length=length,
            )
        )


class RecipientMissing(UsageError):
    """An escalation names nobody."""

    def __init__(self) -> None:
        super().__init__(sentence("To whom? An escalation needs the name of a person or a pool."))


@dataclass(frozen=True, slots=True)
class Act:
    """A verdict as a person gave it. `to` is set for an escalation alone."""

    seen: Seen
    verdict: Verdict
    remarks: Remarks
    correction: str | None = None
    to: str | None = None

    def __post_init__(self) -> None:
        """Refuses a verdict without what it needs."""
        if self.verdict is Verdict.CORRECT and self.correction is None:
            raise CorrectionMissing
        if self.verdict is Verdict.ESCALATE and not (self.to and self.to.strip()):
            raise RecipientMissing


def record(transaction: Transaction, act: Act, device: Device, at: datetime) -> Decision:
    """Adds the decision of an act, with its words and, for an escalation, where it goes.

    Raises:
        ItemUnknown, ItemChanged, SpanOutside: nothing was added.
    """
    item = reviewed_item(transaction.connection, act.seen)
    selection = facts.selections(transaction.connection, [item.id])[item.id]
    remarks = act.remarks
    _check_spans(transaction.connection, item, remarks)
    decision = Decision(
        id=transaction.new_id(),
        item_id=item.id,
        content_hash=item.content_hash,
        person_id=device.person_id,
        device_id=device.id,
        verdict=act.verdict,
        settles=_settled(transaction.connection, item, act.verdict, device.person_id),
        correction_digest=digest_of(act.correction) if act.correction is not None else None,
        comment_digest=digest_of(remarks.comment) if remarks.comment else None,
        error_types=_error_types(remarks),
        severity=remarks.severity,
        spans=sorted(remarks.spans, key=lambda span: (span.start, span.end)),
        rubric=dict(remarks.rubric),
        shown=remarks.shown,
        policy_version_id=selection.policy_version_id,
        decided_at=at,
        active_seconds=remarks.active_seconds,
    )
    transaction.add(decision)
    if act.correction is not None or remarks.comment:
        text = DecisionText(
            decision_id=decision.id, correction=act.correction, comment=remarks.comment or None
        )
        transaction.add_texts([text])
    if act.verdict is Verdict.ESCALATE and act.to:
        transaction.add(_escalation(transaction, decision, act.to.strip(), remarks))
    return decision


def retract(transaction: Transaction, decision: Decision, device: Device, at: datetime) -> None:
    """Takes a decision back."""
    transaction.add(
        Decision(
            id=transaction.new_id(),
            item_id=decision.item_id,
            content_hash=decision.content_hash,
            person_id=device.person_id,
            device_id=device.id,
            verdict=None,
            retracts=decision.id,
            policy_version_id=decision.policy_version_id,
            decided_at=at,
        )
    )


def reviewed_item(connection: Connection, seen: Seen) -> Item:
    """The item that was shown, if it still is what was shown.

    Raises:
        ItemUnknown: there is no such item.
        ItemChanged: it was revised, or decided by someone, since it was shown.
    """
    item = facts.items(connection, [seen.item_id]).get(seen.item_id)
    entry = queue.entry(connection, seen.item_id)
    if item is None or entry is None:
        raise ItemUnknown(str(seen.item_id))
    if item.content_hash != seen.content_hash or entry.status is Status.SUPERSEDED:
        raise ItemChanged(
            sentence("The agent has produced a new version of {item}.", item=item.external_id)
        )
    opinions = facts.opinions(connection, [item.id]).get(item.id, [])
    latest = opinions[-1] if opinions else None
    if latest is not None and latest.decision.id != seen.latest:
        raise ItemChanged(
            sentence(
                "{person} decided {item} meanwhile.", person=latest.person, item=item.external_id
            )
        )
    return item


def _error_types(remarks: Remarks) -> list[str]:
    """What was wrong: what was chosen, and what the spans were marked with."""
    marked = (span.error_type for span in remarks.spans if span.error_type)
    return list(dict.fromkeys([*remarks.error_types, *marked]))


def _check_spans(connection: Connection, item: Item, remarks: Remarks) -> None:
    if not remarks.spans:
        return
    length = len(facts.contents(connection, [item.id])[item.id].output)
    for span in remarks.spans:
        if not 0 <= span.start < span.end <= length:
            raise SpanOutside(span, length)


def _settled(connection: Connection, item: Item, verdict: Verdict, person_id: UUID) -> list[UUID]:
    """The decisions that this one puts an end to: a lead's on what others could not settle.

    A lead who changes their mind settles the same again.
    """
    entry = queue.entry(connection, item.id)
    live = standing(facts.opinions(connection, [item.id]).get(item.id, []))
    own = [o.decision for o in live if o.decision.person_id == person_id]
    is_open = entry is not None and entry.status in {Status.DISPUTED, Status.ESCALATED}
    is_asked = is_open or any(d.settles for d in own)
    if verdict is Verdict.ESCALATE or not is_asked:
        return []
    if identity.person_of(connection, person_id).role != LEAD:
        return []
    return [o.decision.id for o in live if o.decision.person_id != person_id]


def _escalation(
    transaction: Transaction, decision: Decision, to: str, remarks: Remarks
) -> Escalation:
    person = identity.teammate(transaction.connection, to)
    return Escalation(
        id=transaction.new_id(),
        item_id=decision.item_id,
        decision_id=decision.id,
        person_id=decision.person_id,
        to=person.name if person else to,
        to_person=person.id if person else None,
        reason=remarks.comment,
        at=decision.decided_at,
    )
