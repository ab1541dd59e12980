"""The list of steps: moved through and opened by keys and pointer, copied as the true text."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget
from typing_extensions import override

from reviewer_app.domain.traces.trace import Trace
from reviewer_app.ui.review.claimed_keys import MOVES, PRESSES, claim
from reviewer_app.ui.review.timeline.delegate import StepDelegate, row_height
from reviewer_app.ui.review.timeline.model import StepModel
from reviewer_app.ui.widgets.reader import mime_of


class StepList(QListView):
    """Steps in order. Right and Left open and close, Enter and Space do either."""

    rows_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepModel(self)
        self.painted = StepDelegate(self.steps, self)
        self.setModel(self.steps)
        self.setItemDelegate(self.painted)
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for changed in (self.steps.modelReset, self.steps.rowsInserted, self.steps.rowsRemoved):
            changed.connect(self.rows_changed)

    def show_trace(self, trace: Trace) -> None:
        """Lists the steps of a run."""
        self.steps.show_trace(trace)
        self.refresh()
        if trace.steps:
            self.setCurrentIndex(self.steps.index(0))
            self.clearSelection()

    def refresh(self) -> None:
        """Measures and paints anew, in the size and colours now in force."""
        self.painted.measure()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def toggle_all(self) -> None:
        """Opens every step, or closes them where all are open."""
        place = self._current_place()
        self.steps.open_all(is_open=not self.steps.are_all_open)
        self._return_to(place)

    def toggle_tools(self) -> None:
        """Lists tool calls alone, or all steps again."""
        place = self._current_place()
        self.steps.show_only_tools(only=not self.steps.has_only_tools)
        self._return_to(place)

    def wanted_height(self) -> int:
        """The height at which every row is seen."""
        return self.steps.rowCount() * row_height() + 2

    @override
    def event(self, event: QEvent) -> bool:
        """Claims the keys that move and open."""
        return claim(event, MOVES | PRESSES) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens, closes and copies; the rest moves."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif index.isValid() and event.key() in PRESSES:
            self._toggle(index)
        elif index.isValid() and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._set_open(index, is_open=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the mark of a step opens or closes it."""
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if index.isValid() and is_left and self._is_on_mark(index, event):
            self._toggle(index)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So does a double click anywhere in its row."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._toggle(index)

    def copy(self) -> None:
        """Copies the true text of the selected rows, or of the current one."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        if rows:
            QApplication.clipboard().setMimeData(mime_of(self.steps.true_text(rows)))

    def _is_on_mark(self, index: QModelIndex, event: QMouseEvent) -> bool:
        area = self.visualRect(index)
        x = int(event.position().x()) - area.left()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x = area.width() - x
        return self.painted.is_on_mark(self.steps.row_at(index.row()), x)

    def _toggle(self, index: QModelIndex) -> None:
        self.setCurrentIndex(self.steps.index(self.steps.toggle(index.row())))

    def _set_open(self, index: QModelIndex, *, is_open: bool) -> None:
        row = self.steps.step_row(index.row())
        if self.steps.is_open(self.steps.row_at(row).place) is not is_open:
            self._toggle(index)
        else:
            self.setCurrentIndex(self.steps.index(row))

    def _current_place(self) -> int:
        index = self.currentIndex()
        return self.steps.row_at(index.row()).place if index.isValid() else 0

    def _return_to(self, place: int) -> None:
        """Makes the step that was current so again, or the next one that is listed."""
        rows = range(self.steps.rowCount())
        at = (row for row in rows if self.steps.row_at(row).place >= place)
        row = next(at, self.steps.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self.steps.index(row))
