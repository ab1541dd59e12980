"""A label is one feedback of its trace and, corrected, one expectation, however often sent."""

import json
from contextlib import closing
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.mlflow.refusals import ExperimentMissing, NotMlflow, NotTaken
from reviewer_app.connectors.protocols import Sink
from reviewer_app.connectors.registry import sink_from
from reviewer_app.domain.outgoing import Outgoing
from tests.connectors.mlflow_server import Mlflow
from tests.web_server import Answer, serving

KEY, OTHER, DECISION = UUID(int=31), UUID(int=32), UUID(int=33)
CORRECTED = {
    "verdict": "correct",
    "expected_output": "Refund 5",
    "comment": "wrong amount",
    "reviewers": ["Ada", "Bo"],
    "error_types": ["wrong fact", "tone"],
    "severity": "major",
    "selected_by": "audit",
    "propensity": 0.05,
    "policy_version": 3,
    "decided_at": "2026-11-25T12:00:00+00:00",
    "digest": "d-1",
}
APPROVED = CORRECTED | {"verdict": "approve", "expected_output": "as it was", "comment": None}
TRACE = "/api/3.0/mlflow/traces/tr-1"
ASSESSMENTS = "/api/3.0/mlflow/traces/{trace}/assessments"


def outgoing(label, version=1, key=KEY, trace="tr-1"):
    meta = {"mlflow": {"trace_id": trace, "experiment_id": "1"}}
    return Outgoing(key, version, label, "mine", trace, "d-1", meta, DECISION)


@pytest.fixture
def mlflow():
    with serving() as server:
        mlflow = Mlflow(server)
        mlflow.add("tr-1", 1_700_000_000_000)
        yield mlflow


@pytest.fixture
def sink(mlflow):
    sink = sink_from("mlflow", "mine", mlflow.options())
    yield sink
    sink.close()


def said(mlflow):
    """What the trace's assessments say, by their names."""
    return [
        (a["assessment_name"], a.get("feedback", a.get("expectation")))
        for a in mlflow.assessments("tr-1")
    ]


def test_a_correction_is_a_feedback_and_an_expectation(mlflow, sink):
    assert isinstance(sink, Sink)
    assert sink.is_final is False
    receipt = sink.push(outgoing(CORRECTED))
    feedback, expectation = mlflow.assessments("tr-1")
    assert receipt == '{"trace_id": "tr-1"}'
    assert feedback["assessment_name"] == "review_verdict"
    assert feedback["feedback"] == {"value": "correct"}
    assert feedback["rationale"] == "wrong amount"
    assert expectation["assessment_name"] == "expected_output"
    assert expectation["expectation"] == {"value": "Refund 5"}
    for assessment in (feedback, expectation):
        assert assessment["source"] == {"source_type": "HUMAN", "source_id": "Ada, Bo"}
        assert assessment["metadata"] == {
            "label_id": str(KEY),
            "version": "1",
            "decision_id": str(DECISION),
            "error_types": "wrong fact, tone",
            "severity": "major",
            "selected_by": "audit",
            "propensity": "0.05",
            "policy_version": "3",
            "decided_at": "2026-11-25T12:00:00+00:00",
            "digest": "d-1",
        }


@pytest.mark.parametrize("verdict", ["approve", "reject"])
def test_other_verdicts_expect_nothing(mlflow, sink, verdict):
    sink.push(outgoing(APPROVED | {"verdict": verdict}))
    assert said(mlflow) == [("review_verdict", {"value": verdict})]


@pytest.mark.parametrize("expected", ['{"ä":5, "big": 12345678901234567890}', "[1,2]"])
def test_an_expected_object_is_kept_as_its_json(mlflow, sink, expected):
    for _ in range(2):  # the server writes it in its own way, which is no change
        sink.push(outgoing(CORRECTED | {"expected_output": expected}))
    assert [asked.method for asked in mlflow.server.asked].count("PATCH") == 0
    kept = said(mlflow)[1][1]["serialized_value"]
    assert kept["serialization_format"] == "JSON_FORMAT"
    assert json.loads(kept["value"]) == json.loads(expected)


@pytest.mark.parametrize("expected", ["", "42", "null", '"quoted"', "{not json"])
def test_an_expected_text_stays_a_text(mlflow, sink, expected):
    sink.push(outgoing(CORRECTED | {"expected_output": expected}))
    assert said(mlflow)[1] == ("expected_output", {"value": expected})


def test_an_imported_correction_without_text_expects_nothing(mlflow, sink):
    sink.push(outgoing(CORRECTED | {"expected_output": None}))
    assert len(said(mlflow)) == 1


def test_a_person_names_the_assessments(mlflow):
    names = {"assessment": "verdict", "expectation": "expected_response"}
    sink = sink_from("mlflow", "mine", mlflow.options(**names))
    sink.push(outgoing(CORRECTED))
    assert [name for name, _ in said(mlflow)] == ["verdict", "expected_response"]
    sink.close()


def test_pushing_again_changes_nothing(mlflow, sink):
    first = sink.push(outgoing(CORRECTED))
    calls = len(mlflow.server.asked)
    assert sink.push(outgoing(CORRECTED)) == first
    assert [asked.method for asked in mlflow.server.asked[calls:]] == ["GET"]


def test_a_lost_reply_leaves_one_label(mlflow, sink):
    def take_and_say_nothing(asked):
        mlflow._assess(asked)
        return Answer(is_lost=True)

    mlflow.server.on("POST", ASSESSMENTS, take_and_say_nothing)
    for _ in range(2):  # the first reply is lost, then that of the expectation
        with pytest.raises(Unreachable):
            sink.push(outgoing(CORRECTED))
    sink.push(outgoing(CORRECTED))
    assert [name for name, _ in said(mlflow)] == ["review_verdict", "expected_output"]


def test_a_later_version_replaces_the_earlier_in_place(mlflow, sink):
    before = sink.push(outgoing(CORRECTED))
    label = CORRECTED | {"expected_output": "Refund 7", "comment": None, "error_types": []}
    assert sink.push(outgoing(label, 2)) == before
    feedback, expectation = mlflow.assessments("tr-1")
    assert feedback["rationale"] == ""
    assert (feedback["metadata"]["version"], feedback["metadata"]["error_types"]) == ("2", "")
    assert expectation["expectation"] == {"value": "Refund 7"}


def test_an_approval_after_a_correction_takes_the_expectation_back(mlflow, sink):
    sink.push(outgoing(CORRECTED))
    sink.push(outgoing(APPROVED, 2))
    assert said(mlflow) == [("review_verdict", {"value": "approve"})]


def test_other_reviewers_make_another_assessment_and_the_old_one_goes(mlflow, sink):
    sink.push(outgoing(APPROVED))
    sink.push(outgoing(APPROVED | {"reviewers": ["Cy"]}, 2))
    (assessment,) = mlflow.assessments("tr-1")
    assert assessment["source"]["source_id"] == "Cy"


def test_a_label_that_is_taken_back_leaves_only_what_others_said(mlflow, sink):
    theirs = {"assessment_id": "x", "assessment_name": "review_verdict", "feedback": {"value": "y"}}
    mlflow.assessments("tr-1").append(theirs)
    sink.push(outgoing(CORRECTED))
    sink.push(outgoing(APPROVED, key=OTHER))
    sink.push(outgoing(None, 2))
    sink.push(outgoing(None, 3, key=OTHER))
    assert mlflow.assessments("tr-1") == [theirs]


def test_taking_back_where_nothing_is_left_is_done(sink):
    assert sink.push(outgoing(None)) == ""
    assert sink.push(outgoing(None, trace="tr-gone")) == ""
    assert sink.push(replace(outgoing(None), meta={})) == ""


def test_what_a_race_left_twice_becomes_one(mlflow, sink):
    sink.push(outgoing(CORRECTED))
    listed = mlflow.assessments("tr-1")
    listed += [a | {"assessment_id": f"twin of {a['assessment_id']}"} for a in listed]
    sink.push(outgoing(CORRECTED))
    assert [name for name, _ in said(mlflow)] == ["review_verdict", "expected_output"]


def test_an_assessment_that_goes_while_it_is_changed_is_made_again(mlflow, sink):
    sink.push(outgoing(APPROVED))

    def lose(asked):
        mlflow.assessments("tr-1").clear()
        return mlflow._patch(asked)

    mlflow.server.on("PATCH", f"{ASSESSMENTS}/{{id}}", lose)
    sink.push(outgoing(APPROVED | {"verdict": "reject"}, 2))
    assert said(mlflow) == [("review_verdict", {"value": "reject"})]


def test_a_change_that_the_server_takes_and_does_not_make_is_no_success(mlflow, sink):
    sink.push(outgoing(APPROVED))
    mlflow.server.on("PATCH", f"{ASSESSMENTS}/{{id}}", {"assessment": {}})
    with pytest.raises(NotTaken):
        sink.push(outgoing(APPROVED | {"verdict": "reject"}, 2))


def test_an_assessment_gets_its_new_name_once_a_person_changes_it(mlflow, sink):
    sink.push(outgoing(CORRECTED))
    named = sink_from("mlflow", "mine", mlflow.options(assessment="verdict"))
    named.push(outgoing(CORRECTED))
    assert sorted(name for name, _ in said(mlflow)) == ["expected_output", "verdict"]
    named.close()


def test_a_trace_that_is_not_there_is_refused_for_good(sink):
    with pytest.raises(PushRefused, match="has no trace tr-gone"):
        sink.push(outgoing(APPROVED, trace="tr-gone"))


@pytest.mark.parametrize("told", ["tr-1", {"trace_id": 1}, {"trace_id": "../experiments"}, None])
def test_an_item_of_another_platform_is_refused(mlflow, sink, told):
    with pytest.raises(PushRefused, match="did not come from MLflow"):
        sink.push(replace(outgoing(APPROVED), meta={"mlflow": told}))
    assert mlflow.server.asked == []


def test_a_page_in_front_of_the_server_refuses_no_label(mlflow, sink):
    mlflow.server.on("GET", TRACE, Answer("<html>where is it</html>", 404))
    with pytest.raises(NotMlflow):
        sink.push(outgoing(APPROVED))
    mlflow.server.on("GET", TRACE, {"hello": "world"})
    with pytest.raises(Unreachable):
        sink.push(outgoing(APPROVED))


def test_a_check_says_what_answers_and_pushes_nothing(mlflow, sink):
    assert sink.check().startswith("MLflow 3.17.2 answers at 127.0.0.1")
    assert {asked.method for asked in mlflow.server.asked} == {"GET"}
    mlflow.server.on("GET", "/version", "2.22.0")
    with pytest.raises(NotMlflow):
        sink.check()


def test_a_check_misses_an_experiment(mlflow):
    sink = sink_from("mlflow", "mine", mlflow.options(experiment="nope"))
    with pytest.raises(ExperimentMissing):
        sink.check()
    sink.close()


labels = st.none() | st.builds(
    lambda verdict, names, text: (
        CORRECTED | {"verdict": verdict, "reviewers": names, "expected_output": text}
    ),
    st.sampled_from(["approve", "correct", "reject"]),
    st.lists(st.sampled_from(["Ada", "Bo"]), min_size=1, max_size=2, unique=True),
    st.sampled_from(["a", "{}"]),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(labels, st.booleans()), min_size=1, max_size=6))
def test_whatever_was_pushed_before_or_lost_the_last_label_is_what_stands(pushes):
    with serving() as server:
        mlflow, losses = Mlflow(server), []
        mlflow.add("tr-1", 1_700_000_000_000)

        def assess(asked):
            made = mlflow._assess(asked)
            return Answer(is_lost=True) if losses and losses.pop() else made

        server.on("POST", ASSESSMENTS, assess)
        with closing(sink_from("mlflow", "mine", mlflow.options())) as sink:
            for version, (label, is_lost) in enumerate(pushes, 1):
                losses[:] = [is_lost]
                try:
                    sink.push(outgoing(label, version))
                except Unreachable:
                    sink.push(outgoing(label, version))
        last = pushes[-1][0]
        expects = bool(last) and last["verdict"] == "correct"
        assert [name for name, _ in said(mlflow)] == (["review_verdict"] if last else []) + (
            ["expected_output"] if expects else []
        )
        assert said(mlflow)[:1] == (
            [("review_verdict", {"value": last["verdict"]})] if last else []
        )
