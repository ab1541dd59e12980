"""A list with a current item and items that are picked: what both are, and how they move."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QWidget

from reviewer_app.domain.queue import Picked, QueueEntry, QueueQuery
from reviewer_app.services.lists import Lists
from reviewer_app.ui.jobs import Jobs
from reviewer_app.ui.language import tr
from reviewer_app.ui.queue.delegate import EntryDelegate
from reviewer_app.ui.queue.entry_list import EntryList
from reviewer_app.ui.queue.model import EntryRole, QueueModel
from reviewer_app.ui.queue.picked_bar import PickedBar
from reviewer_app.ui.queue.picking import Picking
from reviewer_app.ui.wording import Clock


class ListPanel(QFrame):
    """`chosen` carries the entry that became current, its place and how many there are."""

    chosen = Signal(object, int, int)
    selection_changed = Signal(list)

    def __init__(
        self, lists: Lists, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "list")
        self.lists = lists
        self._current: UUID | None = None
        self._last_row = 0
        self.model = QueueModel(lists, jobs)
        self.picking = Picking(self.model, lists, jobs, self)
        self.picked_bar = PickedBar(self.clear_picked)
        self.list = EntryList(self.model, EntryDelegate(clock, self.picking.picks, self))
        self.picking.picks.changed.connect(self._say_picked)
        self.list.toggled.connect(self.picking.toggle)
        self.list.stretched.connect(lambda row: self.picking.stretch(self.current_row(), row))
        self.list.selectionModel().currentChanged.connect(self.choose_row)

    def query(self) -> QueueQuery | None:
        """The question whose answer is listed."""
        return self.model.query

    def current_row(self) -> int | None:
        """The row of the current item."""
        index = self.list.currentIndex()
        return index.row() if index.isValid() else None

    def next_item(self) -> None:
        """Makes the next item current."""
        self._step(1)

    def previous_item(self) -> None:
        """Makes the item before current."""
        self._step(-1)

    def upcoming(self) -> list[UUID]:
        """The items after the current one, and the one before it, to be made ready."""
        row = self.current_row()
        if row is None:
            return []
        entries = (self.model.entry(r) for r in (row + 1, row + 2, row - 1) if r >= 0)
        return [entry.item_id for entry in entries if entry]

    def select_row(self, row: int, *, scrolls: bool = True) -> None:
        """Makes a row current."""
        index = self.model.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if index == self.list.currentIndex():
            self.list.selectionModel().select(index, flags)
            self.choose_row(index)
        else:
            self.list.selectionModel().setCurrentIndex(index, flags)
        if scrolls:
            self.list.scrollTo(index)

    def choose_row(self, index: QModelIndex, _previous: QModelIndex | None = None) -> None:
        """Says which item is current."""
        entry = index.data(EntryRole.ENTRY)
        if isinstance(entry, QueueEntry):
            self._current, self._last_row = entry.item_id, index.row()
            self.chosen.emit(entry, index.row() + 1, self.model.rowCount())

    def extend_down(self) -> None:
        """Picks the current item and the next one."""
        self._extend(1)

    def extend_up(self) -> None:
        """Picks the current item and the one before."""
        self._extend(-1)

    def toggle_pick(self) -> None:
        """Picks the current item, or leaves it out."""
        row = self.current_row()
        if row is not None:
            self.picking.toggle(row)

    def pick_all(self) -> None:
        """Picks all that are listed."""
        query = self.query()
        if query is not None and self.model.rowCount():
            self.picking.picks.pick_all(query, self.model.figure)

    def is_several(self) -> bool:
        """Whether more than one item is picked: then an act is for all of them."""
        return self.picking.picks.count.count > 1

    def pick(self, ids: Sequence[UUID]) -> None:
        """Picks these and no others."""
        self.picking.picks.pick(ids)

    def clear_picked(self) -> bool:
        """Picks nothing; says whether anything was."""
        return self.picking.clear()

    def selected(self) -> list[UUID]:
        """The items that are picked one by one; of all of a list `picked` is the value."""
        return self.picking.picks.ids()

    def picked(self) -> Picked:
        """What is picked, as a value that services turn into items."""
        return self.picking.picks.picked()

    def _step(self, step: int) -> None:
        """Moves on; from an item that has left the list, to what stands in its place now."""
        row, total = self.current_row(), self.model.rowCount()
        if not total:
            return
        wanted = row + step if row is not None else self._last_row + min(0, step)
        if row is None and self._current is None:
            wanted = 0
        self.select_row(max(0, min(wanted, total - 1)))

    def _extend(self, step: int) -> None:
        row = self.current_row()
        if row is None:
            return
        wanted = max(0, min(row + step, self.model.rowCount() - 1))
        self.picking.stretch(row, wanted)
        self.select_row(wanted)

    def _say_picked(self) -> None:
        several = self.is_several()
        self.picked_bar.say(self.picking.picks.count)
        self.picked_bar.say_what(tr("The keys of the desk act on all") if several else "")
        self.list.viewport().update()
        self.selection_changed.emit(self.selected())
