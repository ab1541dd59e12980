"""A keycap on its own: the key beside an action that is not a button."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.paint import draw_keycap, keycap_height, keycap_width


class Keycap(QWidget):
    """Shows the keys of an action."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Key {keys}")

    @override
    def sizeHint(self) -> QSize:
        """Just the keycap."""
        return QSize(keycap_width(self._keys), keycap_height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the keycap in the colours of the theme in force."""
        del event
        theme = tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_keycap(painter, area, self._keys, theme.color("muted"), theme.color("line"))
        painter.end()
