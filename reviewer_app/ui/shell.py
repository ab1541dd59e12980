"""The parts of the window and how they share its room."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.services.disputes import Disputes
from reviewer_app.ui.first_start import FirstStart
from reviewer_app.ui.help.page import HelpPage
from reviewer_app.ui.jobs import Jobs, LongJob
from reviewer_app.ui.ports import Settings, Workspace
from reviewer_app.ui.queue.panel import QueuePanel
from reviewer_app.ui.queue.search_box import SearchBox
from reviewer_app.ui.rail import Rail
from reviewer_app.ui.review.page import ReviewPage
from reviewer_app.ui.review.precedents.answers import AnswersPage
from reviewer_app.ui.settings.page import SettingsPage
from reviewer_app.ui.settings.team.away_card import DayPart
from reviewer_app.ui.settings.team.section import TeamParts, TeamSection
from reviewer_app.ui.status_line import StatusLine
from reviewer_app.ui.team.away_row import AwayRow
from reviewer_app.ui.team.hand_over import SearchPart
from reviewer_app.ui.team.handing import HandingWork
from reviewer_app.ui.team.page import TeamPage, TeamWork
from reviewer_app.ui.widgets.message_bar import MessageBar
from reviewer_app.ui.widgets.progress_line import ProgressLine
from reviewer_app.ui.widgets.split import Split
from reviewer_app.ui.wording import Clock

NARROW_RAIL_UNDER, HIDDEN_QUEUE_UNDER = 1_100, 1_280
QUEUE_WIDTHS = 300, 520
QUEUE_AT_FIRST = 320, 360
"""Width of the queue beside the desk, in the smallest window that has both and in a wide one."""


class Shell(QWidget):
    """Rail, pages, messages, progress and status line.

    Settings, help and team are built when they are first wanted: a window opens sooner, and on
    most days nobody looks at them. `settings_changed` carries what is different in either.
    `team_made` and `settings_made` carry the page once there is one.
    """

    settings_changed = Signal(dict)
    keys_wanted = Signal()
    team_made = Signal(object)
    settings_made = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        clock: Clock,
        monotonic: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.queue = QueuePanel(workspace.review, jobs, clock)
        self.page = ReviewPage(workspace.review, jobs, clock, monotonic)
        self.rail = Rail()
        self.status = StatusLine(is_sample=workspace.is_sample, monotonic=monotonic)
        self.status.watch(self.page.attention)
        self.answers = AnswersPage(workspace.review.answers, jobs, clock)
        self.first_start = FirstStart()
        self._settings: SettingsPage | None = None
        self._help: HelpPage | None = None
        self._team: TeamPage | None = None
        self._workspace, self._jobs, self._clock = workspace, jobs, clock
        self.messages = MessageBar()
        self.messages.hinted.connect(self.status.show_hint)
        self.is_focused = False
        self._shows_queue_when_small = False
        self._make_review()
        self._lay_out()
        jobs.started.connect(self._show_job)

    @property
    def settings(self) -> SettingsPage:
        """The settings."""
        if self._settings is None:
            self._settings = made = SettingsPage(self._make_team_section())
            made.changed.connect(self.settings_changed)
            made.keys.list_wanted.connect(self.keys_wanted)
            self.stack.addWidget(made)
            self.settings_made.emit(made)
        return self._settings

    @property
    def help(self) -> HelpPage:
        """The help."""
        if self._help is None:
            self._help = made = HelpPage()
            made.keys_chosen.connect(lambda keys: self.settings_changed.emit({"keys": keys}))
            self.stack.addWidget(made)
        return self._help

    @property
    def team(self) -> TeamPage:
        """The page of whoever leads a team."""
        if self._team is None:
            session = self._workspace.review
            box = SearchBox(session.lists, self._jobs)
            box.learn()
            workspace = self._workspace
            work = TeamWork(
                workspace.overviews,
                Disputes(session),
                session.lists,
                HandingWork(workspace.assigning, workspace.foresight),
                workspace.absence.set_away,
            )
            part = SearchPart(box, box.field, box.show_text)
            self._team = made = TeamPage(work, part, self._jobs, self._clock)
            box.searched.connect(made.hand_over.select_search)
            self.stack.addWidget(made)
            self.team_made.emit(made)
        return self._team

    def add_page(self, page: QWidget) -> None:
        """Takes in a page that was made elsewhere, when it is first wanted."""
        self.stack.addWidget(page)

    @property
    def shows_team(self) -> bool:
        """Whether the team's page is what is shown."""
        return self._team is not None and self.stack.currentWidget() is self._team

    def look_at_team(self) -> None:
        """Something changed that the team's page shows, where it is shown."""
        if self._team is not None:
            self._team.look_if_shown()

    def look_at_hub(self) -> None:
        """The exchange with the hub stands otherwise: the settings show it, where they are open."""
        if self._settings is not None:
            self._settings.team.look_if_shown()

    def show_settings(self, chosen: Settings, words: str) -> None:
        """Shows what is set now, and what became of the change, where it can be seen."""
        if self._settings is not None:
            self._settings.show_settings(chosen)
            self._settings.say_saved(words)

    @property
    def shows_review(self) -> bool:
        """Whether queue and desk are what is shown."""
        return self.stack.currentWidget() is self.review

    @property
    def shows_first_start(self) -> bool:
        """Whether the ways to begin are what is shown."""
        return self.stack.currentWidget() is self.first_start

    def show_page(self, page: QWidget, place: str) -> None:
        """Shows a page and marks its place in the rail."""
        self.stack.setCurrentWidget(page)
        self.rail.show_place(place)

    def toggle_small_queue(self) -> None:
        """In a window too small for both: the queue, or the desk alone."""
        self._shows_queue_when_small = not self._shows_queue_when_small

    def is_small(self) -> bool:
        """Whether the queue hides unless it is asked for."""
        return self.width() < HIDDEN_QUEUE_UNDER

    def share_width(self, *, queue_wanted: bool) -> None:
        """Gives way in the order of what matters least."""
        wanted = self._shows_queue_when_small if self.is_small() else queue_wanted
        self.queue.setVisible(wanted and not self.is_focused)
        self.rail.setVisible(not self.is_focused)
        self.rail.set_narrow(is_narrow=self.width() < NARROW_RAIL_UNDER)
        self.status.setVisible(not self.is_focused)
        self._suggest_widths()

    def refresh(self) -> None:
        """Paints the same in the theme and size now in force."""
        self.page.refresh()
        self.answers.refresh()
        if self._help is not None:
            self._help.refresh()
        if self._team is not None:
            self._team.refresh()
        self.update()

    def _suggest_widths(self) -> None:
        """The queue gets a little of what the window has more; the desk the rest."""
        least, most = QUEUE_AT_FIRST
        wanted = min(most, least + (self.width() - HIDDEN_QUEUE_UNDER) // 8)
        queue = max(QUEUE_WIDTHS[0], wanted)
        self.review.suggest([queue, max(0, self.review.width() - queue)])

    def _show_job(self, job: LongJob) -> None:
        self._jobs_area.addWidget(ProgressLine(job))

    def _make_team_section(self) -> TeamSection:
        """The settings about the team; the part that asks for a day is the team page's."""

        def make_day() -> DayPart:
            made = AwayRow(self._clock)
            return DayPart(made, made.ask, made.chosen, made.refused, made.closed)

        workspace = self._workspace
        parts = TeamParts(workspace.belonging, workspace.assigning, make_day)
        return TeamSection(parts, self._jobs, self._clock)

    def _make_review(self) -> None:
        self.review = Split("queue", Qt.Orientation.Horizontal, self.queue, self.page)
        self.review.setHandleWidth(1)
        self.review.setStretchFactor(1, 1)
        self.queue.setMinimumWidth(QUEUE_WIDTHS[0])
        self.queue.setMaximumWidth(QUEUE_WIDTHS[1])
        self.review.forgotten.connect(self._suggest_widths)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for page in (QWidget(), self.first_start, self.review, self.answers):
            self.stack.addWidget(page)
        self._jobs_area = QVBoxLayout()
        right, middle = QVBoxLayout(), QHBoxLayout()
        right.addWidget(self.messages)
        right.addLayout(self._jobs_area)
        right.addWidget(self.stack, 1)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        for layout in (right, middle, column):
            layout.setSpacing(0)
