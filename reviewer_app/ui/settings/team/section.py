"""The section about the team: joining one, one's place in it, and for leads who belongs to it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.assigning import Assigning
from reviewer_app.services.team.belonging import Belonging, Place
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Settings
from reviewer_app.ui.settings.section import Section
from reviewer_app.ui.settings.team.along_card import AlongCard
from reviewer_app.ui.settings.team.away_card import AwayCard, DayPart
from reviewer_app.ui.settings.team.join_card import JoinCard
from reviewer_app.ui.settings.team.leave_card import LeaveCard
from reviewer_app.ui.settings.team.members_card import MembersCard
from reviewer_app.ui.settings.team.place_card import PlaceCard
from reviewer_app.ui.settings.team.refused_card import RefusedCard
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock


@dataclass(frozen=True, slots=True)
class TeamParts:
    """What the section works with; the part that asks for a day is of another page."""

    belonging: Belonging
    assigning: Assigning
    make_day: Callable[[], DayPart]


class TeamSection(Section):
    """`reopening_wanted` carries what the window says first on the profile opened anew."""

    reopening_wanted = Signal(str)
    exchange_wanted = Signal()
    message = Signal(object)

    def __init__(
        self, parts: TeamParts, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Team"), parent)
        belonging = parts.belonging
        self._belonging, self._jobs = belonging, jobs
        self.place: Place | None = None
        self._wanted: Callable[[], None] | None = None
        self.join = JoinCard(belonging, jobs, clock)
        self.here = PlaceCard(belonging, jobs, clock)
        self.refused = RefusedCard(clock)
        self.along = AlongCard(belonging, jobs, clock)
        self.away = AwayCard(belonging, parts.make_day, jobs, clock)
        self.members = MembersCard(belonging, parts.assigning, jobs, clock)
        self.leave = LeaveCard(belonging, jobs)
        self._of_member: tuple[Card, ...] = (self.here, self.along, self.away, self.leave)
        for card in (
            self.join,
            self.here,
            self.refused,
            self.along,
            self.away,
            self.members,
            self.leave,
        ):
            card.hide()
            self.add(card)
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Looks again how things stand: they are the hub's to say, not the settings'."""
        del settings
        self.look()

    def look(self) -> None:
        """Asks how this person stands, and shows it."""
        self._jobs.read(self._belonging.look, self._arrive)

    def look_if_shown(self) -> None:
        """Looks again where anybody sees it."""
        if self.isVisible():
            self.look()

    def go_along(self) -> None:
        """Brings the keyboard to where items are taken along."""
        self._once_shown(lambda: self._go_to(self.along.number))

    def go_away(self) -> None:
        """Asks until when one is away."""

        def ask() -> None:
            self._go_to(self.away.say)
            self.away.ask()

        self._once_shown(ask)

    def _once_shown(self, act: Callable[[], None]) -> None:
        """The cards are there once it is known how things stand."""
        if self.place is None:
            self._wanted = act
        else:
            act()

    def _go_to(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget)
        widget.setFocus()

    def _arrive(self, outcome: Ok[Place] | Err) -> None:
        if not isinstance(outcome, Ok):
            self.message.emit(Message(words_of(outcome.error), "error", "team"))
            return
        place = self.place = outcome.value
        is_member = place.standing.is_member
        self.join.setVisible(not is_member)
        self.join.show_history(place.decided_alone)
        for card in self._of_member:
            card.setVisible(is_member)
        if is_member:
            self._show_member(place)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _show_member(self, place: Place) -> None:
        self.here.show_place(place)
        self.along.show_place(place)
        self.away.show_place(place)
        self.refused.show_refused(place.refused, place.standing.refused)
        sees_members = place.me.role in {Role.LEAD, Role.AUDITOR}
        self.members.setVisible(sees_members)
        if sees_members:
            self.members.show_me(place.me)

    def _connect(self) -> None:
        self.join.named.connect(lambda name: self.changed.emit({"reviewer": name}))
        self.join.joined.connect(self.reopening_wanted)
        self.leave.left.connect(self.reopening_wanted)
        self.here.exchange_wanted.connect(self.exchange_wanted)
        for speaker in (self.here, self.along, self.away, self.members):
            speaker.message.connect(self.message)
        for changing in (self.along, self.away):
            changing.changed.connect(self.look)
