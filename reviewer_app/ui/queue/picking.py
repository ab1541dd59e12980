"""Picking items in the list: one, a stretch of it, all of it."""

from uuid import UUID

from PySide6.QtCore import QObject

from reviewer_app.services.lists import Lists
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.queue.model import QueueModel
from reviewer_app.ui.queue.picks import Picks


class Picking(QObject):
    """Turns rows into picks. A stretch begins where the first one was picked."""

    def __init__(
        self, model: QueueModel, lists: Lists, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._lists, self._jobs = model, lists, jobs
        self._anchor: UUID | None = None
        self._asked = 0
        self.picks = Picks(self)

    def clear(self) -> bool:
        """Picks nothing; says whether anything was picked."""
        self._anchor = None
        self._asked += 1
        return self.picks.clear()

    def toggle(self, row: int) -> None:
        """Picks a row, or leaves it out; a stretch begins there."""
        entry = self._model.entry(row)
        if entry is not None:
            self._anchor = entry.item_id
            self.picks.toggle(entry.item_id)

    def stretch(self, current: int | None, row: int) -> None:
        """Picks from where the stretch began, else from the current row, to this row."""
        begin = self._model.row_of(self._anchor) if self._anchor else None
        if begin is None:
            begin = row if current is None else current
            entry = self._model.entry(begin)
            self._anchor = entry.item_id if entry else None
        low, high = min(begin, row), max(begin, row)
        held = [self._model.held_entry(n) for n in range(low, high + 1)]
        if None in held:
            self._ask(low, high)
        else:
            self.picks.pick(entry.item_id for entry in held if entry)

    def _ask(self, low: int, high: int) -> None:
        """The rows between are not all held: asks for their items."""
        query = self._model.query
        if query is None:
            return
        self._asked += 1
        asked = self._asked

        def arrive(outcome: Ok[list[UUID]] | Err) -> None:
            if asked == self._asked and isinstance(outcome, Ok):
                self.picks.pick(outcome.value[low:])

        self._jobs.read(lambda: self._lists.ids(query, high + 1), arrive)
