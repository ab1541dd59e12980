"""The lists that a person keeps under names: saved, shown in the rail, renamed, removed."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.queue import Figure
from reviewer_app.settings import SavedView
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.palette import Choice
from reviewer_app.ui.preferences import Preferences
from reviewer_app.ui.queue.filters import Filters, For, View
from reviewer_app.ui.queue.panel import QueuePanel
from reviewer_app.ui.rail import Rail, saved_id
from reviewer_app.ui.widgets.message_bar import Message


class SavedViews(QObject):
    """Keeps the views of the settings, the rail and the list in step."""

    message = Signal(object)
    review_wanted = Signal()

    def __init__(self, rail: Rail, queue: QueuePanel, preferences: Preferences, jobs: Jobs) -> None:
        super().__init__(queue)
        self._rail, self._queue, self._preferences = rail, queue, preferences
        self._jobs = jobs
        self._is_counting = False
        rail.view_pressed.connect(self.go)
        rail.rename_wanted.connect(self.rename)
        rail.removal_wanted.connect(self.remove)
        queue.view_named.connect(self.keep)
        queue.view_wanted.connect(self.go)
        queue.counted.connect(self.count)
        queue.filters_changed.connect(lambda _filters: rail.show_place(self.place))
        preferences.held.connect(self._hold)
        self._show()

    @property
    def place(self) -> str:
        """The entry of the rail that stands for what is listed."""
        filters = self._queue.filter_row.filters
        kept = [filters_of(view) for view in self._views]
        return saved_id(kept.index(filters)) if filters in kept else str(filters.view)

    def choices(self) -> list[Choice]:
        """The saved views, for the palette."""
        return [
            Choice(revealed_line(view.name), tr("Saved view"), partial(self.go, n))
            for n, view in enumerate(self._views)
        ]

    def go(self, n: int) -> None:
        """Lists a saved view, by its place."""
        if n >= len(self._views):
            words = tr("There is no saved view {n} yet. “Save this view” keeps what is listed.")
            self.message.emit(Message(words.format(n=n + 1), key="views"))
            return
        self.review_wanted.emit()
        self._queue.narrow(filters_of(self._views[n]))

    def keep(self, name: str, filters: Filters) -> None:
        """Keeps what is listed under a name, in the place of a view that has it."""
        fresh = view_of(name, filters)
        views = [fresh if _is_called(view, name) else view for view in self._views]
        self._save(views if fresh in views else [*views, fresh])

    def rename(self, n: int) -> None:
        """Asks for another name of a view."""
        view = self._views[n]
        self.review_wanted.emit()
        what = tr("Another name for this view")
        self._queue.name_row.ask(what, view.name, partial(self._rename, view))

    def remove(self, n: int) -> None:
        """Removes a view; the message offers it back."""
        before = self._views
        self._save([view for i, view in enumerate(before) if i != n])
        words = tr("“{name}” was removed.", name=revealed_line(before[n].name))
        undo = partial(self._save, list(before))
        self.message.emit(Message(words, key="views", action=tr("Undo"), act=undo))

    def count(self) -> None:
        """Asks how much is in each view; once at a time."""
        me = self._queue.me
        if me is None or self._is_counting or not self._views:
            return
        self._is_counting = True
        until, lists = self._queue.seen_until, self._queue.lists
        queries = [filters_of(view).query(me, until) for view in self._views]

        def arrive(outcome: Ok[list[Figure | None]] | Err) -> None:
            self._is_counting = False
            if isinstance(outcome, Ok):
                self._rail.show_figures(outcome.value)

        self._jobs.read(lambda: lists.figures(queries), arrive)

    @property
    def _views(self) -> tuple[SavedView, ...]:
        return self._preferences.shown.views

    def _rename(self, view: SavedView, name: str) -> None:
        renamed = view.model_copy(update={"name": name})
        others = [v for v in self._views if v == view or not _is_called(v, name)]
        self._save([renamed if v == view else v for v in others])

    def _save(self, views: list[SavedView]) -> None:
        self._preferences.change({"views": tuple(views)})

    def _hold(self, names: frozenset[str]) -> None:
        if "views" in names:
            self._show()

    def _show(self) -> None:
        self._rail.show_views([view.name for view in self._views])
        self._rail.show_place(self.place)
        self.count()


def filters_of(view: SavedView) -> Filters:
    """What a saved view lists."""
    return Filters(
        view=View[view.view.upper()],
        status=view.status or None,
        workflow=view.workflow or None,
        risk=view.risk or None,
        whose=For[view.whose.upper()] if view.whose else None,
        sort=view.sort or None,
        search=view.search,
    )


def view_of(name: str, filters: Filters) -> SavedView:
    """The saved view of what is listed."""
    return SavedView.model_validate(
        {
            "name": name,
            "view": filters.view.name.lower(),
            "status": filters.status or "",
            "workflow": filters.workflow or "",
            "risk": filters.risk or "",
            "whose": filters.whose.name.lower() if filters.whose else "",
            "sort": filters.sort or "",
            "search": filters.search,
        }
    )


def _is_called(view: SavedView, name: str) -> bool:
    return view.name.casefold() == name.casefold()
