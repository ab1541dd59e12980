"""A difference that stands among other things: as tall as it needs to be, up to a limit."""

from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from reviewer_app.ui.widgets.diff_view import DiffView

MOST_HEIGHT = 110
"""Pixels; what does not fit is scrolled."""


class ShortDifference(DiffView):
    """Takes the height that its text has, as far as there shall be room."""

    def fit(self) -> None:
        """Takes the height that the text has at this width."""
        self.setFixedHeight(min(MOST_HEIGHT, self.wanted_height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives another height."""
        super().resizeEvent(event)
        self.fit()
