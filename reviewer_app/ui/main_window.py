"""The main window: rail, queue and desk side by side, and what passes between them."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.records import Person
from reviewer_app.services.desk import Counts, Saved
from reviewer_app.ui.actions import Owner, When
from reviewer_app.ui.bindings import Bindings
from reviewer_app.ui.choices import choices_of
from reviewer_app.ui.first_start import FirstStart
from reviewer_app.ui.help.page import HelpPage
from reviewer_app.ui.jobs import Err, Jobs, LongJob, Ok
from reviewer_app.ui.memory import Memory
from reviewer_app.ui.palette import Palette
from reviewer_app.ui.ports import Workspace
from reviewer_app.ui.queue.filters import Filters, View
from reviewer_app.ui.queue.panel import QueuePanel
from reviewer_app.ui.rail import Rail
from reviewer_app.ui.review.desk_actions import DeskActions
from reviewer_app.ui.review.page import ReviewPage
from reviewer_app.ui.settings.page import SettingsPage
from reviewer_app.ui.status_line import StatusLine
from reviewer_app.ui.theme.scheme import Theme
from reviewer_app.ui.transfers import Transfers
from reviewer_app.ui.widgets.message_bar import Message, MessageBar
from reviewer_app.ui.widgets.progress_line import ProgressLine
from reviewer_app.ui.wording import Clock, system_clock

POLL_MS = 1_000
"""How often the window looks whether another process has written."""

COUNTS_SETTLE_MS = 150
NARROW_RAIL_UNDER, HIDDEN_QUEUE_UNDER = 1_100, 1_280
SMALLEST = (860, 560)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
BUG = "Something went wrong in Reviewer. What you decided is safe; the log has the details."


class MainWindow(QMainWindow):
    """One window on one profile."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        jobs: Jobs | None = None,
        clock: Clock = system_clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Reviewer")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.workspace, self.theme = workspace, theme
        self.shown_settings = workspace.settings
        self.jobs = jobs or Jobs()
        session = workspace.review
        self.memory = Memory(workspace.folder)
        self.queue = QueuePanel(session, self.jobs, clock)
        self.page = ReviewPage(session, self.jobs, clock, monotonic)
        self.desk = DeskActions(self.page, session, self.jobs)
        self.rail, self.status = Rail(), StatusLine(is_sample=workspace.is_sample)
        self.first_start, self.settings_page, self.help = FirstStart(), SettingsPage(), HelpPage()
        self.messages = MessageBar()
        self.transfers = Transfers(workspace, self.jobs, self)
        self.is_focused, self._shows_queue_when_small = False, False
        self._me: Person | None = None
        self._wanted: UUID | None = None
        self._is_polling = self._is_started = False
        self._lay_out()
        owners = {Owner.WINDOW: self, Owner.DESK: self.desk, Owner.QUEUE: self.queue}
        self.bindings = Bindings(self, owners)
        self.palette_box = Palette(self)
        self._connect()
        self._poll, self._count_soon = QTimer(self), QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(COUNTS_SETTLE_MS)
        self._count_soon.timeout.connect(self._count)
        self._poll.timeout.connect(self._look_elsewhere)
        self.settings_page.show_settings(self.shown_settings)
        self.memory.restore(self, self.splitter)
        self._show_state()

    def begin(self, show: UUID | None = None) -> None:
        """Asks who works here and what waits, and shows it."""
        self._wanted = show
        session = self.workspace.review
        self.jobs.read(lambda: (session.me, session.counts(LONG_AGO)), self._begin)
        self.desk.decisions.look()
        self._poll.start(POLL_MS)

    def pull(self) -> None:
        """Pulls from a file."""
        self.transfers.ask_pull()

    def sample(self) -> None:
        """Opens the sample."""
        self.transfers.open_sample()

    def import_labels(self) -> None:
        """Takes in judgements made elsewhere."""
        self.transfers.ask_import()

    def export_labels(self) -> None:
        """Writes the labels to a file."""
        self.transfers.ask_export()

    def settings(self) -> None:
        """Shows the settings."""
        self._show_page(self.settings_page, "settings")

    def leave(self) -> None:
        """Closes the window."""
        self.close()

    def keys(self) -> None:
        """Shows every key."""
        self._show_help("keys")
        self.help.search.setFocus()

    def start(self) -> None:
        """Shows how to begin."""
        self._show_help("getting-started")

    def words(self) -> None:
        """Shows what the words mean."""
        self._show_help("words")

    def about(self) -> None:
        """Says which version this is."""
        words = f"Reviewer {self.workspace.version}, Apache License 2.0. Profile: {self.workspace.folder}"
        self.say(Message(words, key="about"))

    def toggle_queue(self) -> None:
        """Shows or hides the queue; in a wide window that is remembered."""
        if self.width() < HIDDEN_QUEUE_UNDER:
            self._shows_queue_when_small = not self._shows_queue_when_small
        else:
            self.change_settings({"queue_visible": not self.shown_settings.queue_visible})
        self._share_width()

    def toggle_focus(self) -> None:
        """Shows the item alone, or everything again."""
        self.is_focused = not self.is_focused
        self._share_width()

    def palette(self) -> None:  # type: ignore[override]  # the action's word; Qt's palette is asked of other widgets
        """Opens the palette."""
        self.palette_box.open_with(choices_of(self))

    def back(self) -> None:
        """Leaves the field, then the mode, then the page."""
        focused = QApplication.focusWidget()
        if self.stack.currentWidget() is not self.splitter and self._is_started:
            self.show_review()
        elif self.desk.back():
            return
        elif focused is self.queue.filter_row.search or focused is self.page.view.remarks.comment:
            self.page.setFocus()
        elif self.is_focused:
            self.toggle_focus()
        else:
            self.page.setFocus()

    def go(self, place: str) -> None:
        """Goes where an entry of the rail says."""
        if place == "settings":
            self.settings()
        elif place == "keys":
            self.keys()
        else:
            self.show_review()
            self.queue.choose_view(View(place))

    def narrow(self, filters: Filters) -> None:
        """Lists what these filters leave."""
        self.show_review()
        self.queue.narrow(filters)

    def show_review(self) -> None:
        """Shows queue and desk, or how to begin while nothing was ever pulled."""
        is_empty = self._is_started and self.queue.counts.latest_pull is None
        place = str(self.queue.filter_row.filters.view)
        self._show_page(self.first_start if is_empty else self.splitter, place)
        (self.first_start if is_empty else self.page).setFocus()

    def say(self, message: Message) -> None:
        """Shows a message."""
        self.messages.show_message(message)

    def say_bug(self) -> None:
        """Says that the program made a mistake and goes on."""
        self.say(Message(BUG, "error", "bug"))

    def change_settings(self, update: dict[str, Any]) -> None:
        """Saves settings and lets them hold at once."""
        changed = self.shown_settings.model_copy(update=update)

        def arrive(outcome: Ok[None] | Err) -> None:
            if isinstance(outcome, Ok):
                self.shown_settings = changed
                self.theme.apply(changed.theme, changed.content_size)
                self.settings_page.show_settings(changed)
                self.settings_page.say_saved("saved")
                self._share_width()
            else:
                self.say(
                    Message(BUG if outcome.is_bug else str(outcome.error), "error", "settings")
                )

        self.jobs.run(lambda: self.workspace.save_settings(changed), arrive)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps drafts and the window's shape, and waits until all is on disk."""
        self._poll.stop()
        self.page.leave_item()
        self.memory.keep(self, self.splitter)
        self.jobs.close()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives way in the order of what matters least."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Stops the clock of attention while the window is not in front."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            attention = self.page.attention
            (attention.resume if self.isActiveWindow() else attention.pause)()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes every key and pointer move as a sign of attention."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.Wheel):
            self.page.attention.stir()
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pulls the files that were dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.transfers.pull(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _begin(self, outcome: Ok[tuple[Person, Counts]] | Err) -> None:
        if not isinstance(outcome, Ok):
            words = BUG if outcome.is_bug else str(outcome.error)
            self.say(Message(words, "error", "begin", "Try again", self.begin))
            return
        self._me, counts = outcome.value
        self._is_started = True
        self.rail.show_counts(counts)
        self.queue.begin(self._me.id, counts)
        self.show_review()

    def _choose(self, entry: QueueEntry, position: int, total: int) -> None:
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._show_item(wanted)
            return
        self.page.show_entry(entry, position, total)
        self.page.preload(self.queue.upcoming())

    def _depart(self, item_id: UUID) -> None:
        """An item was decided: the next one is painted before anything else happens."""
        is_listed = self.queue.model.row_of(item_id) is not None
        self.queue.remove(item_id)
        if not is_listed and self.page.item_id == item_id:
            self.page.show_nothing("Decided", "Choose an item from the queue.")
        self.status.show_pending(self.desk.decisions.pending)

    def _return(self, entry: QueueEntry) -> None:
        self.queue.restore(entry)
        self.status.show_unsaved()

    def _commit(self, saved: Saved) -> None:
        del saved
        self.status.show_pending(self.desk.decisions.pending)
        self._count_soon.start()
        self.queue.refresh_soon()

    def _show_item(self, item_id: UUID) -> None:
        self.show_review()
        if not self.queue.select_item(item_id):
            self.page.show_item(item_id)
            self.queue.refresh()

    def _show_empty(self) -> None:
        filters = self.queue.filter_row.filters
        today = self.queue.counts.decided_today
        if filters.is_narrowed:
            self.page.show_nothing("Nothing matches", "Clear the filters to see the rest.", "Clear")
        elif filters.view is View.QUEUE:
            done = f"You decided {today:,} today. " if today else ""
            words = f"{done}New items will wait behind a badge above the list."
            self.page.show_nothing("Nothing waits for you", words, "Show what was decided")
        else:
            self.page.show_nothing("", "Nothing here.")

    def _press_blank(self) -> None:
        filters = self.queue.filter_row.filters
        if filters.is_narrowed:
            self.queue.filter_row.choose(filters.cleared())
        else:
            self.queue.choose_view(View.DECIDED)

    def _count(self) -> None:
        since = self.queue.seen_until or LONG_AGO
        self.jobs.read(lambda: self.workspace.review.counts(since), self._show_counts)

    def _show_counts(self, outcome: Ok[Counts] | Err) -> None:
        if not isinstance(outcome, Ok):
            return
        was_empty = self.queue.counts.latest_pull is None
        self.rail.show_counts(outcome.value)
        self.queue.show_counts(outcome.value)
        if was_empty and outcome.value.latest_pull is not None:
            self.queue.show_new()
            self.show_review()
        self._show_state()

    def _take_in(self) -> None:
        """What the person pulled is shown without asking again."""

        def arrive(outcome: Ok[Counts] | Err) -> None:
            self._show_counts(outcome)
            self.queue.show_new()
            self._show_state()

        since = self.queue.seen_until or LONG_AGO
        self.jobs.read(lambda: self.workspace.review.counts(since), arrive)

    def _look_elsewhere(self) -> None:
        if not self._is_polling and self._is_started:
            self._is_polling = True
            self.jobs.run(self.workspace.review.changed_elsewhere, self._notice)

    def _notice(self, outcome: Ok[bool] | Err) -> None:
        self._is_polling = False
        if isinstance(outcome, Ok) and outcome.value:
            self.page.notice_changes()
            self.page.preload(self.queue.upcoming())
            self._count_soon.start()
            self.queue.refresh_soon()

    def _show_job(self, job: LongJob) -> None:
        self.jobs_area.addWidget(ProgressLine(job))

    def _show_help(self, topic: str) -> None:
        self.help.show_topic(topic)
        self._show_page(self.help, "keys")

    def _show_page(self, page: QWidget, place: str) -> None:
        self.stack.setCurrentWidget(page)
        self.rail.show_place(place)
        self._share_width()
        self._show_state()

    def _show_state(self) -> None:
        is_review = self.stack.currentWidget() is self.splitter
        states = set(self.desk.states()) if is_review else {When.ALWAYS}
        if is_review:
            states.add(When.LISTED)
            if self.queue.counts.arrived:
                states.add(When.ARRIVED)
        self.bindings.enable(frozenset(states))

    def _restyle(self) -> None:
        self.page.refresh()
        self.help.refresh()
        self.update()

    def _share_width(self) -> None:
        is_small = self.width() < HIDDEN_QUEUE_UNDER
        wanted = self.shown_settings.queue_visible
        shows_queue = self._shows_queue_when_small if is_small else wanted
        self.queue.setVisible(shows_queue and not self.is_focused)
        self.rail.setVisible(not self.is_focused)
        self.rail.set_narrow(is_narrow=self.width() < NARROW_RAIL_UNDER)
        self.status.setVisible(not self.is_focused)
        self.menuBar().setVisible(not self.is_focused)

    def _connect(self) -> None:
        self.rail.pressed.connect(self.go)
        self.queue.chosen.connect(self._choose)
        self.queue.emptied.connect(self._show_empty)
        self.queue.filters_changed.connect(lambda f: self.rail.show_place(str(f.view)))
        self.page.blank.pressed.connect(self._press_blank)
        self.page.state_changed.connect(self._show_state)
        self.desk.decisions.history_changed.connect(self._show_state)
        self.desk.departed.connect(self._depart)
        self.desk.returned.connect(self._return)
        self.desk.committed.connect(self._commit)
        self.desk.decided.connect(self.status.add_decision)
        self.desk.item_wanted.connect(self._show_item)
        for speaker in (self.page, self.queue, self.transfers):
            speaker.message.connect(self.say)
        self.transfers.pulled.connect(self._take_in)
        self.first_start.sample_wanted.connect(self.transfers.open_sample)
        self.first_start.file_wanted.connect(self.transfers.ask_pull)
        self.settings_page.changed.connect(self.change_settings)
        self.jobs.started.connect(self._show_job)
        self.theme.changed.connect(self._restyle)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.queue)
        self.splitter.addWidget(self.page)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.queue.setMinimumWidth(280)
        self.queue.setMaximumWidth(520)
        self.splitter.setSizes([340, 1000])
        self.stack = QStackedWidget()
        self._waiting = QWidget()
        for page in (self._waiting, self.first_start, self.splitter, self.settings_page, self.help):
            self.stack.addWidget(page)
        self.jobs_area = QVBoxLayout()
        self.jobs_area.setContentsMargins(0, 0, 0, 0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.messages)
        right.addLayout(self.jobs_area)
        right.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
