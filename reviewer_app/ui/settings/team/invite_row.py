"""Inviting somebody: who, as what, into which pools; then the text, to be copied."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.domain.vocabulary import EVERYONE, Role
from reviewer_app.services.team.belonging import Belonging, Offer
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.section import Choices
from reviewer_app.ui.settings.team.change_row import role_choices
from reviewer_app.ui.settings.team.members_model import Row
from reviewer_app.ui.settings.team.pasted import PastedText
from reviewer_app.ui.settings.team.said_of import asked_of
from reviewer_app.ui.settings.team.words import MAY, pools_named, pools_words, until_words
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import Clock


class InviteRow(QWidget):
    """`invited` follows an invitation that was made."""

    invited = Signal()

    def __init__(
        self, belonging: Belonging, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._belonging, self._jobs, self._clock = belonging, jobs, clock
        self._role, self._lasts = Role.REVIEWER, timedelta(days=7)
        self.name = TextField(tr("Whom to invite"), tr("name, as it stands beside decisions"))
        self.name.setMaxLength(200)
        self.pools = TextField(tr("Pools, with commas"), tr("pools, with commas: finance, legal"))
        self.pools.setMaxLength(2_000)
        self.pools.setText(pools_words((EVERYONE,)))
        self.roles = role_choices()
        self.may = label("", "caption")
        self.lasts = Choices(
            tr("Good for"),
            [
                (timedelta(days=1), tr("1 day")),
                (timedelta(days=7), tr("1 week")),
                (timedelta(days=30), tr("30 days")),
            ],
        )
        self.invite = Button(tr("Invite"), "")
        self.fault = label("", "bad")
        self.text = PastedText(tr("The enrolment text to send"))
        self.text.setReadOnly(True)
        self.tells = label()
        self.copy = Button(tr("Copy"), "", "primary")
        self.copied = label("", "good")
        self._lay_out()
        self._connect()
        self.lasts.show_value(self._lasts)
        self._choose_role(Role.REVIEWER)

    def invite_device(self, row: Row) -> None:
        """Makes a text for another machine of a member."""
        self._send(Offer(row.name, Role(row.role), row.pools, is_another_device=True))

    def _choose_role(self, role: object) -> None:
        self._role = Role(str(role))
        self.roles.show_value(self._role)
        self.may.setText(tr(MAY[self._role]))

    def _choose_span(self, lasts: object) -> None:
        if isinstance(lasts, timedelta):
            self._lasts = lasts

    def _invite(self) -> None:
        pools = pools_named(self.pools.text())
        self._send(Offer(self.name.text(), self._role, pools, lasts=self._lasts))

    def _send(self, offer: Offer) -> None:
        self.fault.hide()
        self.invite.setEnabled(False)
        until = until_words(self._clock() + offer.lasts, self._clock())

        def arrive(outcome: Ok[str] | Err) -> None:
            self.invite.setEnabled(True)
            if not isinstance(outcome, Ok):
                self.fault.setText(words_of(outcome.error))
                self.fault.show()
                return
            self._show(isolated(offer.name.strip()), outcome.value, until)

        self._jobs.read(lambda: self._belonging.invite(offer), arrive)

    def _show(self, name: str, text: str, until: str) -> None:
        self.tells.setText(
            tr(
                "{name} joins with this text, once, until {until}. Send it on a way that only "
                "they read.",
                name=name,
                until=until,
            )
        )
        self.text.setPlainText(text)
        self._made.show()
        self.copied.setText("")
        self.name.clear()
        self.copy.setFocus()
        self.invited.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.setText(tr("copied"))

    def _connect(self) -> None:
        self.roles.chosen.connect(self._choose_role)
        self.lasts.chosen.connect(self._choose_span)
        self.name.returnPressed.connect(self._invite)
        self.pools.returnPressed.connect(self._invite)
        self.invite.clicked.connect(self._invite)
        self.copy.clicked.connect(self._copy)

    def _lay_out(self) -> None:
        for words in (self.fault, self.tells, self.may):
            words.setWordWrap(True)
        self.fault.hide()
        self._made, made = QWidget(), QVBoxLayout()
        made.setContentsMargins(0, 4, 0, 0)
        made.addWidget(self.tells)
        made.addWidget(self.text)
        made.addWidget(_flowing(self.copy, self.copied))
        self._made.setLayout(made)
        self._made.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(
            asked_of(
                [
                    (tr("Name"), self.name),
                    (tr("Role"), self.roles),
                    ("", self.may),
                    (tr("Pools"), self.pools),
                    (tr("Good for"), self.lasts),
                ]
            )
        )
        column.addWidget(self.fault)
        column.addWidget(_flowing(self.invite))
        column.addWidget(self._made)


def _flowing(*parts: QWidget) -> QWidget:
    made = QWidget()
    row = Flow(made)
    for part in parts:
        row.addWidget(part)
    return made
