"""The list itself: it stays where the reader left it, and knows clicks that pick."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.queue.delegate import EntryDelegate
from reviewer_app.ui.queue.model import QueueModel


class EntryList(QListView):
    """`toggled` and `stretched` carry the row that was clicked with Ctrl or Shift held."""

    toggled = Signal(int)
    stretched = Signal(int)

    def __init__(self, model: QueueModel, delegate: EntryDelegate) -> None:
        super().__init__()
        self._entries = model
        self._top: tuple[UUID | None, int] = (None, 0)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("The queue"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._stay)

    def go_up(self) -> None:
        """Begins at the top, whatever was looked at before: another list comes."""
        self._top = (None, 0)
        self.verticalScrollBar().setValue(0)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click picks where Ctrl or Shift is held, and goes to the item elsewhere."""
        row = self.indexAt(event.position().toPoint()).row()
        held = event.modifiers()
        is_left = event.button() is Qt.MouseButton.LeftButton
        if row >= 0 and is_left and held & Qt.KeyboardModifier.ControlModifier:
            self.toggled.emit(row)
        elif row >= 0 and is_left and held & Qt.KeyboardModifier.ShiftModifier:
            self.stretched.emit(row)
        else:
            super().mousePressEvent(event)

    def _remember(self) -> None:
        """What stands at the top, and where the list is scrolled to."""
        bar = self.verticalScrollBar()
        height = self.sizeHintForRow(0)
        row = bar.value() // height if height > 0 else 0
        entry = self._entries.held_entry(row)
        self._top = (entry.item_id if entry else None, bar.value() - row * max(0, height))
        self._at = bar.value()

    def _stay(self) -> None:
        """Scrolls so that the same stands at the top: what came above it moves nothing."""
        item_id, offset = self._top
        row = self._entries.row_of(item_id) if item_id else None
        self.doItemsLayout()
        at = self._at if row is None else row * self.sizeHintForRow(0) + offset
        self.verticalScrollBar().setValue(at)

    _at = 0
