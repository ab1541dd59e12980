"""Esc leaves what stands in a row of its own, before the window takes the key for itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def leaves(event: QEvent, leave: Callable[[], None]) -> bool:
    """Calls `leave` where the event is Esc being pressed; whether it is to go no further.

    For an event filter on whatever can have the keyboard in the row.
    """
    if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
        return False
    if event.type() is QEvent.Type.ShortcutOverride:
        event.accept()
        return True
    if event.type() is QEvent.Type.KeyPress:
        leave()
        return True
    return False
