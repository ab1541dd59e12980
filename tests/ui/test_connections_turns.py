"""The turns and errands beside the window: told on its thread, ended with it, never awaited."""

import threading
from threading import Event

import pytest
from PySide6.QtCore import QThread

from reviewer_app.connections.schedule import Direction, Happened
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.services.progress import Progress
from reviewer_app.ui.connections import turns
from reviewer_app.ui.connections.errands import Errands
from reviewer_app.ui.connections.turns import Turns
from reviewer_app.ui.jobs import Err, Ok

PULLED = Happened(Direction.PULL, "feed")
WAIT_MS = 8_000


class Script:
    """A schedule that does what a test hands in, then waits to be stopped."""

    def __init__(self, *steps) -> None:
        self.steps, self.tell, self.runs = list(steps), None, 0

    def run(self, stop: Event, tell) -> None:
        self.runs += 1
        self.tell = tell
        while self.steps:
            step = self.steps.pop(0)
            if isinstance(step, Exception):
                raise step
            tell(step)
        stop.wait()


@pytest.fixture
def begun():
    made = []

    def begin(script):
        one = Turns()
        heard = []
        one.happened.connect(lambda told: heard.append((told, QThread.currentThread())))
        made.append(one)
        one.begin(script)
        return one, heard

    yield begin
    for one in made:
        one.close()


@pytest.fixture
def errands():
    made = Errands()
    yield made
    made.close()


def test_what_happened_is_told_on_the_windows_thread(begun, qtbot, qapp):
    _, heard = begun(Script(PULLED))
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    assert heard == [(PULLED, qapp.thread())]


def test_after_the_end_nothing_is_told_and_nothing_begins(begun, qtbot, qapp):
    script = Script()
    one, heard = begun(script)
    qtbot.waitUntil(lambda: script.tell is not None, timeout=WAIT_MS)
    one.close()
    assert not one.is_running
    script.tell(PULLED)
    qapp.processEvents()
    one.begin(script)
    assert heard == []
    assert script.runs == 1


def test_a_fault_of_the_program_is_survived(begun, qtbot, monkeypatch):
    monkeypatch.setattr(turns, "AFTER_A_FAULT_SECONDS", 0.0)
    script = Script(ZeroDivisionError(), PULLED)
    _, heard = begun(script)
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    assert script.runs == 2


def test_an_errand_gives_its_outcome_to_the_windows_thread(errands, qtbot, qapp):
    found = []
    errands.run("work", lambda _r, _c: threading.current_thread().name, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT_MS)
    assert found == [Ok("errand")]
    assert qapp.thread() is QThread.currentThread()


def test_an_errand_that_fails_says_why(errands, qtbot):
    found = []

    def fail(_report, _cancelled):
        raise ReviewerError("nobody answers")

    def break_(_report, _cancelled):
        raise ZeroDivisionError

    errands.run("work", fail, found.append)
    errands.run("work", break_, found.append)
    qtbot.waitUntil(lambda: len(found) == 2, timeout=WAIT_MS)
    assert all(isinstance(one, Err) for one in found)
    assert sorted(one.is_bug for one in found) == [False, True]


def test_an_errand_reports_and_hears_that_it_shall_stop(errands, qtbot):
    found, progress = [], []
    may_report = Event()

    def work(report, cancelled):
        may_report.wait(8)
        report(Progress(1, 2, 1, 0.1))
        while not cancelled():
            threading.Event().wait(0.01)
        return "stopped"

    errand = errands.run("work", work, found.append)
    errand.progressed.connect(progress.append)
    may_report.set()
    qtbot.waitUntil(lambda: bool(progress), timeout=WAIT_MS)
    errand.cancel()
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT_MS)
    assert found == [Ok("stopped")]


def test_an_errand_that_keeps_nothing_is_let_go_at_once_and_never_told(errands, qtbot, qapp):
    found, over, goes_on = [], [], Event()
    done = Event()

    def hang(_report, _cancelled):
        goes_on.wait(8)
        done.set()
        return "late"

    errand = errands.run("work", hang, found.append, can_be_left=True)
    errand.finished.connect(lambda: over.append(1))
    errand.cancel()
    assert over == [1]
    goes_on.set()
    assert done.wait(8)
    errands.run("next", lambda _r, _c: "next", found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT_MS)
    qapp.processEvents()
    assert found == [Ok("next")]


def test_a_window_that_closes_waits_for_no_errand(qapp):
    errands, found, goes_on, done = Errands(), [], Event(), Event()

    def hang(report, _cancelled):
        goes_on.wait(8)
        report(Progress(1, None, 1, 0.1))
        done.set()

    errands.run("work", hang, found.append)
    errands.close()
    goes_on.set()
    assert done.wait(8)
    qapp.processEvents()
    assert found == []
