"""The team as a table that Qt can show: what stands in a cell, what is dragged, in which order."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from reviewer_app.domain.vocabulary import Risk
from reviewer_app.services.overview import Presence
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.team.rows import Row, name_words
from reviewer_app.ui.team.words import (
    next_due_words,
    pace_words,
    pools_words,
    waiting_words,
    where_words,
)
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.wording import Clock, figure

MIME = "application/x-reviewer-selection"
"""What is dragged within the program: a search, as text."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NEVER = datetime.max.replace(tzinfo=UTC)


class Column(IntEnum):
    """What stands beside what."""

    PERSON = 0
    MAY_TAKE = 1
    OPEN = 2
    NEXT_DUE = 3
    PACE = 4
    WHERE = 5


TITLES = {
    Column.PERSON: mark("Person"),
    Column.MAY_TAKE: mark("May take"),
    Column.OPEN: mark("Open, by risk"),
    Column.NEXT_DUE: mark("Next due"),
    Column.PACE: mark("Pace"),
    Column.WHERE: mark("Where"),
}

ROW = Qt.ItemDataRole.UserRole.value + 1
"""The role under which a delegate gets the whole row."""


def _risk_key(row: Row) -> tuple[int, ...]:
    """The most open first; of as many, the one with more of the greater risks."""
    by_risk = row.waiting.by_risk
    counts = (by_risk.get(risk, 0) for risk in (Risk.CRITICAL, Risk.HIGH, Risk.MEDIUM))
    return (-row.waiting.total, *(-n for n in counts))


_KEYS: dict[Column, Callable[[Row], Any]] = {
    Column.PERSON: lambda row: row.name.casefold(),
    Column.MAY_TAKE: lambda row: ", ".join(row.pools).casefold(),
    Column.OPEN: _risk_key,
    Column.NEXT_DUE: lambda row: row.waiting.next_due or _NEVER,
    Column.PACE: lambda row: -(row.pace or 0.0),
    Column.WHERE: lambda row: list(Presence).index(row.where.presence),
}


class LoadModel(QAbstractTableModel):
    """What the table shows. What nobody has stays at the end, whatever the order.

    `dropped` carries the search that was dragged and the row that it was dropped on.
    """

    dropped = Signal(str, object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: list[Row] = []
        self.column, self.order = Column.OPEN, Qt.SortOrder.AscendingOrder
        self.search_of: Callable[[Row], str] = lambda _row: ""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Lists these; what is the same row stays the current one."""
        wanted = self._sorted(rows)
        if [_same(row) for row in wanted] == [_same(row) for row in self._rows]:
            self._rows = wanted
            if wanted:
                last = self.index(len(wanted) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()

    def rows(self) -> Sequence[Row]:
        """What is listed, in its order."""
        return tuple(self._rows)

    def row(self, index: _Index) -> Row | None:
        """The row behind an index."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, row: Row | None) -> int | None:
        """Where the same person or pool stands now."""
        found = (n for n, held in enumerate(self._rows) if row and _same(held) == _same(row))
        return next(found, None)

    @property
    def most(self) -> int:
        """The greatest count of a row, which the longest bar stands for."""
        return max((row.waiting.total for row in self._rows), default=0)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Orders the people by a column."""
        if column not in list(Column):
            return
        self.column, self.order = Column(column), order
        self.layoutAboutToBeChanged.emit()
        before = {_same(row): n for n, row in enumerate(self._rows)}
        self._rows = self._sorted(self._rows)
        after = {_same(row): n for n, row in enumerate(self._rows)}
        moved = {before[key]: n for key, n in after.items()}
        held = self.persistentIndexList()
        self.changePersistentIndexList(
            held, [self.index(moved[old.row()], old.column()) for old in held]
        )
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The titles of the columns."""
        is_title = orientation is Qt.Orientation.Horizontal and section in list(Column)
        if is_title and role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[Column(section)])
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, the whole row for the delegate, the whole sentence for a reader."""
        row = self.row(index)
        if row is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                is_first = column is Column.PERSON
                return self._sentence(row) if is_first else self._words(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._tip(row, column))
            case _:
                return row if role == ROW else None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A row can be chosen and dragged, and what is dragged can be dropped on it."""
        row = self.row(index)
        found = super().flags(index)
        if row is None:
            return found
        if row.waiting.total:
            found |= Qt.ItemFlag.ItemIsDragEnabled
        return found | Qt.ItemFlag.ItemIsDropEnabled

    @override
    def mimeTypes(self) -> list[str]:
        """A selection of items is all that is dragged here."""
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """All that waits in a row, as the search that finds it."""
        made = QMimeData()
        row = self.row(indexes[0]) if indexes else None
        if row is not None:
            made.setData(MIME, self.search_of(row).encode())
        return made

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        """Things are handed over, not copied."""
        return Qt.DropAction.MoveAction

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Says what was dropped on whom; the model itself changes nothing."""
        del action, row, column
        onto = self.row(parent)
        if onto is None or not data.hasFormat(MIME):
            return False
        self.dropped.emit(bytes(data.data(MIME).data()).decode(), onto)
        return False

    def _sorted(self, rows: Sequence[Row]) -> list[Row]:
        people = [row for row in rows if row.person_id is not None]
        pools = [row for row in rows if row.person_id is None]
        people.sort(key=_KEYS[Column.PERSON])
        is_down = self.order is Qt.SortOrder.DescendingOrder
        people.sort(key=_KEYS[self.column], reverse=is_down)
        return [*people, *sorted(pools, key=_KEYS[Column.MAY_TAKE])]

    def _words(self, row: Row, column: Column) -> str:
        return _WORDS[column](row, self._clock())

    def _tip(self, row: Row, column: Column) -> str:
        now = self._clock()
        if column is Column.OPEN or column is Column.NEXT_DUE:
            return waiting_words(row.waiting, now)
        if column is Column.PACE and row.person_id:
            if row.pace is None:
                return tr("Too few decisions of the last two weeks to say")
            return tr("Decisions an hour at the desk, over the last two weeks")
        return self._words(row, column)

    def _sentence(self, row: Row) -> str:
        """The whole row, for who hears it."""
        now = self._clock()
        parts = [name_words(row), pools_words(list(row.pools)), waiting_words(row.waiting, now)]
        due = next_due_words(row.waiting, now)
        parts.append(tr("next due {when}", when=due) if due else "")
        if row.person_id:
            parts += [pace_words(row.pace) if row.pace else "", where_words(row.where, now)]
        return ". ".join(part for part in parts if part)


_WORDS: dict[Column, Callable[[Row, datetime], str]] = {
    Column.PERSON: lambda row, _now: name_words(row),
    Column.MAY_TAKE: lambda row, _now: pools_words(list(row.pools)),
    Column.OPEN: lambda row, _now: figure(row.waiting.total),
    Column.NEXT_DUE: lambda row, now: next_due_words(row.waiting, now),
    Column.PACE: lambda row, _now: pace_words(row.pace) if row.person_id else "",
    Column.WHERE: lambda row, now: where_words(row.where, now),
}
"""What stands in a cell, by its column."""


def _same(row: Row) -> tuple[UUID | None, tuple[str, ...]]:
    return row.person_id, row.pools if row.person_id is None else ()
