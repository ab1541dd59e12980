"""A table that is walked row by row: arrows, Home and End go, Enter opens, letters are not its."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.mirror import Mirror

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_KEYS = frozenset(
    {
        *_ENTER,
        *_ENDS,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class RowTable(QTableView):
    """Whoever inherits says in `open_row` what Enter and a click do to a row."""

    def __init__(self, titles: "RowTitles", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.setHorizontalHeader(titles)
        titles.show()
        self.clicked.connect(self.open_row)

    def open_row(self, index: QModelIndex) -> None:
        """What Enter and a click do to a row."""
        raise NotImplementedError

    def choose_row(self, place: int) -> None:
        """Goes to a row."""
        index = self.model().index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

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
        rows = self.model().rowCount()
        if event.key() in _ENTER:
            self.open_row(self.currentIndex())
        elif event.key() in _ENDS and rows:
            self.choose_row(0 if event.key() == Qt.Key.Key_Home else rows - 1)
        elif event.key() in _KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to a row, not to nothing."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.choose_row(0)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the keyboard."""
        super().focusOutEvent(event)
        self.viewport().update()


class RowTitles(QHeaderView):
    """The titles of the columns, in the words' own style, and the line below them."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        """Takes where a title begins, above the words of its column."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._side = side
        self.setHighlightSections(False)
        self.setMinimumSectionSize(0)
        self.setAccessibleName(tr("Titles of the columns"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def words_of(self, section: int) -> str:
        """What a title says."""
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    @override
    def sizeHint(self) -> QSize:
        """One line and the room around it."""
        return QSize(100, QFontMetrics(font(Role.CAPTION)).height() + 14)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paints a title and the line below it."""
        theme = tokens()
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.color("line"))
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.color("muted"))
        area = rect.adjusted(self._side, 0, -2, 0)
        words = self.words_of(logicalIndex)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Mirror(area, self.layoutDirection()).start, shown)
        painter.restore()


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key moves within the table."""
    return event.key() in _KEYS and event.modifiers() in _PLAIN
