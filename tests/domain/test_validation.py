"""A record from outside becomes what intake takes, or a problem that names field and reason."""

import json
import math
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.fields import FieldRefused
from reviewer_app.domain.incoming import AttachedFile, Incoming, Problem
from reviewer_app.domain.json.text import parse_object
from reviewer_app.domain.validation import Limits, RawRecord, Terms, validate
from reviewer_app.domain.vocabulary import OutputType, Verdict


def outcome(text: str | dict[str, Any], terms: Terms | None = None) -> Incoming | Problem:
    text = text if isinstance(text, str) else json.dumps(text)
    return validate(RawRecord("in.jsonl:1", *parse_object(text)), terms or Terms())


def taken(text: str | dict[str, Any]) -> Incoming:
    found = outcome(text)
    assert isinstance(found, Incoming), found
    return found


def refused(text: str | dict[str, Any], terms: Terms | None = None) -> Problem:
    found = outcome(text, terms)
    assert isinstance(found, Problem), found
    return found


def cells(**values: str) -> Incoming | Problem:
    return validate(RawRecord("in.csv:2", values, is_cells=True), Terms())


def test_a_record_needs_nothing_but_an_output():
    assert taken({"output": "yes"}) == Incoming(place="in.jsonl:1", output="yes")


def test_an_empty_output_is_an_output_and_null_is_none():
    assert taken({"output": ""}).output == ""
    assert refused({"output": None}).reason == (
        "output is null; without one there is nothing to review"
    )
    assert refused({"id": "a"}).field == "output"


def test_an_output_that_is_no_text_is_kept_as_the_text_it_came_in():
    found = taken('{"output": {"b" : 1.50,  "a":[1e2]}, "input": [1,  2]}')
    assert found.output == '{"b" : 1.50,  "a":[1e2]}'
    assert found.input == "[1,  2]"
    assert found.output_type is OutputType.JSON


@pytest.mark.parametrize(
    ("output", "output_type"),
    [
        ("plain", OutputType.TEXT),
        ("# Title\n* not guessed", OutputType.TEXT),
        ("[Yes]", OutputType.TEXT),
        ('{"a": 1}', OutputType.JSON),
        (' [1, {"a": 2}]\n', OutputType.JSON),
        ('{"a": NaN}', OutputType.TEXT),
        ("[" * 10_000 + "]" * 10_000, OutputType.TEXT),
        ("12", OutputType.TEXT),
        (12, OutputType.JSON),
        (False, OutputType.JSON),
        ([], OutputType.JSON),
        ([{"role": "user", "content": "hi"}], OutputType.MESSAGES),
        ([{"role": "user"}], OutputType.JSON),
        ([{"name": "search", "arguments": "{}"}], OutputType.TOOL_CALLS),
        ([{"type": "function", "function": {}}], OutputType.TOOL_CALLS),
    ],
)
def test_the_type_of_an_output_follows_from_what_it_is(output, output_type):
    assert taken({"output": output}).output_type is output_type


def test_a_type_that_is_given_is_taken_and_one_that_is_none_is_refused():
    assert taken({"output": "x", "output_type": "Tool calls"}).output_type == "tool_calls"
    problem = refused({"output": "x", "output_type": "html"})
    assert problem.field == "output_type"
    assert problem.reason.startswith("output_type is “html”; it must be one of text, markdown")


@pytest.mark.parametrize("value", [0, 1, 0.5, 1.0, 1e-300])
def test_a_confidence_lies_between_zero_and_one(value):
    assert taken({"output": "x", "confidence": value}).confidence == value


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (1.5, "confidence is 1.5; it must lie between 0 and 1"),
        (-0.1, "confidence is -0.1; it must lie between 0 and 1"),
        (True, "confidence is true or false; it must be a number between 0 and 1"),
        ("0.5", "confidence is “0.5”; it must be a number between 0 and 1"),
        ("high", "confidence is “high”; it must be a number between 0 and 1"),
        ([0.5], "confidence is a list; it must be a number between 0 and 1"),
        (10**400, "confidence is 1000000000000000000000000000000000000000…; it must lie"),
    ],
)
def test_a_confidence_that_is_none_is_refused_with_what_was_seen(value, reason):
    problem = refused({"output": "x", "confidence": value})
    assert problem.field == "confidence"
    assert problem.reason.startswith(reason)


@given(st.floats())
def test_no_float_but_one_from_zero_to_one_gets_through(value):
    found = validate(RawRecord("p", {"output": "x", "confidence": value}), Terms())
    assert isinstance(found, Incoming) == (0 <= value <= 1)
    assert isinstance(found, Incoming) or not math.isfinite(value) or found.field == "confidence"


def test_a_cell_may_hold_a_number_as_text_and_nan_is_still_refused():
    found = cells(output="x", confidence=" 0.25 ", created_at="1700000000")
    assert isinstance(found, Incoming)
    assert found.confidence == 0.25
    assert found.created_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    problem = cells(output="x", confidence="NaN")
    assert isinstance(problem, Problem)
    assert problem.reason == "confidence is nan; it must lie between 0 and 1"


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2023-07-02T21:28:40", datetime(2023, 7, 2, 21, 28, 40, tzinfo=UTC)),
        ("2023-07-02T21:28:40.5Z", datetime(2023, 7, 2, 21, 28, 40, 500_000, tzinfo=UTC)),
        ("2023-07-02 23:28:40+02:00", datetime(2023, 7, 2, 21, 28, 40, tzinfo=UTC)),
        ("2023-07-02 21:28:40 UTC", datetime(2023, 7, 2, 21, 28, 40, tzinfo=UTC)),
        ("2023-07-02T21:28:40.123456789Z", datetime(2023, 7, 2, 21, 28, 40, 123456, tzinfo=UTC)),
        ("2023-07-02", datetime(2023, 7, 2, tzinfo=UTC)),
        ("20230702", datetime(2023, 7, 2, tzinfo=UTC)),
        (1688333320, datetime(2023, 7, 2, 21, 28, 40, tzinfo=UTC)),
        (1688333320.5, datetime(2023, 7, 2, 21, 28, 40, 500_000, tzinfo=UTC)),
        (1688333320500, datetime(2023, 7, 2, 21, 28, 40, 500_000, tzinfo=UTC)),
        (1688333320500000000, datetime(2023, 7, 2, 21, 28, 40, 500_000, tzinfo=UTC)),
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        (None, None),
    ],
)
def test_a_time_is_iso_8601_or_a_number_since_1970_and_utc_where_it_is_naive(value, moment):
    assert taken({"output": "x", "created_at": value}).created_at == moment


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "2023-13-01",
        "2023-02-29",
        "1690101012345",
        "0001-01-01T00:00:00+14:00",
        True,
        {},
        -(10**300),
        1e300,
        10**400,
        "2023-07-02T25:00:00",
        "2" * 100,
    ],
)
def test_a_time_that_is_none_is_refused_with_what_was_seen(value):
    problem = refused({"output": "x", "created_at": value})
    assert problem.field == "created_at"
    assert "it must be a time such as" in problem.reason
    assert len(problem.reason) < 160


def test_an_id_may_be_a_number_and_keeps_its_digits():
    assert taken('{"output": "x", "id": 12345678901234567890}').external_id == (
        "12345678901234567890"
    )
    assert taken('{"output": "x", "id": 1.50}').external_id == "1.50"
    assert taken({"output": "x", "id": ""}).external_id is None
    assert refused({"output": "x", "id": True}).reason == ("id is true or false; it must be a text")


@pytest.mark.parametrize(
    ("name", "most"),
    [("id", 512), ("workflow", 200), ("step", 200), ("agent", 200), ("model_version", 200)],
)
def test_a_name_that_is_too_long_is_refused(name, most):
    assert isinstance(outcome({"output": "x", name: "n" * most}), Incoming)
    problem = refused({"output": "x", name: "n" * (most + 1)})
    assert (problem.field, problem.reason) == (
        name,
        f"{name} has {most + 1} characters; it may have {most}",
    )


def test_a_problem_carries_a_bounded_head_of_the_record():
    problem = refused({"confidence": 2, "output": "x" * 10_000})
    assert problem.raw.startswith('{"confidence": 2')
    assert len(problem.raw) == 2_000


def test_metadata_is_kept_as_it_came():
    assert taken('{"output": "", "metadata": {"b":1.0,  "a" : [ ]}}').meta == (
        '{"b":1.0,  "a" : [ ]}'
    )
    assert taken('{"output": "", "metadata": null}').meta == "{}"
    assert refused('{"output": "", "metadata": [1]}').reason == (
        "metadata is a list; it must be an object"
    )
    assert refused('{"output": "", "metadata": "{}"}').field == "metadata"


def test_a_field_that_is_unknown_goes_into_the_metadata_as_it_came():
    text = '{"cost": 1.50, "output": "", "metadata": {"team" : "a", "x": 1}, "x": 2, "tags": [1]}'
    assert taken(text).meta == '{"team": "a", "x": 1, "cost": 1.50, "tags": [1]}'


def test_a_trace_is_json_text():
    assert taken('{"output": "", "trace": {"spans" : [1.0]}}').trace == '{"spans" : [1.0]}'
    assert taken('{"output": "", "trace": "[1]"}').trace == "[1]"
    assert taken('{"output": "", "trace": "step 1"}').trace == '"step 1"'


def attach(name: str) -> AttachedFile:
    if name == "gone":
        raise FieldRefused("attachments", "(“gone”) is not there")
    return AttachedFile(name, "text/plain", b"x" * 600)


def test_attachments_are_read_by_the_connector():
    found = outcome({"output": "", "attachments": ["a", {"path": "b"}]}, Terms(attach=attach))
    assert isinstance(found, Incoming)
    assert [file.name for file in found.attachments] == ["a", "b"]


@pytest.mark.parametrize(
    ("named", "field"),
    [
        (["a", "gone"], "attachments[1]"),
        ([""], "attachments[0]"),
        ([7], "attachments[0]"),
        ("a", "attachments"),
        (["a"] * 4, "attachments"),
        (["a"] * 3, "attachments"),
    ],
)
def test_an_attachment_that_cannot_be_taken_is_named(named, field):
    terms = Terms(limits=Limits(attachments=3, all_attachments=1500), attach=attach)
    assert refused({"output": "", "attachments": named}, terms).field == field


def test_a_source_without_files_refuses_attachments():
    assert refused({"output": "", "attachments": ["a"]}).field == "attachments[0]"


def test_cells_that_hold_json_are_read_and_the_others_keep_their_text():
    found = cells(
        output="",
        metadata='{"a": 1.0}',
        human='[{"annotator": "a", "verdict": "approve"}]',
        amount="12.50",
        code="007",
        note="",
        big="12345678901234567890",
        workflow="",
    )
    assert isinstance(found, Incoming)
    assert found.judgements[0].verdict is Verdict.APPROVE
    assert found.meta == (
        '{"a": 1.0, "amount": 12.50, "code": "007", "big": "12345678901234567890"}'
    )
    problem = cells(output="", metadata="{'a': 1}")
    assert isinstance(problem, Problem)
    assert problem.reason.startswith("metadata must be JSON, and it is not JSON: a key in double")
    assert problem.raw.startswith("output: ")
