"""What an agent is told, and when: nothing before it stands."""

from datetime import timedelta

import pytest

from reviewer_app.agents import Ending
from reviewer_app.domain.errors import ItemUnknown
from reviewer_app.domain.records import Gold
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.store.rows import add_all
from reviewer_app.store.tables import GoldRow
from tests.agents.conftest import Person, used
from tests.factory import EVERYTHING_WAITS, TWO_MUST_AGREE, decide_as, labels

WATCHED = """
name = "watched"
[defaults]
mode = "hotl"
audit_rate = 0.0
veto_window = "30m"
"""


@pytest.fixture
def desk(tmp_path, clock):
    """Opens a profile with a policy of its own."""
    opened = []

    def start(policy):
        context = used(tmp_path, policy, clock)
        reviewer = context.__enter__()
        opened.append(context)
        return reviewer, Person(reviewer._opened.profile)

    yield start
    for context in opened:
        context.__exit__(None, None, None)


def test_nothing_is_told_before_the_undo_window_has_passed(desk, clock):
    reviewer, person = desk(EVERYTHING_WAITS)
    ticket = reviewer.submit("Yes", id="a")
    assert reviewer.poll(ticket) is None
    person.decide(ticket.id)
    clock.advance(seconds=9.9)
    assert reviewer.poll(ticket) is None
    clock.advance(seconds=0.1)
    outcome = reviewer.poll(ticket)
    assert (outcome.ending, outcome.verdict, outcome.output) == ("decided", "approve", "Yes")
    assert outcome.reviewers == ("ana",)
    assert outcome.label["id"] == str(ticket.id)


def test_what_is_taken_back_in_time_is_never_told(desk, clock):
    reviewer, person = desk(EVERYTHING_WAITS)
    ticket = reviewer.submit("Yes", id="a")
    person.decide(ticket.id)
    clock.advance(seconds=5)
    person.profile.review.undo()
    clock.advance(hours=1)
    assert reviewer.poll(ticket) is None


def test_a_correction_is_the_output_and_the_original_stays_known(reviewer, person):
    ticket = reviewer.submit("500", id="a")
    person.decide(ticket.id, Verdict.CORRECT, "50", "too much")
    outcome = reviewer.poll("a")
    assert (outcome.verdict, outcome.output, outcome.original) == ("correct", "50", "500")
    assert (outcome.comment, outcome.data) == ("too much", 50)
    assert outcome.may_proceed


def test_a_rejection_leaves_nothing_to_be_used(reviewer, person):
    ticket = reviewer.submit("500", id="a")
    person.decide(ticket.id, Verdict.REJECT)
    outcome = reviewer.poll(ticket.id)
    assert (outcome.verdict, outcome.output, outcome.may_proceed) == ("reject", None, False)
    with pytest.raises(ValueError, match="decided"):
        _ = outcome.data


def test_what_is_escalated_or_disputed_waits_on(desk, clock):
    reviewer, person = desk(TWO_MUST_AGREE)
    first, second = reviewer.submit("1", id="out-1"), reviewer.submit("2", id="out-2")
    person.decide(first.id, Verdict.ESCALATE, to="leads")
    decide_as(person.profile, "ben", Verdict.APPROVE, "out-2")
    clock.advance(minutes=1)
    assert reviewer.poll(second) is None, "one of two has decided"
    person.decide(second.id, Verdict.REJECT)
    clock.advance(days=1)
    assert (reviewer.poll(first), reviewer.poll(second)) == (None, None)


def test_a_veto_window_lets_the_output_go_when_it_ends(desk, clock):
    reviewer, _ = desk(WATCHED)
    ticket = reviewer.submit("ok")
    clock.advance(minutes=29, seconds=59)
    assert reviewer.poll(ticket) is None
    clock.advance(seconds=1)
    assert reviewer.poll(ticket).ending is Ending.RELEASED


@pytest.mark.parametrize("verdict", [Verdict.REJECT, Verdict.ESCALATE])
def test_whoever_lays_a_hand_on_it_before_stops_it(desk, clock, verdict):
    reviewer, person = desk(WATCHED)
    ticket = reviewer.submit("ok")
    clock.advance(minutes=29, seconds=59)
    person.decide(ticket.id, verdict, to="leads" if verdict is Verdict.ESCALATE else None)
    clock.advance(seconds=5)
    assert reviewer.poll(ticket) is None, "it can still be taken back"
    clock.advance(hours=1)
    outcome = reviewer.poll(ticket)
    assert outcome is None if verdict is Verdict.ESCALATE else outcome.verdict == "reject"


def test_a_stop_that_is_taken_back_stops_nothing(desk, clock):
    reviewer, person = desk(WATCHED)
    ticket = reviewer.submit("ok")
    person.decide(ticket.id, Verdict.REJECT)
    person.profile.review.undo()
    clock.advance(minutes=30)
    assert reviewer.poll(ticket).ending is Ending.RELEASED


def test_newer_content_under_the_id_ends_the_wait_for_the_older(reviewer):
    old = reviewer.submit("one", id="a")
    new = reviewer.submit("two", id="a")
    outcome = reviewer.poll(old)
    assert (outcome.superseded, outcome.output, outcome.original) == (True, None, "one")
    assert reviewer.poll(new) is None
    assert reviewer.submit("one", id="a") == old, "it is known, and stays superseded"


def test_erased_content_is_never_used(reviewer, person):
    ticket = reviewer.submit("one", id="a")
    person.decide(ticket.id)
    person.profile.erasing.erase([ticket.id], "asked for")
    outcome = reviewer.poll(ticket)
    assert (outcome.ending, outcome.output, outcome.original) == ("erased", None, None)


def test_a_known_item_is_nobodys(reviewer, person):
    ticket = reviewer.submit("one", id="a")
    known = Gold(item_id=ticket.id, verdict=Verdict.REJECT, because="it is a test")
    with person.profile.store.writing() as connection:
        add_all(connection, GoldRow, [known])
    with pytest.raises(ItemUnknown):
        reviewer.poll(ticket)


def test_after_the_time_the_policy_answers_and_a_late_decision_is_a_label(
    reviewer, person, clock, tmp_path
):
    ticket = reviewer.submit("pay", id="a", answer_within=timedelta(minutes=5))
    clock.advance(minutes=4, seconds=59)
    assert reviewer.poll(ticket) is None
    clock.advance(seconds=1)
    outcome = reviewer.poll(ticket)
    assert (outcome.timed_out, outcome.verdict, outcome.output) == (True, "reject", None)
    person.decide(ticket.id)
    clock.advance(hours=1)
    assert reviewer.poll(ticket) == outcome, "the answer that was given stands"
    (label,) = labels(person.profile, tmp_path / "labels.jsonl")
    assert label["verdict"] == "approve"
    assert [one["verdict"] for one in reviewer.labels(workflow="agents")] == ["approve"]


def test_a_decision_in_time_counts_though_its_undo_window_ends_later(desk, clock):
    reviewer, person = desk(EVERYTHING_WAITS)
    ticket = reviewer.submit("pay", id="a", answer_within=60)
    clock.advance(seconds=59)
    person.decide(ticket.id)
    clock.advance(seconds=5)
    assert reviewer.poll(ticket) is None
    clock.advance(seconds=5)
    assert reviewer.poll(ticket).verdict == "approve"
    person.decide(ticket.id, Verdict.REJECT)
    clock.advance(hours=1)
    assert reviewer.poll(ticket).verdict == "approve", "who thinks again makes another label"


def test_a_decision_in_time_that_is_taken_back_leaves_the_answer_to_the_policy(desk, clock):
    reviewer, person = desk(EVERYTHING_WAITS)
    ticket = reviewer.submit("pay", id="a", answer_within=60)
    clock.advance(seconds=59)
    person.decide(ticket.id)
    clock.advance(seconds=5)
    person.profile.review.undo()
    assert reviewer.poll(ticket).timed_out


@pytest.mark.parametrize(
    ("answer", "output"), [("approve", "pay"), ("reject", None), ("escalate", None)]
)
def test_the_policy_says_what_the_answer_is(desk, clock, answer, output):
    reviewer, _ = desk(EVERYTHING_WAITS + f'on_timeout = "{answer}"\n')
    ticket = reviewer.submit("pay", answer_within=60)
    clock.advance(seconds=60)
    outcome = reviewer.poll(ticket)
    assert (outcome.verdict, outcome.output) == (answer, output)


def test_a_wait_that_is_over_leaves_the_item_open(reviewer, person):
    ticket = reviewer.submit("pay", id="a")
    assert reviewer.wait(ticket, timeout=0).timed_out
    assert reviewer.poll(ticket) is None
    person.decide(ticket.id)
    assert reviewer.wait(ticket).verdict == "approve"


def test_labels_are_those_asked_for(reviewer, person):
    first = reviewer.submit("1", id="a", workflow="one", agent="x")
    second = reviewer.submit("2", id="b", workflow="two", source="other")
    reviewer.submit("3", id="c")
    person.decide(first.id)
    person.decide(second.id, Verdict.REJECT)
    found = {label["external_id"] for label in reviewer.labels()}
    assert found == {"a", "b"}
    assert [one["output"] for one in reviewer.labels(workflow="one")] == ["1"]
    assert [one["output"] for one in reviewer.labels(verdict="reject")] == ["2"]
    assert [one["output"] for one in reviewer.labels(source="other")] == ["2"]
    assert not list(reviewer.labels(agent="nobody"))


def test_an_id_that_nothing_has_is_said(reviewer):
    with pytest.raises(ItemUnknown):
        reviewer.poll("nothing")
