"""Which kind of connection: each with a line in plain words, walked through with the arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.connections.kinds import Kind
from reviewer_app.ui.connections.scrolled import scrolled
from reviewer_app.ui.connections.words import tells_of, title_of
from reviewer_app.ui.errors import said
from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.labels import label, plain_tip
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import CARD, box, focus_ring
from reviewer_app.ui.widgets.pressable import Pressable

COLUMNS = 2
PADDING = 14

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class KindEntry(Pressable):
    """One kind: its name, and what it does below."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(title_of(kind.name))
        self.kind = kind
        self._tells = said(kind.trouble) or tells_of(kind)
        self._flow = _flow_words(kind)
        self.setEnabled(not kind.trouble)
        self.setToolTip(plain_tip(self._tells))
        self.setAccessibleDescription(f"{self._tells} {self._flow}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Two lines and the room around them."""
        first, second = QFontMetrics(font(Role.STRONG)), QFontMetrics(font(Role.CAPTION))
        return QSize(260, first.height() + second.height() + 3 + 2 * 10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints name and line on a ground of their own."""
        del event
        painter, theme = QPainter(self), tokens()
        area = QRectF(self.rect())
        is_live = self.isEnabled()
        fill = theme.color("raised" if self.underMouse() and is_live else "surface")
        box(painter, area, CARD, fill if is_live else None, theme.color("line"))
        if self.hasFocus():
            focus_ring(painter, area, CARD, theme.color("accent"))
        inner = area.adjusted(PADDING, 10, -PADDING, -10)
        mirror = Mirror(inner, self.layoutDirection())
        self._paint_head(painter, inner, mirror)
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.color("muted"))
        height = painter.fontMetrics().height()
        line = QRectF(inner.x(), inner.bottom() - height, inner.width(), height)
        wide = int(line.width())
        shown = painter.fontMetrics().elidedText(self._tells, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(line, mirror.start, shown)
        painter.end()

    def _paint_head(self, painter: QPainter, inner: QRectF, mirror: Mirror) -> None:
        theme, made = tokens(), font(Role.STRONG)
        first = QRectF(inner.x(), inner.y(), inner.width(), QFontMetrics(made).height())
        painter.setFont(made)
        painter.setPen(theme.color("text" if self.isEnabled() else "muted"))
        painter.drawText(first, mirror.start, self.text())
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.color("muted"))
        painter.drawText(first, mirror.end, self._flow)


class KindPicker(QWidget):
    """`chosen` carries the kind that shall be connected."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[KindEntry] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for place in range(COLUMNS):
            self._grid.setColumnStretch(place, 1)
        inner = QWidget()
        inner.setMaximumWidth(900)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(2, 2, 12, 8)
        rows.addLayout(self._grid)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(tr("What do you want to connect?"), "muted"))
        column.addWidget(scrolled(inner), 1)

    def show_kinds(self, kinds: Sequence[Kind]) -> None:
        """Offers these, what goes both ways first; what cannot be used last, with the reason."""
        for entry in self.entries:
            self._grid.removeWidget(entry)
            entry.deleteLater()
        ordered = sorted(kinds, key=_order)
        self.entries = [KindEntry(kind) for kind in ordered]
        for n, entry in enumerate(self.entries):
            entry.clicked.connect(lambda _on=False, kind=entry.kind: self.chosen.emit(kind))
            entry.installEventFilter(self)
            self._grid.addWidget(entry, n // COLUMNS, n % COLUMNS)
            entry.show()  # what is not shown yet cannot be given the keyboard
        self.begin()

    def begin(self) -> None:
        """Gives the keyboard to the first kind."""
        if self.entries:
            self.entries[0].setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from kind to kind."""
        if isinstance(event, QKeyEvent) and event.key() in _STEPS:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and isinstance(watched, KindEntry):
                self._step(watched, _STEPS[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _step(self, entry: KindEntry, by: int) -> None:
        place = self.entries.index(entry) + by
        if 0 <= place < len(self.entries) and self.entries[place].isEnabled():
            self.entries[place].setFocus()


def _order(kind: Kind) -> tuple[bool, bool, bool, str]:
    is_both = kind.gives_outputs and kind.takes_labels
    return bool(kind.trouble), not is_both, not kind.gives_outputs, title_of(kind.name).casefold()


def _flow_words(kind: Kind) -> str:
    """Which way things go: "outputs", "labels", "outputs and labels"."""
    if kind.gives_outputs and kind.takes_labels:
        return tr("outputs and labels")
    return tr("outputs") if kind.gives_outputs else tr("labels")
