"""What people decided on this item so far, side by side, each correction as a difference."""

from collections import Counter
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.independence import by_name
from reviewer_app.domain.resolution import Opinion, standing
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.desk import Desk
from reviewer_app.ui.actions import action
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.review.opinion import OpinionPart
from reviewer_app.ui.review.sent_words import sent_words
from reviewer_app.ui.vocabulary_words import done_word
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import figure, time_words

SHOWN_AT_MOST = 3
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
    """The card with the decisions that stand.

    `taken` carries the place of a decision that a lead would have hold, counted from 1; `look`
    says that a lead will see what is covered.
    """

    taken = Signal(int)
    look = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What was decided"), parent)
        self.takeable: tuple[Opinion, ...] = ()
        self._buttons: list[Button] = []
        self._desk: tuple[Desk, datetime] | None = None
        self.asking = _Asking()
        self.asking.yes.clicked.connect(self.look)
        self.asking.no.clicked.connect(self.leave_covered)
        self.count = label("", "caption")
        self.head.addWidget(self.count)
        self._shelf = _Shelf()
        self._row = self._shelf.row
        self.answer = label("")
        self.answer.setWordWrap(True)
        self.sent = label("", "caption")
        self.sent.setWordWrap(True)
        self.body.addWidget(self.answer)
        self.body.addWidget(self.sent)
        self.body.addWidget(self._shelf)
        self.body.addWidget(self.asking)
        self.hide()

    def ask_to_look(self) -> None:
        """Says what comes of looking at what is covered, and asks whether to."""
        self.rename(tr("Others' decisions are covered"))
        self.asking.show()
        self._shelf.setVisible(self._row.count() > 0)
        self.show()
        self.asking.yes.setFocus()

    def leave_covered(self) -> None:
        """Shows again what was shown before anybody asked."""
        if self._desk is not None:
            self.show_desk(*self._desk)

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        for n, button in enumerate(self._buttons, 1):
            button.show_keys(action(f"review.take_{n}").keycap)

    def show_desk(self, desk: Desk, now: datetime) -> None:
        """Shows what stands and may be seen; of independent reviews not who was the first."""
        self._desk = desk, now
        self._clear()
        live = standing(desk.opinions)
        opinions = by_name(live) if desk.sight.is_independent else live
        self.setVisible(bool(opinions))
        self.rename(tr(_TITLES.get(desk.entry.status, _SO_FAR)))
        self.count.setText(_counts(opinions) if len(opinions) > SHOWN_AT_MOST else "")
        words = _looked(desk) or _answered(live, desk, now)
        self.answer.setText(words)
        self.answer.setVisible(bool(words))
        self.sent.setText(sent_words(desk.deliveries, now))
        self.sent.setVisible(bool(desk.deliveries))
        self._show_opinions(opinions[-SHOWN_AT_MOST:], desk, now)

    def _clear(self) -> None:
        """Takes away what was shown of another item."""
        self.asking.hide()
        self._shelf.show()
        self._buttons = []
        while self._row.count():
            item = self._row.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _show_opinions(self, shown: list[Opinion], desk: Desk, now: datetime) -> None:
        """Puts decisions side by side; a lead may take those that conclude."""
        reasons = {e.decision_id: e for e in desk.escalations}
        time = None if desk.sight.is_independent else now
        self.takeable = tuple(o for o in shown if o.concludes) if desk.can_settle else ()
        for opinion in shown:
            part = OpinionPart(opinion, desk, reasons.get(opinion.decision.id), time)
            if opinion in self.takeable:
                self._offer(part)
            self._row.addWidget(part, 1)
        self._shelf.fit()

    def _offer(self, part: OpinionPart) -> None:
        """Puts the button there that takes a decision."""
        self._buttons.append(part.take)
        place = len(self._buttons)
        part.take.show_keys(action(f"review.take_{place}").keycap)
        part.take.clicked.connect(lambda: self.taken.emit(place))
        part.take.show()


class _Asking(QFrame):
    """What comes of looking at covered decisions, and whether to."""

    def __init__(self) -> None:
        super().__init__()
        words = label(
            tr(
                "Nobody sees what others decided before all have judged. You can look now: it is "
                "recorded, and you do not review this item then. You can still settle it."
            )
        )
        words.setWordWrap(True)
        self.yes = Button(tr("Look now"))
        self.no = Button(tr("Leave it covered"), kind="quiet")
        row = QHBoxLayout()
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words)
        column.addLayout(row)
        self.hide()


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


def _looked(desk: Desk) -> str:
    """That this person does not judge the item, where they looked early."""
    if not desk.is_barred:
        return ""
    return tr("You looked at this before all had judged, so that you do not review it.")


_ANSWERED = {
    Verdict.APPROVE: mark("You {did} this ({when}); {person} approved it."),
    Verdict.CORRECT: mark("You {did} this ({when}); {person} corrected it."),
    Verdict.REJECT: mark("You {did} this ({when}); {person} rejected it."),
}


def _answered(opinions: list[Opinion], desk: Desk, now: datetime) -> str:
    """What somebody made of a decision of this person's: an answer, or one that overturned it."""
    mine = next((o for o in opinions if o.author == desk.me), None)
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
