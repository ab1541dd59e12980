"""Connections are added, tried, changed, paused and removed; secrets stay in the keyring."""

import json
from dataclasses import replace

import pytest

from reviewer_app.connections.configured import NameTaken, NameUnusable, NoLabelsThere, Wanted
from reviewer_app.connections.feeds import SourceUnknown
from reviewer_app.connections.secret_options import NoNetwork
from reviewer_app.connections.trial import places
from reviewer_app.connectors.registry import OptionMissing, SecretMissing
from reviewer_app.services.desk import Remarks
from reviewer_app.settings import SinkSettings, SourceSettings
from tests.factory import Clock, entries, opened, seen

SECRET = "hush-hush-hush"  # noqa: S105 - of the test's own keyring


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def profile(tmp_path, clock, memory_keyring):  # noqa: ARG001 - secrets go there
    with opened(tmp_path / "p", clock=clock) as made:
        yield made


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "feed.jsonl"
    rows = [{"id": n, "answer": {"text": f"t{n}"}, "sure": 0.5} for n in range(5)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def wanted(feed, name="feed", **more) -> Wanted:
    options = {"path": str(feed), "map": "output=answer.text"}
    return Wanted(name, SourceSettings(kind="file", options=options, **more))


def hook(secret: str) -> Wanted:
    """A webhook on a port where nobody listens."""
    options = {"url": "http://127.0.0.1:9"}
    return Wanted("hook", SinkSettings(kind="webhook", options=options), {"secret": secret})


def test_a_connection_is_listed_with_how_it_does(profile, feed):
    profile.connections.add(wanted(feed))
    profile.pulls.pull("feed")
    (one,) = profile.connections.listed()
    assert (one.name, one.is_source, one.takes_labels, one.refused) == ("feed", True, False, 0)
    assert one.last_pull.new == 5


def test_a_test_shows_three_records_as_they_would_come_in_and_keeps_none(profile, feed):
    trial = profile.connections.test(wanted(feed))
    assert [one.outcome.output for one in trial.samples] == ["t0", "t1", "t2"]
    assert trial.trouble == ""
    assert profile.connections.listed() == []
    assert entries(profile) == []


def test_a_test_of_what_cannot_be_read_says_why(profile, feed):
    feed.unlink()
    assert "feed.jsonl" in profile.connections.test(wanted(feed)).trouble


def test_places_of_a_record_are_expressions_that_lead_there():
    record = {"a": {"b c": [1, {"d": "x"}]}, "e": None}
    found = {place.expression: place.value for place in places(record)}
    assert found['a."b c"[-1].d'] == "x"
    assert found['a."b c"[0]'] == "1"
    assert "e" in found


def test_a_name_is_taken_once_and_fits_on_a_line(profile, feed):
    profile.connections.add(wanted(feed))
    with pytest.raises(NameTaken, match="“feed”"):
        profile.connections.add(wanted(feed))
    for name in ("", "a/b", "a\nb", "x" * 81):
        with pytest.raises(NameUnusable):
            profile.connections.add(wanted(feed, name))


def test_what_cannot_be_used_is_not_configured(profile, feed):
    with pytest.raises(OptionMissing, match="path"):
        profile.connections.add(Wanted("x", SourceSettings(kind="file")))
    with pytest.raises(NoLabelsThere):
        profile.connections.add(wanted(feed, sends_labels=True))
    assert profile.connections.listed() == []


def test_a_secret_goes_to_the_keyring_and_nowhere_else(profile, tmp_path, memory_keyring):
    profile.connections.add(hook(SECRET))
    assert SECRET in memory_keyring.kept.values()
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(SECRET.encode() not in path.read_bytes() for path in kept)
    assert profile.connections.listed()[0].missing == ()
    profile.connections.remove("hook")
    assert SECRET not in memory_keyring.kept.values()


def test_a_secret_that_the_keyring_lost_is_missed(profile, memory_keyring, feed, clock):
    profile.connections.add(hook(SECRET))
    profile.connections.add(wanted(feed))
    profile.pulls.pull("feed")
    profile.review.approve(seen(profile, "0"), Remarks())
    clock.advance(seconds=20)
    memory_keyring.kept.clear()
    assert [one.missing for one in profile.connections.listed()] == [(), ("secret",)]
    with pytest.raises(SecretMissing, match="hook"):
        profile.pushes.open("hook")
    (result,) = profile.pushes.push()
    assert "keyring" in result.trouble


def test_labels_wait_while_nobody_answers_and_are_counted(profile, feed, clock):
    profile.connections.add(wanted(feed))
    profile.connections.add(hook(SECRET))
    profile.pulls.pull("feed")
    profile.review.approve(seen(profile, "0"), Remarks())
    clock.advance(seconds=20)
    (result,) = profile.pushes.push()
    assert (result.postponed, bool(result.trouble)) == (1, True)
    counted = {one.name: dict(one.labels) for one in profile.connections.listed()}
    assert counted == {"feed": {}, "hook": {"waiting": 1}}
    (listed,) = profile.connections.deliveries("hook")
    assert (listed.external_id, listed.delivery.attempts) == ("0", 1)


def test_labels_for_a_paused_sink_wait_for_it(profile, feed, clock):
    profile.connections.add(wanted(feed))
    profile.connections.add(hook(SECRET))
    profile.connections.pause("hook", is_paused=True)
    profile.pulls.pull("feed")
    profile.review.approve(seen(profile, "0"), Remarks())
    clock.advance(seconds=20)
    assert profile.pushes.push() == []
    assert profile.connections.deliveries("hook")[0].delivery.attempts == 0


def test_a_sink_is_not_told_of_what_was_decided_before_unless_it_is_wanted(profile, feed, clock):
    profile.connections.add(wanted(feed))
    profile.pulls.pull("feed")
    profile.review.approve(seen(profile, "0"), Remarks())
    clock.advance(seconds=20)
    profile.connections.add(hook(SECRET))
    profile.pushes.push()
    assert profile.connections.deliveries("hook") == []
    profile.connections.send_earlier("hook")
    profile.pushes.push()
    assert len(profile.connections.deliveries("hook")) == 1


def test_a_bounded_pull_goes_on_where_it_ended(profile, feed):
    profile.connections.add(wanted(feed, most=2))
    assert [profile.pulls.pull("feed").new for _ in range(4)] == [2, 2, 1, 0]


def test_what_is_not_there_cannot_be_changed(profile, feed):
    with pytest.raises(SourceUnknown, match="“feed”"):
        profile.connections.change(wanted(feed))
    with pytest.raises(SourceUnknown):
        profile.connections.pause("feed", is_paused=True)


def test_offline_nothing_on_the_network_is_opened(profile, feed):
    profile.connections.add(hook(SECRET))
    profile.connections.add(wanted(feed))
    with_flag = replace(profile, is_offline=True)
    with pytest.raises(NoNetwork, match="--offline"):
        with_flag.pushes.open("hook")
    assert with_flag.feeds.source("feed").kind == "file"


def test_a_kind_whose_package_is_gone_is_listed_and_can_be_removed(profile):
    gone = SourceSettings(kind="gone", options={"url": "x"})
    changed = profile.settings.model_copy(update={"sources": {"old": gone}})
    profile.save_settings(changed)
    assert [one.name for one in profile.connections.listed()] == ["old"]
    profile.connections.remove("old")
    assert profile.connections.listed() == []


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_the_records_of_files_are_shown_as_they_stand_there(profile, feed, kind):
    path = feed if kind == "file" else feed.parent
    settings = SourceSettings(kind=kind, options={"path": str(path)})
    trial = profile.connections.test(Wanted("x", settings))
    assert trial.samples[0].raw == {"id": 0, "answer": {"text": "t0"}, "sure": 0.5}
    assert [one.outcome.field for one in trial.samples] == ["output"] * 3
    assert "answer.text" in [place.expression for place in trial.places]


def test_agents_are_answered_where_they_asked(profile, feed):
    profile.connections.add(wanted(feed))
    options = {"url": "http://127.0.0.1:9"}
    for name, settings in (
        ("graph", SourceSettings(kind="langgraph", options=options)),
        ("answers", SinkSettings(kind="langgraph", options=options)),
    ):
        profile.connections.add(Wanted(name, settings))
    (route,) = profile.pushes.routes()
    assert (route.sink, route.is_final) == ("answers", True)
    assert [source for source in ("feed", "graph") if route.takes(source)] == ["graph"]
