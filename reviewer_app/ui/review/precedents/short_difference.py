"""A difference that stands among other things: as tall as it needs to be, up to a limit."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer_app.ui.widgets.diff_view import DiffView

MOST_HEIGHT = 110
"""Pixels; what does not fit is scrolled."""


class ShortDifference(DiffView):
    """Takes the height that its text has, as far as there shall be room."""

    def __init__(self, name: str, most: int = MOST_HEIGHT, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._most = most

    def fit(self) -> None:
        """Takes the height that the text has at this width."""
        self.setFixedHeight(min(self._most, self.wanted_height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives another height."""
        super().resizeEvent(event)
        self.fit()
