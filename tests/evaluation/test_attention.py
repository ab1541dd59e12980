"""Whether a text can have been read in the time that it took."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.evaluation.attention import (
    HURRIED,
    IN_A_ROW,
    LEAST_WORDS,
    QUIET_SECONDS,
    WORDS_A_MINUTE,
    Hurry,
    Reading,
    Sitting,
    hurry_in,
    words_in,
)

FAST, SLOW = Reading(200, 5.0), Reading(200, 60.0)
READINGS = st.builds(
    Reading, st.integers(0, 2_000), st.floats(0, 600, allow_nan=False, allow_infinity=False)
)


def said(sitting: Sitting, *readings: Reading, start: float = 0.0) -> list[Hurry | None]:
    return [sitting.add(reading, start + n) for n, reading in enumerate(readings)]


def test_a_whole_row_of_hurried_decisions_is_said_once():
    found = said(Sitting(), *[FAST] * (IN_A_ROW + 3))
    assert [n for n, one in enumerate(found) if one] == [IN_A_ROW - 1]
    assert found[IN_A_ROW - 1] == Hurry(IN_A_ROW, 200 * IN_A_ROW, 5.0 * IN_A_ROW)


def test_one_that_was_read_breaks_the_row():
    assert not any(said(Sitting(), *[FAST] * (IN_A_ROW - 1), SLOW, *[FAST] * (IN_A_ROW - 1)))


def test_short_texts_are_taken_in_at_a_glance():
    glance = Reading(LEAST_WORDS - 1, 0.1)
    assert not any(said(Sitting(), *[glance] * 50))
    found = said(Sitting(), *[FAST] * (IN_A_ROW - 1), glance, FAST)
    assert found[-1] is not None


def test_nothing_is_said_again_for_twenty_minutes():
    sitting = Sitting()
    assert any(said(sitting, *[FAST] * IN_A_ROW))
    assert not any(said(sitting, *[FAST] * 30, start=60.0))
    assert sitting.add(FAST, QUIET_SECONDS + IN_A_ROW) is not None


def test_the_border_is_two_and_a_half_times_the_average():
    at_border = Reading(round(HURRIED * WORDS_A_MINUTE), 60.0)
    assert not at_border.is_hurried
    assert Reading(at_border.words + 1, 60.0).is_hurried
    assert Reading(30, 0.0).is_hurried


@given(st.lists(READINGS, max_size=30))
def test_nobody_is_noted_who_read_one_of_the_last(readings):
    found = hurry_in(readings)
    last = readings[-IN_A_ROW:]
    assert (found is not None) == (len(last) == IN_A_ROW and all(r.is_hurried for r in last))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Dear Ms Okafor, 3 parcels", 5),
        ('{"total": 12.50}', 3),
        ("退款已经处理", 4),
        ("Order 退款 done", 3),
        ("naïve café", 2),
    ],
)
def test_words_are_counted_in_any_script(text, words):
    assert words_in(text) == words
