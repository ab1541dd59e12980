"""The lines that say what was taken out of a list or a group, each with its way back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.domain.forms.fields import FieldKind
from reviewer_app.domain.json.changes import Change
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.form.gestures import Gestures
from reviewer_app.ui.review.form.was import WasLine
from reviewer_app.ui.review.form.words import step_words

LINES_AT_MOST = 5
"""Lines that are shown; putting one back brings the next."""


class RemovedLines(QWidget):
    """One line for each thing taken out. Hidden where there is none."""

    def __init__(self, gestures: Gestures) -> None:
        super().__init__()
        self._gestures = gestures
        self.lines: list[WasLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Shows what was taken out."""
        shown = changes[:LINES_AT_MOST]
        while len(self.lines) < len(shown):
            line = WasLine()
            line.put_back.connect(self._gestures.put_back)
            self.lines.append(line)
            self._column.addWidget(line)
        for n, line in enumerate(self.lines):
            change = shown[n] if n < len(shown) else None
            words = tr("{place} taken out:", place=step_words(change.path[-1])) if change else ""
            line.say(change, None, FieldKind.SOURCE, words)
        self.setVisible(bool(shown))
