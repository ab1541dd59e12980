"""A keycap on its own: the key beside an action that is not a button."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.actions import action
from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.paint import draw_keycap, keycap_height, keycap_width


class Keycap(QWidget):
    """Shows the keys of an action."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_keys(keys)

    def show_keys(self, keys: str) -> None:
        """Shows these keys; an empty text shows nothing at all."""
        self._keys = keys
        self.setAccessibleName(tr("Key {keys}", keys=keys) if keys else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Just the keycap."""
        return QSize(keycap_width(self._keys) if self._keys else 0, keycap_height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the keycap in the colours of the theme in force."""
        del event
        if not self._keys:
            return
        theme = tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_keycap(painter, area, self._keys, theme.color("muted"), theme.color("line"))
        painter.end()


class ActionKeycap(Keycap):
    """Shows the key in force of an action, and follows where it is changed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(action(name).keycap, parent)
        self._action = action(name)

    def refresh_keys(self) -> None:
        """Shows the key now in force."""
        self.show_keys(self._action.keycap)
