"""What passes between queue, desk and rail, and what another process has written meanwhile."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.records import Person
from reviewer_app.services.claims import Claim
from reviewer_app.services.desk import Counts, Saved
from reviewer_app.ui.errors import said, words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Workspace
from reviewer_app.ui.queue.filters import View
from reviewer_app.ui.review.desk_actions import DeskActions
from reviewer_app.ui.shell import Shell
from reviewer_app.ui.widgets.message_bar import Message

POLL_MS = 1_000
"""How often the window looks whether another process has written."""

COUNTS_SETTLE_MS = 150
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Relay(QObject):
    """Keeps the parts of the window in step with each other and with the profile."""

    review_wanted = Signal()
    state_changed = Signal()
    polled = Signal()

    def __init__(self, shell: Shell, desk: DeskActions, workspace: Workspace, jobs: Jobs) -> None:
        super().__init__(shell)
        session, self._overviews = workspace.review, workspace.overviews
        self._shell, self._desk, self._session, self._jobs = shell, desk, session, jobs
        self._queue, self._page = shell.queue, shell.page
        self._wanted: UUID | None = None
        self._is_polling = self._is_going_on = False
        self._taken: Mapping[UUID, Claim] = {}
        self.is_started = self.leads = False
        self._poll, self._soon = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COUNTS_SETTLE_MS)
        self._soon.timeout.connect(lambda: self._count(self._show_counts))
        self._poll.timeout.connect(self._look_elsewhere)
        self._connect()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever pulled."""
        return self.is_started and self._queue.counts.latest_pull is None

    def begin(self, show: UUID | None = None) -> None:
        """Asks who works here and what waits, and shows it."""
        self._wanted = show
        session = self._session
        self._jobs.read(lambda: (session.me, session.counts(LONG_AGO)), self._begin)
        self._desk.decisions.look()

    def stop(self) -> None:
        """Looks no more at what others write."""
        self._poll.stop()
        self._soon.stop()
        self._page.reservation.stop()

    def take_in(self) -> None:
        """What the person pulled is shown without being asked for again."""

        def arrive(outcome: Ok[Counts] | Err) -> None:
            self._show_counts(outcome)
            self._queue.show_new()
            self.state_changed.emit()

        self._count(arrive)

    def look_soon(self) -> None:
        """Something came in beside the person: figures move, and new items wait to be asked for."""
        self._soon.start()

    def show_item(self, item_id: UUID) -> None:
        """Shows an item: in the list where it holds it, else on the desk alone."""
        self.review_wanted.emit()
        if not self._queue.select_item(item_id):
            self._page.show_item(item_id)
            self._queue.refresh()

    def note_settled(self, saved: Saved) -> None:
        """An act was done on another page: lists, figures and undo know of it."""
        self._desk.decisions.look()
        self._commit(saved)

    def look_who_leads(self) -> None:
        """Asks whether this person leads a team, and so has a use for its page."""
        self._jobs.read(self._overviews.is_wanted, self._show_leading)

    def _show_leading(self, outcome: Ok[bool] | Err) -> None:
        if isinstance(outcome, Ok):
            self.leads = outcome.value
            self._shell.rail.show_leading(is_shown=self.leads)
            self.state_changed.emit()

    def _show_taken_back(self, item_id: UUID) -> None:
        """What was taken back is shown, unless the person looks at the team as a whole."""
        if not self._shell.shows_team:
            self.show_item(item_id)

    def press_blank(self) -> None:
        """The one thing to do where there is no item."""
        filters = self._queue.filter_row.filters
        if filters.is_narrowed:
            self._queue.filter_row.choose(filters.cleared())
        else:
            self._queue.choose_view(View.DECIDED)

    def _begin(self, outcome: Ok[tuple[Person, Counts]] | Err) -> None:
        if not isinstance(outcome, Ok):
            retry: Callable[[], None] = self.begin
            words = words_of(outcome.error)
            self._page.message.emit(Message(words, "error", "begin", tr("Try again"), retry))
            return
        me, counts = outcome.value
        self.is_started = True
        self._shell.rail.show_counts(counts)
        self._queue.begin(me.id, counts)
        self._poll.start(POLL_MS)
        self._jobs.read(self._session.claims.others, self._take_claims)
        self.look_who_leads()
        self.review_wanted.emit()

    def _choose(self, entry: QueueEntry, position: int, total: int) -> None:
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.show_item(wanted)
            return
        if self._is_going_on and entry.item_id in self._taken and position < total:
            self._queue.next_item()
            return
        self._page.show_entry(entry, position, total)
        self._page.preload(self._queue.upcoming())

    def _depart(self, item_id: UUID) -> None:
        """An item was decided: the next one is painted before anything else happens."""
        is_listed = self._queue.model.row_of(item_id) is not None
        self._is_going_on = True
        self._queue.remove(item_id)
        self._is_going_on = False
        if not is_listed and self._page.item_id == item_id:
            self._page.show_nothing(tr("Decided"), tr("Choose an item from the queue."))
        self._show_pending()

    def _return(self, entry: QueueEntry) -> None:
        self._queue.restore(entry)
        self._shell.status.show_unsaved()

    def _commit(self, saved: Saved) -> None:
        if saved.feedback:
            self._shell.status.show_note(said(saved.feedback))
        self._show_pending()
        self._soon.start()
        self._queue.refresh_soon()

    def _show_pending(self) -> None:
        self._shell.status.show_pending(self._desk.decisions.pending)

    def _show_empty(self) -> None:
        """No item is listed: says so on the desk, and what can be done."""
        filters = self._queue.filter_row.filters
        today = self._queue.counts.decided_today
        if filters.is_narrowed:
            words = tr("Clear the search and the filters to see the rest.")
            self._page.show_nothing(tr("Nothing matches"), words, tr("Clear"))
        elif filters.view is View.QUEUE:
            done = tr("You decided %Ln today.", "items", today) if today else ""
            rest = tr("New items will wait behind a badge above the list.")
            words = f"{done} {rest}".strip()
            button = tr("Show what was decided")
            self._page.show_nothing(tr("Nothing waits for you"), words, button)
        else:
            title = tr("{view} is empty", view=tr(filters.view))
            self._page.show_nothing(title, tr("There is no such item."))

    def _count(self, then: Callable[[Ok[Counts] | Err], None]) -> None:
        since = self._queue.seen_until or LONG_AGO
        self._jobs.read(lambda: self._session.counts(since), then)

    def _show_counts(self, outcome: Ok[Counts] | Err) -> None:
        if not isinstance(outcome, Ok):
            return
        was_empty = self.is_empty
        self._shell.rail.show_counts(outcome.value)
        self._shell.look_at_team()
        self._queue.show_counts(outcome.value)
        if was_empty and not self.is_empty:
            self._queue.show_new()
            if self._shell.shows_first_start:
                self.review_wanted.emit()
        self.state_changed.emit()

    def _look_elsewhere(self) -> None:
        if not self._is_polling:
            self._is_polling = True
            self._jobs.run(self._session.changed_elsewhere, self._notice)

    def _notice(self, outcome: Ok[bool] | Err) -> None:
        self._is_polling = False
        self.polled.emit()
        if isinstance(outcome, Ok) and outcome.value:
            self._jobs.read(self._session.claims.others, self._take_claims)
            self._page.notice_changes()
            self.look_who_leads()
            self._page.preload(self._queue.upcoming())
            self._soon.start()
            self._queue.refresh_soon()

    def _take_claims(self, outcome: Ok[Mapping[UUID, Claim]] | Err) -> None:
        """What others have open is passed over when one goes on to the next."""
        if isinstance(outcome, Ok):
            self._taken = outcome.value

    def _connect(self) -> None:
        self._queue.chosen.connect(self._choose)
        self._queue.emptied.connect(self._show_empty)
        self._queue.search_left.connect(self._page.setFocus)
        self._page.blank.pressed.connect(self.press_blank)
        self._desk.bulk.done.connect(lambda result: self._queue.let_go(frozenset(result.done)))
        self._desk.sending.departed.connect(self._depart)
        self._desk.sending.returned.connect(self._return)
        self._desk.sending.committed.connect(self._commit)
        self._desk.sending.decided.connect(self._shell.status.add_decision)
        self._desk.sending.item_wanted.connect(self._show_taken_back)
        self._page.similar.item_wanted.connect(self.show_item)
        self._shell.answers.item_wanted.connect(self.show_item)
        self._shell.answers.unread_changed.connect(self._soon.start)
