"""What the rows of small lists share: their ground, a pill within them, words cut to their room."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.paint import CONTROL, PILL, box, focus_ring
from reviewer_app.ui.widgets.pill import PADDING, colors_of

SIDE, TOP, GAP = 10, 8, 5
"""Room beside and above the words of a row, and between its lines."""


def paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
    """Paints what shows that a row is current, or under the pointer, and the line below it."""
    theme = tokens()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, theme.color("selection"))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, QRectF(area), CONTROL, theme.color("accent"))
        return
    if state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, theme.color("window"))
    line = QRect(area.x() + SIDE, area.bottom(), area.width() - 2 * SIDE, 1)
    painter.fillRect(line, theme.color("line"))


def paint_pill(painter: QPainter, line: QRect, word: str, meaning: str) -> int:
    """Paints a word on the ground of its meaning; gives the width it takes."""
    made = font(Role.PILL)
    width = QFontMetrics(made).horizontalAdvance(word) + 2 * PADDING
    area = QRectF(line.x(), line.y() - 1, width, line.height() + 2)
    ink, ground = colors_of(meaning)
    box(painter, area, PILL, ground, ground if tokens().has_grounds else ink)
    painter.setFont(made)
    painter.setPen(ink)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)
    return width


def elided(words: str, painter: QPainter, width: int) -> str:
    """As much of the words as there is room for."""
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, width))
