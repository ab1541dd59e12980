"""At the desk: others' decisions stay covered, a lead may look on record, or take one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reviewer_app.domain.vocabulary import Status, Verdict
from tests.factory import TWO_MUST_AGREE, decide_as, entry, incoming, open_profile, pull

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def two(open_window, tmp_path, clock, opened_profiles):
    """Two people must agree on the one item; this person leads."""
    profile = open_profile(tmp_path / "two", TWO_MUST_AGREE, clock)
    opened_profiles.callback(profile.close)
    pull(profile, incoming())

    def at(*made):
        for name, verdict in made:
            decide_as(profile, name, verdict, correction="better" if verdict == "correct" else None)
        person = open_window(profile)
        person.profile = profile
        person.waits_for("out-1")
        return person

    return at


def said(person) -> str:
    card = person.window.page.view.opinions
    texts = [c.text() for c in card.findChildren(QLabel) if c.isVisible()]
    return " ".join(texts) if card.isVisible() else ""


def test_a_decision_that_is_covered_leaves_no_trace_on_the_desk(two):
    person = two(("bea", Verdict.REJECT))
    assert said(person) == ""
    assert "review.look_early" in enabled(person)
    assert "review.take_1" not in enabled(person)


def enabled(person) -> set[str]:
    bindings = person.window.bindings
    return {a.objectName() for a in bindings._actions.values() if a.isEnabled()}


def test_who_changes_their_mind_about_looking_has_recorded_nothing(two):
    person = two(("bea", Verdict.REJECT))
    person.window.desk.look_early()
    assert "recorded" in said(person)
    person.window.page.view.opinions.asking.no.click()
    assert said(person) == ""
    assert person.profile.review.open(entry(person.profile).item_id).sight.may_look


def test_a_lead_who_looks_sees_all_and_can_decide_nothing_there(two):
    person = two(("bea", Verdict.REJECT))
    person.window.desk.look_early()
    person.press(Qt.Key.Key_Space)
    person.wait(lambda: "bea" in said(person))
    assert "you do not review it" in said(person)
    assert not person.window.page.view.is_open
    person.window.page.setFocus()
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    assert entry(person.profile).status is Status.QUEUED


def test_one_key_takes_a_decision_and_settles_the_item_and_undo_disputes_it_again(two):
    person = two(("zoe", Verdict.REJECT), ("bea", Verdict.CORRECT))
    assert said(person).index("bea") < said(person).index("zoe")
    person.press(Qt.Key.Key_1, ALT)
    person.wait(lambda: entry(person.profile).status is Status.RESOLVED)
    outcome = person.profile.review.open(entry(person.profile).item_id).resolution
    assert (outcome.verdict, outcome.expected_output) == (Verdict.CORRECT, "better")
    assert len(outcome.opinions[0].decision.settles) == 2
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: entry(person.profile).status is Status.DISPUTED)


def test_the_button_of_a_decision_does_what_its_key_does(two):
    person = two(("zoe", Verdict.REJECT), ("bea", Verdict.APPROVE))
    person.window.page.view.opinions._buttons[1].click()
    person.wait(lambda: entry(person.profile).verdict is Verdict.REJECT)
