"""What of a trace comes in: its output as it was written, its steps, and what leads back to it."""

import base64
import json

import pytest

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.mlflow.refusals import (
    CredentialsUnclear,
    ExperimentMissing,
    FilterRefused,
    NotMlflow,
    ValueUnusable,
)
from reviewer_app.connectors.protocols import Sampled, Source
from reviewer_app.connectors.registry import source_from
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.traces.shapes import trace_in
from reviewer_app.domain.traces.trace import StepKind
from reviewer_app.domain.validation import Limits
from reviewer_app.domain.vocabulary import OutputType
from tests.connectors.mlflow_server import Mlflow, span
from tests.web_server import Answer, nobody, serving

START = 1_767_225_600_000


@pytest.fixture
def mlflow():
    with serving() as server:
        yield Mlflow(server)


def outcomes(mlflow, limits=None, **options):
    source = source_from("mlflow", "mine", mlflow.options(**options), limits)
    return [reading.outcome for reading in source.read()]


def only(mlflow, **options):
    (found,) = outcomes(mlflow, **options)
    return found


def test_a_trace_becomes_a_record_that_leads_back_to_it(mlflow):
    mlflow.add(
        "tr-1",
        START,
        1500,
        output="Grüße, 日本 😀",
        tags={"mlflow.traceName": "reply", "tier": "gold"},
        trace_metadata={
            "mlflow.trace.session": "s-1",
            "mlflow.trace.user": "u-1",
            "mlflow.modelId": "m-7",
            "mlflow.trace.tokenUsage": '{"input_tokens": 10, "total_tokens": 15}',
            "mlflow.trace.cost": '{"total_cost": 0.5}',
            "mlflow.source.git.branch": "main",
            "customer": "c-1",
        },
    )
    record = only(mlflow)
    assert isinstance(record, Incoming)
    assert (record.external_id, record.workflow, record.step) == ("tr-1", "agents", "reply")
    assert (record.output, record.output_type) == ("Grüße, 日本 😀", OutputType.TEXT)
    assert record.input == '{"q": "reply"}'
    assert record.model_version == "m-7"
    assert record.created_at.isoformat() == "2026-01-01T00:00:00+00:00"
    assert record.confidence is None
    assert json.loads(record.meta) == {
        "mlflow": {"trace_id": "tr-1", "experiment_id": "1"},
        "status": "OK",
        "session": "s-1",
        "user": "u-1",
        "duration_ms": 1500,
        "tokens": 15,
        "cost_usd": 0.5,
        "tags": {"tier": "gold"},
        "trace_metadata": {"customer": "c-1"},
    }


@pytest.mark.parametrize(
    ("output", "kind"),
    [
        ({"refund": 5, "note": "größe"}, OutputType.JSON),
        ([{"role": "assistant", "content": "hello"}], OutputType.MESSAGES),
        ([{"name": "refund", "arguments": {"amount": 5}}], OutputType.TOOL_CALLS),
    ],
)
def test_an_output_that_is_no_text_comes_as_the_json_that_it_is(mlflow, output, kind):
    mlflow.add("t", START, output=output)
    record = only(mlflow)
    assert record.output == json.dumps(output, ensure_ascii=False)
    assert record.output_type is kind


def test_numbers_keep_every_digit(mlflow):
    mlflow.add("t", START)
    written = '{"id": 12345678901234567890, "rate": 1.0}'
    root = span("reply")
    root["attributes"]["mlflow.spanOutputs"] = written
    mlflow.recorded["t"] = Answer({"spans": [root]})
    assert only(mlflow).output == written


def test_an_empty_output_is_one_and_null_is_none(mlflow):
    mlflow.add("empty", START, output="")
    mlflow.add("null", START + 1, output=None)
    record, problem = outcomes(mlflow)
    assert record.output == ""
    assert isinstance(problem, Problem)
    assert (problem.field, problem.place.split(": ")[1:]) == ("output", ["agents", "null"])


def test_a_failed_agent_comes_in_with_what_went_wrong(mlflow):
    mlflow.add("t", START, state="ERROR", spans=[span("reply", error="ValueError: no such order")])
    for options in ({}, {"map": "output=response.answer"}):
        record = only(mlflow, **options)
        assert record.output == ""
        meta = json.loads(record.meta)
        assert (meta["status"], meta["error"]) == ("ERROR", "ValueError: no such order")


def test_the_steps_of_a_trace_can_be_read(mlflow):
    usage = {"mlflow.chat.tokenUsage": {"input_tokens": 10, "output_tokens": 5, "total_tokens": 15}}
    spans = [
        span("reply", outputs="done"),
        span("think", number=2, parent=1, type="CHAT_MODEL", attributes=usage, outputs="hm"),
        span("lookup", number=3, parent=2, type="TOOL", inputs={"order": "A1"}, error="timed out"),
    ]
    mlflow.add("t", START, spans=spans)
    steps = trace_in(only(mlflow).trace).steps
    assert [(s.name, s.kind, s.depth) for s in steps] == [
        ("reply", StepKind.AGENT, 0),
        ("think", StepKind.MODEL, 1),
        ("lookup", StepKind.TOOL, 2),
    ]
    assert steps[1].tokens == 15
    assert steps[2].line == 'order = "A1"'
    assert (steps[2].has_failed, steps[2].error) == (True, "timed out")
    assert [s.duration_ms for s in steps] == pytest.approx([1000.0] * 3)


def test_steps_that_older_clients_wrote_are_read_as_well(mlflow):
    old = {
        "name": "reply",
        "context": {"span_id": "0xab", "trace_id": "0x1"},
        "parent_id": None,
        "start_time": 1_700_000_000_000_000_000,
        "end_time": 1_700_000_001_000_000_000,
        "status_code": "OK",
        "status_message": "",
        "attributes": {"mlflow.spanInputs": '"q"', "mlflow.spanOutputs": '"a"'},
        "events": [],
    }
    mlflow.add("t", START, spans=[old])
    record = only(mlflow)
    assert (record.input, record.output) == ("q", "a")
    assert trace_in(record.trace).duration_ms == 1000.0


def test_a_person_maps_fields_from_all_that_is_known_of_a_trace(mlflow):
    spans = [
        span("reply", outputs={"answer": "yes", "sure": 0.7}),
        span("lookup", number=2, parent=1, attributes={"shop": "Berlin"}),
    ]
    mlflow.add("t", START, spans=spans, tags={"team": "north"})
    mlflow.assessments("t").append(
        {"assessment_name": "fluent", "feedback": {"value": 0.25}, "metadata": {}}
    )
    record = only(
        mlflow,
        map="output=response.answer\nconfidence=response.sure\nagent=tags.team\n"
        "metadata.shop=spans[?name=='lookup'].attributes.shop | [0]\n"
        "metadata.fluent=assessments[?assessment_name=='fluent'].feedback.value | [0]",
    )
    assert (record.output, record.confidence, record.agent) == ("yes", 0.7, "north")
    meta = json.loads(record.meta)
    assert (meta["shop"], meta["fluent"]) == ("Berlin", 0.25)


def test_nothing_that_an_agent_says_leads_its_label_to_another_trace(mlflow):
    forged = {"mlflow": {"trace_id": "another"}, "shop": "Berlin"}
    mlflow.add("t", START, output={"answer": "yes", "meta": forged})
    for lines in ("metadata=response.meta", "metadata.mlflow=response.meta.mlflow"):
        meta = json.loads(only(mlflow, map=lines).meta)
        assert meta["mlflow"]["trace_id"] == "t"
        assert meta.get("shop") == ("Berlin" if lines.startswith("metadata=") else None)


def test_without_spans_a_whole_preview_is_taken_and_a_cut_one_refused(mlflow):
    mlflow.add("whole", START, trace_metadata={"mlflow.traceOutputs": '{"refund": 5}'})
    mlflow.add("cut", START + 1, response_preview="I am sorry that ...")
    mlflow.recorded.clear()
    record, problem = outcomes(mlflow)
    assert (record.output, record.output_type) == ('{"refund": 5}', OutputType.JSON)
    assert isinstance(problem, Problem)
    assert "its preview is cut" in problem.reason


def test_a_gateway_that_lets_only_programs_through_is_enough(mlflow):
    mlflow.add("t", START)
    mlflow.server.on("GET", "/ajax-api/2.0/mlflow/get-trace-artifact", Answer("not here", 404))
    attributes = [
        {"key": "mlflow.spanOutputs", "value": {"kvlist_value": {"values": [
            {"key": "refund", "value": {"int_value": 5}},
            {"key": "list", "value": {"array_value": {"values": [{"string_value": "größe"}]}}},
            {"key": "none"},
        ]}}},
        {"key": "mlflow.spanInputs", "value": {"string_value": "q"}},
    ]  # fmt: skip
    root = {"name": "reply", "span_id": "THZGx/BTctQ=", "attributes": attributes, "status": {}}
    mlflow.server.on(
        "GET", "/api/3.0/mlflow/traces/get", {"trace": {"trace_info": {}, "spans": [root]}}
    )
    record = only(mlflow)
    assert (record.input, record.output) == ("q", '{"refund": 5, "list": ["größe"], "none": null}')
    assert json.loads(record.trace)["spans"][0]["span_id"] == "4c7646c7f05372d4"


def test_a_trace_above_the_limit_is_refused_alone(mlflow):
    mlflow.add("large", START, output="x" * 2_000)
    mlflow.add("small", START + 1)
    problem, record = outcomes(mlflow, Limits(record=1_000))
    assert problem.field == "record"
    assert isinstance(record, Incoming)


def test_a_sample_shows_what_expressions_are_looked_up_in(mlflow):
    for number in range(5):
        mlflow.add(f"t{number}", START + number)
    source = source_from("mlflow", "mine", mlflow.options())
    assert isinstance(source, Source)
    assert isinstance(source, Sampled)
    first, second = source.sample(2)
    assert first.raw["response"] == "answer of t0"
    assert first.raw["tags"] == {"mlflow.traceName": "reply"}
    assert second.outcome.external_id == "t1"


def test_an_experiment_is_found_by_its_id_too(mlflow):
    mlflow.add("t", START)
    assert only(mlflow, experiment="1").workflow == "agents"


@pytest.mark.parametrize(("name", "told"), [("nope", "has no experiment"), ("old", "was deleted")])
def test_an_experiment_that_is_not_there_is_said(mlflow, name, told):
    with pytest.raises(ExperimentMissing, match=told):
        outcomes(mlflow, experiment=name)


def test_a_filter_that_the_server_does_not_understand_is_said(mlflow):
    with pytest.raises(FilterRefused, match=r"Invalid clause.*'foo bar'"):
        outcomes(mlflow, filter="foo bar")


def test_a_filter_is_joined_to_what_is_searched_anyway(mlflow):
    mlflow.add("t", START)
    mlflow.add("later", START + 10)
    assert only(mlflow, filter=f"trace.timestamp_ms >= {START + 5}").external_id == "later"


def test_something_else_at_the_address_is_tried_again_later():
    with serving() as server:
        server.on("GET", "/api/2.0/mlflow/experiments/get-by-name", Answer("<html>", 404))
        source = source_from("mlflow", "mine", {"url": server.address, "experiment": "agents"})
        with pytest.raises(NotMlflow):
            list(source.read())
    source = source_from("mlflow", "mine", {"url": nobody(), "experiment": "agents"})
    with pytest.raises(Unreachable):
        list(source.read())


@pytest.mark.parametrize(
    ("options", "header"),
    [
        ({}, None),
        ({"token": "secret"}, "Bearer secret"),
        (
            {"user": "ada", "password": "secret"},
            f"Basic {base64.b64encode(b'ada:secret').decode()}",
        ),
    ],
)
def test_the_server_is_shown_what_it_lets_in_with(mlflow, options, header):
    outcomes(mlflow, **options, workspace="team")
    assert {asked.headers.get("authorization") for asked in mlflow.server.asked} == {header}
    assert {asked.headers.get("x-mlflow-workspace") for asked in mlflow.server.asked} == {"team"}


def test_secrets_are_not_shown_with_the_source(mlflow):
    secret = {"token": "hidden-1"}
    assert "hidden-1" not in repr(source_from("mlflow", "mine", mlflow.options(**secret)))


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"token": "t", "user": "ada", "password": "p"}, CredentialsUnclear),
        ({"user": "ada"}, CredentialsUnclear),
        ({"password": "p"}, CredentialsUnclear),
        ({"page": "0"}, ValueUnusable),
        ({"page": "501"}, ValueUnusable),
        ({"errors": "maybe"}, ValueUnusable),
        ({"since": "yesterday"}, ValueUnusable),
    ],
)
def test_options_that_make_no_sense_are_refused(mlflow, options, error):
    with pytest.raises(error):
        source_from("mlflow", "mine", mlflow.options(**options))
