"""The connections' part of the window: their turns, their page, the dot beside its place."""

from PySide6.QtCore import QObject, Signal

from reviewer_app.connections.schedule import Happened
from reviewer_app.ui.connections.errands import Errands
from reviewer_app.ui.connections.page import ConnectionsPage
from reviewer_app.ui.connections.standing import Standing
from reviewer_app.ui.connections.turns import Turns
from reviewer_app.ui.jobs import Jobs
from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Workspace
from reviewer_app.ui.relay import Relay
from reviewer_app.ui.shell import Shell
from reviewer_app.ui.wording import Clock


class ConnectionsPart(QObject):
    """What the keys of the page do, and what goes on without it. The page is made when wanted."""

    message = Signal(object)
    state_changed = Signal()

    def __init__(
        self, shell: Shell, relay: Relay, workspace: Workspace, jobs: Jobs, clock: Clock
    ) -> None:
        super().__init__(shell)
        self._shell, self._relay, self._workspace = shell, relay, workspace
        self._jobs, self._clock = jobs, clock
        self._page: ConnectionsPage | None = None
        self.standing = Standing(workspace.connections, jobs, self)
        self.errands, self.turns = Errands(self), Turns(self)
        self.standing.changed.connect(self._mark)
        self.turns.happened.connect(self._note)
        self.errands.started.connect(jobs.started)
        shell.first_start.connection_wanted.connect(self._add_first)

    @property
    def page(self) -> ConnectionsPage:
        """The page."""
        if self._page is None:
            self._page = made = ConnectionsPage(
                self._workspace.connections,
                self.standing,
                self.errands,
                self._jobs,
                self._clock,
            )
            made.offline.setVisible(self._workspace.is_offline)
            made.message.connect(self.message)
            made.state_changed.connect(self.state_changed)
            made.item_wanted.connect(self._relay.show_item)
            made.pulled.connect(self._relay.look_soon)
            self._shell.add_page(made)
        return self._page

    @property
    def is_shown(self) -> bool:
        """Whether the page is what is shown."""
        return self._page is not None and self._shell.stack.currentWidget() is self._page

    def begin(self) -> None:
        """Looks how the connections stand, and gives them their turns."""
        self.standing.look()
        if not self._workspace.is_offline:
            self.turns.begin(self._workspace.schedule)

    def show(self) -> None:
        """Shows the connections."""
        page = self.page
        self._shell.show_page(page, "connections")
        self.state_changed.emit()
        page.look()
        page.begin()

    def close(self) -> None:
        """Ends what goes on."""
        self.turns.close()
        self.errands.close()
        self.standing.stop()
        if self._page is not None:
            self._page.close_down()

    def refresh(self) -> None:
        """Paints the same in the theme and size now in force."""
        if self._page is not None:
            self._page.refresh()

    def add(self) -> None:
        """Begins a connection."""
        self.page.add()

    def _add_first(self) -> None:
        self.show()
        self.add()

    def change(self) -> None:
        """Changes the chosen connection."""
        self.page.change()

    def test(self) -> None:
        """Tries the connection that is being made or changed."""
        form = self.page.editing.form
        if form is not None:
            form.test()

    def save(self) -> None:
        """Keeps the connection that is being made or changed."""
        form = self.page.editing.form
        if form is not None:
            form.save()

    def pull(self) -> None:
        """Pulls the chosen source now."""
        self.page.acts.pull()

    def push(self) -> None:
        """Sends labels to the chosen connection now."""
        self.page.acts.push()

    def pause(self) -> None:
        """Pauses the chosen connection, or lets it go on."""
        self.page.acts.pause()

    def remove(self) -> None:
        """Asks whether the chosen connection shall be forgotten."""
        self.page.acts.remove()

    def try_again(self) -> None:
        """Tries again what was refused or failed."""
        self.page.acts.try_again()

    def _note(self, happened: Happened) -> None:
        """What a connection did in its turn: figures move, new items wait behind the badge."""
        self.standing.note(happened)
        pulled = happened.pulled
        if pulled is not None and (pulled.new or pulled.revised):
            self._relay.look_soon()

    def _mark(self) -> None:
        """A quiet dot says that a connection needs somebody."""
        troubled = len(self.standing.troubled())
        words = tr("%Ln connection(s) to look at", "", troubled) if troubled else ""
        self._shell.rail.entries["connections"].warn(words)
