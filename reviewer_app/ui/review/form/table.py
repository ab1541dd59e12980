"""A list in a form: its name, its rows as a table, and the line that says what was there."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.forms.fields import FieldKind, FormField
from reviewer_app.domain.json.changes import Change
from reviewer_app.domain.json.tree import Path
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.form.cells import Cells
from reviewer_app.ui.review.form.cells_model import CellsModel
from reviewer_app.ui.review.form.gestures import Gestures
from reviewer_app.ui.review.form.headline import HeadlineRow
from reviewer_app.ui.review.form.marks import Marks
from reviewer_app.ui.review.form.removed import RemovedLines
from reviewer_app.ui.review.form.was import WasLine
from reviewer_app.ui.review.form.words import fault_words, hint_words, label_words, step_words
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.keycap import Keycap
from reviewer_app.ui.widgets.labels import plain_tip

_NO_MARKS = Marks()


class TableView(QWidget):
    """Shows a list field with its rows and tells what is typed into them."""

    is_wide = True

    def __init__(self, field: FormField, gestures: Gestures, *, is_editable: bool) -> None:
        super().__init__()
        self.field, self._marks, self._gestures = field, _NO_MARKS, gestures
        self._headline, self.was = HeadlineRow(), WasLine()
        self.model = CellsModel(field, _NO_MARKS, self)
        self.model.is_editable = is_editable
        self.cells = Cells(self.model, gestures, label_words(field))
        self.removed = RemovedLines(gestures)
        self.rows = _RowLinks()
        self.setFocusProxy(self.cells)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (self._headline, self.cells, self.was, self.removed, self.rows):
            column.addWidget(part)
        self.rows.setVisible(is_editable)
        self.was.put_back.connect(gestures.put_back)
        self.was.remedied.connect(gestures.remedied)
        self.cells.current_changed.connect(self._show_current)
        self.cells.row_wanted.connect(self._add)
        self.cells.row_unwanted.connect(self._remove)
        self.cells.row_moved.connect(self._move)
        self.rows.add.clicked.connect(self._add)
        self.rows.remove.clicked.connect(self._remove)

    def show_field(self, field: FormField, marks: Marks) -> None:
        """Shows the rows as they are now; the current cell stays where it is."""
        place = self.cells.currentIndex()
        row, column = place.row(), place.column()
        self.field, self._marks = field, marks
        self.model.show_field(field, marks)
        if row >= 0 and not self.cells.currentIndex().isValid() and field.fields:
            last = len(field.fields) - 1
            self.cells.setCurrentIndex(self.model.index(min(row, last), column))
        self.cells.set_size()
        self.setToolTip(plain_tip(field.description))
        self.removed.show_changes(marks.removed.get(field.path, []))
        self._show_current()

    def current_path(self) -> Path:
        """The path of the current cell, else of the table."""
        cell = self.cells.current_cell()
        return self.field.path if cell is None else cell.path

    def reveal(self, path: Path) -> bool:
        """Gives the keyboard to the cell that a path leads to."""
        if path[: len(self.field.path)] != self.field.path:
            return False
        if self.field.fields:
            self.cells.setCurrentIndex(self.model.index_of(path))
            self.cells.scrollTo(self.cells.currentIndex())
        self.cells.setFocus()
        return True

    def _show_current(self) -> None:
        """Says what is wrong in the current cell, else anywhere, and what the cell was."""
        cell = self.cells.current_cell()
        own = None if cell is None else self._marks.fault_within(cell.path)
        fault = own or self._marks.fault_within(self.field.path)
        words = fault_words(fault, self.field.path) if fault else ""
        hint = hint_words(self.field if cell is None else cell) if self.model.is_editable else ""
        self._headline.say(label_words(self.field), hint, words, is_bad=True)
        change = None if cell is None else self._marks.change_at(cell.path)
        kind = FieldKind.SOURCE if cell is None else cell.kind
        is_cell = cell is not None and change is not None and change.path == cell.path
        lead = "" if change is None else self._lead(change)
        remedy = None if own is None or cell is None or own.path != cell.path else own
        self.was.say(change, remedy, kind if is_cell else FieldKind.SOURCE, lead)
        self.rows.remove.setEnabled(cell is not None)

    def _lead(self, change: Change) -> str:
        way = ", ".join(step_words(step) for step in change.path[len(self.field.path) :])
        if change.before is None:
            return tr("{place} was not there", place=way)
        return tr("{place} was", place=way)

    def _add(self) -> None:
        self._gestures.added.emit(self.field)

    def _row(self) -> int | None:
        row = self.cells.currentIndex().row()
        return row if 0 <= row < len(self.field.fields) else None

    def _remove(self) -> None:
        row = self._row()
        if row is not None:
            self._gestures.removed.emit((*self.field.path, row))

    def _move(self, step: int) -> None:
        row = self._row()
        if row is None or not 0 <= row + step < len(self.field.fields):
            return
        self._gestures.moved.emit((*self.field.path, row), row + step)
        self.cells.setCurrentIndex(self.model.index(row + step, self.cells.currentIndex().column()))


class _RowLinks(QWidget):
    """What can be done to rows, with the keys that do it from a cell."""

    def __init__(self) -> None:
        super().__init__()
        self.add, self.remove = Link(tr("Add a row")), Link(tr("Take the row out"))
        flow = Flow(self, 10)
        flow.setContentsMargins(4, 0, 0, 0)
        for link, keys in ((self.add, tr("Ins")), (self.remove, tr("Ctrl Del"))):
            flow.addWidget(_pair(link, Keycap(keys)))


def _pair(link: Link, keycap: Keycap) -> QWidget:
    """A link with its key, which stay in one line."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(link)
    row.addWidget(keycap)
    return made
