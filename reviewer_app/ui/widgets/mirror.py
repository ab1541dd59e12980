"""Where painted parts stand in a window that runs from right to left: mirrored, as layouts are."""

from PySide6.QtCore import QRect, QRectF, Qt

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class Mirror:
    """The direction of a painted control, and its area."""

    def __init__(self, area: QRectF | QRect, way: Qt.LayoutDirection) -> None:
        self._area = QRectF(area)
        self.is_mirrored = way is Qt.LayoutDirection.RightToLeft

    @property
    def start(self) -> int:
        """One line of text at the side where reading starts."""
        side = Qt.AlignmentFlag.AlignRight if self.is_mirrored else Qt.AlignmentFlag.AlignLeft
        return int(_MIDDLE | side)

    @property
    def end(self) -> int:
        """One line of text at the side where reading ends."""
        side = Qt.AlignmentFlag.AlignLeft if self.is_mirrored else Qt.AlignmentFlag.AlignRight
        return int(_MIDDLE | side)

    def place(self, part: QRectF | QRect) -> QRectF:
        """Where a part stands that was placed as if reading ran from the left."""
        found = QRectF(part)
        if self.is_mirrored:
            found.moveLeft(self._area.left() + self._area.right() - found.right())
        return found
