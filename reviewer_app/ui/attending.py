"""Tells the clock of attention what a window sees of its person: keys, the pointer, being left."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from reviewer_app.ui.review.attention import Attention

_SIGNS = (QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)


class Attending(QObject):
    """Follows one window as long as there is one."""

    def __init__(self, attention: Attention, window: QWidget) -> None:
        super().__init__(window)
        self._attention, self._window = attention, window
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes every key and pointer move as a sign of attention; the clock stops behind."""
        if event.type() in _SIGNS:
            self._attention.stir()
        elif event.type() is QEvent.Type.ActivationChange and watched is self._window:
            is_in_front = self._window.isActiveWindow()
            (self._attention.resume if is_in_front else self._attention.pause)()
        return False
