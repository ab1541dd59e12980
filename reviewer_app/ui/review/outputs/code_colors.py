"""The colours of a program, worked out a little at a time in whatever theme is in force."""

import time
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from reviewer_app.ui.review.outputs.lexing import Stretch, stretches_of
from reviewer_app.ui.theme.tokens import tokens

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


class Colors(QSyntaxHighlighter):
    """Colours a document between two events, so that no text keeps the window waiting."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._lines: dict[int, list[Stretch]] = {}
        self._formats: dict[str, QTextCharFormat] = {}
        self._work: Iterator[tuple[int, Stretch] | None] | None = None
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
        for found in self._work:
            if found is not None:
                self._lines.setdefault(found[0], []).append(found[1])
                done.add(found[0])
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


def _format(role: str) -> QTextCharFormat:
    theme = tokens()
    made = QTextCharFormat()
    made.setForeground(theme.color(COLORS[role]))
    made.setFontItalic(role == "comment")
    if not theme.has_grounds and role == "keyword":
        made.setFontWeight(QFont.Weight.Bold.value)
    return made


def _by_line(text: str, language: str) -> Iterator[tuple[int, Stretch] | None]:
    """Each coloured stretch within one line, with the number of the line; offsets are Qt's.

    A plain word gives None, so that whoever asks can pause there too.
    """
    line = start = 0
    end = text.find("\n")
    end = len(text) if end < 0 else end
    for stretch in stretches_of(text, language):
        if not stretch.role:
            yield None
            continue
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
