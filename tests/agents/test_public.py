"""What `import reviewer_app` offers: typed, documented, and free until it is used."""

import inspect
import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import reviewer_app

ROOT = Path(__file__).parents[2]

SAMPLE = """
from collections.abc import Iterator, Mapping
from typing import Any, assert_type

import reviewer_app
from pydantic import BaseModel
from reviewer_app import Outcome, Reviewer, Ticket, oversee


class Refund(BaseModel):
    amount: float


ticket = reviewer_app.submit("x", id="a", confidence=0.5, metadata={"n": 1})
assert_type(ticket, Ticket)
assert_type(reviewer_app.poll(ticket), Outcome | None)
assert_type(reviewer_app.wait("a", timeout=3), Outcome)
assert_type(reviewer_app.labels(workflow="w"), Iterator[Mapping[str, Any]])


@oversee(workflow="support")
def refund(question: str) -> Refund:
    return Refund(amount=1)


@oversee(before=True)
async def pay(amount: float) -> int:
    return 1


async def work(reviewer: Reviewer) -> None:
    assert_type(refund("x"), Refund)
    assert_type(await pay(2.0), int)
    assert_type(await reviewer_app.submit_async("x", id="b"), Ticket)
    assert_type(await reviewer.wait_async(ticket), Outcome)
    assert_type(await reviewer.poll_async(ticket), Outcome | None)


reviewer_app.submit("x", confidnce=0.5)  # error: call-arg
reviewer_app.submit("x", confidence="high")  # error: arg-type
reviewer_app.nothing  # error: attr-defined
refund(5)  # error: arg-type
"""


def run(code: str, **how) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT, **how
    )


def test_importing_the_package_imports_nothing_else():
    code = (
        "import sys, json, reviewer_app; reviewer_app.__version__; "
        "print(json.dumps([m for m in sys.modules if m.split('.')[0] in "
        "{'reviewer_app', 'pydantic', 'sqlalchemy', 'PySide6'}]))"
    )
    assert json.loads(run(code).stdout) == ["reviewer_app"]


def test_the_interface_runs_where_qt_cannot(tmp_path):
    code = (
        "import sys, reviewer_app; sys.modules['PySide6'] = None; "
        "print(reviewer_app.submit('x', id='a').external_id)"
    )
    done = run(code, env={"REVIEWER_HOME": str(tmp_path), "PATH": "/usr/bin"})
    assert done.stdout == "a\n", done.stderr
    assert (tmp_path / "data" / "reviewer.db").exists()


def test_every_name_is_there_and_is_explained():
    for name in reviewer_app.__all__:
        value = getattr(reviewer_app, name)
        assert name in dir(reviewer_app)
        if name not in {"__version__", "Label"}:
            assert inspect.getdoc(value), name


def test_type_checkers_are_told_of_the_same_names():
    stub = (files("reviewer_app") / "__init__.pyi").read_text(encoding="utf-8")
    told = {line.split()[0] for line in stub.splitlines() if " as " in line} | {"__version__"}
    assert told == set(reviewer_app.__all__)
    assert (files("reviewer_app") / "py.typed").is_file()


def test_a_name_that_is_none_is_no_attribute():
    with pytest.raises(AttributeError, match="nothing"):
        _ = reviewer_app.nothing


def test_signatures_are_those_of_a_person_who_calls():
    shown = inspect.signature(reviewer_app.submit)
    assert next(iter(shown.parameters)) == "output"
    assert shown.parameters["confidence"].default is None
    assert "self" not in inspect.signature(reviewer_app.wait).parameters


def test_the_names_are_typed(tmp_path):
    sample = tmp_path / "sample.py"
    sample.write_text(SAMPLE, encoding="utf-8")
    wanted = {
        (number, line.rpartition("# error: ")[2])
        for number, line in enumerate(SAMPLE.splitlines(), 1)
        if "# error: " in line
    }
    done = subprocess.run(
        [
            sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary",
            "--no-pretty", f"--cache-dir={tmp_path / 'cache'}", "--follow-imports=silent",
            str(sample),
        ],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    found = {
        (int(line.split(":")[1]), line.rpartition("[")[2].rstrip("]"))
        for line in done.stdout.splitlines()
        if ": error: " in line
    }
    assert found == wanted, done.stdout + done.stderr
