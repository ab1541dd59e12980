"""Messages as a thread: who spoke stands on a ground that no message can paint."""

from collections.abc import Sequence

from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from reviewer_app.domain.hidden_text import Revealed, revealed, revealed_line
from reviewer_app.ui.review.outputs import Turn
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.reader import Reader
from reviewer_app.ui.widgets.safe_text import LONGEST_LINE


class Thread(Reader):
    """Shows messages in order, as plain text under their roles."""

    def show_turns(self, turns: Sequence[Turn]) -> None:
        """Shows these messages."""
        self.show_revealed(Revealed("", ""))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for index, turn in enumerate(turns):
            self._insert(cursor, turn, is_first=index == 0)
        cursor.endEditBlock()

    def _insert(self, cursor: QTextCursor, turn: Turn, *, is_first: bool) -> None:
        theme = tokens()
        head = QTextBlockFormat()
        head.setBackground(QBrush(QColor(theme.raised)))
        head.setTopMargin(0 if is_first else 10)
        role = QTextCharFormat()
        role.setForeground(QColor(theme.muted))
        role.setFontWeight(QFont.Weight.DemiBold.value)
        words = QTextCharFormat()
        words.setForeground(QColor(theme.text))
        body = QTextBlockFormat()
        body.setTopMargin(2)
        if is_first:
            cursor.setBlockFormat(head)
        else:
            cursor.insertBlock(head)
        cursor.insertText(f" {revealed_line(turn.role)}", role)
        cursor.insertBlock(body)
        cursor.insertText(revealed(turn.text, LONGEST_LINE).text, words)
