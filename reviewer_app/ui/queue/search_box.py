"""The search box: what is typed, what may come next, and what was understood, as one types."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.domain.search.completion import (
    Place,
    Suggestion,
    key_suggestions,
    place_at,
    put,
    value_suggestions,
)
from reviewer_app.domain.search.keys import Kind
from reviewer_app.domain.search.parsing import LONGEST, Scope, parse
from reviewer_app.services.lists import Lists
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.queue.suggestions import Suggestions
from reviewer_app.ui.queue.understood import Understood
from reviewer_app.ui.widgets.fields import TextField

SETTLES_AFTER_MS = 150
"""How long after a key the search is asked."""

_NAMED = frozenset({Kind.NAME, Kind.PERSON, Kind.DEED, Kind.FIELD})
"""Kinds of keys whose values are names that the profile knows."""


class SearchBox(QWidget):
    """One line of text; `searched` carries it once it stands still and can be understood.

    `entered` says that the person is done with it.
    """

    searched = Signal(str)
    entered = Signal()

    def __init__(self, lists: Lists, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists, self._jobs = lists, jobs
        self._scope: Scope | None = None
        self._names: dict[str, list[str]] = {}
        self._asked: tuple[str, str] | None = None
        self.field = TextField(
            tr("Search or filter"), tr("Search, or filter:  risk:high  agent:planner")
        )
        self.field.setMaxLength(LONGEST)
        self.understood = Understood()
        self.suggestions = Suggestions(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.understood)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES_AFTER_MS)
        self._timer.timeout.connect(self.search_now)
        self.field.textEdited.connect(self._edited)
        self.field.returnPressed.connect(self._enter)
        self.field.editingFinished.connect(lambda: self.field.home(False))  # noqa: FBT003 - Qt's own
        self.suggestions.wanted.connect(self.suggest)
        self.suggestions.taken.connect(self._put)

    def learn(self) -> None:
        """Asks what a search is read against, off the window's thread."""
        self._jobs.read(self._lists.scope, self._take_scope)

    def forget_names(self) -> None:
        """Asks for names anew when they are next wanted: others may be there by now."""
        self._names.clear()

    def show_text(self, text: str) -> None:
        """Shows another search, and what it is understood as."""
        self._timer.stop()
        if self.field.text() != text:
            self.field.setText(text)
        self._say()

    def search_now(self) -> None:
        """Searches for what is typed without waiting longer, where it can be understood."""
        self._timer.stop()
        text = self.field.text()
        if self._scope is None or not parse(text, self._scope).faults:
            self.searched.emit(text)

    def _enter(self) -> None:
        """Goes on to what was found; what is faulty is to be put right first."""
        self.search_now()
        if self.understood.fault.isHidden():
            self.entered.emit()

    def suggest(self) -> None:
        """Lists what may come next at the cursor."""
        scope = self._scope
        if scope is None:
            return
        place = place_at(self.field.text(), self.field.cursorPosition(), scope)
        if place.key is None:
            self.suggestions.offer(key_suggestions(place, scope), choose=False)
            return
        self._offer_values(place)
        if place.key.kind in _NAMED:
            self._ask_names(place.key.name, place)

    def _offer_values(self, place: Place) -> None:
        key = place.key.name if place.key else ""
        found = value_suggestions(place, self._names.get(key, []))
        typed = place.typed.casefold()
        is_whole = any(s.text.casefold() == typed for s in found)
        self.suggestions.offer(
            [] if is_whole and len(found) == 1 else found, choose=bool(typed) and not is_whole
        )

    def _ask_names(self, key: str, place: Place) -> None:
        """Asks for the names of a key; of a field, whose values are many, for these beginnings."""
        is_field = place.key is not None and place.key.kind is Kind.FIELD
        if key in self._names and not is_field:
            return
        begin = place.typed if is_field else ""
        if self._asked == (key, begin):
            return
        self._asked = (key, begin)

        def arrive(outcome: Ok[list[str]] | Err) -> None:
            if self._asked != (key, begin):
                return
            self._asked = None
            if isinstance(outcome, Ok):
                is_new = self._names.get(key) != outcome.value
                self._names[key] = outcome.value
                if is_new and self.field.hasFocus():
                    self.suggest()

        self._jobs.read(lambda: self._lists.names(key, begin), arrive)

    def _edited(self) -> None:
        self._say()
        self._timer.start()
        self.suggest()

    def _put(self, suggestion: Suggestion) -> None:
        if self._scope is None:
            return
        text = self.field.text()
        place = place_at(text, self.field.cursorPosition(), self._scope)
        fresh, cursor = put(text, place, suggestion)
        self.field.setText(fresh)
        self.field.setCursorPosition(cursor)
        self._say()
        self._timer.start()
        if place.key is None:
            self.suggest()

    def _say(self) -> None:
        if self._scope is not None:
            text = self.field.text()
            self.understood.say(parse(text, self._scope), text)

    def _take_scope(self, outcome: Ok[Scope] | Err) -> None:
        if isinstance(outcome, Ok):
            self._scope = outcome.value
            self._say()
