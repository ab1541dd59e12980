"""`assign`: items change hands by the filters of `queue`, and what it prints."""

import pytest

from reviewer_app.app import open_profile
from tests.teamwork import join, leave, mate


@pytest.fixture(autouse=True)
def team(pulled, changed):
    """Three outputs, and two people beside the one who sits here."""
    assert pulled.exists()
    for name in ("Ben Adler", "Cleo"):
        changed(lambda profile, name=name: mate(profile, name))


@pytest.fixture
def changed(tmp_path):
    """Does something to the profile while no command has it."""

    def call(act):
        profile = open_profile(tmp_path / "profile")
        act(profile)
        profile.close()

    return call


def holders(document):
    return {e["external_id"]: e["assignee"] for e in document("queue")["entries"]}


def test_all_open_items_are_handed_over_and_the_name_is_said_as_it_is_written(document):
    printed = document("assign", "--to", "ben adler", "--reason", "holiday")
    assert (printed["assigned"], printed["to"]) == (3, "Ben Adler")
    assert set(holders(document).values()) == {"Ben Adler"}


def test_the_filters_of_the_queue_say_which(document):
    first = document("assign", "--to", "cleo", "--search", "id:k1", "--reason", "r")
    assert first["assigned"] == 1
    moved = document("assign", "--to", "ben adler", "--assignee", "cleo", "--reason", "r")
    assert moved["assigned"] == 1
    none = document("assign", "--to", "cleo", "--workflow", "nothing", "--reason", "r")
    assert none["assigned"] == 0
    assert holders(document) == {"k0": None, "k1": "Ben Adler", "k2": None}


def test_items_are_given_back_to_the_pool(document):
    document("assign", "--to", "cleo", "--reason", "r")
    assert document("assign", "--to", "nobody", "--reason", "r") == {
        "assigned": 3,
        "to": "nobody",
        "not_open": 0,
        "unmoved": 0,
        "barred": 0,
        "cancelled": False,
    }
    assert set(holders(document).values()) == {None}


def test_me_is_who_sits_here(document):
    assert document("assign", "--to", "me", "--reason", "r")["assigned"] == 3
    assert document("queue", "--assignee", "me")["total"] == 3


def test_decided_items_are_left_out_and_counted(document, app):
    document("decide", "k1", "approve")
    every = ("--status", "queued", "--status", "resolved")
    printed = document("assign", "--to", "cleo", *every, "--reason", "r")
    assert (printed["assigned"], printed["not_open"]) == (2, 1)
    told = app("assign", "--to", "cleo", *every, "--reason", "r")
    assert told.out == "Nothing was handed over to Cleo.\n"
    assert "nobody has to decide them any more: 1" in told.err
    assert "There already: 2" in told.err


def test_a_name_that_nobody_has_is_answered_with_names_that_may_be_meant(app):
    near = app("assign", "--to", "Cloe", "--reason", "r", code=2)
    assert "Nobody here is called “Cloe”. Did you mean Cleo?" in near.err
    part = app("assign", "--to", "adl", "--reason", "r", code=2)
    assert "Did you mean Ben Adler?" in part.err
    far = app("assign", "--to", "Zygmunt", "--reason", "r", code=2)
    assert far.err.startswith("Nobody here is called “Zygmunt”.\n")


def test_a_reason_is_asked_for(app, document):
    assert "--reason" in app("assign", "--to", "cleo", code=2).err
    assert app("assign", "--to", "cleo", "--reason", " ", code=2).err.startswith("Why?")
    assert set(holders(document).values()) == {None}


def test_a_reviewer_of_a_team_may_not(app, changed, document):
    changed(lambda profile: join(profile, role="reviewer"))
    refused = app("assign", "--to", "cleo", "--reason", "r", code=2)
    assert "this is for leads" in refused.err
    changed(leave)
    assert set(holders(document).values()) == {None}
