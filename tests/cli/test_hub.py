"""`hub …`, `sync`, `checkout`: what they print, say and give back, over a real hub."""

import io
import json
import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from reviewer_app.cli import run
from tests import postgres
from tests.factory import lines_of
from tests.postgres import HOST, database_of, with_database

ROUND = {"up", "down", "conflicts", "counts", "reachable", "notes"}


@pytest.fixture(scope="module")
def server():
    found = postgres.found()
    yield found
    found.close()


@pytest.fixture
def admin(server, monkeypatch):
    """The administrator's address, without the password, which the environment has."""
    url = server.fresh_hub()
    parts = urlsplit(url)
    monkeypatch.setenv("PGPASSWORD", parts.password)
    yield parts._replace(netloc=f"{parts.username}@{parts.hostname}:{parts.port}").geturl()
    server.drop(url)


@pytest.fixture
def app(tmp_path, capsys, monkeypatch):
    """Runs a command as somebody; gives what it printed on standard output and on error."""

    def call(who, *arguments, code=0, given=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        got = run(["--home", str(tmp_path / who), *map(str, arguments)])
        printed = capsys.readouterr()
        assert got == code, printed.err
        assert "went wrong in Reviewer itself" not in printed.err
        return printed

    return call


@pytest.fixture
def document(app):
    """Runs a command with --json; gives the one document that it printed."""

    def call(who, *arguments, code=0, given=""):
        return json.loads(app(who, *arguments, "--json", code=code, given=given).out)

    return call


@pytest.fixture
def lea(document, admin):
    """The first lead, who joined."""
    made = document("lea", "hub", "init", admin, "--lead", "lea")
    return document("lea", "hub", "join", given=made["enrolment"])


@pytest.fixture
def hire(document, lea):
    """Somebody joins as something."""
    assert lea["role"] == "lead"

    def call(name, *options):
        text = document("lea", "hub", "invite", name, *options)["enrolment"]
        return document(name, "hub", "join", given=text)

    return call


@pytest.fixture
def pulled(hire, app, document, tmp_path):
    """Three outputs in the hub."""
    hire("ingest", "--role", "intake")
    path = tmp_path / "feed.jsonl"
    path.write_text(
        lines_of(
            {"id": f"k{n}", "output": f"answer {n}", "workflow": "w", "step": "s", "agent": "a"}
            for n in range(3)
        ),
        encoding="utf-8",
    )
    policy = tmp_path / "policy.toml"
    policy.write_text('name = "all"\n[defaults]\nmode = "human"\n', encoding="utf-8")
    app("lea", "policy", "apply", policy)
    app("lea", "sync")
    app("ingest", "sync")
    document("ingest", "pull", "--file", path)
    assert document("ingest", "sync")["up"] == 3


def test_init_prints_the_first_leads_text_once(document, admin):
    made = document("lea", "hub", "init", admin)
    assert set(made) == {"schema", "created", "enrolment"}
    assert made["created"] is True
    assert made["enrolment"].startswith("reviewer-enrolment-1:")
    again = document("lea", "hub", "init", admin)
    assert again == {"schema": "hub", "created": False, "enrolment": None}


def test_what_init_says_is_beside_the_text_and_not_in_it(app, admin):
    printed = app("lea", "hub", "init", admin)
    assert printed.out.splitlines()[0] == "The hub was made."
    assert printed.out.splitlines()[1].startswith("reviewer-enrolment-1:")
    assert "The first lead joins with this text, once" in printed.err
    again = app("lea", "hub", "init", admin)
    assert (again.out, again.err) == ("The hub is up to date.\n", "")


def test_the_script_is_printed_without_a_database(app):
    printed = app("lea", "hub", "init", "--sql")
    assert printed.out.count("CREATE ROLE") >= 2
    assert printed.out.rstrip().endswith("COMMIT;")
    assert printed.err == ""


def test_join_invite_and_members(document, app, lea, hire):
    assert lea == {"name": "lea", "role": "lead", "pools": ["everyone"]}
    ada = hire("ada", "--role", "reviewer", "--pool", "finance", "--pool", "legal")
    assert ada == {"name": "ada", "role": "reviewer", "pools": ["finance", "legal"]}
    listed = document("lea", "hub", "members")
    assert {m["name"] for m in listed["members"]} == {"lea", "ada"}
    assert listed["invitations"] == []
    changed = document("lea", "hub", "members", "ada", "--role", "auditor")
    assert changed == {"name": "ada", "role": "auditor", "pools": ["finance", "legal"]}
    document("lea", "hub", "invite", "ben")
    printed = app("lea", "hub", "members").out
    assert "ada" in printed
    assert "invited until" in printed


def test_who_is_no_lead_is_refused_with_a_sentence(app, hire):
    hire("ada")
    for command in (
        ("hub", "invite", "ben"),
        ("hub", "revoke", "lea"),
        ("hub", "members"),
        ("hub", "members", "ada", "--role", "lead"),
    ):
        printed = app("ada", *command, code=1)
        assert "The team hub refused this" in printed.err
        assert printed.out == ""


@pytest.mark.usefixtures("pulled")
def test_a_round_prints_what_was_exchanged(document, hire):
    hire("ada")
    printed = document("ada", "sync")
    assert set(printed) == ROUND
    assert (printed["reachable"], printed["counts"]["hub"]["item"]) == (True, 3)
    assert printed["counts"]["local"] == printed["counts"]["hub"]
    status = document("ada", "hub", "status")
    assert set(status) >= ROUND | {"address", "unsent", "reached_at", "checked_out", "refused"}
    assert (status["unsent"], status["checked_out"]) == (0, 0)


@pytest.mark.usefixtures("pulled")
def test_items_are_taken_along_and_given_back(document, hire):
    hire("ada")
    document("ada", "sync")
    taken = document("ada", "checkout", 2)
    assert taken["checked_out"] == 2
    assert taken["until"] is not None
    assert document("ada", "hub", "status")["checked_out"] == 2
    assert document("ada", "checkout", 0) == {"checked_out": 0, "given_back": 2, "until": None}


@pytest.mark.usefixtures("pulled")
def test_revoke_says_how_much_went_back(document, hire):
    hire("ada")
    document("lea", "sync")
    document("lea", "assign", "--to", "ada", "--search", "id:k1", "--reason", "r")
    assert document("lea", "hub", "revoke", "ada") == {"revoked": "ada", "returned": 1}
    printed = document("ada", "sync", code=1)
    assert printed["reachable"] is False
    assert "no longer lets this machine in" in printed["trouble"]


def test_rotating_draws_another_password_and_key_and_tells_the_hub(
    document, app, hire, memory_keyring
):
    hire("ada")
    before = dict(memory_keyring.kept)
    printed = document("ada", "hub", "rotate")
    assert (printed["password"], printed["key"], printed["told"]) == (True, True, True)
    changed = {name for name, value in memory_keyring.kept.items() if before.get(name) != value}
    assert len(changed) == 2
    assert document("ada", "sync")["reachable"]
    app("ada", "hub", "rotate", "--no-key")
    assert memory_keyring.kept.keys() == before.keys()
    assert document("ada", "hub", "status")["reachable"]


def test_leaving_and_joining_again(document, hire):
    hire("ada")
    assert document("ada", "hub", "leave") == {"left": True}
    again = hire("ada", "--role", "lead")
    assert again == {"name": "ada", "role": "lead", "pools": ["everyone"]}


def test_leaving_without_the_hub(document, app, hire, server):
    hire("ada")
    server.stop()
    try:
        assert "cannot be reached" in app("ada", "hub", "leave", code=1).err
        assert document("ada", "hub", "leave", "--without-hub") == {"left": True}
    finally:
        server.start()
    assert "You work alone" in app("ada", "sync", code=2).err


@pytest.mark.usefixtures("lea")
def test_a_lead_is_let_in_by_the_administrator(document, admin):
    text = document("lou", "hub", "recover", admin, "--lead", "lou")["enrolment"]
    assert document("lou", "hub", "join", given=text)["role"] == "lead"


@pytest.mark.parametrize(
    ("given", "said"),
    [("", "This is not an enrolment text"), ("reviewer-enrolment-1:AAAA", "is damaged")],
)
def test_a_text_that_is_none_joins_nothing(app, given, said):
    assert said in app("ada", "hub", "join", code=2, given=given).err


def test_without_a_team_everything_else_says_how_to_join(app):
    for command in (("sync",), ("hub", "status"), ("hub", "invite", "ben"), ("hub", "leave")):
        assert "You work alone" in app("ada", *command, code=2).err
    assert "You work alone" in app("ada", "checkout", 3, code=2).err


def test_what_is_wrong_with_a_database_is_a_sentence_without_a_traceback(
    app, admin, monkeypatch, tmp_path
):
    nowhere = app("lea", "hub", "init", with_database(admin, "nowhere"), code=2)
    assert f"The database nowhere at {HOST}" in nowhere.err
    monkeypatch.setenv("PGPASSWORD", "wrong")
    assert "does not let admin_" in app("lea", "hub", "init", admin, code=2).err
    assert "not the address of" in app("lea", "hub", "init", "https://example.com", code=2).err
    missing = tmp_path / "no.pem"
    assert "cannot be read" in app("lea", "hub", "init", admin, "--ca", missing, code=2).err


def test_a_password_in_the_address_is_refused_and_not_repeated(app, admin, tmp_path):
    url = admin.replace("@", ":canary-of-the-test@")
    for arguments in ((url,), (admin, "--reached-as", url)):
        printed = app("lea", "hub", "init", *arguments, code=2)
        assert "Leave the password out of the address" in printed.err
        assert "canary" not in printed.err + printed.out
    kept = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert b"canary" not in kept


def test_a_weak_way_is_told_to_who_makes_the_hub_and_to_who_joins(app, admin):
    weak = "postgresql://hub.example:5432/hub?sslmode=require"
    printed = app("lea", "hub", "init", admin, "--reached-as", weak)
    assert "The way to hub.example is weak (sslmode=require)" in printed.err
    text = printed.out.splitlines()[1]
    joining = app("ada", "hub", "join", given=text, code=1)
    assert "The way to hub.example is weak (sslmode=require)" in joining.err
    assert "cannot be reached" in joining.err


def test_no_password_is_in_the_list_of_processes(admin, tmp_path):
    """A program of its own, which lists what everybody on the machine can read of it."""
    listing = (
        "import sys, pathlib\n"
        "from reviewer_app.cli import run\n"
        "code = run(sys.argv[1:])\n"
        "print(pathlib.Path('/proc/self/cmdline').read_bytes())\n"
        "sys.exit(code)\n"
    )
    if not sys.platform.startswith("linux"):
        pytest.skip("what others see of a process is read from /proc")
    command = [sys.executable, "-c", listing, "--home", tmp_path / "lea", "hub", "init", admin]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert database_of(admin) in done.stdout
    assert os.environ["PGPASSWORD"] not in done.stdout + done.stderr
