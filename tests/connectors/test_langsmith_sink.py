"""Labels become feedback of LangSmith: one for each item, changed and taken back."""

import json
from contextlib import closing
from uuid import UUID

import pytest

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.langsmith.connection import ProjectUnknown
from reviewer_app.connectors.langsmith.sink import correction, feedback_id
from reviewer_app.connectors.protocols import Sink
from reviewer_app.connectors.registry import sink_from
from reviewer_app.domain.outgoing import Outgoing
from tests.connectors.langsmith_server import FEEDBACK, LangSmith
from tests.web_server import Answer, serving

KEY = UUID(int=5)
LABEL = {
    "verdict": "correct",
    "expected_output": "Refund 5",
    "comment": "wrong amount",
    "reviewers": ["Ada"],
    "propensity": 0.05,
}
APPROVED = {"verdict": "approve", "reviewers": ["Ada"]}
META = {
    "langsmith": {
        "run_id": "r1",
        "trace_id": "r0",
        "project_id": "p-1",
        "start_time": "2026-11-20T08:00:00Z",
        "output_name": "answer",
    }
}


@pytest.fixture
def web():
    with serving() as server:
        yield server


def sink_to(web, **more):
    return sink_from("langsmith", "back", {"url": web.address, "key": "ls-1", **more})


@pytest.fixture
def sink(web):
    made = sink_to(web)
    assert isinstance(made, Sink)
    yield made
    made.close()


def outgoing(label, version=1, meta=META, receipt=""):
    return Outgoing(KEY, version, label, "runs", "r1", "digest", meta, UUID(int=8), receipt)


def queued():
    return {"langsmith": META["langsmith"] | {"queue_item_id": "i1"}}


def test_a_correction_says_all_that_the_label_says(web, sink):
    langsmith = LangSmith(web)
    receipt = json.loads(sink.push(outgoing(LABEL)))
    assert receipt.items() < META["langsmith"].items()
    made = langsmith.kept[feedback_id(KEY)]
    assert (made["key"], made["score"], made["value"]) == ("review_verdict", 0, "correct")
    assert (made["run_id"], made["trace_id"], made["session_id"]) == ("r1", "r0", "p-1")
    assert made["correction"] == {"answer": "Refund 5"}
    assert made["comment"] == "wrong amount"
    assert made["extend_trace_retention"] is False
    assert made["feedback_source"]["metadata"]["reviewers"] == ["Ada"]
    assert made["feedback_source"]["metadata"]["propensity"] == 0.05


@pytest.mark.parametrize("receipt", ["", feedback_id(KEY)])
def test_a_later_version_replaces_the_earlier_whole(web, sink, receipt):
    langsmith = LangSmith(web)
    sink.push(outgoing(LABEL))
    sink.push(outgoing(APPROVED, 2, receipt=receipt))
    (made,) = langsmith.kept.values()
    assert (made["score"], made["value"]) == (1, "approve")
    assert made["comment"] is None
    assert made["correction"] is None


def test_a_push_whose_receipt_was_lost_is_repeated_without_a_second_feedback(web, sink):
    langsmith = LangSmith(web)

    def lost(asked):
        langsmith.make(asked)
        return Answer(is_lost=True)

    web.on("POST", FEEDBACK, lost)
    with pytest.raises(Unreachable):
        sink.push(outgoing(LABEL))
    web.on("POST", FEEDBACK, langsmith.make)
    assert sink.push(outgoing(LABEL))
    assert len(langsmith.kept) == 1


def test_feedback_that_is_gone_is_made_again(web, sink):
    langsmith = LangSmith(web)
    sink.push(outgoing(APPROVED, 2, receipt=feedback_id(KEY)))
    assert langsmith.kept[feedback_id(KEY)]["value"] == "approve"


def test_a_label_is_taken_back(web, sink):
    langsmith = LangSmith(web)
    sink.push(outgoing(LABEL, meta=queued()))
    assert not sink.push(outgoing(None, 2, queued()))
    assert not sink.push(outgoing(None, 2, queued()))
    assert langsmith.kept == {}
    assert langsmith.statuses == [("i1", "completed"), ("i1", None), ("i1", None)]


def test_a_run_that_is_gone_takes_no_label(web, sink):
    LangSmith(web)
    with pytest.raises(PushRefused, match="has no run r9 any more"):
        sink.push(outgoing(LABEL, meta={"langsmith": {"run_id": "r9"}}))


@pytest.mark.parametrize("meta", [{}, {"langsmith": "r1"}, {"langsmith": {"trace_id": "t"}}])
def test_an_item_of_another_source_is_refused(sink, meta):
    with pytest.raises(PushRefused, match="did not come from LangSmith"):
        sink.push(outgoing(LABEL, meta=meta))


def test_a_correction_has_the_form_of_the_outputs():
    assert correction({"output_name": "answer"}, "five") == {"answer": "five"}
    assert correction({"output_name": "answer"}, '{"a": 1}') == {"answer": '{"a": 1}'}
    assert correction({"output_name": "messages"}, '[{"role": "ai"}]') == {
        "messages": [{"role": "ai"}]
    }
    assert correction({}, '{"answer": "five", "n": 1}') == {"answer": "five", "n": 1}
    assert correction({}, "five") == {"output": "five"}


def test_a_check_asks_for_the_project_and_stores_nothing(web, sink):
    web.on("GET", "/api/v1/sessions", [{"id": "p-1", "name": "support"}])
    web.on("GET", "/api/v1/info", {"version": "0.16.20"})
    assert sink.check() == f"LangSmith 0.16.20 at {web.address[7:]} lets this connection in."
    with closing(sink_to(web, project="nope")) as other, pytest.raises(ProjectUnknown):
        other.check()
    web.on("GET", "/api/v1/sessions", Answer({}, 401))
    with pytest.raises(Unreachable):
        sink.check()
    assert {asked.method for asked in web.asked} == {"GET"}
