"""A group or list that the value does not have: its name, what is wrong, and a way to add it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.forms.fields import FormField
from reviewer_app.domain.json.tree import Path
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.form.gestures import Gestures
from reviewer_app.ui.review.form.headline import HeadlineRow
from reviewer_app.ui.review.form.marks import Marks
from reviewer_app.ui.review.form.was import WasLine
from reviewer_app.ui.review.form.words import fault_words, hint_words, label_words
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import label, plain_tip


class MissingView(QWidget):
    """Shows that something is not there, and offers to add it."""

    is_wide = True

    def __init__(self, field: FormField, gestures: Gestures, *, is_editable: bool) -> None:
        super().__init__()
        self.field = field
        self._headline, self.was = HeadlineRow(), WasLine()
        self.add = Link(tr("Add it"))
        self.setFocusProxy(self.add)
        row = QHBoxLayout()
        row.addWidget(label(tr("none"), "muted"))
        row.addWidget(self.add)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._headline)
        column.addLayout(row)
        column.addWidget(self.was)
        self.add.setVisible(is_editable)
        self.add.clicked.connect(lambda: gestures.added.emit(self.field))
        self.was.put_back.connect(gestures.put_back)
        self.was.remedied.connect(gestures.remedied)

    def show_field(self, field: FormField, marks: Marks) -> None:
        """Shows what is wrong with its absence."""
        self.field = field
        fault = marks.fault_within(field.path)
        words = fault_words(fault, field.path) if fault else ""
        self._headline.say(label_words(field), hint_words(field), words, is_bad=True)
        self.was.say(marks.changes.get(field.path), marks.fault_at(field.path), field.kind)
        self.setToolTip(plain_tip(field.description))

    def reveal(self, path: Path) -> bool:
        """Gives the keyboard to the way to add it."""
        if path[: len(self.field.path)] != self.field.path:
            return False
        self.add.setFocus()
        return True
