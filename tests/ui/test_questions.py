"""The step's questions on the desk: answered by keyboard, shown as they apply, kept and sent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.rubric import Given, Question, QuestionKind
from reviewer_app.domain.vocabulary import Severity, Verdict
from reviewer_app.services.desk import Draft, StepForm
from reviewer_app.ui.review.remarks.form import RemarksForm
from reviewer_app.ui.review.remarks.question_row import keys_of
from tests.factory import entry, incoming, open_profile, pull

SHIFT = Qt.KeyboardModifier.ShiftModifier

POLICY = """
name = "asks"
[defaults]
mode = "human"

[workflow.support.step.reply]
error_types = ["wrong fact", "tone"]
guidelines = "Be kind."

[workflow.support.step.reply.rubric.send]
ask = "Would you send this as it is?"

[workflow.support.step.reply.rubric.cost]
ask = "How much would it cost us?"
kind = "choice"
choices = ["nothing", "a little", "a customer"]
shown_if = { send = false }

[workflow.support.step.reply.rubric.harm]
ask = "Who would be harmed?"
kind = "text"
shown_if = { verdict = "reject", error_types = "wrong fact" }
required_if = { verdict = "reject" }
"""


@pytest.fixture
def asking(tmp_path, clock, opened_profiles):
    """Two outputs of a step with questions wait."""
    made = open_profile(tmp_path / "asking", POLICY, clock)
    opened_profiles.callback(made.close)
    pull(made, incoming(1))
    clock.advance(minutes=1)
    pull(made, incoming(1), incoming(2))
    return made


@pytest.fixture
def at_desk(open_window, asking):
    person = open_window(asking)
    person.waits_for("out-1")
    return person


@pytest.fixture
def form(qtbot):
    """The form alone, on a step's questions."""

    def make(*questions, error_types=("wrong fact", "tone"), draft=None, width=700):
        made = RemarksForm()
        qtbot.addWidget(made)
        made.resize(width, 500)
        made.show()
        qtbot.waitExposed(made)
        made.show_form(StepForm(tuple(error_types), questions=questions), draft)
        made.activateWindow()
        QApplication.processEvents()
        return made

    return make


def remarks_of(person):
    return person.window.page.view.remarks


def shown(remarks):
    return [row.question.key for row in remarks.questions.shown()]


def row_of(remarks, key):
    return next(row for row in remarks.questions.rows if row.question.key == key)


def focused(remarks):
    """Which stop has the keyboard, by its place; None outside of them."""
    stops = remarks.stops()
    found = QApplication.focusWidget()
    return stops.index(found) if found in stops else None


def test_tab_goes_from_the_error_types_over_the_questions_to_the_comment(at_desk):
    remarks = remarks_of(at_desk)
    at_desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is remarks.wrong
    at_desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row_of(remarks, "send").control
    at_desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is remarks.grades
    at_desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is remarks.comment
    at_desk.press(Qt.Key.Key_Backtab, SHIFT)
    at_desk.press(Qt.Key.Key_Backtab, SHIFT)
    at_desk.press(Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is remarks.wrong


def test_digits_answer_the_focused_question_and_elsewhere_say_what_was_wrong(at_desk):
    remarks = remarks_of(at_desk)
    at_desk.press(Qt.Key.Key_2)
    at_desk.press(Qt.Key.Key_Tab)
    at_desk.press(Qt.Key.Key_Tab)
    at_desk.press(Qt.Key.Key_2)
    assert remarks.rubric() == {"send": False}
    assert remarks.error_types() == ("tone",)
    at_desk.press(Qt.Key.Key_Escape)
    at_desk.press(Qt.Key.Key_1)
    assert remarks.error_types() == ("wrong fact", "tone")
    assert remarks.rubric() == {"send": False}


def test_y_and_n_answer_a_yes_or_no_and_are_no_shortcuts_there(at_desk):
    remarks = remarks_of(at_desk)
    row_of(remarks, "send").control.setFocus()
    at_desk.press(Qt.Key.Key_N)
    assert remarks.rubric() == {"send": False}
    row_of(remarks, "send").control.setFocus()
    at_desk.press(Qt.Key.Key_Y)
    assert remarks.rubric() == {"send": True}
    at_desk.press(Qt.Key.Key_Y)
    assert remarks.rubric() == {}


def test_an_answer_by_key_goes_on_to_the_next_question_without_one(at_desk):
    remarks = remarks_of(at_desk)
    row_of(remarks, "send").control.setFocus()
    at_desk.press(Qt.Key.Key_N)
    assert QApplication.focusWidget() is row_of(remarks, "cost").control
    at_desk.press(Qt.Key.Key_1)
    assert QApplication.focusWidget() is row_of(remarks, "cost").control


def test_letters_that_are_no_answer_still_decide(at_desk, asking):
    row_of(remarks_of(at_desk), "send").control.setFocus()
    at_desk.press(Qt.Key.Key_A)
    at_desk.waits_until_saved()
    assert entry(asking).verdict is Verdict.APPROVE


def test_arrows_walk_the_choices_and_space_presses_one(at_desk):
    remarks = remarks_of(at_desk)
    row_of(remarks, "send").control.setFocus()
    at_desk.press(Qt.Key.Key_Right)
    at_desk.press(Qt.Key.Key_Right)
    at_desk.press(Qt.Key.Key_Space)
    assert remarks.rubric() == {"send": False}


def test_severity_is_a_group_of_its_own_with_arrows_and_digits(at_desk):
    remarks = remarks_of(at_desk)
    remarks.grades.setFocus()
    at_desk.press(Qt.Key.Key_1)
    assert remarks.severity() is Severity.MINOR
    assert remarks.error_types() == ()
    at_desk.press(Qt.Key.Key_Left)
    at_desk.press(Qt.Key.Key_Space)
    assert remarks.severity() is Severity.CRITICAL
    at_desk.press(Qt.Key.Key_Left)
    at_desk.press(Qt.Key.Key_Return)
    assert remarks.severity() is Severity.MAJOR


def test_a_question_comes_and_goes_with_the_answer_before_it(at_desk):
    remarks = remarks_of(at_desk)
    assert shown(remarks) == ["send"]
    row_of(remarks, "send").control.setFocus()
    at_desk.press(Qt.Key.Key_N)
    assert shown(remarks) == ["send", "cost"]
    at_desk.press(Qt.Key.Key_3)
    assert remarks.rubric() == {"send": False, "cost": "a customer"}
    row_of(remarks, "send").control.setFocus()
    at_desk.press(Qt.Key.Key_Y)
    assert shown(remarks) == ["send"]


def test_a_rejection_that_needs_an_answer_points_to_it_and_stands_once_it_is_given(at_desk, asking):
    remarks = remarks_of(at_desk)
    at_desk.press(Qt.Key.Key_1)
    assert "harm" not in shown(remarks)
    at_desk.press(Qt.Key.Key_R)
    row = row_of(remarks, "harm")
    assert entry(asking).verdict is None
    assert QApplication.focusWidget() is row.control
    assert row.note.text() == "Answer this before rejecting."
    assert row.is_missing

    at_desk.type("R is nobody's shortcut here 1")
    assert not row.is_missing
    at_desk.press(Qt.Key.Key_Escape)
    assert at_desk.window.page.hasFocus()
    at_desk.press(Qt.Key.Key_R)
    at_desk.waits_until_saved()
    decision = asking.review.open(entry(asking).item_id).opinions[-1].decision
    assert decision.rubric == {"harm": "R is nobody's shortcut here 1"}


def test_an_answer_that_is_hidden_again_is_not_sent(at_desk, asking):
    remarks = remarks_of(at_desk)
    row_of(remarks, "send").control.setFocus()
    at_desk.press(Qt.Key.Key_N)
    row_of(remarks, "cost").control.setFocus()
    at_desk.press(Qt.Key.Key_3)
    row_of(remarks, "send").control.setFocus()
    at_desk.press(Qt.Key.Key_Y)
    at_desk.press(Qt.Key.Key_A)
    at_desk.waits_until_saved()
    decision = asking.review.open(entry(asking).item_id).opinions[-1].decision
    assert decision.rubric == {"send": True}


def test_answers_outlive_leaving_the_item_and_the_program(open_window, asking):
    kept = Draft(rubric={"send": False, "cost": "a little"})
    asking.review.save_draft(entry(asking).item_id, kept)
    person = open_window(asking)
    person.waits_for("out-1")
    remarks = remarks_of(person)
    assert shown(remarks) == ["send", "cost"]
    person.press(Qt.Key.Key_J)
    person.waits_for("out-2")
    assert remarks.rubric() == {}
    person.press(Qt.Key.Key_K)
    person.waits_for("out-1")
    assert remarks.rubric() == kept.rubric


def test_the_link_opens_the_guidelines_of_the_step(at_desk):
    view = at_desk.window.page.view
    view.remarks.questions.guidelines.click()
    assert not view.documents.isHidden()


def test_a_missing_error_type_is_pointed_to(form):
    made = form()
    made.point_to(None, Verdict.REJECT)
    assert made.wrong.note.text() == "Choose what was wrong before rejecting."
    assert made.wrong.hasFocus()
    made.mark(1)
    assert made.wrong.note.isHidden()


def test_what_is_required_says_so_in_a_word(form):
    plain = Question("a", "Plain?")
    always = Question("b", "Always?", required=True)
    once = Question("c", "Once?", required_if=(Given("a", (False,)),))
    made = form(plain, always, once)
    required = {row.question.key: not row.required.isHidden() for row in made.questions.rows}
    assert required == {"a": False, "b": True, "c": False}
    row_of(made, "a").control.press("2")
    assert not row_of(made, "c").required.isHidden()


@pytest.mark.parametrize(
    ("low", "high", "key", "answer"),
    [(1, 5, "4", 4), (0, 4, "0", 0), (0, 4, "4", 4), (-2, 2, "1", -2), (1, 12, "9", 9)],
)
def test_a_digit_on_a_scale_is_the_answer_it_names_where_it_can_be(form, low, high, key, answer):
    made = form(Question("q", "How?", QuestionKind.SCALE, low=low, high=high))
    row_of(made, "q").control.setFocus()
    QTest.keyClicks(row_of(made, "q").control, key)
    assert made.rubric() == {"q": answer}


def test_every_answer_of_a_short_question_has_a_key():
    for question in (
        Question("q", "?"),
        Question("q", "?", QuestionKind.SCALE, low=-4, high=4),
        Question("q", "?", QuestionKind.CHOICE, choices=tuple("abcdefghi")),
    ):
        assert set(keys_of(question).values()) == set(range(len(question.answers)))


def test_many_error_types_and_questions_scroll_in_bounded_height(form, qtbot):
    questions = [
        Question(f"q{n}", f"Question {n}?", QuestionKind.CHOICE, choices=tuple("abcd"))
        for n in range(30)
    ]
    made = form(*questions, error_types=[f"error type {n}" for n in range(40)], width=560)
    for height in (900, 400):
        made.set_room(height)
        qtbot.waitUntil(
            lambda: made.questions.area.height() <= max(36, (height - 420) // 3)  # noqa: B023 - asked at once
        )
        assert made.sizeHint().height() < 460
    last = row_of(made, "q29")
    last.control.setFocus()
    area = made.questions.area
    top = last.mapTo(area.viewport(), last.rect().topLeft()).y()
    assert 0 <= top <= area.viewport().height() - last.height() + 8


def test_long_answers_stand_below_their_question_where_there_is_no_room(form):
    choices = ("quite a long answer", "another rather long answer", "yet another one")
    wide = form(Question("q", "How?", QuestionKind.CHOICE, choices=choices), width=900)
    narrow = form(Question("q", "How?", QuestionKind.CHOICE, choices=choices), width=420)
    assert row_of(narrow, "q").height() > row_of(wide, "q").height()
    for made in (wide, narrow):
        row = row_of(made, "q")
        for chip in row.control.chips:
            assert chip.mapTo(row, chip.rect().bottomRight()).x() <= row.width()
