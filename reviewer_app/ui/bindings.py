"""Turns the action table into Qt actions and menus, and keeps them enabled as the state says."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from reviewer_app.ui.actions import ACTIONS, SEPARATED, Action, Group, Owner, When, in_group
from reviewer_app.ui.keyboard import Chosen, enforce
from reviewer_app.ui.keymap import ShowsKeys
from reviewer_app.ui.language import mark, tr

_REPEATED = frozenset(
    {"next_item", "previous_item", "page_down", "page_up", "next_dispute", "previous_dispute"}
)
"""The methods that a key that is held down does again and again."""

_MENU_OF = {
    "mark": mark("What was wrong"),
    "grade": mark("What was wrong"),
    "take": mark("Take a decision"),
}
"""The menus within a menu, by the method of what stands in them."""


class Bindings:
    """The Qt actions of a window, by id."""

    def __init__(self, window: QMainWindow, owners: Mapping[Owner, object]) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        for action in ACTIONS:
            self._actions[action.id] = _bound(window, action, owners[action.owner])
        self.menus: dict[Group, QMenu] = {}
        for group in Group:
            self.menus[group] = window.menuBar().addMenu(f"&{tr(group)}")
            _fill(self.menus[group], group, self._actions)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def take(self, chosen: Chosen) -> None:
        """Puts keys in force, and lets every part that shows a key show the new one."""
        enforce(chosen)
        for action in ACTIONS:
            self._actions[action.id].setShortcuts(_sequences(action))
        for part in self._window.findChildren(QWidget):
            if isinstance(part, ShowsKeys):
                part.refresh_keys()

    def enable(self, states: frozenset[When]) -> None:
        """Enables what can be done in these states; `ALWAYS` is one of every set."""
        for action in ACTIONS:
            self._actions[action.id].setEnabled(action.when in states)


def _bound(window: QMainWindow, action: Action, owner: object) -> QAction:
    made = QAction(tr(action.text), window)
    made.setObjectName(action.id)
    made.setShortcuts(_sequences(action))
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    made.setToolTip(tr(action.says))
    made.setStatusTip("")
    made.setAutoRepeat(action.method in _REPEATED)
    method: Callable[..., None] = getattr(owner, action.method)
    work = method if action.argument is None else partial(method, action.argument)
    made.triggered.connect(lambda _checked=False: work())
    window.addAction(made)
    return made


def _sequences(action: Action) -> list[QKeySequence]:
    return [QKeySequence(keys) for keys in action.keys_in_force]


def _fill(menu: QMenu, group: Group, actions: Mapping[str, QAction]) -> None:
    inner: dict[str, QMenu] = {}
    for action in in_group(group):
        title = _MENU_OF.get(action.method)
        if title is None:
            if action.id in SEPARATED:
                menu.addSeparator()
            menu.addAction(actions[action.id])
            continue
        if title not in inner:
            inner[title] = menu.addMenu(tr(title))
        if action.id == "review.severity_minor":
            inner[title].addSeparator()
        inner[title].addAction(actions[action.id])
