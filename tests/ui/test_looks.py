"""How the desk shares its room: what was produced gets it, and nothing is cut."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from reviewer_app.services.desk import StepForm
from reviewer_app.ui.review.asked import Asked
from reviewer_app.ui.review.produced.foot import Foot
from reviewer_app.ui.review.reasons import Reasons
from reviewer_app.ui.widgets.safe_text import SafeText
from tests.factory import NOON, incoming, pull

PARAGRAPHS = "\n\n".join(f"Paragraph {n}: " + "words that go on " * 12 for n in range(1, 9))


@pytest.fixture
def view(person):
    return person.window.page.view


def left_of(widget: QWidget, above: QWidget) -> int:
    return widget.mapTo(above, QPoint(0, 0)).x()


def test_severity_stands_beside_the_comment_and_costs_no_line(view):
    grades, comment = view.remarks.grades, view.remarks.comment
    assert grades.isVisible()
    assert left_of(grades, view) < left_of(comment, view)
    assert abs(grades.geometry().center().y() - comment.geometry().center().y()) <= 2


def test_a_step_without_error_types_still_grades(view):
    remarks = view.remarks
    remarks.show_form(StepForm(), None)
    assert not remarks.wrong.isVisible()
    assert remarks.grades.isVisible()
    assert remarks.stops() == [remarks.grades, remarks.comment]


def test_the_record_stands_beside_the_title_where_all_of_it_fits(person, qtbot):
    reasons = Reasons()
    qtbot.addWidget(reasons)
    reasons.resize(900, 120)
    reasons.show()
    reasons.show_desk(person.window.page.desk, NOON)
    assert reasons.brief.text() == reasons.record.text() != ""
    assert reasons.brief.isVisible()
    assert not reasons.record.isVisible()
    reasons.resize(260, 120)
    assert reasons.record.isVisible()
    assert not reasons.brief.isVisible()


def test_a_part_of_a_text_ends_with_a_whole_line(qtbot):
    shown = SafeText("a text")
    qtbot.addWidget(shown)
    shown.resize(420, 200)
    shown.show()
    shown.show_text(PARAGRAPHS)
    reader = shown.reader
    document = reader.document()
    ends = {0}
    block = document.firstBlock()
    while block.isValid():
        top = document.documentLayout().blockBoundingRect(block).top()
        lines = (block.layout().lineAt(n) for n in range(block.layout().lineCount()))
        ends |= {round(top + line.y() + line.height()) for line in lines}
        block = block.next()
    for height in range(60, 600, 7):
        whole = reader.whole_lines(height)
        assert whole <= height
        assert min(abs(whole - end) for end in ends) <= 1
    assert reader.whole_lines(1) > 1
    assert reader.whole_lines(100_000) <= reader.wanted_height()


def test_the_count_of_changes_is_never_cut_for_the_hints(qtbot):
    foot = Foot()
    qtbot.addWidget(foot)
    foot.resize(400, 24)
    foot.show()
    foot.count(12, 0)
    foot.saved.say("saved as draft", "good")
    for width in range(300, 900, 20):
        foot.resize(width, 24)
        qtbot.waitUntil(lambda: not foot.saved.isHidden())
        shown = [hint for hint in foot.hints if not hint.isHidden()]
        foot.layout().activate()
        assert foot.words.width() >= foot.words.sizeHint().width()
        assert all(hint.width() >= hint.sizeHint().width() for hint in shown)
    assert len(shown) == len(foot.hints)


def test_an_input_of_nothing_takes_no_column(open_window, empty_profile):
    pull(empty_profile, incoming(1, input=None), incoming(2))
    person = open_window(empty_profile, (1920, 1080))
    person.wait(lambda: person.sees() is not None)
    panes = person.window.page.view.panes
    seen = {}
    for _ in range(2):
        person.wait(lambda: person.sees() not in seen)
        is_nothing = person.sees() == "out-1"
        wanted = Qt.Orientation.Vertical if is_nothing else Qt.Orientation.Horizontal
        person.wait(lambda wanted=wanted: panes.orientation() is wanted)
        seen[person.sees()] = panes.orientation()
        person.press(Qt.Key.Key_J)
    assert set(seen) == {"out-1", "out-2"}


def test_what_was_asked_is_as_low_as_a_short_text(qtbot):
    card = Asked()
    qtbot.addWidget(card)
    assert card.minimumSizeHint().height() < 100


def test_an_empty_output_says_so(open_window, empty_profile):
    pull(empty_profile, incoming(1, output=""))
    person = open_window(empty_profile)
    person.waits_for("out-1")
    reader = person.window.page.view.produced.text.reader
    assert reader.isVisible()
    assert reader.placeholderText() == "(an empty output)"
    assert reader.toPlainText() == ""


def test_on_a_low_desk_cards_have_less_air(open_window, profile):
    person = open_window(profile, (1440, 1000))
    person.waits_for("out-1")
    window, produced = person.window, person.window.page.view.produced

    def air():
        return produced.layout().contentsMargins().top()

    high = air()
    window.resize(1280, 800)
    person.wait(lambda: air() < high)
    window.resize(1440, 1000)
    person.wait(lambda: air() == high)
