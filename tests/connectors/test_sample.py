import hashlib
import json
import os
import subprocess
import sys
import tracemalloc
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reviewer_app
from reviewer_app.connectors.protocols import Source
from reviewer_app.connectors.sample import SampleSource, Truth, truth_of
from reviewer_app.connectors.sample.source import CursorUnreadable
from reviewer_app.connectors.sample.support import ticket
from reviewer_app.connectors.sample.work import spread
from reviewer_app.connectors.sample.workload import SizeUnusable, Workload
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.vocabulary import Verdict
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


def records(source: SampleSource, cursor: str | None = None) -> list[Incoming]:
    outcomes = [reading.outcome for reading in source.read(cursor)]
    assert all(isinstance(outcome, Incoming) for outcome in outcomes)
    return outcomes


def test_it_is_a_source_like_any_other():
    source = SampleSource(until=UNTIL, items=3, name="demo")
    assert isinstance(source, Source)
    assert (source.name, source.kind) == ("demo", "sample")
    assert [(r.position, r.total, r.cursor) for r in source.read()] == [
        (1, 3, "1"),
        (2, 3, "2"),
        (3, 3, "3"),
    ]


def test_four_hundred_items_are_made_unless_told_otherwise():
    assert len(records(SampleSource(until=UNTIL))) == 400


def test_the_same_seed_gives_the_same_records_and_another_seed_others():
    def first(seed: int) -> list[Incoming]:
        return records(SampleSource(until=UNTIL, seed=seed))

    assert first(7) == first(7)
    assert {item.output for item in first(7)}.isdisjoint(item.output for item in first(8))


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_another_process_makes_the_same_bytes(hash_seed):
    script = (
        "import hashlib; from datetime import UTC, datetime; "
        "from reviewer_app.connectors.sample import SampleSource; "
        "s = SampleSource(until=datetime(2026, 11, 25, tzinfo=UTC), items=60); "
        "print(hashlib.sha256(repr(list(s.read())).encode()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        cwd=Path(reviewer_app.__file__).parents[1],
        capture_output=True,
        check=True,
        text=True,
    )
    here = list(SampleSource(until=UNTIL, items=60).read())
    assert done.stdout.strip() == hashlib.sha256(repr(here).encode()).hexdigest()


def test_a_record_does_not_depend_on_how_many_follow():
    few = records(SampleSource(until=UNTIL, items=400))[:200]
    many = islice(SampleSource(until=UNTIL, items=40_000).read(), 200)
    for one, other in zip(few, (r.outcome for r in many), strict=True):
        assert isinstance(other, Incoming)
        assert (one.external_id, one.agent, one.model_version, one.confidence, one.meta) == (
            other.external_id,
            other.agent,
            other.model_version,
            other.confidence,
            other.meta,
        )


def test_reading_goes_on_after_its_cursor():
    source = SampleSource(until=UNTIL, items=20)
    assert records(source, "15") == records(source)[15:]
    assert records(source, "20") == []


@pytest.mark.parametrize("cursor", ["", "-1", "x", "１"])
def test_a_cursor_of_another_source_is_refused(cursor):
    with pytest.raises(CursorUnreadable, match="nothing was read"):
        records(SampleSource(until=UNTIL), cursor)


def test_truths_come_in_the_order_of_the_records():
    source = SampleSource(until=UNTIL, items=50)
    assert list(zip(records(source), source.truths(), strict=True)) == pairs(50)


def test_a_size_below_zero_is_refused_and_an_index_outside_too():
    with pytest.raises(SizeUnusable, match="-1 items"):
        SampleSource(until=UNTIL, items=-1)
    with pytest.raises(IndexError):
        truth_of(7, 5, items=5, until=UNTIL)
    assert records(SampleSource(until=UNTIL, items=0)) == []


def test_a_naive_end_is_read_as_utc():
    naive = UNTIL.replace(tzinfo=None)
    assert records(SampleSource(until=naive, items=5)) == records(
        SampleSource(until=UNTIL, items=5)
    )


def test_no_two_items_have_the_same_id(month):
    assert len({item.external_id for item, _ in month}) == len(month)
    assert len({spread(index) for index in range(400_000)}) == 400_000
    assert len({ticket(index) for index in range(0, 2**25, 97)}) == len(range(0, 2**25, 97))


def test_items_come_in_order_over_thirty_days_and_mostly_in_office_hours(month):
    times = [item.created_at for item, _ in month]
    assert times == sorted(times)
    assert UNTIL - timedelta(days=30) <= times[0] < times[0] + timedelta(days=29) < times[-1]
    assert times[-1] < UNTIL
    office = sum(at.weekday() < 5 and 8 <= at.hour < 18 for at in times)
    assert 0.6 < office / len(times) < 0.9


def test_an_output_differs_from_what_was_expected_exactly_where_it_is_wrong(month):
    for item, truth in month:
        is_wrong = truth.verdict is Verdict.CORRECT
        assert item.external_id == truth.external_id
        assert (item.output != truth.expected_output) == is_wrong
        assert bool(truth.error_types) == bool(truth.severity) == is_wrong


@given(st.integers(-(2**70), 2**70), st.integers(0, 10**9))
def test_that_holds_for_any_seed_and_place(seed, index):
    made = Workload(until=UNTIL, seed=seed, items=index + 1).made(index)
    is_wrong = made.truth.verdict is Verdict.CORRECT
    assert (made.incoming.output != made.truth.expected_output) == is_wrong
    assert truth_of(seed, index, items=index + 1, until=UNTIL) == made.truth


def test_the_truth_is_nowhere_in_the_record(month):
    keys = defaultdict(set)
    for item, truth in month:
        meta = json.loads(item.meta)
        keys[item.workflow, truth.verdict].add(frozenset(meta))
        if truth.verdict is Verdict.CORRECT:
            assert truth.expected_output not in item.meta + (item.input or "")
    for workflow, _ in STEPS:
        assert keys[workflow, Verdict.CORRECT] == keys[workflow, Verdict.APPROVE]


def test_between_eight_and_fifteen_percent_are_wrong_in_every_way_there_is(month):
    errors = Counter((i.workflow, t.error_types[0]) for i, t in month if t.error_types)
    assert 0.08 < errors.total() / len(month) < 0.15
    policy = load(POLICY.read_text(encoding="utf-8")).policy
    for workflow, step in STEPS:
        found = {kind for place, kind in errors if place == workflow}
        assert found == set(policy.step(workflow, step).error_types)


def stated_and_right(month: list[Pair]) -> dict[str, tuple[float, float]]:
    """Mean stated confidence and share of right outputs by version, without what drifted."""
    seen = defaultdict(list)
    for index, (item, truth) in enumerate(month):
        drifts = item.model_version == "2.4" and 2 * index >= len(month)
        if item.confidence is not None and not truth.hostile and not drifts:
            is_right = truth.verdict is Verdict.APPROVE
            seen[f"{item.agent} {item.model_version}"].append((item.confidence, is_right))
    return {
        version: (sum(c for c, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows))
        for version, rows in seen.items()
    }


def test_each_version_is_miscalibrated_as_the_table_says(month):
    known = stated_and_right(month)
    gap = {version: stated - right for version, (stated, right) in known.items()}
    assert len(gap) == 8
    assert all(abs(gap[version]) < 0.02 for version in ("writer 1.9", "lex 0.8"))
    assert all(gap[v] > 0.015 for v in ("writer 2.0", "planner 2.3", "planner 2.4", "lex 0.9"))
    assert all(gap[version] < -0.02 for version in ("reader 3.0", "reader 3.1"))
    assert gap["planner 2.4"] > gap["writer 2.0"]
    assert gap["reader 3.0"] < gap["reader 3.1"]


def test_right_outputs_are_stated_with_more_confidence_than_wrong_ones(month):
    by_verdict = defaultdict(list)
    for item, truth in month:
        if item.confidence is not None and not truth.hostile:
            by_verdict[truth.verdict].append(item.confidence)
    means = {verdict: sum(c) / len(c) for verdict, c in by_verdict.items()}
    assert means[Verdict.APPROVE] > means[Verdict.CORRECT] + 0.05


def test_one_planner_gets_worse_half_way_and_does_not_know_it(month):
    half = len(month) // 2

    def figures(part: list[Pair]) -> tuple[float, float]:
        rows = [(i, t) for i, t in part if (i.agent, i.model_version) == ("planner", "2.4")]
        wrong = sum(t.verdict is Verdict.CORRECT for _, t in rows) / len(rows)
        stated = [i.confidence for i, _ in rows if i.confidence is not None]
        return wrong, sum(stated) / len(stated)

    (before, said_before), (after, said_after) = figures(month[:half]), figures(month[half:])
    assert 1.6 < after / before < 2.4
    assert abs(said_after - said_before) < 0.01


def test_a_few_items_state_no_confidence(month):
    silent = sum(item.confidence is None for item, _ in month)
    assert 0.02 < silent / len(month) < 0.08


def test_reading_holds_one_record_at_a_time():
    source = SampleSource(until=UNTIL, items=100_000)
    for _ in islice(source.read(), 2_000):
        pass
    tracemalloc.start()
    try:
        count = sum(1 for _ in islice(source.read(), 8_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 8_000
    assert peak < 3_000_000
