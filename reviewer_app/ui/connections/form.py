"""The form of one connection: told, tried on real records, and only then kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.connections.configured import Connected, Connections, Wanted
from reviewer_app.connections.kinds import Kind
from reviewer_app.connections.trial import Place, Trial
from reviewer_app.domain.hidden_text import isolated
from reviewer_app.domain.incoming import Incoming
from reviewer_app.ui.actions import action
from reviewer_app.ui.connections.asking import Question
from reviewer_app.ui.connections.errands import Errand, Errands
from reviewer_app.ui.connections.field_set import FieldSet
from reviewer_app.ui.connections.place_card import PlaceCard
from reviewer_app.ui.connections.places import places_of
from reviewer_app.ui.connections.scrolled import scrolled
from reviewer_app.ui.connections.trial_card import TrialCard, values_of
from reviewer_app.ui.connections.words import title_of, told_words
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Button, Link
from reviewer_app.ui.widgets.labels import label


class ConnectionForm(QWidget):
    """`saved` carries the connection that shall be kept; `left` follows the wish to go back.

    What is typed stays as long as the form does, whatever became of a test.
    """

    saved = Signal(object, bool)
    left = Signal()
    given_up = Signal()

    def __init__(
        self,
        kind: Kind,
        name: str,
        existing: Connected | None,
        connections: Connections,
        errands: Errands,
    ) -> None:
        super().__init__()
        self.kind, self.existing = kind, existing
        self._connections, self._errands = connections, errands
        self._errand: Errand | None = None
        self._places: Sequence[Place] = ()
        self._tried: Wanted | None = None
        self._taken: Sequence[str] = ()
        self._is_green = False
        self.fields = FieldSet(kind, name, existing)
        self.trial, self.places = TrialCard(), PlaceCard()
        self.right = QStackedWidget()
        self.fault = label("", "bad")
        self.question = Question(tr("Save anyway"), tr("Not yet"))
        self.test_button, self.save_button = Button(tr("Test")), Button(tr("Save"))
        self.stop, self.give_up = Link(tr("Cancel")), Link("")
        self.give_up.say(tr("Start over") if existing is None else tr("Drop the changes"))
        self._lay_out()
        self._connect()
        self.refresh_keys()

    def show_taken(self, names: Sequence[str], sources: Sequence[str]) -> None:
        """Says which names are taken, and which sources there are."""
        self._taken = names
        self.fields.offer_sources(sources)

    def begin(self) -> None:
        """Gives the keyboard to the first field that is to be filled in."""
        needed = (f for f in self.fields.options.values() if f.needs() and not f.isHidden())
        first = next(iter(self.fields.options.values()), self.fields.name)
        next(needed, first).begin()

    def test(self) -> None:
        """Tries the connection as it is typed; a test that is under way is let go."""
        faulty = self.fields.faulty(self._taken)
        if faulty is not None:
            faulty.begin()
            return
        self._let_go()
        wanted = self.fields.wanted()
        self._show_trying(is_trying=True)

        def arrive(outcome: Ok[Trial] | Err) -> None:
            self._errand = None
            self._show_trying(is_trying=False)
            self._arrive(wanted, outcome)

        self._errand = self._errands.run(
            tr("Trying {name}", name=isolated(wanted.name)),
            lambda _report, _cancelled: self._connections.test(wanted),
            arrive,
            can_be_left=True,
        )
        self._errand.let_go.connect(self._stopped)

    def save(self) -> None:
        """Has the connection kept; what was not seen to work is asked about first."""
        faulty = self.fields.faulty(self._taken)
        if faulty is not None:
            faulty.begin()
            return
        wanted = self.fields.wanted()
        if self._is_green and wanted == self._tried:
            self._save()
        else:
            self.question.ask(self._doubt(wanted), self._save)

    def back(self) -> bool:
        """Leaves what is open within the form; whether there was anything."""
        if self.right.currentWidget() is self.places:
            self._close_places()
            return True
        if not self.question.isHidden():
            self.question.take_back()
            return True
        return False

    def say_fault(self, error: Exception) -> None:
        """Says why it was not kept."""
        self._say(words_of(error))

    def is_trying(self) -> bool:
        """Whether a test is under way."""
        return self._errand is not None

    def close_down(self) -> None:
        """The form goes: nobody waits for a test any longer."""
        self._let_go()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        self._show_main()

    def _save(self) -> None:
        self._say("")
        self.saved.emit(self.fields.wanted(), self.fields.with_earlier)

    def _doubt(self, wanted: Wanted) -> str:
        if self._tried is None:
            return tr("It was not tested. Save it anyway?")
        if wanted != self._tried:
            return tr("It was changed since the last test. Save it anyway?")
        return tr("The test failed. It is tried again at its next turn if you save it anyway.")

    def _arrive(self, wanted: Wanted, outcome: Ok[Trial] | Err) -> None:
        self._tried = wanted
        if not isinstance(outcome, Ok):
            self._is_green = False
            self.trial.say_fault(words_of(outcome.error))
            self._show_main()
            return
        trial = outcome.value
        self._places = places_of(trial) or self._places
        records = [one.outcome for one in trial.samples if isinstance(one.outcome, Incoming)]
        is_readable = not trial.trouble and (bool(records) or not trial.samples)
        self._is_green = is_readable and not trial.sink_trouble
        is_source = self.kind.gives_outputs
        self.trial.show_trial(trial, is_source=is_source, is_green=self._is_green)
        mapping = self.fields.mapping
        if mapping is not None:
            mapping.offer(can_choose=bool(self._places))
            mapping.show_found(values_of(records[0]) if records else {})
        self._show_main()
        if self.fields.wanted() != wanted:
            self.trial.say_stale()

    def _show_main(self) -> None:
        """The main thing to do is the test, and once it was green to save."""
        main, other = ("plain", "primary") if self._is_green else ("primary", "plain")
        self.test_button.become(tr("Test"), action("connections.test").keycap, main)
        self.save_button.become(tr("Save"), action("connections.save").keycap, other)

    def _note_change(self) -> None:
        self._say("")
        self.question.hide()
        if self._tried is not None and not self.is_trying():
            self.trial.say_stale()

    def _test_again(self) -> None:
        """A field is found elsewhere now: what comes of it is shown, if anything was before."""
        if self._tried is not None:
            self.test()

    def _ask_place(self, field: str) -> None:
        self.places.ask(field, self._places)
        self.right.setCurrentWidget(self.places)

    def _take_place(self, field: str, expression: str) -> None:
        self._close_places(field)
        if self.fields.mapping is not None:
            self.fields.mapping.take_place(field, expression)

    def _close_places(self, field: str = "") -> None:
        self.right.setCurrentWidget(self.trial)
        mapping = self.fields.mapping
        if mapping is not None:
            mapping.fields[field or self.places.field].setFocus()

    def _let_go(self) -> None:
        if self._errand is not None:
            errand, self._errand = self._errand, None
            errand.cancel()

    def _call_off(self) -> None:
        if self._errand is not None:
            self._errand.cancel()

    def _stopped(self) -> None:
        """The person called the test off."""
        if self._errand is not None:
            self._errand = None
            self._show_trying(is_trying=False)
            self.trial.say_stopped()

    def _show_trying(self, *, is_trying: bool) -> None:
        self.stop.setVisible(is_trying)
        if is_trying:
            self.trial.say_trying()
            self.right.setCurrentWidget(self.trial)

    def _say(self, words: str) -> None:
        self.fault.setText(told_words(words))
        self.fault.setAccessibleName(self.fault.text())
        self.fault.setVisible(bool(words))

    def _connect(self) -> None:
        self.fields.changed.connect(self._note_change)
        if self.fields.mapping is not None:
            self.fields.mapping.settled.connect(self._test_again)
            self.fields.mapping.place_wanted.connect(self._ask_place)
        self.places.chosen.connect(self._take_place)
        self.places.closed.connect(self._close_places)
        self.test_button.clicked.connect(self.test)
        self.save_button.clicked.connect(self.save)
        self.stop.clicked.connect(self._call_off)
        self.give_up.clicked.connect(self.given_up)
        self.question.back_to = self.save_button

    def _lay_out(self) -> None:
        self.test_button.describe(tr(action("connections.test").says))
        self.save_button.describe(tr(action("connections.save").says))
        self.stop.hide()
        self.fault.setWordWrap(True)
        self.fault.hide()
        for card in (self.trial, self.places):
            self.right.addWidget(card)
        head, sides = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label(title_of(self.kind.name), "muted"))
        head.addStretch(1)
        head.addWidget(self.give_up)
        sides.setSpacing(12)
        sides.addWidget(scrolled(self.fields), 1)
        sides.addWidget(self.right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(sides, 1)
        column.addWidget(self.fault)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        """What is done with the form, and what is asked before."""
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.test_button, self.save_button, self.stop):
            foot.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.question, 1)
        foot.addStretch(0)
        return foot
