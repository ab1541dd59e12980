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
    """A decision with its words and the name of who made it.

    `same_as` is set where the decision was made under an id that its author had before they joined
    the team.
    """

    decision: Decision
    correction: str | None = None
    comment: str | None = None
    person: str = ""
    same_as: UUID | None = None

    @property
    def author(self) -> UUID:
        """Who decided, under whichever id."""
        return self.same_as or self.decision.person_id

    @property
    def concludes(self) -> bool:
        """Whether it says what the output is worth, rather than who shall say so."""
        return self.decision.verdict not in {None, Verdict.ESCALATE}


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

    Later decisions of a person replace their earlier ones and taken-back ones count for nothing.
    An escalation stands until somebody decides after it. Where there is an adjudication it holds
    alone: what others decided before it, or decide after it, is kept as an opinion. Nobody
    overwrites anybody.
    """
    live = standing(opinions)
    settling = adjudications(live)
    if settling:
        return _agreed(settling, live, output, terms)
    if live and live[-1].decision.verdict is Verdict.ESCALATE:
        return Resolution(Status.ESCALATED, opinions=tuple(live), decided_at=_latest(live))
    deciding = [o for o in live if o.concludes]
    if len(deciding) < max(1, terms.reviews_needed):
        return Resolution(Status.QUEUED, opinions=tuple(live), decided_at=_latest(live))
    return _agreed(deciding, live, output, terms)


def standing(opinions: Sequence[Opinion]) -> list[Opinion]:
    """The decisions that count: the latest of each person that was not taken back, in order."""
    gone = {o.decision.retracts for o in opinions}
    latest: dict[UUID, Opinion] = {}
    for opinion in in_order(opinions):
        if opinion.decision.verdict is None or opinion.decision.id in gone:
            continue
        latest.pop(opinion.author, None)
        latest[opinion.author] = opinion
    return list(latest.values())


def adjudications(live: Sequence[Opinion]) -> list[Opinion]:
    """Of the decisions that stand, those that settle others and that no other one settled."""
    settling = [o for o in live if o.decision.settles and o.concludes]
    settled = {key for o in settling for key in o.decision.settles}
    return [o for o in settling if o.decision.id not in settled] or settling


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
