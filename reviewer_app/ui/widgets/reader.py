"""The bare views of plain text: one set for reading, one for any size. Neither loads anything."""

import math

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import Revealed
from reviewer_app.ui.theme.fonts import Role, fixed, font
from reviewer_app.ui.widgets.safe_document import SafeDocument

LINE_CHARACTERS = 90
"""The longest line that reads well."""

LINE_HEIGHT_PERCENT = 150.0
FIXED_LINE_HEIGHT_PERCENT = 120.0

EDGE = 6
"""Pixels around a text that is read: its focus ring and the air within."""

CARET_WIDTH = 2
"""Pixels: the caret is to be found in a text that is only read."""

_READ = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def units_to_characters(text: str, units: int) -> int:
    """An offset of Qt, in UTF-16 units, as a count of characters."""
    if text.isascii():
        return min(units, len(text))
    head = text.encode("utf-16-le", "replace")[: 2 * units]
    return len(head.decode("utf-16-le", "ignore"))


def mime_of(text: str) -> QMimeData:
    """Plain text for the clipboard; what no clipboard can hold becomes a replacement sign."""
    made = QMimeData()
    made.setText(text.encode("utf-8", "replace").decode())
    return made


class Reader(QTextEdit):
    """Text set for reading: generous lines, no line too long, plain text only.

    `picked` follows whenever the pointer has selected something, or nothing any more.
    """

    picked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocument(SafeDocument(self))
        self.setReadOnly(True)
        self.setTextInteractionFlags(_READ)
        self.setAcceptRichText(False)
        self.setAccessibleName(name)
        self.setProperty("role", "content")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setCursorWidth(CARET_WIDTH)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setMinimumHeight(2 * font(Role.CONTENT).pixelSize())
        self._found = Revealed("", "")
        self._is_fixed = False

    @property
    def found(self) -> Revealed:
        """What is shown, with the way back to the true text; empty where that is not known."""
        return self._found

    def show_revealed(self, found: Revealed, *, is_fixed: bool = False) -> None:
        """Shows a text that was made fit for it."""
        self._found, self._is_fixed = found, is_fixed
        self.refresh_font()
        self.setPlainText(found.text)
        self.space_lines()

    def refresh_font(self) -> None:
        """Takes the size in force."""
        self.document().setDefaultFont(
            fixed(Role.CONTENT) if self._is_fixed else font(Role.CONTENT)
        )
        self._limit_width()

    def space_lines(self) -> None:
        """Gives every line the height that reads well."""
        layout = QTextBlockFormat()
        height = FIXED_LINE_HEIGHT_PERCENT if self._is_fixed else LINE_HEIGHT_PERCENT
        layout.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(layout)

    def whole_lines(self, height: int) -> int:
        """The height next below `height` at which no line of the text is cut; one line at least."""
        arrangement, bottom = self.document().documentLayout(), 0
        block = self.document().firstBlock()
        while block.isValid():
            top = arrangement.blockBoundingRect(block).top()
            layout = block.layout()
            for index in range(layout.lineCount()):
                line = layout.lineAt(index)
                below = math.ceil(top + line.y() + line.height())
                if bottom and below > height:
                    return bottom
                bottom = below
            block = block.next()
        return bottom

    def wanted_height(self) -> int:
        """The height at which all of the text is seen."""
        return int(self.document().size().height()) + 6

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps lines from growing with the window for ever."""
        super().resizeEvent(event)
        self._limit_width()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tells that the pointer has selected something."""
        super().mouseReleaseEvent(event)
        self.picked.emit()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies the true text behind what is selected; of rendered text, what is shown."""
        cursor = self.textCursor()
        shown = self._found.text
        if not shown:
            return mime_of(cursor.selection().toPlainText())
        start = units_to_characters(shown, cursor.selectionStart())
        end = units_to_characters(shown, cursor.selectionEnd())
        return mime_of(self._found.true_part(start, end))

    def _limit_width(self) -> None:
        metrics = QFontMetrics(self.document().defaultFont())
        longest = metrics.averageCharWidth() * LINE_CHARACTERS
        room = self.viewport().width()
        if self._is_fixed or room <= longest:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(longest)


class PlainReader(QPlainTextEdit):
    """Text of any size, laid out only where it is looked at; `picked` as in `Reader`."""

    picked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(_READ)
        self.setAccessibleName(name)
        self.setProperty("role", "content")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setCursorWidth(CARET_WIDTH)
        self.setUndoRedoEnabled(False)
        self.setMinimumHeight(2 * font(Role.CONTENT).pixelSize())
        self._found = Revealed("", "")

    @property
    def found(self) -> Revealed:
        """What is shown, with the way back to the true text; empty where that is not known."""
        return self._found

    def show_revealed(self, found: Revealed, *, is_fixed: bool = False) -> None:
        """Shows a text that was made fit for it."""
        self._found = found
        self.document().setDefaultFont(fixed(Role.CONTENT) if is_fixed else font(Role.CONTENT))
        self.setPlainText(found.text)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tells that the pointer has selected something."""
        super().mouseReleaseEvent(event)
        self.picked.emit()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies the true text behind what is selected."""
        cursor = self.textCursor()
        shown = self._found.text
        start = units_to_characters(shown, cursor.selectionStart())
        end = units_to_characters(shown, cursor.selectionEnd())
        return mime_of(self._found.true_part(start, end))
