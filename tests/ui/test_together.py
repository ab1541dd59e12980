"""One verdict for many items that are alike: picked, decided, counted, and taken back as one."""

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.vocabulary import Status, Verdict
from tests.factory import entries, incoming, open_profile, pull

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
POLICY = """
name = "refunds"
[defaults]
mode = "human"

[[rule]]
name = "unsafe"
when = '''output.contains("unsafe")'''
risk = "critical"
"""


@pytest.fixture
def person(open_window, tmp_path, clock, opened_profiles):
    """Eleven outputs that say nearly the same, one that does not, and a critical one."""
    profile = open_profile(tmp_path / "alike", POLICY, clock)
    opened_profiles.callback(profile.close)
    outputs = [f"Your parcel {n} was handed over on {n} March." for n in range(1, 12)]
    records = [incoming(n, output=text) for n, text in enumerate(outputs, 1)]
    pull(profile, *records, incoming(20, output="Something else altogether, and much longer."))
    pull(profile, incoming(30, output="unsafe"), incoming(31, output="just as unsafe"))
    made = open_window(profile)
    made.profile = profile
    made.wait(lambda: made.sees() is not None)
    made.window.relay.show_item(
        next(e.item_id for e in entries(profile) if e.external_id == "out-1")
    )
    made.waits_for("out-1")
    return made


def verdicts(person) -> dict[str, Verdict | None]:
    return {e.external_id: e.verdict for e in entries(person.profile)}


def test_those_that_are_alike_are_picked_decided_and_taken_back_with_three_keys(person):
    person.press(Qt.Key.Key_W)
    person.wait(person.window.queue.is_several)
    assert len(person.window.queue.selected()) == 11
    person.press(Qt.Key.Key_A)
    person.wait(lambda: verdicts(person)["out-11"] is Verdict.APPROVE)
    decided = [name for name, verdict in verdicts(person).items() if verdict]
    assert len(decided) == 11
    assert "out-20" not in decided
    person.wait(lambda: person.window.desk.decisions.can_undo)
    person.press(Qt.Key.Key_Z, CONTROL)
    person.wait(lambda: not any(verdicts(person).values()))


def test_the_desk_goes_on_to_what_is_left(person):
    person.press(Qt.Key.Key_W)
    person.wait(person.window.queue.is_several)
    person.press(Qt.Key.Key_A)
    person.wait(lambda: person.sees() in {"out-20", "out-30", "out-31"})
    person.wait(lambda: person.listed() == 3)


def test_a_critical_item_is_left_out_of_a_common_approval_and_told(person):
    person.press(Qt.Key.Key_A, CONTROL)
    person.wait(person.window.queue.is_several)
    person.press(Qt.Key.Key_A)
    person.wait(lambda: verdicts(person)["out-1"] is Verdict.APPROVE)
    person.wait(person.window.shell.messages.texts)
    told = " ".join(person.window.shell.messages.texts())
    assert "1 item was left as it was" in told
    assert "critical" in told
    still = {e.external_id for e in entries(person.profile, Status.QUEUED)}
    assert still in ({"out-30"}, {"out-31"})


def test_escape_gives_the_selection_up_and_keys_are_about_one_again(person):
    person.press(Qt.Key.Key_W)
    person.wait(person.window.queue.is_several)
    person.press(Qt.Key.Key_Escape)
    assert not person.window.queue.is_several()
    person.press(Qt.Key.Key_R)
    person.waits_until_saved()
    assert [v for v in verdicts(person).values() if v] == [Verdict.REJECT]
