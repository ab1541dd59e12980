"""What a condition makes of an item, and why it sometimes cannot tell."""

import json
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.records import Content, Item
from reviewer_app.policy.conditions import Condition, Unanswered
from reviewer_app.policy.values import MOST_SHOWN, shown
from reviewer_app.policy.variables import Subject, functions_with, view_of


@pytest.fixture
def view(item, content):
    """Makes the view that one condition has of an item."""

    def make(condition, figures=None, **fields):
        own = {k: fields.pop(k) for k in ("output", "input", "meta", "trace") if k in fields}
        subject = Subject(item(**fields), content(**own), figures or {})
        return view_of(subject, condition.variables, functions_with(condition.patterns))

    return make


@pytest.fixture
def holds(view):
    def ask(source, **given):
        condition = Condition(source)
        return condition.holds(view(condition, **given))

    return ask


@pytest.mark.parametrize(
    ("source", "given", "answer"),
    [
        ("confidence < 0.8", {"confidence": 0.5}, True),
        ("confidence < 1", {"confidence": 1}, False),
        ("type(confidence) == double", {"confidence": 1}, True),
        ("confidence == null", {"confidence": None}, True),
        ("data.total > 10.0", {"output": '{"total": 11.5}'}, True),
        ("data == null", {"output": "plain words"}, True),
        ("data == null", {"output": "null"}, True),
        ("data[1] == 2.0", {"output": "[1, 2]"}, True),
        ("input == ''", {"input": None}, True),
        ("workflow == 'w' && step == 's'", {"workflow": "w", "step": "s"}, True),
        ("agent + '/' + model == 'a/1'", {"agent": "a", "model_version": "1"}, True),
        ("meta.a.b == 'c'", {"meta": '{"a": {"b": "c"}}'}, True),
        ("'amount' in meta && meta.amount > 5", {}, False),
        ("created_at == null", {}, True),
        (
            "created_at.getFullYear() == 2026",
            {"created_at": datetime(2026, 1, 1, tzinfo=UTC)},
            True,
        ),
        ("error_rate > 0.1 && drift == null", {"figures": {"error_rate": 0.2}}, True),
        ("error_rate == null", {}, True),
        ("tools == ['a', 'b']", {"trace": '[{"tool": "a"}, {"tool": "b"}]'}, True),
        ("tools == []", {"trace": None}, True),
        (
            "output.matches(r'\\bé+\\b') && input.matches('x')",
            {"output": "ééé", "input": "x"},
            True,
        ),
        ("links(output).exists(l, !input.contains(l))", {"output": "see http://a.b/c."}, True),
    ],
)
def test_a_condition_is_answered_from_what_the_item_says(holds, source, given, answer):
    assert holds(source, **given) is answer


@pytest.mark.parametrize(
    ("source", "given", "reason"),
    [
        ("meta.amount > 5.0", {}, "meta.amount is missing"),
        ("meta.a.b > 5.0", {"meta": '{"a": {}}'}, "meta.a.b is missing"),
        ("meta.a.b > 5.0", {}, "meta.a is missing"),
        ("meta.amount > 5.0", {"meta": '{"amount": null}'}, "meta.amount is missing"),
        (
            "meta.amount > 5.0",
            {"meta": '{"amount": "much"}'},
            "its values do not fit together: meta.amount is text",
        ),
        ("confidence < 0.5", {"confidence": None}, "confidence is missing"),
        ("data.total > 1.0", {"output": "words"}, "data.total is missing"),
        ("drift > 0.1", {}, "drift is missing"),
        ("tools[0] == 'a'", {}, "a list has fewer entries than the rule asks for"),
        ("1 / size(output) > 0", {"output": ""}, "it divides by zero"),
        ("meta.urgent", {"meta": '{"urgent": "yes"}'}, "it gives no yes or no"),
        (
            "double(meta.amount) > 5.0",
            {"meta": '{"amount": "12 EUR"}'},
            "double() cannot read its value: meta.amount is “12 EUR”",
        ),
        (
            "meta.a.matches('x') == true",
            {"meta": '{"a": 3}'},
            "matches() cannot read its value: meta.a is 3",
        ),
        (
            "links(meta.a) == []",
            {"meta": '{"a": null}'},
            "links() cannot read its value: meta.a is missing",
        ),
        ("'a' in meta", {"meta": "no json"}, "the metadata cannot be read as JSON"),
        ("'a' in meta", {"meta": "[1]"}, "the metadata is no table of names and values"),
        ("'a' in tools", {"trace": "{"}, "the trace cannot be read as JSON"),
        (
            "meta.l.all(x, x > 0)",
            {"meta": json.dumps({"l": list(range(201))})},
            "meta.l has a list of 201 entries, and a rule looks through 200",
        ),
        (
            "data.l.all(x, x.m.all(y, y > 0))",
            {"output": json.dumps({"l": [{"m": [1] * 300}]})},
            "data.l has a list of 300 entries, and a rule looks through 200",
        ),
    ],
)
def test_a_condition_that_cannot_be_answered_says_why_in_plain_words(holds, source, given, reason):
    with pytest.raises(Unanswered) as unanswered:
        holds(source, **given)
    assert str(unanswered.value) == reason


def test_a_long_list_stands_in_the_way_of_no_rule_that_does_not_loop_over_it(holds):
    meta = json.dumps({"amount": 7, "history": list(range(5_000))})
    assert holds("'amount' in meta && meta.amount > 5", meta=meta)
    assert holds("meta.history[4999] == 4999", meta=meta)
    assert not holds("tools.exists(t, t == 'x') && 'amount' in meta", meta=meta)
    assert holds("meta.history[0] == 0 && !tools.exists(t, t in meta.history)", meta=meta)


def test_only_the_variables_that_are_asked_for_are_made(view):
    seen = view(Condition("step == 'x'"), meta="no json", trace="no json", output="{" * 100)
    assert list(seen.variables) == ["step"]
    assert seen.unreadable == {}


def test_half_a_character_keeps_no_rule_from_seeing_the_rest(holds):
    assert holds("output.contains('evil')", output="\ud800 evil")
    assert holds("output.matches('ev.l') && size(input) == 1", output="\udfff evil", input="\ud800")


@pytest.mark.parametrize(
    ("source", "given", "values"),
    [
        ("'amount' in meta && meta.amount > 5", {"meta": '{"amount": 9}'}, {"meta.amount": 9}),
        ("confidence < 0.5 || step == 'a'", {"step": "a"}, {"confidence": 0.95, "step": "a"}),
        ("has(meta.a) || true", {}, {}),
        (
            "meta.who.name == 'a' || true",
            {"meta": '{"who": {"name": "a"}}'},
            {"meta.who.name": "a"},
        ),
        ("size(output) > 3", {"output": "x" * 999}, {"output": "x" * 199 + "…"}),
        ("tools.exists(t, t == 'a')", {"trace": '[{"tool": "a"}]'}, {"tools": '["a"]'}),
        ("output == ''", {"output": "\ud800"}, {"output": "?"}),
        (
            "created_at != null",
            {"created_at": datetime(2026, 1, 1, tzinfo=UTC)},
            {"created_at": "2026-01-01T00:00:00+00:00"},
        ),
    ],
)
def test_the_values_that_were_seen_are_told_by_path_and_bounded(view, source, given, values):
    condition = Condition(source)
    assert condition.values(view(condition, **given)) == values


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False)
    | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_value_is_shown_within_bounds_and_can_be_written_as_json(value):
    kept = shown(value)
    json.dumps(kept).encode()
    assert not isinstance(kept, str) or len(kept) <= MOST_SHOWN


ASKED = [
    Condition(source)
    for source in (
        "meta.amount > 500.0",
        "'amount' in meta && meta.amount > 500.0",
        "data.lines.exists(l, l.amount > 1.0)",
        "data.total == meta.total",
        "output.matches(r'^\\s*$') || size(tools) > 3",
        "links(output).all(l, input.contains(l))",
    )
]


@given(meta=JSON, output=JSON | st.text(), trace=st.none() | JSON)
def test_whatever_an_agent_sends_a_condition_answers_or_says_why(meta, output, trace):
    item = Item.model_construct(confidence=None, output_type="tool_calls")
    content = Content.model_construct(
        input=None,
        output=output if isinstance(output, str) else json.dumps(output),
        meta=json.dumps(meta),
        trace=None if trace is None else json.dumps(trace),
    )
    for condition in ASKED:
        functions = functions_with(condition.patterns)
        view = view_of(Subject(item, content), condition.variables, functions)
        try:
            answer = condition.holds(view)
        except Unanswered as unanswered:
            answer = str(unanswered)
        assert answer in {True, False} or len(answer) > 10
        json.dumps(condition.values(view)).encode()


def test_a_pattern_made_to_explode_takes_time_in_proportion_to_the_text(holds):
    started = time.perf_counter()
    assert not holds("output.matches(r'^(a+)+$')", output="a" * 200_000 + "b")
    assert time.perf_counter() - started < 1
