"""One question of the step: its words, what can be answered, and what was."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from reviewer_app.domain.rubric import Answer, Question, QuestionKind
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.review.remarks.choice_group import ROOM, ChoiceGroup
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.paint import CONTROL, box

WORDS_SHARE = 0.32
"""The least share of a row that the question's words keep beside their answers."""

EDGE = 8
"""Pixels between the row's edge, painted where an answer is missing, and what is in it."""

LEAST_FIELD = 180
"""Pixels of a field for words."""

_YES, _NO = mark("Y", "key for yes"), mark("N", "key for no")


class AnswerPart(Protocol):
    """What a row asks with."""

    def answer(self) -> Answer | None:
        """What was answered; None where nothing was."""

    def show_answer(self, answer: object) -> None:
        """Shows an answer that was given before, or none."""


class QuestionRow(QWidget):
    """The words at the left and the answers at the right, or below where there is no room."""

    changed = Signal()
    focused = Signal()
    answered = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.is_missing = False
        self.words = _Asking(question.ask)
        self.required = label(tr("required"), "caption")
        self.note = label("", "bad")
        self.part: Choices | Words = (
            Words(question) if question.kind is QuestionKind.TEXT else Choices(question)
        )
        self.part.changed.connect(self._answered)
        self.part.focused.connect(self.focused)
        if isinstance(self.part, ChoiceGroup):
            self.part.answered.connect(self.answered)
        self._lay_out()
        self.say_required(is_required=question.required)
        self.say_missing("")

    @property
    def control(self) -> QWidget:
        """What takes the keyboard."""
        return self.part

    def answer(self) -> Answer | None:
        """What was answered; None where nothing was."""
        return self.part.answer()

    def show_answer(self, answer: object) -> None:
        """Shows an answer that was given before, or none."""
        self.part.show_answer(answer)

    def say_required(self, *, is_required: bool) -> None:
        """Says whether a verdict needs the answer."""
        self.required.setVisible(is_required)

    def say_missing(self, words: str) -> None:
        """Sets the question off and says why; empty words take that away."""
        self.is_missing = bool(words)
        self.note.setText(words)
        self.note.setVisible(self.is_missing)
        self.update()

    def wanted_width(self) -> int:
        """The width at which words and answers stand in one line."""
        told = self.words.fontMetrics().horizontalAdvance(self.question.ask)
        share = min(told, int(self.width() * WORDS_SHARE))
        aside = sum(w.sizeHint().width() + 8 for w in (self.required, self.note) if w.isVisible())
        return share + aside + self._right.sizeHint().width() + 40

    def _answered(self) -> None:
        if self.answer() is not None:
            self.say_missing("")
        self.changed.emit()

    def _lay_out(self) -> None:
        left = QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.words)
        left.addWidget(self.required)
        left.addWidget(self.note)
        left.addStretch(1)
        self._right = QHBoxLayout()
        self._right.setSpacing(4)
        ends = self.question.ends or ("", "")
        self._right.addWidget(_end(ends[0]))
        self._right.addWidget(self.part, 1)
        self._right.addWidget(_end(ends[1]))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(EDGE, 0, EDGE - ROOM, 0)
        self._line.setSpacing(8)
        self._line.addLayout(left, 1)
        self._line.addLayout(self._right, int(isinstance(self.part, Words)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the answers below the words where they do not fit beside them."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if self.width() >= self.wanted_width() else ways.TopToBottom
        if self._line.direction() is not way:
            self._line.setDirection(way)
            self._line.setSpacing(8 if way is ways.LeftToRight else 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints an edge around a question that keeps a verdict from standing."""
        super().paintEvent(event)
        if self.is_missing:
            painter = QPainter(self)
            box(painter, QRectF(self.rect()), CONTROL, None, tokens().color("bad"))
            painter.end()


class Choices(ChoiceGroup):
    """Yes or no, a scale, or one of a few choices, each a chip with its key."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.ask, is_single=True)
        self._answers = question.answers
        keys = keys_of(question)
        chips = [Chip(_told(a), _keycap(question, n)) for n, a in enumerate(question.answers)]
        for chip in chips:
            self.flow.addWidget(chip)
        self.set_chips(chips, {key: chips[place] for key, place in keys.items()})

    def answer(self) -> Answer | None:
        """What was chosen."""
        chosen = self.chosen()
        return self._answers[chosen[0]] if chosen else None

    def show_answer(self, answer: object) -> None:
        """Shows a choice that was made before, or none."""
        for chip, one in zip(self.chips, self._answers, strict=True):
            chip.setChecked(isinstance(answer, bool) == isinstance(one, bool) and answer == one)


class Words(TextField):
    """An answer in words."""

    changed = Signal()
    focused = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__(question.ask, tr("In your words"))
        self.setMinimumWidth(LEAST_FIELD)
        self.textEdited.connect(self.changed)

    def answer(self) -> Answer | None:
        """What was typed, where that is anything."""
        return self.text().strip() or None

    def show_answer(self, answer: object) -> None:
        """Shows what was typed before."""
        words = answer if isinstance(answer, str) else ""
        if self.text().strip() != words:
            self.setText(words)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows itself where it had scrolled away."""
        super().focusInEvent(event)
        self.focused.emit()


class _Asking(QLabel):
    """The words of a question: one line where there is room, and as many as it takes elsewhere."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "strong")
        self.setWordWrap(True)

    @override
    def sizeHint(self) -> QSize:
        """Room for all of it in one line: by itself a label would rather be square."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())


def keys_of(question: Question) -> Mapping[str, int]:
    """The keys that answer a question, each with the place of its answer.

    A digit counts the answers, except where the answers are single digits themselves.
    """
    answers = question.answers
    keys = {str(n): n - 1 for n in range(1, min(9, len(answers)) + 1)}
    if _are_digits(question):
        return {str(answer): place for place, answer in enumerate(answers)}
    if question.kind is QuestionKind.YES_NO:
        keys |= {tr(_YES, "key for yes"): 0, tr(_NO, "key for no"): 1}
    return keys


def _keycap(question: Question, place: int) -> str:
    if question.kind is QuestionKind.YES_NO:
        return (tr(_YES, "key for yes"), tr(_NO, "key for no"))[place]
    return str(place + 1) if place < 9 and not _are_digits(question) else ""


def _are_digits(question: Question) -> bool:
    return question.kind is QuestionKind.SCALE and question.low >= 0 and question.high <= 9


def _told(answer: Answer) -> str:
    if isinstance(answer, bool):
        return tr("yes") if answer else tr("no")
    return str(answer)


def _end(words: str) -> QWidget:
    made = label(words, "caption")
    made.setVisible(bool(words))
    made.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    return made
