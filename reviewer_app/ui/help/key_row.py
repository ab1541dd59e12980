"""One action among the keys: its words, its keys, what became of a change, its way back."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from reviewer_app.ui.actions import Action, keycap_of
from reviewer_app.ui.help.key_field import KeyField
from reviewer_app.ui.keyboard import FIXED, Chosen, given, holder, refusal, reset, swapped
from reviewer_app.ui.keymap import chosen_keys
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.keycap import Keycap
from reviewer_app.ui.widgets.labels import label

COLUMNS = 4


class KeyRow:
    """Two lines of a grid: the action, and below it what stands in the way of a key."""

    def __init__(self, action: Action, grid: QGridLayout, save: Callable[[Chosen], None]) -> None:
        self.action, self._save = action, save
        self.notice = _Notice()
        self.words = label(tr(action.text).removesuffix("…"))
        self.says = label(tr(action.says), "caption")
        self.says.setWordWrap(True)
        self.reset = Link(tr("Reset"))
        self.reset.setAccessibleName(tr("Reset the key of {action}", action=tr(action.text)))
        self.reset.clicked.connect(self._reset)
        self.fields: list[KeyField] = []
        self._keys = QWidget()
        self._line = QHBoxLayout(self._keys)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addStretch(1)
        row = 2 * (grid.count() // (COLUMNS + 1))
        for column, widget in enumerate((self.words, self.says, self._keys, self.reset)):
            grid.addWidget(widget, row, column)
        grid.addWidget(self.notice, row + 1, 0, 1, COLUMNS)
        self.is_shown = True
        self.refresh()

    def show(self, *, is_shown: bool) -> None:
        """Shows the row, or leaves it out of a search."""
        self.is_shown = is_shown
        for widget in (self.words, self.says, self._keys):
            widget.setVisible(is_shown)
        self.reset.setVisible(is_shown and self.is_changed)
        if not is_shown:
            self.notice.hide()

    @property
    def is_changed(self) -> bool:
        """Whether the person gave it other keys than the table."""
        return self.action.id in chosen_keys()

    def refresh(self) -> None:
        """Shows the keys now in force."""
        keys = self.action.keys_in_force
        self.notice.hide()
        self.reset.setVisible(self.is_shown and self.is_changed)
        if self.action.id in FIXED:
            if self._line.count() == 1:
                self._line.addWidget(Keycap(keycap_of(keys[0])))
            return
        wanted = keys or ("",)
        while len(self.fields) > len(wanted):
            self._drop(self.fields.pop())
        while len(self.fields) < len(wanted):
            self._add()
        for field, key in zip(self.fields, wanted, strict=True):
            field.show_keys(key)

    def _add(self) -> None:
        place = len(self.fields)
        field = KeyField(tr(self.action.text).removesuffix("…"), "")
        field.chosen.connect(lambda keys: self._choose(place, keys))
        self.fields.append(field)
        self._line.addWidget(field)

    def _drop(self, field: KeyField) -> None:
        if field.hasFocus():
            self.fields[0].setFocus()
        self._line.removeWidget(field)
        field.hide()
        field.deleteLater()

    def _choose(self, place: int, keys: str) -> None:
        name = self.action.id
        other = holder(keys, apart_from=name) if keys else None
        why = refusal(name, keys) if keys else ""
        if why:
            self.notice.say(why)
        elif other is not None:
            held = self.action.keys_in_force
            words = tr("{key} is the key of “{other}”.", key=keycap_of(keys), other=tr(other.text))
            change = swapped(chosen_keys(), name, place, keys)
            can_swap = place < len(held) and not refusal(other.id, held[place])
            swap = tr("Swap the two") if can_swap else tr("Take it from there")
            self.notice.offer(words, swap, lambda: self._save(change))
        else:
            self._save(given(chosen_keys(), name, place, keys or None))

    def _reset(self) -> None:
        if self.fields:
            self.fields[0].setFocus()
        self._save(reset(chosen_keys(), self.action.id))


class _Notice(QFrame):
    """Why a key was not taken, with the exchange that would make it possible."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self.words = label("")
        self.words.setWordWrap(True)
        self.act, self.close_link = Link(tr("Swap the two")), Link(tr("Close"))
        self._work: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.act)
        row.addWidget(self.close_link)
        self.act.clicked.connect(self._do)
        self.close_link.clicked.connect(self.hide)
        self.hide()

    def say(self, words: str) -> None:
        """Says why a key cannot be taken."""
        self._work = None
        self.words.setText(words)
        self.act.hide()
        self.show()

    def offer(self, words: str, button: str, work: Callable[[], None]) -> None:
        """Says whose key it is, and offers an exchange."""
        self.say(words)
        self._work = work
        self.act.say(button)
        self.act.setAccessibleDescription(words)
        self.act.show()
        self.act.setFocus()

    def _do(self) -> None:
        if self._work is not None:
            self._work()
