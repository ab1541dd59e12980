"""The Team page: who has what, what is disputed, handing over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer_app.domain.search.completion import quoted
from reviewer_app.services.disputes import Disputes
from reviewer_app.services.lists import Lists
from reviewer_app.services.overview import Overview, Overviews, Presence
from reviewer_app.ui.actions import When, action
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.team.away_row import AwayRow
from reviewer_app.ui.team.dispute_card import DisputeCard
from reviewer_app.ui.team.hand_over import HandOverCard, SearchPart
from reviewer_app.ui.team.handing import Handing, HandingWork
from reviewer_app.ui.team.load_model import LoadModel
from reviewer_app.ui.team.load_table import LoadTable
from reviewer_app.ui.team.rows import Row, rows_of
from reviewer_app.ui.team.words import summary_words
from reviewer_app.ui.widgets.blank import Blank
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.fields import is_typed_in
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock

STACKED_UNDER = 900
"""Pixels of width below which the two lower cards stand one above the other."""

LOOKS_AGAIN_MS = 60_000
"""How often the page looks again while it is shown: people come and go without a fact."""


@dataclass(frozen=True, slots=True)
class TeamWork:
    """The services that the page asks."""

    overviews: Overviews
    disputes: Disputes
    lists: Lists
    handing: HandingWork
    set_away: Callable[[UUID, datetime | None], None]


class TeamPage(QWidget):
    """The page of whoever leads.

    `listed` carries the search that lists what a row has; `desk_wanted` an item to be decided on
    the desk; `settled` what was settled here; `state_changed` follows when other keys work.
    """

    listed = Signal(str)
    desk_wanted = Signal(object)
    settled = Signal(object)
    settings_wanted = Signal()
    undo_wanted = Signal()
    state_changed = Signal()
    message = Signal(object)

    def __init__(
        self,
        work: TeamWork,
        box: SearchPart,
        jobs: Jobs,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._work, self._jobs = work, jobs
        self.overview, self._asked = Overview(), 0
        self.title, self.summary = label(tr("Team"), "page"), label("", "muted")
        self.balance = Button(tr("Balance"), "")
        self.away = Button(tr("Away"), "")
        self.model = LoadModel(clock, self)
        self.model.search_of = search_of
        self.load = Card(tr("Who has what"))
        self.table = LoadTable(self.model, clock)
        self.away_row = AwayRow(clock)
        self.disputes = DisputeCard(work.disputes, jobs, clock)
        self.handing = Handing(work.handing, jobs, clock, self)
        self.hand_over = HandOverCard(self.handing, work.lists, box, jobs, clock)
        self.blank = Blank()
        self._lay_out()
        self._connect()
        self.refresh_keys()
        self._again = QTimer(self)
        self._again.setInterval(LOOKS_AGAIN_MS)
        self._again.timeout.connect(self.look_if_shown)

    def look(self) -> None:
        """Asks how things stand, and shows it."""
        self._again.start()
        self._asked += 1
        asked = self._asked

        def arrive(outcome: Ok[Overview] | Err) -> None:
            if asked == self._asked:
                self._arrive(outcome)

        self._jobs.read(self._work.overviews.look, arrive)
        self.disputes.look()

    def look_if_shown(self) -> None:
        """Looks again where anybody sees it."""
        if self.isVisible():
            self.look()

    def states(self) -> frozenset[When]:
        """What can be done here now."""
        if self.overview.is_alone:
            return frozenset()
        opinions = {When.OPINIONS} if self.disputes.has_opinions else set()
        return frozenset({When.TEAM, *opinions})

    def refresh(self) -> None:
        """Paints the same in the theme and size now in force."""
        self.table.fit()
        self.disputes.refresh()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        self.balance.show_keys(action("team.balance").keycap)
        self.away.show_keys(action("team.away").keycap)

    def ask_away(self) -> None:
        """Asks until when somebody is away: whoever is chosen in the table, else oneself."""
        row = self.table.current()
        people = [known for known in self.model.rows() if known.person_id is not None]
        if row is None or row.person_id is None:
            row = next((known for known in people if known.is_me), None)
        if row is not None and row.person_id is not None:
            is_away = row.where.presence is Presence.AWAY
            self.away_row.ask(row.person_id, row.name, is_away=is_away)

    def back(self) -> bool:
        """Leaves the row that asks, then the field that is typed in; whether there was one."""
        if not self.away_row.isHidden():
            self.away_row.close_row()
            return True
        if is_typed_in(QApplication.focusWidget()):
            self.table.setFocus()
            return True
        return False

    def _set_away(self, person_id: UUID, until: datetime | None) -> None:
        def arrive(outcome: Ok[None] | Err) -> None:
            if isinstance(outcome, Err):
                self.message.emit(Message(words_of(outcome.error), "error", "away"))
            self.look()

        self._jobs.run(lambda: self._work.set_away(person_id, until), arrive)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the lower cards side by side where there is room."""
        super().resizeEvent(event)
        self.table.share_height(self.height())
        is_stacked = self.width() < STACKED_UNDER
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._lower.setDirection(down if is_stacked else across)

    def _arrive(self, outcome: Ok[Overview] | Err) -> None:
        if not isinstance(outcome, Ok):
            self.message.emit(Message(words_of(outcome.error), "error", "team"))
            return
        self.overview = outcome.value
        self.summary.setText(summary_words(self.overview))
        self.model.show_rows(rows_of(self.overview))
        self.table.fit()
        self.hand_over.show_overview(self.overview)
        is_alone = self.overview.is_alone
        self.blank.setVisible(is_alone)
        self._area.setVisible(not is_alone)
        for button in (self.balance, self.away):
            button.setVisible(not is_alone)
        self.state_changed.emit()

    def _open(self, row: Row) -> None:
        self.listed.emit(search_of(row))

    def _aim(self, row: Row) -> None:
        """Chooses whom something is handed over to."""
        if row.person_id is not None:
            self.hand_over.choose_person(row.person_id, row.name)
            self.hand_over.search()

    def _drop(self, search: str, onto: Row) -> None:
        """What was dragged is selected, and whom it was dropped on is chosen."""
        self.hand_over.select_search(search)
        if onto.person_id is not None:
            self.hand_over.choose_person(onto.person_id, onto.name)
        self.hand_over.reason.setFocus()

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.model.dropped.connect(self._drop)
        self.table.target_wanted.connect(self._aim)
        self.table.away_wanted.connect(lambda _row: self.ask_away())
        self.balance.clicked.connect(self.hand_over.propose_balance)
        self.away.clicked.connect(self.ask_away)
        self.disputes.shown.connect(self.state_changed)
        self.disputes.settled.connect(self.settled)
        self.disputes.desk_wanted.connect(self.desk_wanted)
        self.hand_over.done.connect(self.look)
        self.handing.changed.connect(self.settled)
        self.handing.undo_wanted.connect(self.undo_wanted)
        self.blank.pressed.connect(self.settings_wanted)
        self.away_row.chosen.connect(self._set_away)
        self.away_row.closed.connect(self.table.setFocus)
        self.away_row.refused.connect(
            lambda words: self.message.emit(Message(words, "warn", "away"))
        )
        for speaker in (self.disputes, self.hand_over, self.handing):
            speaker.message.connect(self.message)

    def _lay_out(self) -> None:
        self.load.body.addWidget(self.table)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(12)
        self._lower.addWidget(self.disputes, 3)
        self._lower.addWidget(self.hand_over, 2)
        inner = QWidget()
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        cards.addWidget(self.load)
        cards.addLayout(self._lower)
        cards.addStretch(1)
        self._area = _scrolled(inner)
        self.blank.say(
            tr("You work alone"),
            tr("Join a team in the settings: then you see here who has what, and hand over."),
            tr("Settings"),
            action("file.settings").keycap,
        )
        self.blank.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.away_row)
        column.addWidget(self._area, 1)
        column.addWidget(self.blank, 1)

    def _head(self) -> QHBoxLayout:
        """Title and figures, with what can be done to the whole team at the right."""
        words, head = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        head.setSpacing(8)
        head.addLayout(words, 1)
        for button in (self.balance, self.away):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.balance.describe(tr("Proposes who gets what nobody has; nothing moves yet"))
        self.away.describe(tr("Says until when somebody is away"))
        return head


def _scrolled(inner: QWidget) -> QScrollArea:
    """What is scrolled where the window is too low for it."""
    made = QScrollArea()
    made.setWidget(inner)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def search_of(row: Row) -> str:
    """The search that finds what a person has, or what nobody has of a pool."""
    if row.person_id is not None:
        return f"assignee:{quoted(row.name)}"
    return f"assignee:nobody pool:{quoted(row.pools[0])}"
