"""`gold`, and what `decide` is told beside the verdict."""

import json

RIGHT = {"annotator": "expert", "verdict": "reject", "comment": "cancelled"}
POLICY = """
name = "asking"
[defaults]
mode = "human"
gold_rate = 0.5
error_types = ["tone"]

[defaults.rubric.polite]
ask = "Is it polite?"

[defaults.rubric.clear]
ask = "How clear is it?"
kind = "scale"
"""


def test_known_items_are_added_listed_seeded_and_told_of(app, document, feed, tmp_path):
    policy = POLICY.split("[[defaults", maxsplit=1)[0]
    (tmp_path / "policy.toml").write_text(policy, encoding="utf-8")
    app("policy", "apply", tmp_path / "policy.toml")
    file = feed({"id": "g1", "output": "known answer", "human": [RIGHT]}, name="experts.jsonl")
    assert document("gold", "add", file) == {"added": 1, "unchanged": 0, "refused": []}
    app("pull", "--file", feed({"id": "k123", "output": "an answer"}))
    queue = document("queue")["entries"]
    assert len(queue) == 2
    (known,) = [e for e in queue if e["external_id"] != "k123"]
    printed = app("decide", known["id"], "approve")
    assert "you approved; right was to reject, because cancelled" in printed.err
    listed = document("gold", "list")
    assert listed["reserve"] == [
        {"workflow": "support", "step": "reply", "waiting": 0, "seeded": 1}
    ]
    (person,) = listed["people"]
    assert (person["right"], person["answered"]) == (0, 1)
    assert "0 of 1 right: 0%" in app("gold", "list").out


def test_a_refused_known_item_names_its_line(app, feed):
    file = feed({"id": "g1", "output": "no judgement"}, name="experts.jsonl")
    printed = app("gold", "add", file)
    assert "0 known items added" in printed.out
    assert "human must have one judgement" in printed.err
    assert "The reserve is empty" in app("gold", "list").err


def test_a_decision_takes_spans_and_answers(app, document, pulled, tmp_path):
    del pulled
    (tmp_path / "policy.toml").write_text(POLICY, encoding="utf-8")
    app("policy", "apply", tmp_path / "policy.toml")
    (tmp_path / "more.jsonl").write_text(
        json.dumps({"id": "m1", "workflow": "w", "step": "s", "output": "a rude answer"}) + "\n",
        encoding="utf-8",
    )
    app("pull", "--file", tmp_path / "more.jsonl")
    made = document(
        "decide", "m1", "reject", "--span", "2:6:tone", "--answer", "polite=no",
        "--answer", "clear=4",
    )  # fmt: skip
    assert made["decision"]["spans"] == [{"start": 2, "end": 6, "error_type": "tone"}]
    assert made["decision"]["rubric"] == {"polite": False, "clear": 4}


def test_spans_and_answers_that_are_none_are_refused_with_what_would_be(app, pulled, tmp_path):
    del pulled
    assert "START:END" in app("decide", "k0", "reject", "--span", "2-6", code=2).err
    assert "asks nothing" in app("decide", "k0", "reject", "--answer", "x=1", code=2).err
    (tmp_path / "policy.toml").write_text(POLICY, encoding="utf-8")
    app("policy", "apply", tmp_path / "policy.toml")
    record = json.dumps({"id": "m1", "workflow": "w", "step": "s", "output": "answer"})
    (tmp_path / "more.jsonl").write_text(record + "\n", encoding="utf-8")
    app("pull", "--file", tmp_path / "more.jsonl")
    told = app("decide", "m1", "reject", "--answer", "clear=9", code=2).err
    assert "polite (yes or no), clear (1 to 5)" in told
    assert "no span" not in told
