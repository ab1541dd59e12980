"""The window as a whole: pages, sizes, themes, names for screen readers, drops."""

import json

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit

from reviewer_app.ui.single import Single
from reviewer_app.ui.theme.tokens import THEMES, tokens

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_3, "connections"), (Qt.Key.Key_4, "team")])
def test_the_first_start_leads_to_a_source_or_a_team(open_window, empty_profile, key, place):
    person = open_window(empty_profile)
    shell = person.window.shell
    person.wait(lambda: shell.stack.currentWidget() is shell.first_start)
    person.press(key)
    if place == "team":
        person.wait(shell.settings.team.isVisible)
    else:
        connections = person.window.connections
        person.wait(lambda: connections.is_shown and connections.page.editing.isVisible())


def test_the_first_start_offers_four_ways_and_the_sample_opens_by_its_digit(
    open_window, empty_profile
):
    person = open_window(empty_profile)
    shell = person.window.shell
    person.wait(lambda: shell.stack.currentWidget() is shell.first_start)
    person.press(Qt.Key.Key_1)
    person.qtbot.waitUntil(lambda: person.sees() is not None, timeout=60_000)
    assert person.listed() > 0


def test_a_dropped_file_is_pulled_and_shown(open_window, empty_profile, tmp_path):
    person = open_window(empty_profile)
    file = tmp_path / "outputs.jsonl"
    file.write_text(json.dumps({"id": "a1", "output": "hello"}) + "\n{broken\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    person.window.dropEvent(drop)
    person.waits_for("a1")
    told = " ".join(person.window.shell.messages.texts())
    assert "1 new output from outputs.jsonl" in told
    assert "1 record was not taken in" in told


def test_every_control_has_a_name(person):
    window = person.window
    window.help.keys()
    window.settings()
    kinds = (QAbstractButton, QLineEdit, QAbstractScrollArea)
    nameless = [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if not widget.accessibleName()
        and not widget.isHidden()
        and not widget.objectName().startswith("qt_")
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget.parent(), QLineEdit)
    ]
    assert [(type(w).__name__, type(w.parent()).__name__) for w in nameless] == []


def test_a_theme_takes_hold_while_the_window_is_open(person):
    window = person.window
    window.change_settings({"theme": "dark"})
    person.wait(lambda: tokens().name == "dark")
    window.repaint()
    picture = window.grab().toImage()
    assert picture.pixelColor(300, window.height() // 2) != QColor(THEMES["light"].surface)
    assert window.workspace.settings.theme == "dark"


@pytest.mark.parametrize("name", sorted(THEMES))
def test_text_can_be_read_on_its_ground(name):
    theme = THEMES[name]
    grounds = [("text", "surface"), ("text", "window"), ("muted", "surface"), ("muted", "raised")]
    grounds += [("on_accent", "accent"), ("accent", "selection"), ("text", "selection")]
    grounds += [(m, f"{m}_ground") for m in ("good", "warn", "bad", "info", "violet")]
    poor = [pair for pair in grounds if contrast(theme.color(pair[0]), theme.color(pair[1])) < 4.5]
    assert poor == []


def contrast(one, other):
    """WCAG's ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color):
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_a_small_window_hides_the_queue_behind_l_and_still_decides(open_window, profile):
    person = open_window(profile, (1024, 640))
    person.waits_for("out-1")
    assert not person.window.queue.isVisible()
    person.press(Qt.Key.Key_L)
    assert person.window.queue.isVisible()
    person.press(Qt.Key.Key_A)
    person.waits_for("out-2")
    bar = person.window.page.bar
    shown = [b for b in bar.buttons.values() if b.isVisible()]
    assert all(b.width() >= b.sizeHint().width() for b in shown)


def test_focus_mode_leaves_the_item_alone_and_esc_ends_it(person):
    person.press(Qt.Key.Key_F)
    shell = person.window.shell
    assert not shell.rail.isVisible()
    assert not shell.queue.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert shell.rail.isVisible()


def test_the_palette_is_all_keyboard(person):
    person.press(Qt.Key.Key_K, CTRL)
    person.type("settings")
    person.press(Qt.Key.Key_Return)
    shell = person.window.shell
    assert shell.stack.currentWidget() is shell.settings
    person.press(Qt.Key.Key_Escape)
    assert shell.shows_review


def test_a_search_without_a_match_says_so_and_clears(person):
    person.press(Qt.Key.Key_Slash)
    person.type("nowhere")
    person.press(Qt.Key.Key_Return)
    page = person.window.page
    person.wait(lambda: page.blank.title.text() == "Nothing matches")
    page.blank.button.click()
    person.wait(lambda: person.listed() == 6)


def test_a_bug_is_said_once_and_the_work_goes_on(person):
    person.window.say_bug()
    person.window.say_bug()
    assert len(person.window.shell.messages.texts()) == 1
    person.press(Qt.Key.Key_A)
    person.waits_for("out-2")


def test_a_second_window_calls_the_first(qtbot, tmp_path):
    first, second = Single(tmp_path), Single(tmp_path)
    called = []
    assert first.take()
    first.listen(lambda: called.append(True))
    assert not second.take()
    assert second.call_other()
    qtbot.waitUntil(lambda: bool(called))
    first.release()
    assert second.take()
    second.release()


def test_a_name_that_is_typed_is_saved(person):
    person.window.settings()
    page = person.window.shell.settings.you
    page.name.setFocus()
    page.name.selectAll()
    person.type("Ana Brandt")
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: person.window.workspace.settings.reviewer == "Ana Brandt")
