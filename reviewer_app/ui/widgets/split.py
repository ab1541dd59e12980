"""A splitter that keeps the shares a person gave its parts, in each arrangement of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget
from typing_extensions import override

SHARES_KEPT = 12
"""Arrangements of one splitter that are remembered."""


class Split(QSplitter):
    """Parts that share room. Its name tells it apart where shares are kept between starts."""

    forgotten = Signal()

    def __init__(self, name: str, way: Qt.Orientation, *parts: QWidget) -> None:
        super().__init__(way)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self._shares: dict[str, tuple[float, ...]] = {}
        for part in parts:
            self.addWidget(part)
        self.splitterMoved.connect(self._keep)

    @property
    def shares(self) -> Mapping[str, tuple[float, ...]]:
        """The shares that a person gave, by arrangement."""
        return self._shares

    def restore(self, shares: Mapping[str, Sequence[float]]) -> None:
        """Takes shares of an earlier time; what makes no sense is left out."""
        self._shares = {
            arrangement: tuple(given)
            for arrangement, given in list(shares.items())[:SHARES_KEPT]
            if len(given) == self.count() and all(0 <= part <= 1 for part in given)
        }
        self._apply()

    def suggest(self, sizes: Sequence[int]) -> None:
        """Shares the room so, unless the person shared it otherwise in this arrangement."""
        if not self._apply():
            self.setSizes(sizes)

    def forget(self) -> None:
        """Goes back to what is suggested, in this arrangement."""
        if self._shares.pop(self._arrangement(), None) is not None:
            self.forgotten.emit()

    @override
    def setOrientation(self, orientation: Qt.Orientation) -> None:
        """Turns; the person's shares in that direction hold again."""
        super().setOrientation(orientation)
        self._apply()

    @override
    def createHandle(self) -> QSplitterHandle:
        """A handle that, pressed twice, goes back to what is suggested."""
        return _Handle(self.orientation(), self)

    def _keep(self) -> None:
        sizes = self.sizes()
        total = sum(sizes)
        if total > 0:
            self._shares.pop(self._arrangement(), None)
            self._shares[self._arrangement()] = tuple(size / total for size in sizes)
            while len(self._shares) > SHARES_KEPT:
                del self._shares[next(iter(self._shares))]

    def _apply(self) -> bool:
        given = self._shares.get(self._arrangement())
        is_flat = self.orientation() is Qt.Orientation.Horizontal
        room = (self.width() if is_flat else self.height()) - self.handleWidth()
        if given is None or room <= 0:
            return given is not None
        self.setSizes([round(part * room) for part in given])
        return True

    def _arrangement(self) -> str:
        """The direction and which parts there are: each has shares of its own."""
        way = "h" if self.orientation() is Qt.Orientation.Horizontal else "v"
        parts = (self.widget(index) for index in range(self.count()))
        return way + "".join("-" if part is None or part.isHidden() else "x" for part in parts)


class _Handle(QSplitterHandle):
    """The handle of a splitter that remembers."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Forgets what was shared by hand."""
        splitter = self.splitter()
        if isinstance(splitter, Split):
            splitter.forget()
        event.accept()
