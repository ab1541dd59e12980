"""The name of a group, which opens and closes it, with what changed and what is wrong inside."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.review.form.caption import caption_font, caption_metrics
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.paint import PILL, focus_ring
from reviewer_app.ui.widgets.pressable import Pressable

GAP = 12


class GroupHead(QWidget):
    """The head of a group; an element of a list can be taken out from here."""

    pressed = Signal()
    removed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.name = _Name(title)
        self.remove = Link(tr("Take out"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.remove)
        self.name.clicked.connect(self.pressed)
        self.remove.clicked.connect(self.removed)
        self.setFocusProxy(self.name)

    def offer_removal(self, *, is_offered: bool) -> None:
        """Shows or hides the way to take the group out."""
        self.remove.setVisible(is_offered)

    def say(self, words: str, counts: tuple[int, int], *, is_open: bool) -> None:
        """Says what is wrong with the group itself and how much is changed and wrong inside."""
        changes, faults = counts
        if not words and faults and not is_open:
            words = tr("%Ln error(s)", "", faults)
        changed = tr("%Ln change(s)", "", changes) if changes and not is_open else ""
        self.name.say(words, changed, is_open=is_open)


class _Name(Pressable):
    """The name with a triangle that points down while the group is open."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._words, self._changed, self._is_open = "", "", True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str, changed: str, *, is_open: bool) -> None:
        """Shows what is wrong and what changed at the right."""
        self._words, self._changed, self._is_open = words, changed, is_open
        state = tr("open") if is_open else tr("closed")
        self.setAccessibleDescription(", ".join(w for w in (state, words, changed) if w))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, QFontMetrics(font(Role.HEADING)).height() + 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints triangle, name, and the words at the right."""
        del event
        painter, theme = QPainter(self), tokens()
        painter.setFont(font(Role.HEADING))
        painter.setPen(theme.color("text" if self.underMouse() else "muted"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self.rect(), middle, "▾" if self._is_open else "▸")
        right = self._paint_right(painter)
        metrics = QFontMetrics(font(Role.HEADING))
        room = QRect(INDENT, 0, max(0, right - INDENT - GAP), self.height())
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.setFont(font(Role.HEADING))
        painter.setPen(theme.color("text" if self.underMouse() else "muted"))
        painter.drawText(room, middle, name)
        if self.hasFocus():
            focus_ring(painter, self.rect().toRectF(), PILL, theme.color("accent"))
        painter.end()

    def _paint_right(self, painter: QPainter) -> int:
        """Paints what is wrong and what changed; where that begins."""
        metrics = caption_metrics()
        painter.setFont(caption_font())
        right = self.width() - 4
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        for words, ink in ((self._words, "bad"), (self._changed, "accent")):
            if words:
                painter.setPen(tokens().color(ink))
                room = max(0, right - self.width() // 3)
                shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QRect(0, 0, right, self.height()), flags, shown)
                right -= metrics.horizontalAdvance(shown) + GAP
        return right


INDENT = 18
"""Where the name begins, behind its triangle."""
