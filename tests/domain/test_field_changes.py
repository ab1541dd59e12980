"""Field-level corrections: exact, in order, none where nothing changed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.forms.draft import FormDraft
from reviewer_app.domain.forms.schema_faults import Schema
from reviewer_app.domain.json.changes import FieldChange, field_changes
from reviewer_app.domain.json.tree import read_tree
from tests.domain.test_json_tree import VALUES


def changed(before, after):
    return [(c.path, c.before, c.after) for c in field_changes(before, after)]


def test_a_changed_field_is_told_with_both_values_as_written():
    before = '{"date": "12.03.2026", "total": 18450.0, "ok": true}'
    after = '{"date": "2026-03-12", "total": 18450.00, "ok": true}'
    assert field_changes(before, after) == (
        FieldChange("/date", '"12.03.2026"', '"2026-03-12"'),
        FieldChange("/total", "18450.0", "18450.00"),
    )


def test_fields_that_come_and_go_have_one_side():
    assert changed('{"a": 1, "b": [1]}', '{"b": [1], "c": null}') == [
        ("/a", "1", None),
        ("/c", None, "null"),
    ]


def test_layout_key_order_and_escapes_are_no_change():
    assert field_changes('{"a":1,"b":"\\u0041"}', '{ "b": "A",\n "a": 1 }') == ()


def test_a_number_as_text_is_a_change():
    assert changed('{"n": 5}', '{"n": "5"}') == [("/n", "5", '"5"')]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("[1, 2, 3]", "[1, 9, 3]", [("/1", "2", "9")]),
        ("[1, 2]", "[1, 2, 3]", [("/2", None, "3")]),
        ("[1, 2, 3]", "[1, 3]", [("/1", "2", None)]),
        ("[1, 3]", "[1, 2, 3]", [("/1", None, "2")]),
        ("[1, 2, 3]", "[]", [("/0", "1", None), ("/1", "2", None), ("/2", "3", None)]),
        ("[1, 2, 3]", "[2, 3, 4]", [("/0", "1", None), ("/2", None, "4")]),
        ("[1, 2, 3]", "[4, 5, 6]", [("/0", "1", "4"), ("/1", "2", "5"), ("/2", "3", "6")]),
        ("[[1], 2]", "[[4], 2, 3]", [("/0/0", "1", "4"), ("/2", None, "3")]),
    ],
)
def test_elements_belong_together_such_that_little_differs(before, after, said):
    assert changed(before, after) == said


def test_a_row_too_many_does_not_change_the_rows_behind_it():
    before = '[{"a": "x", "n": 1, "m": 1}, {"a": "y", "n": 2, "m": 2}, {"a": "z", "n": 3, "m": 3}]'
    after = '[{"a": "y", "n": 9, "m": 2}, {"a": "z", "n": 3, "m": 3}]'
    assert changed(before, after) == [
        ("/0", '{"a": "x", "n": 1, "m": 1}', None),
        ("/0/n", "2", "9"),
    ]


def test_very_long_lists_are_compared_by_position():
    before, after = list(range(300)), [*range(1, 299), 0, 0]
    assert len(changed(json.dumps(before), json.dumps(after))) == 300


def test_an_object_with_a_key_twice_changes_as_one():
    assert changed('{"a": 1, "a": 2}', '{"a": 1, "a": 3}') == [
        ("", '{"a": 1, "a": 2}', '{"a": 1, "a": 3}')
    ]


@pytest.mark.parametrize("text", ["", "free text", "{broken", "[" * 5_000])
def test_what_is_no_json_has_no_fields(text):
    assert field_changes(text, '{"a": 1}') == ()
    assert field_changes('{"a": 1}', text) == ()


@given(VALUES, st.sampled_from([None, 2]))
def test_the_same_value_in_another_layout_has_no_changes(value, indent):
    assert field_changes(json.dumps(value), json.dumps(value, indent=indent)) == ()


@given(VALUES, VALUES)
def test_there_are_changes_exactly_where_the_values_differ(old, new):
    before, after = json.dumps(old), json.dumps(new)
    is_same = json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True)
    assert (field_changes(before, after) == ()) is is_same


@given(VALUES, VALUES)
def test_what_stands_there_now_is_found_under_its_pointer(old, new):
    for change in field_changes(json.dumps(old), json.dumps(new)):
        if change.after is not None:
            assert json.loads(change.after) == looked_up(new, change.path)


@given(VALUES, VALUES)
def test_putting_everything_back_gives_the_original(old, new):
    draft = FormDraft(read_tree(json.dumps(old)), read_tree(json.dumps(new)), Schema(None))
    for _ in range(200):
        if not draft.changes:
            break
        draft = draft.put_back(draft.changes[-1])
    assert json.dumps(json.loads(draft.tree.text), sort_keys=True) == json.dumps(
        old, sort_keys=True
    )


def looked_up(value, pointer):
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value
