"""The rounds of a machine whose hub is away: later each time, and soon where somebody asks."""

from threading import Event, Thread

import pytest

from reviewer_app.services.team import watching
from reviewer_app.services.team.results import RoundResult
from reviewer_app.services.team.watching import Watch

ROUNDS = 6


class Away:
    """Rounds with a hub that never answers."""

    def __init__(self) -> None:
        self.begun = [Event() for _ in range(ROUNDS)]
        self.count = 0

    def run(self, _on_step, _cancelled, *, compares) -> RoundResult:
        assert not compares
        self.begun[min(self.count, ROUNDS - 1)].set()
        self.count += 1
        return RoundResult(reachable=False)


@pytest.fixture
def hour_long(monkeypatch):
    """Pauses that no test outlives."""
    monkeypatch.setattr(watching, "FIRST_PAUSE", 7_200.0)
    monkeypatch.setattr(watching, "LONGEST_PAUSE", 7_200.0)
    monkeypatch.setattr(watching, "TICK_SECONDS", 0.01)


@pytest.mark.usefixtures("hour_long")
def test_asking_ends_the_pause_however_often_the_hub_failed(profile, monkeypatch):
    monkeypatch.setattr(watching, "ASKED_PAUSE", 0.0)
    rounds, stop, told = Away(), Event(), Event()
    watch = Watch(profile.store, profile.access, rounds, lambda: 0.0)
    thread = Thread(target=watch.run, args=(stop, lambda _result: told.set()))
    thread.start()
    try:
        for begun in rounds.begun:
            assert begun.wait(20)
            watch.nudge()
    finally:
        stop.set()
        thread.join()
    assert told.is_set()


@pytest.mark.usefixtures("hour_long")
def test_a_hub_that_failed_is_left_alone_for_a_moment_however_often_one_asks(profile):
    ticks = []

    class Ticks(Event):
        def wait(self, timeout=None):
            ticks.append(timeout)
            watch.nudge()
            return super().wait(timeout)

    watch = Watch(profile.store, profile.access, Away(), lambda: 0.0)
    watch._pause(Ticks(), 9)
    assert len(ticks) > 1
