"""The row under the output that asks what is wrong with a selection, and the keys to get there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer_app.ui.actions import action
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.bounded import Bounded
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.keycap import ActionKeycap, Keycap
from reviewer_app.ui.widgets.labels import label

CHIPS_HEIGHT = 84
"""Pixels that the choices take at most; more of them scroll."""


class SpanChoice(QFrame):
    """Says what to do next while a stretch is selected, and offers what can be wrong with it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inset")
        self.chips: list[Chip] = []
        self._offered: tuple[tuple[str, str], ...] | None = None
        content = QWidget()
        self._flow = Flow(content, gap=6)
        self.words = label("", "heading")
        self._flow.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(5)
        row.addWidget(Bounded(content, CHIPS_HEIGHT), 1)
        row.addWidget(label(tr("leave"), "caption"))
        row.addWidget(Keycap("Esc"))
        self.hide()

    def offer(self, error_types: Sequence[str]) -> None:
        """The error types of the step; a single way to mark where it has none."""
        offered = tuple((name, key_of_mark(n)) for n, name in enumerate(error_types, 1))
        if offered == self._offered:
            return
        self._offered = offered
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [_chip(*one) for one in offered or ((tr("mark it"), "⏎"),)]
        for chip, name in zip(self.chips, error_types or ("",), strict=True):
            chip.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            self._flow.addWidget(chip)

    def ask(self, *, is_selected: bool, has_start: bool) -> None:
        """Says what comes next."""
        if is_selected:
            words = tr("What is wrong?")
        elif has_start:
            words = tr("Now move to the end of it.")
        else:
            key = action("review.mark_span").keycap
            words = tr("Move to where it begins, then {key} or ⏎; Shift selects too.", key=key)
        self.words.setText(words)
        for chip in self.chips:
            chip.setVisible(is_selected)


class SpanHint(QWidget):
    """The keys that mark a span and that go to the next one, in a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = (label(tr("mark"), "caption"), ActionKeycap("review.mark_span"))
        self._goes = (label(tr("next"), "caption"), ActionKeycap("correct.next_change"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(5)
        for widget in (*self._marks, *self._goes):
            row.addWidget(widget)

    def show_for(self, *, can_mark: bool, has_spans: bool) -> None:
        """Shows what can be done with the output that is shown."""
        for widget in self._marks:
            widget.setVisible(can_mark)
        for widget in self._goes:
            widget.setVisible(has_spans)


def key_of_mark(number: int) -> str:
    """The key that chooses the error type of this number; only the first nine have one."""
    return action(f"review.mark_{number}").keycap if number <= 9 else ""


def _chip(name: str, key: str) -> Chip:
    made = Chip(name, key)
    made.setCheckable(False)
    return made
