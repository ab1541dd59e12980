"""Every command: one document with --json, an exit code that says what happened, a sentence."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from uuid import uuid4

import pytest

from reviewer_app.cli import run
from tests.factory import lines_of

POLICY = 'name = "mine"\n[[rule]]\nname = "all"\nwhen = "true"\nrisk = "high"\n'


@pytest.fixture
def policy(tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text(POLICY)
    return path


COMMANDS = [
    ("pull",), ("queue",), ("show",), ("decide",), ("decline",), ("undo",), ("verify",),
    ("doctor",), ("backup",), ("restore",), ("demo",),
    ("policy", "check"), ("policy", "apply"), ("policy", "show"),
    ("labels", "export"), ("labels", "import"), ("labels", "check"), ("labels", "push"),
    ("source", "add"), ("source", "list"), ("source", "test"), ("source", "remove"),
    ("sink", "add"), ("sink", "list"), ("sink", "test"), ("sink", "remove"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_and_takes_json(command, app):
    parent = app(*command[:-1], "--help").out
    assert command[-1] in parent
    assert "--json" in app(*command, "--help").out


def test_every_command_prints_exactly_one_document(document, feed, tmp_path, policy):
    path = feed({"id": "a", "output": "x"}, {"id": "b", "output": "y"}, {"confidence": 2})
    pulled = document("pull", "--file", path)
    assert (pulled["new"], pulled["flagged"], len(pulled["refused"])) == (2, 2, 1)
    assert set(pulled["refused"][0]) >= {"place", "field", "reason"}
    assert len(document("pull", "--refused")["refused"]) == 1
    assert len(document("pull", "--refused", "--retry")["refused"]) == 1
    queue = document("queue")
    assert queue["total"] == 2
    assert set(queue["entries"][0]) >= {
        "id", "external_id", "source", "status", "risk", "priority", "assignee", "workflow",
        "step", "agent", "model_version", "confidence", "flags", "due_at",
    }  # fmt: skip
    decided = document("decide", "a", "approve")
    assert decided["entry"]["status"] == "resolved"
    shown = document("show", "a")
    assert set(shown) == {"item", "selection", "decisions", "resolution", "labels", "journal"}
    assert [e["kind"] for e in shown["journal"]] == ["decision"]
    assert set(shown["selection"]["flags"][0]) >= {"rule", "reason", "values", "risk"}
    assert document("undo", decided["decision"]["id"])["entry"]["status"] == "queued"
    assert document("decline", "b", "--reason", "mine")["entry"]["external_id"] == "b"
    assert document("labels", "export", "--out", tmp_path / "l.jsonl")["labels"] == 0
    human = [{"annotator": "ann", "verdict": "approve"}]
    judged = feed({"id": "c", "output": "z", "human": human}, name="judged.jsonl")
    assert document("labels", "import", judged)["judgements"] == 1
    assert document("verify")["ok"]
    assert document("doctor", "--rebuild")["rebuilt"] == 0
    assert document("policy", "check", policy)["preview"]["flagged"] == 3
    assert document("policy", "apply", policy)["version"] == 2
    assert document("policy", "show")["name"] == "mine"
    added = document("source", "add", "mine", "file", "--set", f"path={path}")
    assert added["name"] == "mine"
    assert len(document("source", "test", "mine")["readings"]) == 3
    assert document("pull", "mine")["new"] == 2
    assert document("source", "list")["sources"][0]["name"] == "mine"
    assert document("source", "remove", "mine")["name"] == "mine"
    backup = document("backup", tmp_path / "b.db")
    assert document("restore", backup["path"])["kept"]
    assert document("queue")["total"] == 3


def test_a_sample_business_comes_without_a_window(document):
    first = document("demo", "--no-window", "--items", 40)
    assert first["new"] == 40
    assert document("demo", "--no-window", "--items", 40)["new"] == 0
    assert document("verify")["ok"]


WRONG = {
    "an unknown option": (["queue", "--colour", "red"], "--colour"),
    "an unknown command": (["qeue"], "qeue"),
    "an unknown verdict": (["decide", "k1", "maybe"], "maybe"),
    "an unknown status": (["queue", "--status", "lost"], "lost"),
    "an unknown item": (["show", "nothing"], "“nothing”"),
    "an unknown id": (["show", str(uuid4())], "There is no item"),
    "an unknown person": (["queue", "--assignee", "zoe"], "“zoe”"),
    "an unknown decision": (["undo", str(uuid4())], "no standing decision"),
    "no decision's id": (["undo", "k1"], "“k1”"),
    "nothing to undo": (["undo"], "no decision of yours left"),
    "a correction without a text": (["decide", "k1", "correct"], "--output-file"),
    "an escalation to nobody": (["decide", "k1", "escalate", "--to", " "], "To whom?"),
    "nothing to pull": (["pull"], "nothing to pull"),
    "an unknown source": (["pull", "elsewhere"], "“elsewhere”"),
    "options that misfit": (["pull", "--retry"], "--refused"),
    "a map without a file": (["pull", "--map", "id=uid"], "--file"),
    "a policy that is not there": (["policy", "check", "/nowhere/p.toml"], "p.toml"),
    "a backup that is not there": (["restore", "/nowhere/b.db"], "b.db"),
    "an unknown kind": (["source", "add", "x", "telepathy"], "telepathy"),
    "an option of no kind": (["source", "add", "x", "file", "--set", "path"], "KEY=VALUE"),
    "a format that is none": (["labels", "export", "--out", "x", "--format", "xml"], "xml"),
    "a propensity beyond one": (["labels", "import", "x", "--propensity", "2"], "--propensity"),
}


@pytest.mark.parametrize("what", WRONG)
@pytest.mark.usefixtures("pulled")
def test_wrong_use_exits_2_and_says_what_is_wrong(what, app):
    arguments, said = WRONG[what]
    printed = app(*arguments, code=2)
    assert said in printed.err
    assert printed.out == ""


def test_work_that_failed_exits_1(app):
    assert "in.jsonl" in app("pull", "--file", "/nowhere/in.jsonl", code=1).err


def test_a_file_in_the_databases_place_exits_1_and_is_left_alone(app, tmp_path):
    database = tmp_path / "profile" / "data" / "reviewer.db"
    database.parent.mkdir(parents=True)
    database.write_text("no database, but a long text " * 40)
    assert "untouched" in app("queue", code=1).err


@pytest.mark.usefixtures("pulled")
def test_a_journal_that_was_changed_exits_1_and_is_named(app, tmp_path):
    with closing(sqlite3.connect(tmp_path / "profile" / "data" / "reviewer.db")) as raw:
        raw.execute("UPDATE policy_version SET name = 'other'")
        raw.commit()
    assert "policy_version" in app("verify", code=1).out


def test_an_id_that_two_sources_have_asks_for_the_items_own(app, document, feed):
    for name in ("one.jsonl", "two.jsonl"):
        document("pull", "--file", feed({"id": "same", "output": "x"}, name=name))
    assert "several sources (one, two)" in app("show", "same", code=2).err
    own = document("queue")["entries"][0]["id"]
    assert document("show", own)["item"]["external_id"] == "same"


def test_a_sources_own_id_may_be_a_uuid(document, feed):
    theirs = str(uuid4())
    document("pull", "--file", feed({"id": theirs, "output": "x"}))
    assert document("show", theirs)["item"]["external_id"] == theirs


@pytest.mark.usefixtures("pulled")
def test_a_correction_is_read_from_a_file_as_it_is(app, document, tmp_path):
    text = tmp_path / "fixed.txt"
    text.write_text("better\r\n é😀", encoding="utf-8", newline="")
    document("decide", "k1", "correct", "--output-file", text, "--error-type", "tone")
    shown = document("show", "k1")
    assert shown["resolution"]["expected_output"] == "better\r\n é😀"
    text.write_bytes(b"\xff\xfe")
    assert "not UTF-8" in app("decide", "k2", "correct", "--output-file", text, code=2).err


def test_filters_and_order_of_the_queue(document, feed):
    document(
        "pull", "--file",
        feed(
            {"id": "a", "output": "red fox", "confidence": 0.1},
            {"id": "b", "output": "red hen", "confidence": 0.7, "workflow": "other"},
        ),
    )  # fmt: skip
    assert document("queue", "--search", "red fox")["total"] == 1
    assert document("queue", "--workflow", "other")["entries"][0]["external_id"] == "b"
    assert document("queue", "--risk", "high")["entries"][0]["external_id"] == "a"
    ordered = document("queue", "--sort", "confidence", "--limit", 1)
    assert (ordered["total"], [e["external_id"] for e in ordered["entries"]]) == (2, ["a"])
    assert document("queue", "--status", "resolved")["total"] == 0


def test_a_refused_judgement_that_was_fixed_comes_in_at_a_retry(document, feed):
    def judged(verdict):
        human = [{"annotator": "ann", "verdict": verdict}]
        return feed({"id": "a", "output": "x", "human": human})

    document("labels", "import", judged("perhaps"))
    (refused,) = document("pull", "--refused")["refused"]
    assert refused["field"] == "human[0].verdict"

    judged("approve")
    assert document("pull", "--refused", "--retry")["refused"] == []
    assert document("show", "a")["resolution"]["verdict"] == "approve"


def test_a_source_is_read_from_its_start_to_retry_what_it_refused(document, app, feed):
    path = feed({"id": "a", "output": None}, {"id": "b", "output": "y"})
    app("source", "add", "mine", "file", "--set", f"path={path}")
    assert document("pull")["refused_count"] == 1
    feed({"id": "a", "output": "x"}, {"id": "b", "output": "y"})

    assert document("pull", "--refused", "--retry")["refused"] == []
    assert document("queue")["total"] == 2


def test_a_refused_record_that_was_fixed_goes_in_at_a_retry(document, feed):
    path = feed({"id": "a", "output": "x"}, {"id": "b", "output": None})
    document("pull", "--file", path)
    feed({"id": "a", "output": "x"}, {"id": "b", "output": "y"})
    assert document("pull", "--refused", "--retry")["refused"] == []
    assert document("queue")["total"] == 2


def test_a_policy_that_does_not_load_leaves_the_one_in_force(app, document, policy):
    document("policy", "apply", policy)
    policy.write_text(POLICY.replace("true", "confidnce < 1"))
    assert "stays in force" in app("policy", "apply", policy, code=2).err
    checked = document("policy", "check", policy, code=2)
    assert not checked["ok"]
    assert "confidnce" in checked["problems"][0]["message"]
    assert document("policy", "show")["text"] == POLICY


def test_outputs_cannot_steer_the_terminal(app, feed):
    nasty = "\x1b]0;owned\x07\x1b[2J\u202egnp.exe\u200b\r\x9b31m"
    app("pull", "--file", feed({"id": f"k\x1b[1m{nasty}", "output": nasty, "agent": nasty}))
    entry = json.loads(app("queue", "--json").out)["entries"][0]
    printed = [
        app(*a) for a in (["queue"], ["show", entry["id"]], ["decide", entry["id"], "approve"])
    ]
    for text in (stream for one in printed for stream in one):
        assert not set("\x1b\x07\x9b\u202e\r") & set(text)


def program(home, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "reviewer_app", "--home", str(home), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def stored(database) -> int:
    """How many items another process has committed so far."""
    if not database.exists():
        return 0
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        try:
            return connection.execute("SELECT count(*) FROM item").fetchone()[0]
        except sqlite3.OperationalError:
            return 0  # its tables are not made yet


def test_ctrl_c_stops_between_batches_and_a_repeat_completes(tmp_path, document):
    file = tmp_path / "big.jsonl"
    file.write_text(lines_of({"id": f"r{n}", "output": "x" * 200} for n in range(9_000)))
    process = program(tmp_path / "profile", "pull", "--file", file, "--json")
    while not stored(tmp_path / "profile" / "data" / "reviewer.db"):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert json.loads(out)["cancelled"]
    stopped = json.loads(out)["new"]
    assert 0 < stopped < 9_000
    again = document("pull", "--file", file)
    assert (again["new"], again["unchanged"]) == (9_000 - stopped, stopped)


def test_a_reader_that_closes_the_pipe_gets_no_complaint(tmp_path, feed):
    many = feed(*({"id": f"k{n}", "output": "x" * 200} for n in range(2_000)))
    assert run(["--home", str(tmp_path / "profile"), "pull", "--file", str(many)]) == 0
    process = program(tmp_path / "profile", "queue", "--limit", 2_000)
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=30)
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
    assert "went wrong" not in said


def test_a_terminal_of_another_encoding_gets_what_it_can_show(tmp_path, feed):
    path = feed({"id": "k", "output": "grün › 😀"})
    run(["--home", str(tmp_path / "profile"), "pull", "--file", str(path)])
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for arguments in (["queue"], ["queue", "--json"], ["show", "k"]):
        process = program(tmp_path / "profile", *arguments, env=environment)
        out, err = process.communicate(timeout=30)
        assert (process.returncode, "went wrong" in err) == (0, False), err
        assert "gr" in out


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text are a matter of Linux")
def test_a_file_whose_name_is_no_text_is_a_sentence(tmp_path, capsys):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jsonl")
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a name that pathlib takes too
        file.write(lines_of([{"id": "a", "output": "x"}]))
    code = run(["--home", str(tmp_path / "profile"), "pull", "--file", path])
    said = capsys.readouterr()
    assert code == 2
    assert "not UTF-8" in said.err


def test_a_search_of_the_queue_takes_filters_and_names_what_it_does_not_know(app, document, feed):
    records = (
        {"id": "a", "output": "red fox", "confidence": 0.2},
        {"id": "b", "output": "red", "confidence": None},
    )
    document("pull", "--file", feed(*records))
    found = document("queue", "--search", "red confidence:none", "--status", "queued")
    assert [e["external_id"] for e in found["entries"]] == ["b"]
    assert document("queue", "--sort", "risk")["total"] == 2
    assert "Did you mean confidence?" in app("queue", "--search", "confidnce:1", code=2).err
