"""From what a person did on the desk to the facts it makes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reviewer_app.domain.errors import CorrectionMissing, ReviewerError, UsageError
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.independence import is_informed
from reviewer_app.domain.records import (
    Decision,
    DecisionText,
    Device,
    Escalation,
    Item,
    Person,
    Span,
)
from reviewer_app.domain.resolution import standing
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.desk import Remarks, Seen
from reviewer_app.services.known import Known, reviewed
from reviewer_app.services.opinions import knows_others
from reviewer_app.services.withheld import hindrance
from reviewer_app.store import facts, identity
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


class ContentNotWhole(ReviewerError):
    """Nobody can judge what they cannot read."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(
            sentence("{why} Nothing was decided; open it while the hub can be reached.", why=why)
        )


class RecipientMissing(UsageError):
    """An escalation names nobody."""

    def __init__(self) -> None:
        super().__init__(sentence("To whom? An escalation needs the name of a person or a pool."))


class LookedBefore(ReviewerError):
    """Whoever looked at what others decided does not judge the item too."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "You looked at what others decided on {item} before they were through, so that you "
                "do not review it. Nothing was decided; you can settle it once it is disputed or "
                "escalated.",
                item=name,
            )
        )


@dataclass(frozen=True, slots=True)
class Act:
    """A verdict as a person gave it.

    `to` is set for an escalation alone, `bulk` where it is one of many that were given at once.
    """

    seen: Seen
    verdict: Verdict
    remarks: Remarks
    correction: str | None = None
    to: str | None = None
    bulk: UUID | None = None

    def __post_init__(self) -> None:
        """Refuses a verdict without what it needs."""
        if self.verdict is Verdict.CORRECT and self.correction is None:
            raise CorrectionMissing
        if self.verdict is Verdict.ESCALATE and not (self.to and self.to.strip()):
            raise RecipientMissing


def record(transaction: Transaction, act: Act, device: Device, at: datetime) -> Decision:
    """Adds the decision of an act, with its words and, for an escalation, where it goes.

    Raises:
        ItemUnknown, ItemChanged, ContentNotWhole, SpanOutside, LookedBefore: nothing was added.
    """
    known = reviewed(transaction.connection, act.seen, device.person_id)
    missing = hindrance(known.held, known.item.external_id)
    if missing is not None:
        raise ContentNotWhole(missing)
    _check_spans(transaction.connection, known.item, act.remarks)
    author = author_of(transaction.connection, device)
    decision = decision_of(transaction.new_id(), act, known, author, at)
    if known.sight.has_looked and not decision.settles:
        raise LookedBefore(known.item.external_id)
    transaction.add(decision)
    transaction.add_texts(words_of(decision, act))
    if act.verdict is Verdict.ESCALATE and act.to:
        to = identity.teammate(transaction.connection, act.to.strip())
        transaction.add(escalation_of(transaction.new_id(), decision, act, to))
    return decision


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, on which device; a lead settles what others could not."""

    device: Device
    is_lead: bool


def author_of(connection: Connection, device: Device) -> Author:
    """Who decides on this device."""
    person = identity.person_of(connection, device.person_id)
    return Author(device, person.role == LEAD)


def decision_of(
    decision_id: UUID, act: Act, known: Known, author: Author, at: datetime
) -> Decision:
    """The decision that an act makes on an item as it stands now."""
    remarks = act.remarks
    return Decision(
        id=decision_id,
        item_id=known.item.id,
        content_hash=known.item.content_hash,
        person_id=author.device.person_id,
        device_id=author.device.id,
        verdict=act.verdict,
        settles=_settled(known, act.verdict, author),
        informed=is_informed(known.sight.opinions, author.device.person_id),
        correction_digest=digest_of(act.correction) if act.correction is not None else None,
        comment_digest=digest_of(remarks.comment) if remarks.comment else None,
        error_types=_error_types(remarks),
        severity=remarks.severity,
        spans=sorted(remarks.spans, key=lambda span: (span.start, span.end)),
        rubric=dict(remarks.rubric),
        shown=remarks.shown,
        policy_version_id=known.selection.policy_version_id,
        decided_at=at,
        active_seconds=remarks.active_seconds,
        bulk=act.bulk,
    )


def words_of(decision: Decision, act: Act) -> list[DecisionText]:
    """The words of a decision, where it has any."""
    comment = act.remarks.comment or None
    if act.correction is None and comment is None:
        return []
    return [DecisionText(decision_id=decision.id, correction=act.correction, comment=comment)]


def escalation_of(
    escalation_id: UUID, decision: Decision, act: Act, to: Person | None
) -> Escalation:
    """To whom a decision goes: the person where it names one, else the pool or role it names."""
    return Escalation(
        id=escalation_id,
        item_id=decision.item_id,
        decision_id=decision.id,
        person_id=decision.person_id,
        to=to.name if to else (act.to or "").strip(),
        to_person=to.id if to else None,
        reason=act.remarks.comment,
        at=decision.decided_at,
    )


def retraction_of(
    retraction_id: UUID,
    decision: Decision,
    device: Device,
    at: datetime,
    *,
    is_informed: bool = False,
) -> Decision:
    """The decision that takes another one back."""
    return Decision(
        id=retraction_id,
        item_id=decision.item_id,
        content_hash=decision.content_hash,
        person_id=device.person_id,
        device_id=device.id,
        verdict=None,
        retracts=decision.id,
        informed=is_informed,
        policy_version_id=decision.policy_version_id,
        decided_at=at,
    )


def retract(transaction: Transaction, decision: Decision, device: Device, at: datetime) -> None:
    """Takes a decision back."""
    knows = bool(knows_others(transaction.connection, [decision]))
    transaction.add(retraction_of(transaction.new_id(), decision, device, at, is_informed=knows))


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


def _settled(known: Known, verdict: Verdict, author: Author) -> list[UUID]:
    """The decisions that this one puts an end to: a lead's on what others could not settle.

    A lead who changes their mind settles the same again.
    """
    person_id = author.device.person_id
    live = standing(known.opinions)
    own = [o.decision for o in live if o.author == person_id]
    is_open = known.entry.status in {Status.DISPUTED, Status.ESCALATED}
    is_asked = is_open or any(d.settles for d in own)
    if verdict is Verdict.ESCALATE or not is_asked or not author.is_lead:
        return []
    return [o.decision.id for o in live if o.author != person_id]
