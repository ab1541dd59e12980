"""A pill: one word that means something, on the ground of its meaning."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.paint import PILL, box

PADDING = 9


class Pill(QWidget):
    """A short text in one of the meanings good, warn, bad, info, violet or plain."""

    def __init__(
        self, text: str = "", meaning: str = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._meaning = text, meaning
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        if not text:
            self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str, meaning: str = "plain") -> None:
        """Says something else; an empty text hides the pill."""
        self._text, self._meaning = text, meaning
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Room for the text and a little around it."""
        metrics = QFontMetrics(font(Role.PILL))
        return QSize(metrics.horizontalAdvance(self._text) + 2 * PADDING, metrics.height() + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the text on its ground; without grounds, inside an edge."""
        del event
        painter = QPainter(self)
        ink, ground = colors_of(self._meaning)
        edge = ground if tokens().has_grounds else ink
        box(painter, QRectF(self.rect()), PILL, ground, edge)
        painter.setFont(font(Role.PILL))
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


def colors_of(meaning: str) -> tuple[QColor, QColor]:
    """The ink and the ground of a meaning."""
    theme = tokens()
    if meaning == "plain":
        return theme.color("muted"), theme.color("raised")
    if meaning == "accent":
        return theme.color("accent"), theme.color("selection")
    return theme.color(meaning), theme.color(f"{meaning}_ground")
