"""The agent that waits, read from metadata that anybody may have written."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.domain.waiting import MEMBER, SCHEMA_AT_MOST, Waiting, waiting_in, waiting_of

GOOD = {"kind": "langgraph", "id": "t:1", "allowed": ["approve", "reject"]}
NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def meta(**changed):
    return json.dumps({"team": "a", MEMBER: {**GOOD, **changed}})


def test_a_waiting_item_says_what_waits_and_what_it_takes():
    found = waiting_in(meta(expires_at="2026-03-02T12:00:00", schema={"type": "object"}))
    assert found == Waiting(
        "langgraph",
        "t:1",
        frozenset({Verdict.APPROVE, Verdict.REJECT}),
        datetime(2026, 3, 2, 12, tzinfo=UTC),
        '{"type": "object"}',
    )


def test_handing_on_is_always_possible():
    found = waiting_of(GOOD)
    assert [verdict for verdict in Verdict if found.takes(verdict)] == [
        Verdict.APPROVE,
        Verdict.REJECT,
        Verdict.ESCALATE,
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": ""},
        {"kind": None},
        {"id": 7},
        {"id": "x" * 513},
        {"allowed": "approve"},
        {"allowed": ["escalate"]},
        {"allowed": [["approve"]]},
        {"allowed": ["approve"] * 4},
        {"allowed": None},
        {"expires_at": "soon"},
        {"expires_at": 5},
        {"schema": "{}"},
        {"schema": {"title": "x" * SCHEMA_AT_MOST}},
    ],
)
def test_what_is_not_as_it_must_be_counts_as_not_waiting(changed):
    assert waiting_in(meta(**changed)) is None


@pytest.mark.parametrize("text", ["{}", "", '"waiting"', '["waiting"]', '{"waiting": 1}', '{"wai'])
def test_metadata_without_a_waiting_agent_have_none(text):
    assert waiting_in(text) is None


@given(st.dictionaries(st.sampled_from([*GOOD, "expires_at", "schema"]), NESTED) | NESTED)
def test_no_metadata_whatever_break_it(member):
    found = waiting_in(json.dumps({MEMBER: member}))
    assert found is None or found.allowed <= set(Verdict) - {Verdict.ESCALATE}


@given(
    st.frozensets(st.sampled_from([Verdict.APPROVE, Verdict.CORRECT, Verdict.REJECT])),
    st.none() | st.datetimes(timezones=st.just(UTC)),
    st.none() | st.just('{"type": "object"}'),
)
def test_what_is_written_reads_back_the_same(allowed, expires_at, schema):
    made = Waiting("python", "a", allowed, expires_at, schema)
    assert waiting_in(json.dumps({MEMBER: made.member})) == made
