"""MLflow itself: traces of its own client come in, verdicts go back as assessments of them."""

import json
import time
from contextlib import closing
from uuid import UUID

import pytest

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.mlflow.refusals import FilterRefused
from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.traces.shapes import trace_in
from reviewer_app.domain.vocabulary import OutputType
from tests.peers.mlflow_peer import mlflow_running
from tests.web_server import nobody

KEY, DECISION = UUID(int=31), UUID(int=33)
HOUR = 3_600_000
LARGE = "größe 日本 😀 " * 20_000
LABEL = {
    "verdict": "correct",
    "expected_output": '{"refund": 5, "größe": "ä"}',
    "comment": "wrong amount ✓",
    "reviewers": ["Ada", "Bo"],
    "error_types": ["wrong fact"],
    "severity": "major",
    "selected_by": "flag",
    "propensity": 1.0,
    "policy_version": 2,
    "decided_at": "2026-11-25T12:00:00+00:00",
    "digest": "d-1",
}


@pytest.fixture(scope="module")
def peer(tmp_path_factory):
    with mlflow_running(tmp_path_factory.mktemp("mlflow")) as started:
        yield started


def test_traces_come_in_once_each_also_those_that_end_late(peer):
    name, experiment = peer.experiment()
    now = int(time.time() * 1000)
    begins = now - 5 * HOUR
    first = [
        {"question": f"q{n}", "output": f"a{n}", "start": begins + n // 3, "end": begins + n * 1000}
        for n in range(30)
    ]
    first += [
        {"question": "large", "output": {"text": LARGE}, "start": begins, "end": begins + 40_000},
        {"question": "f", "status": "ERROR", "start": begins + 9, "end": begins + 41_000},
    ]
    wave = peer.runs(experiment, first)
    options = {"url": peer.address, "experiment": name, "page": "7", "overlap": "1m"}
    source = source_from("mlflow", "mine", options)
    readings = list(source.read())
    found = {reading.outcome.external_id: reading.outcome for reading in readings}
    assert set(found) == set(wave)
    assert len(readings) == 32
    assert all(isinstance(record, Incoming) for record in found.values())
    assert [found[i].output for i in wave[:30]] == [f"a{n}" for n in range(30)]
    large, failed = found[wave[30]], found[wave[31]]
    assert json.loads(large.output) == {"text": LARGE}
    assert large.output_type is OutputType.JSON
    assert (failed.output, json.loads(failed.meta)["status"]) == ("", "ERROR")

    second = [
        {"question": "long", "output": "late", "start": begins - HOUR, "end": now},
        {"question": "next", "output": "new", "start": now - 1, "end": now},
    ]
    late = peer.runs(experiment, second)
    again = [reading.outcome.external_id for reading in source.read(readings[-1].cursor)]
    assert set(late) <= set(again)
    assert not set(again) - set(late) - set(wave)
    rest = list(source.read(readings[10].cursor))
    assert {r.outcome.external_id for r in (*readings[:11], *rest)} >= set(wave)
    rest = list(source.read(rest[-1].cursor))
    assert {r.outcome.external_id for r in rest} >= set(late)


def test_a_trace_comes_in_with_its_steps_and_all_that_leads_back(peer):
    name, experiment = peer.experiment()
    start = int(time.time() * 1000) - HOUR
    run = {
        "question": "größe?",
        "output": {"refund": 12345678901234567890, "rate": 1.0},
        "tags": {"tier": "gold"},
        "start": start,
        "end": start + 1500,
    }
    (trace_id,) = peer.runs(experiment, [run])
    options = {"url": peer.address, "experiment": experiment, "map": "agent=tags.tier"}
    (reading,) = source_from("mlflow", "mine", options).read()
    record = reading.outcome
    assert record.output == '{"refund": 12345678901234567890, "rate": 1.0}'
    assert record.input == '{"question": "größe?"}'
    assert (record.workflow, record.step, record.agent) == (name, "reply", "gold")
    assert round(record.created_at.timestamp() * 1000) == start
    meta = json.loads(record.meta)
    assert meta["mlflow"] == {"trace_id": trace_id, "experiment_id": experiment}
    assert (meta["duration_ms"], meta["tags"]) == (1500, {"tier": "gold"})
    steps = trace_in(record.trace).steps
    assert [(s.name, s.kind, s.depth, s.line) for s in steps] == [
        ("reply", "agent", 0, 'question = "größe?"'),
        ("lookup", "tool", 1, 'order = "A1"'),
    ]
    assert [s.duration_ms for s in steps] == pytest.approx([1500.0, 1500.0])


def test_what_the_server_searches_by_is_a_persons_choice(peer):
    name, experiment = peer.experiment()
    now = int(time.time() * 1000)
    runs = [
        {"question": tier, "output": tier, "tags": {"tier": tier}, "start": now, "end": now}
        for tier in ("gold", "tin")
    ]
    failed = {"question": "f", "status": "ERROR", "start": now, "end": now}
    peer.runs(experiment, [*runs, failed])
    options = {"url": peer.address, "experiment": name, "errors": "no"}
    chosen = source_from("mlflow", "mine", options | {"filter": "tag.tier = 'gold'"})
    assert [reading.outcome.output for reading in chosen.read()] == ["gold"]
    assert len(list(source_from("mlflow", "mine", options).read())) == 2
    with pytest.raises(FilterRefused, match="OR"):
        list(source_from("mlflow", "m", options | {"filter": "tag.a = 'b' OR tag.c = 'd'"}).read())


def outgoing(trace_id, label, version=1):
    meta = {"mlflow": {"trace_id": trace_id, "experiment_id": "1"}}
    return Outgoing(KEY, version, label, "mine", trace_id, "d-1", meta, DECISION)


def test_a_label_is_pushed_twice_changed_and_taken_back(peer):
    name, experiment = peer.experiment()
    now = int(time.time() * 1000)
    (trace_id,) = peer.runs(
        experiment, [{"question": "q", "output": "a", "start": now, "end": now}]
    )
    source = {"source_type": "HUMAN", "source_id": "eve"}
    theirs = {"assessment_name": "review_verdict", "source": source, "feedback": {"value": "hm"}}
    path = f"/api/3.0/mlflow/traces/{trace_id}/assessments"
    peer.http.post(path, json={"assessment": theirs | {"trace_id": trace_id}}).raise_for_status()

    def ours():
        return [a for a in peer.assessments(trace_id) if a["source"]["source_id"] != "eve"]

    options = {"url": peer.address, "experiment": name}
    with closing(sink_from("mlflow", "mine", options)) as sink:
        assert "MLflow 3." in sink.check()
        receipt = sink.push(outgoing(trace_id, LABEL))
        assert sink.push(outgoing(trace_id, LABEL)) == receipt
        feedback, expectation = sorted(ours(), key=lambda a: "expectation" in a)
        metadata = {
            "label_id": str(KEY),
            "version": "1",
            "decision_id": str(DECISION),
            "error_types": "wrong fact",
            "severity": "major",
            "selected_by": "flag",
            "propensity": "1.0",
            "policy_version": "2",
            "decided_at": "2026-11-25T12:00:00+00:00",
            "digest": "d-1",
        }
        for assessment in (feedback, expectation):
            assert assessment["source"] == {"source_type": "HUMAN", "source_id": "Ada, Bo"}
            assert assessment["metadata"] == metadata
            assert assessment["valid"] is True
        assert feedback["assessment_name"] == "review_verdict"
        assert feedback["feedback"] == {"value": "correct"}
        assert feedback["rationale"] == "wrong amount ✓"
        assert expectation["assessment_name"] == "expected_output"
        serialized = expectation["expectation"]["serialized_value"]
        assert serialized["serialization_format"] == "JSON_FORMAT"
        assert json.loads(serialized["value"]) == {"refund": 5, "größe": "ä"}

        changed = LABEL | {"verdict": "reject", "expected_output": None, "comment": None}
        sink.push(outgoing(trace_id, changed, 2))
        (feedback,) = ours()
        assert feedback["feedback"] == {"value": "reject"}
        assert feedback.get("rationale", "") == ""
        assert feedback["metadata"] == metadata | {"version": "2"}
        sink.push(outgoing(trace_id, changed | {"reviewers": ["Cy"]}, 3))
        (feedback,) = ours()
        assert feedback["source"]["source_id"] == "Cy"

        text = LABEL | {"expected_output": "Refund 5", "reviewers": ["Cy"]}
        sink.push(outgoing(trace_id, text, 4))
        expectation = next(a for a in ours() if "expectation" in a)
        assert expectation["expectation"] == {"value": "Refund 5"}
        again = sink.push(outgoing(trace_id, text | {"expected_output": "[1, 2]"}, 5))
        assert json.loads(again) == {"trace_id": trace_id}
        expectation = next(a for a in ours() if "expectation" in a)
        assert json.loads(expectation["expectation"]["serialized_value"]["value"]) == [1, 2]

        sink.push(outgoing(trace_id, None, 6))
        sink.push(outgoing(trace_id, None, 6))
        assert [a["feedback"] for a in peer.assessments(trace_id)] == [{"value": "hm"}]


def test_twins_of_a_label_become_one(peer):
    name, experiment = peer.experiment()
    now = int(time.time() * 1000)
    (trace_id,) = peer.runs(
        experiment, [{"question": "q", "output": "a", "start": now, "end": now}]
    )
    with closing(sink_from("mlflow", "m", {"url": peer.address, "experiment": name})) as sink:
        sink.push(outgoing(trace_id, LABEL))
        for assessment in peer.assessments(trace_id):
            twin = {k: v for k, v in assessment.items() if k != "assessment_id"}
            path = f"/api/3.0/mlflow/traces/{trace_id}/assessments"
            peer.http.post(path, json={"assessment": twin}).raise_for_status()
        assert len(peer.assessments(trace_id)) == 4
        sink.push(outgoing(trace_id, LABEL))
        assert len(peer.assessments(trace_id)) == 2


def test_a_trace_that_is_not_there_is_refused_and_a_server_that_is_not_waits(peer):
    name, _ = peer.experiment()
    with closing(sink_from("mlflow", "m", {"url": peer.address, "experiment": name})) as sink:
        with pytest.raises(PushRefused, match="has no trace tr-none"):
            sink.push(outgoing("tr-none", LABEL))
        assert sink.push(outgoing("tr-none", None)) == ""
    with (
        closing(sink_from("mlflow", "m", {"url": nobody(), "experiment": name})) as sink,
        pytest.raises(Unreachable),
    ):
        sink.push(outgoing("tr-none", LABEL))
