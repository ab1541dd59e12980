"""Brings notifications to the person: in the window, outside it, and from there to the view."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.queue import Sort
from reviewer_app.services.reminders import Occasion
from reviewer_app.ui.desktop_notice import DesktopNotice
from reviewer_app.ui.jobs import Jobs
from reviewer_app.ui.notifications import Notifications
from reviewer_app.ui.ports import Settings, Workspace
from reviewer_app.ui.queue.filters import Filters, For
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock


class Place(Protocol):
    """What notifications must know of the window."""

    @property
    def shown_settings(self) -> Settings:
        """What is set now."""

    def say(self, message: Message) -> None:
        """Shows a message."""

    def narrow(self, filters: Filters) -> None:
        """Lists what these filters leave."""


VIEWS = {
    Occasion.DUE: Filters(sort=Sort.DUE),
    Occasion.LATE: Filters(sort=Sort.DUE),
    Occasion.GIVEN: Filters(whose=For.ME),
}
"""The list that each occasion is about."""


class Notices(QObject):
    """Owned by the window: looks when told to, says what is new, shows what was pressed."""

    def __init__(
        self, place: Place, window: QWidget, workspace: Workspace, jobs: Jobs, clock: Clock
    ) -> None:
        super().__init__(window)
        self._place, self._window = place, window
        self.desktop = DesktopNotice(self)
        self.notifications = Notifications(workspace.reminders, jobs, clock, self.desktop, self)
        self.notifications.message.connect(place.say)
        self.notifications.wanted.connect(self.show_occasion)
        self.desktop.pressed.connect(lambda name: self.show_occasion(Occasion(name)))

    def look(self) -> None:
        """Looks what there is to say."""
        is_in_front = self._window.isActiveWindow()
        if is_in_front:
            self.desktop.clear()
        self.notifications.look(self._place.shown_settings, is_in_front=is_in_front)

    def show_occasion(self, occasion: Occasion) -> None:
        """Brings the window to the front, with the list that the notification is about."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        self.desktop.clear()
        self._place.narrow(VIEWS[occasion])
