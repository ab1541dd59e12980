"""What the window remembers of its own shape, for each size of screen, in a file of the profile."""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QMainWindow

from reviewer_app.ui.widgets.split import Split

FILE = "window.ini"
FIRST_SIZE = QSize(1440, 900)

GRIP = QSize(120, 40)
"""How much of the window must be on a screen for a hand to get hold of it."""


class Memory:
    """Place, size, splitters and columns of the last time. What is unreadable is as if unsaid."""

    def __init__(self, home: Path) -> None:
        self._settings = QSettings(str(home / FILE), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow) -> None:
        """Gives the window the shape that it had on such a screen, or a good first one."""
        screens = [screen.geometry().size() for screen in QGuiApplication.screens()]
        group = self._group(screens)
        geometry = self._bytes(f"{group}/geometry")
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if not window.restoreGeometry(geometry):
            window.resize(FIRST_SIZE.boundedTo(rooms[0].size()))
        elif not window.isMaximized() and not window.isFullScreen():
            window.setGeometry(reachable(window.geometry(), rooms))
        for split in window.findChildren(Split):
            split.restore(self._shares(f"{group}/splits/{split.objectName()}"))
        for header in _headers(window):
            header.restoreState(self._bytes(f"{group}/columns/{header.objectName()}"))

    def keep(self, window: QMainWindow) -> None:
        """Remembers the shape for the size of the screen that the window is on."""
        group = _name(window.screen().geometry().size())
        self._settings.setValue("screen", group)
        self._settings.setValue(f"{group}/geometry", window.saveGeometry())
        for split in window.findChildren(Split):
            key = f"{group}/splits/{split.objectName()}"
            self._settings.setValue(key, json.dumps(dict(split.shares)))
        for header in _headers(window):
            self._settings.setValue(f"{group}/columns/{header.objectName()}", header.saveState())
        self._settings.sync()

    def _group(self, screens: Sequence[QSize]) -> str:
        """Where to read: the last screen if there is one of its size, else the first screen."""
        names = [_name(size) for size in screens]
        last = str(self._settings.value("screen", ""))
        return last if last in names else names[0]

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def _shares(self, key: str) -> dict[str, list[float]]:
        try:
            read = json.loads(str(self._settings.value(key, "{}")))
        except ValueError:
            return {}
        pairs = read.items() if isinstance(read, dict) else ()
        return {name: given for name, given in pairs if _is_shares(given)}


def reachable(place: QRect, rooms: Sequence[QRect]) -> QRect:
    """The same place, or one on the first screen where no hand could get hold of the window."""
    for room in rooms:
        seen = room.intersected(place)
        is_head_seen = seen.top() <= place.top() + GRIP.height()
        if seen.width() >= GRIP.width() and seen.height() >= GRIP.height() and is_head_seen:
            return QRect(place.topLeft(), place.size().boundedTo(room.size()))
    size = place.size().boundedTo(rooms[0].size())
    moved = QRect(rooms[0].topLeft(), size)
    moved.moveCenter(rooms[0].center())
    return moved


def _headers(window: QMainWindow) -> list[QHeaderView]:
    """The headers of tables whose columns are the same each time: those with a name."""
    return [header for header in window.findChildren(QHeaderView) if header.objectName()]


def _is_shares(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, (int, float)) for part in value)


def _name(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"
