"""The exchange beside the window: shown without flicker, said once, ended with the window."""

from threading import Event

import pytest

from reviewer_app.domain.sentences import sentence
from reviewer_app.services.team.results import RoundResult, Standing
from reviewer_app.ui import hub_status
from reviewer_app.ui.hub_status import HubStatus
from reviewer_app.ui.jobs import Jobs

NOTE = sentence("The clock is {minutes} minutes off.", minutes=7)
AGAIN = sentence("The clock is {minutes} minutes off.", minutes=8)


class Told:
    """What a profile says of its hub, as a test sets it."""

    def __init__(self) -> None:
        self.now = Standing(is_member=True, unsent=2)

    def standing(self) -> Standing:
        return self.now


class Script:
    """Rounds that come to what a test hands in, one after the other, then wait to be stopped."""

    def __init__(self, *results: RoundResult | Exception) -> None:
        self.results = list(results)
        self.nudged, self.runs = Event(), 0

    def nudge(self) -> None:
        self.nudged.set()

    def run(self, stop: Event, on_round, on_step) -> None:
        self.runs += 1
        while self.results:
            result = self.results.pop(0)
            if isinstance(result, Exception):
                raise result
            on_step(1, 0)
            on_round(result)
        stop.wait()


@pytest.fixture
def begun(qtbot):
    """Begins the exchange by a script, and gathers what is said."""
    made: list[tuple[HubStatus, Jobs]] = []
    shown: list[tuple[int, int] | None] = []

    def begin(script: Script, told: Told | None = None):
        jobs = Jobs()
        status = HubStatus(told or Told(), lambda: script, jobs)
        made.append((status, jobs))
        messages, rounds = [], []
        status.message.connect(messages.append)
        status.exchanged.connect(rounds.append)
        status.changed.connect(lambda: shown.append(status.exchange.moved))
        status.begin()
        wanted = len(script.results)
        qtbot.waitUntil(lambda: len(rounds) >= wanted, timeout=8_000)
        return status, messages

    begin.shown = shown
    yield begin
    for status, jobs in made:
        status.close()
        jobs.close()


def test_what_a_round_says_is_said_once_as_long_as_it_holds(begun):
    noted, quiet = RoundResult(notes=(NOTE,)), RoundResult()
    _, messages = begun(Script(noted, RoundResult(notes=(AGAIN,)), quiet, noted))
    assert [message.text for message in messages] == [NOTE, NOTE]
    assert {message.level for message in messages} == {"info"}


def test_a_hub_that_is_away_is_no_message_unless_it_was_asked_for(begun, qtbot):
    away = RoundResult(reachable=False, trouble="nobody answers")
    script = Script(away)
    status, messages = begun(script)
    assert status.exchange.is_offline
    assert messages == []
    script.results = [away]
    status.exchange_now()
    qtbot.waitUntil(lambda: bool(messages), timeout=8_000)
    assert messages[0].text == "nobody answers"
    assert script.runs == 2  # the one that waited longer each time was not waited for


def test_an_exchange_that_is_asked_for_wakes_the_one_that_waits(begun):
    script = Script(RoundResult())
    status, _ = begun(script)
    status.exchange_now()
    assert script.nudged.wait(8)


def test_who_works_alone_has_no_exchange(qtbot):
    told, jobs, script = Told(), Jobs(), Script()
    told.now = Standing()
    status = HubStatus(told, lambda: script, jobs)
    status.begin()
    status.exchange_now()
    jobs.read(told.standing, lambda _outcome: status.setObjectName("asked"))
    qtbot.waitUntil(lambda: status.objectName() == "asked", timeout=8_000)
    status.close()
    jobs.close()
    assert script.runs == 0
    assert not status.is_member


def test_a_round_that_is_done_at_once_shows_nothing_of_itself(begun):
    begun(Script(RoundResult(), RoundResult(notes=(NOTE,))))
    assert begun.shown
    assert set(begun.shown) == {None}


def test_a_round_that_takes_its_time_says_how_far_it_is(begun, qtbot):
    status, _ = begun(Script(RoundResult()))
    status.tell_step(1, 0)
    qtbot.waitUntil(lambda: status.exchange.moved == (1, 0), timeout=8_000)
    status.tell_step(2, 9)
    qtbot.waitUntil(lambda: status.exchange.moved == (2, 9), timeout=8_000)
    status.tell_end(RoundResult(up=2), None)
    qtbot.waitUntil(lambda: status.exchange.moved is None, timeout=8_000)


def test_a_fault_of_the_program_is_survived_and_told(begun, qtbot, monkeypatch):
    monkeypatch.setattr(hub_status, "AFTER_A_FAULT_SECONDS", 0.0)
    status, _ = begun(Script(RoundResult(up=1), ZeroDivisionError(), RoundResult(down=5)))
    qtbot.waitUntil(lambda: not status.exchange.is_offline, timeout=8_000)
    assert status.exchange.standing.unsent == 2


def test_nothing_is_told_after_the_end(begun, qapp):
    script = Script(RoundResult())
    status, _ = begun(script)
    thread = status._run.thread
    status.close()
    assert not thread.is_alive()
    status.exchange_now()
    qapp.processEvents()
    assert script.runs == 1
