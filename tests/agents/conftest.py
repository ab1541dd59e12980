"""A profile as an agent uses it, and the person who sits before it."""

import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewer_app.agents.opening import Opening
from reviewer_app.agents.reviewer import Reviewer
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.acts import Act
from reviewer_app.services.desk import Remarks
from tests.factory import Clock, decide_as, entries, open_profile

EVERY = 0.02
"""How often an agent in these tests looks."""

HURRIED = """
name = "everything waits"
[defaults]
mode = "human"
undo_window = "0s"
"""


class Person:
    """Somebody at the desk of the profile that an agent uses."""

    def __init__(self, profile) -> None:
        self.profile = profile

    def decide(self, item_id, verdict=Verdict.APPROVE, correction=None, comment="", to=None):
        """Decides on an item as it stands."""
        seen = self.profile.review.open(item_id).seen
        act = Act(seen, verdict, Remarks(comment=comment), correction=correction, to=to)
        return self.profile.review.decide(act)


@contextmanager
def used(home: Path, policy: str = HURRIED, clock: Clock | None = None):
    """A profile with its own policy, as an agent uses it, and who decides on it."""
    made = Reviewer(home)
    made._opening = Opening(home, lambda folder: open_profile(folder, policy, clock))
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def reviewer(tmp_path, clock):
    with used(tmp_path, clock=clock) as made:
        yield made


@pytest.fixture
def person(reviewer):
    return Person(reviewer._opened.profile)


@pytest.fixture
def answering(person):
    """Answers, on a thread of its own, what comes to be decided; gives what was seen of it."""
    threads: list[threading.Thread] = []
    failed: list[Exception] = []

    def start(*answers: Callable, times: int | None = None):
        shown: list = []

        def work() -> None:
            done: set = set()
            for answer in answers * (times or 1):
                entry = _awaited(person.profile, done)
                done.add(entry.item_id)
                shown.append(person.profile.review.open(entry.item_id))
                try:
                    answer(entry.item_id)
                except Exception as error:  # noqa: BLE001 - told when the test ends
                    failed.append(error)
                    decide_as(person.profile, "nobody", Verdict.REJECT, entry.external_id)

        thread = threading.Thread(target=work, daemon=True)
        threads.append(thread)
        thread.start()
        return shown

    yield start
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive(), "what was to be decided never came"
    assert not failed


def _awaited(profile, done: set):
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        waiting = [e for e in entries(profile) if e.item_id not in done and e.verdict is None]
        if waiting:
            return waiting[0]
        time.sleep(EVERY)
    raise AssertionError("nothing came to be decided")
