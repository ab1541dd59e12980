"""A field of the form for one option: a line, several lines, a secret, or a choice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.theme.fonts import Role, fixed
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.exclusive import choose
from reviewer_app.ui.widgets.fields import TextField, is_typing
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label

_TITLES: Mapping[str, str] = {
    "url": mark("Address"),
    "token": mark("Token"),
    "user": mark("User"),
    "password": mark("Password"),
    "secret": mark("Secret"),
    "path": mark("Path"),
    "plain": mark("Unencrypted"),
    "since": mark("From"),
    "overlap": mark("Looks back"),
    "page": mark("Page size"),
    "filter": mark("Filter"),
    "project": mark("Project"),
    "experiment": mark("Experiment"),
    "workspace": mark("Workspace"),
    "query": mark("Query"),
    "table": mark("Table"),
    "pattern": mark("Pattern"),
}
"""What options are called above their fields; others by their own names."""

LINES = 3
"""Lines that are seen at once of a value that may have several."""


class Meaning(Protocol):
    """One thing that a connection can be told."""

    @property
    def about(self) -> str:
        """What it is for."""

    @property
    def is_required(self) -> bool:
        """Whether it must be told."""

    @property
    def is_secret(self) -> bool:
        """Whether it is kept in the keyring."""

    @property
    def example(self) -> str:
        """What an empty field shows."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The values there are; empty where any text is one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form itself asks of every connection."""

    about: str
    is_required: bool = False
    is_secret: bool = False
    example: str = ""
    choices: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


class Lines(QPlainTextEdit):
    """A value of several lines; Tab leaves it."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("role", "editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        made = fixed(Role.BODY)
        self.document().setDefaultFont(made)
        self.setFixedHeight(QFontMetrics(made).lineSpacing() * LINES + 20)

    @override
    def event(self, event: QEvent) -> bool:
        """Claims what is typed before a shortcut of the window can take it."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_typing(event):
            event.accept()
            return True
        return super().event(event)


class Choice(QWidget):
    """One of a few values; where none must be chosen, the first leaves it as it is usual."""

    changed = Signal()

    def __init__(self, name: str, meaning: Meaning) -> None:
        super().__init__()
        values, words = meaning.choices, getattr(meaning, "words", {})
        self._values = values if meaning.is_required else ("", *values)
        self._group = QButtonGroup(self)
        row = Flow(self, 6)
        for index, value in enumerate(self._values):
            chip = Chip(tr(words[value]) if value in words else value or tr("as usual"))
            chip.setAccessibleName(f"{name}: {chip.text()}")
            self._group.addButton(chip, index)
            row.addWidget(chip)
        choose(self._group, 0)
        self._group.idClicked.connect(lambda _index: self.changed.emit())

    def text(self) -> str:
        """The value that is chosen."""
        return self._values[max(0, self._group.checkedId())]

    def show_text(self, value: str) -> None:
        """Chooses a value."""
        choose(self._group, self._values.index(value) if value in self._values else 0)

    @override
    def setFocus(self) -> None:  # type: ignore[override]  # Qt has more forms of it than are used
        """Gives the keyboard to what is chosen."""
        self._group.button(max(0, self._group.checkedId())).setFocus()


class OptionField(QWidget):
    """The name of an option, what it is for, and where its value is typed or chosen."""

    changed = Signal()

    def __init__(
        self, name: str, meaning: Meaning, *, title: str = "", is_kept: bool = False
    ) -> None:
        """Takes the option; `is_kept` says that a secret may be in the keyring already."""
        super().__init__()
        self.name, self.meaning = name, meaning
        words = title or (tr(_TITLES[name]) if name in _TITLES else name.replace("_", " "))
        head = label(words[:1].upper() + words[1:], "strong")
        note = label(_note(meaning, is_kept=is_kept), "caption")
        note.setWordWrap(True)
        self.part = self._made(words, meaning, is_kept=is_kept)
        self.fault = label("", "bad")
        self.fault.setWordWrap(True)
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 7)
        column.setSpacing(3)
        for part in (head, self.part, note, self.fault):
            column.addWidget(part)

    def text(self) -> str:
        """What is typed or chosen."""
        if isinstance(self.part, QPlainTextEdit):
            return self.part.toPlainText().strip()
        text = self.part.text()
        return text if self.meaning.is_secret else text.strip()

    def show_text(self, text: str) -> None:
        """Shows a value."""
        match self.part:
            case QPlainTextEdit():
                self.part.setPlainText(text)
            case Choice():
                self.part.show_text(text)
            case _:
                self.part.setText(text)

    def say_fault(self, words: str) -> None:
        """Says what is wrong with the value; an empty text takes it back."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def needs(self) -> bool:
        """Whether it must be told and is not."""
        return self.meaning.is_required and not self.text()

    def begin(self) -> None:
        """Gives it the keyboard."""
        self.part.setFocus()

    def _made(self, words: str, meaning: Meaning, *, is_kept: bool) -> TextField | Lines | Choice:
        name = f"{words}: {tr(meaning.about)}"
        if meaning.choices:
            made = Choice(words, meaning)
            made.setAccessibleName(name)
            made.changed.connect(self._change)
            return made
        if "one a line" in meaning.about:
            lines = Lines(name, meaning.example)
            lines.textChanged.connect(self._change)
            return lines
        line = TextField(name, tr("unchanged") if is_kept else meaning.example)
        if meaning.is_secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textChanged.connect(lambda _text: self._change())
        return line

    def _change(self) -> None:
        self.say_fault("")
        self.changed.emit()


def _note(meaning: Meaning, *, is_kept: bool) -> str:
    """What an option is for, as a sentence, and where a secret is kept."""
    about = tr(meaning.about)
    parts = [about[:1].upper() + about[1:] + "."] if about else []
    if meaning.is_secret:
        kept = tr("Kept in the keyring of this machine; an empty field leaves it as it is.")
        parts.append(kept if is_kept else tr("Kept in the keyring of this machine, nowhere else."))
    if not meaning.is_required and not meaning.choices and not isinstance(meaning, Asked):
        parts.append(tr("May be empty."))
    return " ".join(parts)
