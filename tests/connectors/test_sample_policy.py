import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

import reviewer_app
from reviewer_app.connectors.sample import Truth
from reviewer_app.connectors.sample.workload import Workload
from reviewer_app.domain import identity
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.records import Content, Item
from reviewer_app.policy.engine import Engine
from reviewer_app.policy.loader import load

UNTIL = datetime(2026, 11, 25, tzinfo=UTC)

POLICY = Path(reviewer_app.__file__).parents[1] / "resources" / "policies" / "sample.toml"

STEPS = {
    ("support", "reply"),
    ("refunds", "decide"),
    ("invoices", "extract"),
    ("contracts", "summarise"),
}

Pair = tuple[Incoming, Truth]


@pytest.fixture(scope="module")
def month() -> list[Pair]:
    return pairs(20_000)


def pairs(items: int, seed: int = 7) -> list[Pair]:
    workload = Workload(until=UNTIL, items=items, seed=seed)
    made = map(workload.made, range(items))
    return [(one.incoming, one.truth) for one in made]


def of(month: list[Pair], workflow: str) -> list[Pair]:
    return [(item, truth) for item, truth in month if item.workflow == workflow]


def test_the_sample_policy_loads_without_a_word():
    loaded = load(POLICY.read_text(encoding="utf-8"), POLICY.name)
    assert loaded.problems == ()
    assert loaded.policy is not None
    assert set(loaded.policy.steps) == STEPS
    assert all(step.guidelines and step.standard for step in loaded.policy.steps.values())


def test_the_sample_policy_flags_about_three_in_ten_and_can_check_every_item():
    policy = load(POLICY.read_text(encoding="utf-8")).policy
    assert policy is not None
    engine = Engine(policy, UUID(int=1))
    selections = [engine.judge(*row_of(item)) for item, _ in pairs(4_000)]
    flags = [flag for selection in selections for flag in selection.flags]
    assert not [flag for flag in flags if "could not be checked" in flag.reason]
    assert {flag.rule for flag in flags} == {rule.name for rule in policy.rules}
    assert 0.25 < sum(bool(s.flags) for s in selections) / len(selections) < 0.35
    assert 0.02 < sum(s.sampled for s in selections) / len(selections) < 0.06


def test_a_large_refund_goes_to_finance_to_be_decided_within_four_hours(month):
    policy = load(POLICY.read_text(encoding="utf-8")).policy
    assert policy is not None
    engine = Engine(policy, UUID(int=1))
    large = next(i for i, _ in of(month, "refunds") if json.loads(i.meta)["amount"] > 500)
    selection = engine.judge(*row_of(large))
    assert "large refund" in [flag.rule for flag in selection.flags]
    assert (selection.pool, selection.reviews_needed) == ("finance", 1)
    assert selection.due_at == UNTIL + timedelta(hours=4)


def row_of(incoming: Incoming) -> tuple[Item, Content]:
    digest = identity.content_hash(incoming, incoming.workflow, incoming.step)
    item = Item(
        id=identity.item_id("sample", incoming.external_id or "", digest),
        source="sample",
        external_id=incoming.external_id or "",
        revision=1,
        workflow=incoming.workflow,
        step=incoming.step,
        agent=incoming.agent,
        model_version=incoming.model_version,
        created_at=incoming.created_at,
        pulled_at=UNTIL,
        output_type=incoming.output_type,
        confidence=incoming.confidence,
        content_hash=digest,
        place=incoming.place,
    )
    content = Content(
        item_id=item.id,
        input=incoming.input,
        output=incoming.output,
        meta=incoming.meta,
        trace=incoming.trace,
    )
    return item, content
