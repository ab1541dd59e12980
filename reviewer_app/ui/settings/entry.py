"""An entry of the list of sections: one is shown at a time."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import CONTROL, focus_ring
from reviewer_app.ui.widgets.pressable import Pressable

PADDING = 10


class Entry(Pressable):
    """The name of a section; where the person is, on the selection's ground."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """One line of words and the room around it."""
        metrics = QFontMetrics(font(Role.STRONG))
        width = metrics.horizontalAdvance(self.text()) + 2 * PADDING
        return QSize(width, metrics.height() + 14)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = tokens()
        area = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if self.isChecked() else "raised"))
            painter.drawRoundedRect(area, CONTROL, CONTROL)
        if self.hasFocus() or (self.isChecked() and not theme.has_grounds):
            focus_ring(painter, area, CONTROL, theme.color("accent"))
        painter.setFont(font(Role.STRONG if self.isChecked() else Role.BODY))
        painter.setPen(theme.color("text"))
        mirror = Mirror(area, self.layoutDirection())
        painter.drawText(area.adjusted(PADDING, 0, -PADDING, 0), mirror.start, self.text())
        painter.end()
