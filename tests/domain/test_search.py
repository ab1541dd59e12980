"""What is typed into the search box: conditions, words, and faults that name their place."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.search.conditions import Absent, Between, By, Condition, During, Text
from reviewer_app.domain.search.keys import KEYS
from reviewer_app.domain.search.parsing import MOST_PARTS, Scope, parse
from reviewer_app.domain.search.times import Calendar

NOW = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)  # a Friday


def day(*parts):
    return datetime(*parts, tzinfo=UTC)


def midnight(of: date) -> datetime:
    return datetime.combine(of, time(), UTC)


SCOPE = Scope(Calendar(NOW, midnight), ("amount", "customer", "Größe"))


def read(text):
    return parse(text, SCOPE)


def only(text) -> Condition:
    search = read(text)
    assert not search.faults, search.faults
    (condition,) = search.conditions
    return condition


def fault(text):
    found = read(text).faults
    assert found, text
    return str(found[0].says), text[found[0].start : found[0].end]


VALUES = {
    "risk:high": Text("high"),
    "RISK:High": Text("high"),
    "agent:plan*": Text("plan", is_prefix=True),
    'rule:"large refund"': Text("large refund"),
    'rule:"so*"': Text("so*"),
    "confidence:0.7": Between(0.7, 0.7),
    "confidence:<0.7": Between(None, 0.7, high_open=True),
    "confidence:<=0.7": Between(None, 0.7),
    "confidence:>70%": Between(0.7, None, low_open=True),
    "confidence:0.5..0.7": Between(0.5, 0.7),
    "confidence:none": Absent(),
    "verdict:none": Absent(),
    "assignee:me": By("me"),
    "assignee:nobody": Absent(),
    'assignee:"Ana Brandt"': By("Ana Brandt"),
    "amount:>500": Between(500.0, None, low_open=True),
    "amount:-5": Between(-5.0, -5.0),
    'customer:"Ms Okafor"': Text("Ms Okafor"),
    "größe:12": Between(12.0, 12.0),
}


@pytest.mark.parametrize("text", VALUES)
def test_a_value_is_read_as_its_key_wants_it(text):
    assert only(text).values == (VALUES[text],)


TIMES = {
    "decided:<7d": During(since=NOW - timedelta(days=7)),
    "decided:7d": During(since=NOW - timedelta(days=7)),
    "decided:>7d": During(until=NOW - timedelta(days=7)),
    "decided:2026-11-20": During(day(2026, 11, 20), day(2026, 11, 21)),
    "decided:2026-11-16..2026-11-22": During(day(2026, 11, 16), day(2026, 11, 23)),
    "pulled:today": During(day(2026, 11, 20), day(2026, 11, 21)),
    "pulled:yesterday": During(day(2026, 11, 19), day(2026, 11, 20)),
    "pulled:last-week": During(day(2026, 11, 9), day(2026, 11, 16)),
    "pulled:last-month": During(day(2026, 10, 1), day(2026, 11, 1)),
    "pulled:2026-11": During(day(2026, 11, 1), day(2026, 12, 1)),
    "pulled:2026-12": During(day(2026, 12, 1), day(2027, 1, 1)),
    "pulled:>2026-11-19": During(since=day(2026, 11, 20)),
    "pulled:>=2026-11-19": During(since=day(2026, 11, 19)),
    "pulled:<2026-11-19": During(until=day(2026, 11, 19)),
    "due:late": During(until=NOW),
    "due:<4h": During(until=NOW + timedelta(hours=4)),
    "due:>2d": During(since=NOW + timedelta(days=2)),
    "due:tomorrow": During(day(2026, 11, 21), day(2026, 11, 22)),
    "due:none": Absent(),
    "decided:me": By("me"),
    "decided:Bea": By("Bea"),
}


@pytest.mark.parametrize("text", TIMES)
def test_a_time_is_read_against_the_clock_and_the_calendar(text):
    assert only(text).values == (TIMES[text],)


def test_last_month_of_january_is_december():
    scope = Scope(Calendar(day(2026, 1, 15), midnight))
    (condition,) = parse("pulled:last-month", scope).conditions
    assert condition.values == (During(day(2025, 12, 1), day(2026, 1, 1)),)


def test_words_phrases_negation_and_alternatives_stand_beside_each_other():
    search = read('late -"red fox" risk:high,critical -agent:planner refund')
    assert [(w.text, w.is_phrase, w.is_negated) for w in search.words] == [
        ("late", False, False),
        ("red fox", True, True),
        ("refund", False, False),
    ]
    risk, agent = search.conditions
    assert risk.values == (Text("high"), Text("critical"))
    assert agent.is_negated
    assert search.text == "late refund"
    assert not search.faults


def test_only_the_last_word_may_still_be_typed():
    assert [w.is_begun for w in read("late ref").words] == [False, True]
    assert [w.is_begun for w in read("late ref ").words] == [False, False]


@pytest.mark.parametrize(
    "text", ["12:30", "https://a.example/b?c=d", "Re: order", "a - b", "-", '"']
)
def test_a_colon_is_not_always_a_key(text):
    search = read(text)
    assert (search.conditions, search.faults) == ((), ())


FAULTS = {
    "rsk:high": ("Did you mean risk?", "rsk:high"),
    "colour:red": ("There is no key “colour”", "colour:red"),
    "late risk:purple": ("risk is one of low, medium, high, critical, not “purple”.", "purple"),
    "risk:hgh": ("Did you mean high?", "hgh"),
    "confidence:sure": ("confidence wants a number such as <0.7, not “sure”.", "sure"),
    "confidence:0.5,low": ("not “low”", "low"),
    "pulled:soon": ("pulled wants a time", "soon"),
    "pulled:2026-02-31": ("pulled wants a time", "2026-02-31"),
    "due:<": ("due wants a value", "due:<"),
    "decided:<7x": ("decided wants a name, me, nobody or a time", "<7x"),
    "agent:<5": ("cannot be compared", "<5"),
    "customer:>abc": ("cannot be compared", ">abc"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_says_what_and_where(text):
    words, place = FAULTS[text]
    says, where = fault(text)
    assert words in says
    assert where == place


def test_a_value_that_is_still_to_come_is_no_mistake_yet():
    (found,) = read("risk:").faults
    assert found.is_unfinished
    assert "risk:high,critical" in found.says


def test_every_key_shows_an_example_that_is_right():
    for key in KEYS:
        assert read(key.example).conditions[0].key == key.name


def test_a_search_is_read_up_to_a_bound():
    search = read("a " * (MOST_PARTS + 5))
    assert len(search.words) == MOST_PARTS
    assert "first 60 parts" in search.faults[0].says


@given(st.text(st.sampled_from('ab:"-,.<>=*09 \u202e\nrisk'), max_size=40) | st.text(max_size=40))
def test_nothing_that_can_be_typed_breaks_it_and_places_are_in_the_text(text):
    search = read(text)
    for part in (*search.words, *search.conditions, *search.faults):
        assert 0 <= part.start <= part.end <= len(text)


@given(st.text(st.characters(exclude_characters='"', exclude_categories=["Cs"]), min_size=1))
def test_what_stands_in_quotes_is_taken_as_it_is(text):
    assert only(f'workflow:"{text}"').values == (Text(text),)
