"""What has become of an output by now: a fold over its facts, the time, and its step's policy."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from reviewer_app.agents.outcomes import Ending, Outcome
from reviewer_app.domain.fold import Facts, terms_of
from reviewer_app.domain.labels import Judged, label_of
from reviewer_app.domain.resolution import Opinion, Resolution, resolution_of
from reviewer_app.domain.vocabulary import Disposition, Status, Verdict

LONG_AGO = datetime.min.replace(tzinfo=UTC)

OUTAGE = timedelta(minutes=1)
"""How long a hub may be out of reach before an agent is told what is known here all the same."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known here of an output.

    Attributes:
        judged: the item with its content; the content is None where it is not here whole.
        facts: what people did with it.
        undo_window: how long a decision may be taken back before it counts for an agent.
        on_timeout: what the policy answers for people who did not.
        expires_at: by when an answer was wanted.
    """

    judged: Judged
    facts: Facts
    undo_window: timedelta
    on_timeout: Verdict = Verdict.REJECT
    expires_at: datetime | None = None


def outcome_of(known: Known, now: datetime, seen_until: datetime) -> Outcome | None:
    """What has become of the output; None while it waits.

    A decision counts once it can no longer be taken back within its step's window. What was
    decided by the time when an answer was wanted is the answer for good; what is decided later is
    a label alone.

    Args:
        known: what is known of it.
        now: the time.
        seen_until: up to when this machine knows what others did; earlier than `now` where a hub
            was not reached since. Nothing is released on less.
    """
    if known.facts.is_erased or not known.facts.is_latest:
        return _ended(known)
    if known.judged.content is None:
        return None
    opinions = _in_time(known)
    resolution = _resolution(known, opinions)
    is_resolved = resolution.status is Status.RESOLVED
    stands_at = _latest(opinions) + known.undo_window
    if is_resolved and (stands_at <= seen_until or stands_at <= now - OUTAGE):
        return _decided(known, resolution)
    if _is_released(known, seen_until):
        return _answered(known, Ending.RELEASED, None)
    return None if is_resolved else _expired(known, now, seen_until)


def _in_time(known: Known) -> tuple[Opinion, ...]:
    """The decisions by the time when an answer was wanted, and what took one of them back."""
    opinions, ends = tuple(known.facts.opinions), known.expires_at
    if ends is None:
        return opinions
    made = {o.decision.id for o in opinions if _at(o) < ends}
    undone_by = ends + known.undo_window
    return tuple(
        o
        for o in opinions
        if o.decision.id in made or (o.decision.retracts in made and _at(o) <= undone_by)
    )


def _resolution(known: Known, opinions: tuple[Opinion, ...]) -> Resolution:
    content = known.judged.content
    output = content.output if content else None
    return resolution_of(opinions, output, terms_of(known.judged.selection))


def _expired(known: Known, now: datetime, seen_until: datetime) -> Outcome | None:
    """What the policy answers where nobody did in time.

    Where it would let the output go, nobody may have stopped it unseen: while the hub is out of
    reach it is left to people.
    """
    ends, answer = known.expires_at, known.on_timeout
    if ends is None or now < ends:
        return None
    if answer is Verdict.APPROVE and seen_until < ends:
        if now - OUTAGE < ends:
            return None
        answer = Verdict.ESCALATE
    return _answered(known, Ending.TIMED_OUT, answer)


def _is_released(known: Known, seen_until: datetime) -> bool:
    if known.facts.releases:
        return True
    selection = known.judged.selection
    match selection.disposition:
        case Disposition.RELEASE:
            return True
        case Disposition.HOLD:
            return False
        case Disposition.VETO:
            ends = selection.release_at
            return ends is not None and ends <= seen_until and not _is_stopped(known, ends)


def _is_stopped(known: Known, ends: datetime) -> bool:
    """Whether a person laid a hand on the output before it was released."""
    gone = {o.decision.retracts for o in known.facts.opinions}
    return any(
        _at(o) < ends
        for o in known.facts.opinions
        if o.decision.id not in gone and o.decision.verdict not in {None, Verdict.APPROVE}
    )


def _at(opinion: Opinion) -> datetime:
    return opinion.decision.decided_at or LONG_AGO


def _latest(opinions: tuple[Opinion, ...]) -> datetime:
    return max(map(_at, opinions), default=LONG_AGO)


def _decided(known: Known, resolution: Resolution) -> Outcome:
    label = label_of(replace(known.judged, resolution=resolution))
    item, content = known.judged.item, known.judged.content
    return Outcome(
        item.id,
        Ending.DECIDED,
        resolution.verdict,
        resolution.expected_output,
        content.output if content else None,
        item.output_type,
        label["comment"],
        tuple(label["error_types"]),
        label["severity"],
        tuple(label["reviewers"]),
        resolution.decided_at,
        label,
    )


def _answered(known: Known, ending: Ending, verdict: Verdict | None) -> Outcome:
    """Nobody's decision: the output as it came, where the policy lets it go."""
    item, content = known.judged.item, known.judged.content
    original = content.output if content else None
    output = original if verdict in {None, Verdict.APPROVE} else None
    return Outcome(item.id, ending, verdict, output, original, item.output_type)


def _ended(known: Known) -> Outcome:
    """Nothing of it may be used any more, whatever was decided."""
    ending = Ending.ERASED if known.facts.is_erased else Ending.SUPERSEDED
    resolution = _resolution(known, tuple(known.facts.opinions))
    if resolution.status is Status.RESOLVED:
        return replace(_decided(known, resolution), ending=ending, output=None)
    return replace(_answered(known, ending, None), output=None)
