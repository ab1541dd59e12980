"""One field of a form: its label, its hint or what is wrong, its value, and what it was."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.domain.forms.fields import FieldKind, FormField
from reviewer_app.domain.hidden_text import revealed
from reviewer_app.domain.json.tree import Path
from reviewer_app.ui.review.form.editors import Editor, LongField, ReadOnly, editor_of
from reviewer_app.ui.review.form.gestures import Gestures
from reviewer_app.ui.review.form.headline import Headline
from reviewer_app.ui.review.form.marks import Marks
from reviewer_app.ui.review.form.was import WasLine
from reviewer_app.ui.review.form.words import (
    fault_words,
    hint_words,
    label_words,
    typed_words,
    value_words,
)
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.widgets.hidden_words import hidden_words
from reviewer_app.ui.widgets.labels import plain_tip

WIDE = frozenset({FieldKind.LONG_TEXT, FieldKind.SOURCE})
"""Kinds of single values that take the whole width."""

_GAP = 3
_LEAST_WIDTH = 140


class FieldView(QWidget):
    """Shows a field and tells what is typed into it."""

    def __init__(self, field: FormField, gestures: Gestures, *, is_editable: bool) -> None:
        super().__init__()
        self.field = field
        self._gestures = gestures
        self._headline = Headline()
        self.editor: Editor = editor_of(field, self, is_editable=is_editable)
        self.editor.typed.connect(self._tell)
        self.was: WasLine | None = None
        if isinstance(self.editor, LongField):
            self.editor.resized.connect(self.updateGeometry)
        self.setFocusProxy(self.editor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_wide(self) -> bool:
        """Whether it takes the whole width of the form."""
        return self.field.kind in WIDE

    def show_field(self, field: FormField, marks: Marks) -> None:
        """Shows what the field holds now; what is being typed there is left alone."""
        self.field = field
        self._show_value(marks)
        fault = marks.fault_within(field.path)
        words = fault_words(fault, field.path) if fault else self._hidden_words()
        hint = "" if isinstance(self.editor, ReadOnly) else hint_words(field)
        self._headline.say(label_words(field), hint, words, is_bad=bool(fault))
        self._show_was(marks)
        self._mark_wrong(is_wrong=fault is not None)
        self.editor.setAccessibleDescription(words or hint)
        self.setToolTip(plain_tip("\n".join(t for t in (field.description, hint) if t)))
        self.updateGeometry()
        self.update()

    def reveal(self, path: Path) -> bool:
        """Gives the field the keyboard where the path leads to it."""
        if path[: len(self.field.path)] != self.field.path:
            return False
        self.editor.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def sizeHint(self) -> QSize:
        """As wide as it may be; as tall as it must."""
        return QSize(240, self.heightForWidth(240))

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for a few words."""
        return QSize(_LEAST_WIDTH, self._headline.height(_LEAST_WIDTH) + 20)

    @override
    def heightForWidth(self, width: int) -> int:
        """The head, the value and the line below it."""
        foot = self.was.sizeHint().height() if self.was and not self.was.isHidden() else 0
        return self._headline.height(width) + _GAP + self._editor_height(width) + foot

    @override
    def hasHeightForWidth(self) -> bool:
        """What is wrong may need more than one line."""
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the value below the head and what was there below the value."""
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the head."""
        del event
        painter = QPainter(self)
        self._headline.paint(painter, self.width())
        painter.end()

    def _place(self) -> None:
        width, top = self.width(), self._headline.height(self.width()) + _GAP
        height = self._editor_height(width)
        self.editor.setGeometry(QRect(0, top, width, height))
        if self.was is not None:
            self.was.setGeometry(QRect(0, top + height, width, self.was.sizeHint().height()))

    def _editor_height(self, width: int) -> int:
        if isinstance(self.editor, LongField):
            return self.editor.wanted_height()
        if isinstance(self.editor, ReadOnly):
            return max(self.editor.heightForWidth(width), QFontMetrics(font(Role.CONTENT)).height())
        return self.editor.sizeHint().height()

    def _show_value(self, marks: Marks) -> None:
        unread = marks.unread.get(self.field.path)
        words = value_words(self.field.kind, self.field.raw) if unread is None else unread
        is_typing = self.editor.hasFocus() and unread is None and self._holds()
        if not is_typing and self.editor.words() != words:
            self.editor.set_words(words)

    def _holds(self) -> bool:
        """Whether what stands in the editor says the same as the value."""
        typed = typed_words(self.field, self.editor.words()).strip().casefold()
        return typed == value_words(self.field.kind, self.field.raw).strip().casefold()

    def _show_was(self, marks: Marks) -> None:
        change, fault = marks.change_at(self.field.path), marks.fault_at(self.field.path)
        if self.was is None:
            if change is None and fault is None:
                return
            self.was = WasLine(self)
            self.was.put_back.connect(self._gestures.put_back)
            self.was.remedied.connect(self._gestures.remedied)
        own = change if change is not None and change.path == self.field.path else None
        self.was.say(own, fault, self.field.kind)
        self._place()

    def _mark_wrong(self, *, is_wrong: bool) -> None:
        if bool(self.editor.property("wrong")) is not is_wrong:
            self.editor.setProperty("wrong", is_wrong)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def _hidden_words(self) -> str:
        """What in the value cannot be seen, where an editor would not show it."""
        if isinstance(self.editor, ReadOnly) or self.editor.words().isascii():
            return ""
        return hidden_words(revealed(self.editor.words()))

    def _tell(self, words: str) -> None:
        self._gestures.typed.emit(self.field, typed_words(self.field, words))
