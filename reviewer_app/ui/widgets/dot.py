"""A dot: a meaning in one colour, always beside a word."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.theme.tokens import tokens


class Dot(QWidget):
    """A small disc in the colour of a meaning."""

    def __init__(self, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = meaning
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """A disc of 7 pixels."""
        return QSize(7, 8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the disc."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        role = "muted" if self._meaning == "plain" else self._meaning
        painter.setBrush(tokens().color(role))
        painter.drawEllipse(QRectF(0.5, 1, 6, 6))
        painter.end()
