"""Answers of platforms with any one part spoilt: told in a sentence, or passed over; no crash."""

import copy
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import Any
from uuid import UUID

import pytest
import stamina

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.langgraph.dialects import (
    Dialect,
    Given,
    answer_for,
    dialect_of,
    question_of,
)
from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.waiting import ANSWERS as ANSWERS_TO_AGENTS
from tests.web_server import Answer, Asked, serving

WRONG = (None, 5, "x", [5], {"a": 5})
MOST = 50
"""Readings that one spoilt answer can make; more would be a reading without an end."""

INTERFACE = """<View><Text name="text" value="$text"/><Choices name="verdict" toName="text">
<Choice value="approve"/><Choice value="correct"/><Choice value="reject"/></Choices>
<TextArea name="corrected" toName="text"/><TextArea name="comment" toName="text"/></View>"""

SPAN = {
    "id": "U3Bhbjox",
    "name": "reply",
    "context": {"trace_id": "t1", "span_id": "s1"},
    "span_kind": "AGENT",
    "parent_id": None,
    "start_time": "2026-11-20T08:00:00Z",
    "end_time": "2026-11-20T08:00:01Z",
    "status_code": "OK",
    "attributes": {
        "input.value": "hello",
        "output.value": "world",
        "metadata": {"confidence": 0.5},
        "llm.output_messages": [{"message": {"role": "assistant", "content": "c"}}],
    },
}
OBSERVATION = {
    "id": "o1",
    "traceId": "t1",
    "type": "AGENT",
    "startTime": "2026-11-20T08:00:00Z",
    "endTime": "2026-11-20T08:00:01Z",
    "name": "reply",
    "input": '{"a": 1}',
    "output": "world",
    "metadata": {"confidence": "0.5"},
    "tags": ["a"],
}
RUN = {
    "id": "r1",
    "name": "reply",
    "trace_id": "r1",
    "project_id": "p-1",
    "start_time": "2026-11-20T08:00:00Z",
    "end_time": "2026-11-20T08:00:01Z",
    "inputs": {"q": "hello"},
    "outputs": {"answer": "world"},
    "metadata": {"ls_model_name": "m"},
    "parent_run_ids": ["r0"],
    "dotted_order": "1",
}
TRACE = {
    "trace_id": "tr-1",
    "request_time": "2026-11-20T08:00:00Z",
    "execution_duration": "1.5s",
    "state": "OK",
    "tags": {"mlflow.traceName": "reply"},
    "trace_metadata": {"mlflow.trace.tokenUsage": '{"total_tokens": 4}'},
    "request_preview": '"hello"',
    "response_preview": '"world"',
}
MLFLOW_SPAN = {
    "name": "reply",
    "context": {"span_id": "s"},
    "parent_span_id": None,
    "start_time_unix_nano": 5,
    "attributes": {"mlflow.spanInputs": '"hello"', "mlflow.spanOutputs": '"world"'},
    "status": {"code": "OK", "message": ""},
    "events": [{"attributes": {"exception.message": "m"}}],
}
CALL = {
    "type": "tool_approval",
    "name": "pay",
    "args": {"eur": 5},
    "description": "Pay?",
}
SCHEMA = {
    "oneOf": [
        {"properties": {"type": {"const": "approve"}}, "required": ["type"]},
        {"$ref": "#/$defs/Edit"},
    ],
    "$defs": {
        "Edit": {
            "properties": {
                "type": {"enum": ["edit"]},
                "edited_action": {"properties": {"args": {"type": "object"}}},
            }
        }
    },
}
INTERRUPTS: list[dict[str, Any]] = [
    {"id": "call", "value": CALL, "response_schema": SCHEMA},
    {
        "id": "batch",
        "value": {
            "action_requests": [{"name": "pay", "args": {"eur": 5}}],
            "review_configs": [{"action_name": "pay", "allowed_decisions": ["approve", "reject"]}],
        },
    },
    {
        "id": "inbox",
        "value": [
            {
                "action_request": {"action": "pay", "args": {"eur": 5}},
                "config": {"allow_accept": True, "allow_ignore": True},
            }
        ],
    },
    {"id": "free", "value": {"ask": "may I?"}, "response_schema": {"type": "object"}},
]
STATE = {
    "values": {"messages": [{"type": "human", "content": [{"text": "please"}]}]},
    "tasks": [
        {
            "id": "1",
            "name": "gate",
            "error": None,
            "interrupts": [{"id": "i4", "value": {"ask": "may I?"}}],
        }
    ],
    "created_at": "2026-11-20T08:00:00Z",
    "checkpoint": {"checkpoint_id": "c"},
}
PREDICTION = {
    "id": 5,
    "model_version": "m",
    "score": 0.5,
    "result": [
        {"from_name": "intent", "to_name": "text", "type": "choices", "value": {"choices": ["a"]}}
    ],
}

ANSWERS: dict[str, dict[str, Any]] = {
    "phoenix": {
        "/openapi.json": {
            "paths": {
                "/v1/projects/{project_identifier}/spans": {
                    "get": {"parameters": [{"name": name} for name in ("sort", "order")]}
                }
            }
        },
        "/v1/projects/default/spans": {"data": [SPAN], "next_cursor": None},
    },
    "langfuse": {
        "/api/public/v2/observations": {"data": [OBSERVATION], "meta": {"cursor": None}},
        "/api/public/annotation-queues/q/items": {
            "data": [{"id": "i", "queueId": "q", "objectId": "o1", "objectType": "OBSERVATION"}],
            "meta": {"totalPages": 1},
        },
    },
    "langsmith": {
        "/api/v1/sessions": [{"id": "p-1", "name": "p"}],
        "/api/v2/runs/query": {"items": [RUN], "next_cursor": None},
        "/api/v1/platform/annotation-queues/q/items": {
            "items": [{"id": "i", "run_id": "r1", "project_id": "p-1", "start_time": "2026"}],
            "next_cursor": None,
        },
    },
    "mlflow": {
        "/api/2.0/mlflow/experiments/get-by-name": {
            "experiment": {"experiment_id": "1", "name": "e", "lifecycle_stage": "active"}
        },
        "/api/3.0/mlflow/traces/search": {"traces": [TRACE], "next_page_token": ""},
        "/ajax-api/2.0/mlflow/get-trace-artifact": {"spans": [MLFLOW_SPAN]},
    },
    "langgraph": {
        "/threads/search": [
            {"thread_id": "t1", "updated_at": "2026", "metadata": {"graph_id": "g"}}
        ],
        "/threads/t1/state": STATE,
    },
    "label-studio": {
        "/api/tasks": {
            "total": 1,
            "total_predictions": 1,
            "tasks": [{"id": 1, "data": {"text": "hello"}, "predictions": [PREDICTION]}],
        },
    },
}
OPTIONS: dict[str, dict[str, str]] = {
    "phoenix": {},
    "langfuse": {"public_key": "pk-1", "secret_key": "sk-1"},
    "langsmith": {"key": "key-1", "project": "p"},
    "mlflow": {"experiment": "e"},
    "langgraph": {},
    "label-studio": {"token": "token-1", "project": "7"},
}
QUEUES = [(kind, {"queue": "q", "trace": "yes"}) for kind in ("langfuse", "langsmith")]
SOURCES = [*((kind, {}) for kind in OPTIONS), *QUEUES]


@pytest.fixture(autouse=True)
def _no_waits():
    with stamina.set_testing(True, attempts=1):
        yield


@pytest.fixture
def web():
    with serving() as server:
        yield server


def spoilt(value: Any) -> Iterator[Any]:
    """The value with any one part of it replaced by something that should not be there."""
    yield from WRONG
    parts = value.items() if isinstance(value, dict) else ()
    for key, part in enumerate(value) if isinstance(value, list) else parts:
        for wrong in spoilt(part):
            made = copy.copy(value)
            made[key] = wrong
            yield made
    if isinstance(value, dict):
        for key in value:
            yield {name: part for name, part in value.items() if name != key}


@pytest.mark.parametrize(("kind", "more"), SOURCES)
def test_whatever_part_of_an_answer_is_spoilt_a_source_tells_or_goes_on(web, kind, more):
    answers = copy.deepcopy(ANSWERS[kind])
    for path in answers:
        for method in ("GET", "POST"):
            web.on(method, path, lambda asked: Answer(answers[asked.path]))
    source = source_from(kind, "s", {"url": web.address, **OPTIONS[kind], **more})
    assert list(source.read())
    read = 0
    for path, whole in ANSWERS[kind].items():
        for answers[path] in spoilt(whole):
            try:
                with closing(source.read()) as readings:
                    found = list(islice(readings, MOST))
            except (ReviewerError, Unreachable):
                continue
            read += len(found)
            assert len(found) < MOST
        answers[path] = whole
    assert read


LABEL = {
    "verdict": "correct",
    "output": "world",
    "expected_output": "better",
    "comment": "so",
    "reviewers": ["Ada"],
    "error_types": [],
    "severity": None,
    "decided_at": None,
    "active_seconds": None,
}
KEY = UUID(int=9)
MARKED = {"id": 1, "task": 1, "result": [{"id": f"reviewer-{KEY}"}]}
OURS = {
    "assessment_id": "a-1",
    "assessment_name": "review_verdict",
    "source": {"source_id": "Ada"},
    "feedback": {"value": "approve"},
    "metadata": {"label_id": str(KEY)},
}
PLACES: dict[str, dict[str, Any]] = {
    "phoenix": {"phoenix": {"span_id": "s1"}},
    "langfuse": {"langfuse": {"trace_id": "t1", "queue_id": "q", "queue_item_id": "i"}},
    "langsmith": {"langsmith": {"run_id": "r1", "queue_item_id": "i"}},
    "mlflow": {"mlflow": {"trace_id": "tr-1"}},
    "label-studio": {"label_studio": {"project": 7, "task": 1, "prediction": 5}},
}
TAKEN: dict[str, dict[str, Any]] = {
    "phoenix": {
        "/v1/span_annotations": {"data": [{"id": "a"}]},
        "/v1/projects/default/span_annotations": {
            "data": [
                {
                    "name": "review_verdict",
                    "identifier": f"reviewer-app:{KEY}",
                    "created_at": "2026-11-20T08:00:00Z",
                }
            ],
            "next_cursor": None,
        },
    },
    "langfuse": {
        "/api/public/scores": {"errors": [{"message": "m"}], "rejected": 0},
        "/api/public/projects": {"data": [{"name": "p"}]},
    },
    "langsmith": {"/api/v1/feedback": {}, "/api/v1/info": {"version": "1"}},
    "mlflow": {
        "/api/3.0/mlflow/traces/tr-1": {"trace": {"trace_info": {"assessments": [OURS]}}},
        "/api/3.0/mlflow/traces/tr-1/assessments": {},
        "/api/3.0/mlflow/traces/tr-1/assessments/a-1": {},
    },
    "label-studio": {
        "/api/projects/7/": {"label_config": INTERFACE, "title": "t"},
        "/api/predictions/5/": PREDICTION,
        "/api/tasks/1/annotations/": [MARKED],
        "/api/annotations/1/": MARKED,
    },
}


@pytest.mark.parametrize("kind", sorted(PLACES))
@pytest.mark.parametrize(
    ("label", "status"), [(LABEL, 200), (LABEL, 207), (LABEL, 404), (LABEL, 409), (None, 200)]
)
def test_whatever_part_of_an_answer_is_spoilt_a_sink_tells_or_goes_on(web, kind, label, status):
    answers = copy.deepcopy(TAKEN[kind])

    def told(asked: Asked) -> Answer:
        is_write = asked.method != "GET"
        return Answer(answers.get(asked.path, {}), status if is_write else 200)

    web.answer = told
    receipt = '{"annotation": 1}'
    sent = Outgoing(KEY, 2, label, "s", "e", "d", PLACES[kind], UUID(int=1), receipt)
    sink = sink_from(kind, "s", {"url": web.address, **OPTIONS[kind]})
    for path, whole in TAKEN[kind].items():
        for answers[path] in spoilt(whole):
            try:
                assert isinstance(sink.push(sent), str)
            except (Unreachable, PushRefused):
                continue
        answers[path] = whole
    sink.close()


@pytest.mark.parametrize("interrupt", INTERRUPTS, ids=lambda one: one["id"])
def test_whatever_an_agent_asks_with_no_question_and_no_answer_breaks(interrupt):
    answers = 0
    for told in spoilt(interrupt):
        if not isinstance(told, dict):
            continue
        value, schema = told.get("value"), told.get("response_schema")
        schema = schema if isinstance(schema, dict) and schema else None
        asked = question_of(value, schema)
        assert isinstance(asked.output, str)
        for verdict in ANSWERS_TO_AGENTS:
            try:
                answer_for(value, Given(verdict, '{"eur": 6}', "no"), schema)
            except ReviewerError:
                continue
            assert verdict in asked.allowed or dialect_of(value) is Dialect.FREE
            answers += 1
    assert answers
