"""What an agent submits: taken once, under its own id, or refused with the field at fault."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from pydantic import BaseModel

from reviewer_app.agents import RecordRefused
from reviewer_app.domain.vocabulary import Disposition, OutputType
from reviewer_app.domain.waiting import waiting_in
from tests.agents.conftest import used
from tests.factory import entries


class Refund(BaseModel):
    amount: float
    to: str


@dataclass
class Note:
    words: str


def whole(reviewer, ticket):
    return reviewer._opened.profile.review.open(ticket.id)


def test_what_is_submitted_has_the_fields_that_were_given(reviewer):
    when = datetime(2026, 3, 1, 8, tzinfo=UTC)
    ticket = reviewer.submit(
        "Refund 50 EUR.",
        id="case-7",
        workflow="support",
        step="reply",
        agent="writer",
        model_version="3",
        input={"question": "where is it?"},
        confidence=0.25,
        metadata={"amount": 50},
        output_type="markdown",
        trace=[{"role": "user", "content": "hi"}],
        created_at=when,
    )
    desk = whole(reviewer, ticket)
    item = desk.item
    assert (item.source, item.external_id, ticket.external_id) == ("agents", "case-7", "case-7")
    assert (item.workflow, item.step, item.agent) == ("support", "reply", "writer")
    assert (item.model_version, item.confidence, item.created_at) == ("3", 0.25, when)
    assert item.output_type is OutputType.MARKDOWN
    assert json.loads(desk.content.input) == {"question": "where is it?"}
    assert json.loads(desk.content.meta) == {"amount": 50}
    assert json.loads(desk.content.trace) == [{"role": "user", "content": "hi"}]
    assert ticket.disposition is Disposition.HOLD
    assert ticket.waits


def test_the_same_output_under_the_same_id_is_the_same_ticket(reviewer):
    first = reviewer.submit("Yes", id="a", workflow="w")
    assert reviewer.submit("Yes", id="a", workflow="w") == first
    assert reviewer.submit("Yes", id="b", workflow="w") != first
    assert len(entries(reviewer._opened.profile)) == 2


def test_without_an_id_the_content_is_the_id(reviewer):
    assert reviewer.submit("Yes") == reviewer.submit("Yes")
    assert reviewer.submit("Yes") != reviewer.submit("No")


def test_two_agents_that_wait_with_the_same_words_wait_for_two_answers(reviewer):
    assert reviewer.submit("pay 5", waits=True) != reviewer.submit("pay 5", waits=True)


@pytest.mark.parametrize(
    ("output", "text"),
    [
        ({"b": 1, "a": "ü"}, '{"b": 1, "a": "ü"}'),
        (Refund(amount=2.5, to="x"), '{"amount": 2.5, "to": "x"}'),
        (Note("hi"), '{"words": "hi"}'),
        ([datetime(2026, 1, 1, tzinfo=UTC)], '["2026-01-01T00:00:00Z"]'),
        (2**70, str(2**70)),
        ("", ""),
        ("  kept \n", "  kept \n"),
    ],
)
def test_any_value_that_json_can_hold_is_an_output(reviewer, output, text):
    assert whole(reviewer, reviewer.submit(output)).content.output == text


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"output": None}, "output"),
        ({"output": object()}, "output"),
        ({"output": float("nan")}, "output"),
        ({"output": "a\x00b"}, "output"),
        ({"output": "\ud800"}, "output"),
        ({"confidence": 2}, "confidence"),
        ({"confidence": "high"}, "confidence"),
        ({"workflow": "w" * 201}, "workflow"),
        ({"id": "i" * 513}, "id"),
        ({"output_type": "picture"}, "output_type"),
        ({"metadata": [1]}, "metadata"),
        ({"metadata": {"waiting": {"kind": "x"}}}, "metadata"),
        ({"source": "  "}, "source"),
        ({"attachments": [("a.txt", b"1"), ("a.txt", b"2")]}, "attachments"),
        ({"attachments": ["missing.txt"]}, "attachments"),
    ],
)
def test_a_field_at_fault_is_named_and_nothing_is_kept(reviewer, fields, field):
    given = {"output": "fine", **fields}
    with pytest.raises(RecordRefused) as refused:
        reviewer.submit(given.pop("output"), **given)
    assert refused.value.field.startswith(field)
    assert "Nothing was kept" in str(refused.value)
    assert not entries(reviewer._opened.profile)
    assert not reviewer._opened.profile.intake.standing_refusals()


def test_files_go_along(reviewer, tmp_path):
    path = tmp_path / "order.txt"
    path.write_bytes(b"two chairs")
    ticket = reviewer.submit("ok", attachments=[path, ("raw.bin", b"\x01")])
    desk = whole(reviewer, ticket)
    data = {a.name: reviewer._opened.profile.review.attachment(a.id) for a in desk.attachments}
    assert data == {"order.txt": b"two chairs", "raw.bin": b"\x01"}


def test_an_agent_that_waits_says_so_and_until_when(reviewer, clock):
    ticket = reviewer.submit("pay", id="p", waits=True, answer_within=60, metadata={"n": 1})
    waiting = waiting_in(whole(reviewer, ticket).content.meta)
    assert (waiting.kind, waiting.id, len(waiting.allowed)) == ("python", "p", 3)
    assert (waiting.expires_at - clock()).total_seconds() == 60
    assert ticket.expires_at == waiting.expires_at
    clock.advance(seconds=30)
    again = reviewer.submit("pay", id="p", waits=True, answer_within=60, metadata={"n": 1})
    assert again == ticket, "a repeat after a crash does not get more time"


def test_what_the_policy_lets_go_may_be_used_at_once(tmp_path):
    with used(tmp_path, 'name = "free"\n[defaults]\nmode = "auto"\naudit_rate = 0.0\n') as reviewer:
        ticket = reviewer.submit("ok")
        assert ticket.disposition is Disposition.RELEASE
        outcome = reviewer.poll(ticket)
        assert (outcome.ending, outcome.verdict, outcome.output) == ("released", None, "ok")
