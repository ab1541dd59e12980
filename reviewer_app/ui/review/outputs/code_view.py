"""Code: coloured a little at a time, lines numbered, in a view that takes any size."""

from bisect import bisect_right

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import Revealed, revealed
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.outputs.code_colors import Colors
from reviewer_app.ui.review.outputs.lexing import language_of
from reviewer_app.ui.theme.fonts import Role, fixed, pixels
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.reader import PlainReader
from reviewer_app.ui.widgets.safe_text import HEAD, LONGEST_LINE, SafeText, Setting
from reviewer_app.ui.wording import figure

_MARGIN = 8


class CodeView(SafeText):
    """Shows a program. Hidden characters are made visible and counted, as in any text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.code = CodeReader(name)
        self._stack.addWidget(self.code)
        self._language = ""

    @property
    @override
    def area(self) -> PlainReader:
        """The view to scroll and to give the keyboard."""
        return self.code

    def show_code(self, text: str, hint: str = "") -> None:
        """Shows a program, or its head where it is very long; `hint` names its language."""
        self._text, self._setting = text, Setting.FIXED
        self._language = language_of(text, hint)
        self._show(text[:HEAD])
        is_cut = len(text) > HEAD
        shown, total = figure(HEAD), figure(len(text))
        words = tr("The first {shown} of {total} characters.", shown=shown, total=total)
        self.limit.say(words if is_cut else "")
        self.shown.emit()

    @override
    def show_text(self, text: str, setting: Setting = Setting.PROSE) -> None:
        """Shows a text as a program whose language is found out."""
        del setting
        self.show_code(text)

    @override
    def show_all(self) -> None:
        """Shows the whole text; its head keeps its colours."""
        self._show(self._text)
        self.limit.say("")
        self.shown.emit()

    @override
    def refresh(self) -> None:
        """Shows the same in the size and colours now in force."""
        place = self.code.verticalScrollBar().value()
        is_whole = self.limit.isHidden()
        self._show(self._text if is_whole else self._text[:HEAD])
        self.code.verticalScrollBar().setValue(place)

    @override
    def wanted_height(self) -> int:
        """The height at which every line is seen."""
        strips = (s for s in (self.warning, self.limit) if not s.isHidden())
        return self.code.wanted_height() + sum(s.sizeHint().height() + 6 for s in strips)

    def _show(self, text: str) -> None:
        found = revealed(text, LONGEST_LINE)
        self._stack.setCurrentWidget(self.code)
        self.code.show_program(found, self._language)
        self._warn(found)


class CodeReader(PlainReader):
    """The lines of a program with their numbers in the margin."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Programs run from left to right in every language of the window.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.colors = Colors(self.document())
        self.numbers = _Numbers(self)
        self._continued: list[int] = []
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)

    def show_program(self, found: Revealed, language: str) -> None:
        """Shows a program that was made fit for it."""
        self.colors.stop()
        self._continued = _broken_lines(found)
        self.show_revealed(found, is_fixed=True)
        metrics = QFontMetrics(self.document().defaultFont())
        self.setTabStopDistance(4 * metrics.horizontalAdvance(" "))
        self._make_room()
        self.colors.begin(found.text, language)

    def wanted_height(self) -> int:
        """The height at which every line is seen."""
        line = QFontMetrics(self.document().defaultFont()).lineSpacing()
        return int(self.document().size().height()) * line + 16

    def number_of(self, block: int) -> int | None:
        """The number of the line that a block begins; None where it goes on with the one before."""
        before = bisect_right(self._continued, block)
        is_continued = bool(before) and self._continued[before - 1] == block
        return None if is_continued else block + 1 - before

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the margin as tall as the view."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self.numbers.setGeometry(QRect(area.left(), area.top(), self.numbers.room(), area.height()))

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers.room() + _MARGIN, 0, 0, 0)
        area = self.contentsRect()
        self.numbers.setGeometry(QRect(area.left(), area.top(), self.numbers.room(), area.height()))

    def _follow(self, area: QRect, moved: int) -> None:
        if moved:
            self.numbers.scroll(0, moved)
        else:
            self.numbers.update(0, area.y(), self.numbers.width(), area.height())


class _Numbers(QWidget):
    """The margin with the numbers of the lines."""

    def __init__(self, reader: CodeReader) -> None:
        super().__init__(reader)
        self._reader = reader

    def room(self) -> int:
        """How wide the margin is."""
        digits = max(2, len(str(self._reader.blockCount())))
        return QFontMetrics(_number_font()).horizontalAdvance("0" * digits) + 6

    @override
    def sizeHint(self) -> QSize:
        """As wide as the longest number."""
        return QSize(self.room(), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the numbers of the lines that are seen."""
        painter = QPainter(self)
        painter.setFont(_number_font())
        painter.setPen(tokens().color("muted"))
        reader = self._reader
        line = QFontMetrics(reader.document().defaultFont()).lineSpacing()
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        block = reader.firstVisibleBlock()
        offset = reader.contentOffset()
        while block.isValid():
            place = reader.blockBoundingGeometry(block).translated(offset)
            if place.top() > event.rect().bottom():
                break
            number = reader.number_of(block.blockNumber())
            if number is not None:
                area = QRect(0, int(place.top()), self.width() - 2, line)
                painter.drawText(area, right, str(number))
            block = block.next()
        painter.end()


def _number_font() -> QFont:
    made = fixed(Role.CONTENT)
    made.setPixelSize(max(9, pixels(Role.CONTENT) - 2))
    return made


def _broken_lines(found: Revealed) -> list[int]:
    """The lines, counted from 0, that only go on with one that was too long."""
    broken = [m for m in found.marks if m.kind is None and m.true_start == m.true_end]
    at = line = 0
    lines = []
    for mark in broken:
        line += found.text.count("\n", at, mark.shown_end)
        at = mark.shown_end
        lines.append(line)
    return lines
