"""Messages as a thread: who spoke stands on a ground that no message can paint."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import Revealed, isolated, revealed, revealed_line
from reviewer_app.domain.outputs.message_parts import Part, PartKind
from reviewer_app.domain.outputs.messages import Turn
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.theme.fonts import Role, fixed
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.hidden_words import hidden_words
from reviewer_app.ui.widgets.reader import (
    FIXED_LINE_HEIGHT_PERCENT,
    LINE_HEIGHT_PERCENT,
    Reader,
    mime_of,
    units_to_characters,
)
from reviewer_app.ui.widgets.safe_text import HEAD, LONGEST_LINE

HEADER_WORDS = {
    "from": mark("From"),
    "to": mark("To"),
    "cc": mark("Copy to"),
    "date": mark("Date"),
    "subject": mark("Subject"),
    "name": mark("Name"),
}
"""The names of header lines that are said in the reader's language; others stay as they came."""

_MARKED = {
    PartKind.CALL: mark("calls {name}"),
    PartKind.RESULT: mark("{name} answered"),
    PartKind.THOUGHT: mark("thought"),
    PartKind.FILE: mark("{name}, not opened"),
}
_FIXED = frozenset({PartKind.CALL, PartKind.RESULT, PartKind.FILE})
MARGIN, INSET = 8, 20
"""Pixels before the words of a message, and before what it calls and quotes."""

_ISOLATES = {0x2068: None, 0x2069: None}
_PROPERTY = QTextBlockFormat.Property.UserProperty.value + 1
"""Where a block says which quotation it folds."""


class Thread(Reader):
    """Shows messages in order, as plain text under who wrote them. Enter folds what is quoted."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._turns: Sequence[Turn] = ()
        self._unfolded: set[int] = set()
        self._quotes = 0
        self._left = HEAD
        self._true: list[tuple[int, Revealed]] = []

    def show_turns(self, turns: Sequence[Turn]) -> None:
        """Shows these messages, what they quote folded."""
        self._turns = turns
        self._unfolded = set()
        self._show()

    def refresh(self) -> None:
        """Shows the same in the size and colours now in force."""
        place = self.verticalScrollBar().value()
        self._show()
        self.verticalScrollBar().setValue(place)

    def toggle_quotes(self) -> None:
        """Shows all that is quoted, or folds it again."""
        self._unfolded = set() if self._unfolded else set(range(self._quotes))
        self.refresh()

    @property
    def has_quotes(self) -> bool:
        """Whether a message quotes another."""
        return self._quotes > 0

    @override
    def event(self, event: QEvent) -> bool:
        """Claims Enter where there is something to fold."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._folds(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter folds or shows what is quoted."""
        if self._folds(event):
            self.toggle_quotes()
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the line in place of a quotation shows it, and on its head folds it."""
        super().mouseReleaseEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        quote = cursor.block().blockFormat().property(_PROPERTY)
        is_click = event.button() is Qt.MouseButton.LeftButton
        if quote is not None and is_click and not self.textCursor().hasSelection():
            self._unfolded ^= {int(quote)}
            self.refresh()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies what is selected, of every message its true text."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        shown = QTextCursor(self.document())
        parts: list[str] = []
        at = start
        for place, found in self._true:
            stop = place + _units(found.text)
            if stop <= at or place >= end:
                continue
            parts.append(_between(shown, at, place))
            first = units_to_characters(found.text, max(0, at - place))
            last = units_to_characters(found.text, min(end, stop) - place)
            parts.append(found.true_part(first, last))
            at = min(end, stop)
        parts.append(_between(shown, at, end))
        return mime_of("".join(parts))

    def _folds(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return self.has_quotes and is_enter and not event.modifiers()

    def _show(self) -> None:
        self.show_revealed(Revealed("", ""))
        self._quotes, self._left, self._true = 0, HEAD, []
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for index, turn in enumerate(self._turns):
            if self._left <= 0:
                left_out = len(self._turns) - index
                words = tr("%Ln more message(s) are in the source.", "", left_out)
                self._insert_ours(cursor, words, "muted")
                break
            self._insert_head(cursor, turn, is_first=index == 0)
            for part in turn.stretches:
                self._insert_part(cursor, part, is_rtl=is_right_to_left(turn.text))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert_head(self, cursor: QTextCursor, turn: Turn, *, is_first: bool) -> None:
        """Who wrote, and the header lines, on a ground that is the program's own."""
        block = QTextBlockFormat()
        block.setBackground(_ground())
        block.setTextIndent(MARGIN)
        lines = list(turn.headers)
        if not any(value == turn.role for _, value in lines):
            lines.insert(0, ("", turn.role))
        for index, (name, value) in enumerate(lines):
            block.setTopMargin(0 if is_first or index else 14)
            if is_first and not index:
                cursor.setBlockFormat(block)
            else:
                cursor.insertBlock(block)
            if name:
                cursor.insertText(f"{_header_word(name)}  ", _head_ink("muted"))
            cursor.insertText(isolated(value[:2_000]), _head_ink("text", is_strong=not index))
        warning = hidden_words(revealed(turn.text[:HEAD]))
        if warning:
            block.setTopMargin(0)
            cursor.insertBlock(block)
            cursor.insertText(warning, _head_ink("warn"))
        block.setBottomMargin(8)
        cursor.mergeBlockFormat(block)

    def _insert_part(self, cursor: QTextCursor, part: Part, *, is_rtl: bool) -> None:
        text = part.text[: max(0, self._left)]
        self._left -= len(text)
        if part.kind is PartKind.QUOTE:
            self._insert_quote(cursor, text, is_rtl=is_rtl)
            return
        if part.kind in _MARKED:
            name = isolated(part.name[:200]) if part.name else tr("a tool")
            self._insert_ours(cursor, tr(_MARKED[part.kind], name=name), "accent", is_inset=True)
        if text or part.kind is PartKind.TEXT:
            is_inset = part.kind is not PartKind.TEXT
            ink = _ink("muted" if part.kind is PartKind.THOUGHT else "text")
            if part.kind in _FIXED:
                ink.setFont(fixed(Role.CONTENT))
            body = _body(is_rtl=is_rtl, is_inset=is_inset, is_fixed=part.kind in _FIXED)
            self._insert_words(cursor, text, ink, body)
        if len(text) < len(part.text):
            self._insert_ours(cursor, tr("The source has the rest of this message."), "muted")

    def _insert_quote(self, cursor: QTextCursor, text: str, *, is_rtl: bool) -> None:
        """A quotation: folded to a line of the program's own, or muted below one."""
        quote = self._quotes
        self._quotes += 1
        is_shown = quote in self._unfolded
        count = text.count("\n") + 1
        words = tr("%Ln quoted line(s)", "", count)
        key = tr("Enter folds them") if is_shown else tr("Enter shows them")
        block = _body()
        block.setProperty(_PROPERTY, quote)
        cursor.insertBlock(block)
        cursor.insertText(f"{'▾' if is_shown else '▸'} {words}", _ink("accent"))
        cursor.insertText(f"  {key}", _ink("muted"))
        if is_shown:
            body = _body(is_rtl=is_rtl, is_inset=True)
            self._insert_words(cursor, text, _ink("muted"), body)

    def _insert_ours(
        self, cursor: QTextCursor, words: str, role: str, *, is_inset: bool = False
    ) -> None:
        block = _body(is_inset=is_inset)
        block.setLeftMargin(0)
        block.setTextIndent(INSET if is_inset else MARGIN)
        block.setBackground(_ground())
        cursor.insertBlock(block)
        cursor.insertText(words, _head_ink(role, is_strong=True))

    def _insert_words(
        self, cursor: QTextCursor, text: str, ink: QTextCharFormat, body: QTextBlockFormat
    ) -> None:
        cursor.insertBlock(body)
        found = revealed(text, LONGEST_LINE)
        self._true.append((cursor.position(), found))
        cursor.insertText(found.text, ink)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def _between(cursor: QTextCursor, start: int, end: int) -> str:
    """What the program itself wrote between two places, without its isolating signs."""
    if end <= start:
        return ""
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selection().toPlainText().translate(_ISOLATES)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for character in text[:2_000]:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def _header_word(name: str) -> str:
    known = HEADER_WORDS.get(name.lower())
    return tr(known) if known else revealed_line(name[:60])


def _ink(role: str, *, is_strong: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(tokens().color(role))
    if is_strong:
        made.setFontWeight(QFont.Weight.DemiBold.value)
    return made


def _ground() -> QBrush:
    """The ground of the program's own words: swapped with the ink where a theme has none."""
    theme = tokens()
    return QBrush(theme.color("raised" if theme.has_grounds else "text"))


def _head_ink(role: str, *, is_strong: bool = False) -> QTextCharFormat:
    """The ink on that ground."""
    return _ink(role if tokens().has_grounds else "surface", is_strong=is_strong)


def _body(
    *, is_rtl: bool = False, is_inset: bool = False, is_fixed: bool = False
) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(2)
    made.setLeftMargin(INSET if is_inset else MARGIN)
    made.setRightMargin(MARGIN)
    height = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    made.setLineHeight(FIXED_LINE_HEIGHT_PERCENT if is_fixed else LINE_HEIGHT_PERCENT, height)
    if is_rtl:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made
