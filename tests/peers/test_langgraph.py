"""LangGraph's own server: agents that wait in every dialect, and go on with what people decided."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from reviewer_app.connectors.failures import AnswerConflict, PushRefused, Unreachable
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.feedback.planning import Planning, Route
from reviewer_app.services.feedback.pushing import Pushing
from reviewer_app.services.waiting import AnswerUnwanted
from tests.connectors.langgraph_decided import (
    approved,
    corrected,
    decided,
    rejected,
    taken_back,
)
from tests.factory import Clock, entries, opened
from tests.peers.langgraph_peer import Agents, langgraph_running
from tests.peers.servers import free_port

REFUND = {"order": "o1", "amount": 5.0}
CALLS = [["refund", REFUND], ["mail", {"to": "a", "text": "b"}]]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with langgraph_running(tmp_path_factory.mktemp("langgraph")) as url:
        yield url


@pytest.fixture
def agents(server: str) -> Iterator[Agents]:
    made = Agents(server, str(uuid4()))
    yield made
    made.close()


def inbox(**config: bool) -> dict[str, Any]:
    allowed = {f"allow_{way}": True for way in ("accept", "edit", "respond", "ignore")}
    return {
        "action_request": {"action": "refund", "args": REFUND},
        "config": {**allowed, **config},
        "description": "The customer wants the money back.",
    }


def test_an_action_of_the_inbox_comes_in_with_its_arguments_as_the_output(agents):
    agents.ask([inbox(allow_edit=False)], messages=[{"role": "user", "content": "refund o1"}])
    taken = agents.waiting()
    meta = json.loads(taken.meta)
    assert json.loads(taken.output) == REFUND
    assert (taken.workflow, taken.step, taken.agent) == ("asking", "refund", "asking")
    assert taken.input == "refund o1\n\nThe customer wants the money back."
    assert meta["waiting"]["allowed"] == ["approve", "reject"]
    assert meta["langgraph"]["dialect"] == "inbox"
    assert meta["test"] == agents.test


@pytest.mark.parametrize(
    ("verdict", "correction", "comment", "answer"),
    [
        (Verdict.APPROVE, None, None, {"type": "accept", "args": inbox()["action_request"]}),
        (
            Verdict.CORRECT,
            '{"order": "o2", "amount": 1}',
            None,
            {
                "type": "edit",
                "args": {"action": "refund", "args": {"order": "o2", "amount": 1}},
            },
        ),
        (Verdict.REJECT, None, "too much", {"type": "response", "args": "too much"}),
        (Verdict.REJECT, None, None, {"type": "ignore", "args": None}),
    ],
)
def test_an_action_of_the_inbox_is_answered(agents, verdict, correction, comment, answer):
    thread = agents.ask([inbox()])
    agents.sink().push(decided(agents.waiting(), verdict, correction, comment))
    assert agents.values(thread)["answers"] == [[answer]]
    assert agents.pulled() == []


def test_a_single_tool_call_that_is_approved_runs(agents):
    thread = agents.use_tools("batched", CALLS[:1])
    agents.sink().push(approved(agents.waiting()))
    assert agents.results(thread) == [("refund", "paid 5.0 for o1")]


def test_a_single_tool_call_that_is_corrected_runs_with_other_arguments(agents):
    thread = agents.use_tools("batched", CALLS[:1])
    agents.sink().push(corrected(agents.waiting(), '{"order": "o1", "amount": 2.5}'))
    ((name, content),) = agents.results(thread)
    assert name == "refund"
    assert content.endswith("paid 2.5 for o1")


def test_a_tool_call_that_is_rejected_does_not_run_and_the_agent_is_told_why(agents):
    thread = agents.use_tools("batched", CALLS[:1])
    agents.sink().push(rejected(agents.waiting(), "not without a receipt"))
    ((_, content),) = agents.results(thread)
    assert "not without a receipt" in content
    assert "paid" not in content


def test_several_calls_of_a_turn_are_one_item_and_each_gets_its_own_decision(agents):
    thread = agents.use_tools("batched", CALLS)
    taken = agents.waiting()
    calls = json.loads(taken.output)
    assert [call["name"] for call in calls] == ["refund", "mail"]
    calls[0]["args"]["amount"] = 1.0
    agents.sink().push(decided(taken, Verdict.CORRECT, json.dumps([calls[0], None]), "no mail"))
    refunded, mailed = agents.results(thread)
    assert "paid 1.0 for o1" in str(refunded) + str(mailed)
    assert "no mail" in str(refunded) + str(mailed)
    assert "sent to" not in str(refunded) + str(mailed)


def test_several_calls_of_a_turn_are_approved_together(agents):
    thread = agents.use_tools("batched", CALLS)
    agents.sink().push(approved(agents.waiting()))
    results = dict(agents.results(thread))
    assert results == {"refund": "paid 5.0 for o1", "mail": "sent to a: b"}


def test_calls_that_ask_one_by_one_are_items_of_their_own_and_answered_one_by_one(agents):
    thread = agents.use_tools("single", CALLS)
    refund, mail = agents.pulled()
    assert json.loads(mail.meta)["waiting"]["allowed"] == ["approve", "reject"]
    sink = agents.sink()
    sink.push(corrected(refund, '{"order": "o1", "amount": 0.5}'))
    assert agents.waiting().external_id == mail.external_id
    sink.push(rejected(mail, "no mail"))
    results = dict(agents.results(thread))
    assert results["refund"].endswith("paid 0.5 for o1")
    assert "no mail" in results["mail"]


def test_an_edit_that_the_tool_would_not_take_is_never_sent(agents):
    thread = agents.use_tools("single", CALLS[:1])
    with pytest.raises(PushRefused, match="cannot take this answer"):
        agents.sink().push(corrected(agents.waiting(), '{"order": "o1"}'))
    assert len(agents.runs(thread)) == 1
    assert agents.state(thread)["next"] == ["tools"]


def test_a_question_in_words_of_its_own_gets_all_that_is_known_of_the_decision(agents):
    thread = agents.ask({"draft": "Refund $500", "confidence": 0.41})
    taken = agents.waiting(map="output=value.draft\nconfidence=value.confidence")
    assert (taken.output, taken.confidence) == ("Refund $500", 0.41)
    outgoing = decided(taken, Verdict.CORRECT, "Refund $50", "wrong amount")
    agents.sink().push(outgoing)
    assert agents.values(thread)["answers"] == [
        {
            "verdict": "correct",
            "output": "Refund $50",
            "comment": "wrong amount",
            "reviewers": ["Ana"],
            "decision_id": str(outgoing.decision_id),
        }
    ]


@pytest.mark.parametrize(
    ("schema", "verdict", "answer"),
    [
        ({"type": "boolean"}, Verdict.APPROVE, True),
        ({"type": "boolean"}, Verdict.REJECT, False),
        ({"enum": ["yes", "no"]}, Verdict.REJECT, "no"),
    ],
)
def test_a_question_that_says_what_it_takes_gets_that(agents, schema, verdict, answer):
    thread = agents.ask("Shall I?", schema=schema)
    agents.sink().push(decided(agents.waiting(), verdict))
    assert agents.values(thread)["answers"] == [answer]


def test_pushing_twice_is_one_run(agents):
    thread = agents.ask("Shall I?")
    outgoing, sink = approved(agents.waiting()), agents.sink()
    receipt = sink.push(outgoing)
    assert sink.push(outgoing) == receipt
    assert sink.push(replace(outgoing, version=2, receipt=receipt)) == receipt
    assert len(agents.runs(thread)) == 2


def test_an_answer_whose_receipt_was_lost_is_not_sent_again(agents):
    thread = agents.ask("Shall I?", again=["Really?"])
    outgoing = approved(agents.waiting())
    agents.sink(patience=0.0).push(outgoing)  # the process ends here: nobody stores what it gave
    agents.sink().push(outgoing)
    assert len(agents.runs(thread)) == 2
    assert agents.waiting().output == "Really?"


def test_an_agent_that_was_answered_elsewhere_is_a_conflict(agents):
    thread = agents.ask("Shall I?")
    taken = agents.waiting()
    waiting = agents.state(thread)["tasks"][0]["interrupts"][0]["id"]
    body = {"assistant_id": "asking", "command": {"resume": {waiting: "no"}}}
    agents.call("POST", f"/threads/{thread}/runs/wait", body)
    with pytest.raises(AnswerConflict, match="answered it elsewhere"):
        agents.sink().push(approved(taken))
    assert agents.values(thread)["answers"] == ["no"]
    assert len(agents.runs(thread)) == 2


def test_an_agent_that_now_asks_the_next_thing_never_gets_the_answer_to_the_last(agents):
    thread = agents.ask("Pay $5?", again=["Pay $5?", "Pay $5000?"])
    first = agents.waiting()
    sink = agents.sink()
    sink.push(approved(first))
    second = agents.waiting()
    assert second.external_id != first.external_id
    with pytest.raises(AnswerConflict, match="stands"):
        sink.push(decided(first, Verdict.REJECT, version=2))
    assert agents.waiting().external_id == second.external_id
    assert len(agents.runs(thread)) == 2


def test_an_agent_that_fails_over_the_answer_is_told_of_and_not_answered_again_by_itself(agents):
    thread = agents.ask("Shall I?")
    outgoing, sink = rejected(agents.waiting(), "fall over"), agents.sink()
    for _ in range(2):
        with pytest.raises(AnswerConflict, match="the mail server is down"):
            sink.push(outgoing)
    assert len(agents.runs(thread)) == 2
    with pytest.raises(AnswerConflict, match="nothing more is sent"):
        sink.push(approved_again(outgoing))
    assert len(agents.runs(thread)) == 2
    assert agents.pulled() == []


def approved_again(outgoing):
    """The same item, decided once more and otherwise."""
    label = {**outgoing.label, "verdict": Verdict.APPROVE, "comment": None}
    return replace(outgoing, label=label, version=2, decision_id=uuid4())


def test_what_was_answered_stands_when_the_decision_is_taken_back(agents):
    agents.ask("Shall I?")
    outgoing, sink = approved(agents.waiting()), agents.sink()
    receipt = sink.push(outgoing)
    for told in (receipt, ""):
        with pytest.raises(AnswerConflict, match="stands"):
            sink.push(taken_back(outgoing, told))


def test_a_decision_that_was_taken_back_before_it_left_sends_nothing(agents):
    thread = agents.ask("Shall I?")
    assert agents.sink().push(taken_back(approved(agents.waiting()))) == ""
    assert len(agents.runs(thread)) == 1


def test_a_thread_that_was_deleted_takes_no_answer(agents):
    thread = agents.ask("Shall I?")
    outgoing = approved(agents.waiting())
    httpx2.delete(f"{agents.url}/threads/{thread}")
    with pytest.raises(PushRefused, match="deleted"):
        agents.sink().push(outgoing)


def test_two_questions_at_once_are_answered_one_after_the_other(agents):
    thread = agents.start("wide", {"values": ["a?", "b?"]})
    sink = agents.sink()
    for taken in agents.pulled():
        sink.push(approved(taken))
    assert agents.values(thread) is not None


def test_an_assistant_that_is_not_there_is_refused_and_the_agent_waits_on(agents):
    agents.ask("Shall I?")
    outgoing = approved(agents.waiting())
    with pytest.raises(PushRefused, match="nobody"):
        agents.sink(assistant="nobody").push(outgoing)
    agents.sink(assistant="asking").push(outgoing)


def test_every_thread_is_found_whatever_the_page_and_known_ones_are_not_read_again(agents):
    threads = {agents.ask(f"question {n}") for n in range(5)}
    readings = list(agents.source(page="2").read())
    found = {reading.outcome.external_id.split(":")[0] for reading in readings}
    assert found == threads
    assert [reading.cursor is None for reading in readings] == [True] * 4 + [False]
    cursor = readings[-1].cursor
    assert list(agents.source(page="2").read(cursor)) == []
    late = agents.ask("one more")
    (reading,) = agents.source(page="2").read(cursor)
    assert reading.outcome.external_id.startswith(late)


def test_a_server_that_answers_says_so(agents):
    assert "can be answered" in agents.sink().check()
    agents.url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(Unreachable):
        agents.sink().check()


def test_from_the_queue_to_the_agent_and_back(agents, tmp_path):
    refunded = agents.use_tools("single", CALLS[:1])
    mailed = agents.use_tools("single", CALLS[1:])
    with opened(tmp_path / "profile", clock=Clock()) as profile:
        assert profile.intake.pull(agents.source()).new == 2
        by_step = {entry.step: profile.review.open(entry.item_id) for entry in entries(profile)}
        with pytest.raises(AnswerUnwanted, match="amount"):
            profile.review.correct(by_step["refund"].seen, '{"order": "o1"}', Remarks())
        with pytest.raises(AnswerUnwanted, match="correct"):
            profile.review.correct(by_step["mail"].seen, "{}", Remarks())
        corrected = '{"order": "o1", "amount": 4.5}'
        profile.review.correct(by_step["refund"].seen, corrected, Remarks(comment="less"))
        profile.review.reject(by_step["mail"].seen, Remarks(comment="not today"))
        assert push(profile, agents, seconds=1) == (0, 0)  # each can be taken back still
        assert push(profile, agents, seconds=30) == (2, 0)
        assert push(profile, agents, seconds=30) == (0, 0)
        assert agents.results(refunded)[0][1].endswith("paid 4.5 for o1")
        assert "not today" in agents.results(mailed)[0][1]
        assert profile.intake.pull(agents.source()).new == 0
        assert {entry.status for entry in entries(profile)} == {Status.RESOLVED}
        profile.review.undo()
        again = profile.review.open(by_step["mail"].item.id).seen
        profile.review.approve(again, Remarks())
        assert push(profile, agents, seconds=30) == (0, 1)
        assert "not today" in agents.results(mailed)[0][1]


def push(profile, agents, seconds):
    """What leaves after so many seconds: how many arrived, how many conflicts there are."""
    profile.store._clock.advance(seconds=seconds)
    Planning(profile.store, profile.policies).plan([Route("agents")])
    result = Pushing(profile.store).push(agents.sink())
    return result.delivered, result.conflicts
