"""The card that hands over: what, to whom, what they would have then, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QListView, QSizePolicy, QWidget

from reviewer_app.domain.queue import Figure, Picked, QueueQuery
from reviewer_app.services.lists import Lists
from reviewer_app.services.overview import Overview
from reviewer_app.ui.actions import action
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.team.handing import Handing
from reviewer_app.ui.team.targets import BALANCE, Target, Targets, Way
from reviewer_app.ui.widgets.button import Button, Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.wording import Clock

NOBODY = "assignee:nobody"
"""The search for what nobody has yet."""


@dataclass(frozen=True, slots=True)
class SearchPart:
    """The box in which a search is typed, made by whoever owns the language of searching."""

    widget: QWidget
    field: TextField
    show_text: Callable[[str], None]


class HandOverCard(Card):
    """Asks what to hand over, to whom and why; `done` follows when it was."""

    done = Signal()
    message = Signal(object)

    def __init__(
        self, handing: Handing, lists: Lists, box: SearchPart, jobs: Jobs, clock: Clock
    ) -> None:
        super().__init__(tr("Hand over"))
        self._handing, self._lists, self._jobs = handing, lists, jobs
        self._box = box
        self._asked = 0
        self._is_sending = False
        self.picked: Picked | None = None
        self.count = Figure(0)
        self.count_words = label("", "strong")
        self.what = ElidedLabel("caption")
        self.clear = Link(tr("Clear"))
        self.targets = Targets(clock)
        self.preview = label("", "muted")
        self.reason = TextField(tr("Why"), tr("why, in a few words"))
        self._reasons = QStringListModel(self)
        self.button = Button(tr("Hand over"), "", "primary")
        self.button.describe(tr("Gives what is selected to the one who is chosen"))
        self._lay_out()
        self.refresh_keys()
        self.clear.clicked.connect(lambda: self.select_search(""))
        self.targets.chosen.connect(self._foresee)
        self.targets.field.returnPressed.connect(self.targets.take_first)
        self.reason.returnPressed.connect(self.send)
        self.reason.textChanged.connect(lambda _text: self._show_state())
        self.button.clicked.connect(self.send)
        self._say_count()

    def refresh_keys(self) -> None:
        """Shows the key now in force."""
        self.button.show_keys(action("team.send").keycap)

    def show_overview(self, overview: Overview) -> None:
        """Offers the people who there are, and the reasons that were given of late."""
        self.targets.show_people(overview.people)
        self._reasons.setStringList(list(overview.reasons))
        self._recount()

    def select_search(self, text: str) -> None:
        """Selects what a search finds; an empty one selects nothing."""
        self._box.show_text(text)
        query = QueueQuery(search=text)
        self.picked = Picked(query=query) if text.strip() else None
        self._recount()

    def select_picked(self, picked: Picked, count: Figure) -> None:
        """Selects what was picked in a list."""
        self._box.show_text(picked.query.search if picked.query else "")
        self.picked, self.count = picked, count
        self._asked += 1
        self._say_count()
        self._foresee()

    def take(self, picked: Picked, count: Figure, current: UUID | None) -> None:
        """Selects what was picked in the list; of nothing picked the item that is current."""
        if count.count:
            self.select_picked(picked, count)
        elif current is not None:
            self.select_picked(Picked((current,)), Figure(1))

    def begin(self) -> None:
        """Goes to what is to be said next."""
        if self.picked is None:
            self.search()
        else:
            self.targets.begin()

    def choose_person(self, person_id: UUID, name: str) -> None:
        """Takes a person as the one who gets it."""
        self.targets.choose(Target(Way.PERSON, person_id, name))

    def propose_balance(self) -> None:
        """Proposes who gets what is selected, or else what nobody has."""
        if self.picked is None:
            self.select_search(NOBODY)
        self.targets.choose(BALANCE)
        self.reason.setFocus()

    def search(self) -> None:
        """Goes to the search."""
        self._box.field.setFocus()
        self._box.field.selectAll()

    def send(self) -> None:
        """Hands over where all is said, else goes to what is missing."""
        target, reason = self.targets.target, self.reason.text().strip()
        if self._is_sending:
            return
        if self.picked is None or not self.count.count:
            self.search()
        elif target is None:
            self.targets.begin()
        elif not reason:
            self.reason.setFocus()
        else:
            self._is_sending = True
            self._handing.send(self.picked, target, reason, self._sent)
            self._show_state()

    def _sent(self, is_done: bool) -> None:  # noqa: FBT001 - a call-back carries it
        """What was handed over is let go of; what was not stays as it was said."""
        self._is_sending = False
        self._show_state()
        if not is_done:
            return
        self.reason.clear()
        self.targets.choose(None)
        self.select_search("")
        self.done.emit()

    def _recount(self) -> None:
        """Counts what is selected; what was picked one by one is as many as it is."""
        self._asked += 1
        asked, picked = self._asked, self.picked
        if picked is None or picked.query is None:
            self.count = Figure(len(picked.ids)) if picked else Figure(0)
            self._say_count()
            self._foresee()
            return
        query, left_out = picked.query, len(picked.without)

        def arrive(outcome: Ok[Figure] | Err) -> None:
            if asked != self._asked:
                return
            if isinstance(outcome, Ok):
                found = outcome.value
                self.count = Figure(max(0, found.count - left_out), found.is_least)
                self._say_count()
                self._foresee()
            else:
                self.preview.setText(words_of(outcome.error))

        self._jobs.read(lambda: self._lists.figure(query), arrive)

    def _foresee(self) -> None:
        """Says what would come of it."""
        self._show_state()
        target = self.targets.target
        if target is None or self.picked is None or not self.count.count:
            self.preview.setText("")
            self.preview.hide()
            return
        self._handing.foresee(self.picked, target, self._say_preview)

    def _say_preview(self, words: str) -> None:
        self.preview.setText(words)
        self.preview.setVisible(bool(words))

    def _say_count(self) -> None:
        count, picked = self.count, self.picked
        if picked is None:
            self.count_words.setText(tr("Nothing selected"))
            self.what.show_line(tr("Type a search, or pick items in the queue."))
        else:
            words = tr("%Ln item(s) selected", "", count.count)
            more = tr("{words}, or more", words=words) if count.is_least else words
            self.count_words.setText(more)
            is_typed = picked.query is not None and picked.query.search
            self.what.show_text("" if is_typed else tr("picked in the queue"))
        self.clear.setVisible(picked is not None)
        self._show_state()

    def _show_state(self) -> None:
        """The button can always be pressed: where something is missing it leads there."""
        is_complete = bool(self.count.count and self.targets.target and self.reason.text().strip())
        kind = "primary" if is_complete else "plain"
        words = tr("Hand over")
        if self.targets.target == BALANCE:
            words = tr("Balance")
        self.button.become(words, action("team.send").keycap, kind)
        self.button.setEnabled(not self._is_sending)

    def _lay_out(self) -> None:
        self.preview.setWordWrap(True)
        self.preview.hide()
        self.reason.setCompleter(_completer(self._reasons, self))
        self.count_words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.count_words)
        head.addWidget(self.what, 1)
        head.addWidget(self.clear)
        foot.addWidget(self.button)
        foot.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._box.widget)
        self.body.addSpacing(2)
        self.body.addWidget(label(tr("to"), "caption"))
        self.body.addWidget(self.targets)
        self.body.addWidget(self.preview)
        self.body.addWidget(self.reason)
        self.body.addSpacing(2)
        self.body.addLayout(foot)
        self.body.addStretch(1)


def _completer(words: QStringListModel, parent: QWidget) -> QCompleter:
    """Offers what was said before, wherever in it the typed letters stand."""
    made = QCompleter(words, parent)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = QListView()
    popup.setProperty("role", "choices")
    popup.setAccessibleName(tr("Reasons given before"))
    made.setPopup(popup)
    return made
