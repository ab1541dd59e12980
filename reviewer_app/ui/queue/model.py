"""A list of any length of which only the pages that are looked at are held."""

from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.holding import Holding
from reviewer_app.domain.queue import COUNTED, Figure, QueueEntry, QueueQuery
from reviewer_app.services.lists import Lists
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.vocabulary_words import word_of
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.withheld_words import in_its_place
from reviewer_app.ui.wording import figure

PAGE = 100
"""Entries asked for at once."""

AT_FIRST = 1_000
"""How far a list is counted before it is shown; the rest is counted behind it."""

HELD = 3_000
"""Entries held at most."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class EntryRole(IntEnum):
    """What a delegate asks a row for."""

    ENTRY = Qt.ItemDataRole.UserRole.value + 1
    COVERED = Qt.ItemDataRole.UserRole.value + 2
    EXCERPT = Qt.ItemDataRole.UserRole.value + 3


class QueueModel(QAbstractListModel):
    """The entries of a query. Rows that are not there yet have no entry."""

    loaded = Signal()
    counted = Signal()
    failed = Signal(object)

    def __init__(self, lists: Lists, jobs: Jobs) -> None:
        super().__init__()
        self._lists, self._jobs = lists, jobs
        self._query: QueueQuery | None = None
        self._rows: dict[int, QueueEntry] = {}
        self._covered: set[UUID] = set()
        self._silent: dict[UUID, Holding] = {}
        self._total = 0
        self._is_least = self._is_cut = self._is_counting = False
        self._asked: set[int] = set()
        self._age = 0
        self.is_loading = False

    @property
    def query(self) -> QueueQuery | None:
        """What is listed."""
        return self._query

    @property
    def figure(self) -> Figure:
        """How many entries the query has, as far as they were counted."""
        return Figure(self._total, self._is_least or self._is_cut)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many entries the query has, as far as they were counted."""
        return 0 if parent.isValid() else self._total

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's entry, its words for a screen reader, or nothing while it is on its way."""
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        is_covered = entry is not None and entry.item_id in self._covered
        excerpt = self._excerpt(entry) if entry else ""
        of_row = {
            EntryRole.ENTRY: entry,
            EntryRole.COVERED: is_covered,
            EntryRole.EXCERPT: excerpt,
        }
        if role in of_row:
            return of_row[EntryRole(role)]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return _words(entry, excerpt, is_covered=is_covered) if entry else "…"
        if role == Qt.ItemDataRole.ToolTipRole and entry:
            return plain_tip(f"{revealed_line(entry.external_id)}\n{revealed_line(excerpt)}")
        return None

    def _excerpt(self, entry: QueueEntry) -> str:
        """The head of an output, or in words why there is none."""
        return entry.excerpt or in_its_place(self._silent.get(entry.item_id, Holding.WHOLE))

    def entry(self, row: int) -> QueueEntry | None:
        """A row's entry; where it is not held it is asked for."""
        found = self._rows.get(row)
        if found is None and 0 <= row < self._total:
            self._ask(row // PAGE * PAGE)
        if self._is_least and row >= self._total - PAGE:
            self._count_further()
        return found

    def held_entry(self, row: int) -> QueueEntry | None:
        """A row's entry where it is held; nothing is asked for."""
        return self._rows.get(row)

    def row_of(self, item_id: UUID) -> int | None:
        """The row of an item, among the rows that are held."""
        return next((row for row, e in self._rows.items() if e.item_id == item_id), None)

    def held(self) -> int:
        """How many entries are held."""
        return len(self._rows)

    def list_query(self, query: QueueQuery, around: int = 0) -> None:
        """Lists a query anew; what was listed stays until the answer is there."""
        self._query = query
        self._age += 1
        age, first = self._age, max(0, around // PAGE * PAGE)
        self.is_loading = True

        def work() -> tuple[Figure, list[QueueEntry]] | None:
            if age != self._age:  # another list was asked for before this one's turn came
                return None
            entries = self._page(query, first)
            if len(entries) < PAGE and (entries or not first):
                return Figure(first + len(entries)), entries
            return self._lists.figure(query, AT_FIRST), entries

        def arrive(outcome: Ok[tuple[Figure, list[QueueEntry]] | None] | Err) -> None:
            if age != self._age:
                return
            self.is_loading = False
            if isinstance(outcome, Ok) and outcome.value is not None:
                self._replace(*outcome.value, first)
            elif isinstance(outcome, Err):
                self.failed.emit(outcome)

        self._jobs.read(work, arrive)

    def remove(self, item_id: UUID) -> int | None:
        """Takes an item out of the list at once; gives the row that it had."""
        row = self.row_of(item_id)
        if row is None:
            return None
        self._age += 1
        self._asked.clear()
        self.beginRemoveRows(QModelIndex(), row, row)
        self._rows = {r - (r > row): e for r, e in self._rows.items() if r != row}
        self._total -= 1
        self.endRemoveRows()
        return row

    def restore(self, entry: QueueEntry, row: int) -> None:
        """Puts an item back that was taken out too soon."""
        if self.row_of(entry.item_id) is not None:
            return
        row = max(0, min(row, self._total))
        self._age += 1
        self._asked.clear()
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows = {r + (r >= row): e for r, e in self._rows.items()}
        self._rows[row] = entry
        self._total += 1
        self.endInsertRows()

    def _replace(self, figure: Figure, entries: list[QueueEntry], first: int) -> None:
        self.beginResetModel()
        self._asked.clear()
        self._is_counting = False
        self._total = max(figure.count, first + len(entries) if entries else 0)
        self._note(figure, AT_FIRST)
        self._rows = dict(enumerate(entries, first))
        self.endResetModel()
        self.loaded.emit()
        if self._is_least:
            self._count_further()

    def _note(self, figure: Figure, most: int) -> None:
        """There may be more because the count stopped, or because not all was looked at."""
        self._is_least = figure.is_least and figure.count >= most
        self._is_cut = figure.is_least and not self._is_least

    def _count_further(self) -> None:
        """The reader comes near the end of what was counted: counts on, once at a time."""
        query, known = self._query, self._total
        if query is None or self._is_counting or self.is_loading:
            return
        self._is_counting, age = True, self._age
        most = max(known, AT_FIRST) // COUNTED * COUNTED + COUNTED

        def arrive(outcome: Ok[Figure] | Err) -> None:
            self._is_counting = False
            if age != self._age or not isinstance(outcome, Ok):
                return
            self._note(outcome.value, most)
            if outcome.value.count > self._total:
                self.beginInsertRows(QModelIndex(), self._total, outcome.value.count - 1)
                self._total = outcome.value.count
                self.endInsertRows()
            self.counted.emit()

        self._jobs.read(lambda: self._lists.figure(query, most), arrive)

    def _ask(self, first: int) -> None:
        """Asks for a page once; an answer to a list that has changed since is not used."""
        query = self._query
        if query is None or first in self._asked or self.is_loading:
            return
        self._asked.add(first)
        age = self._age

        def arrive(outcome: Ok[list[QueueEntry]] | Err) -> None:
            if age != self._age:
                return
            self._asked.discard(first)
            if isinstance(outcome, Ok):
                self._take(first, outcome.value)
            else:
                self.failed.emit(outcome)

        self._jobs.read(lambda: self._page(query, first), arrive)

    def _page(self, query: QueueQuery, first: int) -> list[QueueEntry]:
        """Entries from `first` on; notes before they are shown which of them are covered."""
        entries = self._lists.page(query, first, PAGE)
        self._covered.difference_update(entry.item_id for entry in entries)
        self._covered.update(self._lists.covered(entries))
        self._silent.update(self._lists.held(entries))
        return entries

    def _take(self, first: int, entries: list[QueueEntry]) -> None:
        if not entries:
            return
        self._rows.update(enumerate(entries, first))
        if len(self._rows) > HELD:
            keep = range(first - HELD // 3, first + HELD // 3)
            self._rows = {row: e for row, e in self._rows.items() if row in keep}
        last = min(first + len(entries), self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last), [EntryRole.ENTRY])
        self.loaded.emit()


def _words(entry: QueueEntry, excerpt: str, *, is_covered: bool) -> str:
    """An entry in words, as a screen reader says it; of a covered one not what is covered."""
    sure = tr("no confidence") if entry.confidence is None else figure(entry.confidence, 2)
    told = tr("{risk} risk, {confidence}", risk=word_of(entry.risk), confidence=sure)
    told = tr("judged blind") if is_covered else told
    return revealed_line(f"{excerpt}. {entry.workflow}, {entry.step}. {told}")
