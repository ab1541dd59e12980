"""What was wrong: the step's error types as one group."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.review.remarks.choice_group import ChoiceGroup
from reviewer_app.ui.review.spans.choice import key_of_mark
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.labels import label


class Wrong(ChoiceGroup):
    """Chips of the error types, of which any number can be on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What was wrong?"), is_single=False, parent=parent)
        self._heading = label(tr("What was wrong?"), "heading")
        self.note = label("", "bad")
        self.note.hide()
        self.errors: list[Chip] = []
        self._marked: frozenset[str] = frozenset()
        for widget in (self._heading, self.note):
            self.flow.addWidget(widget)
        self.offer(())

    def offer(self, error_types: tuple[str, ...]) -> None:
        """Takes the error types of another step."""
        if self.errors and error_types == tuple(chip.text() for chip in self.errors):
            return
        for chip in self.errors:
            self.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.errors = [Chip(name, key_of_mark(n)) for n, name in enumerate(error_types, 1)]
        self._heading.setVisible(bool(self.errors))
        for chip in self.errors:
            chip.clicked.connect(lambda _on=False, chip=chip: self._keep_marked(chip))
            self.flow.addWidget(chip)
        self._name_keys()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        for n, chip in enumerate(self.errors, 1):
            chip.show_digit(key_of_mark(n))
        self._name_keys()

    def choose(self, error_types: Iterable[str]) -> None:
        """Shows these error types as chosen, and no others."""
        chosen = set(error_types)
        for chip in self.errors:
            chip.setChecked(chip.text() in chosen)

    def hold(self, error_types: Iterable[str]) -> None:
        """Keeps these on as long as spans are marked with them."""
        self._marked = frozenset(error_types)

    def error_types(self) -> tuple[str, ...]:
        """What was chosen, in the step's order."""
        return tuple(chip.text() for chip in self.errors if chip.isChecked())

    def say_missing(self, words: str) -> None:
        """Says that something is to be chosen here; empty words say nothing."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _name_keys(self) -> None:
        keys = {str(n): chip for n, chip in enumerate(self.errors[:9], 1)}
        self.set_chips(self.errors, keys)

    def _keep_marked(self, chip: Chip) -> None:
        """An error type of a span stays chosen: the label will have it either way."""
        if chip.text() in self._marked and not chip.isChecked():
            chip.setChecked(True)
            self.say_missing(tr("“{type}” stays while a span is marked with it.", type=chip.text()))
        else:
            self.say_missing("")
