"""A key that can be changed: a keycap that, pressed, takes the next key as its new one."""

from PySide6.QtCore import QEvent, QKeyCombination, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.actions import keycap_of
from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.widgets.paint import PILL, box, draw_keycap, focus_ring, keycap_height
from reviewer_app.ui.widgets.pressable import Pressable

PADDING = 8
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_HELD = (
    _SHIFT
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)
_REMOVING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


class KeyField(Pressable):
    """One key of an action. `chosen` carries the new one; an empty text takes the key away."""

    chosen = Signal(str)
    is_listening = False

    def __init__(self, name: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._name, self._keys = name, keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.listen)
        self.show_keys(keys)

    def show_keys(self, keys: str) -> None:
        """Shows this key; an empty text says that there is none."""
        self._keys = keys
        self._say()

    def listen(self) -> None:
        """Takes the next key that is pressed."""
        self.is_listening = True
        self.setFocus()
        self._say()

    def stop(self) -> None:
        """Takes no key; the one that was there stays."""
        self.is_listening = False
        self._say()

    @override
    def sizeHint(self) -> QSize:
        """Room for the keycap, or for what is asked."""
        width = QFontMetrics(font(Role.PILL)).horizontalAdvance(self.text()) + 2 * PADDING
        height = keycap_height() + 4
        return QSize(max(width, height), height)

    @override
    def event(self, event: QEvent) -> bool:
        """While it listens, every key is its own: no shortcut and no Tab gets it."""
        if self.is_listening and isinstance(event, QKeyEvent):
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self._hear(event)
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere changes nothing."""
        self.stop()
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the keycap, its question, or the way to give a key."""
        del event
        painter = QPainter(self)
        theme = tokens()
        area = QRectF(self.rect())
        inner = area.adjusted(2, 2, -2, -2)
        if self.is_listening:
            box(painter, inner, PILL, theme.color("selection"), theme.color("accent"))
            painter.setFont(font(Role.PILL))
            painter.setPen(theme.color("accent"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        elif self._keys:
            edge = theme.color("muted" if self.underMouse() else "line")
            draw_keycap(painter, inner, self.text(), theme.color("muted"), edge)
        else:
            painter.setFont(font(Role.PILL))
            painter.setPen(theme.color("accent"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, area, PILL, theme.color("accent"))
        painter.end()

    def _hear(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return
        held = event.modifiers() & _HELD
        if event.key() == Qt.Key.Key_Escape and not held:
            self.stop()
            return
        self.stop()
        is_removing = event.key() in _REMOVING and not held
        self.chosen.emit("" if is_removing else keys_of_event(event))

    def _say(self) -> None:
        cap = keycap_of(self._keys) if self._keys else ""
        asked = tr("press a key, Esc to leave it")
        self.setText(asked if self.is_listening else cap or tr("give a key"))
        self.setAccessibleName(
            tr("Key of {action}: {key}", action=self._name, key=cap or tr("none"))
        )
        tip = tr("Press, then press the new key. Backspace takes the key away.")
        self.setAccessibleDescription(tip)
        self.setToolTip(plain_tip(tip))
        self.updateGeometry()
        self.update()


def keys_of_event(event: QKeyEvent) -> str:
    """The portable name of what was pressed; Shift is not told where the sign needs it."""
    held = event.modifiers() & _HELD
    sign = event.text()
    if held & _SHIFT and sign.isprintable() and sign and not (sign.isalnum() or sign.isspace()):
        held &= ~_SHIFT
    combination = QKeyCombination(held, Qt.Key(event.key()))
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)
