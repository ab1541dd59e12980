"""The tools an agent called, in the shapes traces have."""

import pytest

from reviewer_app.policy.tools import tools_called

CHAT = {
    "messages": [
        {"role": "user", "content": "refund it", "name": "ann"},
        {
            "role": "assistant",
            "tool_calls": [
                {"id": "1", "type": "function", "function": {"name": "a", "arguments": "{}"}},
                {"id": "2", "type": "function", "function": {"name": "b", "arguments": "{}"}},
            ],
        },
        {"role": "tool", "tool_call_id": "1", "name": "a", "content": "done"},
    ],
    "tools": [
        {"type": "function", "function": {"name": "unused", "parameters": {}}},
        {"type": "function", "name": "unused", "parameters": {}},
        {"name": "unused", "description": "", "input_schema": {}},
    ],
}


@pytest.mark.parametrize(
    ("trace", "tools"),
    [
        (CHAT, ["a", "b"]),
        (
            {"content": [{"type": "tool_use", "id": "1", "name": "a", "input": {"name": "n"}}]},
            ["a"],
        ),
        ({"content": [{"type": "tool_result", "tool_use_id": "1", "content": []}]}, []),
        ([{"type": "function_call", "name": "a", "arguments": "{}", "call_id": "1"}], ["a"]),
        ([{"name": "a", "args": {"tool": "inner"}, "id": "1"}], ["a"]),
        ([{"tool": "a", "arguments": {}, "result": {"tool": "inner"}}, {"tool": "a"}], ["a", "a"]),
        ([{"name": "a", "arguments": {}, "duration": 3}], ["a"]),
        ([{"type": "tool-call", "toolCallId": "1", "toolName": "a", "args": {}}], ["a"]),
        ([{"type": "tool-result", "toolCallId": "1", "toolName": "a"}], []),
        (
            {"name": "s", "attributes": {"openinference.span.kind": "TOOL", "tool.name": "a"}},
            ["a"],
        ),
        ({"name": "a", "attributes": {"openinference.span.kind": "TOOL"}}, ["a"]),
        ({"name": "a", "attributes": {"openinference.span.kind": "LLM"}}, []),
        ({"name": "execute_tool a", "attributes": {"gen_ai.tool.name": "a"}}, ["a"]),
        ({"name": "a", "span_type": "TOOL", "children": [{"tool_name": "b"}]}, ["a", "b"]),
        ({"steps": [{"tool": "a", "steps": [{"tool": "b"}]}, {"tool": "c"}]}, ["a", "b", "c"]),
        ({"name": "plan", "type": "agent"}, []),
        ({"tool": {"name": 3}, "function": "f", "attributes": []}, []),
        ("text", []),
        (None, []),
    ],
)
def test_calls_are_found_in_order_and_definitions_and_answers_are_not_calls(trace, tools):
    assert tools_called(trace) == tools


def test_a_trace_of_any_depth_is_read():
    trace = {"tool": "last"}
    for _ in range(50_000):
        trace = {"steps": [trace]}
    assert tools_called(trace) == ["last"]
