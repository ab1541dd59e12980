"""The inline row that asks one question: to whom and why, before escalating or declining."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QListView, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.labels import label


class Purpose(StrEnum):
    """What the row is open for."""

    ESCALATE = "escalate"
    DECLINE = "decline"


class Handover(QFrame):
    """Asks for a person and a reason; `sent` carries them once both are there."""

    sent = Signal(object, str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.purpose = Purpose.ESCALATE
        self._names = QStringListModel(self)
        self.title = label(tr("Escalate to"), "strong")
        self.to = TextField(tr("To whom"), tr("a person, a pool or a role"))
        self.to.setCompleter(self._completer())
        self.why_label = label(tr("because"), "muted")
        self.why = TextField(tr("Why"), tr("what the next person must know"))
        self.send = Button(tr("Send"), "⏎", "primary")
        self.cancel = Button(tr("Cancel"), "Esc", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 10, 9)
        row.setSpacing(8)
        for widget, stretch in (
            (self.title, 0),
            (self.to, 2),
            (self.why_label, 0),
            (self.why, 3),
            (self.send, 0),
            (self.cancel, 0),
        ):
            row.addWidget(widget, stretch)
        self.to.returnPressed.connect(self._send)
        self.why.returnPressed.connect(self._send)
        self.send.clicked.connect(self._send)
        self.cancel.clicked.connect(self.close_row)
        self.hide()

    def open_for(self, purpose: Purpose, names: Sequence[str] = ()) -> None:
        """Opens the row for escalating, or for declining with a reason alone."""
        self.purpose = purpose
        is_escalation = purpose is Purpose.ESCALATE
        self._names.setStringList(list(names))
        self.title.setText(tr("Escalate to") if is_escalation else tr("Decline because"))
        self.to.setVisible(is_escalation)
        self.why_label.setVisible(is_escalation)
        for_next, for_other = tr("what the next person must know"), tr("why another shall judge it")
        self.why.setPlaceholderText(for_next if is_escalation else for_other)
        self.send.become(tr("Send") if is_escalation else tr("Decline"), "⏎", "primary")
        self.to.clear()
        self.why.clear()
        self.show()
        (self.to if is_escalation else self.why).setFocus()

    def offer(self, names: Sequence[str]) -> None:
        """The names to choose from, once they are known."""
        self._names.setStringList(list(names))

    def put_back(self, to: str, why: str) -> None:
        """Shows again what was written and could not be sent."""
        self.to.setText(to)
        self.why.setText(why)
        for field in (self.to, self.why):
            field.selectAll()

    def close_row(self) -> None:
        """Closes the row; nothing was sent."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _send(self) -> None:
        """Sends when complete, else moves to what is missing."""
        to, why = self.to.text().strip(), self.why.text().strip()
        if self.purpose is Purpose.ESCALATE and not to:
            self.to.setFocus()
        elif not why:
            self.why.setFocus()
        else:
            self.hide()
            self.sent.emit(self.purpose, to, why)

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setProperty("role", "choices")
        popup.setAccessibleName(tr("Names to choose from"))
        completer.setPopup(popup)
        return completer
