"""A difference side by side: the text before at the left, the text after at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QSplitter, QWidget

from reviewer_app.domain.differences import Piece
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.diff_view import DiffView, Side


class SideBySide(QSplitter):
    """Both texts, each with its own changes marked; scrolled together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.before = DiffView(tr("The output before"), Side.BEFORE)
        self.after = DiffView(tr("The output after"), Side.AFTER)
        for view in (self.before, self.after):
            self.addWidget(view)
        self.setHandleWidth(13)
        self.setChildrenCollapsible(False)
        self._is_following = False
        bars = self.before.verticalScrollBar(), self.after.verticalScrollBar()
        bars[0].valueChanged.connect(lambda: self._follow(*bars))
        bars[1].valueChanged.connect(lambda: self._follow(*reversed(bars)))

    def show_pieces(self, pieces: Sequence[Piece], *, is_fixed: bool = False) -> None:
        """Shows a difference."""
        for view in (self.before, self.after):
            view.show_pieces(pieces, is_fixed=is_fixed)

    def go_to(self, index: int) -> None:
        """Scrolls both to a change, counted from 0."""
        self._is_following = True
        for view in (self.before, self.after):
            view.go_to(index)
        self._is_following = False

    def set_again(self) -> None:
        """Shows the same in the size and colours now in force."""
        for view in (self.before, self.after):
            view.refresh()

    def _follow(self, moved: QScrollBar, other: QScrollBar) -> None:
        """Brings the other text to the same share of its length."""
        if self._is_following or moved.maximum() == 0:
            return
        self._is_following = True
        other.setValue(round(moved.value() * other.maximum() / moved.maximum()))
        self._is_following = False
