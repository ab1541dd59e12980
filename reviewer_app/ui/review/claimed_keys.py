"""Keys that a view with the keyboard keeps for itself, before the window takes them."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
PRESSES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})

_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def claim(event: QEvent, keys: Collection[Qt.Key]) -> bool:
    """Accepts the offer of a key that the view uses itself; says whether it did."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    is_plain = not event.modifiers() & _COMMAND
    is_copy = event.matches(QKeySequence.StandardKey.Copy)
    is_all = event.matches(QKeySequence.StandardKey.SelectAll)
    if (is_plain and event.key() in keys) or is_copy or is_all:
        event.accept()
        return True
    return False
