"""Finding an item by its id in the palette, asked off the window's thread."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.palette import Choice, Palette
from reviewer_app.ui.queue.panel import QueuePanel

SHOWN_AT_MOST = 12
SHORTEST = 2
"""Characters of an id from which items are looked for."""


class Finding(QObject):
    """Lets the palette find items."""

    def __init__(
        self, palette: Palette, queue: QueuePanel, jobs: Jobs, show_item: Callable[[UUID], None]
    ) -> None:
        super().__init__(palette)
        self._palette, self._lists, self._jobs = palette, queue.lists, jobs
        self._show_item = show_item
        palette.typed.connect(self.find)
        queue.item_sought.connect(self.open)

    def open(self) -> None:
        """Opens the palette for an id alone."""
        self._palette.open_with((), tr("The id of an item, or its beginning …"))

    def find(self, typed: str) -> None:
        """Asks for the items whose id begins like what is typed."""
        if len(typed.strip()) < SHORTEST:
            return

        def arrive(outcome: Ok[list[QueueEntry]] | Err) -> None:
            if isinstance(outcome, Ok):
                self._palette.add(typed, [self._choice(entry) for entry in outcome.value])

        self._jobs.read(lambda: self._lists.begun(typed, SHOWN_AT_MOST), arrive)

    def _choice(self, entry: QueueEntry) -> Choice:
        words = f"{revealed_line(entry.external_id)}   {revealed_line(entry.excerpt)}"
        return Choice(words, tr("Item"), partial(self._show_item, entry.item_id))
