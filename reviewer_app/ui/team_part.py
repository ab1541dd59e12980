"""The team's part of the window: its page, made when first wanted, and the way of items there."""

from PySide6.QtCore import Signal

from reviewer_app.ui.relay import Relay
from reviewer_app.ui.review.desk_actions import DeskActions
from reviewer_app.ui.shell import Shell
from reviewer_app.ui.team.actions import TeamActions
from reviewer_app.ui.team.page import TeamPage


class TeamPart(TeamActions):
    """What the keys of the team's page do, and how one gets to it.

    `listed` carries the search whose items the list is to show.
    """

    message = Signal(object)
    state_changed = Signal()
    listed = Signal(str)
    settings_wanted = Signal()

    def __init__(self, shell: Shell, desk: DeskActions, relay: Relay) -> None:
        super().__init__(lambda: shell.team, shell)
        self._shell, self._desk, self._relay = shell, desk, relay
        shell.team_made.connect(self._connect)

    def show(self) -> None:
        """Shows the team: who has what, what is disputed."""
        team = self._shell.team
        self._shell.show_page(team, "team")
        self.state_changed.emit()
        team.look()
        team.table.setFocus()

    def hand_over(self) -> None:
        """Takes what is selected in the list, or the item on the desk, to be handed over."""
        shell, is_list = self._shell, self._shell.shows_review
        self.show()
        if is_list:
            queue = shell.queue
            shell.team.hand_over.take(queue.picked(), queue.picking.picks.count, shell.page.item_id)
        shell.team.hand_over.begin()

    def _connect(self, team: TeamPage) -> None:
        """The page is made when it is first wanted."""
        team.message.connect(self.message)
        team.state_changed.connect(self.state_changed)
        team.listed.connect(self.listed)
        team.settings_wanted.connect(self.settings_wanted)
        team.desk_wanted.connect(self._relay.show_item)
        team.settled.connect(self._relay.note_settled)
        team.undo_wanted.connect(self._desk.undo)
