"""One profile, many at it: other processes, threads, and children that were forked."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reviewer_app.agents import Reviewer
from reviewer_app.app import open_profile
from tests.agents.conftest import EVERY, HURRIED
from tests.factory import entries

ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(tmp_path):
    """A profile whose decisions count at once."""
    policy = tmp_path / "policy.toml"
    policy.write_text(HURRIED, encoding="utf-8")
    profile = open_profile(tmp_path / "home")
    profile.policies.apply(policy)
    profile.close()
    return tmp_path / "home"


def command_line(home, *words):
    command = [sys.executable, "-m", "reviewer_app", "--home", str(home), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_a_person_at_the_command_line_answers_the_agent_of_another_process(home, tmp_path):
    (tmp_path / "corrected.txt").write_text("50", encoding="utf-8")
    with Reviewer(home) as reviewer:
        ticket = reviewer.submit("500", id="case", waits=True)
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(reviewer.wait, ticket, every=EVERY)
            how = ("--output-file", str(tmp_path / "corrected.txt"))
            command_line(home, "decide", "case", "correct", *how)
            outcome = waiting.result(30)
    assert (outcome.verdict, outcome.output) == ("correct", "50")


def test_an_agent_of_another_process_asks_for_what_this_one_submitted(home):
    with Reviewer(home) as reviewer:
        ticket = reviewer.submit("500", id="case")
    command_line(home, "decide", "case", "approve")
    code = f"import reviewer_app; print(reviewer_app.poll({str(ticket.id)!r}).output)"
    environment = {**os.environ, "REVIEWER_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=False, cwd=ROOT, env=environment,
    )  # fmt: skip
    assert done.stdout == "500\n", done.stderr


def test_many_threads_that_submit_the_same_make_one_item(home):
    barrier = threading.Barrier(8)

    def submit(number: int):
        barrier.wait()
        return [reviewer.submit(f"{n}", id=f"case-{n}") for n in (number % 2, 7)]

    with Reviewer(home) as reviewer:
        with ThreadPoolExecutor(8) as pool:
            tickets = [one for made in pool.map(submit, range(8)) for one in made]
        found = entries(reviewer._opened.profile)
    assert len(set(tickets)) == len(found) == 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork")
def test_a_forked_child_opens_the_profile_for_itself(home):
    with Reviewer(home) as reviewer:
        reviewer.submit("of the parent", id="parent")
        parents = reviewer._opened
        child = os.fork()
        if child == 0:
            status = 1
            try:
                reviewer.submit("of the child", id="child")
                status = 0 if reviewer._opened is not parents else 2
                reviewer.close()
            finally:
                os._exit(status)
        _, code = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(code) == 0
        reviewer.submit("of the parent again", id="again")
        assert {e.external_id for e in entries(parents.profile)} == {"parent", "child", "again"}


def test_a_profile_that_was_closed_opens_again(home):
    reviewer = Reviewer(home)
    ticket = reviewer.submit("1", id="a")
    reviewer.close()
    assert reviewer.submit("1", id="a") == ticket
    reviewer.close()
