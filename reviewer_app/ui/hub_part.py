"""The hub's part of the window: its line in the status line, its section, its messages."""

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.services.team.results import RoundResult
from reviewer_app.ui.errors import said
from reviewer_app.ui.hub_status import HubStatus
from reviewer_app.ui.hub_words import exchange_words
from reviewer_app.ui.jobs import Jobs
from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Workspace
from reviewer_app.ui.review.desk_actions import DeskActions
from reviewer_app.ui.settings.page import SettingsPage
from reviewer_app.ui.shell import Shell
from reviewer_app.ui.wording import Clock

SETTLES_MS = 400
"""How long after an act it is counted anew what waits: a fast reviewer makes one look."""


class HubPart(QObject):
    """Starts the exchange, shows it, and leads from there to the settings about the team.

    `reopening_wanted` carries what the window says first on the profile opened anew;
    `state_changed` follows when the team was joined or left.
    """

    message = Signal(object)
    settings_wanted = Signal()
    reopening_wanted = Signal(str)
    state_changed = Signal()

    def __init__(
        self, shell: Shell, desk: DeskActions, workspace: Workspace, jobs: Jobs, clock: Clock
    ) -> None:
        super().__init__(shell)
        self._shell, self._clock = shell, clock
        self._was_member = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLES_MS)
        self._soon.timeout.connect(self._look_again)
        self.status = HubStatus(workspace.belonging, lambda: workspace.watch, jobs)
        self.status.setParent(self)
        self.status.changed.connect(self._show)
        self.status.exchanged.connect(self._look)
        self.status.message.connect(self.message)
        desk.sending.committed.connect(lambda _saved: self.look_soon())
        shell.status.hub_pressed.connect(self.show_settings)
        shell.first_start.team_wanted.connect(self.show_settings)
        shell.settings_made.connect(self._connect)

    @property
    def is_member(self) -> bool:
        """Whether this profile belongs to a team."""
        return self.status.is_member

    def begin(self) -> None:
        """Starts the exchange where there is a team."""
        self.status.begin()

    def exchange_now(self) -> None:
        """Exchanges at once."""
        self.status.exchange_now()

    def show_settings(self) -> None:
        """Shows the settings about the team."""
        self.settings_wanted.emit()
        self._shell.settings.show_team()
        self._shell.settings.setFocus()

    def take_along(self) -> None:
        """Goes to where items are taken along for work without the hub."""
        self.show_settings()
        self._shell.settings.team.go_along()

    def be_away(self) -> None:
        """Asks until when this person is away."""
        self.show_settings()
        self._shell.settings.team.go_away()

    def look_soon(self) -> None:
        """Something was done here: what waits to be sent may be another number."""
        if self.is_member and not self._soon.isActive():
            self._soon.start()

    def close(self) -> None:
        """Ends the exchange."""
        self._soon.stop()
        self.status.close()

    def _show(self) -> None:
        if self.is_member != self._was_member:
            self._was_member = self.is_member
            self.state_changed.emit()
        if not self.is_member:
            self._shell.status.show_hub("", "")
            return
        exchange = self.status.exchange
        words = exchange_words(exchange, self._clock())
        trouble = exchange.standing.trouble if exchange.is_offline else ""
        self._shell.status.show_hub(tr("team hub: {words}", words=words), said(trouble))

    def _look(self, result: RoundResult) -> None:
        del result
        self._show()
        self._shell.look_at_hub()

    def _look_again(self) -> None:
        self.status.look()
        self._shell.look_at_hub()

    def _connect(self, page: SettingsPage) -> None:
        """The settings are made when they are first wanted."""
        team = page.team
        team.message.connect(self.message)
        team.exchange_wanted.connect(self.exchange_now)
        team.reopening_wanted.connect(self.reopening_wanted)
