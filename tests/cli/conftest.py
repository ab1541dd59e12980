"""The command line, run in this process on a profile of the test's own."""

import json

import pytest

from reviewer_app.cli import run
from tests.factory import lines_of

RECORD = {"workflow": "support", "step": "reply", "agent": "writer", "confidence": 0.3}


@pytest.fixture
def app(tmp_path, capsys):
    """Runs a command; gives what it printed on standard output and on standard error."""

    def call(*arguments, code=0):
        got = run(["--home", str(tmp_path / "profile"), *map(str, arguments)])
        printed = capsys.readouterr()
        assert got == code, printed.err
        assert "went wrong in Reviewer itself" not in printed.err
        return printed

    return call


@pytest.fixture
def document(app):
    """Runs a command with --json; gives the one document that it printed."""

    def call(*arguments, code=0):
        return json.loads(app(*arguments, "--json", code=code).out)

    return call


@pytest.fixture
def feed(tmp_path):
    """A file of records to pull."""

    def write(*records, name="feed.jsonl"):
        path = tmp_path / name
        path.write_text(lines_of(RECORD | record for record in records), encoding="utf-8")
        return path

    return write


@pytest.fixture
def pulled(document, feed):
    """Three outputs, pulled."""
    path = feed(*({"id": f"k{n}", "output": f"answer {n}"} for n in range(3)))
    document("pull", "--file", path)
    return path
