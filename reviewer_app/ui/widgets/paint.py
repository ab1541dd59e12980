"""Shapes that several controls paint alike: rounded boxes, keycaps, focus rings."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens

CARD, CONTROL, PILL = 8, 6, 4
"""Corner radii, in pixels."""

KEYCAP_PADDING = 7


def box(painter: QPainter, area: QRectF, radius: float, fill: QColor | None, edge: QColor) -> None:
    """A rounded box with a hairline that lies on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def focus_ring(painter: QPainter, area: QRectF, radius: float, color: QColor) -> None:
    """The mark of the control that has the keyboard."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, tokens().focus_width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)


def keycap_width(keys: str) -> int:
    """How wide the keycap of these keys is."""
    metrics = QFontMetrics(font(Role.PILL))
    return max(metrics.horizontalAdvance(keys) + 2 * KEYCAP_PADDING, keycap_height())


def keycap_height() -> int:
    """How tall every keycap is."""
    return QFontMetrics(font(Role.PILL)).height() + 3


def draw_keycap(painter: QPainter, area: QRectF, keys: str, ink: QColor, edge: QColor) -> None:
    """A keycap with its keys in the middle."""
    box(painter, area, PILL, None, edge)
    made = font(Role.PILL)
    made.setWeight(made.Weight.Medium)
    painter.setFont(made)
    painter.setPen(ink)
    way = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, keys)
    painter.setLayoutDirection(way)
