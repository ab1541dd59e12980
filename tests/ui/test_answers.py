"""Answers in the window: told of at once, read with the keyboard, and on the item itself."""

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.records import Gold
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.store.rows import add_all
from reviewer_app.store.tables import GoldRow
from tests.factory import decide_as, entry, seen


@pytest.fixture
def answered(profile):
    """Two of my escalations, decided by somebody else."""
    for n in (1, 2):
        profile.review.escalate(seen(profile, f"out-{n}"), "leads", Remarks(comment="which one?"))
    decide_as(profile, "Ben", Verdict.CORRECT, "out-1", "answer one")
    decide_as(profile, "Ben", Verdict.APPROVE, "out-2")
    return profile


def page(person):
    person.window.go("answers")
    shown = person.window.shell.answers
    person.wait(lambda: shown.model.rowCount() > 0 and shown.list.hasFocus())
    return shown


def test_the_rail_counts_what_is_new_and_reading_takes_it_away(open_window, answered):
    person = open_window(answered)
    rail = person.window.shell.rail.entries["answers"]
    person.wait(lambda: rail.accessibleName() == "Answers 2")
    shown = page(person)
    person.wait(lambda: rail.accessibleName() == "Answers 1")
    assert shown.summary.text() == "1 new."
    person.press(Qt.Key.Key_Down)
    person.wait(lambda: rail.accessibleName() == "Answers")
    assert answered.review.answers.unread() == 0


def test_an_answer_shows_both_verdicts_and_the_difference(open_window, answered):
    person = open_window(answered)
    shown = page(person)
    person.press(Qt.Key.Key_Down)
    card = shown.card
    assert "corrected what you escalated" in card.title.text()
    assert (card.mine.pill.text, card.answer.pill.text) == ("ESCALATED", "CORRECTED")
    assert "which one?" in card.mine.words.text()
    assert "answer" in card.difference.toPlainText()
    assert "one" in card.difference.toPlainText()


def test_enter_opens_the_item_which_tells_the_answer_beside_my_own_decision(open_window, answered):
    person = open_window(answered)
    page(person)
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    person.waits_for("out-1")
    words = person.window.page.view.opinions.answer.text()
    assert words.startswith("You escalated this")
    assert words.endswith("Ben corrected it.")


def test_without_answers_the_page_says_what_will_be_there(person):
    person.window.go("answers")
    shown = person.window.shell.answers
    person.wait(lambda: shown.blank.title.text() == "No answers yet")


def test_a_known_item_is_told_of_in_the_status_line_once_it_was_decided(open_window, profile):
    gold = Gold(item_id=entry(profile).item_id, verdict=Verdict.REJECT, because="it was cancelled")
    with profile.store.writing() as connection:
        add_all(connection, GoldRow, [gold])
    person = open_window(profile)
    person.waits_for("out-1")
    note = person.window.shell.status.note
    assert note.isHidden()
    person.press(Qt.Key.Key_A)
    person.wait(lambda: not note.isHidden())
    assert note.text().startswith("This was a known item: you approved; right was to reject")
    shown = page(person)
    assert shown.card.title.text() == "A known item: you were wrong"
    assert "You were right on 0 of 1 known items (0" in shown.summary.text()
