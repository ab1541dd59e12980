"""The policy that a new installation starts with."""

import json
from pathlib import Path

import pytest

from reviewer_app.domain.vocabulary import Disposition, Mode
from reviewer_app.policy.loader import load

TEXT = (Path(__file__).parents[2] / "resources/policies/default.toml").read_text("utf-8")


@pytest.fixture
def flags(engine, item, content):
    judging = engine(TEXT)

    def names(output="All is well.", figures=None, **fields):
        own = {k: fields.pop(k) for k in ("input", "meta", "trace") if k in fields}
        if "meta" in own:
            own["meta"] = json.dumps(own["meta"])
        selection = judging.judge(item(**fields), content(output, **own), figures or {})
        assert not [f for f in selection.flags if "could not be checked" in f.reason]
        return [flag.rule for flag in selection.flags]

    return names


def test_it_loads_without_errors_or_warnings():
    loaded = load(TEXT, "default.toml")
    assert loaded.problems == ()
    policy = loaded.policy
    assert (policy.name, policy.defaults.mode, policy.defaults.audit_rate) == (
        "default",
        Mode.HITL,
        0.05,
    )
    assert policy.seed
    assert all(rule.because for rule in policy.rules)


@pytest.mark.parametrize(
    "item_has",
    [
        {},
        {"meta": {"amount": 20, "total": "99.50", "currency": "EUR"}},
        {"meta": {"amount": None, "total": "about a thousand"}},
        {"meta": {"amount": [5000], "total": {"net": 5000}}},
        {"input": None},
        {"output": "Dear Ms Ödegård,\n\n\tyour 2 parcels left today 📦👩‍👩‍👧.\r\nRegards"},
        {"output": '{"supplier": "Nord", "total": 12.5, "lines": []}'},
        {"output": "I can see why. We cannot ship on Sundays, so it leaves on Monday."},
        {"output": "نعم، تم الإرسال", "figures": {"drift": 0.5}},
        {"output": "See https://a.example/1.", "input": "What is https://a.example/1?"},
        {"trace": '[{"tool": "orders.find"}]'},
        {"trace": "", "created_at": None, "agent": "", "step": ""},
    ],
)
def test_an_ordinary_item_is_not_flagged(flags, item_has):
    assert flags(**item_has) == []


@pytest.mark.parametrize(
    ("item_has", "rule"),
    [
        ({"confidence": 0.3}, "very unsure"),
        ({"confidence": 0.0}, "very unsure"),
        ({"confidence": 0.5}, "unsure"),
        ({"confidence": 0.79}, "unsure"),
        ({"confidence": None}, "no confidence"),
        ({"output": ""}, "empty output"),
        ({"output": " \n\t"}, "empty output"),
        ({"output": "As an AI, I have no opinion."}, "refusal"),
        ({"output": "I'm sorry, but I can't help with that."}, "refusal"),
        ({"output": "I\u2019m sorry, but I can\u2019t help with that."}, "refusal"),
        ({"output": "I cannot provide legal advice."}, "refusal"),
        ({"output": "Dear [Customer Name], it left."}, "placeholder"),
        ({"output": "Dear {{first_name}}, it left."}, "placeholder"),
        ({"output": "pay\u200bpal"}, "hidden characters"),
        ({"output": "\u202egnp.exe"}, "hidden characters"),
        ({"output": "a\x1b[31mred"}, "hidden characters"),
        ({"output": "hi\U000e0041"}, "hidden characters"),
        ({"output": "<IMG onerror = alert(1)>"}, "active content"),
        ({"output": "click javascript:alert(1)"}, "active content"),
        ({"output": "Pay at https://evil.example/pay."}, "own links"),
        ({"meta": {"amount": 1000.01}}, "large amount"),
        ({"meta": {"amount": -5000}}, "large amount"),
        ({"meta": {"amount": "1500.00"}}, "large amount"),
        ({"meta": {"total": 12000}}, "large total"),
        ({"output": "word " * 5_000}, "very long"),
        ({"trace": json.dumps([{"tool": "t"}] * 51)}, "many tool calls"),
        ({"confidence": 0.85, "figures": {"drift": 0.2}}, "getting worse"),
    ],
)
def test_what_each_rule_is_for_is_flagged_by_it_alone(flags, item_has, rule):
    assert flags(**item_has) == [rule]


def test_a_quiet_item_is_released_at_once(engine, item, content):
    selections = [engine(TEXT).judge(item(n), content()) for n in range(40)]
    assert Disposition.RELEASE in {s.disposition for s in selections}
