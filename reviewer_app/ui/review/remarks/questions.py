"""The card with the questions of the step: those that are asked now, in order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain import rubric
from reviewer_app.domain.rubric import Answer, Question
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.remarks.question_row import EDGE, QuestionRow
from reviewer_app.ui.widgets.bounded import Bounded
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.keycap import ActionKeycap

HEIGHT, ROW = 190, 36
"""Pixels that the questions take where there is room for them, and where there is none: one row.

More of them scroll.
"""


class Questions(Card):
    """Asks what the policy asks of this step; hidden while it asks nothing.

    `edited` follows every answer, `guidelines_wanted` the link.
    """

    edited = Signal()
    answered = Signal()
    guidelines_wanted = Signal()
    _is_small = False
    _has_guidelines = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Questions for this step"), parent)
        self.rows: list[QuestionRow] = []
        self._questions: tuple[Question, ...] = ()
        self.guidelines = Link(tr("guidelines"))
        self.guidelines.clicked.connect(self.guidelines_wanted)
        self.keycap = ActionKeycap("review.guidelines")
        self.head.addWidget(self.guidelines)
        self.head.addWidget(self.keycap)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.area = Bounded(content, HEIGHT)
        self.body.addWidget(self.area)
        self.hide()

    def set_room(self, limit: int, *, is_small: bool) -> None:
        """Gives the questions this height at most; on a small desk without a title above them."""
        self._is_small = is_small
        for widget in (self.title, self.guidelines, self.keycap):
            has_guidelines = widget is self.title or self._has_guidelines
            widget.setVisible(has_guidelines and not is_small)
        self._leave_room()
        self.area.set_limit(limit)

    def offer(self, questions: Sequence[Question], *, has_guidelines: bool) -> None:
        """Takes the questions of another step."""
        self._has_guidelines = has_guidelines
        for widget in (self.guidelines, self.keycap):
            widget.setVisible(has_guidelines and not self._is_small)
        if tuple(questions) == self._questions:
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._questions = tuple(questions)
        self.rows = [self._row(question) for question in questions]
        for row in self.rows:
            self._column.addWidget(row)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Shows what was answered before; nothing is missing yet."""
        for row in self.rows:
            row.show_answer(answers.get(row.question.key))
            row.say_missing("")

    def answers(self) -> dict[str, Answer]:
        """All that was answered, also to questions that are not asked any more."""
        given = ((row.question.key, row.answer()) for row in self.rows)
        return {key: answer for key, answer in given if answer is not None}

    def show_asked(self, said: Mapping[str, object]) -> None:
        """Shows the questions that are asked, given what was said; says which need an answer."""
        asked = rubric.asked(self._questions, said)
        for row in self.rows:
            unsaid = {**said, row.question.key: None}
            needed = rubric.unanswered(self._questions, unsaid)
            row.say_required(is_required=row.question in needed)
            row.setVisible(row.question in asked)
        self.setVisible(bool(asked))
        self.area.fit()

    def shown(self) -> list[QuestionRow]:
        """The rows of the questions that are asked now."""
        return [row for row in self.rows if not row.isHidden()]

    def point_to(self, question: Question, words: str) -> None:
        """Goes to a question that needs its answer, and says why."""
        for row in self.rows:
            is_meant = row.question.key == question.key
            row.say_missing(words if is_meant else "")
            if is_meant:
                row.show()
                self.show()
                self.area.fit()
                self.area.bring_into_sight(row)
                row.control.setFocus()

    @override
    def _leave_room(self) -> None:
        """Lets the rows reach further out than the title, by what their own edge takes."""
        super()._leave_room()
        sides = self.body.contentsMargins()
        sides.setLeft(sides.left() - EDGE)
        sides.setRight(sides.right() - EDGE)
        if self._is_small:
            sides.setTop(4)
            sides.setBottom(4)
        self.body.setContentsMargins(sides)
        self.head.setContentsMargins(EDGE, 0, EDGE, 0)

    def _row(self, question: Question) -> QuestionRow:
        row = QuestionRow(question)
        row.changed.connect(self.edited)
        row.answered.connect(self.answered)
        row.focused.connect(lambda: self.area.bring_into_sight(row))
        return row
