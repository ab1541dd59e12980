"""Every control has a name, is reached by Tab, and shows that it has the keyboard."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QWidget,
)

from reviewer_app.domain.vocabulary import OutputType
from reviewer_app.ui.first_start import FirstStart
from reviewer_app.ui.help.page import TOPICS
from reviewer_app.ui.review.page import ReviewPage
from reviewer_app.ui.theme.tokens import THEMES
from reviewer_app.ui.widgets.button import Button
from tests.factory import incoming, open_profile, pull

POLICY = """
name = "everything waits"
[defaults]
mode = "human"
[workflow.support.step.reply]
error_types = ["wrong fact", "tone"]
"""

MESSAGES = json.dumps([{"role": "user", "content": "hi"}, {"role": "agent", "content": "hello"}])
CALLS = json.dumps([{"type": "tool", "name": "find", "arguments": {"id": 1}, "result": "ok"}])
OUTPUTS = {
    OutputType.TEXT: "Dear Ms Okafor",
    OutputType.MARKDOWN: "# Head\n\n- one\n- two",
    OutputType.JSON: '{"total": 12.5, "lines": [{"sku": "a", "n": 1}]}',
    OutputType.CODE: "def total(x):\n    return x + 1\n",
    OutputType.MESSAGES: MESSAGES,
    OutputType.TOOL_CALLS: CALLS,
}

TABS_AT_MOST = 400
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def every_kind(tmp_path, clock, opened_profiles):
    """A profile with an item of each kind of output."""
    profile = open_profile(tmp_path / "kinds", POLICY, clock)
    records = [
        incoming(n, output=output, output_type=kind, input="What was asked")
        for n, (kind, output) in enumerate(OUTPUTS.items(), 1)
    ]
    for n in range(1, len(records) + 1):
        pull(profile, *records[:n])
        clock.advance(minutes=1)
    opened_profiles.callback(profile.close)
    return profile


def controls(window):
    """What can be pressed, typed in or gone to, as far as it is seen and can be used."""
    found = []
    for widget in window.findChildren(QWidget):
        is_pressable = isinstance(widget, QAbstractButton)
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not (is_pressable or takes_focus) or not widget.isVisible() or not widget.isEnabled():
            continue
        if not is_inner(widget):
            found.append(widget)
    return found


def is_inner(widget):
    """Whether a widget is a part that Qt makes of a control, and that people know as one."""
    parent = widget.parentWidget()
    is_part_of_field = isinstance(parent, (QLineEdit, QAbstractSpinBox, QComboBox))
    is_own = type(widget).__module__.startswith("PySide6") and widget.objectName().startswith("qt_")
    return is_part_of_field or is_own or isinstance(widget, QMenuBar)


def told(widget):
    name, parent = widget.accessibleName(), type(widget.parent()).__name__
    return f"{type(widget).__name__} {name!r} in {parent}"


def walk(person):
    """Presses Tab until it comes round; gives what had the keyboard, in order.

    A table keeps the keyboard for a while: Tab goes through its cells.
    """
    seen = []
    for _ in range(TABS_AT_MOST):
        before = QApplication.focusWidget()
        person.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if seen and focused is seen[0] and before is not focused:
            return seen
        if focused not in seen:
            seen.append(focused)
    pytest.fail("Tab never comes round")


def reached_by_tab(widget):
    """Whether Tab must come to it: of an exclusive group, only to the one that is chosen."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def check(person):
    """Names, ways and rings of all that is seen now."""
    window = person.window
    QApplication.processEvents()
    shown = controls(window)
    assert [told(w) for w in shown if not w.accessibleName().strip()] == []
    undescribed = [w for w in shown if isinstance(w, Button) and not w.accessibleDescription()]
    assert [told(w) for w in undescribed] == []
    unfocusable = [w for w in shown if w.focusPolicy() == Qt.FocusPolicy.NoFocus]
    unreached = [told(w) for w in unfocusable if not is_moved_in_by_another(w)]
    assert unreached == []
    seen = walk(person)
    missed = [w for w in shown if reached_by_tab(w) and w not in seen and w.isVisible()]
    assert [told(w) for w in missed] == []
    places = (window.page, window.shell.first_start)
    assert [told(w) for w in seen if w not in places and not shows_focus(w)] == []


def is_moved_in_by_another(widget):
    """Whether arrow keys come to it: from the chosen one of its group, or from a field."""
    if isinstance(widget, QAbstractButton):
        group = widget.group()
        is_in_group = group is not None and group.exclusive() and not widget.isChecked()
        return is_in_group or has_keyboard(widget.parentWidget())
    return isinstance(widget, QAbstractItemView)


def has_keyboard(widget):
    """Whether something around it is a stop of the keyboard with a name of its own."""
    while widget is not None and not isinstance(widget, (ReviewPage, FirstStart)):
        if reached_by_tab(widget) and widget.accessibleName():
            return True
        widget = widget.parentWidget()
    return False


def shows_focus(widget):
    """Whether a control looks otherwise with the keyboard than without, at its edge."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    focused = painted(widget)
    widget.clearFocus()
    return focused != painted(widget)


def painted(widget):
    """The outermost pixels of a control; of a list everything, for its row is what has focus."""
    QApplication.processEvents()
    picture = widget.grab().toImage()
    if isinstance(widget, QAbstractItemView):
        return picture
    wide, tall = range(picture.width()), range(picture.height())
    rows = [(x, y) for y in (0, 1, 2, tall[-1], tall[-2], tall[-3]) for x in wide[::2]]
    columns = [(x, y) for x in (0, 1, 2, wide[-1], wide[-2], wide[-3]) for y in tall[::2]]
    return [picture.pixel(x, y) for x, y in (*rows, *columns)]


def test_the_first_start(open_window, empty_profile):
    person = open_window(empty_profile)
    shell = person.window.shell
    person.wait(lambda: shell.stack.currentWidget() is shell.first_start)
    check(person)


@pytest.mark.parametrize("kind", OUTPUTS)
def test_the_desk_with_each_kind_of_output(kind, open_window, every_kind):
    person = open_window(every_kind)
    person.waits_for("out-1")
    for _ in range(list(OUTPUTS).index(kind)):
        person.press(Qt.Key.Key_J)
    person.waits_for(f"out-{list(OUTPUTS).index(kind) + 1}")
    check(person)


@pytest.mark.parametrize("kind", [OutputType.TEXT, OutputType.JSON])
def test_the_desk_while_correcting(kind, open_window, every_kind):
    person = open_window(every_kind)
    person.waits_for("out-1")
    for _ in range(list(OUTPUTS).index(kind)):
        person.press(Qt.Key.Key_J)
    person.waits_for(f"out-{list(OUTPUTS).index(kind) + 1}")
    person.press(Qt.Key.Key_E)
    check(person)


def test_the_row_that_hands_an_item_over(person):
    person.press(Qt.Key.Key_X)
    check(person)


def test_a_desk_without_an_item(person):
    person.press(Qt.Key.Key_Slash)
    person.type("nowhere")
    person.press(Qt.Key.Key_Return)
    page = person.window.page
    person.wait(lambda: page.blank.title.text() == "Nothing matches")
    person.press(Qt.Key.Key_Escape)
    check(person)


@pytest.mark.parametrize("section", range(5))
def test_the_settings(section, person):
    person.window.settings()
    for _ in range(section):
        person.press(Qt.Key.Key_Down)
    assert person.window.shell.settings.stack.currentIndex() == section
    check(person)


@pytest.mark.parametrize("topic", [topic.name for topic in TOPICS])
def test_the_help(topic, person):
    person.window.help.show_topic(topic)
    check(person)


def test_the_palette_keeps_the_keyboard_in_its_field_and_says_what_is_current(person):
    person.press(Qt.Key.Key_K, CTRL)
    box = person.window.palette_box
    assert QApplication.focusWidget() is box.field
    assert box.field.accessibleName()
    assert box.list.accessibleName()
    assert not box.list.currentIndex().data().startswith(",")
    person.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not box.field


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_a_button_of_the_bar_shows_the_keyboard_in_every_theme(theme, person):
    person.window.theme.apply(theme)
    for button in person.window.page.bar.buttons.values():
        if button.isVisible() and button.isEnabled():
            assert shows_focus(button), button.text()
    person.window.theme.apply("light")


def test_a_small_window_reaches_everything_too(open_window, profile):
    person = open_window(profile, (1024, 640))
    person.waits_for("out-1")
    check(person)
