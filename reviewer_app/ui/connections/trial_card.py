"""What a test showed: real records as they would come in, and what the other side said."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.connections.trial import Trial
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.ui.connections.scrolled import scrolled
from reviewer_app.ui.connections.words import told_words
from reviewer_app.ui.errors import said
from reviewer_app.ui.language import tr
from reviewer_app.ui.vocabulary_words import word_of
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.widgets.pill import Pill
from reviewer_app.ui.wording import figure

HEAD = 400
"""Characters of a text that are looked at for its line."""


class TrialCard(Card):
    """Says what is tried, and shows what came of it."""

    def __init__(self) -> None:
        super().__init__(tr("Test"))
        self.pill = Pill()
        self.head.addWidget(self.pill)
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(10)
        self.body.addWidget(scrolled(self._inner), 1)
        self.parts: list[QWidget] = []
        self.say_untried()

    def say_untried(self) -> None:
        """Nothing was tried yet."""
        self.pill.say("")
        words = tr("A test reads up to three real records and keeps nothing of them.")
        self._show([_words(words, "muted")])

    def say_stale(self) -> None:
        """What is shown was tried before the last change."""
        self.pill.say(tr("changed since"), "warn")

    def say_trying(self) -> None:
        """A test is under way; what was shown stays until it is over."""
        self.pill.say(tr("trying…"), "info")

    def say_stopped(self) -> None:
        """The test was called off."""
        self.pill.say(tr("called off"))

    def say_fault(self, words: str) -> None:
        """The test could not be made."""
        self.pill.say(tr("failed"), "bad")
        self._show([_words(words, "bad")])

    def show_trial(self, trial: Trial, *, is_source: bool, is_green: bool) -> None:
        """Shows what came of it."""
        self.pill.say(tr("works") if is_green else tr("failed"), "good" if is_green else "bad")
        self._show(list(_parts(trial, is_source=is_source)))

    def texts(self) -> list[str]:
        """All words that are shown, for whoever hears them."""
        return [part.accessibleName() for part in self.parts]

    def _show(self, parts: list[QWidget]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.parts = parts
        for part in parts:
            self._rows.addWidget(part)
        self._rows.addStretch(1)


def _parts(trial: Trial, *, is_source: bool) -> Iterator[QWidget]:
    if trial.trouble:
        yield _words(said(trial.trouble), "bad")
    elif is_source and not trial.samples:
        yield _words(tr("It can be read, and has no record yet."), "muted")
    for number, sample in enumerate(trial.samples, 1):
        if isinstance(sample.outcome, Incoming):
            yield _record(number, sample.outcome)
        else:
            yield _refusal(number, sample.outcome)
    if trial.sink_trouble:
        yield _words(said(trial.sink_trouble), "bad")
    elif trial.told:
        yield _words(tr("Labels: {told}", told=said(trial.told)), "good")


def _record(number: int, record: Incoming) -> QWidget:
    """A record as it would come in, field by field."""
    frame, grid = _frame(tr("Record {number}", number=figure(number)), tr("comes in"), "good")
    told = []
    for row, (name, value) in enumerate(values_of(record).items()):
        shown = ElidedLabel("body" if value else "muted")
        missing = tr("missing: counts as the most uncertain") if name == "confidence" else "–"
        shown.show_text(value or missing)
        grid.addWidget(label(name, "caption"), row, 0)
        grid.addWidget(shown, row, 1)
        told.append(f"{name}: {shown.text()}")
    frame.setAccessibleName(", ".join(told))
    return frame


def values_of(record: Incoming) -> dict[str, str]:
    """The fields of a record as words, each cut to what a line can hold."""
    confidence = record.confidence
    found = {
        "id": record.external_id or "",
        "workflow": record.workflow,
        "step": record.step,
        "agent": record.agent,
        "model_version": record.model_version,
        "confidence": QLocale().toString(confidence, "g", 3) if confidence is not None else "",
        "output_type": word_of(record.output_type),
        "input": record.input or "",
        "output": record.output,
        "metadata": record.meta if record.meta != "{}" else "",
    }
    return {name: value[:HEAD] for name, value in found.items()}


def _refusal(number: int, problem: Problem) -> QWidget:
    """A record that would be refused, and why."""
    frame, grid = _frame(tr("Record {number}", number=figure(number)), tr("refused"), "bad")
    reason = label("", "bad")
    reason.setWordWrap(True)
    place, raw = ElidedLabel("muted"), ElidedLabel("muted")
    place.show_text(": ".join(part for part in (problem.place, problem.field) if part))
    reason.setText(told_words(said(problem.reason)))
    raw.show_text(problem.raw[:HEAD])
    for row, part in enumerate((place, reason, raw)):
        grid.addWidget(part, row, 0)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 0)
    frame.setAccessibleName(f"{place.text()}. {reason.text()}")
    return frame


def _frame(title: str, words: str, meaning: str) -> tuple[QFrame, QGridLayout]:
    frame = QFrame()
    frame.setProperty("role", "inset")
    head, column, grid = QHBoxLayout(), QVBoxLayout(frame), QGridLayout()
    column.setContentsMargins(12, 8, 12, 9)
    column.setSpacing(4)
    head.addWidget(label(title, "heading"))
    head.addStretch(1)
    head.addWidget(Pill(words, meaning))
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    column.addLayout(head)
    column.addLayout(grid)
    return frame, grid


def _words(words: str, role: str) -> QWidget:
    made = label(told_words(words), role)
    made.setWordWrap(True)
    made.setAccessibleName(made.text())
    return made
