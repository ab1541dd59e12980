"""What is announced: each item once, grouped, never in quiet hours, never a word of an output."""

import os
import shutil
import subprocess
import time
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection

from reviewer_app.domain.queue import Sort
from reviewer_app.domain.records import Assignment
from reviewer_app.services.desk import Remarks
from reviewer_app.services.reminders import Occasion, Reminder, Reminders
from reviewer_app.settings import Settings
from reviewer_app.ui.desktop_notice import DesktopNotice
from reviewer_app.ui.jobs import Jobs
from reviewer_app.ui.notifications import Notifications, is_quiet, sentence
from reviewer_app.ui.queue.filters import For
from tests.factory import NOON, Clock, colleague, entry, incoming, open_profile, pull, seen

POLICY = """
name = "due"
[defaults]
mode = "human"
[[rule]]
name = "everything is due"
when = "true"
due = "1h"
"""
PRODUCED = "a word that no notification may say"


class Outside:
    """A desktop that keeps what it was shown."""

    def __init__(self):
        self.shown = []

    def show(self, occasion, title, words):
        self.shown.append((occasion, title, words))


class Desk:
    """A person's notifications, with a clock to move and hands that look."""

    def __init__(self, profile, clock, jobs, qtbot):
        self.profile, self.clock, self.qtbot = profile, clock, qtbot
        self.outside, self.said, self.settings = Outside(), [], Settings()
        reminders = Reminders(profile.store)
        self.notifications = Notifications(reminders, jobs, clock, self.outside)
        self.notifications.message.connect(lambda message: self.said.append(message.text))

    def set(self, **update):
        self.settings = self.settings.model_copy(update=update)

    def look(self, *, is_in_front=True, **later):
        """Lets time pass, and everything be said that is to be said; gives what was."""
        self.clock.advance(**(later or {"minutes": 1}))
        before = len(self.said)
        self.notifications.look(self.settings, is_in_front=is_in_front)
        self.qtbot.waitUntil(lambda: not self.notifications._is_looking)
        return self.said[before:]

    def give(self, external_id, to=None, by="Bea"):
        device = colleague(self.profile, by)
        mine = self.profile.store.device.person_id
        with self.profile.store.transaction() as transaction:
            transaction.add(
                Assignment(
                    id=transaction.new_id(),
                    item_id=entry(self.profile, external_id).item_id,
                    person_id=mine if by == "me" else device.person_id,
                    to=to or mine,
                    reason="you know them",
                    at=self.profile.store.now(),
                )
            )


@pytest.fixture
def desk(tmp_path, qapp, qtbot):
    clock, jobs = Clock(), Jobs(parent=qapp)
    profile = open_profile(tmp_path / "profile", POLICY, clock)
    yield Desk(profile, clock, jobs, qtbot)
    jobs.close()
    profile.close()


def outputs(*numbers, **fields):
    return [incoming(n, output=f"{PRODUCED} {n}", **fields) for n in numbers]


def test_items_are_announced_once_when_their_time_comes_near(desk):
    pull(desk.profile, *outputs(1, 2), incoming(3, workflow="refunds"))
    assert desk.look() == []
    assert desk.look(minutes=29) == ["3 items due within 30m: support 2, refunds 1."]
    assert desk.look() == []
    assert desk.look(minutes=40) == []


def test_an_item_that_was_late_at_the_start_is_not_announced(desk):
    pull(desk.profile, *outputs(1))
    desk.clock.advance(hours=2)
    fresh = Desk(desk.profile, desk.clock, desk.notifications._jobs, desk.qtbot)
    assert fresh.look() == []


def test_one_that_became_late_unannounced_is_said_to_be_late(desk):
    pull(desk.profile, *outputs(1))
    desk.look()
    desk.set(quiet_hours=True, quiet_from=local(NOON), quiet_to=local(NOON, hours=2))
    assert desk.look(minutes=30) == []
    desk.set(quiet_hours=False)
    assert desk.look(minutes=40) == ["1 item late since you last looked: support 1."]


def test_switched_off_nothing_is_said_of_due_times(desk):
    pull(desk.profile, *outputs(1))
    desk.set(due_soon_minutes=0)
    assert desk.look(minutes=59) == []


def test_decided_items_are_not_announced(desk):
    pull(desk.profile, *outputs(1, 2))
    desk.profile.review.approve(seen(desk.profile), Remarks())
    assert desk.look(minutes=45) == ["1 item due within 30m: support 1."]


def test_what_others_give_is_said_but_not_what_was_there_before(desk):
    pull(desk.profile, *outputs(1, 2, 3))
    desk.give("out-1")
    assert desk.look() == []
    desk.give("out-2")
    desk.give("out-3")
    assert desk.look() == ["2 items given to you: support 2."]
    assert desk.look() == []


def test_what_i_take_or_others_get_is_not_said(desk):
    pull(desk.profile, *outputs(1, 2))
    desk.look()
    desk.give("out-1", by="me")
    desk.give("out-2", to=colleague(desk.profile, "Kim").person_id)
    assert desk.look() == []


def test_given_items_can_be_left_unsaid(desk):
    pull(desk.profile, *outputs(1))
    desk.look()
    desk.set(tell_assigned=False)
    desk.give("out-1")
    assert desk.look() == []
    desk.set(tell_assigned=True)
    assert desk.look() == []


def test_quiet_hours_put_it_off_until_they_end(desk):
    pull(desk.profile, *outputs(1))
    desk.look()
    desk.set(quiet_hours=True, quiet_from=local(NOON), quiet_to=local(NOON, minutes=50))
    desk.give("out-1")
    assert desk.look(minutes=40) == []
    assert set(desk.look(minutes=10)) == {
        "1 item due within 30m: support 1.",
        "1 item given to you: support 1.",
    }


def local(at, **later):
    return f"{(at + timedelta(**later)).astimezone():%H:%M}"


@pytest.mark.parametrize(
    ("start", "end", "at", "quiet"),
    [
        ("22:00", "07:00", "23:30", True),
        ("22:00", "07:00", "06:59", True),
        ("22:00", "07:00", "07:00", False),
        ("22:00", "07:00", "12:00", False),
        ("12:00", "13:00", "12:30", True),
        ("12:00", "13:00", "13:00", False),
        ("09:00", "09:00", "09:00", False),
    ],
)
def test_quiet_hours_may_pass_midnight(start, end, at, quiet):
    settings = Settings(quiet_hours=True, quiet_from=start, quiet_to=end)
    hour, minute = map(int, at.split(":"))
    assert is_quiet(settings, NOON.astimezone().replace(hour=hour, minute=minute)) is quiet
    off = settings.model_copy(update={"quiet_hours": False})
    assert not is_quiet(off, NOON.astimezone().replace(hour=hour, minute=minute))


def test_outside_the_window_only_counts_and_workflows_are_shown(desk):
    pull(desk.profile, *outputs(1, workflow="Care <b>of</b>\u202e people"))
    desk.look()
    desk.look(minutes=40, is_in_front=False)
    ((occasion, title, words),) = desk.outside.shown
    assert (occasion, title) == ("due", "Reviewer")
    assert PRODUCED not in words
    assert "\u202e" not in words


def test_in_front_or_switched_off_nothing_is_shown_outside(desk):
    pull(desk.profile, *outputs(1, 2))
    desk.look()
    desk.look(minutes=40)
    desk.set(tell_outside=False)
    desk.give("out-1")
    assert desk.look(is_in_front=False) != []
    assert desk.outside.shown == []


def test_many_workflows_are_summed_up():
    group = [Reminder(Occasion.DUE, UUID(int=n), f"w{n % 5}") for n in range(12)]
    assert sentence(Occasion.DUE, group, 60) == (
        "12 items due within 1h: w0 3, w1 3, w2 2, 2 more workflows."
    )


def test_the_message_brings_the_window_to_the_list_it_is_about(open_window, tmp_path):
    clock = Clock()
    profile = open_profile(tmp_path / "due", POLICY, clock)
    pull(profile, *outputs(1, 2))
    person = open_window(profile)
    person.waits_for("out-1")
    window = person.window
    window.settings()
    window.notices.notifications._clock = clock
    clock.advance(minutes=45)
    window.notices.look()
    person.wait(lambda: window.shell.messages.lines)
    line = window.shell.messages.lines[0]
    assert line.message.text == "2 items due within 30m: support 2."
    line.action_link.click()
    assert window.shell.shows_review
    assert window.queue.filter_row.filters.sort is Sort.DUE
    window.notices.show_occasion(Occasion.GIVEN)
    assert window.queue.filter_row.filters.whose is For.ME
    person.wait(lambda: not window.queue.model.is_loading)
    window.close()
    profile.close()


@pytest.fixture
def desktop_bus(tmp_path):
    """A message bus of a desktop, with a witness; the program's own process is not connected."""
    daemon, monitor = shutil.which("dbus-daemon"), shutil.which("dbus-monitor")
    if daemon is None or monitor is None:
        pytest.skip("no message bus can be started here: dbus-daemon is missing")
    config = tmp_path / "bus.conf"
    config.write_text(
        "<busconfig><type>session</type>"
        f"<listen>unix:path={tmp_path}/bus</listen><auth>EXTERNAL</auth>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/>'
        '<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>'
    )
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/bus"}
    command = [daemon, f"--config-file={config}", "--nofork"]
    bus = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while not (tmp_path / "bus").exists():
        time.sleep(0.01)
    heard = (tmp_path / "heard.txt").open("w+b")
    witness = subprocess.Popen([monitor], env=environment, stdout=heard)
    yield environment, tmp_path / "heard.txt"
    for process in (witness, bus):
        process.terminate()
        process.wait()
    heard.close()


def test_a_desktop_without_a_tray_is_asked_through_its_portal(desktop_bus, qtbot):
    environment, heard = desktop_bus
    qtbot.waitUntil(lambda: heard.stat().st_size > 0)
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "from PySide6.QtCore import QTimer\n"
        "from reviewer_app.ui.desktop_notice import DesktopNotice\n"
        "app = QApplication([])\n"
        "notice = DesktopNotice()\n"
        "notice.pressed.connect(lambda name: (print('pressed', name), app.quit()))\n"
        "notice.show('due', 'Reviewer', '2 items: <b>refunds</b> 2')\n"
        "print('shown', flush=True)\n"
        "QTimer.singleShot(20000, app.quit)\n"
        "app.exec()\n"
    )
    command = [os.sys.executable, "-c", code]
    program = subprocess.Popen(
        command, env={**environment, "QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.PIPE
    )
    assert program.stdout.readline() == b"shown\n"
    qtbot.waitUntil(lambda: b"AddNotification" in heard.read_bytes(), timeout=10_000)
    signal = "org.freedesktop.portal.Notification.ActionInvoked"
    press = ["--type=signal", "/org/freedesktop/portal/desktop", signal]
    for action in ("other", "show"):
        words = ["dbus-send", "--session", *press, "string:due", f"string:{action}"]
        subprocess.run(words, env=environment, check=True)
    assert program.communicate(timeout=20)[0] == b"pressed due\n"
    told = heard.read_text()
    assert "2 items: \u2039b\u203arefunds" in told
    assert "<b>" not in told


def test_a_desktop_with_nothing_to_show_it_on_is_left_alone(qapp, monkeypatch):
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: QDBusConnection("nowhere"))
    notice = DesktopNotice(qapp)
    notice.show("due", "Reviewer", "2 items")
    notice.clear()
    QCoreApplication.processEvents()
    notice.deleteLater()
