"""Any of a few names, each on or off; none on stands for all."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label


class Several(QWidget):
    """The names as chips below a title."""

    changed = Signal()

    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self.chips: dict[str, Chip] = {}
        self._title = title
        flow = QWidget()
        self._flow = Flow(flow, 6)
        told = label(note, "caption")
        told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (label(title, "strong"), flow, told):
            column.addWidget(part)

    def offer(self, names: Sequence[str], chosen: Sequence[str]) -> None:
        """Offers these, and keeps what is chosen of them."""
        for name in sorted({*names, *chosen}):
            if name not in self.chips:
                chip = Chip(revealed_line(name))
                chip.setAccessibleName(f"{self._title}: {chip.text()}")
                chip.clicked.connect(lambda _on=False: self.changed.emit())
                self.chips[name] = chip
                self._flow.addWidget(chip)
            self.chips[name].setChecked(name in chosen)

    def chosen(self) -> tuple[str, ...]:
        """The names that are on; empty where none is."""
        return tuple(name for name, chip in self.chips.items() if chip.isChecked())
