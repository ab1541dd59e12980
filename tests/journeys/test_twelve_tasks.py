"""Twelve tasks of a reviewer, done in a real window, with every key and click counted.

The help page lists the counts, beside those of other tools; both must be the same.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer_app.app import Workspace
from reviewer_app.domain.vocabulary import OutputType, Status, Verdict
from reviewer_app.paths import resource
from reviewer_app.profile import Profile
from reviewer_app.services.desk import Remarks
from reviewer_app.ui.main_window import MainWindow
from reviewer_app.ui.theme.scheme import Theme
from tests.factory import NOON, Clock, colleague, entries, incoming, open_profile, pull

Key, Held = Qt.Key, Qt.KeyboardModifier
WAIT_MS = 15_000

POLICY = """
name = "twelve tasks"
[defaults]
mode = "human"
search_fields = ["amount"]

[workflow.support.step.reply]
error_types = ["wrong fact", "missing step", "tone"]
guidelines = "Approve what a colleague could send unchanged."

[workflow.support.step.letter.rubric.send]
ask = "Would you send this as it is?"
[workflow.support.step.letter.rubric.cost]
ask = "How much would it cost us?"
kind = "choice"
choices = ["nothing", "a little", "a customer"]
shown_if = { send = false }

[workflow.invoices.step.extract]
error_types = ["wrong date"]
output_schema = "invoice.schema.json"
"""
SCHEMA = {
    "type": "object",
    "properties": {
        "supplier": {"type": "string"},
        "number": {"type": "string"},
        "date": {"type": "string", "format": "date"},
        "total": {"type": "number"},
    },
}
TRACE = [
    {"type": "model", "name": "plan", "arguments": "read the request", "result": "ok"},
    {
        "type": "tool",
        "name": "refund.create",
        "arguments": {"amount": 640},
        "result": None,
        "status": "error",
        "error": "needs approval",
    },
]


SUBJECTS = ("Parcels", "Lamps", "Refunds", "Letters", "Invoices", "Clauses", "Terms", "Orders")
TOPICS = [
    f"{subject} {verb} {rest}."
    for subject, verb, rest in zip(
        SUBJECTS * 4,
        ("arrive", "break", "shine", "close", "open", "bend", "fold", "glow", "rest") * 4,
        ("in May", "by hand", "at noon", "with care", "on Fridays", "for free", "as agreed") * 5,
        strict=False,
    )
]
"""Outputs of which no two are alike."""


class Counting:
    """A person at the desk of whom every key, text, click and drag is counted."""

    def __init__(self, profile: Profile, window: MainWindow, clock: Clock, qtbot) -> None:
        self.profile, self.window, self.clock, self._qtbot = profile, window, clock, qtbot
        self.count = 0

    def press(self, key: Key, held: Held = Held.NoModifier) -> None:
        self.count += 1
        self._qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def type(self, text: str) -> None:
        self.count += 1
        self._qtbot.keyClicks(QApplication.focusWidget(), text)

    def double_click(self, word: str) -> None:
        """A double click on a word of the output."""
        self.count += 1
        reader = self.window.page.view.produced.text.reader
        cursor = reader.document().find(word)
        assert not cursor.isNull()
        middle = QTextCursor(reader.document())
        middle.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
        place = reader.cursorRect(middle).center() + QPoint(1, 0)
        QTest.mouseDClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseRelease(reader.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def wait(self, is_so: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(is_so()), timeout=WAIT_MS)

    def sees(self) -> str | None:
        desk = self.window.page.desk
        return desk.item.external_id if desk else None

    def has_before_them(self, external_id: str) -> None:
        """The item is on the desk: where the counting of a task starts."""
        item_id = next(e.item_id for e in entries(self.profile) if e.external_id == external_id)
        self.wait(lambda: self.sees() is not None)
        self.window.relay.show_item(item_id)
        self.wait(lambda: self.sees() == external_id)
        self.window.page.setFocus()
        self.count = 0

    def verdict(self, external_id: str) -> Verdict | None:
        return next(e.verdict for e in entries(self.profile) if e.external_id == external_id)

    def waits_for_verdict(self, external_id: str, verdict: Verdict | None) -> None:
        self.wait(lambda: self.verdict(external_id) is verdict)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON)


@pytest.fixture
def person(tmp_path: Path, qtbot, clock) -> Iterator[Counting]:
    home = tmp_path / "profile"
    home.mkdir()
    (home / "invoice.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    profile = open_profile(home, POLICY, clock)
    window = MainWindow(Workspace(profile), Theme(QApplication.instance()), clock=clock)
    window.resize(1440, 900)
    try:
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
        yield Counting(profile, window, clock, qtbot)
    finally:
        window.close()
        window.deleteLater()
        profile.close()


def approve_twenty(person: Counting) -> None:
    pull(person.profile, *(incoming(n, output=TOPICS[n]) for n in range(1, 23)))
    person.window.begin()
    person.has_before_them("out-1")
    for _ in range(20):
        person.wait(lambda: person.sees() is not None)
        person.press(Key.Key_A)
    person.wait(lambda: len(entries(person.profile, Status.RESOLVED)) == 20)


def correct_a_field(person: Counting) -> None:
    output = (
        '{"supplier": "Nordlys AS", "number": "2031-118", "date": "12.03.2026", "total": 18450}'
    )
    record = {"workflow": "invoices", "step": "extract", "output_type": OutputType.JSON}
    pull(person.profile, incoming(1, output=output, **record), incoming(2))
    person.window.begin()
    person.has_before_them("out-1")
    person.press(Key.Key_E)
    person.type("2026-03-12")
    person.press(Key.Key_Return, Held.ControlModifier)
    person.waits_for_verdict("out-1", Verdict.CORRECT)
    item = next(e for e in entries(person.profile) if e.external_id == "out-1")
    opinion = person.profile.review.open(item.item_id).opinions[0]
    assert opinion.correction == output.replace("12.03.2026", "2026-03-12")


def mark_two_spans(person: Counting) -> None:
    pull(person.profile, incoming(1, output="It was paid on Friday and returns are unneeded"))
    person.window.begin()
    person.has_before_them("out-1")
    person.double_click("Friday")
    person.press(Key.Key_1)
    person.double_click("unneeded")
    person.press(Key.Key_2)
    person.press(Key.Key_R)
    person.waits_for_verdict("out-1", Verdict.REJECT)
    item = next(e for e in entries(person.profile) if e.external_id == "out-1")
    decision = person.profile.review.open(item.item_id).opinions[0].decision
    assert [(s.start, s.end, s.error_type) for s in decision.spans] == [
        (15, 21, "wrong fact"),
        (38, 46, "missing step"),
    ]


def overturn_last_weeks_refund(person: Counting) -> None:
    profile, clock = person.profile, person.clock
    clock.at = NOON - timedelta(days=5)
    refund = {"workflow": "refunds", "step": "decide"}
    pull(
        profile,
        incoming(1, output="Refund 640.00 EUR", meta='{"amount": 640.0}', **refund),
        incoming(2, output="Refund 12.50 EUR", meta='{"amount": 12.5}', **refund),
    )
    for entry in entries(profile):
        profile.review.approve(profile.review.open(entry.item_id).seen, Remarks())
    clock.at = NOON
    pull(profile, *(incoming(n, output=TOPICS[n]) for n in range(3, 6)), name="later")
    person.window.begin()
    person.has_before_them("out-3")
    person.press(Key.Key_Slash)
    person.type("workflow:refunds amount:>500 verdict:approve decided:last-week")
    person.press(Key.Key_Return)
    person.wait(lambda: person.sees() == "out-1")
    person.press(Key.Key_V)
    person.press(Key.Key_R)
    person.waits_for_verdict("out-1", Verdict.REJECT)


def reject_with_remarks(person: Counting) -> None:
    pull(person.profile, incoming(1), incoming(2, output=TOPICS[2]))
    person.window.begin()
    person.has_before_them("out-1")
    person.press(Key.Key_2)
    person.press(Key.Key_2, Held.ShiftModifier)
    person.press(Key.Key_C)
    person.type("the number of days is left out")
    person.press(Key.Key_Escape)
    person.press(Key.Key_R)
    person.waits_for_verdict("out-1", Verdict.REJECT)
    item = next(e for e in entries(person.profile) if e.external_id == "out-1")
    opinion = person.profile.review.open(item.item_id).opinions[0]
    assert opinion.decision.error_types == ["missing step"]
    assert opinion.decision.severity == "major"
    assert opinion.comment == "the number of days is left out"


def hand_on(person: Counting) -> None:
    colleague(person.profile, "Ben")
    pull(person.profile, incoming(1), incoming(2, output=TOPICS[2]))
    person.window.begin()
    person.has_before_them("out-1")
    person.press(Key.Key_X)
    person.type("Ben")
    person.press(Key.Key_Return)
    person.type("you know the contract")
    person.press(Key.Key_Return)
    person.wait(lambda: [e.external_id for e in entries(person.profile, Status.ESCALATED)])
    item = entries(person.profile, Status.ESCALATED)[0]
    escalation = person.profile.review.open(item.item_id).escalations[0]
    assert (escalation.to, escalation.reason) == ("Ben", "you know the contract")


def take_three_back(person: Counting) -> None:
    pull(person.profile, *(incoming(n, output=TOPICS[n]) for n in range(1, 6)))
    person.window.begin()
    person.has_before_them("out-1")
    for _ in range(3):
        person.wait(lambda: person.sees() is not None)
        person.press(Key.Key_A)
    person.wait(lambda: len(entries(person.profile, Status.RESOLVED)) == 3)
    person.count = 0
    for left in (2, 1, 0):
        person.wait(lambda: person.window.desk.decisions.can_undo)
        person.press(Key.Key_Z, Held.ControlModifier)
        person.wait(lambda left=left: len(entries(person.profile, Status.RESOLVED)) == left)


def approve_look_alikes(person: Counting) -> None:
    alike = [f"Your parcel {n} was handed over on {n} March." for n in range(1, 12)]
    records = [incoming(n, output=text) for n, text in enumerate(alike, 1)]
    pull(person.profile, *records, incoming(20, output=TOPICS[20]))
    person.window.begin()
    person.has_before_them("out-1")
    person.press(Key.Key_W)
    person.wait(person.window.queue.is_several)
    person.press(Key.Key_A)
    person.wait(lambda: len(entries(person.profile, Status.RESOLVED)) == 11)
    assert person.verdict("out-20") is None


def put_one_off(person: Counting) -> None:
    pull(person.profile, *(incoming(n, output=TOPICS[n]) for n in range(1, 4)))
    person.window.begin()
    person.has_before_them("out-1")
    person.press(Key.Key_S)
    person.wait(lambda: person.sees() not in {None, "out-1"})
    person.press(Key.Key_A)
    person.wait(lambda: len(entries(person.profile, Status.RESOLVED)) == 1)
    assert person.verdict("out-1") is None


def answer_two_questions(person: Counting) -> None:
    pull(person.profile, incoming(1, step="letter"), incoming(2, output=TOPICS[2]))
    person.window.begin()
    person.has_before_them("out-1")
    person.press(Key.Key_Tab)
    person.press(Key.Key_2)
    person.press(Key.Key_1)
    person.press(Key.Key_A)
    person.waits_for_verdict("out-1", Verdict.APPROVE)
    item = next(e for e in entries(person.profile) if e.external_id == "out-1")
    decision = person.profile.review.open(item.item_id).opinions[0].decision
    assert decision.rubric == {"send": False, "cost": "nothing"}


def look_before_approving(person: Counting) -> None:
    pull(person.profile, *(incoming(n, output=f"{TOPICS[1]} {n}") for n in range(1, 4)))
    first = next(e for e in entries(person.profile) if e.external_id == "out-3")
    person.profile.review.approve(person.profile.review.open(first.item_id).seen, Remarks())
    person.window.begin()
    person.has_before_them("out-1")
    person.press(Key.Key_G)
    person.wait(person.window.page.view.documents.isVisible)
    person.press(Key.Key_I)
    person.wait(person.window.page.similar.isVisible)
    person.press(Key.Key_A)
    person.waits_for_verdict("out-1", Verdict.APPROVE)


def look_into_a_failed_call(person: Counting) -> None:
    pull(person.profile, incoming(1, trace=json.dumps(TRACE)), incoming(2, output=TOPICS[2]))
    person.window.begin()
    person.has_before_them("out-1")
    rows = person.window.page.view.did.list.model()
    before = rows.rowCount()
    person.press(Key.Key_O)
    person.wait(lambda: rows.rowCount() > before)
    person.press(Key.Key_1)
    person.press(Key.Key_R)
    person.waits_for_verdict("out-1", Verdict.REJECT)


TASKS = (
    approve_twenty,
    correct_a_field,
    mark_two_spans,
    overturn_last_weeks_refund,
    reject_with_remarks,
    hand_on,
    take_three_back,
    approve_look_alikes,
    put_one_off,
    answer_two_questions,
    look_before_approving,
    look_into_a_failed_call,
)


@pytest.mark.parametrize("number", range(1, 13))
def test_a_task_takes_as_many_keys_as_the_help_says(person, number):
    TASKS[number - 1](person)
    assert person.count == listed()[number][0]


def test_no_task_takes_more_than_elsewhere_but_for_the_one_that_says_so():
    longer = [
        number
        for number, (ours, *others) in listed().items()
        if any(other is not None and other < ours for other in others)
    ]
    assert longer == [10]


def listed() -> dict[int, tuple[int | None, ...]]:
    """The counts of the help page: Reviewer, Label Studio, Argilla, by the task's number."""
    text = resource("help/keystrokes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+)\. [^|]+\|([^|]+)\|([^|]+)\|([^|]+)\|$", text, re.MULTILINE)
    return {
        int(number): tuple(int(f) if f.strip().isdigit() else None for f in figures)
        for number, *figures in rows
    }
