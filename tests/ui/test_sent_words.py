"""Beside a decided item it is said where its label went, or why it did not."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt

from reviewer_app.domain.delivery import Delivery, DeliveryState
from reviewer_app.store import deliveries
from reviewer_app.ui.review.sent_words import sent_words
from tests.factory import NOON, entry


def delivery(state: DeliveryState, **more) -> Delivery:
    given = {"item_id": UUID(int=1), "sink": "traces", "wanted": "a"}
    times = {"next_try": NOON, "changed_at": NOON}
    return Delivery(state=state, **{**given, **times, **more})


def test_each_way_that_a_label_can_go_has_its_words():
    found = [
        sent_words([one], NOON)
        for one in (
            delivery(DeliveryState.WAITING),
            delivery(DeliveryState.FAILED, remark="no such trace"),
            delivery(DeliveryState.CONFLICT, remark="answered elsewhere"),
        )
    ]
    assert found == [
        "traces: the label is on its way",
        "traces did not take the label: no such trace",
        "traces: the agent did not take the answer: answered elsewhere",
    ]
    there = delivery(DeliveryState.DELIVERED, delivered_at=NOON - timedelta(days=3))
    assert sent_words([there], NOON).startswith("traces has the label (")
    answered = there.model_copy(update={"is_final": True})
    assert "the agent was answered" in sent_words([answered], NOON)


def test_what_a_platform_says_is_shown_and_not_obeyed():
    words = sent_words([delivery(DeliveryState.FAILED, remark="a\nb\u202ec" + "x" * 500)], NOON)
    assert "\n" not in words
    assert "\u202e" not in words
    assert len(words) < 300


def test_a_decided_item_shows_where_its_label_went(profile, person):
    person.waits_for("out-1")
    person.press(Qt.Key.Key_A)
    person.waits_for("out-2")
    person.waits_until_saved()
    item = entry(profile, "out-1").item_id
    sent = delivery(DeliveryState.DELIVERED, item_id=item, delivered_at=NOON)
    with profile.store.writing() as connection:
        deliveries.put(connection, [sent])
    person.window.relay.show_item(item)
    person.waits_for("out-1")
    shown = person.window.page.view.opinions.sent
    person.wait(lambda: shown.isVisible() and "traces has the label" in shown.text())
