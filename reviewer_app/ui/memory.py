"""What the window remembers of its own shape, in a file below the profile."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

FILE = "window.ini"
FIRST_SIZE = (1440, 900)


class Memory:
    """Geometry and splitter of the last time. Anything unreadable is as if there was none."""

    def __init__(self, home: Path) -> None:
        self._settings = QSettings(str(home / FILE), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Gives the window the shape that it had, or a good first one."""
        geometry = self._settings.value("geometry", QByteArray(), type=QByteArray)
        if not isinstance(geometry, QByteArray) or not window.restoreGeometry(geometry):
            window.resize(*FIRST_SIZE)
        shape = self._settings.value("splitter", QByteArray(), type=QByteArray)
        if isinstance(shape, QByteArray):
            splitter.restoreState(shape)

    def keep(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Remembers the shape."""
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("splitter", splitter.saveState())
        self._settings.sync()
