"""An agent that waits gets only verdicts that it can go on with; handing on is always possible."""

import json

import pytest

from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.together import Together, Way
from reviewer_app.services.waiting import AnswerUnwanted
from tests.factory import entry, incoming, pull, seen

CALL = {"type": "object", "properties": {"eur": {"type": "number"}}, "required": ["eur"]}


def waits(number, *allowed, **more):
    told = {"kind": "langgraph", "id": f"t:{number}", "allowed": list(allowed), **more}
    return incoming(number, output='{"eur": 5}', meta=json.dumps({"waiting": told}))


def test_the_desk_knows_that_an_agent_waits(profile):
    pull(profile, waits(1, "approve", schema=CALL), incoming(2))
    desk = profile.review.open(entry(profile).item_id)
    assert desk.waiting.takes_in_order == (Verdict.APPROVE,)
    assert json.loads(desk.form.output_schema) == CALL
    assert profile.review.open(entry(profile, "out-2").item_id).waiting is None


def test_a_verdict_that_the_agent_does_not_take_is_refused(profile):
    pull(profile, waits(1, "approve"))
    with pytest.raises(AnswerUnwanted, match="takes no “reject”, only: approve"):
        profile.review.reject(seen(profile), Remarks())
    with pytest.raises(AnswerUnwanted):
        profile.review.correct(seen(profile), '{"eur": 4}', Remarks())
    assert entry(profile).status is Status.QUEUED
    profile.review.approve(seen(profile), Remarks())
    assert entry(profile).status is Status.RESOLVED


def test_handing_on_is_always_possible(profile):
    pull(profile, waits(1), waits(2))
    with pytest.raises(AnswerUnwanted, match="takes no verdict"):
        profile.review.approve(seen(profile), Remarks())
    profile.review.decline(seen(profile, "out-2"), "not my field")
    profile.review.escalate(seen(profile), "leads", Remarks())
    assert entry(profile).status is Status.ESCALATED


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        ("four", "takes JSON"),
        ('{"eur": "four"}', "eur"),
        ("{}", "eur is required"),
        ('{"eur": 4, "eur": 5}', "twice"),
    ],
)
def test_a_correction_that_the_agent_cannot_take_is_refused(profile, correction, why):
    pull(profile, waits(1, "approve", "correct", schema=CALL))
    with pytest.raises(AnswerUnwanted, match=why):
        profile.review.correct(seen(profile), correction, Remarks())
    profile.review.correct(seen(profile), '{"eur": 4}', Remarks())
    assert entry(profile).verdict is Verdict.CORRECT


def test_an_act_for_many_leaves_out_what_the_agents_do_not_take(profile):
    pull(profile, waits(1, "approve", "reject"), waits(2, "approve"), incoming(3))
    seens = tuple(seen(profile, f"out-{n}") for n in (1, 2, 3))
    result = profile.review.decide_many(Together(seens, Way.REJECT))
    assert {entry(profile, f"out-{n}").status for n in (1, 3)} == {Status.RESOLVED}
    (left,) = result.left_out
    assert left.external_id == "out-2"
    assert "takes no “reject”" in left.reason


def test_metadata_that_make_no_sense_keep_nobody_from_deciding(profile):
    pull(profile, incoming(1, meta='{"waiting": {"allowed": []}}'))
    profile.review.reject(seen(profile), Remarks())
    assert entry(profile).verdict is Verdict.REJECT
