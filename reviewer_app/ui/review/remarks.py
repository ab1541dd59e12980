"""What was wrong, how bad it is, and a comment: what goes beside the verdict."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.vocabulary import Severity
from reviewer_app.services.desk import Draft, StepForm
from reviewer_app.ui.actions import action
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label, plain_tip


class RemarksForm(QWidget):
    """The chips of the step's error types, of severity, and the line for a comment."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self._question = label("What was wrong?", "heading")
        self._grades = QWidget()
        grades = QHBoxLayout(self._grades)
        grades.setContentsMargins(0, 0, 0, 0)
        grades.setSpacing(8)
        grades.addWidget(label("severity", "caption"))
        self.errors: list[Chip] = []
        self.severities = [Chip(word) for word in Severity]
        self._flow.addWidget(self._question)
        for chip in self.severities:
            chip.setAccessibleName(f"Severity {chip.text()}")
            chip.clicked.connect(lambda _on=False, chip=chip: self._one_severity(chip))
            grades.addWidget(chip)
        self._flow.addWidget(self._grades)
        self.comment = TextField("Comment")
        self.comment.textEdited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._chips)
        column.addWidget(self.comment)
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        hint = tr("Comment for the label, optional")
        self.comment.setPlaceholderText(f"{hint}   {action('review.comment').keycap}".rstrip())
        for digit, chip in enumerate(self.errors, 1):
            chip.show_digit(_key_of_mark(digit))
        for chip, word in zip(self.severities, Severity, strict=True):
            chip.setToolTip(plain_tip(action(f"review.severity_{word}").keycap))

    def show_form(self, form: StepForm, draft: Draft | None) -> None:
        """Shows a step's error types, with what was chosen before."""
        known = tuple(e.text() for e in self.errors)
        if known != form.error_types:
            self._offer(form.error_types)
        self.restore(draft or Draft())

    def restore(self, draft: Draft) -> None:
        """Puts back what was chosen and typed."""
        for chip in self.errors:
            chip.setChecked(chip.text() in draft.error_types)
        for chip in self.severities:
            chip.setChecked(chip.text() == draft.severity)
        if self.comment.text() != draft.comment:
            self.comment.setText(draft.comment)

    def mark(self, digit: int) -> None:
        """Toggles an error type by its digit."""
        if 1 <= digit <= len(self.errors):
            self.errors[digit - 1].click()

    def grade(self, digit: int) -> None:
        """Toggles a severity by its digit."""
        self.severities[digit - 1].click()

    def error_types(self) -> tuple[str, ...]:
        """What was chosen, in the step's order."""
        return tuple(chip.text() for chip in self.errors if chip.isChecked())

    def severity(self) -> Severity | None:
        """How bad it is, where that was said."""
        return next((Severity(c.text()) for c in self.severities if c.isChecked()), None)

    def set_open(self, *, is_open: bool) -> None:
        """Lets choices be made, or not."""
        self.setEnabled(is_open)
        self.setVisible(is_open)

    def _offer(self, error_types: tuple[str, ...]) -> None:
        """Rebuilds the chips: error types stand between the question and severity."""
        for chip in self.errors:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.errors = [
            Chip(name, _key_of_mark(digit))
            for digit, name in enumerate(error_types, 1)
        ]
        self._question.setVisible(bool(self.errors))
        self._flow.removeWidget(self._grades)
        for chip in self.errors:
            chip.clicked.connect(self.edited)
            self._flow.addWidget(chip)
        self._flow.addWidget(self._grades)

    def _one_severity(self, chosen: Chip) -> None:
        for chip in self.severities:
            if chip is not chosen:
                chip.setChecked(False)
        self.edited.emit()


def _key_of_mark(digit: int) -> str:
    """The key that chooses the error type of this number; only the first nine have one."""
    return action(f"review.mark_{digit}").keycap if digit <= 9 else ""
