"""What people decided on this item so far, side by side, each correction as a difference."""

from collections import Counter
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.differences import pieces_between
from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.records import Escalation
from reviewer_app.domain.resolution import Opinion, standing
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.desk import Desk
from reviewer_app.ui.language import mark, quoted, tr
from reviewer_app.ui.review.precedents.short_difference import ShortDifference
from reviewer_app.ui.vocabulary_words import done_word, word_of
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.widgets.pill import Pill
from reviewer_app.ui.wording import MEANING_OF_VERDICT, figure, time_words

SHOWN_AT_MOST = 3
DIFFERENCE_HEIGHT = 600
"""Pixels of a correction that are scrolled with the rest; a longer one scrolls by itself."""

HEIGHTS = (72, 180)
"""Pixels that decisions may always take, and take at most: the output needs the room."""

SHARE_OF_WINDOW = 0.1
"""The share of the window's height that they take between those bounds."""

_TITLES = {
    Status.DISPUTED: mark("People disagree on this item; your decision settles it"),
    Status.ESCALATED: mark("Handed on for a decision"),
    Status.RESOLVED: mark("What was decided"),
}
_SO_FAR = mark("Decided so far")


class Opinions(Card):
    """The card with the decisions that stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What was decided"), parent)
        self.count = label("", "caption")
        self.head.addWidget(self.count)
        self._shelf = _Shelf()
        self._row = self._shelf.row
        self.answer = label("")
        self.answer.setWordWrap(True)
        self.body.addWidget(self.answer)
        self.body.addWidget(self._shelf)
        self.hide()

    def show_desk(self, desk: Desk, now: datetime) -> None:
        """Shows what stands; nothing under blind review while it is open."""
        while self._row.count():
            item = self._row.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        opinions = standing(desk.opinions)
        self.setVisible(bool(opinions))
        self.rename(tr(_TITLES.get(desk.entry.status, _SO_FAR)))
        self.count.setText(_counts(opinions) if len(opinions) > SHOWN_AT_MOST else "")
        words = _answered(opinions, desk, now)
        self.answer.setText(words)
        self.answer.setVisible(bool(words))
        reasons = {e.decision_id: e for e in desk.escalations}
        for opinion in opinions[-SHOWN_AT_MOST:]:
            self._row.addWidget(_Opinion(opinion, desk, reasons.get(opinion.decision.id), now), 1)
        self._shelf.fit()


class _Shelf(QScrollArea):
    """Decisions side by side, as tall as they are up to a limit; beyond it they are scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self._inner = QWidget()
        self.row = QHBoxLayout(self._inner)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Decisions"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Takes the height that the decisions have at this width, as far as there shall be room."""
        wanted = self.row.sizeHint().height()
        if self.row.hasHeightForWidth():
            wanted = self.row.heightForWidth(max(1, self.viewport().width()))
        least, most = HEIGHTS
        room = max(least, min(most, round(self.window().height() * SHARE_OF_WINDOW)))
        self.setFixedHeight(min(room, wanted))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives another height."""
        super().resizeEvent(event)
        self.fit()


class _Opinion(QFrame):
    """One person's decision: verdict, time, what was wrong, why, and the correction."""

    def __init__(
        self, opinion: Opinion, desk: Desk, escalation: Escalation | None, now: datetime
    ) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(_title(opinion, now))
        for words in _words(opinion, escalation):
            line = label(words)
            line.setWordWrap(True)
            column.addWidget(line)
        if opinion.correction is not None:
            column.addWidget(_difference(desk.content.output, opinion))
        column.addStretch(1)


_ANSWERED = {
    Verdict.APPROVE: mark("You {did} this ({when}); {person} approved it."),
    Verdict.CORRECT: mark("You {did} this ({when}); {person} corrected it."),
    Verdict.REJECT: mark("You {did} this ({when}); {person} rejected it."),
}


def _answered(opinions: list[Opinion], desk: Desk, now: datetime) -> str:
    """What somebody made of a decision of this person's: an answer, or one that overturned it."""
    mine = next((o for o in opinions if o.decision.person_id == desk.me), None)
    later = opinions[opinions.index(mine) + 1 :] if mine else []
    last = next((o for o in reversed(later) if o.decision.verdict in _ANSWERED), None)
    if mine is None or last is None or mine.decision.verdict is None:
        return ""
    is_answer = mine.decision.verdict is Verdict.ESCALATE
    if not is_answer and mine.decision.id not in last.decision.settles:
        return ""
    return tr(
        _ANSWERED[last.decision.verdict or Verdict.APPROVE],
        did=done_word(mine.decision.verdict),
        when=time_words(mine.decision.decided_at, now),
        person=revealed_line(last.person or tr("somebody")),
    )


def _counts(opinions: list[Opinion]) -> str:
    """How many came to which verdict, where more decided than are shown."""
    verdicts = Counter(o.decision.verdict for o in opinions if o.decision.verdict)
    told = ", ".join(f"{figure(n)} {done_word(v)}" for v, n in verdicts.most_common())
    return tr("{verdicts}; the last {shown} shown", verdicts=told, shown=SHOWN_AT_MOST)


def _title(opinion: Opinion, now: datetime) -> QHBoxLayout:
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
    if opinion.decision.decided_at is not None:
        time = ElidedLabel("caption")
        time.show_line(time_words(opinion.decision.decided_at, now))
        row.addWidget(time)
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
