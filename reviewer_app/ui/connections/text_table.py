"""A table of texts: whatever is listed on this page, row by row, hidden characters made visible."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import CONTROL, focus_ring
from reviewer_app.ui.widgets.row_table import RowTable, RowTitles

SIDE = 3
"""Where a title begins: above the words of its column."""

LONGEST = 2_000
"""Characters of a cell that are looked at: a reason may quote what an agent wrote."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class TextRow:
    """The words of a row's cells, and what the row is about."""

    words: tuple[str, ...]
    about: object = None


class TextModel(QAbstractTableModel):
    """Rows of text under titles."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._rows: list[TextRow] = []

    def show_rows(self, rows: Sequence[TextRow]) -> None:
        """Lists these, each text on one line with everything hidden in it made visible."""
        shown = [
            TextRow(tuple(revealed_line(words[:LONGEST]) for words in row.words), row.about)
            for row in rows
        ]
        if shown != self._rows:
            self.beginResetModel()
            self._rows = shown
            self.endResetModel()

    def row(self, index: _Index) -> TextRow | None:
        """The row behind an index."""
        return self._rows[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles of the columns."""
        is_title = orientation is Qt.Orientation.Horizontal and section < len(self._titles)
        return self._titles[section] if is_title and role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words; the whole row to a screen reader."""
        row = self.row(index)
        if row is None:
            return None
        words = row.words[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(row.words) if index.column() == 0 else words
            case _:
                return None


class TextDelegate(QStyledItemDelegate):
    """Paints a cell's words, and the ring around the row that the keyboard is on."""

    def __init__(self, view: RowTable) -> None:
        super().__init__(view)
        self._view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one cell as a part of its row."""
        theme, area = tokens(), QRect(option.rect)
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if is_chosen:
            painter.fillRect(area, theme.color("selection"))
        if is_chosen and (self._view.hasFocus() or not theme.has_grounds):
            self._paint_ring(painter, area, index)
        inner = area.adjusted(SIDE, 0, -SIDE, 0)
        painter.setFont(font(Role.BODY))
        painter.setPen(theme.color("text"))
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(str(index.data()), mode, inner.width())
        painter.drawText(inner, Mirror(inner, option.direction).start, shown)
        painter.restore()

    def _paint_ring(self, painter: QPainter, area: QRect, index: _Index) -> None:
        """The part of the row's ring that lies in a cell."""
        last = self._view.model().columnCount() - 1
        first, end = (self._view.visualRect(index.sibling(index.row(), n)) for n in (0, last))
        painter.setClipRect(area)
        focus_ring(painter, QRectF(first.united(end)), CONTROL, tokens().color("accent"))
        painter.setClipping(False)


class TextTable(RowTable):
    """`opened` carries what the row of Enter or a double click is about."""

    opened = Signal(object)

    def __init__(self, name: str, titles: Sequence[str], shares: Sequence[float]) -> None:
        """Takes the titles of the columns, and which share of the width each but the last has."""
        super().__init__(RowTitles(SIDE))
        self._texts, self._shares = TextModel(titles), tuple(shares)
        self.setModel(self._texts)
        self.setItemDelegate(TextDelegate(self))
        self.setAccessibleName(name)
        self.clicked.disconnect(self.open_row)
        self.doubleClicked.connect(self.open_row)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.setMinimumHeight(64)

    def show_rows(self, rows: Sequence[TextRow]) -> None:
        """Lists these; the place is kept as far as there is one."""
        place = max(0, self.currentIndex().row())
        had_any = self._texts.rowCount() > 0
        self._texts.show_rows(rows)
        if rows and had_any and not self.currentIndex().isValid():
            self.choose_row(min(place, len(rows) - 1))

    def rows(self) -> list[tuple[str, ...]]:
        """The words that are listed."""
        model = self._texts
        found = (model.row(model.index(n, 0)) for n in range(model.rowCount()))
        return [row.words for row in found if row is not None]

    def current(self) -> TextRow | None:
        """The row that one is at."""
        return self._texts.row(self.currentIndex())

    @override
    def open_row(self, index: QModelIndex) -> None:
        """Goes to what the row is about."""
        row = self._texts.row(index)
        if row is not None and row.about is not None:
            self.opened.emit(row.about)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width anew."""
        super().resizeEvent(event)
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, int(self.viewport().width() * share))
