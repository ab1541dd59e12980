"""Times that readings start from."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.web.moments import (
    USUAL_OVERLAP,
    cursor_at,
    iso,
    moment_in,
    overlap_of,
)
from reviewer_app.domain.errors import UsageError


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_cursor_leads_back_to_its_time(moment):
    assert moment_in(cursor_at(moment)) == moment
    assert moment_in(iso(moment)) == moment


def test_a_time_is_written_in_utc():
    moment = datetime(2026, 1, 2, 3, 4, 5, 6, timezone(timedelta(hours=2)))
    assert iso(moment) == "2026-01-02T01:04:05.000006Z"


def test_a_naive_time_is_utc():
    assert moment_in("2026-01-31") == datetime(2026, 1, 31, tzinfo=UTC)


@given(st.text(max_size=20) | st.sampled_from(['{"at": 1}', "{}", "{", '{"at": [2026]}', "[]"]))
def test_what_holds_no_time_leads_nowhere_and_breaks_nothing(text):
    found = moment_in(text)
    assert found is None or found.tzinfo


def test_an_overlap_is_a_duration():
    assert overlap_of("90m") == timedelta(minutes=90)
    assert overlap_of("") == overlap_of(None) == USUAL_OVERLAP
    with pytest.raises(UsageError):
        overlap_of("soon")
