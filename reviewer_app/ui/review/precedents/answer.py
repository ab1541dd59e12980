"""One answer whole: what the person decided, what somebody else made of it, and the difference."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewer_app.domain.hidden_text import revealed, revealed_line
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.answers import Answer, Kind, Said
from reviewer_app.ui.language import mark, quoted, tr
from reviewer_app.ui.review.precedents.answer_list import headline
from reviewer_app.ui.vocabulary_words import done_word
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.diff_view import DiffView
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.widgets.pill import Pill
from reviewer_app.ui.wording import MEANING_OF_VERDICT, Clock, time_words

LONGEST_LINE = 5_000

_NAMES = {Kind.KNOWN: mark("What is right"), Kind.REVISED: mark("The agent")}
"""What stands over the other side where it is nobody's decision."""


class AnswerCard(Card):
    """The two verdicts side by side, and below them what the one changes in the other."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.open = Button(tr("Open the item"), "⏎", "plain")
        self.head.addWidget(self.open)
        self.mine, self.answer = _Side(clock), _Side(clock)
        self.changes = label(tr("What it would have been, and what it is"), "heading")
        self.difference = DiffView(self.changes.text())
        pair = QWidget()
        pair.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sides = QHBoxLayout(pair)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(8)
        sides.addWidget(self.mine, 1)
        sides.addWidget(self.answer, 1)
        self.body.addWidget(pair)
        self.body.addWidget(self.changes)
        self.body.addWidget(self.difference, 1)
        self.rest = QWidget()
        self.body.addWidget(self.rest, 1)
        self.setMinimumWidth(320)

    def show_answer(self, answer: Answer) -> None:
        """Shows one."""
        self.rename(headline(answer))
        self.mine.show_said(answer.mine, tr("You"))
        is_known = answer.kind is Kind.KNOWN
        who = answer.answer.person or tr("Somebody")
        name = tr(_NAMES[answer.kind]) if answer.kind in _NAMES else revealed_line(who)
        is_timed = not (is_known or answer.hides_when)
        self.answer.show_said(answer.answer, name, is_timed=is_timed)
        for part in (self.changes, self.difference):
            part.setVisible(bool(answer.difference))
        self.rest.setVisible(not answer.difference)
        self.difference.show_pieces(answer.difference)

    def refresh(self) -> None:
        """Paints the same in the theme and size now in force."""
        self.difference.refresh()


class _Side(QFrame):
    """One verdict: whose, when, what was wrong and why."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self._clock = clock
        self.name, self.time = ElidedLabel("strong"), ElidedLabel("caption")
        self.pill, self.words = Pill(), label("")
        self.words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addWidget(self.pill)
        row.addStretch(1)
        row.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addStretch(1)

    def show_said(self, said: Said, name: str, *, is_timed: bool = True) -> None:
        """Shows what somebody said."""
        self.name.show_line(name)
        if said.verdict is None:
            self.pill.say("", "plain")
        else:
            self.pill.say(done_word(said.verdict).upper(), MEANING_OF_VERDICT[said.verdict])
        self.time.show_line(time_words(said.at, self._clock()) if is_timed else "")
        lines = []
        if said.error_types:
            errors = revealed_line(", ".join(said.error_types))
            lines.append(tr("Wrong: {errors}", errors=errors))
        if said.comment:
            lines.append(quoted(revealed(said.comment, LONGEST_LINE).text))
        self.words.setText("\n".join(lines) or _silent(said))


def _silent(said: Said) -> str:
    """What stands where nothing was said: to approve needs no words."""
    match said.verdict:
        case Verdict.APPROVE:
            return tr("The output as it is.")
        case None:
            return ""
        case _:
            return tr("Nothing was said about why.")
