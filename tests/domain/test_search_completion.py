"""What may come next at the cursor of the search box."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.search.completion import (
    Suggestion,
    key_suggestions,
    place_at,
    put,
    quoted,
    value_suggestions,
)
from reviewer_app.domain.search.conditions import Text
from reviewer_app.domain.search.parsing import Scope, parse
from reviewer_app.domain.search.times import Calendar

NOW = datetime(2026, 11, 20, tzinfo=UTC)
SCOPE = Scope(Calendar(NOW, lambda day: datetime.combine(day, time(), UTC)), ("amount",))


def keys(text):
    return [s.text for s in key_suggestions(place_at(text, len(text), SCOPE), SCOPE)]


def values(text, *names):
    return [s.text for s in value_suggestions(place_at(text, len(text), SCOPE), names)]


def taken(text, written, cursor=None):
    place = place_at(text, len(text) if cursor is None else cursor, SCOPE)
    return put(text, place, Suggestion(written, "", written))


def test_an_empty_box_offers_every_key_and_the_policys_fields():
    assert {"risk:", "workflow:", "due:", "amount:"} <= set(keys(""))


@pytest.mark.parametrize(
    ("text", "found"), [("ri", ["risk:"]), ("late am", ["amount:"]), ("x", [])]
)
def test_a_beginning_narrows_the_keys(text, found):
    assert keys(text) == found


def test_a_key_offers_its_values_and_then_the_names_there_are():
    assert values("risk:") == ["low", "medium", "high", "critical"]
    assert values("risk:high,c") == ["critical"]
    assert values("agent:pl", "planner", "writer", "the planner") == ["planner", "the planner"]
    assert values("decided:")[:2] == ["me", "nobody"]
    assert "late" in values("due:")


def test_taking_one_replaces_what_was_typed_and_nothing_else():
    assert taken("late ri", "risk:") == ("late risk:", 10)
    assert taken("risk:hi", "high") == ("risk:high ", 10)
    assert taken("risk:high,c", "critical") == ("risk:high,critical ", 19)
    assert taken("risk:hi late", "high", cursor=7) == ("risk:high late", 9)
    assert taken("-agent:pl", "planner") == ("-agent:planner ", 15)


@given(st.text(st.characters(exclude_characters='"*', exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_name_that_is_offered_is_read_as_that_name(name):
    search = parse(f"rule:{quoted(name)}", SCOPE)
    assert [c.values for c in search.conditions] == [(Text(name),)]


@given(st.text(max_size=30), st.integers(0, 30))
def test_the_cursor_may_stand_anywhere(text, cursor):
    place = place_at(text, min(cursor, len(text)), SCOPE)
    assert 0 <= place.start <= place.end <= len(text)
