"""Icons: our own drawings, tinted to the theme in force."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer_app.paths import resource
from reviewer_app.ui.theme.tokens import tokens

GRID = 20
"""The square that every icon is drawn on."""


def icon(name: str, role: str = "muted") -> QIcon:
    """An icon in the colour of a role, sharp at every scale."""
    color = tokens().color(role)
    made = QIcon()
    for scale in (1, 2, 3):
        made.addPixmap(pixmap(name, color, GRID * scale))
    return made


def pixmap(name: str, color: QColor, size: int) -> QPixmap:
    """An icon as a square picture of `size` pixels in a colour."""
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, color.name()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def program_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(resource("icons/reviewer-app.svg")))


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
