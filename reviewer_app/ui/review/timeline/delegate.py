"""How a row of a timeline looks: name, arguments, and a bar on the axis that all rows share."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.traces.trace import Step, StepKind, Trace
from reviewer_app.ui.review.timeline.model import Row, RowRole, StepModel, shown_line
from reviewer_app.ui.review.timeline.words import outcome_words
from reviewer_app.ui.theme.fonts import Role, fixed, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import CONTROL, focus_ring

PADDING, INDENT, MARK = 8, 16, 18
"""Room at the ends of a row, for each level, and for the mark that opens it."""

LEFT_TO_RIGHT, END = "\u2066", "\u2069"
"""What keeps JSON in its own direction inside a window that runs the other way."""

LEVELS = 8
"""Levels that are indented; deeper ones stand at the last."""

BAR, LEAST_BAR = 10, 3
AXIS_FROM = 480
"""Width below which there is no room for bars."""

AXIS_SHARE, NAME_SHARE = 0.46, 0.34
MEASURED = 400
"""Names that the width of their column follows."""

COLORS = {
    StepKind.MODEL: "muted",
    StepKind.TOOL: "accent",
    StepKind.AGENT: "violet",
    StepKind.OTHER: "info",
}


class StepDelegate(QStyledItemDelegate):
    """Paints steps and the lines below them."""

    def __init__(self, model: StepModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._name_width = 0
        self._span = 0.0
        self._mirror = Mirror(QRect(), Qt.LayoutDirection.LeftToRight)

    def measure(self) -> None:
        """Learns the widths and the axis that the rows share, from the steps now shown."""
        steps = self._model.trace.steps
        metrics = QFontMetrics(_name_font())
        widths = (
            metrics.horizontalAdvance(revealed_line(step.name[:60])) + _indent(step)
            for step in steps[:MEASURED]
        )
        self._name_width = max(widths, default=0)
        self._span = span_of(self._model.trace)

    def is_on_mark(self, row: Row, x: int) -> bool:
        """Whether a place in a row is the mark that opens it."""
        return row.is_step and x < PADDING + _indent(row.step) + MARK

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line and the room around it, the same for every row."""
        del option, index
        return QSize(200, row_height())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one row."""
        row = index.data(RowRole.ROW)
        if not isinstance(row, Row):
            return
        area: QRect = option.rect
        self._mirror = Mirror(area, option.direction)
        painter.save()
        self._paint_ground(painter, area, option.state)
        if row.is_step:
            self._paint_step(painter, area, row)
        else:
            self._paint_line(painter, area, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        theme = tokens()
        ground = QRectF(area).adjusted(0, 1, 0, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(ground, CONTROL, CONTROL)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(ground, CONTROL, CONTROL)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, ground, CONTROL, theme.color("accent"))

    def _paint_step(self, painter: QPainter, area: QRect, row: Row) -> None:
        step = row.step
        left = area.left() + PADDING + _indent(step)
        mark = QRect(left, area.top(), MARK, area.height())
        self._paint_mark(painter, mark, is_open=self._model.is_open(row.place))
        axis = self._axis(area)
        end = area.left() + PADDING + MARK + self._name_room(area)
        name = QRect(left + MARK, area.top(), max(20, end - left - MARK), area.height())
        theme = tokens()
        painter.setFont(_name_font())
        painter.setPen(theme.color("bad" if step.has_failed else "text"))
        self._draw(painter, name, revealed_line(step.name))
        painter.setFont(fixed(Role.CAPTION))
        painter.setPen(theme.color("muted"))
        line = QRect(end + 16, area.top(), axis.left() - end - 28, area.height())
        self._draw(painter, line, revealed_line(step.line), is_code=True)
        self._paint_outcome(painter, axis, step)

    def _paint_outcome(self, painter: QPainter, axis: QRect, step: Step) -> None:
        """The bar with its duration beside it; the words alone where there is no time to draw."""
        theme = tokens()
        words = outcome_words(step)
        made = font(Role.CAPTION)
        metrics = QFontMetrics(made)
        painter.setFont(made)
        ink = theme.color("bad" if step.has_failed else "muted")
        bar = self._bar(axis, step)
        if bar is None:
            painter.setPen(ink)
            self._draw(painter, axis, words, at_end=True)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("bad" if step.has_failed else COLORS[step.kind]))
        painter.drawRoundedRect(self._mirror.place(bar), 3, 3)
        painter.setPen(ink)
        after = QRect(
            int(bar.right()) + 6, axis.top(), axis.right() - int(bar.right()) - 6, axis.height()
        )
        before = QRect(axis.left(), axis.top(), int(bar.left()) - axis.left() - 6, axis.height())
        if metrics.horizontalAdvance(words) <= after.width() or after.width() >= before.width():
            self._draw(painter, after, words)
        else:
            self._draw(painter, before, words, at_end=True)

    def _paint_line(self, painter: QPainter, area: QRect, row: Row) -> None:
        theme = tokens()
        left = area.left() + PADDING + _indent(row.step) + MARK
        room = QFontMetrics(font(Role.CAPTION)).horizontalAdvance("m" * 6)
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.color("bad" if row.is_error else "muted"))
        self._draw(painter, QRect(left, area.top(), room, area.height()), row.label)
        words = QRect(left + room, area.top(), area.right() - left - room - PADDING, area.height())
        if row.is_ours:
            self._draw(painter, words, row.text)
            return
        painter.setFont(fixed(Role.CAPTION))
        painter.setPen(theme.color("text"))
        self._draw(painter, words, shown_line(row.text), is_code=True)

    def _draw(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        *,
        at_end: bool = False,
        is_code: bool = False,
    ) -> None:
        """A line, cut where there is no room, at the side where reading starts, or ends."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = self._mirror.end if at_end else self._mirror.start
        words = f"{LEFT_TO_RIGHT}{shown}{END}" if is_code else shown
        painter.drawText(self._mirror.place(area), side, words)

    def _paint_mark(self, painter: QPainter, area: QRect, *, is_open: bool) -> None:
        """A small triangle: towards the words where closed, down where open."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().color("muted"))
        middle = self._mirror.place(QRectF(area.left(), area.top(), 10, area.height())).center()
        way = -1 if self._mirror.is_mirrored else 1
        closed = ((-2.0 * way, -3.5), (-2.0 * way, 3.5), (3.0 * way, 0.0))
        corners = ((-3.5, -2.0), (3.5, -2.0), (0.0, 3.0)) if is_open else closed
        painter.drawPolygon(QPolygonF([middle + QPointF(dx, dy) for dx, dy in corners]))

    def _name_room(self, area: QRect) -> int:
        return min(self._name_width + 4, int(area.width() * NAME_SHARE))

    def _axis(self, area: QRect) -> QRect:
        """Where bars and outcomes stand."""
        has_axis = bool(self._span) and area.width() >= AXIS_FROM
        share = AXIS_SHARE if has_axis else 0.3
        left = area.right() - PADDING - int(area.width() * share)
        return QRect(left, area.top(), area.right() - PADDING - left, area.height())

    def _bar(self, axis: QRect, step: Step) -> QRectF | None:
        """Where a step stands on the axis; None where its times are not known."""
        if step.start_ms is None or step.duration_ms is None or not self._span:
            return None
        room = axis.width() - QFontMetrics(font(Role.CAPTION)).horizontalAdvance("000.0 s") - 10
        if room < 40:
            return None
        left = axis.left() + room * step.start_ms / self._span
        width = max(LEAST_BAR, room * step.duration_ms / self._span)
        middle = axis.top() + (axis.height() - BAR) / 2
        return QRectF(min(left, axis.left() + room - LEAST_BAR), middle, width, BAR)


def span_of(trace: Trace) -> float:
    """The length of the axis: up to the last end that is known."""
    return max((step.end_ms or 0.0 for step in trace.steps), default=0.0)


def row_height() -> int:
    """How tall every row is."""
    heights = (QFontMetrics(made).height() for made in (fixed(Role.CAPTION), font(Role.CAPTION)))
    return max(heights) + 8


def _indent(step: Step) -> int:
    return INDENT * min(step.depth, LEVELS)


def _name_font() -> QFont:
    made = fixed(Role.CAPTION)
    made.setWeight(QFont.Weight.DemiBold)
    return made
