"""Changing one member: role, pools, or the end of the membership."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.domain.vocabulary import Role
from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.section import Choices
from reviewer_app.ui.settings.team.members_model import Row
from reviewer_app.ui.settings.team.once import AskedOnce
from reviewer_app.ui.settings.team.said_of import asked_of
from reviewer_app.ui.settings.team.words import pools_named, pools_words, role_word
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import ElidedLabel


def role_choices() -> Choices:
    """The roles that somebody can have."""
    return Choices(tr("Role"), [(role, role_word(role)) for role in Role])


class ChangeRow(QFrame):
    """Hidden until a member is chosen. `changed` carries name, role and pools."""

    changed = Signal(str, str, list)
    device_wanted = Signal(object)
    revoked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inset")
        self._row: Row | None = None
        self._role: str = Role.REVIEWER
        self._shown = ""
        self.title = ElidedLabel("strong")
        self.roles = role_choices()
        self.pools = TextField(tr("Pools, with commas"), tr("pools, with commas: finance, legal"))
        self.pools.setMaxLength(2_000)
        self.save = Button(tr("Save"), "", "primary")
        self.device = Button(tr("Another device"), "")
        self.device.describe(tr("Makes an enrolment text for a second machine of this person"))
        self.revoke = AskedOnce(tr("Revoke…"), tr("Revoke now"), tr("Keep"))
        self.cancel = Button(tr("Close"), "", "quiet")
        self._lay_out()
        self.roles.chosen.connect(self._choose)
        self.save.clicked.connect(self._save)
        self.pools.returnPressed.connect(self._save)
        self.device.clicked.connect(lambda: self.device_wanted.emit(self._row))
        self.revoke.confirmed.connect(self._revoke)
        self.cancel.clicked.connect(self.close_row)
        self.hide()

    def ask(self, row: Row, *, is_me: bool) -> None:
        """Shows what can be changed of somebody."""
        self._row, self._role = row, row.role
        name = isolated(row.name)
        self.title.show_line(name)
        self.roles.show_value(row.role)
        self._shown = pools_words(row.pools)
        self.pools.setText(self._shown)
        for part in (self._asked, self.save, self.device):
            part.setVisible(row.can_change)
        self.revoke.take_back()
        self.revoke.setVisible(row.revoked_at is None and not is_me)
        if row.invited_until is not None:
            self.revoke.say(tr("The text that {name} was sent is then good no more.", name=name))
        else:
            self.revoke.say(
                tr("{name} is out at once; what is theirs goes back to the pools.", name=name)
            )
        self.show()
        (self.pools if row.can_change else self.cancel).setFocus()

    def close_row(self) -> None:
        """Closes the row; nothing was changed."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _choose(self, role: object) -> None:
        self._role = str(role)

    def _save(self) -> None:
        """What was not touched stays as it is, also where not all of it can be shown."""
        if self._row is None:
            return
        typed = self.pools.text()
        pools = list(self._row.pools) if typed == self._shown else pools_named(typed)
        self.changed.emit(self._row.name, self._role, pools)

    def _revoke(self) -> None:
        if self._row is not None:
            self.revoked.emit(self._row.name)

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = Flow(buttons)
        for part in (self.save, self.device, self.revoke, self.cancel):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        self._asked = QWidget()
        asked = asked_of([(tr("Role"), self.roles), (tr("Pools"), self.pools)])
        asked.setContentsMargins(0, 0, 0, 0)
        self._asked.setLayout(asked)
        for widget in (self.title, self._asked, buttons):
            column.addWidget(widget)
