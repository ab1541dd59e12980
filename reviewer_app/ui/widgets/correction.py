"""The correction editor: the output as it is being put right, every change marked in place."""

import re

from PySide6.QtCore import QEvent, QObject, QThreadPool, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from reviewer_app.domain.differences import Piece, changes_in, pieces_between
from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.fonts import Role, fixed, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.fields import is_typing
from reviewer_app.ui.widgets.reader import units_to_characters

SETTLES_AFTER_MS = 120
"""How long after a key the difference is computed."""

AT_ONCE = 20_000
"""Characters up to which the difference is computed within a frame; longer texts do it beside."""


_ENDLESS = re.compile(r"[^\n]{20000}")
_Wrap = QTextOption.WrapMode


def characters_to_units(text: str, characters: int) -> int:
    """A count of characters as an offset of Qt, in UTF-16 units."""
    head = text[:characters]
    return len(head) if head.isascii() else len(head.encode("utf-16-le", "replace")) // 2


class CorrectionEditor(QPlainTextEdit):
    """Plain text to correct. It knows the original and where it differs from it."""

    compared = Signal(object)
    current_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The corrected output"))
        self.setProperty("role", "editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(_Wrap.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self._original = ""
        self._is_fixed = False
        self._pieces: tuple[Piece, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES_AFTER_MS)
        self._timer.timeout.connect(self._compare_soon)
        self._age = 0
        self._comparison: _Comparison | None = None
        self.textChanged.connect(self._timer.start)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The difference from the original, as last computed."""
        return self._pieces

    @property
    def is_changed(self) -> bool:
        """Whether the text differs from the original right now."""
        return self.corrected() != self._original

    def corrected(self) -> str:
        """The corrected text; untouched, it is the original to the byte."""
        typed = self.typed()
        if typed == _editable(self._original):
            return self._original
        has_crlf = "\r\n" in self._original and "\n" not in self._original.replace("\r\n", "")
        return typed.replace("\n", "\r\n") if has_crlf else typed

    def typed(self) -> str:
        """The text in the editor. Qt's own plain text turns no-break spaces into blanks."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def begin(self, original: str, text: str, *, is_fixed: bool) -> None:
        """Starts correcting an output, from a text that may already differ from it."""
        self._original, self._is_fixed = original, is_fixed
        self.refresh_font()
        editable = _editable(text)
        self.setWordWrapMode(_wrap_for(editable))
        self.setPlainText(editable)
        self._timer.stop()
        self._pieces = ()
        self._compare_soon()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def refresh_font(self) -> None:
        """Takes the size and colours in force."""
        self.document().setDefaultFont(
            fixed(Role.CONTENT) if self._is_fixed else font(Role.CONTENT)
        )
        self._mark()

    def compare(self) -> None:
        """Computes the difference now and says so."""
        self._timer.stop()
        self._age += 1
        self._take(self._age, pieces_between(_editable(self._original), self.typed()))

    def go_to_change(self, step: int) -> None:
        """Selects the next change (`step` 1) or the one before (-1), round the end."""
        self.compare()
        changes = changes_in(self._pieces)
        if not changes:
            return
        cursor = self.textCursor()
        here = units_to_characters(self.typed(), cursor.selectionStart())
        index = self._index_from(changes, here, step)
        self._select(changes[index])
        self.current_changed.emit(index)

    def put_back_change(self) -> bool:
        """Takes back the change under the cursor; whether there was one."""
        self.compare()
        here = units_to_characters(self.typed(), self.textCursor().selectionStart())
        for change in changes_in(self._pieces):
            if change.after_start <= here <= change.after_end:
                self._select(change)
                self.textCursor().insertText(change.before)
                self.compare()
                return True
        return False

    @override
    def event(self, event: QEvent) -> bool:
        """Claims what is typed before a shortcut of the window can take it."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_typing(event):
            event.accept()
            return True
        return super().event(event)

    def _compare_soon(self) -> None:
        """Computes the difference, of long texts beside the window's thread."""
        before, after = _editable(self._original), self.typed()
        if before == after or max(len(before), len(after)) <= AT_ONCE:
            self.compare()
            return
        self._age += 1
        self._comparison = _Comparison(self._age, before, after)
        self._comparison.done.connect(self._take)
        QThreadPool.globalInstance().start(self._comparison.run)

    def _take(self, age: int, pieces: tuple[Piece, ...]) -> None:
        """Takes a difference, unless the text has changed since it was asked for."""
        if age != self._age:
            return
        self._pieces = pieces
        self._mark()
        self.compared.emit(self._pieces)

    def _index_from(self, changes: tuple[Piece, ...], here: int, step: int) -> int:
        starts = [change.after_start for change in changes]
        has_selection = self.textCursor().hasSelection() or here in starts
        if step > 0:
            after = [
                i for i, s in enumerate(starts) if s > here or (s == here and not has_selection)
            ]
            return after[0] if after else 0
        before = [i for i, s in enumerate(starts) if s < here]
        return before[-1] if before else len(starts) - 1

    def _select(self, change: Piece) -> None:
        text = self.typed()
        cursor = self.textCursor()
        cursor.setPosition(characters_to_units(text, change.after_start))
        end = characters_to_units(text, change.after_end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _mark(self) -> None:
        """Grounds under what was put in."""
        theme = tokens()
        text = self.typed()
        marks = []
        for change in changes_in(self._pieces)[:500]:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(characters_to_units(text, change.after_start))
            end = characters_to_units(text, change.after_end)
            mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(QColor(theme.added))
            mark.format.setFontUnderline(not theme.has_grounds)
            marks.append(mark)
        self.setExtraSelections(marks)


def _wrap_for(text: str) -> QTextOption.WrapMode:
    """Where lines break: Qt takes the square of its length to look for a word's end in vain."""
    is_endless = _ENDLESS.search(text) is not None
    return _Wrap.WrapAnywhere if is_endless else _Wrap.WrapAtWordBoundaryOrAnywhere


class _Comparison(QObject):
    """One comparison on a thread of its own."""

    done = Signal(int, object)

    def __init__(self, age: int, before: str, after: str) -> None:
        super().__init__()
        self._age, self._before, self._after = age, before, after

    def run(self) -> None:
        """Compares, and tells what came of it."""
        self.done.emit(self._age, pieces_between(self._before, self._after))


def _editable(text: str) -> str:
    """The text as an editor holds it: one kind of line end, nothing that no clipboard takes."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.replace("\u2028", "\n").replace("\u2029", "\n").replace("\0", "\ufffd")
    return plain.encode("utf-8", "replace").decode()
