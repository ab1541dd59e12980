"""The keys as a page: built from the action table, narrowed by a search."""

from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.actions import ACTIONS, Action, Group, in_group, keycap_of
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.keycap import Keycap
from reviewer_app.ui.widgets.labels import label

_TITLES = {
    Group.REVIEW: "Deciding",
    Group.EDIT: "While correcting",
    Group.VIEW: "Finding your way",
    Group.FILE: "Bringing in and taking out",
    Group.HELP: "Help",
}


_CAPS = frozenset(keycap_of(keys).lower() for action in ACTIONS for keys in action.keys)


class KeyList(QScrollArea):
    """Every action with its keys, a card a group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("Every key")
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self._cards: dict[Group, Card] = {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for group, title in _TITLES.items():
            self._cards[group] = self._card(group, title)
            column.addWidget(self._cards[group])
        self.nothing = label("No action has these words.", "muted")
        self.nothing.hide()
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.setWidget(inner)

    def narrow(self, words: str) -> None:
        """Leaves the actions that have all of the words, or that key."""
        shown = {action.id for action in ACTIONS if matches(action, words)}
        for name, row in self._rows.items():
            for widget in row:
                widget.setVisible(name in shown)
        for group, card in self._cards.items():
            card.setVisible(any(action.id in shown for action in in_group(group)))
        self.nothing.setVisible(not shown)

    def shown(self) -> list[str]:
        """The ids of the actions that are listed now."""
        return [name for name, row in self._rows.items() if not row[0].isHidden()]

    def _card(self, group: Group, title: str) -> Card:
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 200)
        for row, action in enumerate(in_group(group)):
            keys = _keys(action)
            widgets = (label(action.text.removesuffix("…")), label(action.says, "caption"), keys)
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, row, column)
            self._rows[action.id] = widgets
        card.body.addLayout(grid)
        return card


def matches(action: Action, words: str) -> bool:
    """Whether an action has the key that is meant, or else all of the words."""
    caps = [keycap_of(keys).lower() for keys in action.keys]
    if words.strip().lower() in _CAPS:
        return words.strip().lower() in caps
    text = f"{action.text} {action.says} {action.group} {' '.join(caps)}".lower()
    return all(word in text for word in words.lower().split())


def _keys(action: Action) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    for column, keys in enumerate(action.keys):
        grid.addWidget(Keycap(keycap_of(keys)), 0, column + 1)
    grid.setColumnStretch(0, 1)
    return holder
