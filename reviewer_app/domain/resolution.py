"""The outcome that follows from an item's decisions: open, escalated, disputed or resolved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from reviewer_app.domain.records import Decision
from reviewer_app.domain.vocabulary import Agreement, Origin, Status, Verdict

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Opinion:
    """A decision with its words and the name of who made it."""

    decision: Decision
    correction: str | None = None
    comment: str | None = None
    person: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an item's decisions come to.

    `opinions` are the decisions the outcome rests on, in order. `alternatives` are corrected
    outputs that were given and not chosen.
    """

    status: Status
    verdict: Verdict | None = None
    expected_output: str | None = None
    opinions: tuple[Opinion, ...] = ()
    alternatives: tuple[str, ...] = ()
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """How many must agree on an item, and on what."""

    reviews_needed: int = 1
    agreement: Agreement = Agreement.VERDICT


def resolution_of(opinions: Sequence[Opinion], output: str | None, terms: Terms) -> Resolution:
    """What all the decisions on an item come to.

    Later decisions of a person replace their earlier ones, taken-back ones count for nothing, an
    escalation stands until somebody decides after it, and an adjudication takes the place of the
    decisions that it settles, and of no others: nobody overwrites anybody.
    """
    live = standing(opinions)
    settled = {key for o in live for key in o.decision.settles}
    deciding = [o for o in live if o.decision.id not in settled]
    if deciding and deciding[-1].decision.verdict is Verdict.ESCALATE:
        return Resolution(Status.ESCALATED, opinions=tuple(live), decided_at=_latest(live))
    deciding = [o for o in deciding if o.decision.verdict is not Verdict.ESCALATE]
    enough = 1 if settled else max(1, terms.reviews_needed)
    if len(deciding) < enough:
        return Resolution(Status.QUEUED, opinions=tuple(live), decided_at=_latest(live))
    return _agreed(deciding, live, output, terms)


def standing(opinions: Sequence[Opinion]) -> list[Opinion]:
    """The decisions that count: the latest of each person that was not taken back, in order."""
    gone = {o.decision.retracts for o in opinions}
    latest: dict[UUID, Opinion] = {}
    for opinion in in_order(opinions):
        if opinion.decision.verdict is None or opinion.decision.id in gone:
            continue
        latest.pop(opinion.decision.person_id, None)
        latest[opinion.decision.person_id] = opinion
    return list(latest.values())


def in_order(opinions: Iterable[Opinion]) -> list[Opinion]:
    """The opinions as they followed on each other: imported ones by their time, then ours.

    Ours have ids that are made in order, whatever a clock said meanwhile.
    """
    return sorted(opinions, key=_order)


def _agreed(
    deciding: Sequence[Opinion], live: Sequence[Opinion], output: str | None, terms: Terms
) -> Resolution:
    """Resolved where the deciding opinions say the same, else disputed."""
    positions = {_position(o, terms.agreement) for o in deciding}
    corrections = [o.correction for o in live if o.correction is not None]
    if len(positions) > 1:
        return Resolution(
            Status.DISPUTED,
            opinions=tuple(deciding),
            alternatives=tuple(dict.fromkeys(corrections)),
            decided_at=_latest(deciding),
        )
    verdict = deciding[-1].decision.verdict
    expected = _expected(deciding, output)
    return Resolution(
        Status.RESOLVED,
        verdict=verdict,
        expected_output=expected,
        opinions=tuple(deciding),
        alternatives=tuple(c for c in dict.fromkeys(corrections) if c != expected),
        decided_at=_latest(deciding),
    )


def _expected(deciding: Sequence[Opinion], output: str | None) -> str | None:
    """The output that should have come: what was approved, the latest correction, or nothing."""
    match deciding[-1].decision.verdict:
        case Verdict.APPROVE:
            return output
        case Verdict.CORRECT:
            texts = [o.correction for o in deciding if o.correction is not None]
            return texts[-1] if texts else None
        case _:
            return None


def _position(opinion: Opinion, agreement: Agreement) -> tuple[str, str | None]:
    verdict = str(opinion.decision.verdict)
    if agreement is Agreement.EXACT:
        return verdict, opinion.decision.correction_digest
    return verdict, None


def _order(opinion: Opinion) -> tuple[bool, datetime, UUID]:
    decision = opinion.decision
    if decision.origin is Origin.IMPORTED:
        return False, decision.decided_at or _LONG_AGO, decision.id
    return True, _LONG_AGO, decision.id


def _latest(opinions: Sequence[Opinion]) -> datetime | None:
    times = [o.decision.decided_at for o in opinions if o.decision.decided_at]
    return max(times) if times else None
