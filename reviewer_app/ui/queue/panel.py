"""The queue beside the desk: search, filters, figures, what is new, and the list."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.queue import Picked, QueueEntry, QueueQuery
from reviewer_app.services.desk import Counts
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.queue.arrived import Arrived
from reviewer_app.ui.queue.delegate import EntryDelegate
from reviewer_app.ui.queue.entry_list import EntryList
from reviewer_app.ui.queue.figures_line import FiguresLine
from reviewer_app.ui.queue.filter_row import FilterRow
from reviewer_app.ui.queue.filters import Filters, View
from reviewer_app.ui.queue.model import EntryRole, QueueModel
from reviewer_app.ui.queue.name_row import NameRow
from reviewer_app.ui.queue.picked_bar import PickedBar
from reviewer_app.ui.queue.picking import Picking
from reviewer_app.ui.widgets.blank import Blank
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock

SETTLES_AFTER_MS = 400
"""How long after the last change from elsewhere the list is asked again."""


class QueuePanel(QFrame):
    """The list and the current item in it. Nothing moves in it that the person did not move."""

    chosen = Signal(object, int, int)
    emptied = Signal()
    message = Signal(object)
    filters_changed = Signal(object)
    selection_changed = Signal(list)
    view_named = Signal(str, object)
    view_wanted = Signal(int)
    item_sought = Signal()

    def __init__(
        self, session: ReviewSession, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "list")
        self._me: UUID | None = None
        self._until: datetime | None = None
        self._current: UUID | None = None
        self._gone: dict[UUID, int] = {}
        self.counts = Counts()
        self._shuffle = uuid4().hex
        self.model = QueueModel(session.lists, jobs)
        self.filter_row = FilterRow(session.lists, jobs)
        self.figures = FiguresLine()
        self.arrived = Arrived(self.show_new)
        self.picking = Picking(self.model, session.lists, jobs, self)
        self.picked_bar = PickedBar(self.clear_picked)
        self.name_row = NameRow()
        self.list = EntryList(self.model, EntryDelegate(clock, self.picking.picks, self))
        self.blank = Blank()
        self._lay_out()
        self._soon = QTimer(self)
        self._connect()

    def _connect(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLES_AFTER_MS)
        self._soon.timeout.connect(self.refresh)
        self.filter_row.changed.connect(self._list_anew)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._failed)
        self.model.counted.connect(self._say_figures)
        self.picking.picks.changed.connect(self._say_picked)
        self.list.toggled.connect(self.picking.toggle)
        self.list.stretched.connect(lambda row: self.picking.stretch(self.current_row(), row))
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.blank.pressed.connect(
            lambda: self.filter_row.choose(self.filter_row.filters.cleared())
        )

    @property
    def seen_until(self) -> datetime | None:
        """The pull up to which items are listed."""
        return self._until

    def begin(self, me: UUID, counts: Counts) -> None:
        """Lists the person's queue as it is now; what comes later waits to be asked for."""
        self._me, self._until = me, counts.latest_pull
        self.filter_row.box.learn()
        self.show_counts(replace(counts, arrived=0))
        self._list_anew(self.filter_row.filters)

    def choose_view(self, view: View) -> None:
        """Lists another view."""
        self.filter_row.choose(Filters(view=view))

    def narrow(self, filters: Filters) -> None:
        """Lists what these filters leave."""
        self.filter_row.choose(filters)

    def show_counts(self, counts: Counts) -> None:
        """Shows the figures, and how many items are new."""
        self.counts = counts
        self.filter_row.offer(counts.workflows)
        self.filter_row.box.learn()
        self.figures.say_today(counts.decided_today)
        self.arrived.say(counts.arrived)
        self._say_figures()

    def show_new(self) -> None:
        """Lets in what has come since."""
        self._until = self.counts.latest_pull
        self.arrived.say(0)
        self.refresh()

    def refresh(self) -> None:
        """Asks for the list again and keeps the current item current."""
        if self._me is not None:
            row = self.current_row() or 0
            self.model.list_query(self._query(self._me), row)

    def refresh_soon(self) -> None:
        """Asks for the list again once things are quiet."""
        self._soon.start()

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

    def search(self) -> None:
        """Goes to the search box, and lists what may be typed there."""
        self.filter_row.search.setFocus()
        self.filter_row.search.selectAll()
        if not self.filter_row.search.text():
            self.filter_row.box.suggest()

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
        if self._me is not None and self.model.rowCount():
            self.picking.picks.pick_all(self._query(self._me), self.model.figure)

    def clear_picked(self) -> bool:
        """Picks nothing; says whether anything was."""
        return self.picking.clear()

    def selected(self) -> list[UUID]:
        """The items that are picked one by one; of all of a list `picked` is the value."""
        return self.picking.picks.ids()

    def picked(self) -> Picked:
        """What is picked, as a value that services turn into items."""
        return self.picking.picks.picked()

    def save_view(self) -> None:
        """Asks for a name under which this search, these filters and this order are kept."""
        filters = self.filter_row.filters
        name = revealed_line(filters.search) or tr(filters.view)
        what = tr("Keeps the search, the filters and the order")
        self.name_row.ask(what, name[:60], lambda named: self.view_named.emit(named, filters))

    def go_to_view(self, number: int) -> None:
        """Goes to a saved view, by its place in the rail."""
        self.view_wanted.emit(number - 1)

    def go_to_item(self) -> None:
        """Asks for an item by its id."""
        self.item_sought.emit()

    def remove(self, item_id: UUID) -> None:
        """Takes out an item that was just decided; the one that moves up becomes current."""
        was_current = item_id == self._current
        row = self.model.remove(item_id)
        self.picking.picks.drop(item_id)
        if row is not None:
            self._gone[item_id] = row
        if not was_current:
            return
        self._current = None
        if self.model.rowCount() == 0:
            self.emptied.emit()
        else:
            self._select(min(row or 0, self.model.rowCount() - 1))
        self._say_figures()

    def restore(self, entry: QueueEntry) -> None:
        """Puts back an item whose decision was not saved."""
        self.model.restore(entry, self._gone.pop(entry.item_id, 0))
        self._say_figures()

    def select_item(self, item_id: UUID) -> bool:
        """Makes an item current without choosing it anew; whether the list holds it."""
        row = self.model.row_of(item_id)
        self._current = item_id
        if row is not None:
            self._select(row)
        return row is not None

    def upcoming(self) -> list[UUID]:
        """The items after the current one, and the one before it, to be made ready."""
        row = self.current_row()
        if row is None:
            return []
        entries = (self.model.entry(r) for r in (row + 1, row + 2, row - 1) if r >= 0)
        return [entry.item_id for entry in entries if entry]

    def _step(self, step: int) -> None:
        row = self.current_row()
        if self.model.rowCount():
            wanted = 0 if row is None else row + step
            self._select(max(0, min(wanted, self.model.rowCount() - 1)))

    def _extend(self, step: int) -> None:
        row = self.current_row()
        if row is None:
            return
        wanted = max(0, min(row + step, self.model.rowCount() - 1))
        self.picking.stretch(row, wanted)
        self._select(wanted)

    def _query(self, me: UUID) -> QueueQuery:
        return self.filter_row.filters.query(me, self._until, self._shuffle)

    def _select(self, row: int, *, scrolls: bool = True) -> None:
        index = self.model.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if index == self.list.currentIndex():
            self.list.selectionModel().select(index, flags)
            self._choose(index)
        else:
            self.list.selectionModel().setCurrentIndex(index, flags)
        if scrolls:
            self.list.scrollTo(index)

    def _choose(self, index: QModelIndex, _previous: QModelIndex | None = None) -> None:
        entry = index.data(EntryRole.ENTRY)
        if isinstance(entry, QueueEntry) and not self._is_resetting:
            self._current = entry.item_id
            self.chosen.emit(entry, index.row() + 1, self.model.rowCount())

    _is_resetting = False

    def _list_anew(self, filters: Filters) -> None:
        self._current = None
        self.picking.clear()
        self.list.go_up()
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())
        self.filters_changed.emit(filters)
        if self._me is not None:
            self.model.list_query(self._query(self._me))

    def _loaded(self) -> None:
        """Finds the current item again, or takes the first."""
        self._say_figures()
        total = self.model.rowCount()
        self.stack.setCurrentWidget(self.list if total else self.blank)
        if not total:
            self._say_empty()
            self._current = None
            self.emptied.emit()
            return
        row = self.model.row_of(self._current) if self._current else None
        if row is not None:
            if row != self.current_row():
                self._select(row, scrolls=False)
            else:
                self._choose(self.model.index(row))
        elif self._current is None and self.current_row() is None:
            self._select(0)

    def _failed(self, outcome: Err) -> None:
        words = tr("The list could not be read. The log has the details.")
        words = words if outcome.is_bug else words_of(outcome.error)
        self.message.emit(Message(words, "error", "queue", tr("Try again"), self.refresh))

    def _say_figures(self) -> None:
        self.figures.say(self.filter_row.filters, self.model.figure)

    def _say_picked(self) -> None:
        self.picked_bar.say(self.picking.picks.count)
        self.list.viewport().update()
        self.selection_changed.emit(self.selected())

    def _say_empty(self) -> None:
        filters = self.filter_row.filters
        if filters.is_narrowed:
            words = tr("No item fits the search and the filters.")
            self.blank.say(tr("Nothing matches"), words, tr("Clear"))
        else:
            self.blank.say("", tr(_EMPTY[filters.view]))

    def _lay_out(self) -> None:
        upper = QVBoxLayout()
        upper.setContentsMargins(12, 10, 12, 8)
        upper.setSpacing(10)
        upper.addWidget(self.filter_row)
        upper.addWidget(self.name_row)
        upper.addWidget(self.figures)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addWidget(self.arrived)
        column.addWidget(self.picked_bar)
        column.addWidget(self.stack, 1)


_EMPTY = {
    View.QUEUE: mark("Nothing waits for you."),
    View.ESCALATED: mark("Nobody has handed a decision on."),
    View.DISPUTED: mark("Nobody disagrees about an item."),
    View.DECIDED: mark("What is decided will be listed here."),
    View.ALL: mark("What is pulled will be listed here."),
}
