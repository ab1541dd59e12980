"""JSON read and edited without loss: an edit changes one value and nothing beside it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.json.edit import (
    with_element,
    with_member,
    with_moved,
    with_value,
    without,
)
from reviewer_app.domain.json.layout import DEPTH_AT_MOST
from reviewer_app.domain.json.tree import Kind, pointer_of, read_tree, repeated_key, walk

INVOICE = """{
  "supplier" : "Nordlys \\u0041S",
  "lines": [
    { "qty": 120,  "amount": 9600.00 },
    { "qty": 1,  "amount": 27.0e2 }
  ],
  "notes": [],
  "total": 18450.00
}
"""

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
LAYOUTS = st.sampled_from(
    [{"indent": 2}, {"indent": "\t"}, {"separators": (",", ":")}, {"separators": (" ,", " : ")}, {}]
)


@st.composite
def texts(draw):
    layout = draw(LAYOUTS)
    value = draw(VALUES)
    return draw(st.sampled_from(["", " ", "\n"])) + json.dumps(
        value, ensure_ascii=draw(st.booleans()), **layout
    )


def paths_of(value, path=()):
    yield path
    steps = value.items() if isinstance(value, dict) else ()
    steps = enumerate(value) if isinstance(value, list) else steps
    for step, part in steps:
        yield from paths_of(part, (*path, step))


def at(value, path):
    for step in path:
        value = value[step]
    return value


@given(texts())
def test_every_value_is_found_as_it_was_written(text):
    tree = read_tree(text)
    value = json.loads(text)
    for path in paths_of(value):
        node = tree.at(path)
        assert json.loads(tree.raw(node)) == at(value, path)
        assert (node.kind is Kind.TEXT) is isinstance(at(value, path), str)
    assert sum(1 for _ in walk(tree.root)) == sum(1 for _ in paths_of(value))


@given(texts(), st.data(), VALUES)
def test_a_replaced_value_leaves_every_other_character_alone(text, data, new):
    value = json.loads(text)
    path = data.draw(st.sampled_from(list(paths_of(value))))
    node = read_tree(text).at(path)
    raw = json.dumps(new)
    edited = with_value(read_tree(text), path, raw)
    assert edited == text[: node.start] + raw + text[node.end :]
    if not path:
        value = new
    else:
        at(value, path[:-1])[path[-1]] = new
    assert json.loads(edited) == value


@given(texts(), st.data(), VALUES)
def test_parts_come_and_go_as_in_the_value_itself(text, data, new):
    value = json.loads(text)
    path = data.draw(st.sampled_from(list(paths_of(value))))
    container = at(value, path)
    tree, raw = read_tree(text), json.dumps(new)
    if isinstance(container, list):
        index = data.draw(st.integers(0, len(container)))
        container.insert(index, new)
        edited = with_element(tree, path, index, raw)
    elif isinstance(container, dict):
        key = data.draw(st.text().filter(lambda k: k not in container))
        edited = with_member(tree, path, (key, raw), data.draw(st.integers(0, 5)))
        container[key] = new
    else:
        return
    assert json.loads(edited) == value
    if isinstance(container, list):
        assert json.loads(without(read_tree(edited), (*path, index))) == json.loads(text)
    else:
        assert json.loads(without(read_tree(edited), (*path, key))) == json.loads(text)


@given(st.lists(VALUES, min_size=1, max_size=6), LAYOUTS, st.data())
def test_a_moved_element_takes_its_place_and_the_layout_stays(value, layout, data):
    text = json.dumps(value, **layout)
    start, to = (data.draw(st.integers(0, len(value) - 1)) for _ in "ab")
    edited = with_moved(read_tree(text), (start,), to)
    value.insert(to, value.pop(start))
    assert json.loads(edited) == value
    assert with_moved(read_tree(edited), (to,), start) == text


@given(st.text(alphabet='{}[]",:0123456789.eE+-tfn\\u ax\n', max_size=40))
def test_it_reads_exactly_what_json_is(text):
    def refuse(_):
        raise ValueError

    try:
        json.loads(text, parse_constant=refuse)
    except ValueError:
        assert read_tree(text) is None
    else:
        assert read_tree(text) is not None


def test_numbers_escapes_and_space_stay_as_they_came():
    edited = with_value(read_tree(INVOICE), ("lines", 0, "qty"), "121")
    assert edited == INVOICE.replace("120", "121")


def test_a_new_row_is_laid_out_like_the_others():
    edited = with_element(read_tree(INVOICE), ("lines",), 2, '{ "qty": 2,  "amount": 1 }')
    assert '    { "qty": 1,  "amount": 27.0e2 },\n    { "qty": 2,  "amount": 1 }\n  ],' in edited


def test_the_first_row_of_an_empty_list_gets_a_line_where_others_have_one():
    edited = with_element(read_tree(INVOICE), ("notes",), 0, '"late"')
    assert '"notes": [\n    "late"\n  ],' in edited
    assert with_element(read_tree('{"a": []}'), ("a",), 0, "1") == '{"a": [1]}'


def test_a_new_member_is_set_off_as_the_object_sets_off_its_own():
    compact = with_member(read_tree('{"a":1,"b":2}'), (), ("c", "3"), 1)
    assert compact == '{"a":1,"c":3,"b":2}'
    assert with_member(read_tree('{"a": 1}'), (), ("b", "2"), 1) == '{"a": 1, "b": 2}'
    spread = with_member(read_tree(INVOICE), (), ("due", '"x"'), 99)
    assert spread.endswith('"total": 18450.00,\n  "due" : "x"\n}\n')


def test_a_key_that_comes_twice_is_kept_and_found():
    tree = read_tree('{"a": 1, "a": 2}')
    assert [part.key for part in tree.root.parts] == ["a", "a"]
    assert tree.raw(tree.at(("a",))) == "2"
    assert repeated_key(tree.root) == "a"
    assert without(tree, ("a",)) == '{"a": 1}'


@pytest.mark.parametrize(
    "text", ["", "{", '{"a"}', "[1,]", "01", "[1] 2", "NaN", "'a'", '"\n"', '"\\x"', "tru", "+1"]
)
def test_what_is_no_json_is_none(text):
    assert read_tree(text) is None


def test_depth_is_bounded():
    assert read_tree("[" * DEPTH_AT_MOST + "]" * DEPTH_AT_MOST) is not None
    assert read_tree("[" * 100_000) is None
    assert read_tree("[" * (DEPTH_AT_MOST + 2) + "]" * (DEPTH_AT_MOST + 2)) is None


def test_the_number_of_values_is_bounded():
    assert read_tree("[1, 2]", 3) is not None
    assert read_tree("[1, 2, 3]", 3) is None


def test_a_pointer_escapes_its_own_signs():
    assert pointer_of(("a/b", 0, "~c")) == "/a~1b/0/~0c"
    assert pointer_of(()) == ""
