"""Labels become scores of Langfuse: one verdict and one correction for each item."""

import json
from uuid import UUID

import pytest

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.protocols import Sink
from reviewer_app.connectors.registry import sink_from
from reviewer_app.domain.outgoing import Outgoing
from tests.connectors.langfuse_server import Langfuse
from tests.web_server import Answer, serving

KEY = UUID(int=5)
LABEL = {
    "verdict": "correct",
    "expected_output": "Refund 5",
    "comment": "c" * 6_000,
    "reviewers": ["Ada"],
    "decided_at": "2026-11-20T09:00:00+00:00",
}
APPROVED = {"verdict": "approve", "reviewers": ["Ada"], "decided_at": "2026-11-22T09:00:00+00:00"}
META = {
    "langfuse": {
        "trace_id": "t1",
        "observation_id": "o1",
        "start_time": "2026-11-20T08:00:00.000Z",
    }
}
QUEUED = {"queue_id": "q-1", "queue_item_id": "i1"}


@pytest.fixture
def web():
    with serving() as server:
        yield server


@pytest.fixture
def sink(web):
    keys = {"public_key": "pk-1", "secret_key": "sk-1"}
    made = sink_from("langfuse", "back", {"url": web.address, **keys})
    assert isinstance(made, Sink)
    yield made
    made.close()


def outgoing(label, version=1, meta=META):
    return Outgoing(KEY, version, label, "runs", "o1", "digest", meta, UUID(int=8))


def queued(**more):
    return {"langfuse": META["langfuse"] | QUEUED | more}


def test_a_correction_is_a_verdict_and_the_corrected_output(web, sink):
    langfuse = Langfuse(web)
    assert sink.push(outgoing(LABEL))
    verdict, correction = langfuse.scores["review_verdict"], langfuse.scores["output"]
    assert (verdict["value"], verdict["dataType"]) == ("correct", "CATEGORICAL")
    assert (verdict["traceId"], verdict["observationId"]) == ("t1", "o1")
    assert len(verdict["comment"]) == 5_000
    assert verdict["metadata"]["reviewers"] == ["Ada"]
    assert verdict["metadata"]["decided_at"] == LABEL["decided_at"]
    assert (correction["value"], correction["dataType"]) == ("Refund 5", "CORRECTION")
    assert correction["source"] == "ANNOTATION"
    assert all(len(asked.json()) == 1 for asked in web.calls("POST", "/api/public/scores"))


def test_a_later_version_stays_one_score_and_takes_the_correction_away(web, sink):
    langfuse = Langfuse(web)
    sink.push(outgoing(LABEL))
    sink.push(outgoing(APPROVED, 2))
    sink.push(outgoing(APPROVED, 2))
    (score,) = langfuse.kept.values()
    assert (score["value"], score["metadata"]["version"]) == ("approve", 2)


def test_a_push_whose_receipt_was_lost_is_repeated_without_a_second_score(web, sink):
    langfuse = Langfuse(web)

    def lost(asked):
        langfuse.put(asked)
        return Answer(is_lost=True)

    web.on("POST", "/api/public/scores", lost)
    with pytest.raises(Unreachable):
        sink.push(outgoing(LABEL))
    web.on("POST", "/api/public/scores", langfuse.put)
    sink.push(outgoing(LABEL))
    assert len(langfuse.kept) == 2


def test_a_label_is_taken_back_with_its_correction(web, sink):
    langfuse = Langfuse(web)
    sink.push(outgoing(LABEL, meta=queued()))
    assert not sink.push(outgoing(None, 2, queued()))
    assert not sink.push(outgoing(None, 2, queued()))
    assert langfuse.kept == {}
    assert langfuse.statuses == [("i1", "COMPLETED"), ("i1", "PENDING"), ("i1", "PENDING")]


def test_what_was_queued_as_a_trace_is_scored_as_a_trace(web, sink):
    langfuse = Langfuse(web)
    sink.push(outgoing(APPROVED, meta=queued(queued_as="TRACE")))
    score = langfuse.scores["review_verdict"]
    assert "observationId" not in score
    assert (score["traceId"], score["queueId"]) == ("t1", "q-1")


def test_an_item_that_left_its_queue_is_no_obstacle(web, sink):
    langfuse = Langfuse(web)
    web.on("PATCH", "/api/public/annotation-queues/q-1/items/{item}", Answer({}, 404))
    sink.push(outgoing(APPROVED, meta=queued()))
    assert langfuse.scores["review_verdict"]["value"] == "approve"


def test_a_score_that_is_not_taken_is_refused_with_the_words_of_the_platform(web, sink):
    errors = {"accepted": 0, "rejected": 1, "errors": [{"message": "value must be a category"}]}
    web.on("POST", "/api/public/scores", Answer(errors, 207))
    with pytest.raises(PushRefused, match="value must be a category"):
        sink.push(outgoing(LABEL, meta=queued()))
    assert len(web.asked) == 1


def test_an_older_server_gets_one_score_that_is_in_no_list(web, sink):
    taken = []

    def older(asked):
        if isinstance(asked.json(), list):
            return Answer({"message": "Expected object, received array"}, 400)
        taken.append(asked.json())
        return {"id": asked.json()["id"]}

    web.on("POST", "/api/public/scores", older)
    web.on("DELETE", "/api/public/scores/{score}", Answer({}, 404))
    assert json.loads(sink.push(outgoing(APPROVED))) == META["langfuse"]


@pytest.mark.parametrize("meta", [{}, {"langfuse": []}, {"langfuse": {"observation_id": "o1"}}])
def test_an_item_of_another_source_is_refused(sink, meta):
    with pytest.raises(PushRefused, match="did not come from Langfuse"):
        sink.push(outgoing(LABEL, meta=meta))


def test_a_busy_service_is_tried_later(web, sink):
    web.on("POST", "/api/public/scores", Answer({}, 429, {"Retry-After": "20"}))
    with pytest.raises(Unreachable) as told:
        sink.push(outgoing(LABEL))
    assert told.value.retry_after == 20


def test_a_check_names_the_project(web, sink):
    web.on("GET", "/api/public/projects", {"data": [{"id": "p-1", "name": "support"}]})
    assert sink.check().endswith("lets this connection into the project support.")
    web.on("GET", "/api/public/projects", Answer({"message": "no"}, 401))
    with pytest.raises(Unreachable):
        sink.check()
