"""Where in a form the keyboard is."""

from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.domain.json.tree import Path
from reviewer_app.ui.review.form.field import FieldView
from reviewer_app.ui.review.form.group import GroupView
from reviewer_app.ui.review.form.missing import MissingView
from reviewer_app.ui.review.form.table import TableView

_PARTS = (FieldView, TableView, MissingView, GroupView)


def part_with_focus(form: QWidget) -> QWidget | None:
    """The part of a form, the smallest one, that has the keyboard; a group by its head."""
    here = QApplication.focusWidget()
    while here is not None and here is not form:
        if isinstance(here, GroupView) and here.head is not None:
            return here.head
        if isinstance(here, _PARTS):
            return here
        here = here.parentWidget()
    return None


def focused_path(form: QWidget) -> Path | None:
    """The path of the field or cell that has the keyboard; None where none in the form has."""
    here = QApplication.focusWidget()
    while here is not None and here is not form:
        if isinstance(here, TableView):
            return here.current_path()
        if isinstance(here, _PARTS):
            return here.field.path
        here = here.parentWidget()
    return None
