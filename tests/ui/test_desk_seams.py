"""Where one part of the desk hands on to another: nothing typed is lost, nothing else is hit."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.changes import Changes
from reviewer_app.domain.errors import DecisionUnknown
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.claims import Claim
from reviewer_app.services.desk import Remarks, Saved
from reviewer_app.services.past import Done, Past
from reviewer_app.store.leases import Holder
from reviewer_app.ui.review import bulk_actions
from tests.factory import NOON, OTHER, entries, entry, seen

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def view_of(person):
    return person.window.page.view


def leaves_a_correction(person, words: str = "zzz ") -> None:
    person.press(Qt.Key.Key_E)
    person.type(words)
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_Escape)
    assert not view_of(person).produced.is_correcting


def is_correcting(person, words: str = "zzz ") -> bool:
    produced = view_of(person).produced
    return produced.is_correcting and words in produced.editor.toPlainText()


def undoes(person) -> None:
    person.press(Qt.Key.Key_Z, CTRL)


def test_e_goes_on_with_a_correction_that_esc_left(person):
    leaves_a_correction(person)
    person.press(Qt.Key.Key_E)
    assert is_correcting(person)


def test_a_comment_does_not_cost_the_correction_that_was_left(person):
    leaves_a_correction(person)
    person.press(Qt.Key.Key_C)
    person.type("see the contract")
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_J)
    person.waits_for("out-2")
    person.press(Qt.Key.Key_K)
    person.waits_for("out-1")
    assert is_correcting(person)
    assert view_of(person).remarks.comment.text() == "see the contract"


def test_approving_over_a_correction_that_was_left_asks_first(person, profile):
    leaves_a_correction(person)
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    assert person.sees() == "out-1"
    assert entry(profile).status is Status.QUEUED


def test_undo_brings_a_correction_back_to_be_put_right(person):
    person.press(Qt.Key.Key_E)
    person.type("zzz ")
    person.press(Qt.Key.Key_Return, CTRL)
    person.waits_until_saved()
    person.window.page.setFocus()
    undoes(person)
    person.waits_for("out-1")
    person.wait(lambda: is_correcting(person))


def test_undo_and_redo_carry_what_was_marked_and_typed(person, profile):
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_C)
    person.type("because")
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_R)
    person.waits_until_saved()
    for _ in range(2):
        undoes(person)
        person.waits_for("out-1")
        person.wait(lambda: view_of(person).remarks.comment.text() == "because")
        assert view_of(person).remarks.error_types() == ("wrong fact",)
        person.press(Qt.Key.Key_Z, CTRL | SHIFT)
        person.waits_for("out-2")
        assert not view_of(person).remarks.comment.text()
    assert entry(profile).verdict is Verdict.REJECT
    assert profile.review.open(entry(profile).item_id).draft is None


def test_undo_opens_the_item_that_is_painted_already(person, profile):
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    person.window.relay.show_item(entry(profile).item_id)
    person.waits_for("out-1")
    person.wait(lambda: not view_of(person).is_open)
    undoes(person)
    person.wait(lambda: person.sees() == "out-1" and view_of(person).is_open)


def test_undo_of_an_act_that_fails_takes_nothing_else_back(person, profile):
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    person.window.workspace.session.is_full = True
    person.press(Qt.Key.Key_A)
    undoes(person)
    person.wait(lambda: len(person.window.shell.messages.texts()) == 2)
    assert entry(profile, "out-1").status is Status.RESOLVED
    assert person.window.desk.decisions.can_undo


def test_undo_in_a_hurry_does_not_reach_into_an_earlier_session(profile, open_window):
    profile.review.approve(seen(profile, "out-6"), Remarks())
    person = open_window(profile)
    person.waits_for("out-1")
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    decisions = person.window.desk.decisions
    decisions.undo()
    decisions.undo()
    person.wait(lambda: "There is no decision" in "".join(person.window.shell.messages.texts()))
    assert entry(profile, "out-1").status is Status.QUEUED
    assert entry(profile, "out-6").status is Status.RESOLVED


def test_a_row_that_could_not_be_sent_comes_back_with_its_words(person):
    person.window.workspace.session.is_full = True
    person.press(Qt.Key.Key_X)
    person.type("leads")
    person.press(Qt.Key.Key_Return)
    person.type("above my limit")
    person.press(Qt.Key.Key_Return)
    person.waits_for("out-1")
    person.waits_until_saved()
    person.press(Qt.Key.Key_X)
    row = view_of(person).handover
    assert (row.to.text(), row.why.text()) == ("leads", "above my limit")


def test_a_row_sent_while_somebody_took_the_item_says_so_and_keeps_its_words(person, profile):
    person.press(Qt.Key.Key_D)
    person.type("not my field")
    until = NOON + timedelta(hours=1)
    claim = Claim(entry(profile).item_id, Holder(OTHER, OTHER), "ben", until)
    view_of(person).show_claim(claim, NOON)
    person.press(Qt.Key.Key_Return)
    assert "Nothing was sent" in person.window.shell.status.hint.text()
    view_of(person).show_claim(None, NOON)
    person.press(Qt.Key.Key_D)
    assert view_of(person).handover.why.text() == "not my field"


def test_a_row_opened_for_many_is_not_sent_for_one(person, profile):
    person.press(Qt.Key.Key_Down, SHIFT)
    person.press(Qt.Key.Key_X)
    person.window.queue.clear_picked()
    person.type("leads")
    person.press(Qt.Key.Key_Return)
    person.type("please look")
    person.press(Qt.Key.Key_Return)
    assert not view_of(person).handover.isHidden()
    assert not entries(profile, Status.ESCALATED)
    person.press(Qt.Key.Key_Return)
    person.waits_until_saved()
    assert len(entries(profile, Status.ESCALATED)) == 1


@pytest.mark.parametrize("settles", [False, True])
def test_what_is_chosen_for_many_keeps_none_of_them_out(person, profile, settles):
    person.press(Qt.Key.Key_1)
    if settles:
        person.window.page.drafts.flush()
        person.wait(lambda: profile.review.open(entry(profile).item_id).draft is not None)
    person.press(Qt.Key.Key_Down, SHIFT)
    person.press(Qt.Key.Key_K)
    person.waits_for("out-1")
    person.press(Qt.Key.Key_R)
    person.wait(lambda: len(entries(profile, Status.RESOLVED)) == 2)
    ids = [entry(profile, name).item_id for name in ("out-1", "out-2")]
    desks = [profile.review.open(item_id) for item_id in ids]
    assert [d.opinions[-1].decision.error_types for d in desks] == [["wrong fact"]] * 2
    assert all(desk.draft is None for desk in desks)


def test_many_are_not_approved_with_what_was_wrong(person, profile):
    person.press(Qt.Key.Key_Down, SHIFT)
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_A)
    assert "You marked what was wrong" in person.window.shell.status.hint.text()
    assert not entries(profile, Status.RESOLVED)


def test_more_than_one_act_takes_is_said(person, profile, monkeypatch):
    monkeypatch.setattr(bulk_actions, "MOST", 4)
    person.press(Qt.Key.Key_A, CTRL)
    person.press(Qt.Key.Key_A)
    person.wait(lambda: len(entries(profile, Status.RESOLVED)) == 4)
    person.wait(lambda: "Only the first 4" in "".join(person.window.shell.messages.texts()))


def test_an_act_for_many_that_ends_during_an_undo_can_be_taken_back():
    past, going_back, is_kept = Past(), threading.Event(), threading.Event()
    saved = Saved("", OTHER, None, Changes())

    def slowly_back() -> Saved:
        going_back.set()
        assert is_kept.wait(5)
        return saved

    def again() -> tuple[Saved, Done]:
        raise DecisionUnknown

    past.do(lambda: (saved, Done("one", slowly_back, again)))
    undo = threading.Thread(target=past.undo)
    undo.start()
    assert going_back.wait(5)
    past.keep(Done("many", lambda: saved, again))
    is_kept.set()
    undo.join()
    assert past.can_undo == "many"
    assert past.can_redo == "one"


def test_a_second_a_does_not_decide_again_what_an_act_for_many_is_deciding(person, profile):
    person.press(Qt.Key.Key_Down, SHIFT)
    person.press(Qt.Key.Key_A)
    person.press(Qt.Key.Key_A)
    person.wait(lambda: len(entries(profile, Status.RESOLVED)) == 2)
    person.wait(lambda: person.sees() == "out-3" and person.window.page.view.is_open)
    person.waits_until_saved()
    assert person.window.shell.messages.texts() == []
    assert len(entries(profile, Status.RESOLVED)) == 2
