"""The queue beside the desk: search, filters, figures, what is new, and the list."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.queue import QueueEntry, QueueQuery
from reviewer_app.services.desk import Counts
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs
from reviewer_app.ui.language import tr
from reviewer_app.ui.queue.arrived import Arrived
from reviewer_app.ui.queue.empty_list import EmptyList
from reviewer_app.ui.queue.figures_line import FiguresLine
from reviewer_app.ui.queue.filter_row import FilterRow
from reviewer_app.ui.queue.filters import Filters, View
from reviewer_app.ui.queue.list_panel import ListPanel
from reviewer_app.ui.queue.name_row import NameRow
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock

SETTLES_AFTER_MS = 400
"""How long after the last change from elsewhere the list is asked again."""


class QueuePanel(ListPanel):
    """The list and what is listed. Nothing moves in it that the person did not move."""

    emptied = Signal()
    counted = Signal()
    search_left = Signal()
    message = Signal(object)
    filters_changed = Signal(object)
    view_named = Signal(str, object)
    view_wanted = Signal(int)
    item_sought = Signal()

    def __init__(
        self, session: ReviewSession, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(session.lists, jobs, clock, parent)
        self._me: UUID | None = None
        self._until: datetime | None = None
        self._gone: dict[UUID, int] = {}
        self._resume = 0
        self.counts = Counts()
        self._shuffle = uuid4().hex
        self.filter_row = FilterRow(session.lists, jobs)
        self.figures = FiguresLine()
        self.arrived = Arrived(self.show_new)
        self.name_row = NameRow()
        self.blank = EmptyList()
        self._lay_out()
        self._soon = QTimer(self)
        self._connect()

    def _connect(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLES_AFTER_MS)
        self._soon.timeout.connect(self.refresh)
        self.filter_row.changed.connect(self._list_anew)
        self.filter_row.box.entered.connect(self.search_left)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._failed)
        self.model.counted.connect(self._say_figures)
        self.blank.pressed.connect(
            lambda: self.filter_row.choose(self.filter_row.filters.cleared())
        )

    @property
    def me(self) -> UUID | None:
        """Who works here, once that is known."""
        return self._me

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
        self.counted.emit()

    def show_new(self) -> None:
        """Lets in what has come since."""
        self._until = self.counts.latest_pull
        self.arrived.say(0)
        self.refresh()

    def refresh(self) -> None:
        """Asks for the list again and keeps the current item current."""
        query = self.query()
        if query is not None:
            self.model.list_query(query, self.current_row() or 0)

    def refresh_soon(self) -> None:
        """Asks for the list again once things are quiet."""
        self._soon.start()

    def search(self) -> None:
        """Goes to the search box, and lists what may be typed there."""
        self.filter_row.search.setFocus()
        self.filter_row.search.selectAll()
        if not self.filter_row.search.text():
            self.filter_row.box.suggest()

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
            self.select_row(min(row or 0, self.model.rowCount() - 1))
        self._say_figures()

    def let_go(self, ids: Collection[UUID]) -> None:
        """Items were decided together: lists what is left, and goes on at the same place."""
        if self._current in ids:
            above = (self.model.held_entry(row) for row in range(self._last_row))
            gone = sum(entry is not None and entry.item_id in ids for entry in above)
            self._resume, self._current = self._last_row - gone, None
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        self.refresh()

    def restore(self, entry: QueueEntry) -> None:
        """Puts back an item whose decision was not saved."""
        self.model.restore(entry, self._gone.pop(entry.item_id, 0))
        self._say_figures()

    def select_item(self, item_id: UUID) -> bool:
        """Makes an item current without choosing it anew; whether the list holds it."""
        row = self.model.row_of(item_id)
        self._current = item_id
        if row is not None:
            self.select_row(row)
        return row is not None

    @override
    def query(self) -> QueueQuery | None:
        """The question whose answer is listed; None before it is known who asks."""
        if self._me is None:
            return None
        return self.filter_row.filters.query(self._me, self._until, self._shuffle)

    def _list_anew(self, filters: Filters) -> None:
        self._current = None
        self.picking.clear()
        self.list.go_up()
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())
        self.filters_changed.emit(filters)
        query = self.query()
        if query is not None:
            self.model.list_query(query)

    def _loaded(self) -> None:
        """Finds the current item again, or takes the first."""
        self._say_figures()
        total = self.model.rowCount()
        self.stack.setCurrentWidget(self.list if total else self.blank)
        if not total:
            self.blank.say_for(self.filter_row.filters)
            self._current = None
            self.emptied.emit()
            return
        row = self.model.row_of(self._current) if self._current else None
        if row is not None:
            if row != self.current_row():
                self.select_row(row, scrolls=False)
            else:
                self.choose_row(self.model.index(row))
        elif self._current is None and self.current_row() is None:
            self.select_row(min(self._resume, total - 1))
            self._resume = 0

    def _failed(self, outcome: Err) -> None:
        words = tr("The list could not be read. The log has the details.")
        words = words if outcome.is_bug else words_of(outcome.error)
        self.message.emit(Message(words, "error", "queue", tr("Try again"), self.refresh))

    def _say_figures(self) -> None:
        self.figures.say(self.filter_row.filters, self.model.figure)

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
