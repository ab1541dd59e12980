"""A table to read: rows in their own order, cells that give their true text when copied."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed, revealed_line
from reviewer_app.domain.outputs.table import Cell, Table, Word, tab_separated
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.claimed_keys import MOVES, claim
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.widgets.paint import focus_ring
from reviewer_app.ui.widgets.reader import mime_of

CELL_CHARACTERS, TIP_CHARACTERS = 300, 2_000
"""Characters of a cell that are painted, and that its tooltip tells."""

MEASURED = 200
"""Rows that the first widths of the columns follow."""

LEAST_WIDTH, MOST_WIDTH, PADDING = 48, 340, 10
TOLD_FROM = 24
"""Length from which a cell has a tooltip: shorter ones are seen whole."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class TableModel(QAbstractTableModel):
    """The cells of a table as text fit to be shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = Table((), ())

    def show_table(self, table: Table) -> None:
        """Takes another table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.table.columns)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A cell's text, its alignment, its colour, or all of it for the tooltip."""
        if not index.isValid():
            return None
        cell = self.table.cell(index.row(), index.column())
        found: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                found = shown_cell(cell)
            case Qt.ItemDataRole.TextAlignmentRole:
                found = _RIGHT if index.column() in self.table.numeric else _LEFT
            case Qt.ItemDataRole.ForegroundRole if isinstance(cell, Word):
                found = tokens().color("muted")
            case Qt.ItemDataRole.ToolTipRole if cell and len(cell) >= TOLD_FROM:
                found = plain_tip(revealed(cell[:TIP_CHARACTERS]).text)
        return found

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The name of a column, or the number of a row counted from 1."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return revealed_line(self.table.columns[section][:CELL_CHARACTERS])


class TableView(QTableView):
    """Shows a table to read. Arrows move in it, Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = TableModel(self)
        self.painted = _CellDelegate(self)
        self.setModel(self.cells)
        self.setItemDelegate(self.painted)
        self.setAccessibleName(name)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(_Header(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Header(Qt.Orientation.Vertical, self))
        self.setMinimumHeight(80)

    def show_table(self, table: Table) -> None:
        """Shows a table from its first row."""
        self.cells.show_table(table)
        self.refresh()
        if table.rows:
            self.setCurrentIndex(self.cells.index(0, 0))
            self.clearSelection()
        self.scrollToTop()

    def refresh(self) -> None:
        """Takes the size and colours now in force."""
        ground = tokens().raised
        self.setStyleSheet(f"QTableCornerButton::section {{ background: {ground}; border: none; }}")
        height = QFontMetrics(font(Role.BODY)).height() + 9
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(height)
        rows.setMinimumSectionSize(height)
        for column in range(len(self.cells.table.columns)):
            self.setColumnWidth(column, self._first_width(column))
        self.viewport().update()

    def wanted_height(self) -> int:
        """The height at which every row is seen."""
        rows = self.cells.rowCount() * self.verticalHeader().defaultSectionSize()
        return rows + self.horizontalHeader().sizeHint().height() + 16

    def copy(self) -> None:
        """Copies the selected cells, or the current one, as tab-separated true text."""
        block = list(self._selected())
        if block:
            QApplication.clipboard().setMimeData(mime_of(tab_separated(block)))

    @override
    def event(self, event: QEvent) -> bool:
        """Claims the keys that move in a table."""
        return claim(event, MOVES) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies; the rest moves. Letters are the window's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.text().strip() and not event.matches(QKeySequence.StandardKey.SelectAll):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the cells, and the mark of the keyboard around them."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            area = self.viewport().rect().toRectF()
            focus_ring(painter, area, 4, tokens().color("accent"))
            painter.end()

    def _selected(self) -> Iterator[Sequence[Cell]]:
        """The rows of the selected block; one cell on its own is a block too."""
        table = self.cells.table
        ranges = self.selectionModel().selection()
        if ranges.isEmpty():
            index = self.currentIndex()
            if index.isValid():
                yield [table.cell(index.row(), index.column())]
            return
        block = ranges.first()
        for row in range(block.top(), block.bottom() + 1):
            yield [table.cell(row, column) for column in range(block.left(), block.right() + 1)]

    def _first_width(self, column: int) -> int:
        metrics, head = QFontMetrics(font(Role.BODY)), QFontMetrics(font(Role.HEADING))
        table = self.cells.table
        widths = [
            metrics.horizontalAdvance(shown_cell(table.cell(row, column))[:80])
            for row in range(min(MEASURED, len(table.rows)))
        ]
        name = revealed_line(table.columns[column][:80])
        widths.append(head.horizontalAdvance(name))
        return max(LEAST_WIDTH, min(MOST_WIDTH, max(widths) + 2 * PADDING + 2))


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell: its text on the ground of the selection, with a hairline below."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one cell."""
        theme = tokens()
        area: QRect = option.rect
        view = self.parent()
        is_current = isinstance(view, TableView) and index == view.currentIndex()
        is_selected = isinstance(view, TableView) and view.selectionModel().isSelected(index)
        painter.save()
        if is_selected:
            painter.fillRect(area, theme.color("selection"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.color("line"))
        is_marked = is_selected and not theme.has_grounds
        if is_marked or (is_current and isinstance(view, TableView) and view.hasFocus()):
            painter.setPen(theme.color("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        color = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(color or theme.color("text"))
        painter.setFont(font(Role.BODY))
        room = area.adjusted(PADDING, 0, -PADDING, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        made = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        painter.drawText(room, int(QStyle.visualAlignment(option.direction, side)), made)
        painter.restore()


class _Header(QHeaderView):
    """The names of the columns, or the numbers of the rows."""

    def __init__(self, way: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(way, parent)
        is_columns = way is Qt.Orientation.Horizontal
        self.setSectionsClickable(is_columns)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setMaximumSectionSize(2_000)
        self.setSectionResizeMode(
            QHeaderView.ResizeMode.Interactive if is_columns else QHeaderView.ResizeMode.Fixed
        )
        name = tr("The columns") if is_columns else tr("The numbers of the rows")
        self.setAccessibleName(name)

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        """Room for the highest number, so that no row measures its own."""
        metrics = QFontMetrics(font(Role.CAPTION))
        digits = max(2, len(str(self.count())))
        return QSize(metrics.horizontalAdvance("0" * digits) + 16, metrics.height() + 11)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paints a name above its column, or a number before its row."""
        theme = tokens()
        is_columns = self.orientation() is Qt.Orientation.Horizontal
        model = self.model()
        painter.save()
        painter.fillRect(rect, theme.color("raised" if is_columns else "surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if is_columns:
            painter.fillRect(
                rect.right(), rect.top() + 5, 1, rect.height() - 10, theme.color("line")
            )
        painter.setPen(theme.color("muted"))
        painter.setFont(font(Role.HEADING if is_columns else Role.CAPTION))
        text = str(model.headerData(logicalIndex, self.orientation()) or "")
        is_number = isinstance(model, TableModel) and logicalIndex in model.table.numeric
        room = rect.adjusted(PADDING, 0, -PADDING, 0) if is_columns else rect.adjusted(0, 0, -8, 0)
        made = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag(_LEFT if is_columns and not is_number else _RIGHT)
        painter.drawText(room, int(QStyle.visualAlignment(self.layoutDirection(), side)), made)
        painter.restore()


def shown_cell(cell: Cell) -> str:
    """A cell on one line, everything hidden in it made visible."""
    return revealed_line(cell[:CELL_CHARACTERS]) if cell else ""
