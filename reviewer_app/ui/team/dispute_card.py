"""The card of what is disputed: one item at a time, the decisions on it side by side."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.desk import Saved
from reviewer_app.services.disputes import Case, Disputes, Docket
from reviewer_app.ui.actions import action
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.team.shelf import Between, Shelf
from reviewer_app.ui.team.side_card import FittedText, SideCard, shelf
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import CRUMB, Clock, figure

TWO = 2


class DisputeCard(Card):
    """Goes through what waits to be settled.

    `settled` follows when one was; `desk_wanted` carries the item that somebody would decide on
    the desk; `shown` follows whenever another one is shown, or none.
    """

    settled = Signal(object)
    desk_wanted = Signal(object)
    shown = Signal()
    message = Signal(object)

    def __init__(
        self, disputes: Disputes, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Disputed"), parent)
        self._disputes, self._jobs, self._clock = disputes, jobs, clock
        self._docket, self._place = Docket(), 0
        self._wanted: UUID | None = None
        self.case: Case | None = None
        self.sides: list[SideCard] = []
        self.words = label("", "muted")
        self.words.setWordWrap(True)
        self.place = label("", "caption")
        self.left, self.right = Button("", "", "primary"), Button("", "")
        self.own = Button(tr("Write my own"), "")
        self._between = Between()
        self._area = Shelf()
        self._lay_out()
        self.refresh_keys()
        self.left.clicked.connect(lambda: self.take(0))
        self.right.clicked.connect(lambda: self.take(1))
        self.own.clicked.connect(self.write_own)
        self._say_none()

    @property
    def has_opinions(self) -> bool:
        """Whether there is anything to be settled here."""
        return self.case is not None

    def look(self) -> None:
        """Asks what waits, and shows the one that was shown before, if it still does."""
        self._jobs.read(self._disputes.docket, self._arrive)

    def step(self, step: int) -> None:
        """Goes on to the next one, or back; round at the ends."""
        if self._docket.ids:
            self._place = (self._place + step) % len(self._docket.ids)
            self._ask()

    def take(self, index: int) -> None:
        """Decides as the decision at this place did."""
        if self.case is None or self._wanted is not None:
            return
        takeable = [side for side in self.case.sides if side.can_be_taken]
        if index < len(takeable):
            self._take(self.case, takeable[index].opinion.decision.id)

    def write_own(self) -> None:
        """Says that this person would decide the item on the desk."""
        if self.case is not None:
            self.desk_wanted.emit(self.case.entry.item_id)

    def refresh(self) -> None:
        """Paints the same in the theme and size now in force."""
        for text in self.findChildren(FittedText):
            text.refresh()
            text.fit()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        self.left.show_keys(action("team.take_1").keycap)
        self.right.show_keys(action("team.take_2").keycap)
        self.own.show_keys(action("team.write_own").keycap)
        for n, side in enumerate(self.sides, 1):
            if not side.button.isHidden():
                side.button.show_keys(action(f"team.take_{n}").keycap if n <= 9 else "")

    def _arrive(self, outcome: Ok[Docket] | Err) -> None:
        if not isinstance(outcome, Ok):
            self.message.emit(Message(words_of(outcome.error), "error", "disputes"))
            return
        before = self.case.entry.item_id if self.case else None
        self._docket = outcome.value
        ids = self._docket.ids
        if before in ids:
            self._place = ids.index(before)
        self._place = min(self._place, max(0, len(ids) - 1))
        if ids:
            self._ask()
        else:
            self._wanted = None
            self._say_none()

    def _ask(self) -> None:
        """Reads the one at the current place; what was asked before is not shown any more."""
        wanted = self._wanted = self._docket.ids[self._place]

        def arrive(outcome: Ok[Case] | Err) -> None:
            if wanted != self._wanted:
                return
            self._wanted = None
            if isinstance(outcome, Ok):
                self._show(outcome.value)
            else:
                self.message.emit(Message(words_of(outcome.error), "error", "disputes"))

        self._jobs.read(lambda: self._disputes.case(wanted), arrive)

    def _take(self, case: Case, decision_id: UUID) -> None:
        def arrive(outcome: Ok[Saved] | Err) -> None:
            if isinstance(outcome, Ok):
                self.settled.emit(outcome.value)
            else:
                self.message.emit(Message(words_of(outcome.error), "error", "disputes"))
            self.look()

        self._jobs.run(lambda: self._disputes.take(case, decision_id), arrive)

    def _show(self, case: Case) -> None:
        if case == self.case:
            self._say_place()
            return
        self.case = case
        entry = case.entry
        place = f"{isolated(entry.workflow)} {CRUMB} {isolated(entry.step)}"
        item = isolated(entry.external_id)
        if entry.status is Status.ESCALATED:
            self.rename(tr("Escalated: {place}, {item}", place=place, item=item))
        else:
            self.rename(tr("Disputed: {place}, {item}", place=place, item=item))
        self.words.setText(_case_words(case))
        self._show_sides(case)
        self._between.show_case(case)
        self._say_place()
        self.shown.emit()

    def _show_sides(self, case: Case) -> None:
        now = self._clock()
        self.sides = [SideCard(s, now, says_when=not case.is_independent) for s in case.sides]
        takeable = [n for n, side in enumerate(case.sides) if side.can_be_taken]
        is_pair = len(case.sides) == TWO == len(takeable)
        for number, n in enumerate(takeable):
            keys = action(f"team.take_{number + 1}").keycap if number < 9 else ""
            if not is_pair:
                self.sides[n].offer(tr("Take this one"), keys)
            self.sides[n].taken.connect(lambda number=number: self.take(number))
        self._area.setWidget(shelf(list(self.sides)))
        self._area.fit()
        self.left.become(tr("Take the left"), action("team.take_1").keycap, "primary")
        self.right.become(tr("Take the right"), action("team.take_2").keycap, "plain")
        for button, side in zip((self.left, self.right), case.sides, strict=False):
            name = isolated(side.opinion.person or tr("somebody"))
            button.describe(tr("Decides as {person} did", person=name))
        self.left.setVisible(is_pair)
        self.right.setVisible(is_pair)
        self.own.show()
        self.place.show()
        self._area.show()

    def _say_place(self) -> None:
        at, total = figure(self._place + 1), figure(max(self._docket.total, len(self._docket.ids)))
        self.place.setText(tr("{place} of {total}", place=at, total=total))

    def _say_none(self) -> None:
        """Nothing waits to be settled."""
        was = self.case
        self.case, self.sides = None, []
        self.rename(tr("Disputed"))
        self.words.setText(
            tr(
                "Nothing is disputed, and nothing was escalated to you. Where two people decide an "
                "item differently, their decisions stand here side by side."
            )
        )
        for part in (self._area, self.left, self.right, self.own, self.place, self._between):
            part.hide()
        if was is not None:
            self.shown.emit()

    def _lay_out(self) -> None:
        line = QWidget()
        flow = Flow(line, 8)
        for button in (self.left, self.right, self.own):
            flow.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(line, 1)
        foot.addWidget(self.place)
        self.own.describe(tr("Opens the item on the desk; what you decide there settles it"))
        self.body.addWidget(self.words)
        self.body.addWidget(self._area)
        self.body.addWidget(self._between)
        self.body.addSpacing(4)
        self.body.addLayout(foot)
        self.body.addStretch(1)


def _case_words(case: Case) -> str:
    """How the decisions came about, and whether anything went out."""
    if case.entry.status is Status.ESCALATED:
        told = tr("Handed on for a decision.")
    elif case.is_independent and len(case.sides) == TWO:
        told = tr("Both judged the same output without seeing each other.")
    elif case.is_independent:
        told = tr("They judged the same output without seeing each other.")
    else:
        told = tr("Who decided later could see what was decided before.")
    held = tr("It has not been released.") if case.is_held else tr("It may have been released.")
    return f"{told} {held}"
