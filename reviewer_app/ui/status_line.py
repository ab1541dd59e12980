"""The status line: whether everything is saved, and how the person's work goes."""

import time
from collections.abc import Callable
from statistics import median

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer_app.evaluation.attention import Reading, Sitting
from reviewer_app.ui.hub_line import HubLine
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.attention import Attention
from reviewer_app.ui.widgets.dot import Dot
from reviewer_app.ui.widgets.labels import ElidedLabel
from reviewer_app.ui.wording import active_words, figure

NOTE_MS = 60_000
"""How long a note stands."""

LOOK_MS = 1_000
"""How often it looks whether the person is there."""


class StatusLine(QFrame):
    """Left what is saved and where, then a note now and then, right the figures of this sitting.

    In a team its hub stands in the place of where: `hub_pressed` follows a press on it.
    """

    hub_pressed = Signal()

    def __init__(
        self,
        *,
        is_sample: bool,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now, self._sitting = monotonic, Sitting()
        self._attention: Attention | None = None
        self.setProperty("role", "status")
        self._seconds: list[float] = []
        self._where = (
            tr("the sample, on this machine") if is_sample else tr("working on this machine")
        )
        self.dots = {name: Dot(name) for name in ("good", "warn", "bad")}
        self.state, self.figures = ElidedLabel("caption"), ElidedLabel("caption")
        self.note, self.hint = ElidedLabel("caption"), ElidedLabel("caption")
        self.hub = HubLine()
        self.hub.clicked.connect(self.hub_pressed)
        self._words = ""
        self._lay_out()
        self._fading, self._looking = QTimer(self), QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.timeout.connect(lambda: self.show_note(""))
        self._looking.timeout.connect(self._show_figures)
        self.note.hide()
        self.hint.hide()
        self.show_pending(0)

    def watch(self, attention: Attention) -> None:
        """Says when the clock of attention stands still, since nobody seems to be there."""
        self._attention = attention
        self._looking.start(LOOK_MS)

    def show_note(self, words: str) -> None:
        """Says something that can wait, for a minute; nothing takes it back."""
        self.note.show_text(words)
        self.note.setVisible(bool(words))
        if words:
            self._fading.start(NOTE_MS)

    def show_hint(self, words: str) -> None:
        """Says what a key came to, in the place of the rest; an empty text gives the place back."""
        self.hint.show_text(words)
        for part in (self.state, self.note, self.figures, self.hub):
            part.setVisible(not words and (part in {self.state, self.figures} or bool(part.text())))
        self.hint.setVisible(bool(words))
        self.setProperty("role", "status-hint" if words else "status")
        self.style().polish(self)
        self.hint.style().polish(self.hint)

    def show_pending(self, pending: int) -> None:
        """Says how many acts are on their way to the disk."""
        words = tr("Saving %Ln", "", pending) if pending else tr("All decisions saved")
        self._say("warn" if pending else "good", words)

    def show_hub(self, words: str, says: str) -> None:
        """Says how the exchange with the team's hub stands; an empty text for who works alone."""
        self.hub.show_words(words, says)
        self.hub.setVisible(bool(words) and self.hint.isHidden())
        self._show_state()

    def show_unsaved(self) -> None:
        """Says that the last act did not reach the disk."""
        self._say("bad", tr("The last decision was not saved"))

    def add_decision(self, seconds: float, words: int = 0) -> None:
        """Counts a decision, the time that it took and the words that there were to read."""
        self._seconds.append(seconds)
        self._show_figures()
        hurry = self._sitting.add(Reading(words, seconds), self._now())
        if hurry is not None:
            self.show_note(
                tr("Your last %Ln decisions went faster than a text is read.", "", hurry.decisions)
            )

    def _show_figures(self) -> None:
        parts = [tr("paused")] if self._attention and self._attention.is_paused else []
        if self._seconds:
            parts.append(
                tr(
                    "active {active}  ·  {count} decided, median {median}",
                    active=active_words(sum(self._seconds)),
                    count=figure(len(self._seconds)),
                    median=active_words(median(self._seconds)),
                )
            )
        words = "  ·  ".join(parts)
        if words != self.figures.text():
            self.figures.show_line(words)

    def _say(self, meaning: str, words: str) -> None:
        for name, dot in self.dots.items():
            dot.setVisible(name == meaning)
        self._words = words
        self._show_state()

    def _show_state(self) -> None:
        words = f"{self._words}  ·  {'' if self.hub.text() else self._where}".rstrip()
        if words != self.state.text():
            self.state.show_text(words)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(8)
        for dot in self.dots.values():
            row.addWidget(dot)
        row.addWidget(self.hint, 1)
        saved = QHBoxLayout()
        saved.setSpacing(0)
        saved.addWidget(self.state)
        saved.addWidget(self.hub)
        row.addLayout(saved)
        row.addStretch(1)
        row.addWidget(self.note, 2)
        row.addWidget(self.figures)
