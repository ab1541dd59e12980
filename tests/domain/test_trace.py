"""Traces of every shape in use become steps; unknown and hostile ones become none."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.sample.dice import Dice
from reviewer_app.connectors.sample.runs import planner_run
from reviewer_app.domain.traces.fields import FIELD_CHARACTERS
from reviewer_app.domain.traces.shapes import STEPS_AT_MOST, trace_in
from reviewer_app.domain.traces.trace import StepKind

SEEN = {
    "order": "88213", "customer": "c-1183", "product": "lamp", "paid": 640.0, "currency": "EUR",
    "policy": "14 days", "reason": "broken", "to": "c-1183", "amount": 640.0,
}  # fmt: skip


def trace(value):
    return trace_in(json.dumps(value))


def shape(value):
    return [(step.depth, step.kind.value, step.name) for step in trace(value).steps]


def test_the_run_of_the_sample_has_its_steps_their_times_and_what_failed():
    found = trace(planner_run(SEEN, Dice(1)))
    names = ["plan", "orders.find", "policy.lookup", "refund.create", "refund.draft", "answer"]
    assert [step.name for step in found.steps] == names
    refused = found.steps[3]
    assert refused.has_failed
    assert refused.error == "needs approval"
    assert "amount = 640.0" in refused.line
    assert found.steps[0].line == "read the request"
    assert found.duration_ms == found.steps[-1].end_ms


CALL = {"id": "c1", "type": "function", "function": {"name": "find", "arguments": '{"n": 1.50}'}}


def test_calls_of_a_chat_model_are_steps_with_their_answers():
    found = trace(
        [
            {"role": "user", "content": "Where is it?"},
            {"role": "assistant", "content": None, "tool_calls": [CALL]},
            {"role": "tool", "tool_call_id": "c1", "content": "shipped"},
            {"role": "assistant", "content": "It was shipped."},
        ]
    )
    assert [step.name for step in found.steps] == ["user", "find", "assistant"]
    assert found.steps[1].line == "n = 1.50"
    assert found.steps[1].result == "shipped"


def test_calls_alone_are_steps():
    assert shape([CALL]) == [(0, "tool", "find")]
    assert shape({"tool_calls": [{"name": "f", "args": {"a": 1}, "id": "k"}]}) == [(0, "tool", "f")]


def test_the_state_of_a_graph_has_its_messages_as_steps():
    found = trace(
        {
            "messages": [
                {"type": "human", "content": "x"},
                {"type": "ai", "content": "", "tool_calls": [{"name": "s", "args": {}, "id": "k"}]},
                {"type": "tool", "content": "r", "tool_call_id": "k", "name": "s"},
            ]
        }
    )
    assert [(step.name, step.result) for step in found.steps] == [("human", ""), ("s", "r")]


def span(ident, parent, start, end, **attributes):
    listed = [
        {"key": key.replace("__", "."), "value": {"stringValue": value}}
        for key, value in attributes.items()
    ]
    return {
        "spanId": ident, "parentSpanId": parent, "name": f"span {ident}", "attributes": listed,
        "startTimeUnixNano": str(1_700_000_000_000_000_000 + start * 1_000_000),
        "endTimeUnixNano": str(1_700_000_000_000_000_000 + end * 1_000_000),
    }  # fmt: skip


def test_spans_hang_below_their_parents_whatever_order_they_came_in():
    tool = span(
        "b", "a", 500, 900,
        gen_ai__operation__name="execute_tool", gen_ai__tool__name="orders",
        gen_ai__tool__call__arguments='{"id": 3}', gen_ai__tool__call__result="none",
    )  # fmt: skip
    tool["status"] = {"code": "STATUS_CODE_ERROR", "message": "timed out"}
    agent = span(
        "a", "", 0, 2_000, gen_ai__operation__name="invoke_agent", gen_ai__agent__name="planner"
    )
    found = trace({"resourceSpans": [{"scopeSpans": [{"spans": [tool, agent]}]}]})
    assert [(s.depth, s.kind, s.name) for s in found.steps] == [
        (0, StepKind.AGENT, "planner"),
        (1, StepKind.TOOL, "orders"),
    ]
    child = found.steps[1]
    assert (child.start_ms, child.duration_ms, child.parent) == (500.0, 400.0, 0)
    assert (child.line, child.result, child.error) == ("id = 3", "none", "timed out")


def test_nested_runs_keep_their_costs_apart():
    found = trace(
        {
            "id": "1", "name": "run", "run_type": "chain", "total_cost": 0.012, "total_tokens": 30,
            "start_time": "2026-01-01T00:00:00Z", "end_time": "2026-01-01T00:00:03Z",
            "child_runs": [
                {"id": "2", "name": "ask", "run_type": "llm", "total_cost": 0.01},
                {"id": "3", "name": "find", "run_type": "tool", "cost_eur": 0.002},
            ],
        }
    )  # fmt: skip
    assert [(s.depth, s.kind.value) for s in found.steps] == [
        (0, "agent"),
        (1, "model"),
        (1, "tool"),
    ]
    assert (found.cost, found.tokens, found.duration_ms) == (0.012, 30, 3_000.0)


@pytest.mark.parametrize(
    "value",
    [
        [{"tool": "search", "input": "x", "output": "y"}],
        [[{"tool": "search", "tool_input": "x", "log": "I think"}, "y"]],
        {"steps": [{"action": "search", "action_input": "x", "observation": "y"}]},
        {
            "trace": {
                "spans": [{"name": "search", "span_kind": "TOOL", "input": "x", "output": "y"}]
            }
        },
    ],
)
def test_plain_lists_of_what_a_tool_was_given_and_gave_are_steps(value):
    (step,) = trace(value).steps
    assert (step.name, step.kind, step.arguments, step.result) == (
        "search",
        StepKind.TOOL,
        "x",
        "y",
    )


def test_no_time_is_invented():
    found = trace([{"tool": "a", "duration": 3, "start": 5}, {"tool": "b", "duration_s": 1.5}])
    assert [(s.start_ms, s.duration_ms) for s in found.steps] == [(None, None), (None, 1_500.0)]
    assert found.duration_ms is None
    assert found.cost is None


@pytest.mark.parametrize("value", [1, "x", [], {}, [1, 2], {"a": 1}, [None], [{"x": {"name": 1}}]])
def test_an_unknown_shape_has_no_steps(value):
    assert not trace(value)


def test_spans_that_are_each_others_parents_are_all_there():
    spans = [span("a", "b", 0, 1), span("b", "a", 0, 1), span("c", "c", 0, 1)]
    assert len(trace(spans).steps) == len(spans)


def test_a_long_trace_and_long_texts_are_cut_and_say_so():
    found = trace([{"tool": "a", "input": "x" * (FIELD_CHARACTERS + 5)}])
    assert found.steps[0].is_cut
    assert len(found.steps[0].arguments) == FIELD_CHARACTERS
    many = trace([{"tool": "a"}] * (STEPS_AT_MOST + 7))
    assert (len(many.steps), many.left_out) == (STEPS_AT_MOST, 7)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"steps":' * 400, "[1e999999]", "{", "\ud800"])
def test_hostile_text_is_no_trace(text):
    assert not trace_in(text)


KEYS = [
    "name", "type", "tool", "steps", "spans", "children", "attributes", "id", "parent_id", "status",
    "content", "role", "tool_calls", "function", "start_ms", "duration_ms", "cost", "usage",
    "error", "key", "value", "input", "context",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=25,
)


@given(JSON)
def test_no_shape_of_json_upsets_it_and_parents_come_first(value):
    for place, step in enumerate(trace(value).steps):
        assert step.name
        assert step.parent is None or step.parent < place
        assert step.duration_ms is None or step.duration_ms >= 0
