"""Correcting a very long output: what is in sight is shown, the rest waits, nothing is cut off."""

import pytest
from PySide6.QtGui import QTextOption

from reviewer_app.domain.differences import pieces_between
from reviewer_app.domain.vocabulary import OutputType
from reviewer_app.ui.review.produced.correcting import Correcting, Way
from reviewer_app.ui.widgets.diff_view import AROUND, CHANGED_AT_MOST, DiffView

LONG = "one line of an output\n" * 20_000


@pytest.fixture
def correcting(qtbot) -> Correcting:
    made = Correcting()
    made.resize(700, 500)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_difference_that_nobody_looks_at_is_not_laid_out(correcting):
    correcting.begin("one two", "one 2", OutputType.TEXT, None)
    correcting.show_way(Way.TEXT)
    assert "2" in correcting.live.toPlainText()
    assert not correcting.inline.toPlainText()
    correcting.show_way(Way.CHANGES)
    assert "two 2" in correcting.inline.toPlainText()
    assert not correcting.beside.after.toPlainText()


def test_a_change_after_the_difference_was_seen_is_in_it_when_it_is_seen_again(correcting):
    correcting.begin("one two", "one 2", OutputType.TEXT, None)
    correcting.show_way(Way.CHANGES)
    correcting.show_way(Way.TEXT)
    correcting.editor.setPlainText("one 3")
    correcting.editor.compare()
    correcting.show_way(Way.CHANGES)
    assert "two 3" in correcting.inline.toPlainText()


def test_the_difference_of_a_long_text_shows_what_stands_around_the_change(qtbot):
    view = DiffView("difference")
    qtbot.addWidget(view)
    view.show_pieces(pieces_between(LONG, f"{LONG}the end"))
    shown = view.toPlainText()
    assert len(shown) < 2 * AROUND + 100
    assert shown.endswith("the end")
    assert "that did not change" in shown


def test_a_very_long_change_shows_its_head_and_how_much_more_there_is(qtbot):
    view = DiffView("difference")
    qtbot.addWidget(view)
    view.show_pieces(pieces_between("", LONG))
    assert len(view.toPlainText()) < CHANGED_AT_MOST + 100
    assert f"{len(LONG) - CHANGED_AT_MOST:,}" in view.toPlainText()


def test_a_draft_of_a_long_text_is_compared_beside_the_window(correcting, qtbot):
    with qtbot.waitSignal(correcting.compared, timeout=8_000) as told:
        correcting.begin(LONG, f"{LONG}the end", OutputType.TEXT, None)
        correcting.show_way(Way.TEXT)
        assert correcting.editor.pieces == ()
    assert told.args[0] == 1
    assert correcting.corrected() == f"{LONG}the end"


def test_the_same_text_is_one_stretch_and_no_text_is_none():
    assert [piece.is_change for piece in pieces_between(LONG, LONG)] == [False]
    assert pieces_between("", "") == ()


def test_one_endless_word_breaks_anywhere_and_other_text_at_words(correcting):
    endless = "x" * 1_000_000
    correcting.begin(endless, endless, OutputType.TEXT, None)
    correcting.editor.insertPlainText("z")
    assert correcting.corrected() == f"z{endless}"
    assert correcting.editor.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    correcting.begin(LONG, LONG, OutputType.TEXT, None)
    wanted = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    assert correcting.editor.wordWrapMode() is wanted
