"""Names beside values, one a line: what an enrolment says, and how one stands in the team."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reviewer_app.ui.widgets.labels import label

NAMES_WIDE, ASKED_WIDE = 150, 74


class SaidOf(QWidget):
    """A line for each name that has a value; the values can be copied."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 4)
        self._grid.setVerticalSpacing(5)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnMinimumWidth(0, NAMES_WIDE)
        self._grid.setColumnStretch(1, 1)
        self._names: list[QLabel] = []
        self.values: list[QLabel] = []
        for row, name in enumerate(names):
            told, value = label(name, "muted"), label()
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            told.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(told, row, 0)
            self._grid.addWidget(value, row, 1)
            self._names.append(told)
            self.values.append(value)

    def show_values(self, values: Sequence[str]) -> None:
        """Shows a value beside each name; a name without one is not there."""
        for told, shown, value in zip(self._names, self.values, values, strict=True):
            shown.setText(value)
            shown.setAccessibleName(f"{told.text()}: {value}")
            told.setVisible(bool(value))
            shown.setVisible(bool(value))


def asked_of(pairs: Sequence[tuple[str, QWidget]]) -> QGridLayout:
    """Names at the left, each with the control that asks for it."""
    grid = QGridLayout()
    grid.setVerticalSpacing(8)
    grid.setHorizontalSpacing(12)
    grid.setColumnMinimumWidth(0, ASKED_WIDE)
    grid.setColumnStretch(1, 1)
    for row, (name, widget) in enumerate(pairs):
        told = label(name, "muted")
        told.setBuddy(widget)
        grid.addWidget(told, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignVCenter)
    return grid
