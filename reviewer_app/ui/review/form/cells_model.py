"""The rows of a list in a form, for a table view: what each cell shows and whether it is wrong."""

from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reviewer_app.domain.forms.fields import Column, FieldKind, FormField
from reviewer_app.domain.hidden_text import isolated, revealed_line
from reviewer_app.domain.json.faults import cut
from reviewer_app.domain.json.tree import Path
from reviewer_app.ui.review.form.marks import Marks
from reviewer_app.ui.review.form.words import fault_words, hint_words, value_words
from reviewer_app.ui.widgets.labels import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex

CELL_AT_MOST = 400
"""Characters of a cell that are shown; its editor has them all."""

NUMBERS = (FieldKind.NUMBER, FieldKind.INTEGER)
_ROOT = QModelIndex()


class CellsModel(QAbstractTableModel):
    """Shows a table or a list field. It changes nothing itself."""

    def __init__(self, field: FormField, marks: Marks, parent: QObject) -> None:
        super().__init__(parent)
        self.field, self.marks = field, marks
        self.is_editable = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns; a list of single values has one."""
        return self.field.columns

    def show_field(self, field: FormField, marks: Marks) -> None:
        """Takes the rows as they are now."""
        is_same = len(field.fields) == len(self.field.fields)
        if not is_same:
            self.beginResetModel()
        self.field, self.marks = field, marks
        if not is_same:
            self.endResetModel()
        elif field.fields:
            last = self.index(len(field.fields) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def cell(self, index: Index) -> FormField:
        """The field of a cell."""
        row = self.field.fields[index.row()]
        return row.fields[index.column()] if self.field.kind is FieldKind.TABLE else row

    def index_of(self, path: Path) -> QModelIndex:
        """The cell at or nearest to a path below the table's own."""
        inner = path[len(self.field.path) :]
        if not inner or not isinstance(inner[0], int) or inner[0] >= len(self.field.fields):
            return self.index(0, 0)
        keys = [column.key for column in self.columns]
        column = keys.index(inner[1]) if len(inner) > 1 and inner[1] in keys else 0
        return self.index(inner[0], column)

    def words(self, index: Index) -> str:
        """What a cell shows, on one line."""
        cell = self.cell(index)
        return revealed_line(cut(value_words(cell.kind, cell.raw), CELL_AT_MOST))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        """As many as the list has elements."""
        return 0 if parent.isValid() else len(self.field.fields)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        """As many as the rows have members."""
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns, over their values."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return isolated(column.label)
        return _side(column.kind) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The value as words, and what is wrong with it to whoever cannot see the edge."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(self.columns[index.column()].kind)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.words(index))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                cell = self.cell(index)
                fault = self.marks.fault_within(cell.path)
                return fault_words(fault, cell.path) if fault else hint_words(cell)
            case _:
                return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be edited where the form can."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if self.is_editable else found


def _side(kind: FieldKind) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if kind in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
