"""What a field is typed into: a line, a line with choices, several lines, or read only words."""

from typing import TypeAlias

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.domain.forms.entry import as_editable
from reviewer_app.domain.forms.fields import FieldKind, FormField
from reviewer_app.domain.hidden_text import revealed
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.form.words import choice_words, label_words, value_words
from reviewer_app.ui.theme.fonts import Role, fixed, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.fields import TextField, is_typing

LINES = (3, 12)
"""The fewest and the most lines that an editor of several lines shows; JSON may have one."""

LONGEST_LINE = 2_000
ARROW = 26


class LineField(TextField):
    """One line of words."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self.textEdited.connect(self.typed)

    def words(self) -> str:
        """What stands in it."""
        return self.text()

    def set_words(self, words: str) -> None:
        """Puts words in; the cursor goes to their start, so that the head is seen."""
        self.setText(words)
        self.setCursorPosition(0)


class ChoiceField(LineField):
    """One line that completes to one of a few choices, and lists them on Down or the arrow."""

    def __init__(self, name: str, choices: list[str], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._choices = choices
        self.setTextMargins(0, 0, ARROW - 10, 0)
        self.textEdited.disconnect(self.typed)
        self.textEdited.connect(self._complete)

    def open_list(self) -> None:
        """Lists the choices, the one that stands there marked."""
        menu = QMenu(self)
        menu.setAccessibleName(tr("Choices"))
        menu.aboutToHide.connect(menu.deleteLater)
        for words in self._choices:
            entry = menu.addAction(words.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(words == self.text())
            entry.triggered.connect(lambda _on=False, words=words: self._choose(words))
            if words == self.text():
                menu.setActiveAction(entry)
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down lists the choices."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open_list()
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The arrow lists the choices."""
        if event.position().x() >= self.width() - ARROW:
            self.setFocus()
            self.open_list()
            return
        super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the arrow beside the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(tokens().color("muted"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -10, 0), int(right), "▾")
        painter.end()

    def _choose(self, words: str) -> None:
        self.setText(words)
        self.typed.emit(words)

    def _complete(self, typed: str) -> None:
        """Adds the rest of the one choice that begins so, selected, where letters were added."""
        found = [w for w in self._choices if w.casefold().startswith(typed.casefold())]
        is_growing = self.cursorPosition() == len(typed) and len(typed) > self._length
        self._length = len(typed)
        if typed and is_growing and len(found) == 1:
            self.setText(found[0])
            self.setSelection(len(typed), len(found[0]) - len(typed))
        self.typed.emit(self.text())

    _length = 0


class LongField(QPlainTextEdit):
    """Several lines of words, as tall as they need between two bounds."""

    typed = Signal(str)
    resized = Signal()

    def __init__(self, name: str, *, is_fixed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultFont(fixed() if is_fixed else font(Role.BODY))
        self._words = ""
        self._least = 1 if is_fixed else LINES[0]
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.resized.emit())

    def words(self) -> str:
        """What stands in it; Qt's own plain text would turn no-break spaces into blanks."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def set_words(self, words: str) -> None:
        """Puts words in."""
        self._words = as_editable(words)
        self.setPlainText(self._words)
        self._words = self.words()

    def wanted_height(self) -> int:
        """The height of its lines, within the bounds."""
        lines = round(self.document().size().height())
        spacing = QFontMetrics(self.document().defaultFont()).lineSpacing()
        return max(self._least, min(LINES[1], lines)) * spacing + 20

    @override
    def event(self, event: QEvent) -> bool:
        """Claims what is typed before a shortcut of the window can take it."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_typing(event):
            event.accept()
            return True
        return super().event(event)

    def _tell(self) -> None:
        words = self.words()
        if words != self._words:
            self._words = words
            self.typed.emit(words)


class ReadOnly(QLabel):
    """A value to read and to copy: plain words, everything hidden in them made visible."""

    typed = Signal(str)

    def __init__(self, name: str, *, is_fixed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setProperty("role", "source" if is_fixed else "value")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if is_fixed:
            self.setFont(fixed())
        self._words = ""

    def words(self) -> str:
        """The true words."""
        return self._words

    def set_words(self, words: str) -> None:
        """Shows words."""
        self._words = words
        self.setText(revealed(words, LONGEST_LINE).text or "\u2013")


Editor: TypeAlias = LineField | LongField | ReadOnly


def editor_of(field: FormField, parent: QWidget, *, is_editable: bool) -> Editor:
    """What a field's value is typed into, or read from."""
    name = label_words(field)
    is_source = field.kind is FieldKind.SOURCE
    made: Editor
    if not is_editable:
        made = ReadOnly(name, is_fixed=is_source, parent=parent)
    elif is_source or field.kind is FieldKind.LONG_TEXT:
        made = LongField(name, is_fixed=is_source, parent=parent)
    elif field.choices:
        made = ChoiceField(name, list(choice_words(field).values()), parent)
    else:
        made = LineField(name, parent)
    made.set_words(value_words(field.kind, field.raw))
    return made
