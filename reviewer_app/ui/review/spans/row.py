"""One marked span below the output: what is wrong with it, its words, and the way to remove it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import isolated, revealed_line
from reviewer_app.ui.language import quoted, tr
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.keycap import Keycap
from reviewer_app.ui.widgets.labels import ElidedLabel, plain_tip
from reviewer_app.ui.widgets.paint import CONTROL, focus_ring
from reviewer_app.ui.widgets.pill import Pill

NAME_AT_MOST, WORDS_AT_MOST = 40, 300
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SpanRow(QWidget):
    """A row that takes the keyboard: Delete removes its span, Enter shows it in the text.

    A row with a note, which says whose it is, belongs to a decision and cannot be removed.
    """

    wanted = Signal()
    removed = Signal()

    def __init__(self, name: str, meaning: str, words: str, note: str = "") -> None:
        super().__init__()
        self.can_remove = not note
        told = revealed_line(name)[:NAME_AT_MOST]
        self.pill = Pill(told, meaning)
        self.words = ElidedLabel()
        self.words.show_line(quoted(isolated(words[:WORDS_AT_MOST])))
        self.note = ElidedLabel("caption")
        self.note.show_text(note)
        self.remove = Link(tr("remove"))
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.setToolTip(plain_tip(tr("Removes this mark; the output stays as it is")))
        self.remove.clicked.connect(self.removed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Span “{words}”: {type}", words=words[:80], type=told))
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(8)
        row.addWidget(self.pill)
        row.addWidget(self.words)
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.remove)
        key = Keycap(tr("Del"))
        row.addWidget(key)
        self.remove.setVisible(self.can_remove)
        key.setVisible(self.can_remove)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Enter shows."""
        if event.key() in _REMOVING and self.can_remove:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press shows the span in the text."""
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.wanted.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever walks through the rows sees their spans."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.wanted.emit()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ring of the row that has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            focus_ring(painter, QRectF(self.rect()), CONTROL, tokens().color("accent"))
            painter.end()
