"""The page of answers: what became of what a person handed on, and where they were overturned."""

from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.services.answers import Answer, Answers
from reviewer_app.services.gold import Accuracy
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.precedents.answer import AnswerCard
from reviewer_app.ui.review.precedents.answer_list import AnswerDelegate, AnswerModel
from reviewer_app.ui.review.precedents.row_list import RowList
from reviewer_app.ui.widgets.blank import Blank
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import TO, Clock, figure, share_words

_Found = tuple[list[Answer], Accuracy | None]


def _framed(inner: QWidget) -> QFrame:
    made = QFrame()
    made.setProperty("role", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(6, 6, 6, 6)
    column.addWidget(inner)
    return made


class AnswersPage(QWidget):
    """A list of answers and the chosen one beside it. What is looked at counts as read."""

    item_wanted = Signal(object)
    unread_changed = Signal()

    def __init__(
        self, answers: Answers, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._answers, self._jobs = answers, jobs
        self._current: UUID | None = None
        self._accuracy: Accuracy | None = None
        self.title, self.summary = label(tr("Answers"), "page"), label("", "muted")
        self.all_read = Link(tr("Mark all as read"))
        self.model = AnswerModel(clock, self)
        self.list = RowList(tr("Answers"), self.model, AnswerDelegate(clock, self))
        self.card, self.blank = AnswerCard(clock), Blank()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(self._open)
        self.card.open.clicked.connect(lambda: self._open(self.list.currentIndex()))
        self.all_read.clicked.connect(self._read_all)

    def look(self) -> None:
        """Asks for the answers and shows them."""
        answers = self._answers
        self._jobs.read(lambda: (answers.latest(), answers.accuracy()), self._arrive)

    def refresh(self) -> None:
        """Paints the same in the theme and size now in force."""
        self.card.refresh()
        self.list.doItemsLayout()

    def _arrive(self, outcome: Ok[_Found] | Err) -> None:
        if not isinstance(outcome, Ok):
            self._say(tr("The answers could not be read"), words_of(outcome.error))
            return
        found, accuracy = outcome.value
        if not found:
            words = tr(
                "When somebody decides what you escalated, or decides the same item as you, it "
                "stands here: whether they agreed, and what became of it."
            )
            self._say(tr("No answers yet"), words)
            return
        self.model.show_answers(found)
        self.stack.setCurrentWidget(self.split)
        self._accuracy = accuracy
        self._say_figures()
        self.list.selectionModel().setCurrentIndex(
            self.model.index(self.model.row_of(self._current)),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )
        self.list.setFocus()

    def _say_figures(self) -> None:
        unread, accuracy = self.model.unread(), self._accuracy
        words = [tr("%Ln new.", "answers", unread)] if unread else []
        if accuracy is not None:
            words.append(
                tr(
                    "You were right on {right} of {all} known items ({low}{to}{high}).",
                    right=figure(accuracy.right),
                    all=figure(accuracy.answered),
                    low=figure(round(accuracy.low * 100)),
                    to=TO,
                    high=share_words(accuracy.high),
                )
            )
        self.summary.setText("  ".join(words))
        self.all_read.setVisible(unread > 0)

    def _say(self, title: str, words: str) -> None:
        self.model.show_answers(())
        self.summary.setText("")
        self.all_read.hide()
        self.blank.say(title, words)
        self.stack.setCurrentWidget(self.blank)

    def _choose(self, index: QModelIndex) -> None:
        answer = self.model.answer(index)
        if answer is None:
            return
        self._current = answer.id
        self.card.show_answer(answer)
        if not answer.is_read:
            self.model.mark_read(index)
            self._say_figures()
            self._jobs.run(lambda: self._answers.mark_read([answer.id]), self._noted)

    def _read_all(self) -> None:
        self._jobs.run(self._answers.mark_all_read, self._all_noted)

    def _all_noted(self, outcome: Ok[None] | Err) -> None:
        self._noted(outcome)
        self.look()

    def _noted(self, outcome: Ok[None] | Err) -> None:
        if isinstance(outcome, Ok):
            self.unread_changed.emit()

    def _open(self, index: QModelIndex) -> None:
        answer = self.model.answer(index)
        if answer is not None:
            self.item_wanted.emit(answer.item.id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.summary, 1)
        head.addWidget(self.all_read)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(12)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(_framed(self.list))
        self.split.addWidget(self.card)
        self.split.setSizes([380, 620])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.blank)
        self.stack.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
