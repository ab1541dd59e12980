"""`erase`: what it takes, what it prints, and that it says no before it is too late."""

import json
from datetime import timedelta

import pytest

from reviewer_app import app as root

POLICY = 'name = "short"\n[defaults]\nmode = "human"\nretention = "1d"\n'


@pytest.fixture
def policy(tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text(POLICY)
    return path


@pytest.mark.usefixtures("pulled")
def test_erase_takes_items_by_their_own_ids_and_says_what_it_did(document):
    done = document("erase", "k1", "k2", "--reason", "the customer asked")
    assert (done["erased"], done["already"], done["complete"]) == (2, 0, True)
    assert document("erase", "k1", "--reason", "again")["already"] == 1
    shown = document("show", "k1")
    assert [shown["item"][k] for k in ("input", "output", "trace")] == [None] * 3
    assert shown["item"]["held"] == "erased"
    assert shown["item"]["erasure"]["reason"] == "the customer asked"
    assert document("show", "k0")["item"]["output"] == "answer 0"
    assert document("verify")["ok"]
    assert document("doctor", "--rebuild")["rebuilt"] == 0


@pytest.mark.usefixtures("pulled")
def test_show_tells_a_person_who_erased_it_and_why(app):
    app("erase", "k1", "--reason", "the customer asked")
    printed = app("show", "k1").out
    assert "was erased on" in printed
    assert "the customer asked" in printed
    assert "answer 1" not in printed


@pytest.mark.usefixtures("pulled")
def test_a_dry_run_erases_nothing(document):
    plan = document("erase", "k1", "--dry-run")
    assert (plan["would_erase"], len(plan["items"])) == (1, 1)
    assert document("show", "k1")["item"]["held"] == "whole"


@pytest.mark.parametrize(
    "arguments",
    [(), ("k1",), ("k1", "--reason", " "), ("k1", "--expired"), ("nobody", "--reason", "x")],
    ids=" ".join,
)
@pytest.mark.usefixtures("pulled")
def test_a_wrong_use_is_a_sentence_and_erases_nothing(app, document, arguments):
    assert app("erase", *arguments, code=2).err.strip()
    assert document("show", "k1")["item"]["held"] == "whole"


def test_every_revision_is_meant_where_it_is_said(document, feed):
    for output in ("first", "second"):
        document("pull", "--file", feed({"id": "a", "output": output}))
    assert document("erase", "a", "--reason", "r", "--dry-run")["would_erase"] == 1
    done = document("erase", "a", "--reason", "r", "--every-revision")
    assert done["erased"] == 2


@pytest.mark.usefixtures("pulled")
def test_an_erased_item_is_not_decided(app):
    app("erase", "k1", "--reason", "r")
    assert "was erased" in app("decide", "k1", "approve", code=1).err


@pytest.mark.usefixtures("pulled")
def test_what_a_policy_no_longer_keeps_is_told_before_and_erased_on_request(
    document, app, policy, monkeypatch
):
    document("decide", "k0", "approve")
    checked = document("policy", "check", policy)
    assert checked["expired"] == []
    document("policy", "apply", policy)
    then = root.now() + timedelta(days=2)
    monkeypatch.setattr(root, "now", lambda: then)
    expected = [{"workflow": "support", "step": "reply", "items": 1}]
    assert document("policy", "check", policy)["expired"] == expected
    assert "keep no longer" in app("policy", "check", policy).out
    plan = document("erase", "--expired", "--dry-run")
    assert (plan["would_erase"], plan["steps"]) == (1, expected)
    assert document("erase", "--expired")["erased"] == 1
    assert document("erase", "--expired")["erased"] == 0
    assert document("show", "k0")["item"]["erasure"]["reason"].startswith("kept for 1d, as “short”")


@pytest.mark.usefixtures("pulled")
def test_labels_keep_the_verdict_of_what_was_erased(document, tmp_path):
    document("decide", "k0", "approve")
    document("erase", "k0", "--reason", "r")
    document("labels", "export", "--out", tmp_path / "l.jsonl")
    (label,) = map(json.loads, (tmp_path / "l.jsonl").read_text().splitlines())
    assert (label["verdict"], label["output"], label["expected_output"]) == ("approve", None, None)
    assert label["digest"]
