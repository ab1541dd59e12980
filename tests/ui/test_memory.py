"""The window's shape: as it was on such a screen, and always within reach."""

import json

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QTableView

from reviewer_app.ui.memory import FILE, Memory, reachable
from reviewer_app.ui.widgets.split import Split

SCREEN = QRect(0, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("place", "is_kept"),
    [
        (QRect(100, 100, 800, 600), True),
        (QRect(-600, 100, 800, 600), True),
        (QRect(5000, 100, 800, 600), False),
        (QRect(100, -300, 800, 600), False),
        (QRect(1900, 1070, 800, 600), False),
        (QRect(-790, 100, 800, 600), False),
    ],
)
def test_a_window_is_put_where_a_hand_can_get_hold_of_it(place, is_kept):
    found = reachable(place, [SCREEN])
    assert (found == place) is is_kept
    assert is_kept or SCREEN.contains(found)


def test_a_window_larger_than_its_screen_is_made_to_fit():
    found = reachable(QRect(9000, 0, 4000, 3000), [SCREEN])
    assert found == SCREEN


def window_with(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.split = Split("parts", Qt.Orientation.Horizontal, QLabel("left"), QLabel("right"))
    window.setCentralWidget(window.split)
    window.resize(800, 500)
    return window


def drag(split, by):
    handle = split.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(by, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)


def test_shares_that_a_person_gave_come_back(qtbot, tmp_path):
    first = window_with(qtbot)
    first.show()
    first.split.suggest([400, 400])
    drag(first.split, 150)
    given = first.split.sizes()
    assert given[0] > 500
    first.split.suggest([400, 400])
    assert first.split.sizes() == given
    Memory(tmp_path).keep(first)
    second = window_with(qtbot)
    second.show()
    Memory(tmp_path).restore(second)
    second.split.suggest([400, 400])
    assert abs(second.split.sizes()[0] - given[0]) <= 2


def test_pressing_a_handle_twice_goes_back_to_what_is_suggested(qtbot):
    window = window_with(qtbot)
    window.show()
    split = window.split
    split.forgotten.connect(lambda: split.suggest([400, 400]))
    split.suggest([400, 400])
    before = split.sizes()
    drag(split, 150)
    assert split.sizes() != before
    QTest.mouseDClick(split.handle(1), Qt.MouseButton.LeftButton)
    assert split.sizes() == before


def test_each_direction_and_each_set_of_parts_has_shares_of_its_own(qtbot):
    window = window_with(qtbot)
    window.show()
    window.split.suggest([400, 400])
    drag(window.split, 150)
    window.split.setOrientation(Qt.Orientation.Vertical)
    window.split.suggest([250, 250])
    assert abs(window.split.sizes()[0] - window.split.sizes()[1]) <= 2
    window.split.setOrientation(Qt.Orientation.Horizontal)
    assert window.split.sizes()[0] > 500


def test_columns_of_a_named_table_come_back(qtbot, tmp_path):
    windows = []
    for _ in range(2):
        window = QMainWindow()
        qtbot.addWidget(window)
        table = QTableView()
        table.setModel(QStandardItemModel(2, 3, table))
        table.horizontalHeader().setObjectName("people")
        window.setCentralWidget(table)
        windows.append((window, table))
    windows[0][1].setColumnWidth(1, 233)
    Memory(tmp_path).keep(windows[0][0])
    Memory(tmp_path).restore(windows[1][0])
    assert windows[1][1].columnWidth(1) == 233


@pytest.mark.parametrize("broken", ["{", "[1]", '{"hxx": "no"}', '{"hxx": [7, 9]}', '{"hxx": [1]}'])
def test_what_is_unreadable_is_as_if_unsaid(broken, qtbot, tmp_path):
    window = window_with(qtbot)
    Memory(tmp_path).keep(window)
    file = QSettings(str(tmp_path / FILE), QSettings.Format.IniFormat)
    group = file.value("screen")
    file.setValue(f"{group}/splits/parts", broken)
    file.setValue(f"{group}/geometry", "nonsense")
    file.sync()
    fresh = window_with(qtbot)
    Memory(tmp_path).restore(fresh)
    assert fresh.split.shares == {}
    assert fresh.width() > 0


def test_a_maximised_window_comes_back_maximised(qtbot, tmp_path):
    window = window_with(qtbot)
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)
    Memory(tmp_path).keep(window)
    fresh = window_with(qtbot)
    Memory(tmp_path).restore(fresh)
    assert fresh.isMaximized()


def test_the_shape_is_kept_for_each_size_of_screen(qtbot, tmp_path):
    window = window_with(qtbot)
    Memory(tmp_path).keep(window)
    file = QSettings(str(tmp_path / FILE), QSettings.Format.IniFormat)
    size = window.screen().geometry().size()
    assert file.value("screen") == f"{size.width()}x{size.height()}"
    file.setValue("screen", "640x480")
    file.setValue("640x480/splits/parts", json.dumps({"hxx": [0.9, 0.1]}))
    file.sync()
    fresh = window_with(qtbot)
    Memory(tmp_path).restore(fresh)
    assert fresh.split.shares == {}
