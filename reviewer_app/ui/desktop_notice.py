"""Notifications of the desktop: through its tray, else through its portal, else not at all."""

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from typing_extensions import override

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Notification"
_ACTION = "show"
_NO_MARKUP = str.maketrans({"<": "\u2039", ">": "\u203a", "&": "\uff06"})
"""Some desktops read markup in a notification: the names of workflows come from outside."""


class DesktopNotice(QObject):
    """Shows one notification an occasion; `pressed` names the one that a person pressed."""

    pressed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None
        self._last = ""
        self._listens = False

    def show(self, occasion: str, title: str, words: str) -> None:
        """Shows a notification. A desktop that has none of this kind shows nothing."""
        self._last = occasion
        words = words.translate(_NO_MARKUP)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._in_tray().showMessage(title, words, QApplication.windowIcon())
        else:
            self._through_portal(occasion, title, words)

    def clear(self) -> None:
        """Takes the sign out of the tray: the person is here."""
        if self._tray is not None:
            self._tray.hide()

    def _in_tray(self) -> QSystemTrayIcon:
        if self._tray is None:
            self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._tray.messageClicked.connect(lambda: self.pressed.emit(self._last))
            self._tray.activated.connect(lambda _reason: self.pressed.emit(self._last))
        self._tray.show()
        return self._tray

    def _through_portal(self, occasion: str, title: str, words: str) -> None:
        """Asks without waiting for an answer: nothing depends on it, and none may come."""
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        if not self._listens:
            slot = SLOT("invoke(QDBusMessage)")
            self._listens = bus.connect(  # type: ignore[call-overload]  # it takes what SLOT gives
                "", _PATH, _INTERFACE, "ActionInvoked", self, slot
            )
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "AddNotification")
        notice = {"title": title, "body": words, "default-action": _ACTION}
        call.setArguments([occasion, notice])
        bus.asyncCall(call)

    @Slot(QDBusMessage)
    def invoke(self, message: QDBusMessage) -> None:
        """A notification was pressed; others' notifications have other actions."""
        arguments = message.arguments()
        if len(arguments) > 1 and arguments[1] == _ACTION:
            self.pressed.emit(str(arguments[0]))

    @override
    def deleteLater(self) -> None:
        """Leaves no sign in the tray."""
        self.clear()
        super().deleteLater()
