"""Labels become annotations of spans: one for each item, replaced and taken back."""

from uuid import UUID

import pytest

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.phoenix.connection import ProjectUnknown
from reviewer_app.connectors.protocols import Sink
from reviewer_app.connectors.registry import sink_from
from reviewer_app.domain.outgoing import Outgoing
from tests.connectors.phoenix_server import LISTED, Annotations
from tests.web_server import Answer, serving

KEY = UUID(int=5)
LABEL = {
    "verdict": "correct",
    "expected_output": "Refund 5",
    "comment": "wrong amount",
    "error_types": ["wrong fact"],
    "severity": "high",
    "reviewers": ["Ada"],
    "selected_by": "audit",
    "propensity": 0.05,
    "policy_version": 3,
    "decided_at": "2026-11-20T09:00:00+00:00",
}
META = {"phoenix": {"span_id": "s1", "trace_id": "t1"}}


@pytest.fixture
def web():
    with serving() as server:
        yield server


@pytest.fixture
def sink(web):
    made = sink_from("phoenix", "back", {"url": web.address, "kinds": "AGENT"})
    assert isinstance(made, Sink)
    yield made
    made.close()


def outgoing(label, version=1, meta=META):
    return Outgoing(KEY, version, label, "spans", "s1", "digest", meta, UUID(int=8))


def test_a_correction_says_all_that_the_label_says(web, sink):
    phoenix = Annotations(web)
    assert sink.push(outgoing(LABEL)) == '{"span_id": "s1"}'
    (one,) = phoenix.ours
    assert (one["annotator_kind"], one["identifier"]) == ("HUMAN", f"reviewer-app:{KEY}")
    assert one["result"] == {"label": "correct", "score": 0.0, "explanation": "wrong amount"}
    told = one["metadata"]
    assert told["expected_output"] == "Refund 5"
    assert (told["reviewers"], told["error_types"]) == (["Ada"], ["wrong fact"])
    assert (told["propensity"], told["selected_by"]) == (0.05, "audit")
    assert (told["decision_id"], told["digest"]) == (str(UUID(int=8)), "digest")


def test_a_later_version_replaces_the_earlier_and_a_repeat_leaves_one(web, sink):
    phoenix = Annotations(web)
    for version, verdict in ((1, "reject"), (2, "approve"), (2, "approve")):
        sink.push(outgoing({"verdict": verdict}, version))
    (one,) = phoenix.ours
    assert one["result"] == {"label": "approve", "score": 1.0}
    assert one["metadata"]["version"] == 2


def test_a_push_whose_receipt_was_lost_is_repeated_without_a_second_label(web, sink):
    phoenix = Annotations(web)

    def lost(asked):
        phoenix.annotate(asked)
        return Answer(is_lost=True)

    web.on("POST", "/v1/span_annotations", lost)
    with pytest.raises(Unreachable):
        sink.push(outgoing(LABEL))
    web.on("POST", "/v1/span_annotations", phoenix.annotate)
    sink.push(outgoing(LABEL))
    assert len(phoenix.ours) == 1


def test_a_label_is_taken_back_and_nothing_else_with_it(web, sink):
    phoenix = Annotations(web)
    sink.push(outgoing(LABEL))
    assert not sink.push(outgoing(None, 2))
    assert not sink.push(outgoing(None, 2))
    assert list(phoenix.kept) == [("correctness", "s1", "")]


def test_a_server_that_deletes_nothing_is_told_that_the_label_is_none(web, sink):
    phoenix = Annotations(web, deletes=False)
    sink.push(outgoing(LABEL))
    sink.push(outgoing(None, 2))
    (one,) = phoenix.ours
    assert one["result"] == {"label": "withdrawn"}
    assert "expected_output" not in one["metadata"]


def test_a_span_that_is_gone_takes_no_label(web, sink):
    Annotations(web)
    gone = {"phoenix": {"span_id": "s9"}}
    with pytest.raises(PushRefused, match="has no span s9 any more"):
        sink.push(outgoing(LABEL, meta=gone))
    web.on("GET", LISTED, Answer({"detail": "None of the supplied span_ids exist"}, 404))
    assert not sink.push(outgoing(None, 2, gone))


@pytest.mark.parametrize("meta", [{}, {"phoenix": "s1"}, {"phoenix": {"span_id": 4}}])
def test_an_item_of_another_source_is_refused(sink, meta):
    with pytest.raises(PushRefused, match="did not come from Phoenix"):
        sink.push(outgoing(LABEL, meta=meta))


def test_a_busy_server_is_tried_later(web, sink):
    web.on("POST", "/v1/span_annotations", Answer({}, 503, {"Retry-After": "30"}))
    with pytest.raises(Unreachable) as told:
        sink.push(outgoing(LABEL))
    assert told.value.retry_after == 30


def test_a_check_names_the_version_and_the_project(web, sink):
    with pytest.raises(ProjectUnknown):
        sink.check()
    named = {"x-phoenix-server-version": "20.26.1"}
    web.on("GET", "/v1/projects/default", Answer({"data": {}}, 200, named))
    assert sink.check() == f"Phoenix 20.26.1 at {web.address[7:]} has the project “default”."
    assert not web.calls("POST", "/v1/span_annotations")
