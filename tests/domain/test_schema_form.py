"""The form of a value: fields by schema or by the value itself, faults in plain words, edits."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.forms.draft import begin
from reviewer_app.domain.forms.fields import FieldKind
from reviewer_app.domain.forms.schema_faults import Remedy, Schema
from reviewer_app.domain.forms.schema_form import FIELDS_AT_MOST
from reviewer_app.domain.json.tree import read_tree
from tests.domain.test_json_tree import VALUES

SCHEMA = {
    "type": "object",
    "required": ["supplier", "date", "currency", "lines", "total"],
    "additionalProperties": False,
    "properties": {
        "supplier": {"type": "string", "minLength": 1, "title": "Supplier"},
        "date": {"type": "string", "format": "date"},
        "currency": {"enum": ["EUR", "NOK", "USD"]},
        "paid": {"type": "boolean"},
        "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}},
        "total": {"type": "number", "minimum": 0},
        "note": {"anyOf": [{"type": "string", "maxLength": 20}, {"type": "null"}]},
    },
    "$defs": {
        "line": {
            "type": "object",
            "required": ["text", "qty"],
            "properties": {"text": {"type": "string"}, "qty": {"type": "integer"}},
        }
    },
}
INVOICE = """{
  "supplier": "Nordlys",
  "date": "2026-03-12",
  "currency": "NOK",
  "lines": [
    {"text": "kit", "qty": 2}
  ],
  "total": 18450.00
}"""


def draft_of(text, schema=SCHEMA, now=None):
    made = Schema(None if schema is None else json.dumps(schema))
    return begin(text, text if now is None else now, made)


def fields_of(draft):
    return {part.path: part for part in draft.form.walk()}


def faults_of(draft):
    return [(fault.path, str(fault.words)) for fault in draft.faults]


def edited(path, typed, text=INVOICE, schema=SCHEMA):
    draft = draft_of(text, schema)
    return draft.entered(fields_of(draft)[path], typed)


def test_the_schema_says_what_each_field_is():
    fields = fields_of(draft_of(INVOICE))
    kinds = {path: part.kind for path, part in fields.items() if len(path) == 1}
    assert kinds == {
        ("supplier",): FieldKind.TEXT,
        ("date",): FieldKind.DATE,
        ("currency",): FieldKind.CHOICE,
        ("paid",): FieldKind.YES_NO,
        ("lines",): FieldKind.TABLE,
        ("total",): FieldKind.NUMBER,
        ("note",): FieldKind.TEXT,
    }
    assert fields["supplier",].label == "Supplier"
    assert fields["note",].is_nullable
    assert fields["paid",].raw is None
    assert not fields["paid",].is_required
    assert [c.kind for c in fields["lines",].columns] == [FieldKind.TEXT, FieldKind.INTEGER]


def test_hints_say_what_may_stand_in_a_field():
    hints = {p: [str(h) for h in part.hints] for p, part in fields_of(draft_of(INVOICE)).items()}
    assert hints["currency",] == ["one of EUR, NOK, USD"]
    assert hints["date",] == ["year-month-day"]
    assert hints["note",] == ["at most 20 characters"]
    assert hints["total",] == ["at least 0"]


def test_without_a_schema_the_value_says_it_itself():
    long = "many words " * 20
    text = json.dumps(
        {
            "n": 1.5,
            "t": "x",
            "l": long,
            "b": True,
            "nothing": None,
            "o": {"k": 1},
            "tags": ["a", None],
            "rows": [{"a": 1}, {"b": "x"}],
            "deep": [{"in": [{"x": 1}]}],
            "mixed": [1, {"a": 2}],
            "empty": {},
        }
    )
    kinds = {p[0]: f.kind for p, f in fields_of(draft_of(text, None)).items() if len(p) == 1}
    assert kinds == {
        "n": FieldKind.NUMBER,
        "t": FieldKind.TEXT,
        "l": FieldKind.LONG_TEXT,
        "b": FieldKind.YES_NO,
        "nothing": FieldKind.ANY,
        "o": FieldKind.GROUP,
        "tags": FieldKind.LIST,
        "rows": FieldKind.TABLE,
        "deep": FieldKind.ITEMS,
        "mixed": FieldKind.SOURCE,
        "empty": FieldKind.SOURCE,
    }


def test_a_table_may_have_a_column_without_a_name():
    fields = fields_of(draft_of('{"rows": [{"": 1}]}', None))
    assert fields["rows",].kind is FieldKind.TABLE
    assert fields["rows", 0, ""].raw == "1"


def test_an_object_with_a_key_twice_is_edited_as_json():
    draft = draft_of('{"o": {"a": 1, "a": 2}}', None)
    assert fields_of(draft)["o",].kind is FieldKind.SOURCE
    assert faults_of(draft) == [(("o",), "has “a” twice; readers see only the last")]


@pytest.mark.parametrize(
    ("path", "typed", "words"),
    [
        (("supplier",), "", "must not be empty"),
        (("date",), "12.03.2026", "must look like 2026-03-12"),
        (("currency",), "SEK", "must be one of EUR, NOK, USD"),
        (("paid",), "perhaps", "must be yes or no"),
        (("total",), "18,450.00", "must be a number"),
        (("total",), "-1", "must be at least 0"),
        (("note",), "x" * 21, "must have at most 20 characters"),
        (("lines", 0, "qty"), "1.5", "must be a whole number"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words_at_its_field(path, typed, words):
    assert faults_of(edited(path, typed)) == [(path, words)]


def test_what_is_missing_and_what_is_too_much_are_said_where_they_stand():
    draft = draft_of('{"extra": 1, "lines": [{"qty": 1}]}')
    assert set(faults_of(draft)) == {
        (("supplier",), "is required"),
        (("date",), "is required"),
        (("currency",), "is required"),
        (("total",), "is required"),
        (("lines", 0, "text"), "is required"),
        (("extra",), "is not expected here"),
    }
    fault = next(f for f in draft.faults if f.path == ("extra",))
    assert fault.remedy is Remedy.REMOVE
    assert draft.remedied(fault).tree.text == '{"lines": [{"qty": 1}]}'


def test_a_number_in_quotes_is_put_right_without_typing():
    draft = draft_of(INVOICE.replace("18450.00", '"18450.00"'))
    (fault,) = draft.faults
    assert draft.remedied(fault).tree.text == INVOICE


def test_without_a_schema_a_number_stays_one():
    draft = edited(("n",), "abc", '{"n": 5}', None)
    assert draft.tree.text == '{"n": "abc"}'
    assert faults_of(draft) == [(("n",), "must be a number")]


def test_alternatives_are_said_as_one_sentence():
    schema = {"properties": {"x": {"oneOf": [{"type": "string"}, {"type": "integer"}]}}}
    draft = draft_of('{"x": [1]}', schema)
    assert faults_of(draft) == [(("x",), "must be one of: text, a whole number")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is no JSON"),
        ('{"type": "strin"}', "no valid JSON Schema"),
        ('{"$ref": "http://example.invalid/s.json"}', "never read"),
        ('{"$ref": "file:///etc/hostname"}', "never read"),
        ('{"properties": {"a": {"$ref": "other.json"}}}', "never read"),
        ('{"$schema": "http://example.invalid/meta"}', "never read"),
        ('{"pattern": "("}', "no valid JSON Schema"),
        ("[1]", "no valid JSON Schema"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_a_schema_that_cannot_be_used_says_so_and_the_form_works_without(text, words):
    schema = Schema(text)
    assert words in str(schema.problem)
    draft = begin('{"a": 1}', '{"a": 1}', schema)
    assert [part.kind for part in draft.form.fields] == [FieldKind.NUMBER]
    assert draft.faults == ()


def test_references_that_go_round_end():
    schema = {
        "$ref": "#/$defs/tree",
        "$defs": {
            "tree": {
                "type": "object",
                "required": ["left"],
                "properties": {"left": {"$ref": "#/$defs/tree"}, "loop": {"$ref": "#/$defs/loop"}},
            },
            "loop": {"$ref": "#/$defs/loop"},
        },
    }
    draft = draft_of('{"left": {}}', schema)
    assert (("left", "left"), "is required") in faults_of(draft)


def test_allof_puts_its_parts_together():
    schema = {
        "allOf": [
            {"properties": {"a": {"type": "integer"}}, "required": ["a"]},
            {"properties": {"b": {"const": "x"}}},
        ]
    }
    fields = fields_of(draft_of("{}", schema))
    assert fields["a",].is_required
    assert fields["a",].kind is FieldKind.INTEGER
    assert [str(h) for h in fields["b",].hints] == ["always x"]


def test_an_edit_changes_its_value_and_the_same_words_give_it_back():
    draft = edited(("total",), "18540.00")
    assert draft.tree.text == INVOICE.replace("18450.00", "18540.00")
    assert draft.entered(fields_of(draft)["total",], "18450.00").tree.text == INVOICE


def test_a_member_that_was_missing_comes_in_the_order_of_the_schema_and_goes_again():
    draft = edited(("paid",), "true")
    assert '"currency": "NOK",\n  "paid": true,\n  "lines"' in draft.tree.text
    assert draft.entered(fields_of(draft)["paid",], "").tree.text == INVOICE
    assert draft.put_back(draft.changes[0]).tree.text == INVOICE


def test_a_new_row_is_like_the_last_one_and_empty():
    draft = draft_of(INVOICE)
    more = draft.with_new(fields_of(draft)["lines",])
    assert '    {"text": "kit", "qty": 2},\n    {"text": "", "qty": null}\n' in more.tree.text
    assert [(c.path, c.before) for c in more.changes] == [(("lines", 1), None)]
    assert more.put_back(more.changes[0]).tree.text == INVOICE


def test_a_row_taken_out_can_be_put_back_where_it_was():
    text = '{"r": [{"a": 1}, {"a": 2}, {"a": 3}]}'
    draft = draft_of(text, None).with_raw(("r", 1), None)
    assert draft.tree.text == '{"r": [{"a": 1}, {"a": 3}]}'
    assert draft.put_back(draft.changes[0]).tree.text == text


def test_json_that_is_half_typed_waits_and_is_said():
    text = '{"mixed": [1, {"a": 2}]}'
    draft = edited(("mixed",), '[1, {"a"', text, None)
    assert draft.tree.text == text
    assert faults_of(draft)[0][1].startswith("it is not JSON")
    whole = draft.entered(fields_of(draft)["mixed",], "[1]")
    assert whole.tree.text == '{"mixed": [1]}'
    assert whole.faults == ()


def test_escapes_are_written_as_the_text_writes_them():
    assert edited(("a",), "ø", '{"a": "\\u00e5"}', None).tree.text == '{"a": "\\u00f8"}'
    assert edited(("a",), "ø", '{"a": "å"}', None).tree.text == '{"a": "ø"}'


def test_line_ends_inside_a_text_stay_of_their_kind():
    draft = edited(("a",), "one\ntwo more", '{"a": "one\\r\\ntwo"}', None)
    assert draft.tree.text == '{"a": "one\\r\\ntwo more"}'


@pytest.mark.parametrize("text", ["", "free text", '"a"', "12", "null", '{"a": 1, "a": 2}'])
def test_what_has_no_fields_is_no_form(text):
    assert draft_of(text, None) is None


def test_too_many_fields_are_no_form():
    assert draft_of(json.dumps({str(n): n for n in range(FIELDS_AT_MOST)}), None) is None
    assert draft_of(json.dumps({str(n): n for n in range(FIELDS_AT_MOST - 1)}), None) is not None


def test_numbers_that_no_engine_could_hold_are_refused_not_tried():
    schema = {"properties": {"n": {"type": "number", "maximum": 5}}}
    draft = draft_of('{"n": 1e999999999}', schema)
    assert faults_of(draft) == [((), "holds a number too large to check; nothing was checked")]
    assert draft_of('{"n": ' + "9" * 5_000 + "}", schema).faults[0].path == ()


def test_faults_are_bounded():
    schema = {"additionalProperties": {"type": "string"}}
    draft = draft_of(json.dumps({str(n): n for n in range(300)}), schema)
    assert len(draft.faults) == 100


@given(VALUES, st.data())
def test_typing_into_any_field_keeps_json_and_every_other_field(value, data):
    text = json.dumps(value)
    draft = draft_of(text, None)
    if draft is None:
        return
    leaves = [part for part in draft.form.walk() if not part.is_container]
    if not leaves:
        return
    field = data.draw(st.sampled_from(leaves))
    now = draft.entered(field, data.draw(st.text(max_size=8)))
    assert read_tree(now.tree.text) is not None
    assert all(c.path[: len(field.path)] == field.path for c in now.changes) or (
        now.tree.at(field.path) is None
    )
    for change in now.changes:
        now = now.put_back(change)
    assert now.changes == ()
