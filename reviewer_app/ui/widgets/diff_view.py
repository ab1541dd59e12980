"""A difference as one text: what was taken out struck through, what was put in on its ground."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.differences import Piece
from reviewer_app.domain.hidden_text import Revealed, revealed
from reviewer_app.ui.theme.tokens import Tokens, tokens
from reviewer_app.ui.widgets.reader import Reader

LONGEST_LINE = 5_000


class Side(Enum):
    """Which of the two texts is shown."""

    BOTH = auto()
    BEFORE = auto()
    AFTER = auto()


class DiffView(Reader):
    """Shows the pieces of a difference; one change can be the current one."""

    def __init__(self, name: str, side: Side = Side.BOTH, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._side = side
        self._pieces: Sequence[Piece] = ()
        self._starts: list[int] = []

    def show_pieces(self, pieces: Sequence[Piece], *, is_fixed: bool = False) -> None:
        """Shows a difference, both texts with everything hidden made visible."""
        self._pieces = pieces
        self._is_fixed = is_fixed
        self.show_revealed(Revealed("", ""), is_fixed=is_fixed)
        self._starts = []
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for piece in pieces:
            self._insert(cursor, piece)
        cursor.endEditBlock()
        self.space_lines()

    def refresh(self) -> None:
        """Shows the same difference in the size and colours now in force."""
        self.show_pieces(self._pieces, is_fixed=self._is_fixed)

    def go_to(self, index: int) -> None:
        """Scrolls to a change, counted from 0."""
        if 0 <= index < len(self._starts):
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._starts[index])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _insert(self, cursor: QTextCursor, piece: Piece) -> None:
        theme = tokens()
        if not piece.is_change:
            cursor.insertText(_shown(piece.after), kept(theme))
            return
        self._starts.append(cursor.position())
        if self._side is not Side.AFTER:
            cursor.insertText(_shown(piece.before), removed(theme))
        if self._side is Side.BEFORE:
            return
        both = self._side is Side.BOTH and piece.before and piece.after
        if both and not (piece.before[-1:].isspace() or piece.after[:1].isspace()):
            cursor.insertText(" ", kept(theme))
        cursor.insertText(_shown(piece.after), added(theme))


def kept(theme: Tokens) -> QTextCharFormat:
    """How unchanged text looks."""
    made = QTextCharFormat()
    made.setForeground(QColor(theme.text))
    return made


def removed(theme: Tokens) -> QTextCharFormat:
    """How text that was taken out looks."""
    made = kept(theme)
    made.setBackground(QColor(theme.removed))
    made.setFontStrikeOut(True)
    return made


def added(theme: Tokens) -> QTextCharFormat:
    """How text that was put in looks."""
    made = kept(theme)
    made.setBackground(QColor(theme.added))
    made.setFontUnderline(not theme.has_grounds)
    return made


def _shown(text: str) -> str:
    return revealed(text, LONGEST_LINE).text
