"""The decision bar: the verdicts with their keys, always at the same place."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.ui.actions import action
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Button

GAP, MARGINS = 8, 40

_VERDICTS = ("approve", "correct", "reject", "escalate")
_OTHERS = ("skip", "decline", "undo")
_KEPT_LONGEST = ("undo", "skip", "decline")


class DecisionBar(QFrame):
    """Buttons for what can be done; `pressed` names the method of the action."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.buttons: dict[str, Button] = {}
        self._shown: tuple[bool, bool, bool, Mapping[str, str]] | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(GAP)
        for name in _VERDICTS:
            row.addWidget(self._button(name, "primary" if name == "approve" else "plain"))
        row.addStretch(1)
        for name in _OTHERS:
            row.addWidget(self._button(name, "quiet"))

    def show_state(
        self,
        *,
        is_open: bool,
        is_correcting: bool,
        can_undo: bool,
        refused: Mapping[str, str] | None = None,
    ) -> None:
        """Shows what can be done now; while correcting, saving is the main action.

        Args:
            is_open: the item can be decided.
            is_correcting: its output is being corrected.
            can_undo: there is something to take back.
            refused: the verdicts that the item does not take, each with the reason.
        """
        refused = refused or {}
        state = (is_open, is_correcting, can_undo, refused)
        if state == self._shown:
            return
        self._shown = state
        for name, button in self.buttons.items():
            button.setEnabled(can_undo if name == "undo" else is_open and name not in refused)
            button.describe(refused.get(name) or tr(action(f"review.{name}").says))
        approve, save = action("review.approve"), action("review.save")
        correct = action("review.correct")
        kind = "plain" if is_correcting else "primary"
        self.buttons["approve"].become(tr(approve.text), approve.keycap, kind)
        if is_correcting:
            self.buttons["correct"].become(tr("Save correction"), save.keycap, "primary")
            self.buttons["correct"].describe(tr(save.says))
        else:
            self.buttons["correct"].become(tr(correct.text), correct.keycap, "plain")
        self._is_correcting = is_correcting
        self._fit()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        for name, button in self.buttons.items():
            shown = "save" if name == "correct" and self._is_correcting else name
            button.show_keys(action(f"review.{shown}").keycap)
        self._fit()

    _is_correcting = False

    @override
    def minimumSizeHint(self) -> QSize:
        """It keeps no width: what does not fit gives way once the width is known."""
        return QSize(MARGINS, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what is seldom pressed where there is no room; menus and keys have it."""
        super().resizeEvent(event)
        self._fit()
        self._row.activate()

    def _fit(self) -> None:
        """Keycaps give way where even the verdicts would not fit; their keys work all the same."""
        room = self.width() - MARGINS
        verdicts = [self.buttons[name] for name in _VERDICTS]
        for button in verdicts:
            button.show_keycap(is_shown=True)
        if sum(button.sizeHint().width() + GAP for button in verdicts) > room:
            for button in verdicts:
                button.show_keycap(is_shown=False)
        for name in (*_VERDICTS, *_KEPT_LONGEST):
            button = self.buttons[name]
            room -= button.sizeHint().width() + GAP
            button.setVisible(name in _VERDICTS or room >= 0)

    def _button(self, name: str, kind: str) -> Button:
        entry = action(f"review.{name}")
        button = Button(tr(entry.text), entry.keycap, kind)
        button.describe(tr(entry.says))
        button.clicked.connect(lambda: self._press(name))
        self.buttons[name] = button
        return button

    def _press(self, name: str) -> None:
        self.pressed.emit("save" if name == "correct" and self._is_correcting else name)
