"""Adding and changing connections: the kind is chosen, then its form; drafts are kept."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.connections.configured import Connected, Connections, Wanted
from reviewer_app.connections.kinds import Kind
from reviewer_app.domain.hidden_text import isolated
from reviewer_app.ui.connections.errands import Errands
from reviewer_app.ui.connections.form import ConnectionForm
from reviewer_app.ui.connections.kind_picker import KindPicker
from reviewer_app.ui.connections.standing import Standing
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.message_bar import Message

NEW = ""
"""The name under which the draft of a connection that is not there yet is kept."""


class Editing(QWidget):
    """`saved` carries the name of what was kept; `left` follows the wish to see the list."""

    saved = Signal(str)
    left = Signal()
    state_changed = Signal()
    message = Signal(object)

    def __init__(
        self, connections: Connections, errands: Errands, jobs: Jobs, standing: Standing
    ) -> None:
        super().__init__()
        self._connections, self._errands, self._jobs = connections, errands, jobs
        self._standing = standing
        self._kinds: Sequence[Kind] = ()
        self._wanted: Connected | None = None
        self._is_asked = False
        self.forms: dict[str, ConnectionForm] = {}
        self.picker, self.faces = KindPicker(), QStackedWidget()
        self.faces.addWidget(self.picker)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.faces)
        self.picker.chosen.connect(self._begin_new)

    @property
    def form(self) -> ConnectionForm | None:
        """The form that is shown; None while a kind is chosen."""
        shown = self.faces.currentWidget()
        return shown if isinstance(shown, ConnectionForm) else None

    def title(self) -> str:
        """What is being done."""
        form = self.form
        if form is not None and form.existing is not None:
            return tr("Change {name}", name=isolated(form.existing.name))
        return tr("Connect")

    def add(self) -> None:
        """Shows the kinds, or the form that was begun."""
        self._wanted = None
        if NEW in self.forms:
            self._show(self.forms[NEW])
        else:
            self._show(self.picker)
        self._ask_kinds()

    def change(self, one: Connected) -> None:
        """Shows the form of a connection."""
        self._wanted = one
        if one.name in self.forms:
            self._show(self.forms[one.name])
            return
        kind = next((kind for kind in self._kinds if kind.name == one.settings.kind), None)
        if kind is None:
            self._ask_kinds()
        else:
            self._begin(kind, one.name, one)

    def begin(self) -> None:
        """Gives the keyboard to where one goes on."""
        form = self.form
        if form is not None:
            form.begin()
        else:
            self.picker.begin()

    def back(self) -> bool:
        """Leaves what is open within the form; whether there was anything."""
        return self.form is not None and self.form.back()

    def _ask_kinds(self) -> None:
        if not self._is_asked:
            self._is_asked = True
            self._jobs.read(self._connections.kinds, self._take_kinds)

    def _take_kinds(self, outcome: Ok[list[Kind]] | Err) -> None:
        self._is_asked = False
        if not isinstance(outcome, Ok):
            self.message.emit(Message(words_of(outcome.error), "error", "kinds"))
            return
        if self._kinds != outcome.value:
            self._kinds = outcome.value
            self.picker.show_kinds(outcome.value)
        if self._wanted is not None and self._wanted.name not in self.forms:
            self._change_known(self._wanted)

    def _change_known(self, one: Connected) -> None:
        kind = next((kind for kind in self._kinds if kind.name == one.settings.kind), None)
        if kind is not None and not kind.trouble:
            self._begin(kind, one.name, one)
            return
        trouble = kind.trouble if kind is not None else ""
        told = trouble or tr("The package of this connection is not installed any longer.")
        self.message.emit(Message(told, "error", "kinds"))
        self.left.emit()

    def _begin_new(self, kind: Kind) -> None:
        self._begin(kind, self._free_name(kind.name), None)

    def _begin(self, kind: Kind, name: str, existing: Connected | None) -> None:
        form = ConnectionForm(kind, name, existing, self._connections, self._errands)
        key = existing.name if existing is not None else NEW
        self.forms[key] = form
        self.faces.addWidget(form)
        form.saved.connect(lambda wanted, earlier: self._save(key, wanted, with_earlier=earlier))
        form.given_up.connect(lambda: self._give_up(key))
        self._show(form)

    def _show(self, face: QWidget) -> None:
        rows = self._standing.rows
        if isinstance(face, ConnectionForm):
            face.show_taken([one.name for one in rows], [one.name for one in rows if one.is_source])
        self.faces.setCurrentWidget(face)
        self.begin()
        self.state_changed.emit()

    def _save(self, key: str, wanted: Wanted, *, with_earlier: bool) -> None:
        form = self.forms[key]
        form.setEnabled(False)

        def work() -> None:
            if form.existing is None:
                self._connections.add(wanted, with_earlier=with_earlier)
            else:
                self._connections.change(wanted)

        def arrive(outcome: Ok[None] | Err) -> None:
            form.setEnabled(True)
            if not isinstance(outcome, Ok):
                form.say_fault(outcome.error)
                form.save_button.setFocus()
                return
            self._drop(key)
            self.saved.emit(wanted.name)

        self._jobs.run(work, arrive)

    def _give_up(self, key: str) -> None:
        """What was typed is dropped, as the person wishes."""
        self._drop(key)
        if key == NEW:
            self._show(self.picker)
        else:
            self.left.emit()

    def _drop(self, key: str) -> None:
        form = self.forms.pop(key)
        form.close_down()
        self.faces.setCurrentWidget(self.picker)
        self.faces.removeWidget(form)
        form.deleteLater()

    def _free_name(self, kind: str) -> str:
        """A name that no connection has yet."""
        taken = {one.name for one in self._standing.rows}
        names = (kind if n == 1 else f"{kind} {n}" for n in range(1, len(taken) + 2))
        return next(name for name in names if name not in taken)
