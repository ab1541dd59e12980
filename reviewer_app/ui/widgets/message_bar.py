"""The message bar: what happened, what it means, and one thing to do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import label

INFO_STAYS_MS = 8_000
"""How long a message that asks for nothing stays."""

MESSAGES_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of a level (`hint`, `info`, `warn`, `error`).

    A hint answers a key: it stands in the status line, so that nothing moves under the reader.

    A message with the `key` of one that is shown takes its place, so that repeats do not pile up.
    One that only informs goes by itself, unless it `stays`.
    """

    text: str
    level: str = "info"
    key: str = ""
    action: str = ""
    act: Callable[[], None] | None = None
    stays: bool = False


class MessageLine(QFrame):
    """One message with its action and its way to be closed."""

    def __init__(self, message: Message, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = message
        self.setProperty("role", f"message-{message.level}")
        text = label(message.text)
        text.setWordWrap(True)
        text.setAccessibleName(message.text)
        self.close_link = Link(tr("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 12, 7)
        row.addWidget(text, 1)
        if message.action and message.act:
            self.action_link = Link(message.action)
            self.action_link.clicked.connect(message.act)
            row.addWidget(self.action_link)
        row.addWidget(self.close_link)


class MessageBar(QWidget):
    """The messages that are shown, newest at the top. It is not there while there are none.

    `hinted` carries a hint to where it is shown, and an empty text once it has been there enough.
    """

    hinted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.lines: list[MessageLine] = []
        self._hint = ""
        self._hint_stays = QTimer(self)
        self._hint_stays.setSingleShot(True)
        self._hint_stays.setInterval(INFO_STAYS_MS)
        self._hint_stays.timeout.connect(lambda: self._say_hint(""))
        self.hide()

    def show_message(self, message: Message) -> None:
        """Shows a message, in the place of the one with the same key if there is one."""
        if message.level == "hint":
            self._say_hint(message.text)
            return
        for line in [ln for ln in self.lines if message.key and ln.message.key == message.key]:
            self._close(line)
        while len(self.lines) >= MESSAGES_AT_MOST:
            self._close(self.lines[-1])
        line = MessageLine(message, self)
        line.close_link.clicked.connect(lambda: self._close(line))
        if message.act:
            line.action_link.clicked.connect(lambda: self._close(line))
        self.lines.insert(0, line)
        self._rows.insertWidget(0, line)
        if message.level == "info" and not message.stays:
            QTimer.singleShot(INFO_STAYS_MS, line, lambda: self._close(line))
        self.show()

    def texts(self) -> list[str]:
        """What is shown, newest first."""
        hint = [self._hint] if self._hint else []
        return hint + [line.message.text for line in self.lines]

    def _say_hint(self, text: str) -> None:
        self._hint = text
        self._hint_stays.start()
        self.hinted.emit(text)

    def _close(self, line: MessageLine) -> None:
        if line not in self.lines:
            return
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.setVisible(bool(self.lines))
