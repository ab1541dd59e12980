"""A group of fields: in two columns where there is room, indented below its name where nested."""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.forms.fields import FieldKind, FormField
from reviewer_app.domain.json.tree import Path, Step
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.form.field import FieldView
from reviewer_app.ui.review.form.gestures import Gestures
from reviewer_app.ui.review.form.group_head import GroupHead
from reviewer_app.ui.review.form.marks import Marks
from reviewer_app.ui.review.form.missing import MissingView
from reviewer_app.ui.review.form.removed import RemovedLines
from reviewer_app.ui.review.form.table import TableView
from reviewer_app.ui.review.form.words import fault_words, label_words
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.button import Link

TWO_COLUMNS_FROM = 390
"""Width of a form from which two fields stand side by side."""

INDENT = 18
_TOP = Qt.AlignmentFlag.AlignTop
FIELDS_SEEN = 120
"""Fields that are seen at once; groups beyond them stay closed until they are opened."""

CHUNK = 80
"""Fields that are made before the first of them are painted; the others follow at once."""

View: TypeAlias = "FieldView | TableView | MissingView | GroupView"
_Shape: TypeAlias = tuple[tuple[Path, FieldKind, bool, tuple[tuple[Step, FieldKind], ...]], ...]


@dataclass
class Site:
    """What the parts of one form share while they are made."""

    gestures: Gestures
    is_editable: bool
    left: int = FIELDS_SEEN


class GroupView(QWidget):
    """Shows a group, or a list whose elements are groups."""

    is_wide = True

    def __init__(self, field: FormField, site: Site, title: str = "") -> None:
        super().__init__()
        self.field, self._site = field, site
        self._marks = Marks()
        self.views: list[View] = []
        self._shape: _Shape = ()
        is_root = not field.path
        self.head = None if is_root else self._made_head(title or label_words(field))
        self.is_open = is_root or sum(1 for _ in field.walk()) <= max(site.left, 8)
        self._is_two = False
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0 if is_root else INDENT, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(9)
        self.removed = RemovedLines(site.gestures)
        self.add = Link(tr("Add another"))
        self.add.clicked.connect(lambda: site.gestures.added.emit(self.field))
        self._lay_out()

    def _made_head(self, title: str) -> GroupHead:
        made = GroupHead(title)
        made.pressed.connect(self._turn)
        made.removed.connect(lambda: self._site.gestures.removed.emit(self.field.path))
        is_element = isinstance(self.field.path[-1], int)
        made.offer_removal(is_offered=is_element and self._site.is_editable)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if self.head is not None:
            column.addWidget(self.head)
        column.addLayout(self._grid)
        foot = QVBoxLayout()
        foot.setContentsMargins(0 if self.head is None else INDENT - 4, 0, 0, 0)
        foot.addWidget(self.removed)
        foot.addWidget(self.add)
        column.addLayout(foot)

    def show_field(self, field: FormField, marks: Marks) -> None:
        """Shows the members as they are now; makes them anew only where they are others."""
        self.field, self._marks = field, marks
        if self.head is not None:
            fault = marks.fault_at(field.path)
            words = fault_words(fault, field.path) if fault else ""
            self.head.say(words, marks.counts(field.path), is_open=self.is_open)
        is_list = field.kind is FieldKind.ITEMS and self._site.is_editable
        self.add.setVisible(is_list and self.is_open)
        self.removed.show_changes(marks.removed.get(field.path, []) if self.is_open else [])
        if not self.is_open:
            return
        if self._shape != _shape_of(field):
            self._build()
        for view, part in zip(self.views, field.fields, strict=False):
            view.show_field(part, marks)

    def reveal(self, path: Path) -> bool:
        """Opens the groups on a path and gives the keyboard to what it leads to."""
        if path[: len(self.field.path)] != self.field.path:
            return False
        if not self.is_open:
            self._turn()
        while self._make_more():
            continue
        if any(view.reveal(path) for view in self.views):
            return True
        if self.head is not None:
            self.head.setFocus()
            return True
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the fields side by side or one below the other."""
        super().resizeEvent(event)
        is_two = self.width() >= TWO_COLUMNS_FROM
        if is_two is not self._is_two:
            self._is_two = is_two
            self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A line down the side of what is in a nested group."""
        del event
        if self.head is None or not self.is_open:
            return
        painter = QPainter(self)
        painter.setPen(QPen(tokens().color("line"), 1))
        painter.drawLine(5, self.head.geometry().bottom() + 2, 5, self.height() - 2)
        painter.end()

    def _turn(self) -> None:
        """Opens the group, or closes it."""
        self.is_open = not self.is_open
        if not self.is_open:
            self._clear()
        self.show_field(self.field, self._marks)
        self.update()

    def _clear(self) -> None:
        for view in self.views:
            self._grid.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views, self._shape = [], ()

    def _build(self) -> None:
        self._clear()
        self._shape = _shape_of(self.field)
        self._make_more()

    def _make_more(self) -> bool:
        """Makes the next of the fields and sees to the others; whether there were any."""
        made, wanted = len(self.views), len(self.field.fields)
        if made >= wanted or not self.is_open:
            return False
        for part in self.field.fields[made : made + CHUNK]:
            view = _view_of(part, self._site, self.field)
            view.show_field(part, self._marks)
            self.views.append(view)
        self._is_two = self.width() >= TWO_COLUMNS_FROM
        self._arrange()
        for view in self.views[made:]:
            view.show()  # a layout would show it later, and until then it takes no keyboard
        if len(self.views) < wanted:
            QTimer.singleShot(0, self, self._make_more)
        return True

    def _arrange(self) -> None:
        """Two narrow fields share a line; whatever stands alone takes all of it."""
        row = column = 0
        for n, view in enumerate(self.views):
            follows = self.views[n + 1] if n + 1 < len(self.views) else None
            is_alone = follows is None or follows.is_wide
            takes_all = not self._is_two or view.is_wide or (column == 0 and is_alone)
            if takes_all and column:
                row, column = row + 1, 0
            self._grid.addWidget(view, row, column, 1, 2 if takes_all else 1, _TOP)
            is_full = takes_all or column == 1
            row, column = (row + 1, 0) if is_full else (row, 1)
        for n in (0, 1):
            self._grid.setColumnStretch(n, 1)


def _view_of(field: FormField, site: Site, parent: FormField) -> View:
    if field.is_container and field.is_missing:
        return MissingView(field, site.gestures, is_editable=site.is_editable)
    if field.kind in (FieldKind.TABLE, FieldKind.LIST):
        site.left -= 1
        return TableView(field, site.gestures, is_editable=site.is_editable)
    if field.is_container:
        is_element = parent.kind is FieldKind.ITEMS
        title = f"{label_words(parent)} {label_words(field)}" if is_element else ""
        return GroupView(field, site, title)
    site.left -= 1
    return FieldView(field, site.gestures, is_editable=site.is_editable)


def _shape_of(field: FormField) -> _Shape:
    """What must be the same for the same parts to show it."""
    return tuple(
        (
            part.path,
            part.kind,
            part.is_container and part.is_missing,
            tuple((column.key, column.kind) for column in part.columns),
        )
        for part in field.fields
    )
