"""JSON for showing keeps its numbers as written and survives whatever is thrown at it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.json.written import Number, one_line, read_json, text_in, write_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(VALUES, st.sampled_from([0, 2]))
def test_what_is_read_and_written_is_the_same(value, indent):
    assert json.loads(write_json(read_json(json.dumps(value)), indent)) == value


@pytest.mark.parametrize("number", ["640.00", "1e999", "-0.0", "123456789012345678901234567890"])
def test_a_number_stays_as_it_was_written(number):
    assert read_json(f"[{number}]") == [Number(number)]
    assert write_json(read_json(f"[{number}]")) == f"[{number}]"


@pytest.mark.parametrize("text", ["", "{", "nope", "[" * 100_000, '{"a":' * 500, "[1,]", '"\ud800'])
def test_what_is_no_json_or_too_deep_gives_nothing(text):
    assert read_json(text) is None


def test_a_text_that_is_too_long_is_not_read():
    assert read_json("[1]", at_most=2) is None


def test_an_object_reads_as_names_and_values_on_one_line():
    assert one_line(read_json('{"amount": 640.0, "to": "c-1"}')) == 'amount = 640.0, to = "c-1"'
    assert one_line(None) == ""
    assert len(one_line({str(n): n for n in range(10_000)}, 50)) <= 50


def test_a_long_value_is_cut_and_not_built_whole():
    assert len(text_in(["x"] * 100_000, 500)) == 500
