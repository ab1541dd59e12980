"""What each oversight mode does with an item."""

from datetime import UTC, datetime, timedelta

import pytest

from reviewer_app.domain.vocabulary import Disposition, Mode
from reviewer_app.policy.document import Rule
from reviewer_app.policy.modes import disposition_of, propensity_of, release_time

PLAIN = Rule("plain", "true")
MANDATORY = Rule("law", "true", mandatory=True)
HOLD, VETO, RELEASE = Disposition.HOLD, Disposition.VETO, Disposition.RELEASE


@pytest.mark.parametrize(
    ("mode", "untouched", "sampled", "flagged"),
    [
        (Mode.HUMAN, HOLD, HOLD, HOLD),
        (Mode.HITL, RELEASE, HOLD, HOLD),
        (Mode.HOTL, VETO, VETO, VETO),
        (Mode.AUTO, RELEASE, RELEASE, RELEASE),
        (Mode.STOPPED, HOLD, HOLD, HOLD),
    ],
)
def test_a_mode_decides_what_waits(mode, untouched, sampled, flagged):
    assert disposition_of(mode, [], is_sampled=False) is untouched
    assert disposition_of(mode, [], is_sampled=True) is sampled
    assert disposition_of(mode, [PLAIN], is_sampled=False) is flagged


@pytest.mark.parametrize("mode", list(Mode))
def test_a_mandatory_gate_holds_in_every_mode(mode):
    assert disposition_of(mode, [PLAIN, MANDATORY], is_sampled=False) is HOLD


def test_only_an_item_that_can_be_stopped_has_a_time_of_release():
    pulled, window = datetime(2026, 3, 2, tzinfo=UTC), timedelta(minutes=30)
    assert release_time(VETO, pulled, window) == pulled + window
    assert release_time(HOLD, pulled, window) is None
    assert release_time(RELEASE, pulled, window) is None


@pytest.mark.parametrize(
    ("mode", "is_flagged", "propensity"),
    [
        (Mode.HITL, True, 1.0),
        (Mode.HITL, False, 0.1),
        (Mode.HOTL, False, 0.1),
        (Mode.AUTO, True, 1.0),
        (Mode.AUTO, False, 0.1),
        (Mode.HUMAN, False, 1.0),
    ],
)
def test_propensity_is_the_probability_of_being_given_to_a_reviewer(mode, is_flagged, propensity):
    assert propensity_of(mode, is_flagged=is_flagged, audit_rate=0.1) == propensity
