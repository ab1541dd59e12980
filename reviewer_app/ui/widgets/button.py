"""A button with its key beside its word."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import (
    CONTROL,
    box,
    draw_keycap,
    focus_ring,
    keycap_height,
    keycap_width,
)
from reviewer_app.ui.widgets.pressable import Pressable

PADDING = 12
GAP = 9


class Button(Pressable):
    """A command: `primary` for the main one, `plain` with an edge, `quiet` without."""

    def __init__(
        self, text: str, keys: str = "", kind: str = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._keys, self._kind, self._says = keys, kind, ""
        self._has_keycap = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def become(self, text: str, keys: str, kind: str) -> None:
        """Turns into another command at the same place."""
        self._kind = kind
        self.setText(text)
        self.setAccessibleName(text)
        self.show_keys(keys)
        self.updateGeometry()
        self.update()

    def show_keys(self, keys: str) -> None:
        """Shows another key beside the same words."""
        self._keys = keys
        self._describe()
        self.updateGeometry()
        self.update()

    def show_keycap(self, *, is_shown: bool) -> None:
        """Shows the keycap, or the word alone where there is no room for both."""
        if is_shown != self._has_keycap:
            self._has_keycap = is_shown
            self.updateGeometry()
            self.update()

    def describe(self, says: str) -> None:
        """Says what comes of pressing it: as a tip, and with the key to a screen reader."""
        self._says = says
        self.setToolTip(plain_tip(says))
        self._describe()

    def _describe(self) -> None:
        key = tr("Key {keys}", keys=self._keys) if self._keys else ""
        self.setAccessibleDescription(". ".join(part for part in (self._says, key) if part))

    @override
    def sizeHint(self) -> QSize:
        """Room for the word, the key and a little around them."""
        metrics = QFontMetrics(font(Role.STRONG))
        width = metrics.horizontalAdvance(self.text()) + 2 * PADDING
        if self._keys and self._has_keycap:
            width += keycap_width(self._keys) + GAP
        return QSize(width, metrics.height() + 15)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints word and key in the colours of its kind and state."""
        del event
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill, ink, edge = self._colors()
        box(painter, area, CONTROL, fill, edge)
        if self.hasFocus():
            self._paint_focus(painter, area)
        painter.setFont(font(Role.STRONG))
        painter.setPen(ink)
        mirror = Mirror(area, self.layoutDirection())
        painter.drawText(mirror.place(area.adjusted(PADDING, 0, 0, 0)), mirror.start, self.text())
        if self._keys and self._has_keycap:
            self._paint_key(painter, ink)
        painter.end()

    def _paint_focus(self, painter: QPainter, area: QRectF) -> None:
        """A ring at the edge; on the accent's own ground inside it, in the colour of its words."""
        if self._kind == "primary" and self.isEnabled():
            inside = area.adjusted(2, 2, -2, -2)
            focus_ring(painter, inside, CONTROL - 2, tokens().color("on_accent"))
        else:
            focus_ring(painter, area, CONTROL, tokens().color("accent"))

    def _paint_key(self, painter: QPainter, ink: QColor) -> None:
        width, height = keycap_width(self._keys), keycap_height()
        left = self.width() - PADDING - width
        mirror = Mirror(self.rect(), self.layoutDirection())
        area = mirror.place(QRectF(left, (self.height() - height) / 2, width, height))
        theme = tokens()
        is_primary = self._kind == "primary" and self.isEnabled()
        key_ink = ink if is_primary else theme.color("muted")
        draw_keycap(painter, area, self._keys, key_ink, ink if is_primary else theme.color("line"))

    def _colors(self) -> tuple[QColor | None, QColor, QColor]:
        """Fill, ink and edge."""
        theme = tokens()
        none = QColor(Qt.GlobalColor.transparent)
        line = theme.color("edge" if self.isEnabled() else "line")
        if not self.isEnabled():
            return None, theme.color("muted"), none if self._kind == "quiet" else line
        if self._kind == "primary":
            fill = theme.color("accent_hover" if self.underMouse() else "accent")
            return fill, theme.color("on_accent"), fill
        hover = theme.color("raised") if self.underMouse() else None
        if self._kind == "quiet":
            return hover, theme.color("text"), none
        return hover or theme.color("surface"), theme.color("text"), line


class Link(Pressable):
    """A small command in the accent colour, inside a line of text."""

    def __init__(self, text: str, role: Role = Role.CAPTION, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Stands for another command at the same place."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Room for the words."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text()) + 8, metrics.height() + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the words, underlined under the pointer."""
        del event
        painter = QPainter(self)
        made = self._font()
        made.setUnderline(self.underMouse())
        painter.setFont(made)
        painter.setPen(tokens().color("accent" if self.isEnabled() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 4, tokens().color("accent"))
        painter.end()

    def _font(self) -> QFont:
        return font(self._role)
