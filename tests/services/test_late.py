"""Late decisions: kept, counted, and told to all whom they concern."""

import pytest

from reviewer_app.domain.records import Assignment
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services import acts
from reviewer_app.services.acts import Act, decision_of
from reviewer_app.services.answers import Answers, Kind
from reviewer_app.services.desk import Remarks
from reviewer_app.services.known import known
from reviewer_app.store import facts
from tests.factory import (
    TWO_MUST_AGREE,
    Clock,
    colleague,
    decide_as,
    entries,
    entry,
    incoming,
    opened,
    pull,
    seen,
)

APPROVE, CORRECT, REJECT, ESCALATE = Verdict


@pytest.fixture
def team(profile):
    """One item, which one person is to judge."""
    pull(profile, incoming())
    return profile


def late(profile, name, verdict, at_item=None):
    """A decision that somebody made without the hub, on the item as it was before the others'."""
    device, item_id = colleague(profile, name), at_item or entry(profile).item_id
    with profile.store.transaction() as transaction:
        found = known(transaction.connection, [item_id], device.person_id)[item_id]
        author = acts.Author(device, is_lead=False)
        act = Act(found.seen, verdict, Remarks())
        made = decision_of(transaction.new_id(), act, found, author, profile.store.now())
        made = made.model_copy(update={"informed": False})
        transaction.add(made)
        transaction.fold()
    return made


def back(profile, name, decision):
    device = colleague(profile, name)
    with profile.store.transaction() as transaction:
        acts.retract(transaction, decision, device, profile.store.now())
        transaction.fold()


def news(profile, name=None):
    """What somebody is told, the newest first; `ana` where nobody is named."""
    store, mine = profile.store, profile.store.device
    store.device = colleague(profile, name) if name else mine
    try:
        answers = Answers(store)
        found = answers.latest()
        assert answers.unread() == sum(not a.is_read for a in found)
    finally:
        store.device = mine
    return [(a.kind, a.answer.person) for a in found]


def test_a_late_decision_that_agrees_is_told_to_both(team):
    team.review.approve(seen(team), Remarks())
    late(team, "bea", APPROVE)
    assert entry(team).status is Status.RESOLVED
    assert news(team) == [(Kind.CONFIRMED, "bea")]
    assert news(team, "bea") == [(Kind.CONFIRMED, "ana")]


def test_a_late_decision_that_disagrees_is_a_dispute_that_both_are_told_of(team):
    team.review.approve(seen(team), Remarks())
    late(team, "bea", REJECT)
    assert entry(team).status is Status.DISPUTED
    assert news(team) == [(Kind.DISPUTED, "bea")]
    assert news(team, "bea") == [(Kind.DISPUTED, "ana")]


def test_what_was_confirmed_and_then_disputed_is_news_again(team):
    team.review.approve(seen(team), Remarks())
    late(team, "bea", APPROVE)
    team.review.answers.mark_all_read()
    assert team.review.answers.unread() == 0
    late(team, "cem", REJECT)
    assert (news(team), team.review.answers.unread()) == ([(Kind.DISPUTED, "cem")], 1)


def test_once_a_lead_has_settled_it_each_is_told_how(team):
    late(team, "bea", APPROVE)
    late(team, "cem", REJECT)
    team.review.approve(seen(team), Remarks())
    assert news(team, "bea") == [(Kind.UPHELD, "ana")]
    assert news(team, "cem") == [(Kind.OVERTURNED, "ana")]
    assert news(team) == []


def test_who_decides_otherwise_after_that_is_told_so_and_so_is_the_lead(team):
    late(team, "bea", APPROVE)
    late(team, "cem", REJECT)
    team.review.approve(seen(team), Remarks())
    late(team, "dan", REJECT)
    assert (entry(team).status, entry(team).verdict) == (Status.RESOLVED, APPROVE)
    assert news(team) == [(Kind.OPPOSED, "dan")]
    assert news(team, "dan") == [(Kind.OVERTURNED, "ana")]


def test_taking_back_what_is_settled_is_recorded_and_told_to_the_lead_and_changes_nothing(team):
    late(team, "bea", APPROVE)
    theirs = late(team, "cem", REJECT)
    team.review.approve(seen(team), Remarks())
    before = entry(team)
    back(team, "cem", theirs)
    assert entry(team) == before
    assert news(team) == [(Kind.WITHDRAWN, "cem")]
    assert news(team, "cem") == []
    with team.store.reading() as connection:
        made = facts.opinions(connection, [before.item_id])[before.item_id]
    assert any(o.decision.retracts == theirs.id for o in made)


def test_who_takes_back_what_was_settled_reads_that_it_changes_nothing(team):
    mine = team.review.approve(seen(team), Remarks()).decision
    late(team, "bea", REJECT)
    lead = colleague(team, "lea")
    with team.store.transaction() as transaction:
        found = known(transaction.connection, [mine.item_id], lead.person_id)[mine.item_id]
        act = Act(found.seen, REJECT, Remarks())
        author = acts.Author(lead, is_lead=True)
        made = decision_of(transaction.new_id(), act, found, author, team.store.now())
        transaction.add(made)
        transaction.fold()
    saved = team.review.undo(mine.id)
    assert "settled" in saved.sentence
    assert (saved.entry.status, saved.entry.verdict) == (Status.RESOLVED, REJECT)


def test_that_two_agreed_who_were_to_judge_is_no_news_and_one_more_is(tmp_path, clock):
    with opened(tmp_path / "two", TWO_MUST_AGREE, clock) as two:
        pull(two, incoming())
        late(two, "bea", APPROVE)
        two.review.approve(seen(two), Remarks())
        assert news(two) == news(two, "bea") == []
        late(two, "cem", APPROVE)
        assert news(two) == [(Kind.CONFIRMED, "cem")]


def test_what_is_covered_is_told_to_nobody(tmp_path, clock):
    with opened(tmp_path / "two", TWO_MUST_AGREE, clock) as two:
        pull(two, incoming())
        decide_as(two, "bea", ESCALATE)
        late(two, "cem", APPROVE)
        assert news(two, "bea") == []


def test_who_decides_again_in_the_knowledge_of_another_is_told_nothing_new(team):
    late(team, "bea", APPROVE)
    team.review.approve(seen(team), Remarks())
    assert news(team) == []
    assert news(team, "bea") == [(Kind.CONFIRMED, "ana")]


def test_who_decides_what_was_given_to_another_meanwhile_is_told_to_whom(team):
    eve = colleague(team, "eve")
    with team.store.transaction() as transaction:
        fact = Assignment(
            id=transaction.new_id(),
            item_id=entry(team).item_id,
            person_id=team.store.device.person_id,
            to=eve.person_id,
            reason="bea is away",
            at=team.store.now(),
        )
        transaction.add(fact)
        transaction.fold()
    late(team, "bea", APPROVE)
    assert entry(team).status is Status.RESOLVED
    assert news(team, "bea") == [(Kind.MOVED, "eve")]
    assert news(team) == []


def test_who_decides_an_old_version_is_told_that_theirs_stays_with_it(tmp_path):
    clock = Clock()
    with opened(tmp_path / "p", clock=clock) as profile:
        pull(profile, incoming())
        old = entry(profile).item_id
        clock.advance(minutes=5)
        pull(profile, incoming(output="another answer"))
        clock.advance(minutes=5)
        late(profile, "bea", APPROVE, old)
        assert news(profile, "bea") == [(Kind.REVISED, "")]
        found = {e.item_id: e.status for e in entries(profile)}
        assert found.pop(old) is Status.SUPERSEDED
        assert list(found.values()) == [Status.QUEUED]


def test_a_decision_that_was_taken_back_confirms_and_disputes_nothing(team):
    team.review.approve(seen(team), Remarks())
    theirs = late(team, "bea", REJECT)
    back(team, "bea", theirs)
    assert (news(team), entry(team).status) == ([], Status.RESOLVED)
