"""Connections have turns in their own rhythm, and what fails is left alone longer each time."""

import json
import threading
from dataclasses import replace

import pytest

from reviewer_app.connections.schedule import Direction, Happened
from reviewer_app.secrets import SERVICE
from reviewer_app.services.desk import Remarks
from reviewer_app.settings import SinkSettings, SourceSettings
from tests.factory import Clock, opened, seen
from tests.web_server import Answer, serving


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def profile(tmp_path, clock):
    with opened(tmp_path / "p", clock=clock) as made:
        yield made


@pytest.fixture
def feed(tmp_path):
    return tmp_path / "feed.jsonl"


def write(path, *names: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": name, "output": name}) + "\n" for name in names)


def connect(profile, path, name: str = "feed", **more) -> None:
    source = SourceSettings(kind="file", options={"path": str(path)}, **more)
    sources = {**profile.settings.sources, name: source}
    profile.save_settings(profile.settings.model_copy(update={"sources": sources}))


def turns(profile, clock, after: float = 0.0, only=()) -> list[Happened]:
    """What happens after so many seconds."""
    clock.advance(seconds=after)
    happened: list[Happened] = []
    profile.schedule.work(happened.append, lambda: False, only)
    return happened


def test_a_source_is_pulled_when_its_time_has_come_and_not_before(profile, clock, feed):
    write(feed, "a")
    connect(profile, feed, every_minutes=2)
    (first,) = turns(profile, clock)
    assert (first.direction, first.name, first.pulled.new) == (Direction.PULL, "feed", 1)
    write(feed, "b", "c")
    assert turns(profile, clock, after=119) == []
    assert turns(profile, clock, after=1)[0].pulled.new == 2


def test_what_is_paused_or_pulled_by_hand_alone_has_no_turns(profile, clock, feed):
    write(feed, "a")
    connect(profile, feed, "paused", is_paused=True)
    connect(profile, feed, "by hand", every_minutes=0)
    assert turns(profile, clock, after=600) == []


def test_a_source_that_fails_is_left_alone_longer_each_time(profile, clock, feed):
    connect(profile, feed)
    assert "feed.jsonl" in turns(profile, clock)[0].trouble
    assert turns(profile, clock, after=14) == []
    assert turns(profile, clock, after=1)[0].trouble
    assert turns(profile, clock, after=29) == []
    assert turns(profile, clock, after=1)[0].trouble
    write(feed, "a")
    assert turns(profile, clock, after=60)[0].pulled.new == 1


def test_a_source_that_fails_keeps_no_other_from_its_turn(profile, clock, feed):
    write(feed, "a")
    connect(profile, feed.with_name("gone.jsonl"), "broken")
    connect(profile, feed, "whole")
    assert [bool(one.trouble) for one in turns(profile, clock)] == [True, False]


def test_how_the_last_pull_went_is_kept(profile, clock, feed):
    write(feed, "a")
    connect(profile, feed)
    turns(profile, clock)
    (listed,) = profile.connections.listed()
    assert (listed.last_pull.new, listed.last_pull.trouble) == (1, "")
    feed.unlink()
    turns(profile, clock, after=300)
    (listed,) = profile.connections.listed()
    assert "feed.jsonl" in listed.last_pull.trouble


def test_only_those_that_were_named_have_turns(profile, clock, feed):
    write(feed, "a")
    connect(profile, feed, "one")
    connect(profile, feed, "two")
    assert [one.name for one in turns(profile, clock, only=["two"])] == ["two"]


def test_a_service_can_have_a_rhythm_of_its_own(profile, clock, feed):
    write(feed, "a")
    connect(profile, feed, every_minutes=0)
    schedule = replace(profile.schedule, every=3.0)
    happened: list[Happened] = []
    for _ in range(3):
        schedule.work(happened.append, lambda: False)
        clock.advance(seconds=2)
    assert len(happened) == 2


def test_it_ends_when_it_is_told_to(profile, feed):
    write(feed, "a")
    connect(profile, feed)
    stop, happened = threading.Event(), []
    thread = threading.Thread(target=profile.schedule.run, args=(stop, happened.append))
    thread.start()
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


def test_labels_are_pushed_soon_and_a_pass_without_any_is_not_told(
    profile, clock, feed, memory_keyring
):
    memory_keyring.set_password(SERVICE, "hook/secret", "hush")
    with serving() as server:
        server.on("POST", "/hook", Answer(status=204))
        sink = SinkSettings(kind="webhook", options={"url": f"{server.address}/hook"})
        profile.save_settings(profile.settings.model_copy(update={"sinks": {"hook": sink}}))
        write(feed, "a")
        connect(profile, feed, every_minutes=0)
        profile.pulls.pull("feed")
        assert turns(profile, clock) == []
        profile.review.approve(seen(profile, "a"), Remarks())
        assert turns(profile, clock, after=5) == []
        (pushed,) = turns(profile, clock, after=6)
        assert (pushed.direction, pushed.pushed.delivered) == (Direction.PUSH, 1)
        assert turns(profile, clock, after=60) == []


def test_a_quiet_pass_writes_nothing(profile, clock, memory_keyring):
    memory_keyring.set_password(SERVICE, "hook/secret", "hush")
    sink = SinkSettings(kind="webhook", options={"url": "http://127.0.0.1:9"})
    profile.save_settings(profile.settings.model_copy(update={"sinks": {"hook": sink}}))
    before = profile.store.version()
    assert turns(profile, clock) == []
    assert profile.store.version() == before
