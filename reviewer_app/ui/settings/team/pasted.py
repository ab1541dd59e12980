"""A field for a text that somebody sent: it is pasted whole, and may be of several lines."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget
from typing_extensions import override

from reviewer_app.ui.theme.fonts import fixed
from reviewer_app.ui.widgets.fields import is_typing

LINES = 4


class PastedText(QPlainTextEdit):
    """Plain text in letters of one width; Tab leaves it."""

    def __init__(
        self, name: str, placeholder: str = "", lines: int = LINES, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("role", "editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        made = fixed()
        self.document().setDefaultFont(made)
        self.setFixedHeight(QFontMetrics(made).lineSpacing() * lines + 20)

    @override
    def event(self, event: QEvent) -> bool:
        """Claims what is typed before a shortcut of the window can take it."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_typing(event):
            event.accept()
            return True
        return super().event(event)
