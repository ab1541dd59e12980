"""The rows of similar items: how alike, how each was decided, and the head of its output."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import isolated, revealed_line
from reviewer_app.domain.likeness import Likeness
from reviewer_app.services.similar import SimilarItem
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.review.precedents.rows import GAP, SIDE, TOP, elided, paint_ground, paint_pill
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.vocabulary_words import done_word
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.wording import MEANING_OF_VERDICT, Clock, time_words

_LIKENESS = {
    Likeness.NEARLY_THE_SAME: mark("nearly the same"),
    Likeness.ALIKE: mark("alike"),
    Likeness.DISTANT: mark("distantly alike"),
}
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class SimilarRole(IntEnum):
    """What the delegate asks a row for."""

    ITEM = Qt.ItemDataRole.UserRole.value + 1


def likeness_word(item: SimilarItem) -> str:
    """How alike an item is, in the language in force."""
    return tr(_LIKENESS[item.likeness])


class SimilarModel(QAbstractListModel):
    """The similar items, as they were found."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self._items: Sequence[SimilarItem] = ()

    def show_items(self, items: Sequence[SimilarItem]) -> None:
        """Lists these."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item(self, index: _Index) -> SimilarItem | None:
        """The item of a row."""
        return self._items[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's item, or its words for a screen reader."""
        item = self.item(index)
        if item is None:
            return None
        if role == SimilarRole.ITEM:
            return item
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self._words(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(revealed_line(f"{item.external_id}\n{item.excerpt}"))
        return None

    def _words(self, item: SimilarItem) -> str:
        when = time_words(item.decided_at, self.clock())
        parts = (likeness_word(item), done_word(item.verdict), when, item.excerpt)
        return revealed_line(", ".join(parts))


class SimilarDelegate(QStyledItemDelegate):
    """Paints a similar item in two lines."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines and the room around them."""
        del option, index
        first, second = QFontMetrics(font(Role.CAPTION)), QFontMetrics(font(Role.BODY))
        return QSize(120, first.height() + second.height() + GAP + 2 * TOP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one row."""
        item = index.data(SimilarRole.ITEM)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        paint_ground(painter, area, state)
        inner = area.adjusted(SIDE, TOP, -SIDE, -TOP)
        self._paint_head(painter, inner, item)
        made = font(Role.BODY)
        painter.setFont(made)
        painter.setPen(tokens().color("text"))
        height = QFontMetrics(made).height()
        line = QRect(inner.x(), inner.bottom() - height + 1, inner.width(), height)
        excerpt = revealed_line(item.excerpt) or tr("(an empty output)")
        painter.drawText(line, _LEFT, elided(excerpt, painter, line.width()))
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, item: SimilarItem) -> None:
        """The verdict, how alike it is and when it was decided."""
        line = QRect(area.x(), area.y(), area.width(), QFontMetrics(font(Role.CAPTION)).height())
        left = paint_pill(painter, line, done_word(item.verdict), MEANING_OF_VERDICT[item.verdict])
        painter.setFont(font(Role.CAPTION))
        painter.setPen(tokens().color("muted"))
        when = time_words(item.decided_at, self._clock())
        painter.drawText(
            line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), when
        )
        used = painter.fontMetrics().horizontalAdvance(when) + 2 * GAP
        words = line.adjusted(left + 2 * GAP, 0, -used, 0)
        told = f"{likeness_word(item)}  ·  {isolated(item.external_id)}"
        painter.drawText(words, _LEFT, elided(told, painter, words.width()))
