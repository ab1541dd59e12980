"""The cells of a table in a form: moved through with the arrows and Tab, typed into in place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from reviewer_app.domain.forms.fields import FieldKind, FormField
from reviewer_app.ui.review.form.cell_delegate import PADDING, CellDelegate
from reviewer_app.ui.review.form.cells_model import NUMBERS, CellsModel, Index
from reviewer_app.ui.review.form.gestures import Gestures
from reviewer_app.ui.review.form.words import value_words
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.widgets.fields import is_typing
from reviewer_app.ui.widgets.reader import mime_of

ROWS_AT_MOST = 14
"""Rows that are seen at once; a longer table scrolls in itself."""

_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_Hint = QAbstractItemDelegate.EndEditHint
_Trigger = QAbstractItemView.EditTrigger


class Cells(QTableView):
    """The table itself. Esc leaves a cell as it was; Tab behind the last cell leaves the table."""

    row_wanted = Signal()
    row_unwanted = Signal()
    row_moved = Signal(int)
    current_changed = Signal()

    def __init__(self, model: CellsModel, gestures: Gestures, name: str) -> None:
        super().__init__()
        self.cells = model
        self.setModel(model)
        self._gestures = gestures
        self._delegate = CellDelegate(model, gestures, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(True)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            _Trigger.AnyKeyPressed
            | _Trigger.DoubleClicked
            | _Trigger.EditKeyPressed
            | _Trigger.SelectedClicked
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setVisible(model.field.kind is FieldKind.TABLE)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.set_size()

    def set_size(self) -> None:
        """Takes the height of its rows and shares its width out among the columns."""
        metrics = QFontMetrics(font(Role.BODY))
        row = metrics.height() + 12
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader()
        head = 0 if header.isHidden() else header.sizeHint().height()
        rows = min(ROWS_AT_MOST, max(1, self.cells.rowCount()))
        wide = self._share_width(metrics)
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.width() > 0 else 0
        self.setFixedHeight(head + rows * row + bar + 2)

    def current_cell(self) -> FormField | None:
        """The field of the current cell."""
        index = self.currentIndex()
        is_there = index.isValid() and index.row() < self.cells.rowCount()
        return self.cells.cell(index) if is_there else None

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells that another cell is the current one."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """Claims what is typed into cells before a shortcut of the window can take it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_own = event.key() in _ARROWS and not _is_command(event)
            is_edit = self.cells.is_editable and (is_typing(event) or _is_row_key(event))
            is_enter = self.cells.is_editable and event.key() in _ENTER and not _is_command(event)
            if is_own or is_edit or is_enter:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of rows; Enter opens a cell, Delete empties it, Ctrl C copies the true text."""
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # what an open cell leaves over, such as the Enter that closes it
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif self.cells.is_editable and self._acts(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the cell below; Esc gives back what was there."""
        index = self.currentIndex()
        if hint is _Hint.RevertModelCache:
            self._delegate.revert()
        is_last = hint is _Hint.EditNextItem and self._is_at_end(index, 1)
        is_first = hint is _Hint.EditPreviousItem and self._is_at_end(index, -1)
        super().closeEditor(editor, _Hint.NoHint if is_last or is_first else hint)
        if is_last or is_first:
            QWidget.focusNextPrevChild(self, is_last)
        elif hint is _Hint.SubmitModelCache and index.row() + 1 < self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(index.row() + 1, index.column()))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from cell to cell and, behind the last one, out of the table."""
        if not self.currentIndex().isValid() or self._is_at_end(
            self.currentIndex(), 1 if next else -1
        ):
            return QWidget.focusNextPrevChild(self, next)
        return super().focusNextPrevChild(next)

    def _acts(self, event: QKeyEvent) -> bool:
        """What a key does to rows and cells; whether it did anything."""
        act = self._act_of(event)
        if act is None:
            return False
        act()
        return True

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        press = QKeyCombination(event.modifiers() & ~_KEYPAD, Qt.Key(event.key()))
        acts: dict[QKeyCombination, Callable[[], object]] = {
            QKeyCombination(_ALT, Qt.Key.Key_Up): lambda: self.row_moved.emit(-1),
            QKeyCombination(_ALT, Qt.Key.Key_Down): lambda: self.row_moved.emit(1),
            QKeyCombination(_CTRL, Qt.Key.Key_Delete): self.row_unwanted.emit,
            QKeyCombination(Qt.Key.Key_Delete): self._empty,
            QKeyCombination(Qt.Key.Key_Insert): self.row_wanted.emit,
        }
        if self.currentIndex().isValid():
            open_cell = lambda: self.edit(self.currentIndex())  # noqa: E731
            acts |= {QKeyCombination(key): open_cell for key in _ENTER}
        return acts.get(press)

    def _empty(self) -> None:
        cell = self.current_cell()
        if cell is not None:
            self._gestures.typed.emit(cell, "null" if cell.kind is FieldKind.SOURCE else "")

    def _copy(self) -> None:
        cell = self.current_cell()
        if cell is not None:
            QGuiApplication.clipboard().setMimeData(mime_of(value_words(cell.kind, cell.raw)))

    def _is_at_end(self, index: Index, step: int) -> bool:
        rows, columns = self.cells.rowCount(), self.cells.columnCount()
        end = (rows - 1, columns - 1) if step > 0 else (0, 0)
        return (index.row(), index.column()) == end

    def _share_width(self, metrics: QFontMetrics) -> int:
        """Numbers take what they need, words share the rest; the width that comes of it."""
        wanted = [self._wanted(column, metrics) for column in range(self.cells.columnCount())]
        is_number = [column.kind in NUMBERS for column in self.cells.columns]
        growing = [n for n, fixed in enumerate(is_number) if not fixed] or [*range(len(wanted))]
        room = self.viewport().width()
        spare = room - sum(wanted)
        if spare < 0:
            least = metrics.horizontalAdvance("MMMMMMMM")
            for n in sorted(growing, key=lambda n: -wanted[n]):
                cut = min(-spare, max(0, wanted[n] - least))
                wanted[n] -= cut
                spare += cut
        for place, n in enumerate(growing if spare > 0 else []):
            wanted[n] += spare // (len(growing) - place)
            spare -= spare // (len(growing) - place)
        for n, width in enumerate(wanted):
            self.setColumnWidth(n, width)
        return sum(wanted)

    def _wanted(self, column: int, metrics: QFontMetrics) -> int:
        rows = range(min(60, self.cells.rowCount()))
        words = [self.cells.words(self.cells.index(row, column)) for row in rows]
        words.append(self.cells.columns[column].label)
        return max(metrics.horizontalAdvance(text[:60]) for text in words) + 2 * PADDING + 4

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new width out."""
        super().resizeEvent(event)
        self.set_size()


def _is_command(event: QKeyEvent) -> bool:
    held = event.modifiers()
    return bool(held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))


def _is_row_key(event: QKeyEvent) -> bool:
    is_delete = event.key() == Qt.Key.Key_Delete
    is_arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
    return is_delete or (is_arrow and is_alt)
