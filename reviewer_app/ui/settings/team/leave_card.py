"""Leaving the team: what it means is said, and it is asked once, in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.services.team.belonging import Belonging
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.team.once import AskedOnce
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label


class LeaveCard(Card):
    """`left` carries the sentence with which the person goes on alone."""

    left = Signal(str)

    def __init__(self, belonging: Belonging, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(tr("Leave the team"), parent)
        self._belonging, self._jobs = belonging, jobs
        tells = label(
            tr(
                "Your membership ends on the hub at once, and what you took along is free again. "
                "What was assigned to you waits until a lead hands it over. What is on this "
                "machine stays here; what was not sent is not sent any more, so exchange first. "
                "To come back you need another enrolment text."
            )
        )
        self.fault = label("", "bad")
        for words in (tells, self.fault):
            words.setWordWrap(True)
        self.fault.hide()
        self.leave = AskedOnce(tr("Leave…"), tr("Leave the team now"), tr("Stay"))
        self.without = Button(tr("Leave without the hub"), "", "quiet")
        self.without.describe(
            tr("For a hub that is no more, or that does not let this machine in any longer")
        )
        self.without.hide()
        row = QWidget()
        buttons = Flow(row)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.without)
        for part in (tells, self.fault, row):
            self.body.addWidget(part)
        self.leave.confirmed.connect(lambda: self._leave(asks_hub=True))
        self.without.clicked.connect(lambda: self._leave(asks_hub=False))

    def _leave(self, *, asks_hub: bool) -> None:
        self.leave.setEnabled(False)
        self._jobs.read(lambda: self._belonging.leave(asks_hub=asks_hub), self._arrive)

    def _arrive(self, outcome: Ok[None] | Err) -> None:
        self.leave.setEnabled(True)
        if isinstance(outcome, Ok):
            self.left.emit(tr("You work alone again. What is here stays here."))
            return
        self.fault.setText(words_of(outcome.error))
        self.fault.show()
        self.without.show()
