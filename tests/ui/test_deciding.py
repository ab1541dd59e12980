"""Deciding by keyboard on a real profile."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.vocabulary import Severity, Status, Verdict
from reviewer_app.services.desk import Draft
from tests.factory import Records, entry, pull
from tests.factory import incoming as record

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def standing(profile, external_id):
    """The decision that stands on an item."""
    return profile.review.open(entry(profile, external_id).item_id).opinions[-1]


def test_a_approves_and_the_next_item_is_painted_in_the_same_frame(person, profile):
    person.wait(lambda: person.window.page.desks.ready(entry(profile, "out-2").item_id))
    person.press(Qt.Key.Key_A)
    assert person.sees() == "out-2"
    person.waits_until_saved()
    assert entry(profile, "out-1").verdict is Verdict.APPROVE
    assert "saved" in person.window.page.view.header.note.text()


def test_a_fast_double_a_decides_two_different_items(person, profile):
    desks = person.window.page.desks
    person.wait(lambda: all(desks.ready(entry(profile, f"out-{n}").item_id) for n in (2, 3)))
    person.press(Qt.Key.Key_A)
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    assert entry(profile, "out-1").verdict is Verdict.APPROVE
    assert entry(profile, "out-2").verdict is Verdict.APPROVE
    assert entry(profile, "out-3").status is Status.QUEUED
    assert person.listed() == 4


def test_keys_are_dropped_while_nothing_is_painted(person, profile):
    page = person.window.page
    page.desks.drop_all()
    held = []
    page.desks.open = lambda _item_id, then: held.append(then)
    person.press(Qt.Key.Key_J)
    assert person.sees() is None
    person.press(Qt.Key.Key_A)
    person.press(Qt.Key.Key_R)
    assert person.window.desk.decisions.pending == 0
    assert held
    assert all(entry(profile, f"out-{n}").verdict is None for n in range(1, 7))


def test_e_corrects_in_place_and_ctrl_enter_saves(person, profile):
    person.press(Qt.Key.Key_E)
    person.type("The right ")
    person.press(Qt.Key.Key_Return, CTRL)
    person.waits_for("out-2")
    person.waits_until_saved()
    opinion = standing(profile, "out-1")
    assert opinion.decision.verdict is Verdict.CORRECT
    assert opinion.correction == "The right answer 1"


def test_letters_in_the_correction_are_text(person):
    person.press(Qt.Key.Key_E)
    person.type("AERXSDJK/?1")
    assert person.sees() == "out-1"
    assert person.window.page.view.produced.editor.corrected() == "AERXSDJK/?1answer 1"


def test_an_unchanged_correction_is_not_saved(person):
    person.press(Qt.Key.Key_E)
    person.press(Qt.Key.Key_Return, CTRL)
    assert person.sees() == "out-1"
    assert "Nothing is changed" in person.window.shell.messages.texts()[0]


def test_approving_over_a_changed_output_asks_first(person):
    person.press(Qt.Key.Key_E)
    person.type("x")
    person.window.page.setFocus()
    person.press(Qt.Key.Key_A)
    assert person.sees() == "out-1"
    assert "Save the correction" in person.window.shell.messages.texts()[0]


def test_digits_and_severity_go_with_the_rejection(person, profile):
    person.press(Qt.Key.Key_2)
    person.press(Qt.Key.Key_2, SHIFT)
    person.press(Qt.Key.Key_R)
    person.waits_for("out-2")
    person.waits_until_saved()
    decision = standing(profile, "out-1").decision
    assert decision.verdict is Verdict.REJECT
    assert decision.error_types == ["tone"]
    assert decision.severity is Severity.MAJOR


def test_letters_typed_in_the_comment_are_text_and_esc_goes_back(person, profile):
    person.press(Qt.Key.Key_C)
    person.type("a real reason")
    assert person.sees() == "out-1"
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_A)
    person.waits_for("out-2")
    person.waits_until_saved()
    assert standing(profile, "out-1").comment == "a real reason"


def test_x_asks_to_whom_and_why_and_enter_sends(person, profile):
    person.press(Qt.Key.Key_X)
    person.type("leads")
    person.press(Qt.Key.Key_Return)
    assert person.sees() == "out-1"
    person.type("above my limit")
    person.press(Qt.Key.Key_Return)
    person.waits_until_saved()
    person.wait(lambda: entry(profile, "out-1").status is Status.ESCALATED)
    desk = profile.review.open(entry(profile, "out-1").item_id)
    assert desk.escalations[0].to == "leads"
    assert desk.escalations[0].reason == "above my limit"


def test_esc_cancels_an_escalation(person, profile):
    person.press(Qt.Key.Key_X)
    person.press(Qt.Key.Key_Escape)
    assert person.window.page.view.handover.isHidden()
    assert entry(profile, "out-1").status is Status.QUEUED
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    assert entry(profile, "out-1").verdict is Verdict.APPROVE


def test_d_asks_why_and_the_item_leaves_my_queue(person):
    person.press(Qt.Key.Key_D)
    person.type("I know the customer")
    person.press(Qt.Key.Key_Return)
    person.waits_for("out-2")
    person.waits_until_saved()
    person.wait(lambda: person.listed() == 5)


def test_undo_brings_the_item_back_and_redo_decides_it_again(person, profile):
    person.press(Qt.Key.Key_A)
    person.waits_for("out-2")
    person.press(Qt.Key.Key_Z, CTRL)
    person.waits_for("out-1")
    assert entry(profile, "out-1").status is Status.QUEUED
    person.wait(lambda: person.listed() == 6)
    person.press(Qt.Key.Key_Z, CTRL | SHIFT)
    person.wait(lambda: entry(profile, "out-1").verdict is Verdict.APPROVE)
    person.wait(lambda: person.listed() == 5)


def test_ctrl_z_in_the_editor_undoes_typing_only(person, profile):
    person.press(Qt.Key.Key_A)
    person.waits_for("out-2")
    person.waits_until_saved()
    person.press(Qt.Key.Key_E)
    person.type("x")
    person.press(Qt.Key.Key_Z, CTRL)
    assert person.sees() == "out-2"
    assert entry(profile, "out-1").verdict is Verdict.APPROVE


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_R])
def test_a_commit_that_fails_brings_the_item_back_with_what_was_typed(person, profile, key):
    person.window.workspace.session.is_full = True
    person.press(Qt.Key.Key_C)
    person.type("keep me")
    person.press(Qt.Key.Key_Escape)
    person.press(key)
    person.waits_until_saved()
    person.waits_for("out-1")
    assert person.window.page.view.remarks.comment.text() == "keep me"
    message = person.window.shell.messages.texts()[0]
    assert "out-1 was not saved" in message
    assert "disk is full" in message
    assert person.listed() == 6
    person.window.workspace.session.is_full = False
    person.press(key)
    person.waits_for("out-2")
    person.waits_until_saved()
    assert entry(profile, "out-1").verdict is not None


def test_two_commits_that_fail_both_come_back(person, profile):
    desks = person.window.page.desks
    person.wait(lambda: desks.ready(entry(profile, "out-2").item_id))
    person.window.workspace.session.is_full = True
    person.press(Qt.Key.Key_A)
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    person.wait(lambda: person.listed() == 6)
    assert len(person.window.shell.messages.texts()) == 2


def test_what_is_typed_and_not_decided_is_there_again(person, profile):
    person.press(Qt.Key.Key_E)
    person.type("draft ")
    person.window.page.setFocus()
    person.press(Qt.Key.Key_J)
    person.waits_for("out-2")
    person.press(Qt.Key.Key_K)
    person.waits_for("out-1")
    view = person.window.page.view
    assert view.produced.editor.corrected() == "draft answer 1"
    assert view.produced.foot.saved.text == "saved as draft"
    item_id = entry(profile, "out-1").item_id
    person.wait(lambda: profile.review.open(item_id).draft is not None)


def test_skip_puts_the_item_behind_the_others(person):
    person.press(Qt.Key.Key_S)
    person.waits_for("out-2")
    person.waits_until_saved()
    person.wait(lambda: person.listed() == 6)
    person.wait(lambda: person.window.queue.model.entry(5).external_id == "out-1")


def test_a_decided_item_is_shown_with_what_was_decided_and_cannot_be_approved(person):
    person.press(Qt.Key.Key_R)
    person.waits_for("out-2")
    person.waits_until_saved()
    person.window.go("Decided")
    person.waits_for("out-1")
    view = person.window.page.view
    assert not view.opinions.isHidden()
    assert not person.window.bindings["review.approve"].isEnabled()
    assert view.remarks.isHidden()


def test_the_last_decision_leaves_a_sentence_that_nothing_waits(person):
    for n in range(1, 7):
        person.waits_for(f"out-{n}")
        person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    page = person.window.page
    person.wait(lambda: page.stack.currentWidget() is page.blank)
    assert page.blank.title.text() == "Nothing waits for you"


def test_new_items_wait_until_they_are_asked_for(person, profile, clock):
    clock.advance(minutes=5)
    pull(profile, *(record(n) for n in range(1, 9)))
    strip = person.window.queue.arrived
    person.wait(strip.isVisible)
    assert strip.words.text() == "2 new since you started"
    assert person.listed() == 6
    person.press(Qt.Key.Key_N)
    person.wait(lambda: person.listed() == 8)
    person.wait(lambda: not strip.isVisible())
    assert person.sees() == "out-1"


def test_a_revision_under_the_hands_is_said_and_nothing_is_decided(person, profile, clock):
    clock.advance(minutes=1)
    pull(profile, record(1, output="another answer"))
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    person.wait(lambda: "was not saved" in "".join(person.window.shell.messages.texts()))
    assert all(
        o.decision.verdict is None
        for o in profile.review.open(entry(profile, "out-1").item_id).opinions
    )


def test_e_goes_on_with_a_correction_that_was_kept_as_a_draft(profile, open_window):
    item_id = entry(profile, "out-1").item_id
    profile.review.save_draft(item_id, Draft(correction="half done"))
    person = open_window(profile)
    person.waits_for("out-1")

    person.press(Qt.Key.Key_E)
    person.type("!")

    editor = person.window.page.view.produced.editor
    person.wait(lambda: "!" in editor.corrected())
    assert person.sees() == "out-1"


def test_esc_leaves_the_editor_and_digits_then_say_what_was_wrong(person, profile):
    person.press(Qt.Key.Key_E)
    person.type("Better: ")
    person.press(Qt.Key.Key_Escape)
    assert person.window.page.view.produced.is_correcting

    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_Return, CTRL)
    person.waits_for("out-2")
    person.waits_until_saved()

    opinion = standing(profile, "out-1")
    assert opinion.correction == "Better: answer 1"
    assert opinion.decision.error_types == ["wrong fact"]


def test_a_second_esc_leaves_the_correction_and_keeps_it_as_a_draft(person):
    person.press(Qt.Key.Key_E)
    person.type("Better: ")
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_Escape)

    assert not person.window.page.view.produced.is_correcting
    assert "kept as a draft" in person.window.shell.messages.texts()[0]


def test_many_opinions_are_counted_where_not_all_are_shown(profile, open_window):
    verdicts = [Verdict.APPROVE] * 4 + [Verdict.REJECT]
    people = [Judgement(f"rater {n}", verdict) for n, verdict in enumerate(verdicts)]
    profile.history.bring_in(Records(replace(record(1), judgements=tuple(people))))
    person = open_window(profile)
    person.window.go("Disputed")
    person.waits_for("out-1")

    said = person.window.page.view.opinions.count.text()
    assert said == "4 approved, 1 rejected; the last 3 shown"
