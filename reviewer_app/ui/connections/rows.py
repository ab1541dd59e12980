"""The list of connections: each with its state, what it does, and what it did last."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from reviewer_app.connections.configured import Connected
from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.ui.connections.standing import Standing
from reviewer_app.ui.connections.words import (
    DOT,
    MEANINGS,
    State,
    does_words,
    labels_words,
    pull_words,
    title_of,
)
from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.density import room
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import CONTROL, PILL, box, focus_ring
from reviewer_app.ui.widgets.pill import PADDING, colors_of
from reviewer_app.ui.widgets.row_table import RowTable, RowTitles
from reviewer_app.ui.wording import Clock

ROW = Qt.ItemDataRole.UserRole.value + 1
"""The role under which the delegate gets the whole row."""

SIDE, GAP = 12, 3

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ConnectionModel(QAbstractTableModel):
    """The connections, one a row."""

    def __init__(self, standing: Standing, clock: Clock) -> None:
        super().__init__(standing)
        self._standing, self._clock = standing, clock
        self._rows: list[Connected] = []

    def show_rows(self, rows: Sequence[Connected]) -> None:
        """Lists these; rows that stay are only painted anew."""
        is_same = [one.name for one in rows] == [one.name for one in self._rows]
        if is_same:
            self._rows = list(rows)
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: _Index) -> Connected | None:
        """The connection behind an index."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, name: str) -> int | None:
        """Where the connection of this name stands."""
        return next((n for n, one in enumerate(self._rows) if one.name == name), None)

    def state(self, one: Connected) -> State:
        """How one stands."""
        return self._standing.state(one)

    def lines(self, one: Connected) -> tuple[str, str]:
        """What it is and does, and what it did last."""
        does = DOT.join([title_of(one.settings.kind), does_words(one.settings)])
        did = [pull_words(one.last_pull, self._clock())] if one.is_source else []
        if one.takes_labels:
            did.append(labels_words(one.labels))
        return does, DOT.join(did)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """A row is one whole."""
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The whole row for the delegate, its words for a tip and a screen reader."""
        one = self.row(index)
        if one is None:
            return None
        if role == ROW:
            return one
        words = [revealed_line(one.name), tr(self.state(one)), *self.lines(one)]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(words)
        return plain_tip("\n".join(words)) if role == Qt.ItemDataRole.ToolTipRole else None


class ConnectionDelegate(QStyledItemDelegate):
    """Paints a connection in three lines."""

    def __init__(self, model: ConnectionModel, view: RowTable) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Three lines and the room around them."""
        del option, index
        first, rest = QFontMetrics(font(Role.STRONG)), QFontMetrics(font(Role.CAPTION))
        return QSize(160, first.height() + 2 * (rest.height() + GAP) + 2 * room(9, 5))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one row."""
        one: Connected = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, area, option.state)
        inner = area.adjusted(SIDE, room(9, 5), -SIDE, 0)
        first = QRect(inner.x(), inner.y(), inner.width(), QFontMetrics(font(Role.STRONG)).height())
        taken = self._paint_pill(painter, first, self._model.state(one))
        name = first.adjusted(0, 0, -taken - SIDE, 0)
        name = Mirror(first, option.direction).place(name).toRect()
        _paint_line(painter, name, revealed_line(one.name), (Role.STRONG, "text"))
        top = first.bottom() + 1 + GAP
        height = QFontMetrics(font(Role.CAPTION)).height()
        for words in self._model.lines(one):
            line = QRect(inner.x(), top, inner.width(), height)
            _paint_line(painter, line, words, (Role.CAPTION, "muted"))
            top += height + GAP
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        theme = tokens()
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(area, theme.color("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("window"))
        if is_chosen and (self._view.hasFocus() or not theme.has_grounds):
            focus_ring(painter, QRectF(area), CONTROL, theme.color("accent"))

    def _paint_pill(self, painter: QPainter, area: QRect, state: State) -> int:
        """Paints the state at the end of a line; gives the room that it took."""
        made, words = font(Role.PILL), tr(state)
        metrics = QFontMetrics(made)
        width, height = metrics.horizontalAdvance(words) + 2 * PADDING, metrics.height() + 4
        top = area.y() + (area.height() - height) / 2
        place = QRectF(area.right() + 1 - width, top, width, height)
        place = Mirror(area, painter.layoutDirection()).place(place)
        ink, ground = colors_of(MEANINGS[state])
        box(painter, place, PILL, ground, ground if tokens().has_grounds else ink)
        painter.setFont(made)
        painter.setPen(ink)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
        return width


class ConnectionList(RowTable):
    """`chosen` carries the connection that one came to; `opened` the one of Enter."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, model: ConnectionModel) -> None:
        super().__init__(RowTitles(SIDE))
        self._rows, self._kept = model, ""
        self.setModel(model)
        self.setItemDelegate(ConnectionDelegate(model, self))
        self.setMouseTracking(True)
        self.clicked.disconnect(self.open_row)
        self.setAccessibleName(tr("Connections"))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.fit()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        model.dataChanged.connect(lambda *_changed: self._tell())
        self.selectionModel().currentChanged.connect(lambda *_moved: self._tell())

    def fit(self) -> None:
        """Takes the height of a row in the size now in force."""
        self.verticalHeader().setDefaultSectionSize(max(20, self.sizeHintForRow(0)))

    def current(self) -> Connected | None:
        """The connection that one is at."""
        return self._rows.row(self.currentIndex())

    def choose(self, name: str) -> None:
        """Goes to a connection."""
        place = self._rows.place_of(name)
        if place is not None:
            self.choose_row(place)

    @override
    def open_row(self, index: QModelIndex) -> None:
        """Goes to what can be done about it."""
        one = self._rows.row(index)
        if one is not None:
            self.opened.emit(one)

    def _tell(self) -> None:
        one = self.current()
        if one is not None:
            self.chosen.emit(one)

    def _keep(self) -> None:
        one = self.current()
        self._kept = one.name if one is not None else ""

    def _restore(self) -> None:
        self.fit()
        place = self._rows.place_of(self._kept)
        if self._rows.rowCount():
            self.choose_row(place or 0)


def _paint_line(painter: QPainter, area: QRect, words: str, style: tuple[Role, str]) -> None:
    role, color = style
    painter.setFont(font(role))
    painter.setPen(tokens().color(color))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Mirror(area, painter.layoutDirection()).start, shown)
