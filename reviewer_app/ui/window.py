"""Opens the window on a profile and runs it to its end."""

import sys
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.failures import route_failures, route_qt_messages
from reviewer_app.ui.language import speak
from reviewer_app.ui.main_window import MainWindow
from reviewer_app.ui.ports import Workspace
from reviewer_app.ui.single import Single
from reviewer_app.ui.theme.icons import program_icon
from reviewer_app.ui.theme.scheme import Theme
from reviewer_app.ui.widgets.message_bar import Message


@dataclass(frozen=True, slots=True)
class Ended:
    """How a window ended: the exit code, or what the next one on the same profile says first."""

    code: int = 0
    greeting: str | None = None


def run(workspace: Workspace, *, show: UUID | None = None, greeting: str = "") -> Ended:
    """Shows the window until it is closed, or until the profile has to be opened anew.

    Where the profile has a window already, that one comes to the front instead.
    """
    application = application_object()
    single = Single(workspace.folder)
    if not single.take() and single.call_other():
        return Ended()
    chosen = workspace.settings
    speak(application, chosen.language)
    theme = Theme(application)
    theme.apply(chosen.theme, chosen.content_size, chosen.density)
    application.setWindowIcon(program_icon())
    window = MainWindow(workspace, theme)
    route_failures(window.say_bug)
    single.listen(lambda: raise_window(window))
    raise_window(window)
    window.begin(show)
    if greeting:
        window.say(Message(greeting, key="greeting", stays=True))
    code = application.exec()
    single.release()
    ended = Ended(code, window.greeting_of_next)
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return ended


def application_object() -> QApplication:
    """The application, made once."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    route_qt_messages()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Reviewer")
    application.setApplicationDisplayName("Reviewer")
    application.setDesktopFileName("reviewer-app")
    return application


def raise_window(window: MainWindow) -> None:
    """Brings the window to the front, out of the dock if need be."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
