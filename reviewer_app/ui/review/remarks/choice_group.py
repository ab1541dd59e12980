"""Choices that are one stop of the keyboard: digits choose, arrows walk, one ring around all."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.paint import CONTROL, focus_ring

ROOM = 4
"""Pixels around the choices, where the ring is."""

GAP = 6
"""Pixels between two choices."""

_ARROWS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ChoiceGroup(QWidget):
    """Chips in a line that wraps. While it has the keyboard its keys are its own.

    `changed` follows a choice that a person made, `focused` the keyboard's coming, `answered` a
    single choice made by its key: what comes next can be asked.
    """

    changed = Signal()
    focused = Signal()
    answered = Signal()

    def __init__(self, name: str, *, is_single: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[Chip] = []
        self._keys: Mapping[str, Chip] = {}
        self._is_single = is_single
        self._walked = -1
        self.flow = Flow(gap=GAP)
        around = QVBoxLayout(self)
        around.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        around.addLayout(self.flow)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_chips(self, chips: Sequence[Chip], keys: Mapping[str, Chip]) -> None:
        """The choices in the order of the arrows, and the keys of those that have some."""
        for chip in chips:
            if chip not in self.chips:
                chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                chip.clicked.connect(lambda _on=False, chip=chip: self._choose(chip))
        self.chips, self._keys, self._walked = list(chips), dict(keys), -1

    def press(self, key: str) -> bool:
        """Presses the choice that has this key; whether there is one."""
        chip = self._keys.get(key)
        if chip is not None:
            chip.click()
        return chip is not None

    def chosen(self) -> list[int]:
        """The places of the choices that are made."""
        return [place for place, chip in enumerate(self.chips) if chip.isChecked()]

    @override
    def event(self, event: QEvent) -> bool:
        """Claims its keys before a shortcut of the window can take them."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks, presses what was walked to, or chooses by key."""
        if not self._is_ours(event):
            super().keyPressEvent(event)
        elif (key := Qt.Key(event.key())) in _ARROWS:
            self._walk(_ARROWS[key])
        elif key in _PRESSING:
            self.chips[self._walked].click()
        elif self.press(_key_of(event)) and self._is_single and self.chosen():
            self.answered.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring, and itself where it had scrolled away."""
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._show_walked(-1)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            focus_ring(painter, QRectF(self.rect()), CONTROL, tokens().color("accent"))
            painter.end()

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        key = Qt.Key(event.key())
        if key in _PRESSING:
            return self._walked >= 0
        key_text = _key_of(event)
        return key in _ARROWS or key_text in self._keys or key_text.isdecimal()

    def _walk(self, step: int) -> None:
        shown = [place for place, chip in enumerate(self.chips) if not chip.isHidden()]
        if not shown:
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        if self._walked in shown:
            self._show_walked(shown[(shown.index(self._walked) + step) % len(shown)])
        else:
            self._show_walked(shown[0 if step > 0 else -1])

    def _show_walked(self, place: int) -> None:
        self._walked = place
        for at, chip in enumerate(self.chips):
            chip.point(is_on=at == place)

    def _choose(self, chosen: Chip) -> None:
        if self._is_single:
            for chip in self.chips:
                if chip is not chosen:
                    chip.setChecked(False)
        self.setAccessibleDescription(", ".join(self.chips[n].text() for n in self.chosen()))
        self.changed.emit()


def _key_of(event: QKeyEvent) -> str:
    """The character of a key press, as keycaps show it."""
    return event.text().upper() if event.text().isprintable() else ""
