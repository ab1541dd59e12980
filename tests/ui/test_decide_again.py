"""An item that was decided can be decided once more; nothing of the earlier decision is lost."""

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.ui.actions import When
from reviewer_app.ui.queue.filters import View
from tests.factory import entry


@pytest.fixture
def decided(person):
    """The person approved the first item and looks at it among the decided ones."""
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    person.window.go(str(View.DECIDED))
    person.waits_for("out-1")
    return person


def test_a_verdict_key_alone_does_nothing_to_a_decided_item(decided, profile):
    decided.press(Qt.Key.Key_R)
    decided.waits_until_saved()
    assert entry(profile).verdict is Verdict.APPROVE


def test_v_and_a_verdict_overturn_what_was_decided(decided, profile):
    decided.press(Qt.Key.Key_V)
    assert decided.window.page.view.is_open
    decided.press(Qt.Key.Key_R)
    decided.waits_until_saved()
    assert entry(profile).verdict is Verdict.REJECT
    desk = profile.review.open(entry(profile).item_id)
    assert [o.decision.verdict for o in desk.opinions] == [Verdict.APPROVE, Verdict.REJECT]


def test_undo_brings_the_earlier_verdict_back(decided, profile):
    decided.press(Qt.Key.Key_V)
    decided.press(Qt.Key.Key_R)
    decided.waits_until_saved()
    decided.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    decided.wait(lambda: entry(profile).verdict is not Verdict.REJECT)
    assert entry(profile).verdict in {Verdict.APPROVE, None}


def test_the_action_is_offered_for_decided_items_alone(person):
    assert When.DECIDED not in person.window.desk.states()
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    person.window.go(str(View.DECIDED))
    person.waits_for("out-1")
    assert When.DECIDED in person.window.desk.states()
