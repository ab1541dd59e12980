"""What each oversight mode does with an item."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from reviewer_app.domain.vocabulary import Disposition, Mode
from reviewer_app.policy.document import Rule


def disposition_of(mode: Mode, fired: Sequence[Rule], *, is_sampled: bool) -> Disposition:
    """Whether the item waits for a person, may be stopped by one, or is released.

    A mandatory rule that fired holds the item in every mode.
    """
    if any(rule.mandatory for rule in fired):
        return Disposition.HOLD
    match mode:
        case Mode.HUMAN | Mode.STOPPED:
            return Disposition.HOLD
        case Mode.HITL:
            return Disposition.HOLD if fired or is_sampled else Disposition.RELEASE
        case Mode.HOTL:
            return Disposition.VETO
        case Mode.AUTO:
            return Disposition.RELEASE


def release_time(
    disposition: Disposition, pulled_at: datetime, veto_window: timedelta
) -> datetime | None:
    """When the output goes out by itself; None for what has gone, or waits for a person."""
    return pulled_at + veto_window if disposition is Disposition.VETO else None


def propensity_of(mode: Mode, *, is_flagged: bool, audit_rate: float) -> float:
    """The probability with which an item like this is given to a reviewer."""
    return 1.0 if is_flagged or mode is Mode.HUMAN else audit_rate
