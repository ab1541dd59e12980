"""Code: coloured a little at a time, lines numbered, in a view that takes any size."""

import time
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import Revealed, revealed
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.lexing import Stretch, language_of, stretches_of
from reviewer_app.ui.theme.fonts import Role, fixed, pixels
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.reader import PlainReader
from reviewer_app.ui.widgets.safe_text import HEAD, LONGEST_LINE, SafeText, Setting

COLOURED = 200_000
"""Characters that are coloured; what follows is plain."""

SLICE_SECONDS, PATIENCE_SECONDS = 0.006, 2.0
"""How long the colours are worked out at a time between two events, and how long in all."""

COLORS: Mapping[str, str] = {
    "keyword": "accent",
    "string": "good",
    "number": "info",
    "comment": "muted",
    "name": "violet",
    "type": "info",
    "escape": "warn",
    "deleted": "bad",
}
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
    def area(self) -> QAbstractScrollArea:
        """The view to scroll and to give the keyboard."""
        return self.code

    def show_code(self, text: str, hint: str = "") -> None:
        """Shows a program, or its head where it is very long; `hint` names its language."""
        self._text, self._setting = text, Setting.FIXED
        self._language = language_of(text, hint)
        self._show(text[:HEAD])
        is_cut = len(text) > HEAD
        words = tr("The first {head} of {all} characters.", head=f"{HEAD:,}", all=f"{len(text):,}")
        self.limit.say(words if is_cut else "")

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
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
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
        return self.blockCount() * line + 16

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


class Colors(QSyntaxHighlighter):
    """Colours a document between two events, so that no text keeps the window waiting."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._lines: dict[int, list[Stretch]] = {}
        self._formats: dict[str, QTextCharFormat] = {}
        self._work: Iterator[tuple[int, Stretch]] | None = None
        self._until = 0.0
        self._timer = QTimer(document)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_working(self) -> bool:
        """Whether colours are still being worked out."""
        return self._work is not None

    def begin(self, text: str, language: str) -> None:
        """Starts to colour the text that the document now shows."""
        self.stop()
        if not language:
            return
        self._formats = {role: _format(role) for role in COLORS}
        self._work = _by_line(text[:COLOURED], language)
        self._until = time.monotonic() + PATIENCE_SECONDS
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Forgets the colours, and those that were still to come."""
        self._timer.stop()
        self._work = None
        self._lines = {}

    @override
    def highlightBlock(self, text: str) -> None:
        """Gives a line the colours that were found for it."""
        del text
        for start, end, role in self._lines.get(self.currentBlock().blockNumber(), ()):
            self.setFormat(start, end - start, self._formats[role])

    def _go_on(self) -> None:
        """Works for a moment, then paints the lines that are done."""
        if self._work is None:
            return
        done: set[int] = set()
        now = time.monotonic()
        pause = now + SLICE_SECONDS
        for line, stretch in self._work:
            self._lines.setdefault(line, []).append(stretch)
            done.add(line)
            now = time.monotonic()
            if now > pause:
                break
        else:
            self._work = None
        if now > self._until:
            self._work = None
        if self._work is None:
            self._timer.stop()
        document = self.document()
        for line in done:
            self.rehighlightBlock(document.findBlockByNumber(line))


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
        block = reader.firstVisibleBlock()
        offset = reader.contentOffset()
        while block.isValid():
            place = reader.blockBoundingGeometry(block).translated(offset)
            if place.top() > event.rect().bottom():
                break
            number = reader.number_of(block.blockNumber())
            if number is not None:
                area = QRect(0, int(place.top()), self.width() - 2, int(place.height()))
                painter.drawText(area, int(Qt.AlignmentFlag.AlignRight), str(number))
            block = block.next()
        painter.end()


def _number_font() -> QFont:
    made = fixed(Role.CONTENT)
    made.setPixelSize(max(9, pixels(Role.CONTENT) - 2))
    return made


def _format(role: str) -> QTextCharFormat:
    theme = tokens()
    made = QTextCharFormat()
    made.setForeground(theme.color(COLORS[role]))
    made.setFontItalic(role == "comment")
    if not theme.has_grounds and role == "keyword":
        made.setFontWeight(QFont.Weight.Bold.value)
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


def _by_line(text: str, language: str) -> Iterator[tuple[int, Stretch]]:
    """Each coloured stretch within one line, with the number of the line; offsets are Qt's."""
    line = start = 0
    end = text.find("\n")
    end = len(text) if end < 0 else end
    for stretch in stretches_of(text, language):
        at = stretch.start
        while at < stretch.end:
            while at > end:
                line, start = line + 1, end + 1
                following = text.find("\n", start)
                end = len(text) if following < 0 else following
            stop = min(stretch.end, end)
            if stop > at:
                yield (
                    line,
                    Stretch(_units(text, start, at), _units(text, start, stop), stretch.role),
                )
            at = max(stop, at) + 1 if stop >= end else stop


def _units(text: str, start: int, end: int) -> int:
    """A stretch's length in Qt's units."""
    part = text[start:end]
    return len(part) if part.isascii() else len(part.encode("utf-16-le", "replace")) // 2
