"""The table of the team: arrows go from row to row, Enter opens what somebody has."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.team.load_delegate import SIDE, LoadDelegate
from reviewer_app.ui.team.load_model import Column, LoadModel
from reviewer_app.ui.team.rows import Row, name_words
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.widgets.row_table import RowTable, RowTitles
from reviewer_app.ui.wording import Clock

ROWS = (4, 14)
"""Rows that are seen at once at least and at most; more are scrolled."""

SHARE_OF_PAGE = 0.36
"""The share of the page's height that rows take between those bounds."""

NARROW_UNDER = 640
"""Pixels below which the pools leave their room to the rest."""

_SHARES = {Column.PERSON: 0.18, Column.MAY_TAKE: 0.17, Column.OPEN: 0.27}
"""The shares of the width that three columns have; the others follow their words."""


class LoadTable(RowTable):
    """`opened` carries the row whose items are to be listed.

    A menu offers the rest: `target_wanted` carries who shall be given something, `away_wanted` who
    is away.
    """

    opened = Signal(object)
    target_wanted = Signal(object)
    away_wanted = Signal(object)

    def __init__(self, model: LoadModel, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(_Titles(SIDE), parent)
        self._rows = model
        self._kept: Row | None = None
        self._room = 0
        self.setModel(model)
        self.setItemDelegate(LoadDelegate(model, clock, self))
        self.setAccessibleName(tr("Who has what"))
        self.setAccessibleDescription(tr("Enter lists what somebody has"))
        self._set_up()
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
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width anew."""
        super().resizeEvent(event)
        self._share()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done about a row, by a menu: a click alone lists its items."""
        index = self.indexAt(event.pos())
        if not index.isValid():
            index = self.currentIndex()
        row = self._rows.row(index)
        if row is None:
            return
        self.choose_row(index.row())
        menu = QMenu(self)
        menu.setAccessibleName(name_words(row))
        menu.addAction(tr("List the items"), lambda: self.opened.emit(row))
        if row.person_id is not None:
            menu.addAction(tr("Hand over to this person"), lambda: self.target_wanted.emit(row))
            menu.addAction(tr("Away…"), lambda: self.away_wanted.emit(row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def open_row(self, index: QModelIndex) -> None:
        """Lists what somebody has."""
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
            self.choose_row(place)

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
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)
        self._share()


class _Titles(RowTitles):
    """A click on a title sorts by it; an arrow shows by which one it is sorted."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(side, parent)
        self.setSectionsClickable(True)
        self.sectionClicked.connect(self._sort)

    @override
    def words_of(self, section: int) -> str:
        """The title, with an arrow where the order is by it."""
        words, model = super().words_of(section), self.model()
        if isinstance(model, LoadModel) and model.column == section:
            words += " ↓" if model.order is Qt.SortOrder.AscendingOrder else " ↑"
        return words

    def _sort(self, column: int) -> None:
        model = self.model()
        if not isinstance(model, LoadModel):
            return
        is_again = model.column == column and model.order is Qt.SortOrder.AscendingOrder
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        model.sort(column, down if is_again else up)
        self.viewport().update()
