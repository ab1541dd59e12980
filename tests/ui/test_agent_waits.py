"""The desk says that an agent waits, and offers what it can go on with."""

import json

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.vocabulary import Status, Verdict
from tests.factory import entry, incoming, pull

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(person, profile):
    """An item on which an agent waits is painted."""

    def shown(*allowed, **more):
        told = {"kind": "langgraph", "id": "t:1", "allowed": list(allowed), **more}
        meta = json.dumps({"waiting": told})
        pull(profile, incoming(50, output='{"eur": 5}', output_type="json", meta=meta))
        person.window.page.show_item(entry(profile, "out-50").item_id)
        person.waits_for("out-50")
        return person.window.page

    return shown


def test_an_agent_that_waits_is_said_and_what_it_does_not_take_is_not_offered(desk):
    page = desk("approve")
    assert page.view.header.waits.text == "AGENT WAITS"
    assert "approve" in page.view.header.waits.toolTip()
    buttons = page.bar.buttons
    offered = {name for name, button in buttons.items() if button.isEnabled()}
    assert {"approve", "escalate", "decline", "skip"} <= offered
    assert not {"correct", "reject"} & offered
    assert "takes no “reject”" in buttons["reject"].toolTip()


def test_a_key_that_is_not_offered_says_why_and_decides_nothing(desk, person, profile):
    desk("approve")
    person.press(Qt.Key.Key_R)
    assert "takes no “reject”" in person.window.shell.messages.texts()[0]
    person.press(Qt.Key.Key_E)
    assert not person.window.page.view.produced.is_correcting
    assert entry(profile, "out-50").status is Status.QUEUED
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    assert entry(profile, "out-50").verdict is Verdict.APPROVE


def test_an_item_on_which_none_waits_offers_everything_again(desk, person, profile):
    desk("approve")
    person.window.page.show_item(entry(profile, "out-2").item_id)
    person.waits_for("out-2")
    page = person.window.page
    assert page.view.header.waits.isHidden()
    assert page.bar.buttons["reject"].isEnabled()
    assert "takes no" not in page.bar.buttons["reject"].toolTip()
