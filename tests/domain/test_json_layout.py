"""JSON laid out for reading keeps every value as it was written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.json.layout import DEPTH_AT_MOST, indented_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_the_value_is_the_same(value):
    laid_out = indented_json(json.dumps(value))
    assert laid_out is not None
    assert json.loads(laid_out) == value


def test_numbers_and_repeated_keys_stay_as_written():
    laid_out = indented_json('{"a":1e999,"a":12345678901234567890.10,"b":[]}')
    assert laid_out == '{\n  "a": 1e999,\n  "a": 12345678901234567890.10,\n  "b": []\n}'


@pytest.mark.parametrize(
    "text",
    ["", '{"a":', "{} {}", "}", '{"a": "x}', "[" * (DEPTH_AT_MOST + 1) + "]" * (DEPTH_AT_MOST + 1)],
)
def test_what_is_none_or_too_deep_is_left_alone(text):
    assert indented_json(text) is None
