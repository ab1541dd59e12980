"""A JSON output as a form: to read, or to put right field by field."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.forms.draft import FormDraft, begin
from reviewer_app.domain.forms.fields import FieldKind, FormField
from reviewer_app.domain.forms.schema_faults import Fault, Schema
from reviewer_app.domain.forms.schema_form import TooManyFields
from reviewer_app.domain.json.changes import Change, FieldChange
from reviewer_app.domain.json.tree import Path
from reviewer_app.ui.errors import said
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.form.gestures import Gestures
from reviewer_app.ui.review.form.group import GroupView, Site
from reviewer_app.ui.review.form.headline import HeadlineRow
from reviewer_app.ui.review.form.marks import Marks, marks_of
from reviewer_app.ui.review.form.places import focused_path, part_with_focus
from reviewer_app.ui.review.form.sheet import form_sheet
from reviewer_app.ui.review.form.table import TableView
from reviewer_app.ui.review.form.walk import Walk
from reviewer_app.ui.review.form.words import fault_words

SETTLES_AFTER_MS = 120
"""How long after a key changes and faults are looked for."""


class JsonForm(QWidget):
    """Shows a JSON text as fields. It knows the original and where the text differs from it."""

    edited = Signal()
    compared = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The output as a form"))
        self.setStyleSheet(form_sheet())
        self.root: GroupView | TableView | None = None
        self._draft: FormDraft | None = None
        self._original = self._text = ""
        self._schema_text: str | None = None
        self._schema = Schema(None)
        self._is_editable = self._is_full = False
        self._marks, self._walk = Marks(), Walk()
        self.notice, self.area = HeadlineRow(), _area()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(self.area, 1)
        self._gestures = Gestures(self)
        self._listen()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES_AFTER_MS)
        self._timer.timeout.connect(self._settle)

    def show_json(self, original: str, text: str, schema: str | None, *, editable: bool) -> bool:
        """Shows a text that may already differ from the original; False where it is no form.

        Args:
            original: the output as it came.
            text: the text to show and to edit.
            schema: the JSON Schema of the step, as text, or None.
            editable: whether it is put right here, or only read.
        """
        self._timer.stop()
        if schema != self._schema_text:
            self._schema_text, self._schema = schema, Schema(schema)
        self._original, self._text, self._is_editable = original, text, editable
        self._draft, self._walk, self._is_full = begin(original, text, self._schema), Walk(), False
        self._build()
        return self._draft is not None

    def corrected(self) -> str:
        """The text as corrected; untouched, or with everything put back, it is as it came."""
        if self._draft is None or self._draft.tree.text == self._text:
            return self._text
        return self._draft.tree.text if self._draft.changes else self._original

    @property
    def is_changed(self) -> bool:
        """Whether the text differs from the original right now."""
        return self.corrected() != self._original

    def errors(self) -> int:
        """How much is wrong with the text, as far as the schema and the kinds of values say."""
        return len(self._draft.faults) if self._draft else 0

    def changes(self) -> tuple[FieldChange, ...]:
        """The fields that differ from the original."""
        return tuple(change.field for change in self._draft.changes) if self._draft else ()

    def go_to_change(self, step: int) -> None:
        """Goes to the next change (`step` 1) or the one before (-1); errors follow the changes."""
        self._settle()
        if self._draft is None:
            return
        stop = self._walk.step(self._draft, focused_path(self), step)
        if stop is not None:
            self._reveal(stop)
            self._walk.arrived(focused_path(self))

    def put_back_change(self) -> bool:
        """Puts back the field with the keyboard, or what was taken out there; whether it could."""
        self._settle()
        here = focused_path(self)
        if self._draft is None or here is None:
            return False
        change = self._change_at(here)
        if change is not None:
            self._put_back(change)
        elif here in self._draft.unread:
            self._hold(self._draft.with_read(here))
            self._settle()
        else:
            return False
        return True

    def focus_first(self) -> None:
        """Gives the keyboard to the first field that is wrong, else to the first one."""
        if self._draft is None or not self._is_editable:
            self.setFocus()
            return
        fields = [part.path for part in self._draft.form.walk() if not part.is_container]
        wrong = [path for path in fields if path in self._marks.faults]
        faults = [fault.path for fault in self._draft.faults if fault.path]
        first = [*wrong, *faults, *fields]
        self._reveal(first[0] if first else ())

    def refresh(self) -> None:
        """Shows the same in the size and colours now in force."""
        here = focused_path(self)
        self.setStyleSheet(form_sheet())
        self._build()
        if here is not None:
            self._reveal(here)

    def _listen(self) -> None:
        told = self._gestures
        told.typed.connect(self._type)
        told.reset.connect(self._reset)
        told.added.connect(self._add)
        told.removed.connect(self._remove)
        told.moved.connect(self._move)
        told.put_back.connect(self._put_back)
        told.remedied.connect(self._remedy)

    def _type(self, field: FormField, words: str) -> None:
        if self._draft is None:
            return
        may_grow = field.kind is FieldKind.SOURCE
        if self._hold(self._draft.entered(field, words), may_grow=may_grow):
            self._timer.start()

    def _reset(self, path: Path, raw: str | None) -> None:
        if self._draft is not None and self._hold(self._draft.with_raw(path, raw)):
            self._timer.start()

    def _add(self, field: FormField) -> None:
        if self._draft is None or not self._hold(self._draft.with_new(field)):
            return
        self._settle()
        is_new = field.is_missing and field.kind is not FieldKind.GROUP
        self._reveal(field.path if field.is_missing else (*field.path, len(field.fields)))
        if is_new and field.kind in (FieldKind.TABLE, FieldKind.LIST):
            self._add_to(field.path)

    def _add_to(self, path: Path) -> None:
        """A list that was just added gets its first row at once."""
        parts = self._draft.form.walk() if self._draft else ()
        self._add(next(part for part in parts if part.path == path))

    def _remove(self, path: Path) -> None:
        if self._draft is not None and self._hold(self._draft.with_raw(path, None)):
            self._settle()

    def _move(self, path: Path, to: int) -> None:
        if self._draft is not None and self._hold(self._draft.moved(path, to)):
            self._settle()

    def _put_back(self, change: Change) -> None:
        if self._draft is not None and self._hold(self._draft.put_back(change)):
            self._settle()
            self._reveal(change.path)

    def _remedy(self, fault: Fault) -> None:
        if self._draft is not None and self._hold(self._draft.remedied(fault)):
            self._settle()
            self._reveal(fault.path)

    def _hold(self, draft: FormDraft, *, may_grow: bool = True) -> bool:
        """Takes a new state over; False, and a word on it, where the form cannot show it."""
        self._is_full = may_grow and not _has_room(draft)
        if self._is_full:
            self._show_notice()
            return False
        self._draft = draft
        self.edited.emit()
        return True

    def _settle(self) -> None:
        """Looks for changes and faults, and shows them."""
        self._timer.stop()
        if self._draft is None or self.root is None:
            return
        here = focused_path(self)
        self._marks = marks_of(self._draft)
        self.root.show_field(self._draft.form, self._marks)
        self._show_notice()
        if here is not None and focused_path(self) is None:
            self._reveal(here)
        self.compared.emit(self.changes())

    def _show_notice(self) -> None:
        """What is wrong with all of it, or keeps it from being checked."""
        fault = self._marks.fault_at(())
        words = fault_words(fault) if fault else ""
        if self._is_full:
            words = tr("This form can hold no more. Put the rest in as text.")
        elif not words and self._schema.problem is not None and self._is_editable:
            words = said(self._schema.problem)
        self.notice.say("", "", words, is_bad=fault is not None)

    def _build(self) -> None:
        """Makes the parts of the form anew."""
        self.root = None
        if self._draft is None:
            self.area.setWidget(QWidget())
            return
        field = self._draft.form
        if field.kind in (FieldKind.TABLE, FieldKind.LIST):
            self.root = TableView(field, self._gestures, is_editable=self._is_editable)
        else:
            self.root = GroupView(field, Site(self._gestures, self._is_editable))
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 2, 10, 4)
        column.addWidget(self.root)
        column.addStretch(1)
        self._settle()
        self.area.setWidget(held)

    def _reveal(self, path: Path) -> None:
        """Gives the keyboard to what a path leads to, and scrolls there once it has its place."""
        if self.root is None:
            return
        self.root.reveal(path)
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        part = part_with_focus(self)
        if part is not None:
            self.area.ensureWidgetVisible(part, 0, 24)

    def _change_at(self, path: Path) -> Change | None:
        """The change under the keyboard: the one walked to, the field's own, or what was there."""
        walked = self._walk.stop_at(path)
        removed = [c for changes in self._marks.removed.values() for c in changes]
        found = next((c for c in removed if c.path == walked), None)
        if found is not None:
            return found
        own = self._marks.change_at(path)
        near = (c for c in removed if path[: len(c.path) - 1] == c.path[:-1])
        return own or next(near, None)


def _has_room(draft: FormDraft) -> bool:
    """Whether a form can show it: asked only where fields may have come, for it takes its time."""
    try:
        return draft.form.is_container
    except TooManyFields:
        return False


def _area() -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
