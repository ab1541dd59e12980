"""Fields found by JMESPath: what a person mapped, exactly as the platform gave it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.web.fields import (
    ExpressionUnreadable,
    Fields,
    PairUnreadable,
    expression,
    found_by,
    path_of,
)
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.mapping import UnknownField
from reviewer_app.domain.validation import Limits

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2)
    ),
    max_leaves=8,
)
ARGUMENTS = st.sampled_from(
    ["a", "a.b", "a[0]", "@", "`1`", "`null`", "a[*].b", "&a", "a[?b>`1`]", "a[::0]", "'q'", "[a]"]
)
NAMES = st.sampled_from(
    ["abs", "avg", "contains", "ends_with", "join", "length", "max_by", "merge", "min", "sort",
     "sort_by", "sum", "to_number", "to_string", "values"]
)  # fmt: skip
EXPRESSIONS = (
    ARGUMENTS
    | st.builds("{}({})".format, NAMES, ARGUMENTS)
    | st.builds("{}({}, {})".format, NAMES, ARGUMENTS, ARGUMENTS)
    | st.text("ab.[]*?@&|`'\"(){}:,-0<=!", max_size=10)
)


def of_text(mapping, record, **limits):
    return Fields.parse(mapping).incoming_of_text("feed:1", record, Limits(**limits))


@given(EXPRESSIONS, VALUES)
def test_no_expression_breaks_a_reading(text, value):
    try:
        wanted = expression("output", text)
    except ExpressionUnreadable:
        return
    found_by(wanted, value)


def test_an_expression_without_an_end_of_brackets_is_told():
    with pytest.raises(ExpressionUnreadable, match="output"):
        expression("output", "[" * 5000)


def test_a_mapped_field_takes_the_place_of_the_connectors_own():
    fields = Fields.parse("confidence=scores[?name=='sure'].value | [0]\nmetadata.team=tags.team")
    raw = {"scores": [{"name": "sure", "value": 0.25}], "tags": {"team": "blue"}}
    own = {"output": "yes", "confidence": 0.9, "metadata": {"run": 1}, "agent": None}
    found = fields.incoming("run 1", raw, own, Limits())
    assert isinstance(found, Incoming)
    assert found.confidence == 0.25
    assert json.loads(found.meta) == {"run": 1, "team": "blue"}


def test_what_is_mapped_and_missing_stays_missing():
    fields = Fields.parse("confidence=nothing.here\nmetadata.x=nor.here")
    found = fields.incoming("run 1", {}, {"output": "yes", "confidence": 0.9}, Limits())
    assert (found.confidence, json.loads(found.meta)) == (None, {})


@pytest.mark.parametrize(
    ("mapping", "error"),
    [
        ("output", PairUnreadable),
        ("output=", PairUnreadable),
        ("output=a\noutput=b", PairUnreadable),
        ("outputs=a", UnknownField),
        ("metadata.=a", UnknownField),
        ("output=a..b", ExpressionUnreadable),
        ("output=a[", ExpressionUnreadable),
    ],
)
def test_a_mapping_that_makes_no_sense_is_told(mapping, error):
    with pytest.raises(error):
        Fields.parse(mapping)


def test_a_mapping_has_a_field_a_line_and_expressions_may_hold_equals_signs():
    fields = Fields.parse("\n output = a[?b=='c'] \n\n id=x\n")
    assert {n: e.expression for n, e in fields.expressions.items()} == {
        "output": "a[?b=='c']",
        "id": "x",
    }


@pytest.mark.parametrize(
    "path", ["answer", "a.answer", "choices[0].message", 'a."the answer"', "a[-1]"]
)
def test_what_a_plain_path_finds_comes_in_character_by_character(path):
    exact = '{"n": 1.10,  "big": 12345678901234567890.5,"t":"\\u00e9"}'
    record = {
        "answer": f'{{"answer": {exact}}}',
        "a.answer": f'{{"a": {{"answer": {exact}}}}}',
        "choices[0].message": f'{{"choices": [{{"message": {exact}}}]}}',
        'a."the answer"': f'{{"a": {{"the answer": {exact}}}}}',
        "a[-1]": f'{{"a": [1, {exact}]}}',
    }[path]
    assert of_text(f"output={path}", record).output == exact


def test_what_is_no_path_is_worked_out():
    found = of_text("output=join(', ', parts)\nid=to_string(n)", '{"parts": ["a", "b"], "n": 7}')
    assert (found.output, found.external_id) == ("a, b", "7")


@pytest.mark.parametrize("wanted", ["answer.text", "answers[?ok].text | [0]"])
def test_a_missing_output_names_the_expression_that_found_nothing(wanted):
    found = of_text(f"output={wanted}", '{"answers": []}')
    assert isinstance(found, Problem)
    assert found.field == "output"
    assert wanted[:10] in found.reason


def test_a_record_with_a_member_named_like_an_expression_cannot_pass_it_off():
    found = of_text("output=a || b", '{"a": "true one", "a || b": {"false": "one"}}')
    assert found.output == "true one"


def test_members_that_are_no_fields_become_metadata():
    found = of_text("output=answer", '{"answer": "x", "lang": "de", "n": 1.0}')
    assert found.meta == '{"lang": "de", "n": 1.0}'


def test_a_text_that_is_no_record_is_a_problem():
    assert isinstance(of_text("", "[1]"), Problem)
    assert len(of_text("", "{" + "x" * 100, raw_characters=10).raw) == 10


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a.b[0].c", "a.b.0.c"),
        ('"content-type"', "content-type"),
        ('a."x.y"', None),
        ("a[*].b", None),
        ("a | b", None),
        ("@", None),
        ("ä", None),
    ],
)
def test_a_path_is_told_from_more_than_a_path(text, path):
    assert path_of(text) == path


def test_a_confidence_that_a_platform_keeps_as_text_is_the_number_it_stands_for():
    fields = Fields.parse("confidence=tags.sure")
    raw = {"tags": {"sure": "0.25"}}
    assert fields.incoming("x", raw, {"output": "o"}, Limits()).confidence == 0.25
    assert fields.incoming("x", {"tags": {"sure": "very"}}, {"output": "o"}, Limits()).field == (
        "confidence"
    )
