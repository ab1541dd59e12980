"""Joining a team: the text is pasted, what it says is shown, and only then it is joined."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.enrolment import Enrolment
from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.records import Person
from reviewer_app.services.progress import Cancelled, Report
from reviewer_app.services.team.belonging import Belonging
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.section import Choices
from reviewer_app.ui.settings.team.pasted import PastedText
from reviewer_app.ui.settings.team.said_of import SaidOf
from reviewer_app.ui.settings.team.words import pools_words, role_word, until_words
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import Clock

SETTLES_AFTER_MS = 150


class JoinCard(Card):
    """`joined` carries the sentence that greets whoever one is from now on; `named` the name."""

    named = Signal(str)
    joined = Signal(str)

    def __init__(
        self, belonging: Belonging, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("You work alone"), parent)
        self._belonging, self._jobs, self._clock = belonging, jobs, clock
        self._card: Enrolment | None = None
        self._brings = self._is_joining = False
        self._read = ""
        self.text = PastedText(tr("Enrolment text"), tr("reviewer-enrolment-1:…"))
        self.says = SaidOf((tr("You will be"), tr("Role"), tr("Team hub"), tr("Good until")))
        self.fault = label("", "bad")
        self.history = Choices(
            tr("What you decided here so far"),
            [(False, tr("Keep it private")), (True, tr("Bring what I decided into the team"))],
        )
        self.join = Button(tr("Join"), "", "primary")
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLES_AFTER_MS)
        self._lay_out()
        self._settling.timeout.connect(self._ask)
        self.text.textChanged.connect(self._forget)
        self.history.chosen.connect(self._choose)
        self.join.clicked.connect(self._join)
        self.history.show_value(False)  # noqa: FBT003 - the value of a choice
        self._forget()

    def show_history(self, decided: int) -> None:
        """Asks what becomes of what was decided here, where anything was."""
        self._past.setVisible(decided > 0)
        self._asked.setText(
            tr("You decided %Ln time(s) here before. What becomes of it?", "", decided)
        )

    def _forget(self) -> None:
        """Another text is being pasted: nothing is known of it yet."""
        self._card = None
        self.says.hide()
        self.fault.hide()
        self.join.setEnabled(False)
        if self.text.toPlainText().strip():
            self._settling.start()
        else:
            self._settling.stop()

    def _ask(self) -> None:
        text = self._read = self.text.toPlainText()

        def show(outcome: Ok[Enrolment] | Err) -> None:
            if text == self.text.toPlainText() and not self._is_joining:
                self._show(outcome)

        self._jobs.read(lambda: self._belonging.read(text), show)

    def _show(self, outcome: Ok[Enrolment] | Err) -> None:
        if not isinstance(outcome, Ok):
            self._say_fault(outcome.error)
            return
        card = self._card = outcome.value
        until = until_words(card.expires_at, self._clock())
        who, where = revealed_line(card.name), revealed_line(card.address)
        self.says.show_values((who, role_word(card.role), where, until))
        self.says.show()
        self.join.setEnabled(True)

    def _choose(self, brings: object) -> None:
        self._brings = bool(brings)

    def _join(self) -> None:
        text, brings = self._read, self._brings
        self._lock(is_joining=True)

        def work(report: Report, cancelled: Cancelled) -> Person | None:
            del report
            return None if cancelled() else self._belonging.join(text, brings_history=brings)

        self._jobs.run_long(tr("Joining the team"), work, self._arrive)

    def _arrive(self, outcome: Ok[Person | None] | Err) -> None:
        self._lock(is_joining=False)
        if not isinstance(outcome, Ok):
            self._say_fault(outcome.error)
            self.text.setFocus()
        elif outcome.value is not None:
            self.text.clear()
            self.named.emit(outcome.value.name)
            self.joined.emit(_greeting(outcome.value))

    def _lock(self, *, is_joining: bool) -> None:
        """While it goes on, the same text is not sent twice."""
        self._is_joining = is_joining
        self.text.setReadOnly(is_joining)
        self.history.setEnabled(not is_joining)
        self.join.setEnabled(not is_joining and self._card is not None)
        self.join.become(tr("Joining…") if is_joining else tr("Join"), "", "primary")

    def _say_fault(self, error: Exception) -> None:
        words = words_of(error)
        self.fault.setText(words)
        self.fault.setAccessibleName(words)
        self.fault.show()

    def _lay_out(self) -> None:
        tells = tr(
            "What you decide stays on this machine. In a team you share one queue: a lead sends "
            "you an enrolment text, which is good once. Paste it here."
        )
        self._asked = label("")
        words = label(tells)
        for told in (words, self.fault, self._asked):
            told.setWordWrap(True)
        self._past, past = QWidget(), QVBoxLayout()
        past.setContentsMargins(0, 4, 0, 4)
        past.addWidget(self._asked)
        past.addWidget(self.history)
        note = label(tr("Private: it stays on this machine and the team never sees it."), "caption")
        note.setWordWrap(True)
        past.addWidget(note)
        self._past.setLayout(past)
        self._past.hide()
        row = QHBoxLayout()
        row.addWidget(self.join)
        row.addStretch(1)
        for part in (words, self.text, self.fault, self.says, self._past):
            self.body.addWidget(part)
        self.body.addLayout(row)


def _greeting(person: Person) -> str:
    """Who one is from now on."""
    return tr(
        "You are {name}, {role}, in {pools}.",
        name=revealed_line(person.name),
        role=role_word(person.role),
        pools=pools_words(person.pools),
    )
