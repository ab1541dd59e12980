"""The queue entry as a fold over facts."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.fold import Facts, entry_of, excerpt_of
from reviewer_app.domain.queue import EXCERPT_LENGTH, UNHURRIED, priority_of
from reviewer_app.domain.records import Assignment, Decline, Escalation, Flag, Release
from reviewer_app.domain.vocabulary import Disposition, Mode, Risk, Status, Verdict
from tests.factory import ME, NOON, OTHER, decision, item, opinion, selection

ITEM = UUID(int=7)


def made(n):
    return UUID(int=(7 << 76) | n)


def entry(facts=None, **selected):
    return entry_of(item(), "the output", selection(**selected), facts or Facts())


FLAGGED = {"flags": [Flag(rule="r", reason="because")]}
RELEASED = {"mode": Mode.AUTO, "disposition": Disposition.RELEASE}


@pytest.mark.parametrize(
    ("selected", "status"),
    [
        ({}, Status.QUEUED),
        (RELEASED, Status.RELEASED),
        (RELEASED | FLAGGED, Status.QUEUED),
        (RELEASED | {"sampled": True}, Status.QUEUED),
        ({"mode": Mode.HOTL, "disposition": Disposition.VETO} | FLAGGED, Status.QUEUED),
    ],
)
def test_an_item_waits_where_somebody_is_asked(selected, status):
    assert entry(**selected).status is status


def test_a_release_ends_the_waiting_and_a_late_decision_still_counts():
    gone = Release(id=made(1), item_id=ITEM, person_id=None, reason="time", at=NOON)
    assert entry(Facts(releases=[gone])).status is Status.RELEASED
    judged = Facts([opinion(2, Verdict.REJECT)], releases=[gone])
    assert entry(judged).status is Status.RESOLVED


def test_an_older_revision_is_superseded_whatever_was_decided():
    facts = Facts([opinion(1, Verdict.APPROVE)], is_latest=False)
    assert (entry(facts).status, entry(facts).verdict) == (Status.SUPERSEDED, Verdict.APPROVE)


def assigned(n, to):
    return Assignment(id=made(n), item_id=ITEM, person_id=ME, to=to, reason="", at=NOON)


def declined(n, who, retracts=None):
    return Decline(id=made(n), item_id=ITEM, person_id=who, reason="", retracts=retracts, at=NOON)


def test_the_last_move_says_who_has_the_item():
    assert entry(Facts(assignments=[assigned(1, ME), assigned(2, OTHER)])).assignee == OTHER
    assert entry(Facts(assignments=[assigned(1, ME), assigned(2, None)])).assignee is None


def test_who_declines_no_longer_has_the_item_and_others_keep_theirs():
    mine = [assigned(1, ME)]
    assert entry(Facts(assignments=mine, declines=[declined(2, ME)])).assignee is None
    assert entry(Facts(assignments=mine, declines=[declined(2, OTHER)])).assignee == ME
    regretted = [declined(2, ME), declined(3, ME, retracts=made(2))]
    assert entry(Facts(assignments=mine, declines=regretted)).assignee == ME


def test_an_escalation_to_a_person_keeps_the_pool_and_to_a_pool_changes_it():
    asked = opinion(1, Verdict.ESCALATE)

    def sent(to_person):
        return Escalation(
            id=made(2), item_id=ITEM, decision_id=asked.decision.id, person_id=ME,
            to="finance", to_person=to_person, reason="", at=NOON,
        )  # fmt: skip

    there = entry(Facts([asked], escalations=[sent(None)]))
    assert (there.pool, there.assignee) == ("finance", None)
    there = entry(Facts([asked], escalations=[sent(OTHER)]))
    assert (there.pool, there.assignee) == ("everyone", OTHER)
    back = opinion(3, None, retracts=asked.decision.id)
    home = entry(Facts([asked, back], escalations=[sent(OTHER)]))
    assert (home.pool, home.assignee, home.status) == ("everyone", None, Status.QUEUED)


def test_who_decided_last_is_named():
    facts = Facts([opinion(1, Verdict.APPROVE), opinion(2, Verdict.APPROVE, OTHER)])
    assert entry(facts, reviews_needed=2).decided_by == OTHER
    assert entry(facts).decided_at == decision(2, None).decided_at


@given(st.text())
def test_an_excerpt_is_one_printable_line(text):
    found = excerpt_of(text)
    assert len(found) <= EXCERPT_LENGTH
    assert found.isprintable()


def test_an_excerpt_of_an_enormous_output_looks_at_its_head_alone():
    assert excerpt_of("  a \n\n b\t" + "x" * 10**7).startswith("a b ")


def test_the_riskier_and_the_sooner_due_come_first():
    order = [
        priority_of(Risk.CRITICAL, None, NOON),
        priority_of(Risk.HIGH, NOON + timedelta(hours=4), NOON),
        priority_of(Risk.LOW, NOON + timedelta(hours=4), NOON),
        priority_of(Risk.HIGH, None, NOON),
        priority_of(Risk.LOW, None, NOON),
    ]
    assert order == sorted(order)
    assert priority_of(Risk.LOW, None, NOON) == (NOON + UNHURRIED).timestamp()


def test_what_waits_long_enough_comes_before_fresh_risk():
    old = priority_of(Risk.LOW, None, NOON - timedelta(days=10))
    assert old < priority_of(Risk.HIGH, None, NOON)
