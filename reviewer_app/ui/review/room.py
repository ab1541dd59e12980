"""How the parts of an item share the room: what was asked, what was produced, what is beside it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer_app.ui.review.asked import Asked
from reviewer_app.ui.review.produced.card import Produced
from reviewer_app.ui.widgets.split import Split

SIDE_BY_SIDE_FROM = 1_350
"""Width of the desk from which what was asked and what was produced stand side by side."""

THREE_FROM = 1_050
"""Width from which two things have room beside the output, not one alone."""

SMALL_ROOM = 240
"""Height below which what was asked shows one line and scrolls."""

ASKED_SHARE = 0.3
"""The share of the height that what was asked takes at most, unless the output leaves more."""

LEAST_BESIDE = 260
"""Width of what stands beside the output."""


class Room(QObject):
    """Shares it. `crowded` asks what else stands beside the output to give way."""

    crowded = Signal()

    def __init__(self, panes: Split, body: Split, asked: Asked, produced: Produced) -> None:
        super().__init__(panes)
        self._panes, self._body, self._asked, self._produced = panes, body, asked, produced
        self._width = 0
        panes.installEventFilter(self)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one thing beside the output, and not for two."""
        return self._body.width() < THREE_FROM

    def share(self, width: int) -> None:
        """What was asked gets what it needs up to its share; what was produced gets the rest."""
        self._width = width
        is_wide = width >= SIDE_BY_SIDE_FROM and self._asked.has_much
        way = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._panes.orientation() is not way:
            self._panes.setOrientation(way)
        if is_wide:
            self._panes.suggest([self._panes.width() * 2 // 5, self._panes.width() * 3 // 5])
            return
        room = self._panes.height()
        least = 96 if room >= SMALL_ROOM else 70
        produced = self._produced.wanted_height()
        spare = room - produced if produced is not None and not self._beside() else 0
        most = max(least, int(room * ASKED_SHARE), spare)
        wanted = self._asked.whole_lines(min(self._asked.wanted_height(), most))
        self._panes.setSizes([wanted, max(120, room - wanted)])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shares anew once what stands above the panes has come or gone."""
        if watched is self._panes and event.type() is QEvent.Type.Resize and self._width:
            QTimer.singleShot(0, self, lambda: self.share(self._width))
        return super().eventFilter(watched, event)

    def share_beside(self) -> None:
        """What stands beside the output gets a little less than half, and the height with it.

        What was asked is folded meanwhile, where it stands above them.
        """
        if len(self._beside()) > 1 and self.is_narrow:
            self.crowded.emit()
        beside = self._beside()
        is_above = self._panes.orientation() is Qt.Orientation.Vertical
        if self._asked.is_folded is not (bool(beside) and is_above):
            self._asked.set_folded(is_folded=not self._asked.is_folded)
        each = max(LEAST_BESIDE, self._body.width() * 9 // 20) // max(1, len(beside))
        rest = self._body.width() - each * len(beside)
        parts = [self._body.widget(n) for n in range(self._body.count())]
        self._body.suggest([each if part in beside else rest for part in parts])

    def _beside(self) -> list[QWidget]:
        """What stands beside the output now."""
        parts = [self._body.widget(n) for n in range(self._body.count())]
        return [p for p in parts if p and p is not self._produced and not p.isHidden()]
