"""Agent content as text: hidden characters shown and counted, size bounded, nothing obeyed."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.hidden_text import Revealed, revealed
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.hidden_words import hidden_words
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.reader import PlainReader, Reader
from reviewer_app.ui.wording import figure

HEAD = 300_000
"""Characters that are set for reading; beyond them only a head is shown until asked."""

LONGEST_LINE = 5_000
"""Longer lines are broken: the time of a layout grows with the square of their length."""


class Setting(Enum):
    """How a text is set."""

    PROSE = auto()
    FIXED = auto()
    MARKDOWN = auto()


class SafeText(QWidget):
    """Shows a text that may be hostile. What it shows can be selected and copied, nothing more.

    `shown` follows whenever the text was set anew: marks on it are to be painted again then.
    """

    shown = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = Reader(name)
        self.plain = PlainReader(name)
        self.warning = _Strip("warning")
        self.limit = _Strip("notice", tr("Show all"))
        self.limit.link.clicked.connect(self.show_all)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.reader)
        self._stack.addWidget(self.plain)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.warning)
        column.addLayout(self._stack, 1)
        column.addWidget(self.limit)
        self._text, self._setting = "", Setting.PROSE

    @property
    def area(self) -> Reader | PlainReader:
        """The view that is in use: to scroll, to mark, to give the keyboard."""
        return self.plain if self._stack.currentWidget() is self.plain else self.reader

    def show_text(self, text: str, setting: Setting = Setting.PROSE) -> None:
        """Shows a text, or its head where it is very long."""
        self._text, self._setting = text, setting
        head = text[:HEAD]
        found = revealed(head, LONGEST_LINE)
        self._stack.setCurrentWidget(self.reader)
        self.plain.clear()
        if setting is Setting.MARKDOWN:
            self._render(found)
        else:
            self.reader.show_revealed(found, is_fixed=setting is Setting.FIXED)
        self._warn(found)
        is_cut = len(head) < len(text)
        shown, total = figure(HEAD), figure(len(text))
        told = tr("The first {shown} of {total} characters.", shown=shown, total=total)
        self.limit.say(told if is_cut else "")
        self.shown.emit()

    def show_all(self) -> None:
        """Shows the whole text in the view that can take any size."""
        found = revealed(self._text, LONGEST_LINE)
        self.plain.show_revealed(found, is_fixed=self._setting is Setting.FIXED)
        self._stack.setCurrentWidget(self.plain)
        self.reader.clear()
        self._warn(found)
        self.limit.say("")
        self.shown.emit()

    def refresh(self) -> None:
        """Sets the same text again, in the size and colours now in force."""
        place = self.area.verticalScrollBar().value()
        self.show_text(self._text, self._setting)
        self.area.verticalScrollBar().setValue(place)

    def wanted_height(self) -> int:
        """The height at which everything is seen."""
        extra = sum(
            strip.sizeHint().height() + 6
            for strip in (self.warning, self.limit)
            if not strip.isHidden()
        )
        return self.reader.wanted_height() + extra

    def _render(self, found: Revealed) -> None:
        """Markdown without HTML in it, in a document that loads nothing."""
        self.reader.show_revealed(Revealed("", ""))
        features = QTextDocument.MarkdownFeature
        self.reader.document().setMarkdown(
            found.text, features.MarkdownDialectGitHub | features.MarkdownNoHTML
        )
        self.reader.space_lines()

    def _warn(self, found: Revealed) -> None:
        self.warning.say(hidden_words(found))


class _Strip(QFrame):
    """A line of the program's own words above or below the content."""

    def __init__(self, role: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.words = label("")
        self.words.setWordWrap(True)
        self.link = Link(action or tr("Close"))
        if not action:
            self.link.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.link)
        self.hide()

    def say(self, text: str) -> None:
        """Says a sentence; an empty one hides the strip."""
        self.words.setText(text)
        self.setVisible(bool(text))
