"""Keys that a person chooses: in force at once, shown everywhere, never two actions on one."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from reviewer_app import settings as kept
from reviewer_app.ui import keyboard
from reviewer_app.ui.actions import ACTIONS, action
from reviewer_app.ui.choices import choices_of
from reviewer_app.ui.keymap import chosen_keys, put_in_force
from reviewer_app.ui.widgets.chip import Chip

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def usual_keys(qapp):
    """Every test begins and ends with the table's keys."""
    put_in_force({})
    yield qapp
    put_in_force({})


def fields(person, name):
    return person.window.shell.help.key_list.rows[name].fields


def change(person, name, key, held=Qt.KeyboardModifier.NoModifier, place=0):
    """Goes to the keys, presses the action's key and then another one."""
    person.window.help.keys()
    fields(person, name)[place].setFocus()
    person.press(Qt.Key.Key_Space)
    person.press(key, held)


def in_force(name):
    return action(name).keys_in_force


def test_a_new_key_holds_at_once_and_the_old_one_no_more(person):
    change(person, "review.approve", Qt.Key.Key_Y)
    person.wait(lambda: in_force("review.approve") == ("Y",))
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_A)
    assert person.sees() == "out-1"
    person.press(Qt.Key.Key_Y)
    person.waits_for("out-2")


def test_the_new_key_is_shown_everywhere(person):
    window = person.window
    change(person, "review.approve", Qt.Key.Key_Y)
    person.wait(lambda: in_force("review.approve") == ("Y",))
    assert window.page.bar.buttons["approve"]._keys == "Y"
    assert window.bindings["review.approve"].shortcut().toString() == "Y"
    assert next(c.keys for c in choices_of(window) if c.words == "Approve") == "Y"
    assert fields(person, "review.approve")[0].text() == "Y"
    assert "Y" in fields(person, "review.approve")[0].accessibleName()


def test_parts_that_show_a_key_in_a_text_follow_too(person):
    window = person.window
    for name, key in (
        ("review.comment", Qt.Key.Key_Y),
        ("view.find_action", Qt.Key.Key_F7),
        ("queue.show_new", Qt.Key.Key_U),
        ("review.mark_1", Qt.Key.Key_H),
    ):
        change(person, name, key)
        person.wait(lambda name=name: name in chosen_keys())
    assert window.page.view.remarks.comment.placeholderText().endswith("Y")
    assert window.shell.rail.keycap.accessibleName().endswith("F7")
    assert window.queue.arrived.link.text().endswith("U")
    assert "H" in [chip._digit for chip in window.page.view.remarks.findChildren(Chip)]


def test_what_is_chosen_is_in_the_file_and_holds_at_the_next_start(person, open_window, profile):
    change(person, "review.approve", Qt.Key.Key_Y)
    person.wait(lambda: in_force("review.approve") == ("Y",))
    assert kept.load(profile.paths.settings).keys == {"review.approve": ("Y",)}
    person.window.close()
    put_in_force({})
    again = open_window(profile)
    again.waits_for("out-1")
    again.press(Qt.Key.Key_Y)
    again.waits_for("out-2")


def test_a_clash_names_the_other_action_and_offers_to_swap(person):
    change(person, "review.approve", Qt.Key.Key_R)
    row = person.window.shell.help.key_list.rows["review.approve"]
    assert in_force("review.approve") == ("A",)
    assert row.notice.words.text() == "R is the key of “Reject”."
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: in_force("review.approve") == ("R",))
    assert in_force("review.reject") == ("A",)
    assert row.notice.isHidden()


def test_reserved_keys_are_refused_with_a_sentence(person):
    row = person.window.shell.help.key_list.rows["review.approve"]
    for key, word in (
        (Qt.Key.Key_Tab, "Tab"),
        (Qt.Key.Key_Return, "Enter"),
        (Qt.Key.Key_Space, "Space"),
    ):
        change(person, "review.approve", key)
        assert row.notice.words.text().startswith(word)
        assert in_force("review.approve") == ("A",)


def test_esc_leaves_the_key_as_it_was_and_the_page_open(person):
    change(person, "review.approve", Qt.Key.Key_Escape)
    assert not fields(person, "review.approve")[0].is_listening
    assert person.window.shell.stack.currentWidget() is person.window.shell.help
    assert in_force("review.approve") == ("A",)


def test_the_way_back_has_no_key_to_change(person):
    assert fields(person, "view.back") == []


def test_backspace_takes_one_key_away_and_reset_brings_it_back(person):
    change(person, "queue.next_item", Qt.Key.Key_Backspace)
    person.wait(lambda: in_force("queue.next_item") == ("Down",))
    person.window.shell.help.key_list.rows["queue.next_item"].reset.click()
    person.wait(lambda: in_force("queue.next_item") == ("J", "Down"))


def test_an_action_without_a_key_can_be_given_one(person):
    change(person, "file.sample", Qt.Key.Key_F6)
    person.wait(lambda: in_force("file.sample") == ("F6",))


def test_reset_all_brings_every_key_back(person):
    page = person.window.shell.help
    person.window.help.keys()
    assert page.reset_all.isHidden()
    change(person, "review.approve", Qt.Key.Key_Y)
    person.wait(lambda: not page.reset_all.isHidden())
    page.reset_all.click()
    person.wait(lambda: not chosen_keys())
    assert person.window.workspace.settings.keys == {}


def test_a_sign_that_needs_shift_is_kept_without_it(person):
    change(person, "review.approve", Qt.Key.Key_U, SHIFT)
    person.wait(lambda: in_force("review.approve") == ("Shift+U",))


def test_a_letter_given_away_is_text_in_a_field(person):
    change(person, "review.approve", Qt.Key.Key_Y)
    person.wait(lambda: in_force("review.approve") == ("Y",))
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_C)
    person.type("yay")
    assert person.sees() == "out-1"
    assert person.window.page.view.remarks.comment.text() == "yay"


BROKEN = {
    '"review.approve" = ["Nonsense"]': "no key that this program knows",
    '"review.approve" = "Tab"': "Tab goes from one control",
    '"review.approve" = "R"': "“Approve” keeps A",
    '"review.dance" = "Y"': "which is no action",
    '"view.back" = "Y"': "cannot be changed",
    'review.approve = ["Ctrl+K, Ctrl+S"]': "no key that this program knows",
}


@pytest.mark.parametrize("line", BROKEN)
def test_a_broken_key_in_the_file_is_named_and_the_usual_one_holds(line, open_window, profile):
    profile.paths.settings.parent.mkdir(exist_ok=True)
    profile.paths.settings.write_text(f"[keys]\n{line}\n", encoding="utf-8")
    person = open_window(profile)
    person.waits_for("out-1")
    told = " ".join(person.window.shell.messages.texts())
    assert BROKEN[line] in told
    assert chosen_keys() == {}
    person.press(Qt.Key.Key_A)
    person.waits_for("out-2")


def test_keys_can_be_written_in_the_file_as_a_table_or_as_one_word(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('[keys]\nreview.approve = "Y"\n"review.reject" = ["N", "F9"]\n')
    assert kept.load(file).keys == {"review.approve": ("Y",), "review.reject": ("N", "F9")}


def clashes() -> list[tuple[str, str, str]]:
    """Keys that two actions have which can be possible at once."""
    held = [(keyboard.spelled(key), a) for a in ACTIONS for key in a.keys_in_force]
    return [
        (key, one.id, other.id)
        for (key, one), (same, other) in combinations(held, 2)
        if key == same and one.meets(other)
    ]


KEYS = st.sampled_from(["A", "R", "J", "Down", "Y", "F7", "Ctrl+Y", "Shift+Q", "?", "F1", "1"])
IDS = st.sampled_from([a.id for a in ACTIONS if a.id not in keyboard.FIXED])


@given(st.lists(st.tuples(IDS, KEYS, st.integers(0, 1), st.booleans()), max_size=12))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_row_of_changes_gives_one_key_to_two_actions(steps):
    put_in_force({})
    for name, key, place, is_reset in steps:
        if is_reset:
            chosen = keyboard.reset(chosen_keys(), name)
        else:
            chosen = keyboard.swapped(chosen_keys(), name, place, key)
        assert keyboard.enforce(chosen) == []
    assert clashes() == []


@given(st.dictionaries(IDS, st.lists(KEYS, max_size=2).map(tuple), max_size=8))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_a_file_says_no_key_belongs_to_two_actions(chosen):
    keyboard.enforce(chosen)
    assert clashes() == []


def test_the_notice_of_a_clash_can_be_read_by_a_screen_reader(person):
    change(person, "review.approve", Qt.Key.Key_R)
    row = person.window.shell.help.key_list.rows["review.approve"]
    assert isinstance(row.notice.words, QLabel)
    assert QApplication.focusWidget() is row.notice.act
    assert row.notice.act.accessibleDescription() == row.notice.words.text()
