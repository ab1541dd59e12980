"""Messages of every shape in use become turns; nothing that they say is lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.outputs.message_parts import PartKind
from reviewer_app.domain.outputs.messages import Turn, turns_in


def turns(value, *, is_known=True):
    return turns_in(json.dumps(value), is_known=is_known)


def kinds(turn):
    return [part.kind for part in turn.stretches]


def test_plain_messages_are_one_text():
    assert turns([{"role": "user", "content": "hi"}]) == (Turn("user", "hi"),)


def test_a_call_and_its_answer_are_told_apart_and_joined_by_a_key():
    call = {"id": "c1", "type": "function", "function": {"name": "find", "arguments": '{"n":1.50}'}}
    asked, answered = turns(
        [
            {"role": "assistant", "content": "Let me look.", "tool_calls": [call]},
            {"role": "tool", "tool_call_id": "c1", "name": "find", "content": "42"},
        ]
    )
    assert kinds(asked) == [PartKind.TEXT, PartKind.CALL]
    made = asked.parts[1]
    assert (made.name, made.key, made.text) == ("find", "c1", '{\n  "n": 1.50\n}')
    (answer,) = answered.parts
    assert (answer.kind, answer.key, answer.text) == (PartKind.RESULT, "c1", "42")


def test_a_call_that_a_library_lists_twice_is_shown_once():
    part = {"type": "tool_use", "id": "k", "name": "f", "input": {"a": 1}}
    call = {"type": "tool_call", "id": "k", "name": "f", "args": {"a": 1}}
    (turn,) = turns([{"type": "ai", "content": [part], "tool_calls": [call]}])
    assert kinds(turn) == [PartKind.CALL]
    assert turn.role == "ai"


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ({"type": "text", "text": "x"}, PartKind.TEXT),
        ({"text": "x"}, PartKind.TEXT),
        ({"type": "thinking", "thinking": "hm"}, PartKind.THOUGHT),
        ({"type": "tool_use", "name": "f", "input": {}}, PartKind.CALL),
        ({"type": "tool_result", "tool_use_id": "k", "content": [{"text": "x"}]}, PartKind.RESULT),
        ({"type": "image_url", "image_url": {"url": "http://e.example/x"}}, PartKind.FILE),
        ({"functionCall": {"name": "f", "args": {}}}, PartKind.CALL),
        ({"type": "never seen", "x": 1}, PartKind.FILE),
    ],
)
def test_each_part_of_a_content_is_shown_as_what_it_is(part, kind):
    (turn,) = turns([{"role": "assistant", "content": [part]}])
    assert kinds(turn) == [kind]


def test_a_picture_inside_a_message_is_named_and_its_bytes_are_not_shown():
    url = "data:image/png;base64," + "A" * 50_000
    (turn,) = turns([{"role": "user", "content": [{"type": "image", "source": {"url": url}}]}])
    assert turn.parts[0].name == "image"
    assert len(turn.parts[0].text) < 500


def test_the_lines_above_a_mail_are_its_headers():
    (turn,) = turns([{"from": "a@x", "to": ["b@x", "c@x"], "subject": "Lamps", "body": "Hello"}])
    assert turn.role == "a@x"
    assert turn.headers == (("from", "a@x"), ("to", "b@x, c@x"), ("subject", "Lamps"))
    assert turn.text == "Hello"


def test_messages_inside_an_envelope_are_found():
    inner = {"lc": 1, "type": "constructor", "kwargs": {"type": "human", "content": "hi"}}
    assert turns({"messages": [inner]})[0].text.startswith("hi")
    assert turns({"messages": [{"role": "user", "content": "hi"}]}) == (Turn("user", "hi"),)


def test_a_list_that_is_not_known_to_be_messages_must_look_like_them():
    assert turns([{"a": 1}], is_known=False) == ()
    assert turns([{"role": "user", "content": "hi"}], is_known=False)
    assert turns([{"a": 1}])[0].text == "a: 1"


@given(
    st.lists(
        st.fixed_dictionaries(
            {"role": st.sampled_from(["user", "assistant"]), "content": st.text(max_size=30)}
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_word_of_a_message_is_lost(messages):
    assert [(t.role, t.text) for t in turns(messages)] == [
        (m["role"], m["content"]) for m in messages
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["role", "content", "type", "text", "parts", "tool_calls", "function", "id", "from"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=16,
)


@given(JSON)
def test_no_shape_of_json_upsets_it(value):
    for turn in turns([value]):
        assert isinstance(turn.text, str)
        assert isinstance(turn.role, str)
