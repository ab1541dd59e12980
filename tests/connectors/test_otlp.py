"""Telemetry as a source: which span of a trace is the output, and what it says."""

import json
from pathlib import Path

import pytest

from reviewer_app.connectors.registry import source_from
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.outputs.messages import turns_in
from reviewer_app.domain.traces.shapes import trace_in
from reviewer_app.domain.traces.trace import StepKind
from reviewer_app.domain.vocabulary import OutputType
from tests.connectors.otlp_requests import (
    START,
    TRACE,
    agent,
    chat,
    lines,
    log,
    logs,
    said,
    span,
    spans,
    tool,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "traces.jsonl"


def read(path: Path, text: str, **options: str) -> list[Incoming | Problem]:
    path.write_text(text, encoding="utf-8")
    source = source_from("otlp", "telemetry", {"path": str(path), **options})
    return [reading.outcome for reading in source.read()]


def test_children_that_come_first_in_other_requests_are_joined_with_their_agent(path):
    text = lines(
        spans(span(2, chat("EUR 12"), parent=1, at=1)),
        spans(span(3, tool('{"ok": true}'), parent=1, at=2)),
        spans(
            span(
                1,
                agent("EUR 12.50", **{"gen_ai.workflow.name": "invoices"}),
                at=0,
                endTimeUnixNano=str(START + 10**10),
            )
        ),
    )
    (found,) = read(path, text)
    assert isinstance(found, Incoming)
    assert found.external_id == f"{TRACE}:{1:016x}"
    assert (found.output, found.output_type) == ("EUR 12.50", OutputType.TEXT)
    assert found.input == "How much?"  # the agent did not record it, its model did
    assert (found.agent, found.model_version, found.workflow) == ("Biller", "m-1", "invoices")
    assert found.created_at.isoformat() == "2025-10-09T08:53:30+00:00"
    steps = trace_in(found.trace).steps
    assert [step.name for step in steps] == ["Biller", "step", "book"]
    assert [step.kind for step in steps] == [StepKind.AGENT, StepKind.MODEL, StepKind.TOOL]
    assert [step.depth for step in steps] == [0, 1, 1]
    assert steps[0].duration_ms == 10_000


def test_where_the_agent_says_nothing_the_last_answer_of_a_model_counts(path):
    text = lines(
        spans(
            span(1, agent(None)),
            span(3, chat("second"), parent=1, at=5),
            span(2, chat("first"), parent=1, at=1),
        )
    )
    (found,) = read(path, text)
    assert (found.output, found.external_id) == ("second", f"{TRACE}:{3:016x}")
    assert found.agent == "Biller"


def test_of_agents_in_one_another_the_outermost_counts_and_of_several_the_last(path):
    text = lines(
        spans(
            span(1, {"gen_ai.operation.name": "invoke_workflow"}),
            span(2, agent("a"), parent=1, at=1),
            span(3, agent("b"), parent=1, at=9),
            span(4, agent("inner"), parent=3, at=11),
        )
    )
    (found,) = read(path, text)
    assert found.output == "b"


@pytest.mark.parametrize(
    ("wanted", "outputs"),
    [
        ("agent", ["done"]),
        ("llm", ["one", "two"]),
        ("tool", ['{"ok": true}']),
        ("all", ["one", '{"ok": true}', "two", "done"]),
    ],
)
def test_which_spans_are_outputs_is_a_choice(path, wanted, outputs):
    text = lines(
        spans(
            span(2, chat("one"), parent=1, at=1),
            span(3, tool('{"ok": true}'), parent=1, at=2),
            span(4, chat("two"), parent=1, at=3),
            span(5, {"http.method": "GET", "output.value": "no"}, parent=1, at=4),
            span(1, agent("done"), at=8),
        )
    )
    assert [found.output for found in read(path, text, spans=wanted)] == outputs


def test_values_may_be_structured_instead_of_json_in_a_text(path):
    values = {
        "gen_ai.operation.name": "chat",
        "gen_ai.output.messages": said("structured"),
        "gen_ai.input.messages": [*said("be brief", "system"), *said("hi", "user")],
    }
    (found,) = read(path, lines(spans(span(1, values))))
    assert found.output == "structured"
    assert [turn.role for turn in turns_in(found.input)] == ["system", "user"]


def test_an_answer_that_only_calls_tools_is_shown_as_its_calls(path):
    parts = [{"type": "tool_call", "id": "c1", "name": "refund", "arguments": '{"amount": 50}'}]
    values = chat("", **{"gen_ai.output.messages": [{"role": "assistant", "parts": parts}]})
    (found,) = read(path, lines(spans(span(1, values))))
    assert found.output_type is OutputType.TOOL_CALLS
    assert json.loads(found.output) == [{"id": "c1", "name": "refund", "arguments": {"amount": 50}}]


def test_an_answer_that_says_and_calls_is_shown_as_messages(path):
    parts = [
        {"type": "text", "content": "I refund it."},
        {"type": "tool_call", "id": "c1", "name": "refund", "arguments": {"amount": 50}},
    ]
    values = chat("", **{"gen_ai.output.messages": [{"role": "assistant", "parts": parts}]})
    (found,) = read(path, lines(spans(span(1, values))))
    assert found.output_type is OutputType.MESSAGES
    (turn,) = turns_in(found.output)
    assert [part.name for part in turn.parts] == ["", "refund"]


def test_thoughts_beside_one_text_do_not_hide_it(path):
    parts = [{"type": "reasoning", "content": "hm"}, {"type": "text", "content": "yes"}]
    values = chat("", **{"gen_ai.output.messages": [{"role": "assistant", "parts": parts}]})
    (found,) = read(path, lines(spans(span(1, values))))
    assert found.output == "yes"


def test_openinference_is_understood(path):
    values = {
        "openinference.span.kind": "LLM",
        "llm.model_name": "gpt-x",
        "input.value": '{"q": 1}',
        "output.value": '{"choices": []}',
        "session.id": "s1",
        "llm.token_count.prompt": 9,
        "llm.token_count.completion": 4,
        "llm.input_messages.0.message.role": "user",
        "llm.input_messages.0.message.content": "hi",
        "llm.output_messages.0.message.role": "assistant",
        "llm.output_messages.0.message.content": "hello",
    }
    chain = {"openinference.span.kind": "CHAIN", "output.value": "hello"}
    text = lines(
        spans(span(1, chain)),
        spans(span(2, {"openinference.span.kind": "AGENT", "agent.name": "oi"}, parent=1)),
        spans(span(3, values, parent=2)),
    )
    (found,) = read(path, text)
    assert (found.output, found.input, found.model_version) == ("hello", "hi", "gpt-x")
    assert found.agent == "oi"
    about = json.loads(found.meta)["otlp"]
    assert about["conversation"] == "s1"
    assert about["tokens"] == {"input": 9, "output": 4}


def test_openinference_calls_of_tools_without_a_text_are_the_output(path):
    prefix = "llm.output_messages.0.message.tool_calls.0.tool_call"
    values = {
        "openinference.span.kind": "LLM",
        "llm.output_messages.0.message.role": "assistant",
        f"{prefix}.id": "c1",
        f"{prefix}.function.name": "refund",
        f"{prefix}.function.arguments": '{"amount": 50}',
    }
    (found,) = read(path, lines(spans(span(1, values))))
    assert json.loads(found.output) == [{"id": "c1", "name": "refund", "arguments": {"amount": 50}}]


def test_the_older_events_of_spans_are_understood(path):
    values = {"gen_ai.system": "openai", "gen_ai.operation.name": "chat"}
    events = [
        {"name": "gen_ai.user.message", "attributes": [_text("content", "old question")]},
        {"name": "gen_ai.choice", "attributes": [_text("message", '{"content": "old style"}')]},
    ]
    (found,) = read(path, lines(spans(span(1, values, events=events))))
    assert (found.output, found.input) == ("old style", "old question")


def test_the_older_attributes_are_understood(path):
    plain = {"gen_ai.prompt": "why", "gen_ai.completion": "because"}
    flat = {
        "gen_ai.request.model": "m",
        "gen_ai.prompt.0.role": "user",
        "gen_ai.prompt.0.content": "why not",
        "gen_ai.completion.0.role": "assistant",
        "gen_ai.completion.0.content": "never mind",
    }
    text = lines(spans(span(1, plain), span(1, flat, trace="ab" * 16)))
    found = read(path, text)
    assert [(one.input, one.output) for one in found] == [
        ("why", "because"),
        ("why not", "never mind"),
    ]


def test_content_in_log_records_goes_to_its_span(path):
    details = {"gen_ai.output.messages": said("from a log"), "gen_ai.input.messages": said("q")}
    text = lines(
        spans(span(2, {"gen_ai.operation.name": "chat"})),
        logs(log("gen_ai.client.inference.operation.details", details, 2)),
    )
    (found,) = read(path, text)
    assert (found.output, found.input, found.external_id) == (
        "from a log",
        "q",
        f"{TRACE}:{2:016x}",
    )


def test_older_log_records_have_their_content_in_the_body(path):
    choice = {"index": 0, "message": {"role": "assistant", "content": "in a body"}}
    text = lines(
        logs(
            log("gen_ai.user.message", {}, 2, body={"content": "asked"}),
            log("gen_ai.choice", {}, 2, body=choice),
        ),
        spans(span(2, {"gen_ai.operation.name": "chat", "gen_ai.system": "x"})),
    )
    (found,) = read(path, text)
    assert (found.output, found.input) == ("in a body", "asked")


def test_log_records_whose_spans_went_elsewhere_are_outputs_of_their_own(path):
    details = {"gen_ai.output.messages": said("alone"), "gen_ai.request.model": "m"}
    event = log("gen_ai.client.inference.operation.details", details, 7)
    (found,) = read(path, lines(logs(event)), quiet="0s")
    assert (found.output, found.model_version) == ("alone", "m")


def test_what_other_judges_said_can_be_mapped_as_the_confidence(path):
    said_so = {"gen_ai.evaluation.name": "sure", "gen_ai.evaluation.score.value": 0.25}
    text = lines(spans(span(1, chat("x"))), logs(log("gen_ai.evaluation.result", said_so, 1)))
    (found,) = read(path, text, map="confidence=evaluations[?name=='sure'].value | [0]")
    assert found.confidence == 0.25


def test_confidence_is_missing_unless_it_is_mapped(path):
    text = lines(spans(span(1, chat("x", **{"app.confidence": 0.5}))))
    assert read(path, text)[0].confidence is None
    assert read(path, text, map='confidence=attributes."app.confidence"')[0].confidence == 0.5


def test_the_result_of_a_pydantic_agent_is_its_output(path):
    history = [*said("q", "user"), *said("thinking"), *said("a")]
    values = agent(None, final_result="42", **{"pydantic_ai.all_messages": json.dumps(history)})
    (found,) = read(path, lines(spans(span(1, values))))
    assert (found.output, found.input) == ("42", "q")


def test_spans_without_content_are_no_outputs(path):
    assert read(path, lines(spans(span(1, agent(None)), span(2, {"db.system": "x"})))) == []


def test_what_is_no_telemetry_is_a_problem_at_its_line_and_metrics_are_left_alone(path):
    text = (
        lines({"resourceMetrics": []}, {"hello": 1})
        + "{broken\n"
        + lines(spans(span(1, chat("x"))))
    )
    first, second, third = read(path, text)
    assert (first.place, second.place) == ("traces.jsonl:2", "traces.jsonl:3")
    assert "neither resourceSpans nor resourceLogs" in first.reason
    assert third.output == "x"


def test_a_file_that_is_one_document_is_read_whole(path):
    requests = [spans(span(1, chat("x"), parent=9)), spans(span(9, agent("y")))]
    (found,) = read(path, json.dumps(requests, indent=2))
    assert found.output == "y"
    (one,) = read(path, json.dumps(requests[1], indent=2))
    assert one.output == "y"
    (line,) = read(path, json.dumps(requests[1]))
    assert line.output == "y"


def test_the_sample_shows_what_expressions_are_looked_up_in(path):
    path.write_text(lines(spans(span(1, chat("x")))), encoding="utf-8")
    source = source_from("otlp", "telemetry", {"path": str(path)})
    (found,) = source.sample(5)
    assert found.raw["attributes"]["gen_ai.request.model"] == "m-1"
    assert found.raw["resource"] == {"service.name": "shop"}
    assert found.outcome.output == "x"


def test_spans_that_name_each_other_as_parents_do_no_harm(path):
    text = lines(spans(span(1, agent("a"), parent=2), span(2, agent("b"), parent=1, at=1)))
    assert [found.output for found in read(path, text, quiet="0s", spans="all")] == ["a", "b"]


@pytest.mark.parametrize(
    "options", [{"spans": "none"}, {"quiet": "soon"}, {"pattern": "../*"}, {"map": "output=["}]
)
def test_an_option_that_makes_no_sense_is_refused(path, options):
    with pytest.raises(UsageError):
        source_from("otlp", "telemetry", {"path": str(path), **options})


def _text(key: str, value: str) -> dict[str, object]:
    return {"key": key, "value": {"stringValue": value}}
