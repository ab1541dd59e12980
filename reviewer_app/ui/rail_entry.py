"""An entry of the rail: an icon or a letter, words, and how much waits there."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.icons import pixmap
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import CONTROL, box, focus_ring
from reviewer_app.ui.widgets.pressable import Pressable

ICON = 18

DOT = 9
"""The dot of a place that needs somebody, with the edge that sets it off, in pixels."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: its id, its words, its icon, and the colour that its meaning has.

    What a person made themselves has a `letter` in the icon's place, and words of their own.
    """

    id: str
    words: str
    icon: str
    meaning: str = ""
    letter: str = ""


class RailEntry(Pressable):
    """One entry of the rail."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        words = revealed_line(place.words) if place.letter else tr(place.words)
        super().__init__(words, parent)
        self._place, self._figure, self._is_narrow = place, "", False
        self._warning = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, figure: str) -> None:
        """Shows a figure or a key at the right."""
        self._figure = figure
        self.setAccessibleName(f"{self.text()} {figure}".strip())
        words = [self.accessibleName() if self._is_narrow else "", self._warning]
        self.setToolTip(plain_tip(" · ".join(part for part in words if part)))
        self.update()

    def warn(self, words: str) -> None:
        """Shows a quiet dot, with words for who points at it or hears it; none for no words."""
        if words != self._warning:
            self._warning = words
            self.setAccessibleDescription(words)
            self.say(self._figure)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Shows the icon alone, or the words."""
        self._is_narrow = is_narrow
        self.say(self._figure)

    @override
    def nextCheckState(self) -> None:
        """Where the person is, the window says; a press alone changes no mark."""

    @override
    def sizeHint(self) -> QSize:
        """One line of words and the room around it."""
        return QSize(40, QFontMetrics(font(Role.BODY)).height() + 14)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints icon, words and figure; where the person is, on the selection's ground."""
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
        self._paint_words(painter, area)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        theme = tokens()
        role = "accent" if self.isChecked() else self._place.meaning or "muted"
        left = (area.width() - ICON) / 2 if self._is_narrow else 10.0
        mirror = Mirror(area, self.layoutDirection())
        place = mirror.place(QRectF(left, (area.height() - ICON) / 2, ICON, ICON))
        self._paint_icon(painter, place, theme.color(role))
        if self._warning:
            self._paint_warning(painter, place)
        if self._is_narrow:
            return
        painter.setFont(font(Role.STRONG if self.isChecked() else Role.BODY))
        painter.setPen(theme.color("text"))
        words = area.adjusted(left + ICON + 9, 0, 0, 0)
        figure_width = QFontMetrics(font(Role.CAPTION)).horizontalAdvance(self._figure)
        room = int(words.width()) - 18 - figure_width
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(mirror.place(words), mirror.start, shown)
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.color("accent" if self.isChecked() else "muted"))
        figure = mirror.place(area.adjusted(0, 0, -10, 0))
        painter.drawText(figure, mirror.end, self._figure)

    def _paint_icon(self, painter: QPainter, place: QRectF, color: QColor) -> None:
        """Paints the icon, or the letter of what a person made themselves in its place."""
        if not self._place.letter:
            size = round(ICON * self.devicePixelRatioF())
            picture = pixmap(self._place.icon, color, size)
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
            return
        box(painter, place.adjusted(1, 1, -1, -1), 4, None, tokens().color("line"))
        painter.setFont(font(Role.PILL))
        painter.setPen(color)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._place.letter)

    def _paint_warning(self, painter: QPainter, icon: QRectF) -> None:
        """A dot at the corner of the icon, set off from it."""
        theme = tokens()
        painter.setBrush(theme.color("warn"))
        painter.setPen(QPen(theme.color("selection" if self.isChecked() else "window"), 2))
        painter.drawEllipse(icon.topRight() + QPointF(-1, 2), DOT / 2, DOT / 2)


class SavedEntry(RailEntry):
    """A view that the person saved: `rename_wanted` and `removal_wanted` by key or menu."""

    rename_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, place: Place, keycap: str, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self._key = keycap
        self.setAccessibleDescription(tr("F2 renames it, Delete removes it"))

    @override
    def say(self, figure: str) -> None:
        """Shows a figure; the tooltip says the key too."""
        super().say(figure)
        words = self.text() if self._is_narrow or self._is_cut() else ""
        self.setToolTip(plain_tip("  ".join(part for part in (words, self._key) if part)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Delete removes."""
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by a menu."""
        menu = QMenu(self)
        menu.setAccessibleName(self.text())
        menu.addAction(tr("Rename…\tF2"), self.rename_wanted.emit)
        menu.addAction(tr("Remove\tDel"), self.removal_wanted.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _is_cut(self) -> bool:
        metrics = QFontMetrics(font(Role.STRONG))
        return metrics.horizontalAdvance(self.text()) > self.width() - ICON - 60
