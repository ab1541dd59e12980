"""`adjudicate` and `unblind`: a lead settles what others dispute, and looks early on record."""

import json

import pytest

from tests.factory import lines_of

RECORD = {"id": "d1", "workflow": "support", "step": "reply", "output": "Pay 20 EUR"}
HUMAN = [
    {"annotator": "bea", "verdict": "correct", "corrected_output": "Pay 30 EUR"},
    {"annotator": "cem", "verdict": "reject"},
]
POLICY = (
    'name = "two"\n[defaults]\nmode = "human"\n'
    '[[rule]]\nname = "two people"\nwhen = "true"\nreviews = 2\n'
)


@pytest.fixture
def two(app, tmp_path):
    """Two people must judge every item; two disagree on the first, nobody judged the second."""
    policy, judged, fresh = (tmp_path / name for name in ("p.toml", "judged.jsonl", "new.jsonl"))
    policy.write_text(POLICY)
    judged.write_text(lines_of([{**RECORD, "human": HUMAN}]))
    fresh.write_text(lines_of([{**RECORD, "id": "n1"}]))
    app("policy", "apply", policy)
    app("labels", "import", judged)
    app("pull", "--file", fresh)


@pytest.mark.usefixtures("two")
def test_adjudicate_settles_a_dispute_by_one_of_the_decisions(document):
    shown = document("show", "d1")
    assert shown["resolution"]["status"] == "disputed"
    assert [d["person"] for d in shown["decisions"]] == ["bea", "cem"]
    taken = shown["decisions"][0]
    done = document("adjudicate", "d1", taken["id"])
    assert set(done["decision"]["settles"]) == {d["id"] for d in shown["decisions"]}
    assert done["entry"]["status"] == "resolved"
    assert document("show", "d1")["resolution"]["expected_output"] == "Pay 30 EUR"


@pytest.mark.usefixtures("two")
def test_adjudicate_refuses_what_nobody_disputes_and_what_is_no_decision(app, document):
    taken = document("show", "d1")["decisions"][0]["id"]
    assert "neither disputed nor escalated" in app("adjudicate", "n1", taken, code=2).err
    assert "nonsense" in app("adjudicate", "d1", "nonsense", code=2).err


@pytest.mark.usefixtures("two")
def test_who_unblinds_an_item_does_not_review_it(app, document):
    assert document("unblind", "n1")["decisions"] == []
    refused = app("decide", "n1", "approve", code=1)
    assert "you do not review it" in refused.err
    assert "Nothing of n1 is covered" in app("unblind", "n1", code=2).err


@pytest.mark.usefixtures("two")
def test_unblind_says_who_decided_what_and_that_it_is_on_record(app, document):
    said = app("unblind", "n1").out
    assert "recorded" in said
    assert json.dumps(document("show", "n1")["resolution"]["status"]) == '"queued"'
