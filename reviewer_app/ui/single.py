"""One window a profile: a second one raises the first and goes."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWERS_WITHIN_MS = 1_000


class Single(QObject):
    """Holds the profile's window lock, and hears when another window asks for it."""

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        home.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._name = socket_name(home)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def take(self) -> bool:
        """Whether this is the only window of the profile."""
        return self._lock.tryLock(0)

    def listen(self, raise_window: Callable[[], None]) -> None:
        """Raises the window whenever another one is asked for."""
        QLocalServer.removeServer(self._name)
        self._server.newConnection.connect(lambda: self._hear(raise_window))
        self._server.listen(self._name)

    def call_other(self) -> bool:
        """Asks the window that has the profile to come to the front; whether it answered."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        heard = socket.waitForConnected(ANSWERS_WITHIN_MS)
        socket.disconnectFromServer()
        return heard

    def release(self) -> None:
        """Lets another window have the profile."""
        self._server.close()
        self._lock.unlock()

    def _hear(self, raise_window: Callable[[], None]) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnectFromServer()
            connection.deleteLater()
        raise_window()


def socket_name(home: Path) -> str:
    """The name under which this user's window on this profile can be called."""
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    digest = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:16]
    return f"reviewer-app-{user}-{digest}"
