"""The row under the output that asks what is wrong with the stretch that is selected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reviewer_app.ui.actions import action
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.bounded import Bounded
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.keycap import Keycap
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
        content = QWidget()
        self._flow = Flow(content)
        self.words = label("", "heading")
        self._flow.addWidget(self.words)
        self._leave = _leaving()
        self._flow.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.addWidget(Bounded(content, CHIPS_HEIGHT))
        self.hide()

    def offer(self, error_types: Sequence[str]) -> None:
        """The error types of the step; a single way to mark where it has none."""
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [_chip(name, key_of_mark(n)) for n, name in enumerate(error_types, 1)]
        if not error_types:
            self.chips = [_chip(tr("mark it"), "⏎")]
        self._flow.removeWidget(self._leave)
        for chip, name in zip(self.chips, error_types or ("",), strict=True):
            chip.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            self._flow.addWidget(chip)
        self._flow.addWidget(self._leave)

    def ask(self, *, is_selected: bool, has_start: bool) -> None:
        """Says what comes next."""
        if is_selected:
            words = tr("What is wrong here?")
        elif has_start:
            words = tr("Now move to the end of it.")
        else:
            key = action("review.mark_span").keycap
            words = tr("Move to where it begins, then {key} or ⏎; Shift selects too.", key=key)
        self.words.setText(words)
        for chip in self.chips:
            chip.setVisible(is_selected)
        self.show()


def key_of_mark(number: int) -> str:
    """The key that chooses the error type of this number; only the first nine have one."""
    return action(f"review.mark_{number}").keycap if number <= 9 else ""


def _chip(name: str, key: str) -> Chip:
    made = Chip(name, key)
    made.setCheckable(False)
    return made


def _leaving() -> QWidget:
    made = QWidget()
    flow = Flow(made, gap=5)
    flow.addWidget(label(tr("leave"), "caption"))
    flow.addWidget(Keycap("Esc"))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
