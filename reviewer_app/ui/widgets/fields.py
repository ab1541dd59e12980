"""Fields that people type in: letters are text there, never shortcuts."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

_NOT_TEXT = frozenset(
    {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
    | {Qt.Key(Qt.Key.Key_F1.value + n) for n in range(12)}
)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_COMMAND |= Qt.KeyboardModifier.MetaModifier


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key press writes or moves in a text, and so is no shortcut."""
    return event.key() not in _NOT_TEXT and not event.modifiers() & _COMMAND


def is_typed_in(widget: QWidget | None) -> bool:
    """Whether a widget is a field that a person writes in."""
    return isinstance(widget, QLineEdit | QPlainTextEdit) and not widget.isReadOnly()


class TextField(QLineEdit):
    """One line of text. Enter and Esc are left to whoever put it there."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    @override
    def event(self, event: QEvent) -> bool:
        """Claims what is typed before a shortcut of the window can take it."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_typing(event):
            event.accept()
            return True
        return super().event(event)
