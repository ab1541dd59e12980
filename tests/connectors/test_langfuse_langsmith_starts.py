"""Platforms that are read by when runs began: a run that ends late is found again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.web.moments import iso, moment_in
from reviewer_app.connectors.web.paging import PageUnusable, SinceUnreadable, page_of, since_of
from reviewer_app.connectors.web.starts import HELD, Starts, begins_at

ZERO = datetime(2026, 11, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_the_cursor_is_the_latest_start():
    starts = Starts()
    for hour in (3, 5, 1):
        starts.saw(iso(ZERO + hour * HOUR), has_ended=True)
    assert moment_in(starts.cursor(None)) == ZERO + 5 * HOUR


def test_a_run_that_goes_on_holds_the_cursor_back_until_it_is_too_old():
    starts = Starts()
    starts.saw(iso(ZERO), has_ended=False)
    starts.saw(iso(ZERO + HOUR), has_ended=True)
    assert moment_in(starts.cursor(None)) == ZERO
    starts.saw(iso(ZERO + HELD + HOUR), has_ended=True)
    assert moment_in(starts.cursor(None)) == ZERO + HELD + HOUR


def test_a_pull_that_saw_nothing_keeps_its_place():
    before = Starts(latest=ZERO).cursor(None)
    assert Starts().cursor(before) == before
    assert Starts().cursor(None) is None
    empty = Starts()
    for nothing in (None, 5, "soon"):
        empty.saw(nothing, has_ended=True)
    assert empty.cursor(None) is None


def test_the_first_pull_begins_where_a_person_said_and_later_ones_with_the_overlap():
    cursor = Starts(latest=ZERO).cursor(None)
    assert begins_at(None, None, HOUR) is None
    assert begins_at(None, ZERO, HOUR) == ZERO
    assert begins_at(cursor, ZERO - HELD, HOUR) == ZERO - HOUR


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 72)), max_size=40),
    st.lists(st.integers(1, 20), min_size=1, max_size=20),
)
def test_no_run_that_ends_within_the_time_it_is_waited_for_is_left_out(runs, pauses):
    """Runs begin and end at some hour; each pull sees those that began, ended or not."""
    begun = [(ZERO + start * HOUR, ZERO + (start + length) * HOUR) for start, length in runs]
    now, cursor, read = ZERO, None, set()
    for pause in [*pauses, 400]:
        now += pause * HOUR
        starts, begins = Starts(), begins_at(cursor, None, HOUR)
        for number, (start, end) in enumerate(begun):
            if start <= now and (begins is None or start >= begins):
                starts.saw(iso(start), has_ended=end <= now)
                read |= {number} if end <= now else set()
        cursor = starts.cursor(cursor)
    assert read == set(range(len(begun)))


def test_sizes_of_pages_and_dates_are_checked():
    assert page_of("", 1000) == page_of(None, 1000) == 100
    assert page_of("7", 50) == 7
    assert page_of(None, 50) == 50
    for wrong in ("0", "51", "ten", "-1", "²"):
        with pytest.raises(PageUnusable):
            page_of(wrong, 50)
    assert since_of("") is None
    assert since_of("2026-01-31") == datetime(2026, 1, 31, tzinfo=UTC)
    with pytest.raises(SinceUnreadable):
        since_of("soon")
