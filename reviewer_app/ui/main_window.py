"""The main window: carries out the actions that are about the window itself."""

import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from reviewer_app.ui.actions import Group, Owner, When
from reviewer_app.ui.attending import Attending
from reviewer_app.ui.bindings import Bindings
from reviewer_app.ui.choices import choices_of
from reviewer_app.ui.connections_part import ConnectionsPart
from reviewer_app.ui.dropping import DropWindow
from reviewer_app.ui.errors import BUG, words_of
from reviewer_app.ui.finding import Finding
from reviewer_app.ui.help_part import HelpPart
from reviewer_app.ui.hub_part import HubPart
from reviewer_app.ui.jobs import Jobs
from reviewer_app.ui.keyboard import enforce
from reviewer_app.ui.language import tr
from reviewer_app.ui.memory import Memory
from reviewer_app.ui.notices import Notices
from reviewer_app.ui.palette import Palette
from reviewer_app.ui.ports import Settings, Workspace
from reviewer_app.ui.preferences import Preferences
from reviewer_app.ui.queue.filters import Filters, View
from reviewer_app.ui.relay import Relay
from reviewer_app.ui.review.desk_actions import DeskActions
from reviewer_app.ui.review.reading_actions import ReadingActions
from reviewer_app.ui.saved_views import SavedViews
from reviewer_app.ui.shell import Shell
from reviewer_app.ui.team_part import TeamPart
from reviewer_app.ui.theme.scheme import Theme
from reviewer_app.ui.transfers import Transfers
from reviewer_app.ui.widgets.fields import is_typed_in
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock, system_clock

SMALLEST = (860, 560)


class MainWindow(DropWindow):
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
        self._take_shape()
        self.workspace, self.theme, self.jobs = workspace, theme, jobs or Jobs()
        self.greeting_of_next: str | None = None
        self.preferences = Preferences(workspace, self.jobs, self)
        self._key_faults = enforce(self.shown_settings.keys)
        self.memory = Memory(workspace.folder)
        self.shell = Shell(workspace, self.jobs, clock, monotonic)
        self.setCentralWidget(self.shell)
        self.queue, self.page = self.shell.queue, self.shell.page
        self.desk = DeskActions(self.page, workspace.review, self.jobs, self.queue)
        self.relay = Relay(self.shell, self.desk, workspace, self.jobs)
        self.transfers = Transfers(workspace, self.jobs, self)
        self.hub = HubPart(self.shell, self.desk, workspace, self.jobs, clock)
        self.team, self.help = (
            TeamPart(self.shell, self.desk, self.relay),
            HelpPart(self.shell, workspace),
        )
        self.connections = ConnectionsPart(self.shell, self.relay, workspace, self.jobs, clock)
        self.bindings = Bindings(self, self._owners())
        self.palette_box = Palette(self)
        self.views = SavedViews(self.shell.rail, self.queue, self.preferences, self.jobs)
        self.finding = Finding(self.palette_box, self.queue, self.jobs, self.relay.show_item)
        self.notices = Notices(self, self, workspace, self.jobs, clock)
        self._connect()
        theme.dress(self)
        self.memory.restore(self)
        self._show_state()

    def begin(self, show: UUID | None = None) -> None:
        """Shows what waits, or the item that was asked for."""
        if self._key_faults:
            self.say(Message(" ".join(self._key_faults[:2]), "warn", "keys"))
        self.relay.begin(show)
        self.hub.begin()
        self.connections.begin()

    def settings(self) -> None:
        """Shows the settings."""
        self.shell.settings.show_settings(self.shown_settings)
        self._show_page(self.shell.settings, "settings")
        self.shell.settings.setFocus()

    def answers(self) -> None:
        """Shows what became of what was handed on, or overturned."""
        self._show_page(self.shell.answers, "answers")
        self.shell.answers.look()

    def reopen(self, greeting: str) -> None:
        """Closes the window; one on the profile opened anew says the greeting."""
        self.greeting_of_next = greeting
        self.close()

    def leave(self) -> None:
        """Closes the window."""
        self.close()

    def toggle_queue(self) -> None:
        """Shows or hides the queue; in a wide window that is remembered."""
        if self.shell.is_small():
            self.shell.toggle_small_queue()
            self._share_width()
        else:
            self.change_settings({"queue_visible": not self.shown_settings.queue_visible})

    def toggle_focus(self) -> None:
        """Shows the item alone, or everything again."""
        self.shell.is_focused = not self.shell.is_focused
        self._share_width()

    def find_action(self) -> None:
        """Opens the palette."""
        self.palette_box.open_with(choices_of(self))

    def back(self) -> None:
        """Leaves the field, then the mode, then the page."""
        if self.shell.shows_team and self.shell.team.back():
            return
        if self.connections.is_shown and self.connections.page.back():
            return
        if not self.shell.shows_review:
            if self.relay.is_started:
                self.show_review()
        elif is_typed_in(QApplication.focusWidget()) and self.page.view.handover.isHidden():
            self.page.setFocus()
        elif self.desk.back() or self.queue.clear_picked():
            return
        elif self.shell.is_focused:
            self.toggle_focus()
        else:
            self.page.setFocus()

    def go(self, place: str) -> None:
        """Goes where an entry of the rail says."""
        pages = {
            "settings": self.settings,
            "keys": self.help.keys,
            "answers": self.answers,
            "team": self.team.show,
            "connections": self.connections.show,
        }
        if place in pages:
            pages[place]()
        else:
            self.show_review()
            self.queue.choose_view(View(place))

    def narrow(self, filters: Filters) -> None:
        """Lists what these filters leave."""
        self.show_review()
        self.queue.narrow(filters)

    def show_review(self) -> None:
        """Shows queue and desk, or how to begin while nothing was ever pulled."""
        page = self.shell.first_start if self.relay.is_empty else self.shell.review
        self._show_page(page, self.views.place)
        (page if self.relay.is_empty else self.page).setFocus()

    def say(self, message: Message) -> None:
        """Shows a message."""
        self.shell.messages.show_message(message)

    def say_bug(self) -> None:
        """Says that the program made a mistake and goes on."""
        self.say(Message(tr(BUG), "error", "bug"))

    @property
    def shown_settings(self) -> Settings:
        """What is set now."""
        return self.preferences.shown

    def change_settings(self, update: dict[str, Any]) -> None:
        """Saves settings and lets them hold at once."""
        self.preferences.change(update)

    def _owners(self) -> dict[Owner, QObject]:
        """Who carries out the actions."""
        return {
            Owner.WINDOW: self,
            Owner.DESK: self.desk,
            Owner.READING: ReadingActions(self.page),
            Owner.QUEUE: self.queue,
            Owner.TRANSFERS: self.transfers,
            Owner.HUB: self.hub,
            Owner.TEAM: self.team,
            Owner.HELP: self.help,
            Owner.CONNECTIONS: self.connections,
        }

    def _hold(self, names: frozenset[str]) -> None:
        chosen = self.shown_settings
        if names & {"theme", "content_size", "density"}:
            self.theme.apply(chosen.theme, chosen.content_size, chosen.density)
        if "keys" in names:
            self.bindings.take(chosen.keys)
        self.shell.show_settings(chosen, tr("saved"))
        self._share_width()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps drafts and the window's shape, and waits until all is on disk."""
        self.relay.stop()
        self.hub.close()
        self.connections.close()
        self.page.leave_item()
        self.memory.keep(self)
        self.jobs.close()
        event.accept()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives way in the order of what matters least."""
        super().resizeEvent(event)
        self._share_width()

    def _show_page(self, page: QWidget, place: str) -> None:
        self.shell.show_page(page, place)
        self._show_state()

    def _show_state(self) -> None:
        states = {When.ALWAYS}
        if self.shell.shows_review:
            states |= self.desk.states() | {When.LISTED}
            if self.queue.counts.arrived:
                states.add(When.ARRIVED)
        elif self.shell.shows_team:
            states |= self.shell.team.states() | self.desk.history_states()
        elif self.connections.is_shown:
            states |= self.connections.page.states()
        if self.relay.leads:
            states.add(When.LEADS)
        if self.hub.is_member:
            states.add(When.JOINED)
        self.bindings.menus[Group.TEAM].menuAction().setVisible(self.relay.leads)
        self.bindings.enable(frozenset(states))

    def _share_width(self) -> None:
        self.shell.share_width(queue_wanted=self.shown_settings.queue_visible)
        self.menuBar().setVisible(not self.shell.is_focused)

    def _take_shape(self) -> None:
        self.setWindowTitle("Reviewer")
        self.setMinimumSize(*SMALLEST)

    def _connect_parts(self) -> None:
        for part in (self.hub, self.team, self.help, self.connections):
            part.message.connect(self.say)
            part.state_changed.connect(self._show_state)
        self.hub.settings_wanted.connect(self.settings)
        self.hub.reopening_wanted.connect(self.reopen)
        self.team.settings_wanted.connect(self.hub.show_settings)
        self.team.listed.connect(lambda text: self.narrow(Filters(search=text)))

    def _connect(self) -> None:
        self._connect_parts()
        shell = self.shell
        shell.rail.pressed.connect(self.go)
        self.views.review_wanted.connect(self.show_review)
        for part in (self.page, self.relay):
            part.state_changed.connect(self._show_state)
        self.desk.decisions.history_changed.connect(self._show_state)
        self.relay.review_wanted.connect(self.show_review)
        self.relay.polled.connect(self.notices.look)
        for speaker in (self.page, self.queue, self.transfers, self.views):
            speaker.message.connect(self.say)
        self.transfers.pulled.connect(self.relay.take_in)
        self.file_dropped.connect(self.transfers.pull)
        shell.first_start.sample_wanted.connect(self.transfers.open_sample)
        shell.first_start.file_wanted.connect(self.transfers.ask_pull)
        shell.settings_changed.connect(self.change_settings)
        shell.keys_wanted.connect(self.help.keys)
        self.preferences.held.connect(self._hold)
        self.preferences.refused.connect(
            lambda outcome: self.say(Message(words_of(outcome.error), "error", "settings"))
        )
        self.theme.changed.connect(shell.refresh)
        self.theme.changed.connect(self.connections.refresh)
        Attending(self.page.attention, self)
