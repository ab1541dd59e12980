"""Judging together: without each other until all have judged, and a lead who settles the rest."""

from contextlib import contextmanager

import pytest

from reviewer_app.cli.documents import item_document
from reviewer_app.domain.errors import DecisionUnknown, ItemChanged
from reviewer_app.domain.queue import QueueQuery
from reviewer_app.domain.vocabulary import Role, Status, Verdict
from reviewer_app.services.acts import LookedBefore
from reviewer_app.services.adjudication import Adjudication, NothingToSettle
from reviewer_app.services.desk import Remarks
from reviewer_app.services.leading import OnlyLeads
from reviewer_app.services.maintenance import rebuild
from reviewer_app.services.review import ReviewSession
from reviewer_app.services.together import Together, Way
from reviewer_app.services.unblinding import NothingCovered
from reviewer_app.services.whole import listed, whole
from tests.factory import TWO_MUST_AGREE, colleague, decide_as, entry, incoming, opened, pull, seen

APPROVE, CORRECT, REJECT, ESCALATE = Verdict
SEARCHES = (
    "decided:bea",
    "decided:today",
    "decided:any",
    "error:tone",
    "has:comment",
    "has:correction",
)


@pytest.fixture
def two(tmp_path, clock):
    """Two people must agree on every item; `ana` leads."""
    with opened(tmp_path / "two", TWO_MUST_AGREE, clock) as profile:
        pull(profile, incoming(), incoming(2))
        yield profile


@contextmanager
def at_the_desk(profile, name, role=Role.REVIEWER):
    """Somebody else at the same database, for as long as they act."""
    device, store = colleague(profile, name), profile.store
    with store.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE person SET role = ? WHERE id = ?", (role, device.person_id.hex)
        )
    mine, store.device = store.device, device
    try:
        yield ReviewSession(store, profile.policies)
    finally:
        store.device = mine


def corrected_by(profile, name, text, external_id="out-1"):
    with at_the_desk(profile, name) as session:
        said = Remarks(("tone",), comment="too rude")
        return session.correct(seen_by(session, profile, external_id), text, said).decision


def seen_by(session, profile, external_id="out-1"):
    return session.open(entry(profile, external_id).item_id).seen


def found(session, search):
    return [e.external_id for e in session.page(QueueQuery(search=search), 0, 9)]


def test_before_all_have_judged_nobody_learns_anything_of_a_decision(two):
    untouched = two.review.open(entry(two, "out-2").item_id)
    made = corrected_by(two, "bea", "better")
    desk = two.review.open(entry(two).item_id)
    assert desk.opinions == ()
    assert desk.seen.latest is None
    assert desk.resolution == untouched.resolution
    hidden = {"item_id", "external_id", "excerpt", "pulled_at", "priority"}
    assert desk.entry.model_dump(exclude=hidden) == untouched.entry.model_dump(exclude=hidden)
    document = str(item_document(whole(two.store, two.review, desk.item.id)))
    for secret in (str(made.id), str(made.person_id), "bea", "better", "too rude", "tone"):
        assert secret not in document
    (shown,) = [
        e
        for e in listed(two.store, two.review.page(QueueQuery(), 0, 9))
        if e.entry.item_id == desk.item.id
    ]
    assert (shown.entry.decided_by, shown.entry.decided_at, shown.status) == (None, None, "queued")


@pytest.mark.parametrize("search", SEARCHES)
def test_a_search_finds_a_covered_decision_for_whom_it_is_theirs_alone(two, search):
    corrected_by(two, "bea", "better")
    assert found(two.review, search) == []
    if search == "decided:any":
        return
    with at_the_desk(two, "bea") as bea:
        if search != "decided:today":
            assert found(bea, search) == ["out-1"]
    two.review.reject(seen(two), Remarks())
    assert found(two.review, search) == ["out-1"]


def test_a_covered_decision_is_nothing_that_happened_meanwhile(two):
    shown = seen(two)
    decide_as(two, "bea", APPROVE)
    saved = two.review.approve(shown, Remarks())
    assert not saved.decision.informed
    assert entry(two).status is Status.RESOLVED


def test_of_many_that_are_decided_at_once_none_is_left_out_for_a_covered_decision(two):
    seens = tuple(seen(two, f"out-{n}") for n in (1, 2))
    decide_as(two, "bea", APPROVE)
    result = two.review.decide_many(Together(seens, Way.REJECT))
    assert len(result.done) == 2


def test_once_all_have_judged_each_sees_the_others_without_who_was_first(two):
    decide_as(two, "zoe", APPROVE)
    two.review.reject(seen(two), Remarks())
    desk = two.review.open(entry(two).item_id)
    assert (len(desk.opinions), desk.entry.status) == (2, Status.DISPUTED)
    told = item_document(whole(two.store, two.review, desk.item.id))["decisions"]
    assert [d["person"] for d in told] == ["ana", "zoe"]
    assert told[1]["decided_at"] is None


def test_a_second_thought_after_that_is_marked_as_informed_and_so_is_taking_back(two):
    decide_as(two, "bea", APPROVE)
    first = two.review.reject(seen(two), Remarks()).decision
    two.review.undo(first.id)
    again = two.review.approve(seen(two), Remarks()).decision
    assert not first.informed
    assert again.informed
    opinions = two.review.open(entry(two).item_id).opinions
    assert [o.decision.informed for o in opinions if o.decision.retracts] == [True]
    assert (entry(two).status, entry(two).verdict) == (Status.RESOLVED, APPROVE)


def test_without_independence_the_second_decision_is_informed_at_once(profile):
    pull(profile, incoming())
    assert not profile.review.approve(seen(profile), Remarks()).decision.informed
    assert decide_as(profile, "bea", APPROVE).informed


def test_a_lead_who_looks_early_sees_all_and_reviews_the_item_no_more(two):
    decide_as(two, "bea", APPROVE)
    item_id = entry(two).item_id
    assert two.review.open(item_id).sight.may_look
    desk = two.review.unblind(item_id)
    assert [o.person for o in desk.opinions] == ["bea"]
    with pytest.raises(LookedBefore):
        two.review.approve(desk.seen, Remarks())
    result = two.review.decide_many(Together((desk.seen,), Way.REJECT))
    assert [str(out.reason) for out in result.left_out] == [
        "You looked at what others decided on it."
    ]
    with pytest.raises(NothingCovered):
        two.review.unblind(item_id)


def test_what_a_lead_looked_at_waits_for_others_alone_until_it_is_disputed(two):
    decide_as(two, "bea", APPROVE)
    two.review.unblind(entry(two).item_id)
    assert found(two.review, "") == ["out-2"]
    assert two.review.counts(two.store.now()).queue == 1
    decide_as(two, "cem", REJECT)
    assert sorted(found(two.review, "")) == ["out-1", "out-2"]


def test_who_looked_early_may_settle_what_is_disputed_then(two):
    decide_as(two, "bea", APPROVE)
    two.review.unblind(entry(two).item_id)
    decide_as(two, "cem", REJECT)
    saved = two.review.approve(seen(two), Remarks())
    assert len(saved.decision.settles) == 2
    assert entry(two).status is Status.RESOLVED


def test_who_is_no_lead_may_not_look_early(two):
    decide_as(two, "cem", APPROVE)
    with at_the_desk(two, "bea") as bea, pytest.raises(OnlyLeads):
        bea.unblind(entry(two).item_id)


def test_what_everybody_sees_anyway_cannot_be_unblinded(profile):
    pull(profile, incoming())
    with pytest.raises(NothingCovered):
        profile.review.unblind(entry(profile).item_id)


def test_leads_see_an_escalation_at_once_and_nothing_else(two):
    decide_as(two, "cem", APPROVE)
    decide_as(two, "bea", ESCALATE)
    desk = two.review.open(entry(two).item_id)
    assert ([o.person for o in desk.opinions], desk.entry.status) == (["bea"], Status.ESCALATED)
    with at_the_desk(two, "dan") as dan:
        other = dan.open(entry(two).item_id)
        assert (other.opinions, other.entry.status) == ((), Status.QUEUED)
        assert other.escalations == ()


def adjudication(profile):
    return Adjudication(profile.review)


def test_taking_a_decision_settles_all_that_stand(two):
    mine = corrected_by(two, "bea", "better")
    corrected_by(two, "cem", "best")
    item_id = entry(two).item_id
    saved = adjudication(two).take(item_id, mine.id)
    assert (saved.decision.verdict, len(saved.decision.settles)) == (CORRECT, 2)
    assert saved.decision.error_types == ["tone"]
    desk = two.review.open(item_id)
    assert (desk.entry.status, desk.resolution.expected_output) == (Status.RESOLVED, "better")


def test_who_is_no_lead_takes_nothing(two):
    made = decide_as(two, "bea", APPROVE)
    decide_as(two, "cem", REJECT)
    with at_the_desk(two, "dan") as dan, pytest.raises(OnlyLeads):
        Adjudication(dan).take(entry(two).item_id, made.id)


def test_what_is_not_disputed_cannot_be_taken(two):
    made = decide_as(two, "bea", APPROVE)
    with pytest.raises(NothingToSettle):
        adjudication(two).take(entry(two).item_id, made.id)


def test_a_decision_that_was_taken_back_or_only_hands_on_cannot_be_taken(two):
    asked = decide_as(two, "bea", ESCALATE)
    with pytest.raises(DecisionUnknown):
        adjudication(two).take(entry(two).item_id, asked.id)


def test_what_was_shown_and_is_not_what_stands_now_is_not_taken(two):
    made = decide_as(two, "bea", APPROVE)
    decide_as(two, "cem", REJECT)
    shown = seen(two)
    decide_as(two, "dan", APPROVE)
    with pytest.raises(ItemChanged):
        adjudication(two).take(entry(two).item_id, made.id, shown)


def test_the_queue_is_what_the_facts_say_after_all_of_it(two):
    decide_as(two, "bea", APPROVE)
    two.review.unblind(entry(two).item_id)
    decide_as(two, "cem", REJECT)
    two.review.approve(seen(two), Remarks())
    assert rebuild(two.store) == 0
