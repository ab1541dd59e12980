"""What a search was understood as, in words, and what could not be."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.search.conditions import (
    ME,
    Absent,
    Between,
    By,
    Condition,
    During,
    Fault,
    Search,
    Text,
    Value,
)
from reviewer_app.domain.search.keys import OPEN
from reviewer_app.domain.vocabulary import Risk, Status, Verdict
from reviewer_app.ui.errors import said
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.vocabulary_words import word_of
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.pill import Pill

SHOWN_AT_MOST = 12
LONGEST = 40
"""Letters of a part that are shown; the box has the rest."""


class Understood(QWidget):
    """Stands under the search box: a pill a condition, and the first fault in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QWidget()
        self._flow = Flow(self._line, 4)
        self.fault = label("", "bad")
        self.fault.setWordWrap(True)
        self.fault.setAccessibleName(tr("What was not understood"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self.fault)
        self.hide()

    def say(self, search: Search, text: str) -> None:
        """Shows what was understood of `text`. Words alone need no telling."""
        parts = [condition_words(c) for c in search.conditions]
        parts += [tr("not {words}", words=_short(w.text)) for w in search.words if w.is_negated]
        self._show(parts[:SHOWN_AT_MOST] if parts else [])
        fault = search.faults[0] if search.faults else None
        _say_fault(self.fault, fault, text)
        self._line.setVisible(bool(parts))
        self.setVisible(bool(parts) or fault is not None)

    def texts(self) -> list[str]:
        """What the pills say."""
        shown = (self._flow.itemAt(n) for n in range(self._flow.count()))
        pills = (item.widget() for item in shown if item is not None)
        return [pill.text for pill in pills if isinstance(pill, Pill)]

    def _show(self, parts: list[str]) -> None:
        if parts == self.texts():
            return
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words in parts:
            self._flow.addWidget(Pill(words, "accent"))


def _say_fault(shown: QLabel, fault: Fault | None, text: str) -> None:
    shown.setVisible(fault is not None)
    if fault is None:
        return
    role = "caption" if fault.is_unfinished else "bad"
    if shown.property("role") != role:
        shown.setProperty("role", role)
        shown.style().unpolish(shown)
        shown.style().polish(shown)
    place = _short(text[fault.start : fault.end])
    words = revealed_line(said(fault.says))
    stays = tr("The list stays as it was.")
    shown.setText(words if fault.is_unfinished else f"{place}: {words} {stays}")


def condition_words(condition: Condition) -> str:
    """A condition in words: "risk: high or critical"."""
    told = (_listed(condition.key, value) or _short(_value(value)) for value in condition.values)
    values = tr(" or ").join(told)
    key = revealed_line(condition.key if condition.is_field else tr(KEY_WORDS[condition.key]))
    words = f"{key}: {values}"
    return tr("not {words}", words=words) if condition.is_negated else words


def _listed(key: str, value: Value) -> str:
    """The word for one of the fixed values of a key; nothing for any other value."""
    if not isinstance(value, Text):
        return ""
    words = {str(word): word_of(word) for word in LISTS.get(key, ())}
    if (key, value.text) in CHOICE_WORDS:
        return tr(CHOICE_WORDS[key, value.text])
    return words.get(value.text, "")


def _value(value: Value) -> str:
    match value:
        case Text(text, is_prefix):
            return f"{text}…" if is_prefix else text
        case Between():
            return _span(value)
        case During(since, until):
            return _times(since, until)
        case By(name):
            return tr("me") if name.casefold() == ME else name
        case Absent():
            return tr("none")


def _span(value: Between) -> str:
    low, high = value.low, value.high
    if low is not None and high is not None:
        return _number(low) if low == high else f"{_number(low)}\u2013{_number(high)}"
    if low is not None:
        return f"{'>' if value.low_open else '≥'} {_number(low)}"
    return f"{'<' if value.high_open else '≤'} {_number(high or 0.0)}"


def _number(value: float) -> str:
    return QLocale().toString(value, "g", 6)


def _times(since: datetime | None, until: datetime | None) -> str:
    if since and until:
        if until - since <= timedelta(hours=25):
            return _time(since)
        return f"{_time(since)} \u2013 {_time(until - timedelta(seconds=1))}"
    if since:
        return tr("since {time}", time=_time(since))
    return tr("before {time}", time=_time(until)) if until else ""


def _time(at: datetime) -> str:
    """A day, with the hour where it is not the day's beginning or end."""
    local = at.astimezone()
    is_day = (local.hour, local.minute) in {(0, 0), (23, 59)}
    pattern = tr("d MMM", "Qt pattern of a date") if is_day else tr("d MMM HH:mm", "Qt pattern")
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(moment, pattern)


def _short(words: str) -> str:
    shown = revealed_line(words)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


KEY_WORDS: Mapping[str, str] = {
    "risk": mark("risk"),
    "workflow": mark("workflow"),
    "step": mark("step"),
    "agent": mark("agent"),
    "model": mark("model"),
    "confidence": mark("confidence"),
    "rule": mark("rule"),
    "status": mark("status"),
    "due": mark("due"),
    "decided": mark("decided"),
    "verdict": mark("verdict"),
    "error": mark("error"),
    "assignee": mark("given to"),
    "pool": mark("pool"),
    "selected": mark("selected by"),
    "has": mark("has"),
    "pulled": mark("pulled"),
    "source": mark("read from"),
    "id": mark("id"),
}
"""The keys as words of the reader's language."""

LISTS: Mapping[str, Sequence[Risk | Status | Verdict]] = {
    "risk": tuple(Risk),
    "status": tuple(Status),
    "verdict": tuple(Verdict),
}
"""The keys whose values are words of the vocabulary."""

CHOICE_WORDS: Mapping[tuple[str, str], str] = {
    ("status", OPEN): mark("still open"),
    ("selected", "flag"): mark("a flag"),
    ("selected", "audit"): mark("the audit"),
    ("selected", "all"): mark("the step"),
    ("has", "comment"): mark("a comment"),
    ("has", "correction"): mark("a correction"),
    ("has", "attachment"): mark("an attachment"),
    ("has", "draft"): mark("a draft"),
    ("has", "span"): mark("a span"),
}
"""Values that are words of the search alone, in the reader's language."""
