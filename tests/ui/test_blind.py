"""A step that is judged blind: what agent and rules thought is covered until the verdict."""

import pytest
from PySide6.QtCore import Qt

from reviewer_app.ui.queue.filters import View
from reviewer_app.ui.queue.model import EntryRole
from tests.factory import entry, incoming, open_profile, pull

POLICY = """
name = "blind"
[defaults]
mode = "hitl"

[[rule]]
name = "unsure"
when = "confidence < 0.5"
risk = "high"
because = "The agent is unsure of its own answer"

[workflow.support.step.reply]
blind = true
"""


@pytest.fixture
def blind(open_window, tmp_path, clock, opened_profiles):
    profile = open_profile(tmp_path / "blind", POLICY, clock)
    opened_profiles.callback(profile.close)
    pull(profile, incoming(1, confidence=0.31), incoming(2, confidence=0.32))
    person = open_window(profile)
    person.profile = profile
    person.wait(lambda: person.sees() is not None)
    return person


def told(person) -> str:
    """Everything that desk and list say of the item, as a screen reader hears it."""
    view, model = person.window.page.view, person.window.queue.model
    desk = " ".join(
        child.text()
        for child in view.findChildren(object)
        if hasattr(child, "text") and callable(child.text) and not child.isHidden()
    )
    rows = (model.index(row) for row in range(model.rowCount()))
    return desk + " ".join(str(r.data(Qt.ItemDataRole.AccessibleTextRole)) for r in rows)


def test_neither_list_nor_desk_tell_risk_confidence_or_rule(blind):
    said = told(blind)
    assert "judged blind" in said
    for secret in ("0.31", "0.32", "unsure", "HIGH RISK", "high risk"):
        assert secret not in said
    model = blind.window.queue.model
    assert all(model.index(n).data(EntryRole.COVERED) for n in range(model.rowCount()))


def test_the_decision_notes_that_it_was_made_blind_and_then_all_is_shown(blind):
    name = blind.sees()
    blind.press(Qt.Key.Key_A)
    blind.waits_until_saved()
    item_id = entry(blind.profile, name).item_id
    decision = blind.profile.review.open(item_id).opinions[0].decision
    assert not decision.shown.flags
    assert not decision.shown.confidence
    blind.window.go(str(View.DECIDED))
    blind.waits_for(name)
    assert "unsure of its own answer" in told(blind)
