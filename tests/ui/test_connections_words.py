"""What the Connections page says of a connection, and the option that maps fields."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connections.configured import Connected
from reviewer_app.connections.kinds import Kind
from reviewer_app.connections.trial import Trial
from reviewer_app.connectors.files.source import FileSource, mapping_from
from reviewer_app.connectors.protocols import Sample
from reviewer_app.connectors.web.fields import MAP, Fields
from reviewer_app.domain.delivery import DeliveryState, LastPull
from reviewer_app.settings import SinkSettings, SourceSettings
from reviewer_app.ui.connections.mapping import FIELDS, is_by_path, mapped, place_for, written
from reviewer_app.ui.connections.places import places_of
from reviewer_app.ui.connections.trial_card import TrialCard
from reviewer_app.ui.connections.words import (
    State,
    does_words,
    every_words,
    labels_words,
    pull_words,
    state_of,
    tells_of,
    title_of,
)
from tests.factory import NOON, problem

PULL = LastPull(source="feed", at=NOON)
FOUR_LATER = NOON + timedelta(minutes=4)


def source(**given):
    return SourceSettings(kind="file", **given)


def connected(settings=None, **given):
    return Connected("feed", settings or source(), **given)


@pytest.mark.parametrize(
    ("one", "push_trouble", "state"),
    [
        (connected(), "", State.NEW),
        (connected(last_pull=PULL), "", State.FINE),
        (connected(labels={DeliveryState.DELIVERED: 1}), "", State.FINE),
        (connected(last_pull=PULL, refused=1), "", State.ATTENTION),
        (connected(last_pull=PULL, labels={DeliveryState.FAILED: 1}), "", State.ATTENTION),
        (connected(last_pull=PULL, labels={DeliveryState.CONFLICT: 1}), "", State.ATTENTION),
        (connected(last_pull=PULL, labels={DeliveryState.WAITING: 9}), "", State.FINE),
        (connected(last_pull=PULL, refused=1), "nobody answers", State.TROUBLE),
        (connected(last_pull=PULL.model_copy(update={"trouble": "gone"})), "", State.TROUBLE),
        (connected(source(is_paused=True), last_pull=PULL), "nobody answers", State.PAUSED),
        (connected(source(is_paused=True), missing=("token",)), "", State.SECRET),
    ],
)
def test_the_worst_is_what_is_said(one, push_trouble, state):
    assert state_of(one, push_trouble) is state


def test_what_a_connection_does():
    assert does_words(source()) == "outputs every 5 min"
    assert does_words(source(sends_labels=True)) == "outputs every 5 min  ·  labels go back"
    assert does_words(source(every_minutes=0)) == "outputs when asked"
    assert does_words(SinkSettings(kind="webhook")) == "labels of all sources"
    assert does_words(SinkSettings(kind="webhook", takes=("a", "b"))) == "labels of a, b"


def test_a_rhythm_in_the_unit_that_people_use():
    assert [every_words(n) for n in (0.5, 1, 90, 120, 2880)] == [
        "30 s",
        "1 min",
        "90 min",
        "2 h",
        "48 h",
    ]


def test_how_a_pull_went():
    pull = PULL.model_copy(update={"new": 12, "flagged": 3, "refused": 1})
    assert pull_words(pull, FOUR_LATER) == "12 new, 3 flagged, 1 refused  ·  4m ago"
    assert pull_words(PULL, NOON) == "nothing new  ·  just now"
    assert pull_words(None, NOON) == "not pulled yet"
    failed = PULL.model_copy(update={"trouble": "gone"})
    assert pull_words(failed, FOUR_LATER) == "could not be read  ·  4m ago"


def test_where_labels_stand():
    labels = {DeliveryState.WAITING: 2, DeliveryState.DELIVERED: 40, DeliveryState.FAILED: 1}
    assert labels_words(labels) == "40 delivered  ·  2 waiting  ·  1 failed"
    assert labels_words({}) == "no labels yet"


def test_a_kind_of_another_package_has_its_own_name_and_says_which_way_things_go():
    assert title_of("acme\u202e") == "acme⟨U+202E⟩"
    told = [tells_of(Kind("acme", out, back, {})) for out, back in ((1, 0), (0, 1), (1, 1))]
    assert told[0] == "Outputs come from it."
    assert told[1] == "Labels go to it."
    assert told[2] == "Outputs come from it, and labels go back."


def test_the_two_ways_of_mapping_are_told_apart_by_what_the_option_says():
    assert not is_by_path(MAP.about)
    assert is_by_path(FileSource.OPTIONS["map"].about)


def test_a_place_is_written_as_the_kind_reads_it():
    assert place_for('messages[0]."my key"[-1]', by_path=True) == "messages.0.my key.-1"
    assert place_for("messages[0].content", by_path=False) == "messages[0].content"


def test_what_another_hand_mapped_is_kept():
    text = "trace=spans\noutput=answer.text"
    assert written(mapped(text, by_path=False), by_path=False) == text


NAMES = st.sampled_from([*FIELDS, "metadata.tier", "trace"])
STEPS = st.lists(st.from_regex(r"\A[a-z]{1,6}\Z"), min_size=1, max_size=4).map(".".join)


@given(st.dictionaries(NAMES, STEPS), st.booleans())
def test_what_is_written_is_what_the_connectors_read(fields, by_path):
    text = written(fields, by_path=by_path)
    assert mapped(text, by_path=by_path) == fields
    if by_path:
        assert mapping_from(text) == fields
    else:
        read = {name: found.expression for name, found in Fields.parse(text).expressions.items()}
        assert read == fields


def test_what_another_side_told_hides_nothing_and_is_bounded(qtbot):
    card = TrialCard()
    qtbot.addWidget(card)
    refused = Sample({}, problem(reason="<b>no\u202eon</b>" + "x" * 5_000, raw="\u202e"))
    card.show_trial(Trial((refused,), trouble="a\u202eb"), is_source=True, is_green=False)
    trouble, record = card.texts()
    assert trouble == "a⟨U+202E⟩b"
    assert "<b>no⟨U+202E⟩on</b>" in record
    assert len(record) < 800


def test_the_places_of_a_refused_record_are_those_of_its_own_text():
    refused = problem(raw='{"answer": {"text": "hello"}, "uid": "a1"}')
    cut = problem(raw='{"answer": {"te')
    trial = Trial(samples=(Sample({}, cut), Sample({}, refused)))
    found = {place.expression: place.value for place in places_of(trial)}
    assert found["answer.text"] == "hello"
    assert found["uid"] == "a1"
    assert list(places_of(Trial(samples=(Sample({}, cut),)))) == []
