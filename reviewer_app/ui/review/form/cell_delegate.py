"""One cell of a table in a form: how it is painted, and the field that opens over it."""

from PySide6.QtCore import QAbstractItemModel, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from reviewer_app.domain.forms.fields import FormField
from reviewer_app.ui.review.form.cells_model import CellsModel, Index
from reviewer_app.ui.review.form.editors import ChoiceField, LineField
from reviewer_app.ui.review.form.gestures import Gestures
from reviewer_app.ui.review.form.words import choice_words, label_words, typed_words, value_words
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.paint import focus_ring

PADDING = 8


class CellDelegate(QStyledItemDelegate):
    """Paints cells and opens a field over one of them."""

    def __init__(self, model: CellsModel, gestures: Gestures, view: QTableView) -> None:
        super().__init__(view)
        self._cells, self._gestures, self._view = model, gestures, view
        self._opened: FormField | None = None

    def revert(self) -> None:
        """Gives the cell back what it held when it was opened."""
        if self._opened is not None:
            self._gestures.reset.emit(self._opened.path, self._opened.raw)
            self._opened = None

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line over the cell; it tells each letter."""
        del option
        cell = self._cells.cell(index)
        self._opened = cell
        made: LineField
        if cell.choices:
            made = ChoiceField(label_words(cell), list(choice_words(cell).values()), parent)
        else:
            made = LineField(label_words(cell), parent)
        made.setProperty("cell", True)  # noqa: FBT003 - Qt's property
        made.setText(value_words(cell.kind, cell.raw))
        row, column = index.row(), index.column()
        made.typed.connect(lambda words: self._tell(row, column, words))
        return made

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leaves what is being typed alone: the field got its words when it was made."""

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Does nothing: each letter was told as it was typed."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the words; changed ones on their ground, wrong ones in an edge."""
        cells, theme = self._cells, tokens()
        cell = cells.cell(index)
        area = QRectF(option.rect)
        painter.save()
        change = cells.marks.change_at(cell.path)
        if change is not None:
            painter.fillRect(area.adjusted(1, 2, -1, -2), theme.color("added"))
        made = font(Role.BODY)
        made.setUnderline(change is not None and not theme.has_grounds)
        painter.setFont(made)
        painter.setPen(theme.color("text"))
        room = int(area.width()) - 2 * PADDING
        words = QFontMetrics(made).elidedText(cells.words(index), Qt.TextElideMode.ElideRight, room)
        side = cells.data(index, Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(area.adjusted(PADDING, 0, -PADDING, 0), int(side), words)
        if cells.marks.fault_within(cell.path) is not None:
            painter.setPen(QPen(theme.color("bad"), 2))
            painter.drawRoundedRect(area.adjusted(2, 3, -2, -3), 4, 4)
        if index == self._view.currentIndex() and self._view.hasFocus():
            focus_ring(painter, area, 4, theme.color("accent"))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line."""
        del option, index
        return QSize(40, QFontMetrics(font(Role.BODY)).height() + 12)

    def _tell(self, row: int, column: int, words: str) -> None:
        cell = self._cells.cell(self._cells.index(row, column))
        self._gestures.typed.emit(cell, typed_words(cell, words))
