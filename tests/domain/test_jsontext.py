"""Strict JSON: what is refused, where and why, and that nothing is re-encoded."""

import json
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.json.faults import MAX_VALUES, JsonRefused
from reviewer_app.domain.json.text import canonical, parse, parse_object, slice_at

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=20,
)
RECORDS = st.dictionaries(TEXTS, VALUES, max_size=6)


def refused(text: str) -> JsonRefused:
    with pytest.raises(JsonRefused) as caught:
        parse_object(text)
    return caught.value


@given(RECORDS, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_every_record_is_read_as_the_standard_library_reads_it(record, indent, is_ascii):
    text = json.dumps(record, indent=indent, ensure_ascii=is_ascii)
    assert parse_object(f" {text}\r\n")[0] == record
    assert parse(text) == record


@given(RECORDS, st.sampled_from([None, 2]), st.booleans())
def test_the_slice_of_a_member_is_the_very_text_of_its_value(record, indent, is_ascii):
    parts = {
        key: json.dumps(value, indent=indent, ensure_ascii=is_ascii)
        for key, value in record.items()
    }
    text = "{ " + " ,\n".join(f"{json.dumps(key)} : {part}" for key, part in parts.items()) + " }"
    slices = parse_object(text)[1]
    assert {key: slices[key] for key in slices} == parts


@given(st.lists(st.tuples(TEXTS, VALUES), max_size=6, unique_by=lambda pair: pair[0]))
def test_a_slice_deep_inside_is_the_very_text_too(pairs):
    parts = [(key, json.dumps(value, indent=1)) for key, value in pairs]
    listed = ", ".join(f"{{ {json.dumps(key)}: {part} }}" for key, part in parts)
    for n, (key, part) in enumerate(parts):
        assert slice_at(f' {{"a": [{listed}]}} ', ["a", str(n), key]) == part


def test_a_number_keeps_the_digits_it_was_written_with():
    assert parse_object('{"output": 1.50, "id": 1e2}')[1]["output"] == "1.50"


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ('{"a":1,"b":2,"a":3}', "a", "the key “a” appears twice in the record"),
        ('{"m":[{"k":1,"k":1}]}', "m[0].k", "the key “k” appears twice in m[0]"),
        ('{"a":{"b":NaN}}', "a.b", "a.b is NaN, which is not JSON"),
        ('{"a":[1,-Infinity]}', "a[1]", "a[1] is -Infinity, which is not JSON"),
        ('{"a":1e999}', "a", "a is 1e999, too large to hold"),
        ('{"a":-1E999}', "a", "a is -1E999, too large to hold"),
        ('{"a":"x\\u0000"}', "a", "the character NUL"),
        ('{"\\u0000":1}', "", "a key of the record: a text holds the character NUL"),
        ('{"a":["\\ud83d"]}', "a[0]", "half of a surrogate pair (U+D83D)"),
        ('{"a":"\\uDE00\\ud83d"}', "a", "half of a surrogate pair (U+DE00)"),
        ('{"a":"\udc80"}', "a", "half of a surrogate pair (U+DC80)"),
        ('{"a":' + "9" * 5000 + "}", "a", "an integer of 5,000 digits"),
        ('{"a":1} {"a":2}', "", "something follows the end of the record at character 9"),
        ("[1]", "", "it is a list; a record is an object"),
        ("null", "", "it is null; a record is an object"),
        ('"x"', "", "it is a text; a record is an object"),
        ("", "", "it is not JSON: a value is missing at the end"),
        ('{"a":1', "", "a comma or the end is missing at the end; it may be cut off"),
        ('{"a":"b', "", "a text that never ends starts at character 6"),
        ('{"a":1,}', "", "it is not JSON: "),
        ("{'a':1}", "", "a key in double quotes is missing at character 2"),
        ('{"a" 1}', "", "a colon is missing at character 6"),
        ('{"a":tru}', "", "a value is missing at character 6"),
        ('{"a":01}', "", "a comma or the end is missing at character 7"),
        ('{"a":"\x00"}', "", "an unescaped control character stands at character 7"),
        ('{"a":"\\x"}', "", "a wrong escape stands at character 7"),
        ('{"a":1}\x00', "", "something follows the end"),
    ],
)
def test_what_no_record_can_hold_is_refused_with_its_path_and_reason(text, path, reason):
    error = refused(text)
    assert error.path == path
    assert reason in error.reason


def test_a_whole_surrogate_pair_and_an_escaped_backslash_are_no_fault():
    members = parse_object('{"a":"\\ud83d\\ude00","b":"\\\\u0000 \\\\ud800"}')[0]
    assert members == {"a": "😀", "b": "\\u0000 \\ud800"}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"a":' + "[" * 200 + "]" * 200 + "}",
        '{"a":' + '{"a":' * 200 + "1" + "}" * 201,
    ],
)
def test_what_nests_too_deep_is_refused_before_it_is_built(text):
    assert refused(text).reason == "it nests more than 200 objects and lists in one another"


def test_two_hundred_levels_are_not_too_deep():
    text = '{"a":' + "[" * 199 + "]" * 199 + "}"
    assert parse_object(text)[1]["a"] == "[" * 199 + "]" * 199


def test_brackets_and_commas_inside_of_texts_nest_nothing():
    text = json.dumps({"output": '[{,"\\' * (MAX_VALUES // 2)})
    assert parse_object(text)[0] == json.loads(text)


def test_more_values_than_memory_should_hold_are_refused():
    text = '{"a":[' + "[]," * MAX_VALUES + "[]]}"
    assert refused(text).reason == "it holds more than 1,000,000 values"


@given(VALUES)
def test_the_canonical_form_depends_on_the_value_alone(value):
    text = json.dumps(value, indent=2)
    again = json.loads(text, object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    assert canonical(value) == canonical(again)


def test_the_canonical_form_sorts_and_keeps_large_integers_as_text():
    assert canonical({"b": 2**53, "a": [1.0, 2**53 - 1]}) == (
        '{"a":[1,9007199254740991],"b":"9007199254740992"}'
    )


@pytest.mark.parametrize("hostile", ['\\"', '"', "\\", "[", "]", "{", ",", '":', "\\u"])
def test_the_time_to_refuse_grows_no_faster_than_the_text(hostile):
    text = '{"a":' + "[" * 300 + '"' + hostile * 2_000_000
    start = process_time()
    assert refused(text).reason
    assert process_time() - start < 20
