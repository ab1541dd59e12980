"""How a cell of the team looks: words, a bar by risk with its count, a pill for where one is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from reviewer_app.domain.vocabulary import Risk
from reviewer_app.ui.team.load_model import ROW, Column, LoadModel
from reviewer_app.ui.team.rows import Row
from reviewer_app.ui.team.words import MEANING_OF_PRESENCE, RISKS
from reviewer_app.ui.theme.density import room
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import CONTROL, PILL, box, focus_ring
from reviewer_app.ui.widgets.pill import PADDING, colors_of
from reviewer_app.ui.wording import Clock, figure

SIDE = 8
BAR, GAP = 12, 2
"""Height of the bar, and the gap between its parts."""

LEAST = 3
"""Pixels that a part of the bar has at least: one item among thousands is to be seen."""

COLOR_OF_RISK = {
    Risk.CRITICAL: "violet",
    Risk.HIGH: "bad",
    Risk.MEDIUM: "warn",
    Risk.LOW: "muted",
}

PATTERN_OF_RISK = {
    Risk.CRITICAL: Qt.BrushStyle.SolidPattern,
    Risk.HIGH: Qt.BrushStyle.Dense3Pattern,
    Risk.MEDIUM: Qt.BrushStyle.BDiagPattern,
    Risk.LOW: Qt.BrushStyle.NoBrush,
}
"""What tells the risks apart where colours cannot."""

_Index = QModelIndex | QPersistentModelIndex


class LoadDelegate(QStyledItemDelegate):
    """Paints the cells of one row as parts of one whole."""

    def __init__(self, model: LoadModel, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._clock = model, clock

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line and the room around it."""
        del option, index
        return QSize(40, QFontMetrics(font(Role.BODY)).height() + room(14, 8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one cell."""
        row = index.data(ROW)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        mirror = Mirror(area, option.direction)
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, area, state, Column(index.column()))
        inner = area.adjusted(SIDE, 0, -SIDE, 0)
        match Column(index.column()):
            case Column.OPEN:
                self._paint_bar(painter, inner, row, mirror)
            case Column.WHERE:
                _paint_pill(painter, inner, str(index.data()), row, mirror)
            case column:
                self._paint_words(painter, inner, str(index.data()), (row, column))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRect, state: QStyle.StateFlag, column: Column
    ) -> None:
        """The ground of a chosen row; its ring goes round the row, cell by cell."""
        theme = tokens()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("window"))
        view = self.parent()
        has_keyboard = isinstance(view, QWidget) and view.hasFocus()
        is_ringed = has_keyboard or not theme.has_grounds
        if not (is_ringed and state & QStyle.StateFlag.State_Selected):
            return
        painter.setClipRect(area)
        wide = area.adjusted(0 if column is Column.PERSON else -20, 0, 20, 0)
        if column is Column.WHERE:
            wide.setRight(area.right())
        focus_ring(painter, QRectF(wide), CONTROL, theme.color("accent"))
        painter.setClipping(False)

    def _paint_words(
        self, painter: QPainter, area: QRect, words: str, cell: tuple[Row, Column]
    ) -> None:
        row, column = cell
        theme = tokens()
        is_quiet = row.person_id is None and column is Column.PERSON
        color = "muted" if is_quiet or words == "–" else "text"
        due = row.waiting.next_due
        if column is Column.NEXT_DUE and due is not None and due < self._clock():
            color = "bad"
        painter.setFont(font(Role.BODY))
        painter.setPen(theme.color(color))
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, max(0, area.width())
        )
        painter.drawText(area, Mirror(area, painter.layoutDirection()).start, shown)

    def _paint_bar(self, painter: QPainter, area: QRect, row: Row, mirror: Mirror) -> None:
        """The bar, as long as the share of the greatest row, and the count at the end."""
        theme, waiting = tokens(), row.waiting
        painter.setFont(font(Role.BODY))
        metrics = painter.fontMetrics()
        room_for_count = metrics.horizontalAdvance(figure(max(self._model.most, 999))) + SIDE
        painter.setPen(theme.color("text" if waiting.total else "muted"))
        end = mirror.place(area).toRect()
        painter.drawText(end, Mirror(end, painter.layoutDirection()).end, figure(waiting.total))
        widest = max(0, area.width() - room_for_count)
        left = float(area.left())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for risk in RISKS:
            count = waiting.by_risk.get(risk, 0)
            if not count:
                continue
            width = max(float(LEAST), count / max(1, self._model.most) * (widest - 3 * GAP))
            top = area.y() + (area.height() - BAR) / 2
            part = mirror.place(QRectF(left, top, width, BAR))
            painter.setPen(Qt.PenStyle.NoPen if theme.has_grounds else theme.color("line"))
            style = Qt.BrushStyle.SolidPattern if theme.has_grounds else PATTERN_OF_RISK[risk]
            painter.setBrush(QBrush(theme.color(COLOR_OF_RISK[risk]), style))
            painter.drawRoundedRect(part, min(3.0, width / 2), min(3.0, width / 2))
            left += width + GAP


def _paint_pill(painter: QPainter, area: QRect, words: str, row: Row, mirror: Mirror) -> None:
    """Where somebody is, on the ground of its meaning."""
    if not words:
        return
    made = font(Role.PILL)
    metrics = QFontMetrics(made)
    room_for_words = max(0, area.width() - 2 * PADDING)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room_for_words)
    width, height = metrics.horizontalAdvance(shown) + 2 * PADDING, metrics.height() + 4
    top = area.y() + (area.height() - height) / 2
    place = mirror.place(QRectF(area.left(), top, width, height))
    meaning = "warn" if row.where.unsent else MEANING_OF_PRESENCE[row.where.presence]
    ink, ground = colors_of(meaning)
    box(painter, place, PILL, ground, ground if tokens().has_grounds else ink)
    painter.setFont(made)
    painter.setPen(ink)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shown)
