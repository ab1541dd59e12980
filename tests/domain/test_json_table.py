"""Tables in JSON and in separated text: cells keep their true text."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.outputs.table import (
    COLUMNS_AT_MOST,
    Word,
    json_table,
    separated_table,
    tab_separated,
)


def test_a_list_of_flat_objects_is_a_table_with_every_key_that_occurs():
    table = json_table('[{"a": 1.50, "b": "x"}, {"a": null, "c": true}]')
    assert table.columns == ("a", "b", "c")
    assert table.rows == (("1.50", "x", None), ("null", None, "true"))
    assert table.numeric == {0}


def test_a_word_and_a_text_that_reads_the_same_are_told_apart():
    table = json_table('[{"a": null, "b": "null"}]')
    assert [isinstance(cell, Word) for cell in table.rows[0]] == [True, False]


def test_columns_beside_rows_are_a_table():
    table = json_table('{"columns": ["a", {"name": "b"}], "rows": [[1, "x"], [2]]}')
    assert table.columns == ("a", "b")
    assert table.cell(1, 1) is None
    assert json_table('{"columns": ["a"], "data": [{"a": 1}]}').rows == (("1",),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[1, 2]",
        "[{}]",
        '[{"a": {"b": 1}}]',
        '[{"a": [{"b": 1}]}]',
        '[{"a": 1, "a": 2}]',
        '{"columns": ["a"], "rows": [[1]], "total": 3}',
        '{"columns": ["a"], "rows": [[1, 2]]}',
        '{"columns": ["a"], "rows": [{"b": 1}]}',
        '{"a": 1}',
        "[" * 100_000,
        json.dumps([{str(n): n for n in range(COLUMNS_AT_MOST + 1)}]),
    ],
)
def test_what_a_table_would_hide_or_bend_is_none(text):
    assert json_table(text) is None


def test_separated_text_finds_its_sign_and_keeps_zeros():
    table = separated_table('code;price;what\n007;1.50;"a;b"\n')
    assert table.columns == ("code", "price", "what")
    assert table.rows == (("007", "1.50", "a;b"),)
    assert table.numeric == {1}


def test_a_row_longer_than_the_header_keeps_its_cells():
    table = separated_table("a,b\n1,2,3\n")
    assert table.columns == ("a", "b", "")
    assert table.rows == (("1", "2", "3"),)


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_is_copied_reads_back_as_the_same_cells(rows):
    text = tab_separated(rows)
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    assert read == rows


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from("abc"), st.text(max_size=5) | st.integers(), min_size=1, max_size=3
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_value_stands_in_its_row_under_its_name(records):
    table = json_table(json.dumps(records))
    for row, record in enumerate(records):
        for name, value in record.items():
            assert table.cell(row, table.columns.index(name)) == str(value)
