"""The table of members: arrows go from row to row, Enter changes the one they are on."""

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.team.members_model import Column, MembersModel, Row
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.paint import CONTROL, focus_ring
from reviewer_app.ui.widgets.row_table import RowTable, RowTitles

ROWS_AT_MOST = 9
SIDE = 3
"""Where a title begins: above the words of its column."""

_SHARES = {Column.NAME: 0.24, Column.ROLE: 0.15, Column.POOLS: 0.24}


class MembersTable(RowTable):
    """`opened` carries the row that somebody wants to change."""

    opened = Signal(object)

    def __init__(self, model: MembersModel, parent: QWidget | None = None) -> None:
        super().__init__(RowTitles(SIDE), parent)
        self.horizontalHeader().setStretchLastSection(True)
        self._rows = model
        self.setModel(model)
        self.setAccessibleName(tr("Who belongs to the team"))
        self.setAccessibleDescription(tr("Enter changes role and pools"))
        self._take_colors()

    def fit(self) -> None:
        """Takes the height of its rows, as far as there shall be room."""
        rows = min(ROWS_AT_MOST, max(1, self._rows.rowCount()))
        row = self.fontMetrics().height() + 12
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row + 4)

    def choose(self, name: str) -> None:
        """Goes to the row of this name."""
        place = self._rows.place_of(name)
        if place is not None:
            self.choose_row(place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width anew."""
        super().resizeEvent(event)
        for column, share in _SHARES.items():
            self.setColumnWidth(column, int(self.viewport().width() * share))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows, and the ring around the one that the keyboard is on."""
        super().paintEvent(event)
        current = self.currentIndex()
        if not self.hasFocus() or not current.isValid():
            return
        first = self.visualRect(current.siblingAtColumn(0))
        last = self.visualRect(current.siblingAtColumn(len(Column) - 1))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(first.united(last)).adjusted(1, 1, -1, -1)
        focus_ring(painter, area, CONTROL, tokens().color("accent"))
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Takes the colours of the theme in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._take_colors()

    @override
    def open_row(self, index: QModelIndex) -> None:
        """Changes the one that it is about."""
        row: Row | None = self._rows.row(index)
        if row is not None:
            self.opened.emit(row)

    def _take_colors(self) -> None:
        theme, palette = tokens(), self.palette()
        wanted: dict[QPalette.ColorRole, QColor] = {
            QPalette.ColorRole.Highlight: theme.color("selection"),
            QPalette.ColorRole.HighlightedText: theme.color("text"),
            QPalette.ColorRole.Base: theme.color("surface"),
            QPalette.ColorRole.Text: theme.color("text"),
        }
        if any(palette.color(role) != color for role, color in wanted.items()):
            for role, color in wanted.items():
                palette.setColor(role, color)
            self.setPalette(palette)
