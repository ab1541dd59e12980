"""The head of the desk: where the item comes from and how urgent it is."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Risk, Status
from reviewer_app.services.desk import Desk
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.review.agent_words import agent_words
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import ElidedLabel, label, plain_tip
from reviewer_app.ui.widgets.pill import Pill
from reviewer_app.ui.wording import CRUMB, MEANING_OF_RISK, due_sentence, figure, time_words

_RISK = {
    Risk.LOW: mark("LOW RISK"),
    Risk.MEDIUM: mark("MEDIUM RISK"),
    Risk.HIGH: mark("HIGH RISK"),
    Risk.CRITICAL: mark("CRITICAL RISK"),
}

_STATUS = {
    Status.ESCALATED: (mark("ESCALATED"), "violet"),
    Status.DISPUTED: (mark("DISPUTED"), "warn"),
    Status.RESOLVED: (mark("DECIDED"), "good"),
    Status.RELEASED: (mark("RELEASED"), "plain"),
    Status.SUPERSEDED: (mark("SUPERSEDED"), "plain"),
}


NOTE_WIDTH = 340
"""Pixels that the note keeps where there is little room: the line beside it gives way first."""


class Header(QWidget):
    """Two lines: workflow, risk and due time; then who produced what, when, under which policy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("title")
        self.risk, self.audit, self.status, self.waits = Pill(), Pill(), Pill(), Pill()
        self.due = label("", "caption")
        self.position = label("", "caption")
        self.second = ElidedLabel("caption", Qt.TextElideMode.ElideRight)
        self.note = ElidedLabel("good")
        self.undo = Link(tr("Undo"))
        self.undo.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        for widget in (self.title, self.waits, self.risk, self.audit, self.status):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.due)
        first.addWidget(self.position)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.second)
        below.addStretch(1)
        below.addWidget(self.note)
        below.addWidget(self.undo)
        column.addLayout(first)
        column.addLayout(below)

    def show_desk(self, desk: Desk, now: datetime) -> None:
        """Shows where this item comes from."""
        item, entry = desk.item, desk.entry
        self.title.show_line(f"{isolated(item.workflow)} {CRUMB} {isolated(item.step)}")
        is_quiet = entry.risk is Risk.LOW or desk.is_covered
        risk = "" if is_quiet else tr(_RISK[entry.risk])
        self.risk.say(risk, MEANING_OF_RISK[entry.risk])
        is_audit = desk.selection.sampled and not desk.is_covered
        self.audit.say(tr("AUDIT SAMPLE") if is_audit else "", "info")
        words, meaning = _STATUS.get(entry.status, ("", "plain"))
        self.status.say(tr(words) if words else "", meaning)
        is_waiting = desk.waiting is not None and entry.status in OPEN_STATUSES
        self.waits.say(tr("AGENT WAITS") if is_waiting else "", "info")
        self.waits.setToolTip(plain_tip(agent_words(desk.waiting)))
        is_late = bool(entry.due_at and entry.due_at < now)
        self.due.setText(due_sentence(entry.due_at, now))
        self.due.setProperty("role", "bad" if is_late else "caption")
        self.due.style().polish(self.due)
        self.second.show_line(_origin(desk, now))

    def show_position(self, position: int, total: int) -> None:
        """Shows the item's place in its list, counted from 1; 0 for an item of no list."""
        words = tr("{n} of {total}", n=figure(position), total=figure(total))
        self.position.setText(words if position else "")

    def show_note(self, text: str, *, can_undo: bool) -> None:
        """Says quietly what was just done, and offers to take it back."""
        self.note.show_text(text)
        self.note.setMinimumWidth(min(NOTE_WIDTH, self.note.sizeHint().width()))
        self.undo.setVisible(can_undo)


def _origin(desk: Desk, now: datetime) -> str:
    item = desk.item
    agent = " ".join(part for part in (item.agent, item.model_version) if part)
    agent = agent or tr("unknown agent")
    time = time_words(item.created_at, now)
    produced = tr("produced {time}", time=time) if item.created_at else ""
    revision = tr("revision {n}", n=figure(item.revision)) if item.revision > 1 else ""
    assignee = tr("for {name}", name=isolated(desk.assignee_name)) if desk.assignee_name else ""
    parts = [isolated(agent), isolated(item.external_id), revision, produced, desk.policy, assignee]
    return "  ·  ".join(part for part in parts if part)
