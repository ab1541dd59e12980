"""Judgements made elsewhere come with a record under `human`."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from reviewer_app.domain.incoming import Incoming, Judgement, Problem
from reviewer_app.domain.json.text import parse_object
from reviewer_app.domain.validation import RawRecord, Terms, validate
from reviewer_app.domain.vocabulary import Verdict


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


def test_judgements_made_elsewhere_come_along():
    human = [
        {"annotator": "ann", "verdict": "correct", "corrected_output": "no", "comment": "why"},
        {"annotator": 7, "verdict": "abstain", "labels": {"score": 1}},
        {"annotator": "b", "verdict": "Reject", "decided_at": "2024-08-21T08:01:48Z"},
        {"annotator": "c", "verdict": "approve", "logged_ms": 13802, "corrected_output": {"a": 1}},
        {"annotator": "d", "verdict": "escalate", "logged_ms": 9, "active_seconds": 2.5},
    ]
    assert taken({"output": "x", "human": human}).judgements == (
        Judgement("ann", Verdict.CORRECT, "no", "why"),
        Judgement("7", None, labels={"score": 1}),
        Judgement("b", Verdict.REJECT, decided_at=datetime(2024, 8, 21, 8, 1, 48, tzinfo=UTC)),
        Judgement("c", Verdict.APPROVE, '{"a": 1}', active_seconds=13.802),
        Judgement("d", Verdict.ESCALATE, active_seconds=2.5),
    )
    assert taken({"output": "x", "human": None}).judgements == ()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"verdict": "good"}, "human[1].verdict"),
        ({"verdict": None}, "human[1].verdict"),
        ({"annotator": " "}, "human[1].annotator"),
        ({"annotator": ["a"]}, "human[1].annotator"),
        ({"comment": 1}, "human[1].comment"),
        ({"labels": ["a"]}, "human[1].labels"),
        ({"decided_at": "soon"}, "human[1].decided_at"),
        ({"logged_ms": -1}, "human[1].logged_ms"),
        ({"active_seconds": "5"}, "human[1].active_seconds"),
    ],
)
def test_a_judgement_that_is_wrong_names_its_place_and_field(changed, field):
    good = {"annotator": "a", "verdict": "approve"}
    problem = refused({"output": "x", "human": [good, good | changed]})
    assert problem.field == field
    assert problem.reason.startswith(field)


def test_judgements_that_are_no_list_of_objects_are_refused():
    assert refused({"output": "x", "human": {"a": 1}}).field == "human"
    assert refused({"output": "x", "human": ["ann"]}).field == "human[0]"
