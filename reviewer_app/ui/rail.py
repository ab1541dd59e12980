"""The rail: the views that there are, how much waits in each, settings and help."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.services.desk import Counts
from reviewer_app.ui.actions import action, keycap_of
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.icons import pixmap
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.keycap import ActionKeycap
from reviewer_app.ui.widgets.labels import label, plain_tip
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import CONTROL, focus_ring
from reviewer_app.ui.widgets.pressable import Pressable
from reviewer_app.ui.wording import figure

WIDE, NARROW = 204, 56
"""Width of the rail in words and as icons."""

ICON = 18


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: its id, its words, its icon, and the colour that its meaning has."""

    id: str
    words: str
    icon: str
    meaning: str = ""


VIEWS = (
    Place("My queue", mark("My queue"), "queue"),
    Place("Escalated", mark("Escalated"), "escalated", "violet"),
    Place("Disputed", mark("Disputed"), "disputed", "warn"),
    Place("Decided", mark("Decided"), "decided"),
    Place("All", mark("All"), "all"),
)
BELOW = (
    Place("settings", mark("Settings"), "settings"),
    Place("keys", mark("Help"), "help"),
)


class Rail(QFrame):
    """The entries, one above the other; `pressed` carries the id of an entry."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.entries = {place.id: RailEntry(place) for place in (*VIEWS, *BELOW)}
        self.brand, self.section = label("Reviewer", "strong"), label(tr("REVIEW"), "section")
        self.brand.setStyleSheet("font-size: 15px; font-weight: 700;")
        self.keycap = ActionKeycap("view.find_action")
        head = QHBoxLayout()
        head.setContentsMargins(10, 2, 4, 8)
        head.addWidget(self.brand)
        head.addStretch(1)
        head.addWidget(self.keycap)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.section)
        self.section.setContentsMargins(10, 4, 0, 4)
        for place in VIEWS:
            column.addWidget(self.entries[place.id])
        column.addStretch(1)
        for place in BELOW:
            column.addWidget(self.entries[place.id])
        for name, entry in self.entries.items():
            entry.clicked.connect(lambda _on=False, name=name: self.pressed.emit(name))
        self.set_narrow(is_narrow=False)
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """Shows the key of the help that is now in force."""
        keys = action("help.keys").keys_in_force
        self.entries["keys"].say(keycap_of(keys[-1]) if keys else "")

    def show_counts(self, counts: Counts) -> None:
        """Shows how much waits in each view."""
        waiting = {
            "My queue": counts.queue,
            "Escalated": counts.escalated,
            "Disputed": counts.disputed,
            "Decided": counts.decided,
        }
        for name, count in waiting.items():
            self.entries[name].say(figure(count) if count else "")

    def show_place(self, name: str) -> None:
        """Marks where the person is."""
        for place, entry in self.entries.items():
            entry.setChecked(place == name)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Shows icons alone, or words."""
        self.setFixedWidth(NARROW if is_narrow else WIDE)
        for widget in (self.brand, self.section, self.keycap):
            widget.setVisible(not is_narrow)
        for entry in self.entries.values():
            entry.set_narrow(is_narrow=is_narrow)


class RailEntry(Pressable):
    """One entry of the rail."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(tr(place.words), parent)
        self._place, self._figure, self._is_narrow = place, "", False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, figure: str) -> None:
        """Shows a figure or a key at the right."""
        self._figure = figure
        self.setAccessibleName(f"{self.text()} {figure}".strip())
        self.setToolTip(plain_tip(self.accessibleName()) if self._is_narrow else "")
        self.update()

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
        scale = self.devicePixelRatioF()
        picture = pixmap(self._place.icon, theme.color(role), round(ICON * scale))
        mirror = Mirror(area, self.layoutDirection())
        place = mirror.place(QRectF(left, (area.height() - ICON) / 2, ICON, ICON))
        painter.drawPixmap(place, picture, QRectF(picture.rect()))
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
