"""A clock that is set back or forward changes what times are shown, never what holds."""

import pytest
import uuid_utils.compat

from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import rebuild, verify
from reviewer_app.store import identity
from tests.factory import decide_as, entry, incoming, pull, seen

DAY = 86_400


@pytest.fixture
def turn_back(monkeypatch, clock):
    """Sets this machine's clock back or forward, for the ids of acts too."""

    def turn(days):
        clock.advance(days=days)
        made = uuid_utils.compat.uuid7
        now = made().int >> 80
        shifted = (now + days * DAY * 1000) << 80
        low = (1 << 80) - 1
        monkeypatch.setattr(
            identity, "new_id", lambda: type(made())(int=shifted | (made().int & low))
        )

    return turn


def test_a_decision_after_the_clock_went_back_is_still_the_later_one(profile, turn_back):
    pull(profile, incoming())
    profile.review.approve(seen(profile), Remarks())
    turn_back(-1)
    profile.review.reject(seen(profile), Remarks())
    assert entry(profile).verdict is Verdict.REJECT
    profile.review.undo()
    assert entry(profile).verdict is Verdict.APPROVE
    assert verify(profile.store).ok
    assert rebuild(profile.store) == 0


def test_an_escalation_is_answered_though_the_clock_went_back(profile, turn_back):
    pull(profile, incoming())
    decide_as(profile, "bea", Verdict.ESCALATE)
    turn_back(-1)
    decide_as(profile, "cem", Verdict.APPROVE)
    assert entry(profile).status is Status.RESOLVED


def test_a_clock_that_was_a_year_ahead_for_a_while_does_no_harm(profile, turn_back):
    pull(profile, incoming(), incoming(2))
    turn_back(365)
    first = profile.review.approve(seen(profile), Remarks()).decision
    turn_back(-365)
    second = profile.review.approve(seen(profile, "out-2"), Remarks()).decision
    assert second.id > first.id
    assert second.decided_at < first.decided_at
    assert profile.review.undo(None).decision == second
