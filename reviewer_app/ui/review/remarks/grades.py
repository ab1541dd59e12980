"""How bad it is: the severities as a group of their own, beside the comment."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.domain.vocabulary import Severity
from reviewer_app.ui.actions import action
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.remarks.choice_group import ChoiceGroup
from reviewer_app.ui.vocabulary_words import word_of
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.labels import label, plain_tip


class Grades(ChoiceGroup):
    """A chip for each severity, of which one can be on. They stand in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("severity"), is_single=True, parent=parent)
        self.severities = {word: Chip(word_of(word)) for word in Severity}
        self.flow.addWidget(label(tr("severity"), "caption"))
        for chip in self.severities.values():
            chip.setAccessibleName(tr("Severity {word}", word=chip.text()))
            self.flow.addWidget(chip)
        chips = list(self.severities.values())
        self.set_chips(chips, {str(n): chip for n, chip in enumerate(chips, 1)})
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """Names the keys now in force."""
        for word, chip in self.severities.items():
            chip.setToolTip(plain_tip(action(f"review.severity_{word}").keycap))

    def grade(self, severity: Severity | None) -> None:
        """Shows a severity as chosen, or none."""
        for word, chip in self.severities.items():
            chip.setChecked(word is severity)

    def severity(self) -> Severity | None:
        """How bad it is, where that was said."""
        return next((w for w, chip in self.severities.items() if chip.isChecked()), None)
