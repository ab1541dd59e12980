"""Selecting a stretch of the output by keyboard: a caret in a text that is only read."""

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from typing_extensions import override

from reviewer_app.ui.actions import action
from reviewer_app.ui.review.spans.marked_text import TextView

_Keys: TypeAlias = QKeySequence.StandardKey
_Moves: TypeAlias = QTextCursor.MoveOperation

_STEPS: Mapping[_Keys, tuple[_Moves, bool]] = {
    _Keys.MoveToNextChar: (_Moves.Right, False),
    _Keys.MoveToPreviousChar: (_Moves.Left, False),
    _Keys.MoveToNextWord: (_Moves.NextWord, False),
    _Keys.MoveToPreviousWord: (_Moves.PreviousWord, False),
    _Keys.MoveToNextLine: (_Moves.Down, False),
    _Keys.MoveToPreviousLine: (_Moves.Up, False),
    _Keys.MoveToStartOfLine: (_Moves.StartOfLine, False),
    _Keys.MoveToEndOfLine: (_Moves.EndOfLine, False),
    _Keys.MoveToStartOfDocument: (_Moves.Start, False),
    _Keys.MoveToEndOfDocument: (_Moves.End, False),
    _Keys.SelectNextChar: (_Moves.Right, True),
    _Keys.SelectPreviousChar: (_Moves.Left, True),
    _Keys.SelectNextWord: (_Moves.NextWord, True),
    _Keys.SelectPreviousWord: (_Moves.PreviousWord, True),
    _Keys.SelectNextLine: (_Moves.Down, True),
    _Keys.SelectPreviousLine: (_Moves.Up, True),
    _Keys.SelectStartOfLine: (_Moves.StartOfLine, True),
    _Keys.SelectEndOfLine: (_Moves.EndOfLine, True),
    _Keys.SelectStartOfDocument: (_Moves.Start, True),
    _Keys.SelectEndOfDocument: (_Moves.End, True),
}

_PAGES: Mapping[_Keys, tuple[_Moves, bool]] = {
    _Keys.MoveToNextPage: (_Moves.Down, False),
    _Keys.MoveToPreviousPage: (_Moves.Up, False),
    _Keys.SelectNextPage: (_Moves.Down, True),
    _Keys.SelectPreviousPage: (_Moves.Up, True),
}

_CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_COMMAND |= Qt.KeyboardModifier.MetaModifier
_PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class Marking(QObject):
    """Moves the caret of a view and selects with it, as long as it is on.

    `moved` follows every move; `confirmed` when Enter is pressed on a selection; `abandoned` when
    the keyboard goes elsewhere. Letters do nothing meanwhile: no decision falls while a person is
    about to say what is wrong. Digits and Esc are left to the window.
    """

    moved = Signal()
    confirmed = Signal()
    abandoned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._view: TextView | None = None
        self.has_start = False

    @property
    def view(self) -> TextView | None:
        """The view that is marked on; None while this is off."""
        return self._view

    def begin(self, view: TextView) -> None:
        """Puts the caret where it was left, or at the first line in sight."""
        self.leave()
        self._view, self.has_start = view, False
        if not view.textCursor().hasSelection() and not _is_in_sight(view):
            view.setTextCursor(view.cursorForPosition(QPoint(0, 0)))
        view.installEventFilter(self)
        view.setFocus()
        self.moved.emit()

    def leave(self) -> None:
        """Turns it off; nothing stays selected."""
        view, self._view = self._view, None
        self.has_start = False
        if view is not None:
            view.removeEventFilter(self)
            deselect(view)

    def confirm(self) -> None:
        """Sets the start where the caret is; with something selected, confirms that."""
        if self._view is None:
            return
        if self._view.textCursor().hasSelection():
            self.confirmed.emit()
        else:
            self.has_start = True
            self.moved.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys of this mode before the window and the view do."""
        if self._view is None or watched is not self._view:
            return False
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._lose(event.reason())
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            if self._is_ours(event):
                event.accept()
                return True
            return False
        return event.type() is QEvent.Type.KeyPress and self._press(event)

    def _lose(self, reason: Qt.FocusReason) -> None:
        """Says that the keyboard went elsewhere, unless it comes back with the window."""
        if reason not in _PASSING:
            self.abandoned.emit()

    def _is_ours(self, event: QKeyEvent) -> bool:
        return _step_of(event)[0] is not None or _is_confirming(event) or _is_letter(event)

    def _press(self, event: QKeyEvent) -> bool:
        if _is_confirming(event):
            self.confirm()
            return True
        move, selects, times = _step_of(event)
        if move is not None:
            self._move(move, times, selects=selects)
            return True
        return _is_letter(event)

    def _move(self, move: _Moves, times: int, *, selects: bool) -> None:
        view = self._view
        if view is None:
            return
        if times == 0:
            times = max(1, view.viewport().height() // max(1, view.cursorRect().height()) - 1)
        keeps = selects or self.has_start
        modes = QTextCursor.MoveMode
        cursor = view.textCursor()
        mode = modes.KeepAnchor if keeps else modes.MoveAnchor
        if not cursor.movePosition(move, mode, times) and move in (_Moves.Down, _Moves.Up):
            edge = _Moves.EndOfLine if move is _Moves.Down else _Moves.StartOfLine
            cursor.movePosition(edge, mode)
        view.setTextCursor(cursor)
        view.ensureCursorVisible()
        self.moved.emit()


def deselect(view: TextView) -> None:
    """Leaves the caret where the selection ends, and nothing selected."""
    cursor = view.textCursor()
    if cursor.hasSelection():
        cursor.setPosition(cursor.selectionEnd())
        view.setTextCursor(cursor)


def _step_of(event: QKeyEvent) -> tuple[_Moves | None, bool, int]:
    """The move that a key makes, whether it selects, and how often; 0 is a page of lines."""
    for steps, times in ((_STEPS, 1), (_PAGES, 0)):
        for keys, (move, selects) in steps.items():
            if event.matches(keys):
                return move, selects, times
    return None, False, 0


def _is_confirming(event: QKeyEvent) -> bool:
    return event.key() in _CONFIRMING and not event.modifiers() & _COMMAND


def _is_letter(event: QKeyEvent) -> bool:
    """A letter alone, unless it is the key that marks."""
    is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
    if not is_letter or event.modifiers() & _COMMAND:
        return False
    pressed = QKeySequence(event.keyCombination())
    return all(pressed != QKeySequence(k) for k in action("review.mark_span").keys_in_force)


def _is_in_sight(view: TextView) -> bool:
    return view.viewport().rect().intersects(view.cursorRect())
