"""The status line: whether everything is saved, and how the person's work goes."""

from statistics import median

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.dot import Dot
from reviewer_app.ui.widgets.labels import ElidedLabel
from reviewer_app.ui.wording import active_words, figure


class StatusLine(QFrame):
    """Left what is saved and where, right the figures of this sitting."""

    def __init__(self, *, is_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._seconds: list[float] = []
        self._where = (
            tr("the sample, on this machine") if is_sample else tr("working on this machine")
        )
        self.dots = {name: Dot(name) for name in ("good", "warn", "bad")}
        self.state, self.figures = ElidedLabel("caption"), ElidedLabel("caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(8)
        for dot in self.dots.values():
            row.addWidget(dot)
        row.addWidget(self.state, 1)
        row.addWidget(self.figures)
        self.show_pending(0)

    def show_pending(self, pending: int) -> None:
        """Says how many acts are on their way to the disk."""
        words = tr("Saving %Ln", "", pending) if pending else tr("All decisions saved")
        self._say("warn" if pending else "good", words)

    def show_unsaved(self) -> None:
        """Says that the last act did not reach the disk."""
        self._say("bad", tr("The last decision was not saved"))

    def add_decision(self, seconds: float) -> None:
        """Counts a decision and the time that it took."""
        self._seconds.append(seconds)
        active = active_words(sum(self._seconds))
        middle = active_words(median(self._seconds))
        self.figures.show_text(
            tr(
                "active {active}  ·  {count} decided, median {median}",
                active=active,
                count=figure(len(self._seconds)),
                median=middle,
            )
        )

    def _say(self, meaning: str, words: str) -> None:
        for name, dot in self.dots.items():
            dot.setVisible(name == meaning)
        self.state.show_text(f"{words}  ·  {self._where}")
