"""A difference as one text: what was taken out struck through, what was put in on its ground."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.differences import Piece
from reviewer_app.domain.hidden_text import Revealed, revealed
from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.tokens import Tokens, tokens
from reviewer_app.ui.widgets.reader import Reader

LONGEST_LINE = 5_000

AROUND = 20_000
"""Characters that did not change which are shown on either side of a change."""

CHANGED_AT_MOST = 100_000
"""Characters of one change that are shown."""


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
            cursor.insertText(_shown(_middle_out(piece.after)), kept(theme))
            return
        self._starts.append(cursor.position())
        if self._side is not Side.AFTER:
            cursor.insertText(_shown(_cut(piece.before)), removed(theme))
        if self._side is Side.BEFORE:
            return
        both = self._side is Side.BOTH and piece.before and piece.after
        if both and not (piece.before[-1:].isspace() or piece.after[:1].isspace()):
            cursor.insertText(" ", kept(theme))
        cursor.insertText(_shown(_cut(piece.after)), added(theme))


def _middle_out(text: str) -> str:
    """Text that did not change: of a long one what stands beside the changes."""
    if len(text) <= 2 * AROUND:
        return text
    said = tr("… %Ln character(s) that did not change …", "", len(text) - 2 * AROUND)
    return f"{text[:AROUND]}\n{said}\n{text[-AROUND:]}"


def _cut(text: str) -> str:
    """Text that changed: of a very long one the head."""
    if len(text) <= CHANGED_AT_MOST:
        return text
    said = tr("… %Ln more character(s)", "", len(text) - CHANGED_AT_MOST)
    return f"{text[:CHANGED_AT_MOST]}\n{said}\n"


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
