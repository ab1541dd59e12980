"""A first day by keyboard alone: the sample, one of each verdict, an undo, and the labels."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.app import Workspace, open_profile
from reviewer_app.cli import run
from reviewer_app.domain.queue import QueueQuery
from reviewer_app.domain.vocabulary import Status
from reviewer_app.profile import Profile
from reviewer_app.services.desk import Desk
from reviewer_app.ui.main_window import MainWindow
from reviewer_app.ui.theme.scheme import Theme

ITEMS = 80
WAIT_MS = 10_000


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    opened = open_profile(tmp_path / "profile")
    opened.pull_sample(items=ITEMS)
    yield opened
    opened.close()


class Reviewer:
    """A person in front of the window, who has a keyboard and eyes."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    def sees(self) -> Desk:
        """The item on the desk, once there is one."""
        self._qtbot.waitUntil(lambda: self._window.page.desk is not None, timeout=WAIT_MS)
        desk = self._window.page.desk
        assert desk is not None
        return desk

    def presses(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self._qtbot.keyClick(QApplication.focusWidget() or self._window, key, held)

    def types(self, text: str) -> None:
        self._qtbot.keyClicks(QApplication.focusWidget(), text)

    def waits_for_another(self, before: Desk) -> None:
        def moved() -> bool:
            desk = self._window.page.desk
            return desk is not None and desk.item.id != before.item.id

        self._qtbot.waitUntil(moved, timeout=WAIT_MS)

    def waits_for(self, item_id: UUID) -> None:
        def back() -> bool:
            desk = self._window.page.desk
            return desk is not None and desk.item.id == item_id

        self._qtbot.waitUntil(back, timeout=WAIT_MS)


@pytest.fixture
def reviewer(profile: Profile, qtbot: QtBot) -> Reviewer:
    window = MainWindow(Workspace(profile), Theme(QApplication.instance()))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    window.begin()
    return Reviewer(window, qtbot)


def exported(profile: Profile, path: Path) -> dict[str, dict[str, object]]:
    """The labels as another process writes them beside the open window."""
    home = profile.paths.data.parent
    code = run(["--home", str(home), "labels", "export", "--format", "jsonl", "--out", str(path)])
    assert code == 0
    labels = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {label["id"]: label for label in labels}


def test_one_of_each_verdict_by_keyboard_comes_out_as_labels(
    reviewer: Reviewer, profile: Profile, qtbot: QtBot, tmp_path: Path
) -> None:
    approved = reviewer.sees()
    reviewer.presses(Qt.Key.Key_A)
    reviewer.waits_for_another(approved)

    corrected = reviewer.sees()
    reviewer.presses(Qt.Key.Key_E)
    reviewer.presses(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    reviewer.types("Checked. ")
    reviewer.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reviewer.waits_for_another(corrected)

    rejected = reviewer.sees()
    reviewer.presses(Qt.Key.Key_1)
    reviewer.presses(Qt.Key.Key_R)
    reviewer.waits_for_another(rejected)

    escalated = reviewer.sees()
    reviewer.presses(Qt.Key.Key_X)
    reviewer.types("leads")
    reviewer.presses(Qt.Key.Key_Tab)
    reviewer.types("who may allow this?")
    reviewer.presses(Qt.Key.Key_Return)
    reviewer.waits_for_another(escalated)

    regretted = reviewer.sees()
    reviewer.presses(Qt.Key.Key_A)
    reviewer.waits_for_another(regretted)
    reviewer.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reviewer.waits_for(regretted.item.id)

    waiting = QueueQuery(statuses=(Status.ESCALATED,))
    qtbot.waitUntil(lambda: profile.review.total(waiting) == 1, timeout=WAIT_MS)
    labels = exported(profile, tmp_path / "labels.jsonl")

    assert set(labels) == {str(d.item.id) for d in (approved, corrected, rejected)}
    assert labels[str(approved.item.id)]["expected_output"] == approved.content.output
    assert labels[str(corrected.item.id)]["verdict"] == "correct"
    assert labels[str(corrected.item.id)]["expected_output"] == (
        "Checked. " + corrected.content.output
    )
    assert labels[str(rejected.item.id)]["error_types"] == [rejected.form.error_types[0]]
    assert labels[str(rejected.item.id)]["expected_output"] is None
    (entry,) = profile.review.page(waiting, 0, 10)
    assert (entry.item_id, entry.pool) == (escalated.item.id, "leads")
    reason = profile.review.open(escalated.item.id).escalations[0].reason
    assert reason == "who may allow this?"


def test_what_the_command_line_decides_leaves_the_open_list(
    reviewer: Reviewer, profile: Profile
) -> None:
    shown = reviewer.sees()

    code = run(["--home", str(profile.paths.data.parent), "decide", str(shown.item.id), "approve"])

    assert code == 0
    reviewer.presses(Qt.Key.Key_J)
    reviewer.waits_for_another(shown)
    assert profile.review.total(QueueQuery(statuses=(Status.RESOLVED,))) == 1
