"""A text document that loads nothing, whatever its text names."""

from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QImage, QTextDocument
from typing_extensions import override


class SafeDocument(QTextDocument):
    """A document for agent content. Pictures in it are blank, other resources are empty.

    Giving nothing would not do: Qt then reads the file that was named.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self._blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._blank.fill(0)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Something empty in the place of whatever was asked for."""
        del name
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._blank
        return b" "
