"""Who one is in the team, and how this machine stands with its hub."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.services.team.belonging import Belonging, Place
from reviewer_app.services.team.results import Standing
from reviewer_app.ui.actions import action
from reviewer_app.ui.errors import said, words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.settings.team.said_of import SaidOf
from reviewer_app.ui.settings.team.words import MAY, clock_words, pools_words, role_word
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock, figure, time_words


class PlaceCard(Card):
    """`exchange_wanted` follows the press that asks for a round at once."""

    exchange_wanted = Signal()
    message = Signal(object)

    def __init__(
        self, belonging: Belonging, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("You in the team"), parent)
        self._belonging, self._jobs, self._clock = belonging, jobs, clock
        self.values = SaidOf(
            (
                tr("Name"),
                tr("Role"),
                tr("Pools"),
                tr("Team hub"),
                tr("Last exchange"),
                tr("Not sent yet"),
                tr("Clock of this machine"),
            )
        )
        self.trouble = label("", "warn")
        self.trouble.setWordWrap(True)
        self.exchange = Button(tr("Exchange now"), "")
        self.exchange.describe(tr("Sends what waits and fetches what is new"))
        self.password = Button(tr("Change the password"), "", "quiet")
        self.password.describe(
            tr("Draws another one for this machine and keeps it in the keyring; nobody types it")
        )
        self.exchange.clicked.connect(self.exchange_wanted)
        self.password.clicked.connect(self._change_password)
        row = QWidget()
        buttons = Flow(row)
        buttons.addWidget(self.exchange)
        buttons.addWidget(self.password)
        for part in (self.values, self.trouble, row):
            self.body.addWidget(part)
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """Shows the key now in force."""
        self.exchange.show_keys(action("team.sync").keycap)

    def show_place(self, place: Place) -> None:
        """Shows where the person stands."""
        me, standing = place.me, place.standing
        may = tr(MAY[me.role]) if me.role in MAY else ""
        role = " · ".join(part for part in (role_word(me.role), may) if part)
        self.values.show_values(
            (
                revealed_line(me.name),
                role,
                pools_words(me.pools),
                revealed_line(standing.address),
                self._reached_words(standing),
                self._unsent_words(standing),
                clock_words(standing.clock_seconds) if standing.reached_at else "",
            )
        )
        self.trouble.setText(said(standing.trouble))
        self.trouble.setVisible(bool(standing.trouble))

    def _reached_words(self, standing: Standing) -> str:
        if standing.reached_at is None:
            return tr("not yet")
        return time_words(standing.reached_at, self._clock())

    def _unsent_words(self, standing: Standing) -> str:
        if not standing.unsent:
            return tr("nothing: everything is with the hub")
        count = figure(standing.unsent)
        if standing.unsent_since is None:
            return count
        since = time_words(standing.unsent_since, self._clock())
        return tr("{count}, the first since {when}", count=count, when=since)

    def _change_password(self) -> None:
        self.password.setEnabled(False)
        self._jobs.read(self._belonging.change_password, self._say_changed)

    def _say_changed(self, outcome: Ok[None] | Err) -> None:
        self.password.setEnabled(True)
        if isinstance(outcome, Ok):
            words, level = tr("This machine has another password for the hub now."), "info"
        else:
            words, level = words_of(outcome.error), "error"
        self.message.emit(Message(words, level, "password"))
