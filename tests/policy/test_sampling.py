"""The audit draw."""

from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.policy.sampling import AuditDraw

SPACE = UUID("018f0000-0000-7000-8000-00000000000a")
IDS = [uuid5(SPACE, str(n)) for n in range(20_000)]


def drawn(seed, rate):
    draw = AuditDraw(seed)
    return {i for i in IDS if draw.draws(i, rate)}


@pytest.mark.parametrize("rate", [0.01, 0.05, 0.2, 0.5, 0.9])
def test_the_share_drawn_is_the_rate(rate):
    error = (rate * (1 - rate) / len(IDS)) ** 0.5
    assert abs(len(drawn("s", rate)) / len(IDS) - rate) < 4 * error


@pytest.mark.parametrize(("rate", "count"), [(0.0, 0), (1.0, len(IDS))])
def test_none_and_all_are_exact(rate, count):
    assert len(drawn("s", rate)) == count


@given(seed=st.text(), item=st.uuids(), rates=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_raising_the_rate_only_adds_items(seed, item, rates):
    draw = AuditDraw(seed)
    assert draw.draws(item, min(rates)) <= draw.draws(item, max(rates))


@given(seed=st.text(), item=st.uuids())
def test_the_same_item_is_drawn_the_same_at_every_pull(seed, item):
    number = AuditDraw(seed).number(item)
    assert 0 <= number < 1
    assert AuditDraw(seed).number(UUID(str(item))) == number


def test_a_draw_is_the_same_on_every_machine():
    number = AuditDraw("default").number(UUID("018f0000-0000-7000-8000-000000000001"))
    assert number == 0.7027407671692583


def test_another_seed_draws_independently():
    first, second = drawn("one", 0.2), drawn("two", 0.2)
    assert abs(len(first & second) / len(IDS) - 0.04) < 0.008


def test_ids_in_sequence_are_drawn_evenly():
    draw = AuditDraw("s")
    numbers = [draw.number(UUID(int=n)) for n in range(10_000)]
    tenths = [sum(t / 10 <= x < (t + 1) / 10 for x in numbers) for t in range(10)]
    assert min(tenths) > 880
    assert max(tenths) < 1120
