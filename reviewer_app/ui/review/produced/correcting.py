"""Putting an output right: as a form or as text, with every change beside it as it is made."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.differences import Piece, changes_in, pieces_between
from reviewer_app.domain.vocabulary import OutputType
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.review.form.json_form import JsonForm
from reviewer_app.ui.widgets.correction import CorrectionEditor
from reviewer_app.ui.widgets.diff_view import DiffView
from reviewer_app.ui.widgets.reader import EDGE
from reviewer_app.ui.widgets.side_by_side import SideBySide
from reviewer_app.ui.widgets.split import Split

_FIXED = (OutputType.JSON, OutputType.CODE, OutputType.MESSAGES, OutputType.TOOL_CALLS)
_LEAST_HEIGHT = 90
"""Height below which the difference has its own tab alone."""

_BESIDE_FROM = 900
"""Width from which the difference stands beside the editor, not below it."""

SHARES = (600, 400)
"""How the editor and the difference share the room."""


class Way(StrEnum):
    """A way to put an output right, or to look at what was changed."""

    FORM = mark("Form")
    TEXT = mark("Edit")
    CHANGES = mark("Changes")


class Correcting(QWidget):
    """The form and the editor over one text, and the difference from the output as it came."""

    edited = Signal()
    compared = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor, self.form = CorrectionEditor(), JsonForm()
        self.live = DiffView(tr("The changes so far"))
        self.inline, self.beside = DiffView(tr("All changes")), SideBySide()
        self.split = Split("difference", Qt.Orientation.Vertical, self.editor, self.live)
        self.live.setViewportMargins(4, 0, 4, 0)
        self.split.suggest(SHARES)
        self.split.forgotten.connect(lambda: self.split.suggest(SHARES))
        self.split.setHandleWidth(9)
        for edged in (self.split, self.form):
            edged.setContentsMargins(EDGE, 0, EDGE, 0)
        self.stack = QStackedWidget()
        for view in (self.split, self.form, self.inline, self.beside):
            self.stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._original, self._schema = "", None
        self._is_fixed = self._is_form = self._has_form = False
        self.is_side_by_side = False
        self.stack.currentChanged.connect(self._fill_shown)
        self.editor.compared.connect(self._show_pieces)
        self.editor.current_changed.connect(self._follow)
        self.editor.textChanged.connect(self._edited_text)
        self.form.edited.connect(self._edited_form)
        self.form.compared.connect(lambda _changes: self._compare_form())

    _original: str
    _schema: str | None
    _pieces: tuple[Piece, ...] = ()
    _stale: frozenset[DiffView | SideBySide] = frozenset()

    def begin(self, original: str, text: str, kind: OutputType, schema: str | None) -> None:
        """Starts correcting an output, from a text that may already differ from it."""
        self._original, self._schema = original, schema
        self._is_fixed = kind in _FIXED
        self._is_form = False
        self._has_form = kind is OutputType.JSON
        self.editor.begin(original, text, is_fixed=self._is_fixed)
        self._has_form = self._has_form and self._fill_form(text)
        self._is_form = self._has_form
        self._compare_form()

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways there are for this output, the one to begin with first."""
        return (Way.FORM, Way.TEXT, Way.CHANGES) if self._has_form else (Way.TEXT, Way.CHANGES)

    @property
    def is_changed(self) -> bool:
        """Whether what is corrected differs from the output right now."""
        return self.form.is_changed if self._is_form else self.editor.is_changed

    @property
    def errors(self) -> int:
        """How many fields of the form are not as the step wants them."""
        return self.form.errors() if self._is_form else 0

    def corrected(self) -> str:
        """The corrected text; untouched, it is the output to the byte."""
        return self.form.corrected() if self._is_form else self.editor.corrected()

    def show_way(self, way: Way) -> bool:
        """Shows one of the ways; False where the text as it is typed is no form."""
        if way is Way.FORM and not self._is_form:
            if not self._fill_form(self.editor.corrected()):
                return False
            self._is_form = True
        elif way is Way.TEXT and self._is_form:
            text, self._is_form = self.form.corrected(), False
            self.editor.begin(self._original, text, is_fixed=self._is_fixed)
        self.stack.setCurrentWidget(self._view_of(way))
        self._compare_form()
        return True

    def take_keyboard(self) -> None:
        """Gives the keyboard to what is corrected."""
        if self._is_form:
            self.form.focus_first()
        else:
            self.editor.setFocus()

    def go_to_change(self, step: int) -> None:
        """Goes to the next change (`step` 1) or the one before (-1), round the end."""
        if self._is_form:
            self.form.go_to_change(step)
        else:
            self.editor.go_to_change(step)

    def put_back_change(self) -> bool:
        """Takes back the change, or the field, under the cursor; whether there was one."""
        return self.form.put_back_change() if self._is_form else self.editor.put_back_change()

    def turn_changes(self) -> None:
        """Shows the changes side by side, or in one text."""
        self.is_side_by_side = not self.is_side_by_side
        if self.stack.currentWidget() in (self.inline, self.beside):
            self.stack.setCurrentWidget(self._view_of(Way.CHANGES))

    def scroll_area(self) -> QAbstractScrollArea:
        """What pages when the output is paged."""
        shown = self.stack.currentWidget()
        if shown is self.form:
            return self.form.area
        if shown is self.beside:
            return self.beside.after
        return self.inline if shown is self.inline else self.editor

    def set_again(self) -> None:
        """Shows the same in the size and colours now in force."""
        self.editor.refresh_font()
        self.form.refresh()
        self._fill(self._pieces)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns the difference to where there is room for it."""
        super().resizeEvent(event)
        self._share_room()

    def _view_of(self, way: Way) -> QWidget:
        match way:
            case Way.FORM:
                return self.form
            case Way.TEXT:
                return self.split
            case Way.CHANGES:
                return self.beside if self.is_side_by_side else self.inline

    def _fill_form(self, text: str) -> bool:
        return self.form.show_json(self._original, text, self._schema, editable=True)

    def _edited_text(self) -> None:
        if not self._is_form:
            self.edited.emit()

    def _edited_form(self) -> None:
        if self._is_form:
            self.edited.emit()

    def _compare_form(self) -> None:
        if self._is_form:
            self._show_pieces(pieces_between(self._original, self.form.corrected()))

    def _show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        self._fill(pieces)
        changes = len(self.form.changes()) if self._is_form else len(changes_in(pieces))
        self._share_room()
        self.compared.emit(changes, self.errors)

    def _share_room(self) -> None:
        is_wide = self.width() >= _BESIDE_FROM
        has_room = self.height() >= (_LEAST_HEIGHT if is_wide else 2 * _LEAST_HEIGHT)
        self.live.setVisible(bool(changes_in(self.editor.pieces)) and has_room)
        self.split.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
        self.split.suggest(SHARES)
        self._fill_shown()

    def _fill(self, pieces: tuple[Piece, ...]) -> None:
        """Shows a difference in what is in sight; the rest is filled when it is turned to."""
        self._pieces = pieces
        self._stale = frozenset({self.live, self.inline, self.beside})
        self._fill_shown()

    def _fill_shown(self) -> None:
        shown = self.stack.currentWidget()
        if shown is self.split and not self.live.isHidden():
            shown = self.live
        for view in [one for one in self._stale if one is shown]:
            self._stale -= {view}
            view.show_pieces(self._pieces, is_fixed=self._is_fixed)

    def _follow(self, index: int) -> None:
        for view in (self.live, self.inline, self.beside):
            if view not in self._stale:
                view.go_to(index)
