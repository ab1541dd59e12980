"""The rows of answers: what came of a decision, of which item, when, and whether it was read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import isolated, revealed_line
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.answers import Answer, Kind
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.review.precedents.rows import GAP, SIDE, TOP, elided, paint_ground
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.wording import CRUMB, Clock, time_words

DOT = 7
"""The mark of what was not read, in pixels."""

_ANSWERED = {
    Verdict.APPROVE: mark("{person} approved what you escalated"),
    Verdict.CORRECT: mark("{person} corrected what you escalated"),
    Verdict.REJECT: mark("{person} rejected what you escalated"),
}
_OVERTURNED = {
    Verdict.APPROVE: mark("{person} approved it after you decided otherwise"),
    Verdict.CORRECT: mark("{person} corrected it after you decided otherwise"),
    Verdict.REJECT: mark("{person} rejected it after you decided otherwise"),
}
_TOLD = {
    Kind.CONFIRMED: mark("{person} decided the same as you"),
    Kind.DISPUTED: mark("{person} decided otherwise than you; a lead settles it"),
    Kind.UPHELD: mark("{person} settled it as you decided"),
    Kind.MOVED: mark("It was {person}'s when you decided; your decision counts"),
    Kind.REVISED: mark("A new version had come when you decided; yours stays with the old one"),
    Kind.OPPOSED: mark("{person} decided otherwise after you settled it; your word holds"),
    Kind.WITHDRAWN: mark("{person} took their decision back after you settled it"),
}
_KNOWN = {
    True: mark("A known item: you were right"),
    False: mark("A known item: you were wrong"),
}
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class AnswerRole(IntEnum):
    """What the delegate asks a row for."""

    ANSWER = Qt.ItemDataRole.UserRole.value + 1


def headline(answer: Answer) -> str:
    """What an answer says, in one line."""
    if answer.kind is Kind.KNOWN:
        return tr(_KNOWN[answer.is_right])
    person = isolated(answer.answer.person or tr("somebody"))
    if answer.kind in _TOLD:
        return tr(_TOLD[answer.kind], person=person)
    told = _ANSWERED if answer.kind is Kind.ESCALATED else _OVERTURNED
    return tr(told[answer.answer.verdict or Verdict.APPROVE], person=person)


def moment(answer: Answer) -> datetime | None:
    """When it became news; with the person's own decision where the other time tells too much."""
    is_own = answer.kind is Kind.REVISED or answer.hides_when
    return answer.mine.at if is_own else answer.answer.at


class AnswerModel(QAbstractListModel):
    """The answers, the newest first."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._answers: list[Answer] = []

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Lists these."""
        self.beginResetModel()
        self._answers = list(answers)
        self.endResetModel()

    def answer(self, index: _Index) -> Answer | None:
        """The answer of a row."""
        return self._answers[index.row()] if index.isValid() else None

    def row_of(self, answer_id: UUID | None) -> int:
        """The row of an answer; the first where it is not listed."""
        rows = (row for row, answer in enumerate(self._answers) if answer.id == answer_id)
        return next(rows, 0)

    def unread(self) -> int:
        """How many of the listed ones were not read."""
        return sum(not answer.is_read for answer in self._answers)

    def mark_read(self, index: _Index) -> None:
        """Takes the mark of a row away."""
        answer = self.answer(index)
        if answer is not None:
            self._answers[index.row()] = replace(answer, is_read=True)
            self.dataChanged.emit(index, index, [AnswerRole.ANSWER])

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._answers)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's answer, or its words for a screen reader."""
        answer = self.answer(index)
        if answer is None:
            return None
        if role == AnswerRole.ANSWER:
            return answer
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            parts = [headline(answer), revealed_line(answer.item.external_id)]
            parts.append(time_words(moment(answer), self._clock()))
            return ", ".join(parts if answer.is_read else [tr("new"), *parts])
        return None


class AnswerDelegate(QStyledItemDelegate):
    """Paints an answer in two lines, what was not read in bold behind a dot."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines and the room around them."""
        del option, index
        first, second = QFontMetrics(font(Role.STRONG)), QFontMetrics(font(Role.CAPTION))
        return QSize(160, first.height() + second.height() + GAP + 2 * TOP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one row."""
        answer = index.data(AnswerRole.ANSWER)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        paint_ground(painter, area, state)
        inner = area.adjusted(SIDE + DOT + SIDE, TOP, -SIDE, -TOP)
        if not answer.is_read:
            _paint_dot(painter, area)
        self._paint_words(painter, inner, answer)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, answer: Answer) -> None:
        made = font(Role.BODY if answer.is_read else Role.STRONG)
        height = QFontMetrics(made).height()
        first = QRect(area.x(), area.y(), area.width(), height)
        painter.setFont(made)
        painter.setPen(tokens().color("text"))
        painter.drawText(first, _LEFT, elided(headline(answer), painter, first.width()))
        painter.setFont(font(Role.CAPTION))
        painter.setPen(tokens().color("muted"))
        height = painter.fontMetrics().height()
        second = QRect(area.x(), area.bottom() - height + 1, area.width(), height)
        when = time_words(moment(answer), self._clock())
        painter.drawText(second, _RIGHT, when)
        room = second.width() - painter.fontMetrics().horizontalAdvance(when) - 2 * GAP
        item = answer.item
        place = f"{isolated(item.workflow)} {CRUMB} {isolated(item.step)}"
        words = f"{isolated(item.external_id)}  ·  {place}"
        painter.drawText(second, _LEFT, elided(words, painter, room))


def _paint_dot(painter: QPainter, area: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().color("accent"))
    top = area.y() + TOP + (QFontMetrics(font(Role.STRONG)).height() - DOT) / 2
    painter.drawEllipse(QRectF(area.x() + SIDE, top, DOT, DOT))
