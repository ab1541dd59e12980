"""How lengths of time are written."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.durations import (
    LONGEST,
    DurationTooLong,
    DurationUnreadable,
    duration_text,
    parse_duration,
)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("30s", timedelta(seconds=30)),
        ("20m", timedelta(minutes=20)),
        ("4h", timedelta(hours=4)),
        ("1h30m", timedelta(minutes=90)),
        ("2d", timedelta(days=2)),
        ("1w2d", timedelta(days=9)),
        ("250ms", timedelta(milliseconds=250)),
        ("1m250ms", timedelta(seconds=60, milliseconds=250)),
        ("0s", timedelta()),
    ],
)
def test_a_duration_is_read_as_it_is_written(text, duration):
    assert parse_duration(text) == duration


@pytest.mark.parametrize(
    "text",
    ["", "4", "h", "4 h", "-4h", "4.5h", "30m1h", "1h1h", "4H", "4h ", "٤h", "4hours", "1e3s"],
)
def test_anything_else_is_refused_with_the_text_that_was_seen(text):
    with pytest.raises(DurationUnreadable) as refused:
        parse_duration(text)
    assert f'"{text}"' in str(refused.value)


@pytest.mark.parametrize("text", ["521w4d", "999999999w", "3650d1ms"])
def test_more_than_ten_years_is_refused(text):
    with pytest.raises(DurationTooLong):
        parse_duration(text)


@given(st.integers(min_value=0, max_value=LONGEST // timedelta(milliseconds=1)))
def test_a_duration_survives_writing_and_reading(milliseconds):
    duration = timedelta(milliseconds=milliseconds)
    assert parse_duration(duration_text(duration)) == duration


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_in_words(text):
    try:
        duration = parse_duration(text)
    except (DurationUnreadable, DurationTooLong) as error:
        refused = error
        duration = None
    else:
        refused = None
    assert (duration is None) == bool(str(refused or ""))
    assert duration is None or timedelta() <= duration <= LONGEST
