"""One person's decision on the desk: verdict, what was wrong, why, and what it changed."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from reviewer_app.domain.differences import pieces_between
from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.records import Escalation
from reviewer_app.domain.resolution import Opinion
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.desk import Desk
from reviewer_app.ui.language import quoted, tr
from reviewer_app.ui.review.precedents.short_difference import ShortDifference
from reviewer_app.ui.vocabulary_words import done_word, word_of
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.widgets.pill import Pill
from reviewer_app.ui.wording import MEANING_OF_VERDICT, time_words

DIFFERENCE_HEIGHT = 600
"""Pixels of a correction that are scrolled with the rest; a longer one scrolls by itself."""


class OpinionPart(QFrame):
    """One decision; `now` is None where nobody is to learn when it was made."""

    def __init__(
        self, opinion: Opinion, desk: Desk, escalation: Escalation | None, now: datetime | None
    ) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        self.take = Button(tr("Take"))
        self.take.describe(tr("It is then yours too, and settles the item"))
        self.take.hide()
        column.addLayout(_title(opinion, now, self.take))
        for words in _words(opinion, escalation):
            line = label(words)
            line.setWordWrap(True)
            column.addWidget(line)
        if opinion.correction is not None:
            column.addWidget(_difference(desk.content.output, opinion))
        column.addStretch(1)


def _title(opinion: Opinion, now: datetime | None, take: Button) -> QHBoxLayout:
    """Who and what, when it was where that may be told, and the button that takes it."""
    verdict = opinion.decision.verdict
    name = ElidedLabel("strong")
    name.show_text(opinion.person or tr("Somebody"))
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(name)
    if verdict is not None:
        pill = Pill(done_word(verdict).upper(), MEANING_OF_VERDICT[verdict])
        pill.setMinimumWidth(pill.sizeHint().width())
        row.addWidget(pill)
    row.addStretch(1)
    if now is not None and opinion.decision.decided_at is not None:
        time = ElidedLabel("caption")
        time.show_line(time_words(opinion.decision.decided_at, now))
        row.addWidget(time)
    row.addWidget(take)
    return row


def _words(opinion: Opinion, escalation: Escalation | None) -> list[str]:
    decision = opinion.decision
    wrong = ", ".join(decision.error_types)
    severity = f" ({word_of(decision.severity)})" if decision.severity else ""
    lines = [tr("Wrong: {errors}", errors=f"{wrong}{severity}") if wrong else ""]
    if escalation is not None:
        to, reason = escalation.to, escalation.reason
        lines.append(tr("To {person}: {reason}", person=to, reason=reason) if reason else "")
    elif opinion.comment:
        lines.append(quoted(opinion.comment))
    elif decision.verdict is Verdict.APPROVE:
        lines.append(tr("The output as it is."))
    elif opinion.correction is None and not wrong:
        lines.append(tr("Nothing was said about why."))
    return [revealed_line(line) for line in lines if line]


def _difference(output: str, opinion: Opinion) -> ShortDifference:
    name = tr("The correction of {person}", person=opinion.person)
    view = ShortDifference(name, DIFFERENCE_HEIGHT)
    view.show_pieces(pieces_between(output, opinion.correction or ""))
    return view
