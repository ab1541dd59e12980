"""One decision among those that differ: who, what, when, why, and what the output would be."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.differences import Piece
from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.disputes import Side
from reviewer_app.ui.language import quoted, tr
from reviewer_app.ui.vocabulary_words import done_word, word_of
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.diff_view import DiffView
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.widgets.pill import Pill
from reviewer_app.ui.widgets.reader import EDGE
from reviewer_app.ui.wording import MEANING_OF_VERDICT, time_words

WIDTH = 250
"""Pixels that a decision has at least; what does not fit beside the others is scrolled to."""

TEXT_HEIGHTS = (44, 150)
"""Pixels of an output: at least, and at most before it scrolls by itself."""


class SideCard(QFrame):
    """Shows one decision; `taken` says that it shall hold."""

    taken = Signal()

    def __init__(self, side: Side, now: datetime, *, says_when: bool) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self.setMinimumWidth(WIDTH)
        self.button = Button("", "")
        self.button.clicked.connect(self.taken)
        self.button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(5)
        column.addLayout(_title(side, now if says_when else None))
        for words in _words(side):
            line = label(words)
            line.setWordWrap(True)
            column.addWidget(line)
        if side.pieces:
            person = side.opinion.person or tr("somebody")
            text = FittedText(tr("What {person} would let stand", person=person))
            text.show_pieces(side.pieces)
            column.addWidget(text)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addStretch(1)
        column.addLayout(foot)

    def offer(self, words: str, keys: str) -> None:
        """Shows the button that takes this decision."""
        self.button.become(words, keys, "plain")
        self.button.describe(tr("It is then yours too, and settles the item"))
        self.button.show()


class FittedText(DiffView):
    """A difference as tall as its text, as far as there shall be room."""

    @override
    def show_pieces(self, pieces: Sequence[Piece], *, is_fixed: bool = False) -> None:
        """Shows a difference from its beginning."""
        super().show_pieces(pieces, is_fixed=is_fixed)
        self.setTextCursor(QTextCursor(self.document()))

    def fit(self) -> None:
        """Takes the height that the text has at this width."""
        least, most = TEXT_HEIGHTS
        wanted = self.wanted_height()
        lines = wanted if wanted <= most else self.whole_lines(most) + EDGE
        self.setFixedHeight(max(least, lines))
        self.go_to(0)
        bar = self.verticalScrollBar()
        if self.cursorRect().bottom() + bar.value() < self.height():
            bar.setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives another height."""
        super().resizeEvent(event)
        self.fit()


def _title(side: Side, now: datetime | None) -> QHBoxLayout:
    decision = side.opinion.decision
    name = ElidedLabel("strong")
    name.show_text(side.opinion.person or tr("Somebody"))
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(name)
    if decision.verdict is not None:
        pill = Pill(done_word(decision.verdict).upper(), MEANING_OF_VERDICT[decision.verdict])
        pill.setMinimumWidth(pill.sizeHint().width())
        row.addWidget(pill)
    row.addStretch(1)
    if now is not None and decision.decided_at is not None:
        when = ElidedLabel("caption")
        when.show_line(time_words(decision.decided_at, now))
        row.addWidget(when)
    return row


def _words(side: Side) -> list[str]:
    """What was said with a decision: what was wrong, how bad, why, and to whom it went."""
    decision, escalation = side.opinion.decision, side.escalation
    wrong = ", ".join(decision.error_types)
    if decision.severity is not None:
        severity = word_of(decision.severity)
        wrong = f"{wrong} ({severity})" if wrong else severity
    lines = [tr("Wrong: {errors}", errors=wrong)] if wrong else []
    if escalation is not None:
        to, reason = escalation.to, escalation.reason
        if reason:
            lines.append(tr("To {person}: {reason}", person=to, reason=reason))
        else:
            lines.append(tr("To {person}, without a reason", person=to))
    elif side.opinion.comment:
        lines.append(quoted(side.opinion.comment))
    if decision.verdict is Verdict.REJECT:
        lines.append(tr("Unusable, with nothing in its place."))
    if side.is_cut:
        lines.append(tr("A long output: its beginning is shown."))
    return [revealed_line(line) for line in lines]


def shelf(cards: list[QWidget], gap: int = 8) -> QWidget:
    """Cards side by side, each as wide as the others."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for card in cards:
        row.addWidget(card, 1)
    return made
