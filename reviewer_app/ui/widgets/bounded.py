"""A part of the desk that is as tall as it needs to be up to a limit, and scrolls beyond it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override


class Bounded(QScrollArea):
    """Shows one widget whole, or the piece of it that the limit leaves."""

    def __init__(self, content: QWidget, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit, self._content = limit, content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(content)
        content.installEventFilter(self)
        self.fit()

    def set_limit(self, limit: int) -> None:
        """Gives it this many pixels at most."""
        if limit != self._limit:
            self._limit = limit
            self.fit()

    def fit(self) -> None:
        """Takes the height that its content needs at this width, up to the limit."""
        content = self._content
        width = self.viewport().width()
        has_lines = content.hasHeightForWidth()
        wanted = content.heightForWidth(width) if has_lines else content.sizeHint().height()
        height = min(self._limit, max(0, wanted))
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scrolls until a part of the content is seen."""
        self.ensureWidgetVisible(part, 0, 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follows the width: lines that wrap take more height."""
        super().resizeEvent(event)
        self.fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the content when something in it appears or goes."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)
