"""Who belongs to the team, for leads and auditors: listed, invited, changed, revoked."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.domain.records import Person
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.assigning import Assigning
from reviewer_app.services.team.belonging import Belonging, Ended, Roster
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.team.change_row import ChangeRow
from reviewer_app.ui.settings.team.invite_row import InviteRow
from reviewer_app.ui.settings.team.members_model import MembersModel, Row, rows_of
from reviewer_app.ui.settings.team.members_table import MembersTable
from reviewer_app.ui.settings.team.words import pools_words, role_word
from reviewer_app.ui.widgets.card import Card, hairline
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock

T = TypeVar("T")


class MembersCard(Card):
    """The members come from the hub each time: no machine but a lead's has a use for them."""

    message = Signal(object)

    def __init__(
        self,
        belonging: Belonging,
        assigning: Assigning,
        jobs: Jobs,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Members"), parent)
        self._belonging, self._assigning, self._jobs = belonging, assigning, jobs
        self._me: Person | None = None
        self.model = MembersModel(clock, self)
        self.table = MembersTable(self.model)
        self.change = ChangeRow()
        self.invite = InviteRow(belonging, jobs, clock)
        self.fault = label("", "warn")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self._heading = label(tr("Invite somebody"), "heading")
        self._line = hairline()
        for part in (self.fault, self.table, self.change):
            self.body.addWidget(part)
        self.body.addSpacing(8)
        self.body.addWidget(self._line)
        self.body.addSpacing(4)
        for below in (self._heading, self.invite):
            self.body.addWidget(below)
        self.table.opened.connect(self._open)
        self.change.closed.connect(self.table.setFocus)
        self.change.changed.connect(self._change)
        self.change.device_wanted.connect(self.invite.invite_device)
        self.change.revoked.connect(self._revoke)
        self.invite.invited.connect(self.look)
        self.table.fit()

    def show_me(self, me: Person) -> None:
        """Shows the members to this person; an auditor only sees them."""
        self._me = me
        for part in (self._line, self._heading, self.invite):
            part.setVisible(me.role == Role.LEAD)
        self.look()

    def look(self) -> None:
        """Asks the hub who belongs to the team."""
        self._jobs.read(self._belonging.roster, self._show)

    def _show(self, outcome: Ok[Roster] | Err) -> None:
        self.fault.setVisible(not isinstance(outcome, Ok))
        if not isinstance(outcome, Ok):
            self.fault.setText(words_of(outcome.error))
            return
        self.model.show_rows(rows_of(outcome.value))
        self.table.fit()

    def _open(self, row: Row) -> None:
        if self._me is not None and self._me.role == Role.LEAD:
            self.change.ask(row, is_me=row.name == self._me.name)

    def _change(self, name: str, role: str, pools: list[str]) -> None:
        self._do(
            lambda: self._belonging.change(name, role, pools),
            lambda person: tr(
                "{name} is {role} in {pools} now.",
                name=isolated(person.name),
                role=role_word(person.role),
                pools=pools_words(person.pools),
            ),
        )

    def _revoke(self, name: str) -> None:
        def words(ended: Ended) -> str:
            who = isolated(ended.name)
            return tr(
                "{name} is out. %Ln item(s) went back to the pools.", "", ended.returned, name=who
            )

        self._do(lambda: self._belonging.revoke(name, self._assigning), words)

    def _do(self, work: Callable[[], T], words: Callable[[T], str]) -> None:
        """Does something beside the window and says what came of it."""
        self.change.setEnabled(False)

        def arrive(outcome: Ok[T] | Err) -> None:
            self.change.setEnabled(True)
            if isinstance(outcome, Ok):
                self.change.close_row()
                self.message.emit(Message(words(outcome.value), "info", "members"))
            else:
                self.message.emit(Message(words_of(outcome.error), "error", "members"))
            self.look()

        self._jobs.read(work, arrive)
