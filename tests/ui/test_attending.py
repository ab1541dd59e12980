"""The status line on attention: a quiet note for haste, and a word while nobody is there."""

from PySide6.QtCore import Qt

from reviewer_app.evaluation.attention import IN_A_ROW, LEAST_WORDS
from reviewer_app.ui.review.attention import IDLE_AFTER_SECONDS, Attention
from reviewer_app.ui.status_line import StatusLine
from tests.factory import incoming, pull


class Ticks:
    """A clock in seconds that a test moves."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_haste_is_noted_once_and_without_asking_anything(qtbot):
    status = StatusLine(is_sample=False, monotonic=Ticks())
    qtbot.addWidget(status)
    for n in range(IN_A_ROW):
        assert status.note.isHidden(), n
        status.add_decision(1.0, 300)
    assert status.note.text() == "Your last 8 decisions went faster than a text is read."
    status.show_note("")
    for _ in range(IN_A_ROW):
        status.add_decision(1.0, 300)
    assert status.note.isHidden()


def test_deciding_as_fast_as_one_reads_is_nobodys_business(qtbot):
    status = StatusLine(is_sample=False, monotonic=Ticks())
    qtbot.addWidget(status)
    for _ in range(30):
        status.add_decision(60.0, 300)
        status.add_decision(0.5, LEAST_WORDS - 1)
    assert status.note.isHidden()
    assert status.figures.text().startswith("active 30 min")


def test_a_clock_that_stands_still_says_so(qtbot):
    ticks = Ticks()
    attention, status = Attention(ticks), StatusLine(is_sample=False, monotonic=ticks)
    qtbot.addWidget(status)
    status.watch(attention)
    status._show_figures()
    assert status.figures.text() == ""
    attention.begin()
    status._show_figures()
    assert status.figures.text() == ""
    ticks.at += IDLE_AFTER_SECONDS
    status._show_figures()
    assert status.figures.text() == "paused"
    attention.stir()
    status.add_decision(attention.seconds())
    assert status.figures.text().startswith("active 1 min")
    attention.pause()
    status._show_figures()
    assert status.figures.text().startswith("paused  ·  active 1 min")


def test_the_words_of_what_was_decided_reach_the_status_line(open_window, empty_profile):
    text = "word " * 400
    count = IN_A_ROW + 1
    pull(empty_profile, *(incoming(n, output=f"{text} {n}") for n in range(count)))
    person = open_window(empty_profile)
    seen = set()
    for _ in range(IN_A_ROW):
        person.wait(lambda: person.sees() not in {None, *seen})
        seen.add(person.sees())
        person.press(Qt.Key.Key_A)
    person.wait(lambda: not person.window.shell.status.note.isHidden())
