"""A section of the settings: cards one above the other, in a column that scrolls."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.exclusive import choose
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label

WIDTH = 640
"""The widest that a card is."""


class Section(QScrollArea):
    """One section. `changed` carries what is different."""

    changed = Signal(dict)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget()
        inner.setMaximumWidth(WIDTH + 12)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(2, 2, 12, 8)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setWidget(inner)

    def card(self, title: str, *parts: QWidget, note: str = "") -> Card:
        """Adds a card with these parts, and a sentence below them."""
        made = Card(title)
        for part in parts:
            made.body.addWidget(part)
        if note:
            words = label(note, "caption")
            words.setWordWrap(True)
            made.body.addWidget(words)
        self.add(made)
        return made

    def add(self, card: Card) -> None:
        """Adds a card that was made elsewhere."""
        self._column.insertWidget(self._column.count() - 1, card)


class Choices(QWidget):
    """A few values of which one holds, side by side; the arrow keys go from one to the next."""

    chosen = Signal(object)

    def __init__(
        self, name: str, words: Mapping[object, str] | Sequence[tuple[object, str]]
    ) -> None:
        super().__init__()
        pairs = list(words.items()) if isinstance(words, Mapping) else list(words)
        self._values = [value for value, _ in pairs]
        self._group = QButtonGroup(self)
        row = Flow(self)
        for index, (_, word) in enumerate(pairs):
            chip = Chip(word)
            chip.setAccessibleName(f"{name}: {word}")
            self._group.addButton(chip, index)
            row.addWidget(chip)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    def buttons(self) -> list[QAbstractButton]:
        """The values to press, in order."""
        return self._group.buttons()

    def show_value(self, value: object) -> None:
        """Marks the value that holds; where none is it, the first."""
        index = self._values.index(value) if value in self._values else 0
        choose(self._group, index)

    def show_nearest(self, number: float) -> None:
        """Marks the number next to this one."""
        numbers = [value for value in self._values if isinstance(value, (int, float))]
        self.show_value(min(numbers, key=lambda value: abs(value - number)))


def on_off() -> Sequence[tuple[object, str]]:
    """The two values of what is there or not."""
    return ((True, tr("On")), (False, tr("Off")))
