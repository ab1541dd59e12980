"""Answers: what became of what a person handed on, and of what somebody overturned."""

from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services import acts
from reviewer_app.services.acts import Act
from reviewer_app.services.answers import Kind
from reviewer_app.services.desk import Remarks
from reviewer_app.services.review import ReviewSession
from reviewer_app.store.identity import LEAD
from tests.factory import (
    TWO_MUST_AGREE,
    colleague,
    decide_as,
    entry,
    incoming,
    opened,
    pull,
    seen,
)


def session_of(profile, name: str, role: str = "reviewer", pools: str = "[]") -> ReviewSession:
    """A colleague at the same database."""
    device = colleague(profile, name)
    with profile.store.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE person SET role = ?, pools = ? WHERE id = ?",
            (role, pools, device.person_id.hex),
        )
    store = profile.store
    mine, store.device = store.device, device
    try:
        return ReviewSession(store, profile.policies)
    finally:
        store.device = mine


def escalated(profile, clock, *names: str) -> list[int]:
    """How many escalated items each colleague finds under their own."""
    store, mine, found = profile.store, profile.store.device, []
    for name in names:
        store.device = colleague(profile, name)
        found.append(profile.review.counts(clock()).escalated)
    store.device = mine
    return found


def test_an_escalation_to_a_person_appears_at_once_with_them_alone(profile, clock):
    session_of(profile, "Ben")
    pull(profile, incoming())
    profile.review.escalate(seen(profile), "ben", Remarks(comment="which tax?"))
    assert entry(profile).assignee == colleague(profile, "Ben").person_id
    assert escalated(profile, clock, "Ben", "Eve") == [1, 0]
    assert profile.review.counts(clock()).escalated == 0


def test_the_answer_to_an_escalation_comes_back_with_the_difference(profile):
    pull(profile, incoming(output="Pay 20 EUR"))
    profile.review.escalate(seen(profile), "leads", Remarks(comment="which sum?"))
    assert profile.review.answers.unread() == 0
    decide_as(profile, "Ben", Verdict.CORRECT, correction="Pay 30 EUR")
    assert profile.review.answers.unread() == 1
    (answer,) = profile.review.answers.latest()
    assert (answer.kind, answer.item.external_id) == (Kind.ESCALATED, "out-1")
    assert (answer.mine.verdict, answer.mine.comment) == (Verdict.ESCALATE, "which sum?")
    assert (answer.answer.verdict, answer.answer.person) == (Verdict.CORRECT, "Ben")
    assert [(p.before, p.after) for p in answer.difference if p.is_change] == [("20", "30")]
    assert not answer.is_read


def test_reading_an_answer_is_remembered_for_this_person(profile):
    pull(profile, incoming(), incoming(2))
    for n in (1, 2):
        profile.review.escalate(seen(profile, f"out-{n}"), "leads", Remarks())
        decide_as(profile, "Ben", Verdict.APPROVE, f"out-{n}")
    first, _ = profile.review.answers.latest()
    profile.review.answers.mark_read([first.id])
    profile.review.answers.mark_read([first.id])
    assert [a.is_read for a in profile.review.answers.latest()] == [True, False]
    profile.review.answers.mark_all_read()
    assert profile.review.answers.unread() == 0


def test_what_was_taken_back_is_no_answer_any_more(profile):
    pull(profile, incoming())
    escalated = profile.review.escalate(seen(profile), "leads", Remarks()).decision
    ben = colleague(profile, "Ben")
    made = decide_as(profile, "Ben", Verdict.APPROVE)
    assert profile.review.answers.unread() == 1
    with profile.store.transaction() as transaction:
        acts.retract(transaction, made, ben, profile.store.now())
    assert profile.review.answers.unread() == 0
    decide_as(profile, "Ben", Verdict.APPROVE)
    profile.review.undo(escalated.id)
    assert profile.review.answers.unread() == 0


def test_a_decision_that_a_lead_overturned_comes_back_and_so_does_one_they_upheld(tmp_path):
    with opened(tmp_path / "p", TWO_MUST_AGREE) as profile:
        reviewer = session_of(profile, "Ben")
        other = session_of(profile, "Eve")
        pull(profile, incoming())
        decide_as(profile, "Ben", Verdict.APPROVE)
        decide_as(profile, "Eve", Verdict.REJECT)
        assert entry(profile).status is Status.DISPUTED
        profile.review.reject(seen(profile), Remarks(("wrong",), comment="it never came"))
        assert entry(profile).status is Status.RESOLVED
        (answer,) = reviewer.answers.latest()
        assert (answer.kind, answer.mine.verdict) == (Kind.OVERTURNED, Verdict.APPROVE)
        assert (answer.answer.verdict, answer.answer.error_types) == (Verdict.REJECT, ("wrong",))
        assert answer.answer.comment == "it never came"
        assert not answer.agrees
        assert [a.kind for a in other.answers.latest()] == [Kind.UPHELD]
        assert profile.review.answers.unread() == 0


def test_the_counts_beside_the_views_have_the_unread_answers(profile, clock):
    pull(profile, incoming())
    profile.review.escalate(seen(profile), "leads", Remarks())
    decide_as(profile, "Ben", Verdict.APPROVE)
    assert profile.review.counts(clock()).answers == 1


def test_an_escalation_to_a_role_reaches_people_of_that_role(profile, clock):
    pull(profile, incoming())
    session_of(profile, "Lea", LEAD)
    act = Act(seen(profile), Verdict.ESCALATE, Remarks(), to="lead")
    profile.review.decide(act)
    assert escalated(profile, clock, "Lea", "Ben") == [1, 0]


def test_a_name_is_found_whatever_its_case(profile, clock):
    pull(profile, incoming())
    session_of(profile, "Fay", pools='["finance"]')
    profile.review.escalate(seen(profile), " Finance ", Remarks())
    assert entry(profile).pool == "finance"
    assert escalated(profile, clock, "Fay", "Ben") == [1, 0]
