"""What goes beside the verdict: what was wrong, the step's questions, and a comment."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.rubric import Answer, Question
from reviewer_app.domain.vocabulary import Severity, Verdict
from reviewer_app.services.demands import said_of
from reviewer_app.services.desk import Draft, Remarks, StepForm
from reviewer_app.ui.actions import action
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.review.remarks.choice_group import ChoiceGroup
from reviewer_app.ui.review.remarks.grades import Grades
from reviewer_app.ui.review.remarks.questions import HEIGHT, ROW, Questions
from reviewer_app.ui.review.remarks.wrong import Wrong
from reviewer_app.ui.theme.density import is_compact
from reviewer_app.ui.widgets.bounded import Bounded
from reviewer_app.ui.widgets.fields import TextField

CHIPS_HEIGHT = 110
"""Pixels that the error types take where there is room for them; more of them scroll."""

LEAST_CHIPS = 40
"""Pixels that they keep however small the window is."""

SMALL, OTHERS = 600, 420
"""Heights of a desk: below the first there is room for little; the second goes to other things."""

_BEFORE: Mapping[Verdict | None, str] = {
    None: mark("Answer this first."),
    Verdict.APPROVE: mark("Answer this before approving."),
    Verdict.CORRECT: mark("Answer this before saving the correction."),
    Verdict.REJECT: mark("Answer this before rejecting."),
    Verdict.ESCALATE: mark("Answer this first."),
}
_CHOOSE: Mapping[Verdict | None, str] = {
    None: mark("Choose what was wrong first."),
    Verdict.APPROVE: mark("Choose what was wrong first."),
    Verdict.CORRECT: mark("Choose what was wrong before saving the correction."),
    Verdict.REJECT: mark("Choose what was wrong before rejecting."),
    Verdict.ESCALATE: mark("Choose what was wrong first."),
}


class RemarksForm(QWidget):
    """Four stops of the keyboard and more: error types, each question, severity, the comment."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wrong, self.questions, self.grades = Wrong(), Questions(), Grades()
        self._chips = Bounded(self.wrong, CHIPS_HEIGHT)
        self.comment = TextField(tr("Comment"))
        self._verdict: Verdict | None = None
        self._before: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        last = QHBoxLayout()
        last.setSpacing(12)
        last.addWidget(self.grades)
        last.addWidget(self.comment, 1)
        for widget in (self._chips, self.questions):
            self._column.addWidget(widget)
        self._column.addLayout(last)
        self.comment.textEdited.connect(self.edited)
        self.wrong.changed.connect(self._said)
        self.grades.changed.connect(self._said)
        self.questions.edited.connect(self._said)
        self.questions.answered.connect(self._go_on)
        self.wrong.focused.connect(lambda: self._chips.bring_into_sight(self.wrong))
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        hint = tr("Comment for the label, optional")
        self.comment.setPlaceholderText(f"{hint}   {action('review.comment').keycap}".rstrip())
        self.wrong.refresh_keys()
        self.grades.refresh_keys()

    def show_form(self, form: StepForm, draft: Draft | None) -> None:
        """Shows what a step asks, with what was said before."""
        self._verdict = None
        self.wrong.offer(form.error_types)
        self._chips.setVisible(bool(form.error_types))
        self.questions.offer(form.questions, has_guidelines=bool(form.guidelines))
        self._order()
        self.restore(draft or Draft())

    def restore(self, draft: Draft) -> None:
        """Puts back what was chosen, answered and typed."""
        self.wrong.choose(draft.error_types)
        self.wrong.hold(span.error_type for span in draft.spans)
        self.grades.grade(draft.severity)
        self.wrong.say_missing("")
        self.questions.show_answers(draft.rubric)
        if self.comment.text() != draft.comment:
            self.comment.setText(draft.comment)
        self._ask()

    def mark(self, digit: int) -> None:
        """Presses a digit: the focused group's, else an error type's."""
        focused = QApplication.focusWidget()
        is_ours = focused in self.stops()
        group = focused if isinstance(focused, ChoiceGroup) and is_ours else self.wrong
        group.press(str(digit))

    def grade(self, digit: int) -> None:
        """Toggles a severity by its digit."""
        self.grades.press(str(digit))

    def add_error(self, error_type: str) -> None:
        """Chooses an error type that a span was marked with."""
        self.wrong.choose([*self.wrong.error_types(), error_type])
        self._said()

    def hold(self, error_types: Iterable[str]) -> None:
        """Keeps error types chosen as long as spans are marked with them."""
        self.wrong.hold(error_types)

    def error_types(self) -> tuple[str, ...]:
        """What was chosen, in the step's order."""
        return self.wrong.error_types()

    def severity(self) -> Severity | None:
        """How bad it is, where that was said."""
        return self.grades.severity()

    def rubric(self) -> dict[str, Answer]:
        """Every answer by its question's key; those that do not count are left out when decided."""
        return self.questions.answers()

    def expect(self, verdict: Verdict | None) -> None:
        """Asks what goes with a verdict that is under way; None asks what goes with any."""
        if verdict is not self._verdict:
            self._verdict = verdict
            self._ask()

    def point_to(self, question: Question | None, verdict: Verdict | None = None) -> None:
        """Goes to what is missing: an answer, or an error type where `question` is None."""
        self.expect(verdict)
        if question is not None:
            self.questions.point_to(question, tr(_BEFORE[verdict]))
        else:
            self.wrong.say_missing(tr(_CHOOSE[verdict]))
            self._chips.bring_into_sight(self.wrong)
            self.wrong.setFocus()

    def go(self, step: int) -> None:
        """Gives the keyboard to the next group (`step` 1) or the one before (-1), round the end."""
        stops = self.stops()
        focused = QApplication.focusWidget()
        at = stops.index(focused) + step if focused in stops else min(0, step)
        stops[at % len(stops)].setFocus()

    def _go_on(self) -> None:
        """Goes to the next question that has no answer yet; where there is none it stays."""
        focused = QApplication.focusWidget()
        shown = self.questions.shown()
        at = next((n for n, row in enumerate(shown) if row.control is focused), len(shown))
        after = (row.control for row in shown[at + 1 :] if row.answer() is None)
        following = next(after, None)
        if following is not None:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in order."""
        return self._in_order(row.control for row in self.questions.shown())

    def order_after(self, widget: QWidget) -> None:
        """Lets Tab come here from this widget, to which the keyboard goes back in between."""
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
            widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._before = widget
        self._order()

    def has_keyboard(self) -> bool:
        """Whether one of the groups or the comment has the keyboard."""
        return QApplication.focusWidget() in self.stops()

    def set_room(self, height: int) -> None:
        """Takes no more than its share of a desk of this height, and less air on a small one."""
        is_small = height < SMALL
        self._chips.set_limit(max(LEAST_CHIPS, min(CHIPS_HEIGHT, height // 8)))
        self._column.setSpacing(4 if is_small or is_compact() else 8)
        self.questions.set_room(max(ROW, min(HEIGHT, (height - OTHERS) // 3)), is_small=is_small)

    def set_open(self, *, is_open: bool) -> None:
        """Lets choices be made, or not."""
        self.setEnabled(is_open)
        self.setVisible(is_open)

    def _said(self) -> None:
        self._ask()
        self.edited.emit()

    def _ask(self) -> None:
        """Shows the questions that are asked now: answers to others are kept and do not count."""
        said = Remarks(
            error_types=self.error_types(), severity=self.severity(), rubric=self.rubric()
        )
        self.questions.show_asked(said_of(self._verdict, said))

    def _in_order(self, asked: Iterable[QWidget]) -> list[QWidget]:
        """Error types come first; a step without any begins with its questions."""
        first = [self.wrong] if self.wrong.errors else []
        return [*first, *asked, self.grades, self.comment]

    def _order(self) -> None:
        stops = self._in_order(row.control for row in self.questions.rows)
        if self._before is not None:
            stops.insert(0, self._before)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)
