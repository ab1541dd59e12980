"""What the agent did: moved through and opened by keys, shown as text, never in the way."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reviewer_app.domain.traces.shapes import trace_in
from reviewer_app.ui.review.timeline.card import Timeline
from reviewer_app.ui.review.timeline.delegate import row_height
from reviewer_app.ui.review.timeline.words import cost_words, length_words, totals_words
from reviewer_app.ui.theme.scheme import Theme
from reviewer_app.ui.theme.tokens import tokens

STEPS = [
    {"type": "model", "name": "plan", "note": "read it", "start_ms": 0, "duration_ms": 800},
    {
        "type": "tool", "name": "refund.create", "arguments": {"amount": 640.0}, "result": None,
        "status": "failed", "error": "needs approval", "start_ms": 900, "duration_ms": 300,
        "cost_eur": 0.012,
    },
    {"type": "tool", "name": "look\u202eup", "arguments": {"a": "x\u200by"}, "start_ms": 1_300},
]  # fmt: skip


@pytest.fixture
def card(qtbot, qapp):
    Theme(qapp).apply("light")
    made = Timeline(("review.toggle_steps", "review.toggle_tools"))
    qtbot.addWidget(made)
    made.resize(900, 400)
    show(made, STEPS)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.opener.click()
    made.list.setFocus()
    return made


def test_in_a_low_window_a_run_is_told_by_its_title_until_it_is_opened(card):
    low = Timeline()
    low.resize(900, 400)
    show(low, STEPS)
    assert low.stack.isHidden()
    assert "steps" in low.totals.text()
    show(card, STEPS)
    assert not card.stack.isHidden()


def show(card, value):
    text = json.dumps(value)
    card.show_trace(text, trace_in(text))


def words(card):
    model = card.list.steps
    return [
        model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())
    ]


def row(card):
    return card.list.currentIndex().row()


def test_every_row_says_what_it_is_and_how_it_ended(card):
    first, second, third = words(card)
    assert first == "plan, model, read it, 0.8 s, closed"
    assert second == "refund.create, tool call, amount = 640.0, failed: needs approval, closed"
    assert "⟨U+202E⟩" in third
    assert card.totals.text() == "3 steps, 0.012 \u2068EUR\u2069, 1 failed"


def test_keys_move_open_and_close(card, qtbot):
    qtbot.keyClick(card.list, Qt.Key.Key_Down)
    assert row(card) == 1
    qtbot.keyClick(card.list, Qt.Key.Key_Right)
    assert words(card)[2:6] == [
        "given: {", '  "amount": 640.0', "}", "error: needs approval",
    ]  # fmt: skip
    assert words(card)[6].startswith("took: 0.3 s  ·  0.012")
    qtbot.keyClick(card.list, Qt.Key.Key_Down)
    qtbot.keyClick(card.list, Qt.Key.Key_Left)
    assert row(card) == 1
    assert card.list.steps.rowCount() == 3
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        before = card.list.steps.rowCount()
        qtbot.keyClick(card.list, key)
        assert card.list.steps.rowCount() != before


def test_all_open_and_close_and_tools_stand_alone(card):
    card.toggle_all()
    assert all("open" in line for line in words(card) if "model" in line or "tool call" in line)
    card.toggle_all()
    assert card.list.steps.rowCount() == 3
    card.toggle_tools()
    assert card.list.steps.rowCount() == 2
    assert card.tools_link.text() == "all steps"
    card.toggle_tools()
    assert card.list.steps.rowCount() == 3


def test_copying_gives_the_true_text(card):
    card.list.setCurrentIndex(card.list.steps.index(2))
    card.list.toggle_all()
    rows = range(card.list.steps.rowCount())
    line = next(r for r in rows if "⟨U+200B⟩" in words(card)[r] and ":" in words(card)[r][:40])
    assert "x\u200by" in card.list.steps.true_text([line])


def test_a_failure_is_painted_in_its_colour_and_in_words(card):
    image = card.list.grab().toImage()
    bad = QColor(tokens().bad)
    height = row_height()
    row_colors = {
        image.pixelColor(x, height + y) == bad
        for x in range(image.width() // 2, image.width())
        for y in range(height)
    }
    assert True in row_colors
    assert any("failed: needs approval" in line for line in words(card))


def test_a_step_without_an_end_has_no_bar(card):
    painted = card.list.painted
    axis = card.list.viewport().rect()
    assert painted._bar(axis, card.list.steps.trace.steps[0]) is not None
    assert painted._bar(axis, card.list.steps.trace.steps[2]) is None


def test_a_long_run_scrolls_in_its_own_room(card, qtbot):
    show(card, [{**STEPS[0], "start_ms": n} for n in range(5_000)])
    assert card.list.height() <= card.window().height() * 0.3 + row_height()
    qtbot.keyClick(card.list, Qt.Key.Key_End)
    assert row(card) == 4_999
    card.toggle_all()
    assert card.list.steps.rowCount() > 10_000
    assert row(card) >= 4_999


def test_the_card_closes_to_its_title(card, qtbot):
    card.opener.setFocus()
    qtbot.keyClick(card.opener, Qt.Key.Key_Space)
    assert card.stack.isHidden()
    assert not card.title.isHidden()
    card.toggle_all()
    assert not card.stack.isHidden()


def test_a_trace_of_an_unknown_shape_shows_its_source(card):
    show(card, {"never": "seen"})
    assert card.stack.currentWidget() is card.source
    assert "never" in card.source.reader.toPlainText()
    show(card, STEPS)
    assert card.stack.currentWidget() is card.list
    card.show_trace(None, trace_in(""))
    assert card.isHidden()


def test_arrows_are_the_lists_own_while_it_has_the_keyboard(person):
    made = Timeline()
    person.window.page.layout().addWidget(made)
    show(made, STEPS)
    person.wait(made.list.isVisible)
    person.window.activateWindow()
    person.wait(person.window.isActiveWindow)
    made.list.setFocus()
    person.press(Qt.Key.Key_Down)
    assert person.sees() == "out-1"
    assert row(made) == 1


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (40, "40 ms"),
        (800, "0.8 s"),
        (59_990, "1 min 0 s"),
        (125_000, "2 min 5 s"),
        (3.66e6, "1 h 1 min"),
    ],
)
def test_a_length_reads_short(length, said):
    assert length_words(length) == said


def test_only_what_is_known_is_totalled():
    assert totals_words(trace_in('[{"tool": "a"}]')) == "1 step"
    assert cost_words(0.00001, "") == "cost < 0.0001"
