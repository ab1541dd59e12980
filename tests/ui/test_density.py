"""Compact and comfortable, small windows and long languages: nothing is cut, all of it works."""

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from reviewer_app.ui.theme.density import COMPACT, is_compact
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.chip import Chip, Tab


class Longer(QTranslator):
    """A language whose every word is at least 40 % longer."""

    def translate(self, context, source, comment=None, n=-1):
        del context, comment, n
        return f"{source}{'~' * max(2, round(len(source) * 0.4))}"


@pytest.fixture
def longer(qapp):
    translator = Longer(qapp)
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def cut(window):
    """The buttons and chips that are seen and narrower than their words."""
    kinds = (Button, Chip, Tab)
    return [
        w.text()
        for kind in kinds
        for w in window.findChildren(kind)
        if w.isVisible() and w.width() < w.sizeHint().width()
    ]


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (860, 560)])
def test_a_language_40_percent_longer_cuts_no_button(size, open_window, profile):
    person = open_window(profile, size)
    person.waits_for("out-1")
    bar = person.window.page.bar
    assert "~" in bar.buttons["approve"].text()
    assert cut(bar) == []
    person.press(Qt.Key.Key_E)
    person.wait(lambda: not cut(bar))
    assert "~" in bar.buttons["correct"].text()
    edges = [b.geometry().right() for b in bar.buttons.values() if b.isVisible()]
    assert max(edges) <= bar.width()
    person.press(Qt.Key.Key_Escape)
    person.window.settings()
    assert cut(person.window.shell.settings) == []


def test_compact_shows_more_rows_and_leaves_more_room_to_the_output(person):
    window = person.window
    row = window.queue.list.sizeHintForRow(0)
    produced = window.page.view.produced
    margins = produced.layout().contentsMargins().top()
    window.change_settings({"density": COMPACT})
    person.wait(is_compact)
    assert window.queue.list.sizeHintForRow(0) <= row - 10
    assert produced.layout().contentsMargins().top() < margins
    assert window.queue.list.visualRect(window.queue.model.index(1)).top() <= row - 10
    window.change_settings({"density": "comfortable"})
    person.wait(lambda: not is_compact())
    assert window.queue.list.sizeHintForRow(0) == row


def test_the_density_holds_at_the_next_start(person):
    person.window.change_settings({"density": COMPACT})
    person.wait(is_compact)
    assert person.window.workspace.settings.density == COMPACT
    person.window.theme.apply("light")
    assert not is_compact()


def test_two_changes_in_a_row_are_both_kept(person):
    window = person.window
    window.change_settings({"density": COMPACT})
    window.change_settings({"content_size": 4})
    person.wait(lambda: window.shown_settings.content_size == 4)
    assert window.workspace.settings.density == COMPACT
    assert window.workspace.settings.content_size == 4
    window.theme.apply("light")


@pytest.mark.parametrize("density", ["comfortable", COMPACT])
def test_at_1024_by_640_an_item_is_corrected_rejected_and_handed_over(
    density, open_window, profile
):
    person = open_window(profile, (1024, 640))
    person.window.theme.apply("light", 0, density)
    person.waits_for("out-1")
    person.press(Qt.Key.Key_E)
    person.type("better ")
    editor = person.window.page.view.produced.correcting.editor
    assert editor.viewport().height() >= editor.fontMetrics().height()
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.waits_for("out-2")
    person.press(Qt.Key.Key_R)
    person.waits_for("out-3")
    person.press(Qt.Key.Key_X)
    handover = person.window.page.view.handover
    assert handover.isVisible()
    assert handover.geometry().bottom() <= person.window.page.view.height()
    person.window.theme.apply("light")


def test_the_window_is_made_of_its_own_controls_alone(person):
    window = person.window
    window.settings()
    window.help.keys()
    foreign = [*window.findChildren(QPushButton), *window.findChildren(QMessageBox)]
    assert [w for w in foreign if w.isVisible()] == []
    formats = {w.textFormat() for w in window.findChildren(QLabel)}
    assert Qt.TextFormat.RichText not in formats
