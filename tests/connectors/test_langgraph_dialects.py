"""The four forms in which agents ask, and the answers that each takes."""

import json

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.langgraph.dialects import (
    AnswerUnfit,
    Dialect,
    Given,
    answer_for,
    dialect_of,
    question_of,
    value_digest,
)
from reviewer_app.domain.vocabulary import OutputType, Verdict

APPROVE, CORRECT, REJECT = Verdict.APPROVE, Verdict.CORRECT, Verdict.REJECT
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["action_request", "config", "action_requests", "type", "name", "args"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


def inbox(args=None, **allowed):
    ways = {f"allow_{way}": allowed.get(way, False) for way in ("accept", "edit", "respond")}
    ways["allow_ignore"] = allowed.get("ignore", False)
    return {"action_request": {"action": "pay", "args": args or {"eur": 5}}, "config": ways}


def batch(*calls, **types):
    requests = [
        {"name": name, "args": args, "description": f"may I {name}?"} for name, args in calls
    ]
    configs = [{"action_name": name, "allowed_decisions": of} for name, of in types.items()]
    return {"action_requests": requests, "review_configs": configs}


def call_schema(*types):
    """A schema as LangChain publishes it for one tool."""
    arguments = {
        "type": "object",
        "properties": {"eur": {"type": "number"}},
        "required": ["eur"],
    }
    known = {
        "approve": {"type": {"const": "approve"}},
        "reject": {"type": {"const": "reject"}, "message": {"type": "string"}},
        "respond": {"type": {"const": "respond"}, "message": {"type": "string"}},
        "edit": {"type": {"const": "edit"}, "edited_action": {"$ref": "#/$defs/Edited"}},
    }
    branches = {name: {"type": "object", "properties": known[name]} for name in types}
    edited = {"name": {"const": "pay"}, "args": {"$ref": "#/$defs/pay"}}
    definitions = {"pay": arguments, "Edited": {"type": "object", "properties": edited}, **branches}
    return {"$defs": definitions, "oneOf": [{"$ref": f"#/$defs/{name}"} for name in types]}


CALL = {"type": "tool_approval", "tool_call_id": "c1", "name": "pay", "args": {"eur": 5}}


@pytest.mark.parametrize(
    ("value", "dialect"),
    [
        (inbox(accept=True), Dialect.INBOX),
        ([inbox(accept=True)], Dialect.INBOX),
        ([inbox(), inbox()], Dialect.FREE),
        (batch(("pay", {}), pay=["approve"]), Dialect.BATCH),
        ({"actionRequests": [{"name": "pay", "args": {}}], "reviewConfigs": []}, Dialect.BATCH),
        ({"action_requests": []}, Dialect.FREE),
        (CALL, Dialect.CALL),
        ({"type": "tool_approval"}, Dialect.FREE),
        ("Shall I?", Dialect.FREE),
        (None, Dialect.FREE),
    ],
)
def test_a_dialect_is_told_by_its_shape(value, dialect):
    assert dialect_of(value) is dialect


@given(JSON)
def test_whatever_an_agent_asks_with_is_a_question(value):
    asked = question_of(value)
    assert isinstance(asked.output, str)
    for verdict in asked.allowed:
        given_output = asked.output if verdict is CORRECT else None
        json.dumps(answer_for(value, Given(verdict, given_output)))


@given(JSON, st.randoms(use_true_random=False))
def test_a_digest_is_the_same_in_whatever_order_members_come(value, random):
    def shuffled(part):
        if isinstance(part, list):
            return [shuffled(one) for one in part]
        if not isinstance(part, dict):
            return part
        keys = list(part)
        random.shuffle(keys)
        return {key: shuffled(part[key]) for key in keys}

    assert value_digest(shuffled(value)) == value_digest(value)


def test_a_digest_tells_a_number_from_a_text():
    assert value_digest({"a": 1}) != value_digest({"a": "1"})


@pytest.mark.parametrize(
    ("allowed", "verdicts"),
    [
        ({"accept": True, "edit": True, "ignore": True}, {APPROVE, CORRECT, REJECT}),
        ({"accept": True}, {APPROVE}),
        ({"respond": True}, {CORRECT, REJECT}),
        ({"accept": True, "respond": True}, {APPROVE, REJECT}),
    ],
)
def test_the_inbox_says_what_may_be_done(allowed, verdicts):
    assert question_of(inbox(**allowed)).allowed == verdicts


def test_who_asks_the_inbox_a_question_gets_what_is_written_in_its_place():
    answer = answer_for(inbox(respond=True), Given(CORRECT, "Tuesday"))
    assert answer == [{"type": "response", "args": "Tuesday"}]


def test_a_verdict_that_the_inbox_does_not_take_is_not_sent():
    with pytest.raises(AnswerUnfit, match="approve"):
        answer_for(inbox(edit=True), Given(APPROVE))


def test_one_call_shows_its_arguments_and_its_name_is_the_step():
    asked = question_of(batch(("pay", {"eur": 5}), pay=["approve", "edit"]))
    assert (asked.output, asked.output_type) == ('{"eur": 5}', OutputType.JSON)
    assert (asked.name, asked.asked) == ("pay", "may I pay?")
    assert asked.allowed == {APPROVE, CORRECT}


def test_several_calls_keep_their_number_and_order():
    value = batch(
        ("pay", {"eur": 5}),
        ("mail", {"to": "a"}),
        pay=["approve", "edit", "reject"],
        mail=["approve"],
    )
    asked = question_of(value)
    assert asked.output_type is OutputType.TOOL_CALLS
    assert asked.allowed == {APPROVE, CORRECT}
    calls = json.loads(asked.output)
    calls[0]["args"]["eur"] = 4
    assert answer_for(value, Given(CORRECT, json.dumps(calls))) == {
        "decisions": [
            {"type": "edit", "edited_action": {"name": "pay", "args": {"eur": 4}}},
            {"type": "approve"},
        ]
    }


def test_null_in_place_of_a_call_refuses_it_and_a_text_answers_it():
    value = batch(
        ("pay", {"eur": 5}), ("ask", {"q": "?"}), pay=["approve", "reject"], ask=["respond"]
    )
    answer = answer_for(value, Given(CORRECT, '[null, "on Tuesday"]', "too much"))
    assert answer == {
        "decisions": [
            {"type": "reject", "message": "too much"},
            {"type": "respond", "message": "on Tuesday"},
        ]
    }


@pytest.mark.parametrize(
    "correction",
    [
        "not JSON",
        "{}",
        "[]",
        '[{"name": "pay", "args": {"eur": 5}}]',
        '[{"name": "pay", "args": {"eur": 5}}, {"name": "mail"}]',
        '[{"name": "pay", "args": {"eur": 5}}, {"name": "mail", "args": {"to": "b"}}]',
        '[{"name": "pay", "args": {"eur": 5}}, null]',
    ],
)
def test_a_correction_that_does_not_fit_the_calls_is_not_sent(correction):
    value = batch(
        ("pay", {"eur": 5}), ("mail", {"to": "a"}), pay=["approve", "edit"], mail=["approve"]
    )
    with pytest.raises(AnswerUnfit):
        answer_for(value, Given(CORRECT, correction))
    schema = question_of(value).schema
    try:
        parsed = json.loads(correction)
    except ValueError:
        return
    assert not jsonschema_rs.is_valid(schema, parsed)


def test_calls_of_which_one_takes_no_rejection_cannot_be_rejected_together():
    value = batch(("pay", {}), ("mail", {}), pay=["approve", "reject"], mail=["approve"])
    with pytest.raises(AnswerUnfit):
        answer_for(value, Given(REJECT))


def test_agents_in_javascript_are_answered_in_their_own_names():
    value = {
        "actionRequests": [{"name": "pay", "args": {"eur": 5}}],
        "reviewConfigs": [{"actionName": "pay", "allowedDecisions": ["approve", "edit"]}],
    }
    assert question_of(value).allowed == {APPROVE, CORRECT}
    (decision,) = answer_for(value, Given(CORRECT, '{"eur": 1}'))["decisions"]
    assert decision == {"type": "edit", "editedAction": {"name": "pay", "args": {"eur": 1}}}


def test_a_call_by_itself_says_in_its_schema_what_it_takes():
    asked = question_of(CALL, call_schema("approve", "reject"))
    assert (asked.allowed, asked.schema) == ({APPROVE, REJECT}, None)
    asked = question_of(CALL, call_schema("approve", "edit"))
    assert asked.allowed == {APPROVE, CORRECT}
    assert asked.schema["required"] == ["eur"]


def test_an_edit_of_a_call_is_checked_before_it_is_sent():
    schema = call_schema("approve", "edit", "reject")
    answer = answer_for(CALL, Given(CORRECT, '{"eur": 4}'), schema)
    assert answer == {"type": "edit", "edited_action": {"name": "pay", "args": {"eur": 4}}}
    with pytest.raises(AnswerUnfit, match="by its own schema"):
        answer_for(CALL, Given(CORRECT, '{"eur": "four"}'), schema)


def test_a_call_that_takes_no_plain_rejection_is_told_that_it_was_not_carried_out():
    schema = call_schema("approve", "respond")
    answer = answer_for(CALL, Given(REJECT, comment="Too much."), schema)
    assert answer["type"] == "respond"
    assert "not carried out" in answer["message"]
    assert "Too much." in answer["message"]


def test_a_call_that_asks_a_person_gets_their_words():
    answer = answer_for(CALL, Given(CORRECT, "on Tuesday"), call_schema("respond"))
    assert answer == {"type": "respond", "message": "on Tuesday"}


def test_a_free_question_gets_json_back_where_it_showed_json():
    answer = answer_for({"eur": 5}, Given(CORRECT, '{"eur": 4}', "less", ("Ana",), "d1"))
    assert answer == {
        "verdict": "correct",
        "output": {"eur": 4},
        "comment": "less",
        "reviewers": ["Ana"],
        "decision_id": "d1",
    }
    assert answer_for("Pay 5", Given(CORRECT, "42"))["output"] == "42"


@pytest.mark.parametrize(
    ("schema", "verdict", "answer"),
    [
        ({"type": "boolean"}, APPROVE, True),
        ({"type": "boolean"}, REJECT, False),
        ({"type": "string"}, REJECT, "reject: too much"),
        ({"enum": ["approved", "rejected"]}, REJECT, "rejected"),
        ({"type": "string"}, CORRECT, "Pay 4"),
        (
            {
                "type": "object",
                "properties": {"verdict": {"type": "string"}},
                "additionalProperties": False,
            },
            APPROVE,
            {"verdict": "approve"},
        ),
    ],
)
def test_a_free_question_that_says_what_it_takes_gets_that(schema, verdict, answer):
    given = Given(verdict, "Pay 4" if verdict is CORRECT else None, "too much")
    assert answer_for("Pay 5", given, schema) == answer


def test_a_free_question_that_takes_no_verdict_can_only_be_answered_in_full():
    schema = {"type": "object", "properties": {"day": {"type": "string"}}, "required": ["day"]}
    asked = question_of("When?", schema)
    assert (asked.allowed, asked.schema) == ({CORRECT}, schema)
    assert answer_for("When?", Given(CORRECT, '{"day": "Tuesday"}'), schema) == {"day": "Tuesday"}
    with pytest.raises(AnswerUnfit):
        answer_for("When?", Given(CORRECT, "Tuesday"), schema)
