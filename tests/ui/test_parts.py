"""Small parts: jobs, attention, wording, messages, what keeps None alive."""

import subprocess
import sys
import threading
from datetime import timedelta
from uuid import UUID

import pytest

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.records import Selection
from reviewer_app.domain.vocabulary import Disposition, Mode, OutputType
from reviewer_app.services.desk import TrackRecord
from reviewer_app.ui import wording
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.review.attention import Attention
from reviewer_app.ui.review.outputs.views import Turn, turns_of, views_of
from reviewer_app.ui.review.reasons import record_sentence, release_sentence, values_words
from reviewer_app.ui.widgets.message_bar import Message, MessageBar
from tests.factory import NOON


@pytest.fixture
def jobs(qapp):
    made = Jobs(parent=qapp)
    yield made
    made.close()


def test_gestures_run_in_order_and_answers_come_to_the_windows_thread(jobs, qtbot):
    order, threads = [], set()

    def then(outcome):
        order.append(outcome.value)
        threads.add(threading.current_thread())

    for n in range(20):
        jobs.run(lambda n=n: n, then)
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))
    assert threads == {threading.main_thread()}


def test_an_error_of_the_world_and_a_bug_are_told_apart(jobs, qtbot, caplog):
    seen = []
    jobs.run(lambda: (_ for _ in ()).throw(ReviewerError("no")), seen.append)
    jobs.run(lambda: 1 / 0, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert [isinstance(e, Err) and e.is_bug for e in seen] == [False, True]
    assert "should not have" in caplog.text


def test_long_work_reports_and_stops_when_asked(jobs, qtbot):
    seen, stopped = [], []

    def work(report, cancelled):
        while not cancelled():
            report("step")
            threading.Event().wait(0.01)
        return "stopped"

    job = jobs.run_long("Working", work, stopped.append)
    job.progressed.connect(seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    job.cancel()
    qtbot.waitUntil(lambda: bool(stopped))
    assert stopped == [Ok("stopped")]


@pytest.mark.usefixtures("qapp")
def test_closing_waits_for_every_gesture():
    jobs, done = Jobs(), []
    jobs.run(lambda: (threading.Event().wait(0.2), done.append(True)), lambda _o: None)
    jobs.close()
    assert done == [True]


def test_attention_counts_a_minute_at_most_and_nothing_out_of_sight():
    now = [0.0]
    attention = Attention(lambda: now[0])
    attention.begin()
    now[0] = 30.0
    attention.stir()
    now[0] = 500.0
    assert attention.seconds() == 90.0
    attention.pause()
    now[0] = 900.0
    attention.resume()
    now[0] = 905.0
    assert attention.seconds() == 95.0


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(hours=1, minutes=12), "due in 1h 12m"),
        (timedelta(minutes=40), "due in 40m"),
        (timedelta(hours=-2), "2h late"),
        (timedelta(seconds=-5), "1m late"),
    ],
)
def test_a_due_time_reads_short(left, words):
    assert wording.due_sentence(NOON + left, NOON) == words


def test_no_due_time_says_nothing():
    assert wording.due_sentence(None, NOON) == ""


def test_a_draw_reads_as_odds():
    assert wording.one_in(0.05) == "1 in 20"
    assert wording.one_in(0.4) == "40 %"


def test_the_record_carries_its_interval_and_too_few_say_so():
    assert record_sentence(TrackRecord(214, 31, 0.10, 0.20)).endswith("14 % (10\u201320 %).")
    assert "too few" in record_sentence(TrackRecord(3, 1, 0.0, 0.8))


def test_a_value_that_a_rule_saw_cannot_hide():
    assert values_words({"a": None, "b": "x\u202ey"}) == "a = none, b = x⟨U+202E⟩y"


def test_messages_become_turns_and_anything_else_stays_source():
    turns = turns_of(
        '[{"role": "user", "content": "hi"}, {"role": "tool", "content": null, "id": 7}]'
    )
    assert turns == (Turn("user", "hi"), Turn("tool", "id: 7"))
    assert turns_of("[1, 2]") == ()
    assert turns_of("[" * 100_000) == ()
    assert [v.name for v in views_of("{broken", OutputType.JSON)] == ["Source"]


def test_a_message_with_the_same_key_takes_the_place_of_the_other(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    pressed = []
    bar.show_message(Message("one", "error", "disk"))
    bar.show_message(Message("two", "error", "disk", "Again", lambda: pressed.append(1)))
    assert bar.texts() == ["two"]
    bar.lines[0].action_link.click()
    assert pressed == [1]
    assert bar.texts() == []


def test_none_outlives_a_long_run():
    code = (
        "import reviewer_app.ui\nfrom PySide6.QtCore import QTimer\nt = QTimer()\n"
        "for _ in range(100_000): t.setInterval(5)\nprint('alive')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "alive"


@pytest.mark.parametrize(
    ("disposition", "minutes", "said"),
    [
        (Disposition.HOLD, None, ""),
        (Disposition.VETO, 30, "Goes out unless you stop it by"),
        (Disposition.VETO, -1, "Released already"),
        (Disposition.RELEASE, None, "Released already"),
    ],
)
def test_what_becomes_of_an_output_without_a_person_is_said(disposition, minutes, said):
    selection = Selection(
        item_id=UUID(int=1),
        policy_version_id=None,
        mode=Mode.HOTL,
        disposition=disposition,
        release_at=None if minutes is None else NOON + timedelta(minutes=minutes),
    )
    assert release_sentence(selection, NOON).startswith(said)
    assert bool(release_sentence(selection, NOON)) is bool(said)
