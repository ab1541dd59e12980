"""The keys that the person changed, and the way to change more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from reviewer_app.ui.actions import ACTIONS, action, keycap_of
from reviewer_app.ui.keymap import chosen_keys
from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Settings
from reviewer_app.ui.settings.section import Section
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.keycap import Keycap
from reviewer_app.ui.widgets.labels import label


class Keys(Section):
    """The section about the keys; they are changed where every key is listed."""

    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Keys"), parent)
        self.change = Button(tr("Change keys"), action("help.keys").keycap)
        self.change.describe(tr("Shows every action with its key"))
        self.reset = Button(tr("Reset all keys"), "", "quiet")
        self.reset.describe(tr("Every action gets back the key that it came with"))
        self.change.clicked.connect(self.list_wanted)
        self.reset.clicked.connect(self._reset)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 6)
        self._grid.setColumnStretch(1, 1)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.change)
        row.addWidget(self.reset)
        row.addStretch(1)
        note = tr("Every action can have another key. Esc, Tab and Enter keep their meaning.")
        self.card(tr("Keys you changed"), self._list, self._buttons, note=note)

    def show_settings(self, settings: Settings) -> None:
        """Lists what differs from the keys that the program came with."""
        del settings
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        changed = [entry for entry in ACTIONS if entry.id in chosen_keys()]
        for row, entry in enumerate(changed):
            self._grid.addWidget(label(tr(entry.text).removesuffix("…")), row, 0)
            keys = [keycap_of(key) for key in entry.keys_in_force]
            for place, key in enumerate(keys, 2):
                self._grid.addWidget(Keycap(key), row, place)
            if not keys:
                self._grid.addWidget(label(tr("no key"), "caption"), row, 2)
        if not changed:
            self._grid.addWidget(label(tr("None: every key is the usual one."), "muted"), 0, 0)
        self.change.show_keys(action("help.keys").keycap)
        self.reset.setVisible(bool(changed))

    def _reset(self) -> None:
        self.change.setFocus()
        self.changed.emit({"keys": {}})
