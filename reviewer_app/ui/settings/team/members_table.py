"""The table of members: arrows go from row to row, Enter changes the one they are on."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.team.members_model import Column, MembersModel, Row
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import CONTROL, focus_ring

ROWS_AT_MOST = 9
SIDE = 3
"""Where a title begins: above the words of its column."""

_SHARES = {Column.NAME: 0.24, Column.ROLE: 0.15, Column.POOLS: 0.24}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = frozenset(
    {
        *_ENTER,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class MembersTable(QTableView):
    """`opened` carries the row that somebody wants to change."""

    opened = Signal(object)

    def __init__(self, model: MembersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setAccessibleName(tr("Who belongs to the team"))
        self.setAccessibleDescription(tr("Enter changes role and pools"))
        self._set_up()
        self.clicked.connect(self._open)

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
            self.setCurrentIndex(self._rows.index(place, 0))

    @override
    def event(self, event: QEvent) -> bool:
        """Claims the keys that move within the table before a shortcut of the window does."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters look for nothing: they are keys of the window."""
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        elif event.key() in _KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to a row, not to nothing."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))

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

    def _open(self, index: QModelIndex) -> None:
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

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setHorizontalHeader(_Titles(self))
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().show()
        self._take_colors()


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key moves within the table."""
    return event.key() in _KEYS and event.modifiers() in _PLAIN


class _Titles(QHeaderView):
    """The titles of the columns, in the words' own style."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(0)
        self.setAccessibleName(tr("Titles of the columns"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def sizeHint(self) -> QSize:
        """One line and the room around it."""
        return QSize(100, QFontMetrics(font(Role.CAPTION)).height() + 12)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paints a title and the line below it."""
        theme = tokens()
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.color("line"))
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.color("muted"))
        area = rect.adjusted(SIDE, 0, -2, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Mirror(area, self.layoutDirection()).start, shown)
        painter.restore()
