"""Marking spans of the output, by keyboard and by pointer, and what becomes of them."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.records import Span
from reviewer_app.domain.vocabulary import OutputType, Verdict
from reviewer_app.services.desk import Draft
from reviewer_app.ui.widgets.chip import Tab
from reviewer_app.ui.widgets.correction import characters_to_units
from tests.factory import entry, incoming, open_profile, pull

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LETTER = "Dear Ms Okafor, your refund was paid on 5 March. Keep the lamps."

POLICY = """
name = "everything waits"
[defaults]
mode = "human"

[workflow.support.step.reply]
error_types = ["wrong fact", "tone"]
"""


@pytest.fixture
def desk_of(tmp_path, clock, opened_profiles, open_window):
    """A desk on one output, and the profile behind it."""

    def make(output=LETTER, kind=OutputType.TEXT, policy=POLICY, draft=None):
        profile = open_profile(tmp_path / "profile", policy, clock)
        opened_profiles.callback(profile.close)
        first = incoming(1, output=output, output_type=kind)
        pull(profile, first)
        clock.advance(minutes=1)
        pull(profile, first, incoming(2))
        if draft is not None:
            profile.review.save_draft(entry(profile).item_id, draft)
        person = open_window(profile)
        person.waits_for("out-1")
        return person, profile

    return make


def spans(person):
    return person.window.page.view.spans


def quoted(person):
    """The words that are marked, with what is wrong with them."""
    output = person.window.page.desk.content.output
    return [(output[s.start : s.end], s.error_type) for s in spans(person).spans]


def text_of(person):
    return person.window.page.view.produced.text.area


def painted(person):
    """The words that are painted as marked."""
    return [s.cursor.selectedText() for s in text_of(person).extraSelections()]


def select(person, words):
    """Selects words as a pointer does."""
    view = text_of(person)
    shown = view.toPlainText()
    at = characters_to_units(shown, shown.index(words))
    cursor = QTextCursor(view.document())
    cursor.setPosition(at)
    start = view.cursorRect(cursor).center()
    cursor.setPosition(at + len(words))
    end = view.cursorRect(cursor).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), end)
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def mark_by_keyboard(person, before, words, digit):
    """M, over some words, M, over the words to mark, and the digit."""
    person.press(Qt.Key.Key_M)
    for _ in range(before):
        person.press(Qt.Key.Key_Right, CTRL)
    person.press(Qt.Key.Key_M)
    for _ in range(words):
        person.press(Qt.Key.Key_Right, CTRL)
    person.press(digit)


def test_m_sets_the_start_and_the_end_and_a_digit_says_what_is_wrong(desk_of):
    person, _ = desk_of()
    mark_by_keyboard(person, 1, 2, Qt.Key.Key_1)
    assert quoted(person) == [("Ms Okafor", "wrong fact")]
    assert painted(person) == ["Ms Okafor"]
    assert person.window.page.hasFocus()


def test_shift_selects_without_a_second_m(desk_of):
    person, _ = desk_of()
    person.press(Qt.Key.Key_M)
    for _ in range(4):
        person.press(Qt.Key.Key_Right, SHIFT)
    person.press(Qt.Key.Key_2)
    assert quoted(person) == [("Dear", "tone")]


def test_home_end_and_the_ends_of_the_text_move_and_select(desk_of):
    person, _ = desk_of("one two\nthree four")
    person.press(Qt.Key.Key_M)
    person.press(Qt.Key.Key_End, CTRL)
    person.press(Qt.Key.Key_Home, SHIFT)
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_M)
    person.press(Qt.Key.Key_Home, CTRL)
    person.press(Qt.Key.Key_End, SHIFT)
    person.press(Qt.Key.Key_2)
    assert quoted(person) == [("one two", "tone"), ("three four", "wrong fact")]


def test_arrows_move_in_the_text_and_not_in_the_queue_while_marking(desk_of):
    person, _ = desk_of("one\ntwo\nthree")
    person.press(Qt.Key.Key_M)
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Down, SHIFT)
    assert person.sees() == "out-1"
    person.press(Qt.Key.Key_1)
    assert quoted(person) == [("two", "wrong fact")]


def test_no_letter_decides_while_marking(desk_of):
    person, profile = desk_of()
    person.press(Qt.Key.Key_M)
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_E):
        person.press(key)
    assert person.sees() == "out-1"
    assert entry(profile).verdict is None
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    assert entry(profile).verdict is Verdict.APPROVE


def test_esc_leaves_and_digits_choose_error_types_again(desk_of):
    person, _ = desk_of()
    person.press(Qt.Key.Key_M)
    person.press(Qt.Key.Key_Right, SHIFT)
    person.press(Qt.Key.Key_Escape)
    assert spans(person).choice.isHidden()
    assert not text_of(person).textCursor().hasSelection()
    person.press(Qt.Key.Key_1)
    assert quoted(person) == []
    assert person.window.page.view.remarks.error_types() == ("wrong fact",)


def test_a_digit_without_a_selection_marks_nothing(desk_of):
    person, _ = desk_of()
    person.press(Qt.Key.Key_M)
    person.press(Qt.Key.Key_1)
    assert quoted(person) == []
    assert not spans(person).choice.isHidden()


def test_where_the_step_has_no_error_types_enter_marks(desk_of):
    person, _ = desk_of(policy='name = "p"\n[defaults]\nmode = "human"\n')
    person.press(Qt.Key.Key_M)
    person.press(Qt.Key.Key_Right, CTRL | SHIFT)
    person.press(Qt.Key.Key_Return)
    assert quoted(person) == [("Dear", "")]


def test_a_selection_by_pointer_asks_what_is_wrong_and_a_digit_marks_it(desk_of):
    person, _ = desk_of()
    select(person, "5 March")
    assert not spans(person).choice.isHidden()
    person.press(Qt.Key.Key_1)
    assert quoted(person) == [("5 March", "wrong fact")]
    assert spans(person).choice.isHidden()


def test_a_choice_is_pressed_by_pointer_too(desk_of):
    person, _ = desk_of()
    select(person, "Keep the lamps.")
    spans(person).choice.chips[1].click()
    assert quoted(person) == [("Keep the lamps.", "tone")]


def test_a_double_click_selects_a_word(desk_of):
    person, _ = desk_of()
    view = text_of(person)
    cursor = QTextCursor(view.document())
    cursor.setPosition(LETTER.index("refund") + 2)
    word = view.cursorRect(cursor).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=word)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=word)
    person.press(Qt.Key.Key_1)
    assert quoted(person) == [("refund", "wrong fact")]


def test_a_click_elsewhere_in_the_text_asks_no_more(desk_of):
    person, _ = desk_of()
    select(person, "5 March")
    QTest.mouseClick(text_of(person).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert spans(person).choice.isHidden()


def test_marking_a_type_chooses_it_and_removing_the_span_leaves_it_chosen(desk_of):
    person, _ = desk_of()
    mark_by_keyboard(person, 0, 1, Qt.Key.Key_2)
    remarks = person.window.page.view.remarks
    assert remarks.error_types() == ("tone",)
    spans(person).list.rows[0].setFocus()
    person.press(Qt.Key.Key_Delete)
    assert quoted(person) == []
    assert painted(person) == []
    assert remarks.error_types() == ("tone",)


def test_a_type_stays_chosen_while_a_span_is_marked_with_it(desk_of):
    person, _ = desk_of()
    mark_by_keyboard(person, 0, 1, Qt.Key.Key_1)
    remarks = person.window.page.view.remarks
    person.press(Qt.Key.Key_1)
    assert remarks.error_types() == ("wrong fact",)
    assert "wrong fact" in remarks.wrong.note.text()
    spans(person).remove(0)
    person.press(Qt.Key.Key_1)
    assert remarks.error_types() == ()


def test_spans_may_overlap_and_the_same_one_is_kept_once(desk_of):
    person, _ = desk_of()
    select(person, "your refund was paid")
    person.press(Qt.Key.Key_1)
    select(person, "refund was paid on 5 March")
    person.press(Qt.Key.Key_2)
    select(person, "your refund was paid")
    person.press(Qt.Key.Key_1)
    assert quoted(person) == [
        ("your refund was paid", "wrong fact"),
        ("refund was paid on 5 March", "tone"),
    ]
    assert len(painted(person)) == 2


def test_offsets_are_those_of_the_output_and_not_of_what_is_shown(desk_of):
    person, _ = desk_of("\U0001f600 pay\u202e001 \u200bnow\r\nplease")
    view = text_of(person)
    select(person, "please")
    person.press(Qt.Key.Key_1)
    assert quoted(person) == [("please", "wrong fact")]
    assert painted(person) == ["please"]
    cursor = QTextCursor(view.document())
    cursor.select(QTextCursor.SelectionType.Document)
    view.setTextCursor(cursor)
    view.picked.emit()
    person.press(Qt.Key.Key_2)
    whole = person.window.page.desk.content.output
    assert (whole, "tone") in quoted(person)


def test_markdown_is_marked_in_its_source(desk_of):
    person, _ = desk_of("# Dear\n\n**you** are right", OutputType.MARKDOWN)
    tabs = person.window.page.view.produced.findChildren(Tab)
    next(tab for tab in tabs if tab.text() == "Rendered").click()
    assert not spans(person).has_view
    person.press(Qt.Key.Key_M)
    assert spans(person).has_view
    person.press(Qt.Key.Key_End, CTRL)
    person.press(Qt.Key.Key_Left, CTRL | SHIFT)
    person.press(Qt.Key.Key_1)
    assert quoted(person) == [("right", "wrong fact")]


def test_json_is_marked_in_its_source(desk_of):
    output = json.dumps({"total": 1845, "currency": "EUR"})
    person, _ = desk_of(output, OutputType.JSON)
    person.press(Qt.Key.Key_M)
    assert spans(person).has_view
    person.press(Qt.Key.Key_End, CTRL | SHIFT)
    person.press(Qt.Key.Key_1)
    assert quoted(person) == [(output, "wrong fact")]


def test_code_is_marked_where_it_is_shown_as_code(desk_of):
    person, _ = desk_of("def pay(amount):\n    return amount\n", OutputType.CODE)
    person.press(Qt.Key.Key_M)
    for _ in range(2):
        person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Up, SHIFT)
    person.press(Qt.Key.Key_1)
    assert quoted(person) == [("return amount", "wrong fact")]
    shown = person.window.page.view.produced.reading.code.area
    person.window.page.refresh()
    assert [s.cursor.selectedText() for s in shown.extraSelections()] == ["return amount"]


def test_a_decision_carries_the_spans(desk_of):
    person, profile = desk_of()
    mark_by_keyboard(person, 1, 2, Qt.Key.Key_1)
    person.press(Qt.Key.Key_R)
    person.waits_until_saved()
    decision = profile.review.open(entry(profile).item_id).opinions[-1].decision
    assert decision.verdict is Verdict.REJECT
    assert decision.spans == [Span(start=5, end=14, error_type="wrong fact")]
    assert decision.error_types == ["wrong fact"]


def test_an_output_with_spans_is_not_approved_by_mistake(desk_of):
    person, profile = desk_of()
    mark_by_keyboard(person, 1, 2, Qt.Key.Key_1)
    person.press(Qt.Key.Key_A)
    assert person.sees() == "out-1"
    assert entry(profile).verdict is None


def test_spans_outlive_leaving_the_item_and_the_program(desk_of):
    kept = Draft(spans=(Span(start=0, end=4, error_type="tone"),), error_types=("tone",))
    person, profile = desk_of(draft=kept)
    assert quoted(person) == [("Dear", "tone")]
    mark_by_keyboard(person, 1, 2, Qt.Key.Key_1)
    person.press(Qt.Key.Key_J)
    person.waits_for("out-2")
    assert quoted(person) == []
    assert painted(person) == []
    person.press(Qt.Key.Key_K)
    person.waits_for("out-1")
    assert quoted(person) == [("Dear", "tone"), ("Ms Okafor", "wrong fact")]
    item_id = entry(profile).item_id
    person.wait(lambda: [s.start for s in profile.review.open(item_id).draft.spans] == [0, 5])


def test_walking_through_spans_goes_round(desk_of):
    kept = Draft(
        spans=(
            Span(start=0, end=4, error_type="tone"),
            Span(start=16, end=27, error_type="wrong fact"),
        )
    )
    person, _ = desk_of(draft=kept)
    rows = spans(person).list.rows
    visited = []
    for held in (NONE, NONE, NONE, SHIFT):
        person.press(Qt.Key.Key_F8, held)
        visited.append(rows.index(QApplication.focusWidget()))
    assert visited == [0, 1, 0, 1]


def test_a_decided_item_shows_whose_spans_they_were_and_removes_none(desk_of):
    person, _ = desk_of()
    mark_by_keyboard(person, 0, 1, Qt.Key.Key_2)
    person.press(Qt.Key.Key_R)
    person.waits_until_saved()
    person.waits_for("out-2")
    person.window.go("Decided")
    person.waits_for("out-1")
    person.wait(lambda: painted(person) == ["Dear"])
    row = spans(person).list.rows[0]
    assert row.note.text() == "ana"
    row.setFocus()
    person.press(Qt.Key.Key_Delete)
    assert painted(person) == ["Dear"]
    assert spans(person).spans == ()


def test_a_hostile_span_is_quoted_as_text_and_in_bounds(desk_of):
    hostile = "<img src=x>\u202e" + "x" * 5_000
    person, _ = desk_of(hostile, draft=Draft(spans=(Span(start=0, end=5_012, error_type="<b>"),)))
    row = spans(person).list.rows[0]
    assert "<img" in row.words.text()
    assert "\u202e" not in row.words.text()
    assert len(row.words.text()) < 500
    assert row.width() <= person.window.page.width()


def test_many_spans_scroll_in_a_bounded_list(desk_of):
    many = tuple(Span(start=n, end=n + 3, error_type="tone") for n in range(40))
    person, _ = desk_of(draft=Draft(spans=many))
    assert len(spans(person).list.rows) == 40
    assert spans(person).list.height() <= 112
    assert len(painted(person)) == 40
