"""The hub in the status line: a few quiet words that lead to the team's settings."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import focus_ring
from reviewer_app.ui.widgets.pressable import Pressable

SIDE = 4


class HubLine(Pressable):
    """Looks like the rest of the line until the pointer or the keyboard is on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_words(self, words: str, says: str) -> None:
        """Says something else; what is the same is not painted again."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()
        self.setToolTip(plain_tip(says))
        self.setAccessibleDescription(says or tr("Opens the team in the settings"))

    @override
    def sizeHint(self) -> QSize:
        """Room for all of the words."""
        metrics = QFontMetrics(font(Role.CAPTION))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * SIDE, metrics.height() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for the beginning: the rest is elided."""
        metrics = QFontMetrics(font(Role.CAPTION))
        least = min(metrics.horizontalAdvance("MMMMMMMM…"), self.sizeHint().width())
        return QSize(least, metrics.height() + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the words, underlined under the pointer."""
        del event
        painter = QPainter(self)
        made = font(Role.CAPTION)
        made.setUnderline(self.underMouse())
        painter.setFont(made)
        painter.setPen(tokens().color("text" if self.underMouse() else "muted"))
        area = self.rect().adjusted(SIDE, 0, -SIDE, 0)
        elided = QFontMetrics(made).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, area.width() + 1
        )
        painter.drawText(area, Mirror(area, self.layoutDirection()).start, elided)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 4, tokens().color("accent"))
        painter.end()
