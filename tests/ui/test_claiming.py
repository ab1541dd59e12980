"""Two people at one queue: what one has open the other can only read."""

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.claims import Claims
from reviewer_app.store.leases import Holder
from tests.factory import colleague, entries, entry


@pytest.fixture
def ben(profile) -> Claims:
    """A colleague's sitting."""
    made = Claims(profile.store, lambda: profile.policies.engine().policy.lease)
    made.holder = Holder(made.holder.sitting, colleague(profile, "Ben").person_id)
    return made


def item(profile, number: int):
    return entry(profile, f"out-{number}").item_id


def test_the_item_on_the_desk_and_the_next_two_are_claimed(person, profile, ben):
    wanted = {item(profile, n) for n in (1, 2, 3)}
    person.wait(lambda: set(ben.others()) == wanted)
    person.press(Qt.Key.Key_J)
    person.waits_for("out-2")
    person.wait(lambda: set(ben.others()) == {item(profile, n) for n in (2, 3, 4)})


def test_closing_the_window_frees_everything(person, profile, ben):
    person.wait(ben.others)
    person.window.close()
    assert ben.others() == {}
    assert item(profile, 1) in ben.hold(item(profile, 1)).mine


def test_what_somebody_else_has_open_can_only_be_read(open_window, profile, ben):
    ben.hold(item(profile, 1))
    person = open_window(profile)
    person.waits_for("out-1")
    view = person.window.page.view
    person.wait(lambda: not view.elsewhere.isHidden())
    assert "Ben\u2069 has this open until" in view.elsewhere.words.text() or (
        "Ben has this open until" in view.elsewhere.words.text()
    )
    person.press(Qt.Key.Key_A)
    person.press(Qt.Key.Key_R)
    assert person.sees() == "out-1"
    assert entry(profile).status is Status.QUEUED
    ben.release()
    person.wait(view.elsewhere.isHidden)
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    assert entry(profile).status is Status.RESOLVED


def test_going_on_passes_over_what_somebody_else_has_open(open_window, profile, ben):
    ben.hold(item(profile, 2))
    person = open_window(profile)
    person.waits_for("out-1")
    person.wait(lambda: item(profile, 2) in person.window.relay._taken)
    person.press(Qt.Key.Key_A)
    person.waits_for("out-3")


def test_deciding_faster_than_claims_arrive_loses_no_key(person, profile):
    for n in range(1, 6):
        person.waits_for(f"out-{n}")
        person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    assert len(entries(profile, Status.RESOLVED)) == 5
