"""The keys as a page: built from the action table, narrowed by a search, changed in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.actions import ACTIONS, Action, Group, in_group, keycap_of
from reviewer_app.ui.help.key_row import KeyRow
from reviewer_app.ui.keymap import chosen_keys
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import label

_TITLES = {
    Group.REVIEW: mark("Deciding"),
    Group.EDIT: mark("While correcting"),
    Group.VIEW: mark("Finding your way"),
    Group.TEAM: mark("Leading a team"),
    Group.CONNECTIONS: mark("Where outputs come from and labels go"),
    Group.FILE: mark("Bringing in and taking out"),
    Group.HELP: mark("Help"),
}


class KeyList(QScrollArea):
    """Every action with its keys, a card a group. `chosen` carries the keys that shall hold."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(tr("Every key"))
        self.rows: dict[str, KeyRow] = {}
        self._cards: dict[Group, Card] = {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for group, title in _TITLES.items():
            self._cards[group] = self._card(group, tr(title))
            column.addWidget(self._cards[group])
        self.nothing = label(tr("No action has these words."), "muted")
        self.nothing.hide()
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.setWidget(inner)

    @property
    def is_changed(self) -> bool:
        """Whether any key differs from the table's."""
        return bool(chosen_keys())

    def narrow(self, words: str) -> None:
        """Leaves the actions that have all of the words, or that key."""
        shown = {action.id for action in ACTIONS if matches(action, words)}
        for name, row in self.rows.items():
            row.show(is_shown=name in shown)
        for group, card in self._cards.items():
            card.setVisible(any(action.id in shown for action in in_group(group)))
        self.nothing.setVisible(not shown)

    def shown(self) -> list[str]:
        """The ids of the actions that are listed now."""
        return [name for name, row in self.rows.items() if row.is_shown]

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        for row in self.rows.values():
            row.refresh()

    def _card(self, group: Group, title: str) -> Card:
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 200)
        for action in in_group(group):
            self.rows[action.id] = KeyRow(action, grid, self.chosen.emit)
        card.body.addLayout(grid)
        return card


def matches(action: Action, words: str) -> bool:
    """Whether an action has the key that is meant, or else all of the words."""
    typed = words.strip().lower()
    if typed in {cap for entry in ACTIONS for cap in _caps(entry)}:
        return typed in _caps(action)
    said = f"{tr(action.text)} {tr(action.says)} {tr(action.group)} {' '.join(_caps(action))}"
    return all(word in said.lower() for word in typed.split())


def _caps(action: Action) -> list[str]:
    return [keycap_of(keys).lower() for keys in action.keys_in_force]
