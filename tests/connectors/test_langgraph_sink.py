"""An agent is answered once, and only on what was reviewed."""

from dataclasses import replace
from uuid import UUID

import pytest

from reviewer_app.connectors.failures import AnswerConflict, PushRefused, Unreachable
from reviewer_app.connectors.langgraph import LangGraphSink, LangGraphSource
from reviewer_app.connectors.langgraph.options import Connection
from reviewer_app.domain.validation import Limits
from reviewer_app.domain.vocabulary import Verdict
from tests.connectors.langgraph_decided import approved, corrected, decided, rejected, taken_back
from tests.connectors.langgraph_server import LangGraph, Thread, served, thread_id


@pytest.fixture
def graph():
    thread = Thread(thread_id(1), "2026-03-02T12:00:00+00:00", {"i1": "Shall I?"})
    with served(LangGraph([thread])) as made:
        yield made


@pytest.fixture
def sink(graph):
    made = LangGraphSink("agents", Connection.of({"url": graph.url}), 5.0, lambda _seconds: None)
    yield made
    made.close()


def waiting(graph):
    made = LangGraphSource.from_options("agents", {"url": graph.url}, Limits())
    (reading,) = made.read()
    return reading.outcome


def runs(graph):
    return graph.threads[0].runs


def test_the_answer_goes_by_the_interrupt_and_says_whose_it_is(graph, sink):
    outgoing = approved(waiting(graph))
    sink.push(outgoing)
    body = graph.bodies[-1]
    assert body["assistant_id"] == "agent"
    assert body["multitask_strategy"] == "reject"
    assert list(body["command"]["resume"]) == ["i1"]
    assert body["command"]["resume"]["i1"]["verdict"] == "approve"
    assert "strict_resume" not in body
    assert body["metadata"]["reviewer_label"] == str(outgoing.key)
    assert body["metadata"]["reviewer_decision"] == str(outgoing.decision_id)
    assert body["metadata"]["reviewer_content"] == outgoing.digest


@pytest.mark.parametrize("info", [{"strict_resume": True}, {"flags": {"strict_resume": True}}])
def test_a_server_that_can_refuse_a_stale_answer_is_asked_to(graph, sink, info):
    graph.info = info
    sink.push(approved(waiting(graph)))
    assert graph.bodies[-1]["strict_resume"] is True


def test_pushing_again_sends_nothing(graph, sink):
    outgoing = approved(waiting(graph))
    receipt = sink.push(outgoing)
    assert sink.push(outgoing) == receipt
    assert sink.push(replace(outgoing, receipt=receipt, version=2)) == receipt
    assert len(runs(graph)) == 1


@pytest.mark.parametrize("status", ["pending", "running", "success"])
def test_an_answer_whose_receipt_was_lost_is_found_again_and_not_sent_twice(graph, sink, status):
    outgoing = approved(waiting(graph))
    graph.on_run = lambda _thread, run: run.update(status=status)
    dying = LangGraphSink("agents", Connection.of({"url": graph.url}), patience=0.0)
    dying.push(outgoing)  # nobody stores what it gave: the process ends here
    dying.close()
    (run,) = runs(graph)
    run["status"] = "success"
    assert sink.push(outgoing)
    assert len(runs(graph)) == 1


def test_an_agent_that_works_on_has_its_answer(graph, sink):
    outgoing = approved(waiting(graph))
    graph.on_run = lambda _thread, run: run.update(status="running")
    assert sink.push(outgoing)
    assert len(runs(graph)) == 1


def test_an_agent_that_waits_no_more_is_a_conflict(graph, sink):
    outgoing = approved(waiting(graph))
    graph.threads[0].questions.clear()
    with pytest.raises(AnswerConflict, match="does not wait for this answer"):
        sink.push(outgoing)
    assert runs(graph) == []


def test_an_agent_that_asks_something_else_under_the_same_id_is_a_conflict(graph, sink):
    outgoing = approved(waiting(graph))
    graph.threads[0].questions["i1"] = "Shall I pay 5000?"
    with pytest.raises(AnswerConflict, match="asks something else"):
        sink.push(outgoing)
    assert runs(graph) == []


def test_an_agent_that_failed_over_somebody_elses_answer_is_not_answered(graph, sink):
    outgoing = approved(waiting(graph))
    graph.threads[0].task_error = "RuntimeError('down')"
    with pytest.raises(AnswerConflict, match="down"):
        sink.push(outgoing)
    assert runs(graph) == []


def test_a_run_that_fails_is_told_of(graph, sink):
    outgoing = approved(waiting(graph))

    def fail(thread, run):
        run["status"] = "error"
        thread.error = {"error": "RuntimeError", "message": "the mail\nserver is down"}

    graph.on_run = fail
    for _ in range(2):
        with pytest.raises(AnswerConflict, match="RuntimeError: the mail server is down"):
            sink.push(outgoing)
    assert len(runs(graph)) == 1


def test_an_answer_that_never_reached_the_agent_can_be_given_anew(graph, sink):
    outgoing = approved(waiting(graph))

    def lost(thread, run):
        run["status"] = "error"
        thread.questions["i1"] = "Shall I?"

    graph.on_run = lost
    with pytest.raises(AnswerConflict):
        sink.push(outgoing)
    graph.on_run = lambda _thread, _run: None
    sink.push(replace(outgoing, version=2, decision_id=UUID(int=9)))
    assert [run["status"] for run in runs(graph)] == ["error", "success"]


def test_an_answer_that_changes_nothing_is_a_conflict(graph, sink):
    outgoing = approved(waiting(graph))
    graph.on_run = lambda thread, _run: thread.questions.update(i1="Shall I?")
    with pytest.raises(AnswerConflict, match="still asks the same"):
        sink.push(outgoing)


def test_a_busy_agent_is_answered_later(graph, sink):
    outgoing = approved(waiting(graph))
    runs(graph).append({"run_id": "x", "status": "running", "metadata": {}})
    with pytest.raises(Unreachable, match="busy") as busy:
        sink.push(outgoing)
    assert busy.value.retry_after is None  # others are not kept waiting for this one
    runs(graph)[0]["status"] = "success"
    sink.push(outgoing)


def test_another_verdict_after_the_answer_says_that_it_stands(graph, sink):
    taken = waiting(graph)
    receipt = sink.push(approved(taken))
    later = replace(rejected(taken), version=2, decision_id=UUID(int=9))
    for told in (receipt, ""):
        with pytest.raises(AnswerConflict, match="the answer stands"):
            sink.push(replace(later, receipt=told))
    assert len(runs(graph)) == 1


def test_a_second_reviewer_who_agrees_changes_nothing(graph, sink):
    outgoing = approved(waiting(graph))
    receipt = sink.push(outgoing)
    label = {**outgoing.label, "reviewers": ["Ana", "Bo"], "comment": "fine"}
    later = replace(outgoing, version=2, decision_id=UUID(int=9), label=label)
    assert sink.push(replace(later, receipt=receipt)) == receipt
    assert len(runs(graph)) == 1


def test_taking_back_what_was_never_sent_sends_nothing(graph, sink):
    outgoing = taken_back(approved(waiting(graph)))
    assert sink.push(outgoing) == ""
    graph.threads.clear()
    assert sink.push(outgoing) == ""


def test_a_thread_that_is_gone_is_refused_with_a_sentence(graph, sink):
    outgoing = approved(waiting(graph))
    graph.threads.clear()
    with pytest.raises(PushRefused, match="its thread was deleted"):
        sink.push(outgoing)


def test_an_item_of_another_platform_is_refused(graph, sink):
    outgoing = approved(waiting(graph))
    for meta in ({}, {"langgraph": 1}, {"langgraph": {"thread_id": "../secret"}}):
        with pytest.raises(PushRefused, match="does not come from a LangGraph server"):
            sink.push(replace(outgoing, meta=meta))


def test_a_thread_id_is_never_a_way_to_another_place(graph, sink):
    outgoing = approved(waiting(graph))
    back = {**outgoing.meta["langgraph"], "thread_id": "../info?x="}
    with pytest.raises(PushRefused):
        sink.push(replace(outgoing, meta={"langgraph": back}))
    assert not any(call.endswith(" /info") for call in graph.calls)


def test_a_correction_is_checked_by_what_the_agent_takes_before_anything_is_sent(graph, sink):
    thread = graph.threads[0]
    thread.schema = {"type": "object", "required": ["day"]}
    outgoing = corrected(waiting(graph), "Tuesday")
    with pytest.raises(PushRefused, match="still waits"):
        sink.push(outgoing)
    assert runs(graph) == []
    sink.push(corrected(waiting(graph), '{"day": "Tuesday"}'))
    assert runs(graph)[0]["resume"] == {"i1": {"day": "Tuesday"}}


def test_an_escalated_label_never_resumes_an_agent(graph, sink):
    outgoing = decided(waiting(graph), Verdict.ESCALATE)
    with pytest.raises(PushRefused, match="escalate"):
        sink.push(outgoing)
    assert runs(graph) == []


def test_questions_of_one_thread_are_answered_each_by_itself(graph, sink):
    graph.threads[0].questions["i2"] = "And that?"
    made = LangGraphSource.from_options("agents", {"url": graph.url}, Limits())
    for reading in list(made.read()):
        sink.push(approved(reading.outcome))
    assert [list(run["resume"]) for run in runs(graph)] == [["i1"], ["i2"]]


def test_checking_sends_no_answer(graph, sink):
    assert "0.16.7" in sink.check()
    assert runs(graph) == []
