"""Labels in the shapes of other tools: what each holds, and what it has no place for."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.labels.conversation import completion_of, prompt_of
from reviewer_app.connectors.labels.formats import FORMATS
from reviewer_app.connectors.labels.tasks import LABELING_CONFIG
from reviewer_app.domain.label_tally import LeftOut, Tally
from reviewer_app.domain.labels import LABEL_FIELDS

MESSAGES = [
    {"role": "system", "content": "be kind"},
    {
        "role": "user",
        "content": [{"type": "text", "text": "hello"}, {"type": "text", "text": "you"}],
    },
    {
        "role": "assistant",
        "content": None,
        "tool_calls": [
            {
                "id": "c1",
                "type": "function",
                "function": {"name": "look", "arguments": {"n": 2**60}},
            }
        ],
    },
    {"role": "tool", "tool_call_id": "c1", "content": "42"},
    {"type": "human", "content": "and?"},
]
PLAIN = [
    {"role": "system", "content": "be kind"},
    {"role": "user", "content": "hello\nyou"},
    {
        "role": "assistant",
        "content": None,
        "tool_calls": [
            {
                "id": "c1",
                "type": "function",
                "function": {"name": "look", "arguments": '{"n":"1152921504606846976"}'},
            }
        ],
    },
    {"role": "tool", "tool_call_id": "c1", "content": "42"},
    {"role": "user", "content": "and?"},
]


def label(**fields):
    """A label of an approved output, one thing changed at a time."""
    made = dict.fromkeys(LABEL_FIELDS) | {
        "id": "i1", "source": "feed", "external_id": "out-1", "workflow": "support",
        "step": "reply", "agent": "writer", "model_version": "2.0", "input": "question",
        "output": "answer", "confidence": 0.4, "verdict": "approve", "expected_output": "answer",
        "field_changes": [], "error_types": ["tone"], "spans": [], "rubric": {},
        "reviewers": ["ana"], "selected_by": "audit", "propensity": 0.05, "alternatives": [],
        "policy_version": 3, "policy": "ours", "flags": [], "origin": "native",
        "digest": "d" * 64,
    }  # fmt: skip
    return made | fields


CORRECTED = label(verdict="correct", expected_output="better")
REJECTED = label(verdict="reject", expected_output=None)
GONE = label(input=None, output=None, expected_output=None)


def written(name, *labels):
    """What a format makes of labels, and what it left out."""
    file, tally = io.BytesIO(), Tally()
    FORMATS[name].write(file, labels, tally)
    text = file.getvalue().decode()
    rows = (
        json.loads(text) if name == "label-studio" else [json.loads(x) for x in text.splitlines()]
    )
    return rows, tally


def test_a_demonstration_is_what_was_asked_and_the_right_answer():
    rows, tally = written("sft", label(), CORRECTED, REJECTED, GONE, label(input=None))
    assert rows == [
        {"messages": [{"role": "user", "content": "question"}, {"role": "assistant", "content": a}]}
        for a in ("answer", "better")
    ]
    assert tally.labels == 2
    assert tally.left_out == {LeftOut.EXPECTED: 1, LeftOut.CONTENT: 1, LeftOut.INPUT: 1}


def test_an_input_of_messages_stays_messages_and_calls_have_text_for_arguments():
    said = json.dumps(MESSAGES)
    rows, _ = written("sft", label(input=said), label(input=json.dumps({"messages": MESSAGES})))
    for row in rows:
        assert row["messages"] == [*PLAIN, {"role": "assistant", "content": "answer"}]


def test_an_output_that_is_an_assistants_message_is_not_wrapped_in_another():
    answer = {"role": "assistant", "content": "yes"}
    rows, _ = written("sft", label(expected_output=json.dumps(answer)))
    assert rows[0]["messages"][-1] == answer
    users = json.dumps([{"role": "user", "content": "no answer"}])
    assert completion_of(users) == [{"role": "assistant", "content": users}]


def test_an_input_with_an_image_is_left_out_rather_than_bent():
    image = {"type": "image_url", "image_url": {"url": "file:///etc/passwd"}}
    said = json.dumps([{"role": "user", "content": [image]}])
    for name in ("sft", "inspect"):
        assert written(name, label(input=said))[1].left_out == {LeftOut.MEDIA: 1}


@given(
    st.text()
    | st.recursive(
        st.none() | st.text(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["role", "content", "messages", "type", "tool_calls"]), x
            )
        ),
    ).map(json.dumps)
)
def test_any_input_makes_messages_of_a_role_and_a_text_or_none(text):
    found = prompt_of(text)
    if isinstance(found, LeftOut):
        return
    for message in found:
        assert message["role"] in {"system", "user", "assistant", "tool"}
        assert isinstance(message["content"], str) or message.get("tool_calls")
    if found[0]["content"] == text:
        assert found == [{"role": "user", "content": text}]


def test_a_pair_prefers_the_correction_to_what_it_corrected():
    rows, tally = written("dpo", CORRECTED, label(), REJECTED)
    assert rows == [
        {
            "prompt": [{"role": "user", "content": "question"}],
            "chosen": [{"role": "assistant", "content": "better"}],
            "rejected": [{"role": "assistant", "content": "answer"}],
        }
    ]
    assert tally.left_out == {LeftOut.SAME: 2}
    rows, _ = written("dpo-plain", CORRECTED)
    assert rows == [{"prompt": "question", "chosen": "better", "rejected": "answer"}]


def test_a_correction_that_changed_nothing_makes_no_pair():
    same, textless = label(verdict="correct"), label(verdict="correct", expected_output=None)
    for name in ("dpo", "dpo-plain"):
        rows, tally = written(name, same, textless)
        assert rows == []
        assert tally.left_out == {LeftOut.SAME: 1, LeftOut.EXPECTED: 1}


def test_a_sample_has_all_of_its_label():
    (row,), _ = written("inspect", CORRECTED)
    assert (row["id"], row["input"], row["target"]) == ("i1", "question", "better")
    assert row["metadata"] == {
        k: v for k, v in CORRECTED.items() if k not in {"id", "input", "expected_output"}
    }


def test_a_sample_of_messages_has_calls_with_arguments_as_objects():
    (row,), _ = written("inspect", label(input=json.dumps(MESSAGES)))
    assert row["input"][2]["content"] == ""
    assert row["input"][2]["tool_calls"] == [
        {"id": "c1", "function": "look", "arguments": {"n": "1152921504606846976"},
         "type": "function"}
    ]  # fmt: skip
    assert row["input"][3] == {"role": "tool", "content": "42", "tool_call_id": "c1"}


def test_a_test_asks_for_the_right_answer_and_never_again_for_the_rejected_one():
    rows, _ = written("promptfoo", label(), CORRECTED, REJECTED)
    assert [row["assert"] for row in rows] == [
        [{"type": "equals", "value": "answer"}],
        [{"type": "equals", "value": "better"}],
        [{"type": "not-equals", "value": "answer"}],
    ]
    assert all(row["vars"] == {"input": "question"} for row in rows)
    assert rows[0]["metadata"]["propensity"] == 0.05


RUN = ("{{ env.SECRET }}", "{% include 'x' %}", "a\n{# x #}", "file:///etc/passwd", " File://x",
       "package:evil:run")  # fmt: skip


@pytest.mark.parametrize("text", RUN)
@pytest.mark.parametrize(
    "where", ["input", "expected_output", "external_id", "agent", "error_types"]
)
def test_no_text_reaches_promptfoo_that_it_would_run_or_load(text, where):
    value = [text] if where == "error_types" else text
    rows, tally = written("promptfoo", label(**{where: value}), label())
    assert len(rows) == 1
    assert tally.left_out == {LeftOut.TEMPLATE: 1}


def test_a_task_shows_what_the_agent_said_and_what_a_person_said_of_it():
    said = label(verdict="correct", expected_output="better", comment="short", active_seconds=4.5)
    (task,), _ = written("label-studio", said)
    assert task["data"]["output"] == "answer"
    (prediction,) = task["predictions"]
    assert (prediction["score"], prediction["model_version"]) == (0.4, "2.0")
    assert prediction["result"][0]["value"] == {"text": ["answer"]}
    (annotation,) = task["annotations"]
    assert annotation["lead_time"] == 4.5
    assert [(r["from_name"], r["value"]) for r in annotation["result"]] == [
        ("verdict", {"choices": ["correct"]}),
        ("corrected", {"text": ["better"]}),
        ("comment", {"text": ["short"]}),
    ]
    for control in annotation["result"]:
        assert f'name="{control["from_name"]}" toName="{control["to_name"]}"' in LABELING_CONFIG


def test_no_confidence_makes_no_score():
    (task,), _ = written("label-studio", label(confidence=None, model_version=""))
    assert task["predictions"][0].keys() == {"result"}


def test_a_list_of_no_tasks_is_a_list():
    assert written("label-studio", GONE)[0] == []
