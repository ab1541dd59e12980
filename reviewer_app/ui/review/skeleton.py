"""What stands on the desk while an item is on its way: its shape, without a word."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.tokens import tokens

APPEARS_AFTER_MS = 150
"""What comes sooner than this needs no skeleton."""

_BARS = ((0.0, 0.34, 22), (36.0, 0.5, 12), (76.0, 1.0, 92), (184.0, 1.0, 84), (284.0, 1.0, 0))


class Skeleton(QWidget):
    """Quiet bars where the item's parts will be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The item is being opened"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the bars; the last one takes what is left."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().color("raised"))
        left, width = 20.0, self.width() - 40.0
        for top, share, height in _BARS:
            tall = height or max(40.0, self.height() - top - 40)
            painter.drawRoundedRect(QRectF(left, 18 + top, width * share, tall), 8, 8)
        painter.end()
