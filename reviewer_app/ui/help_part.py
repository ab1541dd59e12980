"""The help's part of the window: its topics, and what is said of the program itself."""

from PySide6.QtCore import QObject, Signal

from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Workspace
from reviewer_app.ui.shell import Shell
from reviewer_app.ui.widgets.message_bar import Message


class HelpPart(QObject):
    """Shows the help's topics; `state_changed` follows when it comes in front."""

    message = Signal(object)
    state_changed = Signal()

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self._shell, self._workspace = shell, workspace

    def keys(self) -> None:
        """Shows every key."""
        self.show_topic("keys")
        self._shell.help.search.setFocus()

    def start(self) -> None:
        """Shows how to begin."""
        self.show_topic("getting-started")

    def words(self) -> None:
        """Shows what the words mean."""
        self.show_topic("words")

    def about(self) -> None:
        """Says which version this is, and where the profile lies."""
        version, folder = self._workspace.version, self._workspace.folder
        words = tr("Reviewer {version}. Profile in {folder}", version=version, folder=folder)
        self.message.emit(Message(words, key="about"))

    def show_topic(self, topic: str) -> None:
        """Shows a topic by its name."""
        self._shell.help.show_topic(topic)
        self._shell.show_page(self._shell.help, "keys")
        self.state_changed.emit()
