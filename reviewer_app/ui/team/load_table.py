"""The table of the team: arrows go from row to row, Enter opens what somebody has."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.team.load_delegate import SIDE, LoadDelegate
from reviewer_app.ui.team.load_model import Column, LoadModel
from reviewer_app.ui.team.rows import Row, name_words
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.wording import Clock

ROWS = (4, 14)
"""Rows that are seen at once at least and at most; more are scrolled."""

SHARE_OF_PAGE = 0.36
"""The share of the page's height that rows take between those bounds."""

NARROW_UNDER = 640
"""Pixels below which the pools leave their room to the rest."""

_SHARES = {Column.PERSON: 0.18, Column.MAY_TAKE: 0.17, Column.OPEN: 0.27}
"""The shares of the width that three columns have; the others follow their words."""

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
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class LoadTable(QTableView):
    """`opened` carries the row whose items are to be listed.

    A menu offers the rest: `target_wanted` carries who shall be given something, `away_wanted` who
    is away.
    """

    opened = Signal(object)
    target_wanted = Signal(object)
    away_wanted = Signal(object)

    def __init__(self, model: LoadModel, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: Row | None = None
        self._room = 0
        self.setModel(model)
        self.setItemDelegate(LoadDelegate(model, clock, self))
        self.setAccessibleName(tr("Who has what"))
        self.setAccessibleDescription(tr("Enter lists what somebody has"))
        self._set_up()
        self.clicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def fit(self) -> None:
        """Takes the height of its rows, as far as there shall be room."""
        row = max(20, self.sizeHintForRow(0))
        least, most = ROWS
        fitting = max(least, min(most, int(self._room * SHARE_OF_PAGE / row)))
        rows = min(fitting, max(1, self._rows.rowCount()))
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row + 2)

    def share_height(self, room: int) -> None:
        """Takes its share of the height that the page has."""
        if room != self._room:
            self._room = room
            self.fit()

    def current(self) -> Row | None:
        """The row that is chosen."""
        return self._rows.row(self.currentIndex())

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
        elif event.key() in _ENDS and self._rows.rowCount():
            self._choose(0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1)
        elif event.key() in _KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width anew."""
        super().resizeEvent(event)
        self._share()

    @override
    def focusInEvent(self, event: object) -> None:
        """The keyboard comes to a row, not to nothing."""
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt hands a focus event
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self._choose(0)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: object) -> None:
        """The ring goes with the keyboard."""
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt hands a focus event
        self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done about a row, by a menu: a click alone lists its items."""
        index = self.indexAt(event.pos())
        if not index.isValid():
            index = self.currentIndex()
        row = self._rows.row(index)
        if row is None:
            return
        self._choose(index.row())
        menu = QMenu(self)
        menu.setAccessibleName(name_words(row))
        menu.addAction(tr("List the items"), lambda: self.opened.emit(row))
        if row.person_id is not None:
            menu.addAction(tr("Hand over to this person"), lambda: self.target_wanted.emit(row))
            menu.addAction(tr("Away…"), lambda: self.away_wanted.emit(row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None:
            self.opened.emit(row)

    def _keep(self) -> None:
        self._kept = self.current()

    def _restore(self) -> None:
        self.fit()
        self._share()
        place = self._rows.place_of(self._kept)
        if place is None and self.hasFocus() and self._rows.rowCount():
            place = 0
        if place is not None:
            self._choose(place)

    def _choose(self, place: int) -> None:
        index = self._rows.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _share(self) -> None:
        """The widths of the columns, from the width that there is."""
        width, metrics = self.viewport().width(), QFontMetrics(font(Role.BODY))
        is_narrow = width < NARROW_UNDER
        self.setColumnHidden(Column.MAY_TAKE, is_narrow)
        shares = _SHARES | ({Column.PERSON: 0.26, Column.MAY_TAKE: 0.0} if is_narrow else {})
        widths = {column: int(width * share) for column, share in shares.items()}
        widths[Column.NEXT_DUE] = metrics.horizontalAdvance("00h 00m late") + 2 * SIDE
        widths[Column.PACE] = metrics.horizontalAdvance("000 / h") + 2 * SIDE
        widths[Column.WHERE] = max(90, width - sum(widths.values()))
        for column, wide in widths.items():
            self.setColumnWidth(column, wide)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)
        self.verticalHeader().hide()
        self.setHorizontalHeader(_Titles(self))
        self._share()


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key moves within the table."""
    return event.key() in _KEYS and event.modifiers() in _PLAIN


class _Titles(QHeaderView):
    """The titles of the columns, in the words' own style; a click sorts by one."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(0)
        self.setAccessibleName(tr("Titles of the columns"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sectionClicked.connect(self._sort)

    @override
    def sizeHint(self) -> QSize:
        """One line and the room around it."""
        return QSize(100, QFontMetrics(font(Role.CAPTION)).height() + 14)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paints a title, with an arrow where the order is by it, and the line below."""
        theme, model = tokens(), self.model()
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.color("line"))
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        if isinstance(model, LoadModel) and model.column == logicalIndex:
            words += " ↓" if model.order is Qt.SortOrder.AscendingOrder else " ↑"
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.color("muted"))
        area = rect.adjusted(SIDE, 0, -2, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Mirror(area, self.layoutDirection()).start, shown)
        painter.restore()

    def _sort(self, column: int) -> None:
        model = self.model()
        if not isinstance(model, LoadModel):
            return
        is_again = model.column == column and model.order is Qt.SortOrder.AscendingOrder
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        model.sort(column, down if is_again else up)
        self.viewport().update()
