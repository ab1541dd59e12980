"""Wilson's interval against published values, and what must hold of any interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.evaluation.intervals import wilson_interval


@pytest.mark.parametrize(
    ("wrong", "n", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_values(wrong, n, low, high):
    assert wilson_interval(wrong, n) == pytest.approx((low, high), abs=5e-5)


def test_without_observations_nothing_is_known():
    assert wilson_interval(0, 0) == (0.0, 1.0)


COUNTS = st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS)
def test_the_interval_holds_the_share_and_stays_within_zero_and_one(counts):
    wrong, n = counts
    low, high = wilson_interval(wrong, n)
    assert 0.0 <= low <= wrong / n <= high <= 1.0


@given(COUNTS)
def test_right_and_wrong_are_mirror_images(counts):
    wrong, n = counts
    low, high = wilson_interval(wrong, n)
    mirrored = wilson_interval(n - wrong, n)
    assert mirrored == pytest.approx((1 - high, 1 - low))


@given(COUNTS)
def test_more_of_the_same_narrows_it(counts):
    wrong, n = counts
    low, high = wilson_interval(wrong, n)
    more_low, more_high = wilson_interval(10 * wrong, 10 * n)
    assert more_high - more_low < high - low
