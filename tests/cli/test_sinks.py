"""Where labels go is configured and watched on the command line."""

import io
import json

import pytest

from reviewer_app.cli.program import MISUSED
from tests.web_server import Answer, serving

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - of a public example


@pytest.fixture
def hook(monkeypatch):
    """A receiver, and its secret where the environment keeps it."""
    monkeypatch.setenv("REVIEWER_SECRET_HOOK_SECRET", SECRET)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with serving() as server:
        server.on("POST", "/hook", Answer(status=204))
        yield f"{server.address}/hook"


@pytest.fixture
def decided(app, tmp_path):
    """One item, decided with nothing to wait for."""
    policy = tmp_path / "policy.toml"
    policy.write_text('name = "p"\n[defaults]\nmode = "human"\nundo_window = "0s"\n', "utf-8")
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps({"id": "a", "output": "x"}) + "\n", encoding="utf-8")
    app("policy", "apply", policy)
    app("pull", "--file", path)

    def decide():
        app("decide", "a", "approve")

    return decide


def test_a_label_is_sent_once_and_listed_with_where_it_stands(app, document, hook, decided):
    app("sink", "add", "hook", "webhook", "--set", f"url={hook}")
    decided()
    assert document("labels", "push")["sinks"][0]["delivered"] == 1
    assert document("labels", "push")["sinks"][0]["delivered"] == 0
    (listed,) = document("labels", "push", "--list")["deliveries"]
    assert (listed["external_id"], listed["sink"], listed["state"]) == ("a", "hook", "delivered")
    (sink,) = document("sink", "list")["sinks"]
    assert sink["labels"] == {"delivered": 1}
    assert document("show", "a")["labels"][0]["state"] == "delivered"


def test_decisions_of_before_are_sent_when_that_is_asked_for(app, document, hook, decided):
    decided()
    app("sink", "add", "hook", "webhook", "--set", f"url={hook}")
    assert document("labels", "push")["sinks"][0]["delivered"] == 0
    assert document("labels", "push", "--all")["sinks"][0]["delivered"] == 1


def test_a_sink_that_does_not_answer_is_told_of_and_exits_with_1(app, document, decided, hook):
    gone = hook.replace("/hook", "/gone")
    app("sink", "add", "hook", "webhook", "--set", f"url={gone}")
    decided()
    (result,) = document("labels", "push", code=1)["sinks"]
    assert result["failed"] == 1
    (listed,) = document("labels", "push", "--list", "--state", "failed")["deliveries"]
    assert "404" in listed["remark"]
    assert document("labels", "push", "--retry", code=1)["sinks"][0]["failed"] == 1


def test_a_sink_nobody_knows_is_wrong_use(app):
    assert "no sink called “nope”" in app("labels", "push", "nope", code=MISUSED).err
    assert "Labels cannot be sent" in app("sink", "add", "x", "nope", code=MISUSED).err


def test_offline_nothing_is_sent(app, document, hook, decided):
    app("sink", "add", "hook", "webhook", "--set", f"url={hook}")
    decided()
    (result,) = document("--offline", "labels", "push", code=1)["sinks"]
    assert "--offline" in result["trouble"]


def test_a_sink_is_tried_and_removed(app, hook):
    app("sink", "add", "hook", "webhook", "--set", f"url={hook}")
    assert app("sink", "test", "hook").out.strip()
    app("sink", "remove", "hook")
    assert "no sink called" in app("sink", "remove", "hook", code=MISUSED).err
