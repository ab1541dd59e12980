"""The help page: topics at the left, the keys or a text at the right."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.paths import resource
from reviewer_app.ui.help.keys import KeyList
from reviewer_app.ui.keyboard import Chosen
from reviewer_app.ui.language import mark, spoken, tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.chip import Tab
from reviewer_app.ui.widgets.exclusive import choose
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.safe_text import SafeText, Setting


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: the name of its file, and its title."""

    name: str
    title: str


TOPICS = (
    Topic("keys", mark("Keys")),
    Topic("getting-started", mark("Getting started")),
    Topic("search", mark("Finding items")),
    Topic("words", mark("What the words mean")),
    Topic("policies", mark("Policies in two minutes")),
    Topic("connections", mark("Connections")),
    Topic("labels", mark("Labels")),
    Topic("agents", mark("Your own agents")),
    Topic("connectors", mark("Writing a connector")),
    Topic("privacy", mark("Privacy and erasing")),
    Topic("hub", mark("Working in a team")),
    Topic("team", mark("Leading a team")),
    Topic("scale", mark("The hub at scale")),
    Topic("keystrokes", mark("Twelve tasks, counted")),
)


class HelpPage(QWidget):
    """Shows one topic at a time. `keys_chosen` carries the keys that shall hold."""

    keys_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.search = TextField(tr("Search the keys"), tr("Search: approve, undo, Ctrl K …"))
        self.search.textChanged.connect(self._narrow)
        self.key_list, self.text = KeyList(), SafeText(tr("Help"))
        self.key_list.chosen.connect(self.keys_chosen)
        self.reset_all = Link(tr("Reset all keys"))
        self.reset_all.clicked.connect(self._reset_all)
        self._tabs = QButtonGroup(self)
        self._lay_out()
        self.show_topic("keys")

    def _lay_out(self) -> None:
        card = Card("")
        card.title.hide()
        card.body.addWidget(self.text, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.key_list)
        self.stack.addWidget(card)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(tr("Help"), "page"))
        head.addSpacing(12)
        topics = QWidget()
        tabs = Flow(topics, 6)
        for index, topic in enumerate(TOPICS):
            tab = Tab(tr(topic.title))
            self._tabs.addButton(tab, index)
            tab.clicked.connect(lambda _on=False, name=topic.name: self.show_topic(name))
            tabs.addWidget(tab)
        head.addWidget(topics, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 12, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._search_line())
        column.addWidget(self.stack, 1)

    def _search_line(self) -> QHBoxLayout:
        self.hint = label(tr("Press a key below to change it."), "caption")
        self.search.setMaximumWidth(420)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 28, 0)
        line.setSpacing(12)
        line.addWidget(self.search, 1)
        line.addWidget(self.hint)
        line.addStretch(1)
        line.addWidget(self.reset_all)
        return line

    def show_topic(self, name: str) -> None:
        """Shows a topic: the keys, or the text of its file."""
        index = next(i for i, topic in enumerate(TOPICS) if topic.name == name)
        choose(self._tabs, index)
        for widget in (self.search, self.hint):
            widget.setVisible(name == "keys")
        self._is_keys = name == "keys"
        self.refresh_keys()
        if name == "keys":
            self.stack.setCurrentIndex(0)
            return
        self.text.show_text(_words_on(name), Setting.MARKDOWN)
        self.stack.setCurrentIndex(1)

    def refresh(self) -> None:
        """Shows the same in the theme and size now in force."""
        self.text.refresh()

    def refresh_keys(self) -> None:
        """Offers the way back where a key was changed."""
        self.reset_all.setVisible(self._is_keys and self.key_list.is_changed)

    def _reset_all(self) -> None:
        self.search.setFocus()
        chosen: Chosen = {}
        self.keys_chosen.emit(chosen)

    def _narrow(self, words: str) -> None:
        self.key_list.narrow(words)


def _words_on(topic: str) -> str:
    """A topic's text in the language in force, in English where nobody has translated it."""
    translated = resource(f"help/{spoken()}/{topic}.md")
    file = translated if translated.exists() else resource(f"help/{topic}.md")
    return file.read_text(encoding="utf-8")
