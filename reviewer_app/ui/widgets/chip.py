"""A chip: a choice that is on or off, with the digit that toggles it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import box, focus_ring
from reviewer_app.ui.widgets.pressable import Pressable

PADDING = 9
GAP = 5
ARROW = 12


class Chip(Pressable):
    """A checkable choice; with `menu` it opens a list and shows an arrow instead."""

    def __init__(
        self, text: str, digit: str = "", *, menu: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._digit, self._has_menu = digit, menu
        self.setCheckable(not menu)
        self._on = self._is_pointed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str, *, on: bool) -> None:
        """Shows what a menu chip stands at, and whether that restricts anything."""
        self._on = on
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def show_digit(self, digit: str) -> None:
        """Shows another key before the same words."""
        self._digit = digit
        self.updateGeometry()
        self.update()

    def point(self, *, is_on: bool) -> None:
        """Shows the ring while the keyboard of its group stands at this choice."""
        if self._is_pointed is not is_on:
            self._is_pointed = is_on
            self.update()

    @override
    def sizeHint(self) -> QSize:
        """Room for the digit, the word and a little around them."""
        metrics = QFontMetrics(font(Role.HEADING))
        width = metrics.horizontalAdvance(self.text()) + 2 * PADDING
        if self._digit:
            width += metrics.horizontalAdvance(self._digit) + GAP
        if self._has_menu:
            width += ARROW
        return QSize(width, metrics.height() + 9)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the choice; where it is on, in the accent colour and with an edge."""
        del event
        painter = QPainter(self)
        theme = tokens()
        is_on = self.isChecked() or self._on
        area = QRectF(self.rect())
        radius = area.height() / 2
        fill = theme.color("selection" if is_on else "raised" if self.underMouse() else "surface")
        box(painter, area, radius, fill, theme.color("accent" if is_on else "edge"))
        if self.hasFocus() or self._is_pointed:
            focus_ring(painter, area, radius, theme.color("accent"))
        self._paint_words(painter, area, is_on=is_on)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF, *, is_on: bool) -> None:
        theme = tokens()
        made = font(Role.HEADING)
        metrics = QFontMetrics(made)
        left = area.left() + PADDING
        mirror = Mirror(area, self.layoutDirection())
        if self._digit:
            painter.setFont(made)
            painter.setPen(theme.color("accent" if is_on else "muted"))
            words = mirror.place(area.adjusted(left, 0, 0, 0))
            painter.drawText(words, mirror.start, self._digit)
            left += metrics.horizontalAdvance(self._digit) + GAP
        made.setWeight(made.Weight.DemiBold if is_on else made.Weight.Normal)
        painter.setFont(made)
        painter.setPen(theme.color("accent" if is_on else "text"))
        words = mirror.place(area.adjusted(left, 0, 0, 0))
        painter.drawText(words, mirror.start, self.text())
        if self._has_menu:
            painter.setPen(theme.color("accent" if is_on else "muted"))
            arrow = mirror.place(area.adjusted(0, -1, -PADDING + 1, 0))
            painter.drawText(arrow, mirror.end, "▾")


class Tab(Pressable):
    """One of a few views of the same thing; the one that is on has the accent colour."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Room for the word."""
        metrics = QFontMetrics(font(Role.PILL))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * PADDING, metrics.height() + 5)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the word on its ground."""
        del event
        painter = QPainter(self)
        theme = tokens()
        area = QRectF(self.rect())
        fill = theme.color("selection" if self.isChecked() else "raised")
        is_edged = self.underMouse() or not theme.has_grounds
        edge = theme.color("line") if is_edged and not self.isChecked() else fill
        if self.isChecked() and not theme.has_grounds:
            edge = theme.color("accent")
        box(painter, area, 4, fill, edge)
        if self.hasFocus():
            focus_ring(painter, area, 4, theme.color("accent"))
        painter.setFont(font(Role.PILL))
        painter.setPen(theme.color("accent" if self.isChecked() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
