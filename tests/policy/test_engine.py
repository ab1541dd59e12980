"""What a policy makes of an item."""

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.records import Content, Item
from reviewer_app.domain.vocabulary import Agreement, Disposition, Mode, Risk
from reviewer_app.policy.engine import Engine
from reviewer_app.policy.loader import load
from reviewer_app.policy.variables import READ_LENGTH

THREE = """
name = "p"
[defaults]
audit_rate = 0.0
[[rule]]
name = "first"
when = "step == 'refund'"
risk = "medium"
because = "A refund"
route = "desk"
due = "8h"
[[rule]]
name = "second"
when = "'amount' in meta && meta.amount > 500"
risk = "high"
because = "Much money"
route = "finance"
reviews = 2
due = "1d"
[[rule]]
name = "third"
when = "meta.vip"
risk = "high"
route = "board"
[workflow.shop.step.refund]
blind = true
agreement = "exact"
"""


@pytest.fixture
def three(engine):
    return engine(THREE)


def test_an_item_that_no_rule_flags_is_released(three, item, content):
    selection = three.judge(item(step="reply"), content(meta='{"vip": false}'))
    assert selection.flags == []
    assert selection.disposition is Disposition.RELEASE
    assert (selection.risk, selection.pool, selection.reviews_needed) == (Risk.LOW, "everyone", 1)
    assert (selection.due_at, selection.release_at, selection.sampled) == (None, None, False)
    assert selection.propensity == 0.0
    assert selection.selected_by == "none"


def test_flags_say_why_and_what_was_seen(three, item, content):
    meta = json.dumps({"amount": 900, "vip": True})
    selection = three.judge(item(workflow="shop", step="refund"), content(meta=meta))
    assert [(f.rule, f.reason, f.values, f.risk) for f in selection.flags] == [
        ("first", "A refund", {"step": "refund"}, Risk.MEDIUM),
        ("second", "Much money", {"meta.amount": 900}, Risk.HIGH),
        ("third", "Rule “third” applies: meta.vip is true", {"meta.vip": True}, Risk.HIGH),
    ]
    assert selection.propensity == 1.0
    assert selection.selected_by == "flag"


def test_the_rules_that_fired_are_combined(three, item, content, pulled):
    meta = json.dumps({"amount": 900, "vip": True})
    selection = three.judge(item(workflow="shop", step="refund"), content(meta=meta))
    assert selection.disposition is Disposition.HOLD
    assert selection.risk is Risk.HIGH
    assert selection.pool == "finance"
    assert selection.reviews_needed == 2
    assert selection.due_at == pulled + timedelta(hours=8)
    assert (selection.blind, selection.agreement) == (True, Agreement.EXACT)


def test_the_route_of_the_highest_risk_wins_over_an_earlier_one(three, item, content):
    assert three.judge(item(step="refund"), content(meta='{"vip": true}')).pool == "board"


def test_a_rule_that_cannot_be_answered_flags_at_its_own_risk(three, item, content):
    (flag,) = three.judge(item(step="reply"), content(meta="{}")).flags
    assert flag.rule == "third"
    assert flag.reason == "could not be checked: meta.vip is missing"
    assert flag.risk is Risk.HIGH
    assert flag.values == {}


def test_one_rule_that_cannot_be_answered_hides_no_other(three, item, content):
    flags = three.judge(item(step="refund"), content(meta="broken")).flags
    assert [f.rule for f in flags] == ["first", "second", "third"]
    assert flags[1].reason == "could not be checked: the metadata cannot be read as JSON"


def test_a_missing_confidence_is_neither_zero_nor_one(judge):
    (flag,) = judge("confidence < 0.5", confidence=None).flags
    assert flag.reason == "could not be checked: confidence is missing"
    (flag,) = judge("confidence >= 0.5", confidence=None).flags
    assert flag.reason == "could not be checked: confidence is missing"
    assert judge("confidence == null", confidence=0.0).flags == []


def test_running_figures_can_be_asked(judge):
    assert judge("drift != null && drift > 0.1", figures={"drift": 0.2}).flags
    assert not judge("drift != null && drift > 0.1").flags


@pytest.mark.parametrize(
    ("mode", "disposition", "selected_by", "propensity"),
    [
        ("human", Disposition.HOLD, "all", 1.0),
        ("hitl", Disposition.HOLD, "audit", 1.0),
        ("hotl", Disposition.VETO, "audit", 1.0),
        ("auto", Disposition.RELEASE, "audit", 1.0),
    ],
)
def test_an_item_drawn_in_each_mode(
    engine, item, content, pulled, mode, disposition, selected_by, propensity
):
    judging = engine(
        f"name = 'p'\n[defaults]\naudit_rate = 1.0\nveto_window = '2h'\nmode = '{mode}'"
    )
    selection = judging.judge(item(), content())
    assert selection.disposition is disposition
    assert selection.selected_by == selected_by
    assert selection.propensity == propensity
    is_veto = disposition is Disposition.VETO
    assert selection.release_at == (pulled + timedelta(hours=2) if is_veto else None)


def test_a_mandatory_gate_that_cannot_be_checked_holds_an_automatic_step(engine, item, content):
    text = "name='p'\n[defaults]\nmode='auto'\n[[rule]]\nname='law'\nmandatory=true\nwhen='meta.x'"
    assert engine(text).judge(item(), content()).disposition is Disposition.HOLD
    no = content(meta='{"x": false}')
    assert engine(text).judge(item(), no).disposition is Disposition.RELEASE


def test_a_mode_changed_since_overrides_the_policy_for_its_step_alone(engine, item, content):
    changed = engine(THREE, modes={("shop", "reply"): Mode.STOPPED})
    meta = content(meta='{"vip": false}')
    stopped = changed.judge(item(workflow="shop", step="reply"), meta)
    assert (stopped.mode, stopped.disposition) == (Mode.STOPPED, Disposition.HOLD)
    assert changed.judge(item(workflow="shop", step="ask"), meta).mode is Mode.HITL


def test_the_review_time_that_a_standard_promises_is_kept(engine, item, content, pulled):
    text = """name = "p"
[defaults]
mode = "human"
standard = { max_error_rate = 0.02, review_within = "6h" }
[[rule]]
name = "urgent"
when = "step == 'urgent'"
due = "1h"
"""
    judging = engine(text)
    assert judging.judge(item(), content()).due_at == pulled + timedelta(hours=6)
    assert judging.judge(item(step="urgent"), content()).due_at == pulled + timedelta(hours=1)


def test_the_audit_sample_has_the_rate_that_is_recorded_as_propensity(engine, item, content):
    judging = engine("name = 'p'\n[defaults]\naudit_rate = 0.2")
    selections = [judging.judge(item(n), content()) for n in range(3_000)]
    share = sum(s.sampled for s in selections) / len(selections)
    assert {s.propensity for s in selections} == {0.2}
    assert abs(share - 0.2) < 4 * (0.2 * 0.8 / len(selections)) ** 0.5


def test_the_seed_alone_keys_the_draw(engine, item, content):
    def drawn(head):
        judging = engine(f"{head}\naudit_rate = 0.3")
        return [judging.judge(item(n), content()).sampled for n in range(200)]

    assert drawn("name = 'a'\n[defaults]\nseed = 's'") == drawn(
        "name = 'b'\n[defaults]\nseed = 's'"
    )
    assert drawn("name = 's'\n[defaults]") == drawn("name = 'b'\n[defaults]\nseed = 's'")
    assert drawn("name = 'a'\n[defaults]") != drawn("name = 'b'\n[defaults]")


POLICY = load(THREE).policy


@given(
    output=st.text(),
    meta=st.dictionaries(st.sampled_from(["amount", "vip", "x"]), st.integers() | st.booleans()),
    number=st.integers(0, 50),
)
def test_the_same_item_is_judged_the_same_and_flagged_means_surely_selected(output, meta, number):
    item, content = _made(output, meta, number)
    first, second = (Engine(POLICY, item.id).judge(item, content) for _ in range(2))
    assert first == second
    assert (first.propensity == 1.0) == bool(first.flags)
    assert not (first.sampled and first.flags)


def _made(output, meta, number):
    item = Item(
        id=UUID(int=number), source="s", external_id="1", revision=1, workflow="w", step="s",
        agent="", model_version="", created_at=None, pulled_at=datetime(2026, 1, 1, tzinfo=UTC),
        output_type="text", content_hash="0", place="1",
    )  # fmt: skip
    return item, Content(item_id=item.id, input=None, output=output, meta=json.dumps(meta))


def test_what_is_longer_than_rules_read_is_flagged_for_that(three, item, content):
    longer = content().model_copy(update={"output": "x" * (READ_LENGTH + 1)})

    flags = three.judge(item(), longer).flags

    assert flags[0].rule == "longer than rules read"
    assert "1,000,000 characters" in flags[0].reason


def test_a_mandatory_gate_holds_what_it_could_not_read_whole(engine, item, content):
    gate = """
        name = "t"
        [defaults]
        mode = "auto"
        [[rule]]
        name = "liability"
        when = 'output.contains("liability")'
        mandatory = true
    """
    longer = content().model_copy(update={"output": "x" * READ_LENGTH + "liability"})

    selection = engine(gate).judge(item(), longer)

    assert selection.disposition is Disposition.HOLD
    assert "liability" in [flag.rule for flag in selection.flags]


def test_values_that_tell_items_apart_come_before_where_they_are_from(judge):
    flag = judge("workflow != '' && meta.amount > 1.0", meta='{"amount": 2.0}').flags[0]

    assert list(flag.values) == ["meta.amount", "workflow"]
