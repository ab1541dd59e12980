"""The window from right to left: painted parts mirror, and a text runs the way it is written."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.rail import VIEWS, RailEntry
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import ElidedLabel
from reviewer_app.ui.widgets.reader import Reader
from reviewer_app.ui.widgets.safe_text import SafeText
from tests.factory import incoming, open_profile, pull

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
ARABIC = "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064a\u0643\u0645"


@pytest.fixture
def mirrored(qapp):
    """The application under a language that is written from the right."""
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    yield qapp
    qapp.setLayoutDirection(LEFT_TO_RIGHT)


def ink_at(widget, area, ground):
    """How many pixels in an area are not of the ground."""
    picture = widget.grab().toImage()
    scale = picture.devicePixelRatio()
    left, top = int(area.left() * scale), int(area.top() * scale)
    return sum(
        picture.pixelColor(x, y) != ground
        for x in range(left, min(picture.width(), int(area.right() * scale)))
        for y in range(top, min(picture.height(), int(area.bottom() * scale)))
    )


def halves(widget, cut):
    """The ink left and right of a cut, without the edge of the control."""
    picture = widget.grab().toImage()
    ground = picture.pixelColor(picture.width() // 2, 4)
    inside = widget.rect().adjusted(4, 4, -4, -4)
    left = QRect(inside.left(), inside.top(), cut, inside.height())
    right = QRect(inside.right() - cut, inside.top(), cut, inside.height())
    return ink_at(widget, left, ground), ink_at(widget, right, ground)


def shown(qtbot, widget, width=220):
    qtbot.addWidget(widget)
    widget.setFixedSize(width, widget.sizeHint().height())
    widget.show()
    return widget


@pytest.mark.usefixtures("mirrored")
def test_a_wide_button_has_its_word_at_the_right_and_its_key_at_the_left(qtbot):
    plain = shown(qtbot, Button("Reject"))
    left, right = halves(plain, 60)
    assert right > 0
    assert left == 0
    keyed = shown(qtbot, Button("Reject", "R"))
    left, _ = halves(keyed, 60)
    assert left > 0


@pytest.mark.usefixtures("mirrored")
def test_a_chip_with_a_menu_has_its_arrow_at_the_left(qtbot):
    left, right = halves(shown(qtbot, Chip("Risk", menu=True)), 60)
    assert left > 0
    assert right > left


@pytest.mark.usefixtures("mirrored")
def test_an_entry_of_the_rail_has_its_icon_at_the_right(qtbot):
    entry = shown(qtbot, RailEntry(VIEWS[0]))
    left, right = halves(entry, 100)
    assert right > 0
    assert left == 0
    entry.say("146")
    left, _ = halves(entry, 60)
    assert left > 0


@pytest.mark.usefixtures("mirrored")
def test_what_is_laid_out_like_words_begins_at_the_right(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    flow = Flow(page)
    chips = [Chip("one"), Chip("two")]
    for chip in chips:
        flow.addWidget(chip)
    page.resize(400, 60)
    page.show()
    assert chips[0].geometry().right() > 380
    assert chips[1].geometry().right() < chips[0].geometry().left()


@pytest.mark.usefixtures("mirrored")
def test_a_line_that_is_cut_keeps_its_beginning_at_the_right(qtbot):
    line = ElidedLabel()
    line.show_text("word")
    shown(qtbot, line)
    left, right = halves(line, 60)
    assert (left, right > 0) == (0, True)


def test_each_paragraph_runs_the_way_it_is_written(qtbot):
    reader = Reader("What the agent produced")
    qtbot.addWidget(reader)
    text = SafeText("What the agent produced")
    qtbot.addWidget(text)
    text.resize(400, 200)
    text.show()
    text.show_text(f"Dear Ms Okafor\n{ARABIC}\nGoodbye")
    block, ways = text.reader.document().begin(), []
    while block.isValid():
        ways.append(block.textDirection())
        block = block.next()
    assert ways == [LEFT_TO_RIGHT, RIGHT_TO_LEFT, LEFT_TO_RIGHT]
    cursor = text.reader.textCursor()
    cursor.setPosition(text.reader.document().findBlockByNumber(1).position())
    text.reader.setTextCursor(cursor)
    assert text.reader.cursorRect().left() > text.reader.viewport().width() * 2 // 3


@pytest.mark.usefixtures("mirrored")
def test_the_mirrored_window_shows_the_rail_at_the_right_and_decides(
    open_window, tmp_path, clock, opened_profiles
):
    profile = open_profile(tmp_path / "rtl", clock=clock)
    opened_profiles.callback(profile.close)
    pull(profile, incoming(1, output=ARABIC))
    clock.advance(minutes=1)
    pull(profile, incoming(1, output=ARABIC), incoming(2))
    person = open_window(profile)
    person.waits_for("out-1")
    window = person.window
    rail = window.shell.rail
    assert rail.mapTo(window, rail.rect().topRight()).x() > window.width() - 10
    queue, desk = window.queue, window.page
    assert (
        queue.mapTo(window, queue.rect().topLeft()).x()
        > desk.mapTo(window, desk.rect().topLeft()).x()
    )
    person.press(Qt.Key.Key_A)
    person.waits_for("out-2")


@pytest.mark.usefixtures("mirrored")
def test_the_mark_of_the_current_row_is_at_the_right(open_window, profile):
    person = open_window(profile)
    person.waits_for("out-1")
    rows = person.window.queue.list
    QApplication.processEvents()
    area = rows.visualRect(rows.currentIndex())
    picture = rows.viewport().grab().toImage()
    middle = area.center().y()
    accent = tokens().color("accent")
    assert picture.pixelColor(area.right() - 1, middle) == accent
    assert picture.pixelColor(area.left() + 1, middle) != accent
