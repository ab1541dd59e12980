"""The items that are picked in the list: some of them, or all of its query except some."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.queue import Figure, Picked, QueueQuery


class Picks(QObject):
    """What is picked. All of a long list is as small as two items of it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[UUID, None] = {}
        self._query: QueueQuery | None = None
        self._whole = Figure(0)
        self._without: set[UUID] = set()

    @property
    def count(self) -> Figure:
        """How many are picked."""
        if self._query is None:
            return Figure(len(self._ids))
        return Figure(max(0, self._whole.count - len(self._without)), self._whole.is_least)

    def __bool__(self) -> bool:
        return self.count.count > 0

    def __contains__(self, item_id: UUID) -> bool:
        if self._query is not None:
            return item_id not in self._without
        return item_id in self._ids

    def picked(self) -> Picked:
        """What is picked, as a value that services turn into items."""
        return Picked(tuple(self._ids), self._query, frozenset(self._without))

    def ids(self) -> list[UUID]:
        """The items that were picked one by one or as a stretch."""
        return list(self._ids)

    def toggle(self, item_id: UUID) -> None:
        """Picks an item, or leaves it out."""
        if self._query is not None:
            self._without ^= {item_id}
        elif item_id in self._ids:
            del self._ids[item_id]
        else:
            self._ids[item_id] = None
        self.changed.emit()

    def pick(self, ids: Iterable[UUID]) -> None:
        """Picks these and no others."""
        self._reset()
        self._ids = dict.fromkeys(ids)
        self.changed.emit()

    def pick_all(self, query: QueueQuery, whole: Figure) -> None:
        """Picks all of a query."""
        self._reset()
        self._query, self._whole = query, whole
        self.changed.emit()

    def drop(self, item_id: UUID) -> None:
        """Leaves out an item that has left the list."""
        if self._query is not None or item_id in self._ids:
            self._ids.pop(item_id, None)
            if self._query is not None:
                self._without.add(item_id)
            self.changed.emit()

    def clear(self) -> bool:
        """Picks nothing; says whether anything was."""
        was = bool(self)
        self._reset()
        if was:
            self.changed.emit()
        return was

    def _reset(self) -> None:
        self._ids, self._query, self._whole, self._without = {}, None, Figure(0), set()
