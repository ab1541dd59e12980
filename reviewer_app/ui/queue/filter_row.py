"""The search box and the filters below it, each a small menu that says what it stands at."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.queue import Sort
from reviewer_app.domain.vocabulary import Risk, Status
from reviewer_app.services.lists import Lists
from reviewer_app.ui.jobs import Jobs
from reviewer_app.ui.language import tr
from reviewer_app.ui.queue.filters import SORT_WORDS, Filters, For, View
from reviewer_app.ui.queue.search_box import SearchBox
from reviewer_app.ui.vocabulary_words import word_of
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.flow import Flow


class FilterRow(QWidget):
    """Holds the filters; `changed` carries them."""

    changed = Signal(object)

    def __init__(self, lists: Lists, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = Filters()
        self._workflows: tuple[str, ...] = ()
        self.box = SearchBox(lists, jobs)
        self.search = self.box.field
        self.status = Chip(tr("Status"), menu=True)
        self.workflow = Chip(tr("Workflow"), menu=True)
        self.risk = Chip(tr("Risk"), menu=True)
        self.whose = Chip(tr("For"), menu=True)
        self.sort = Chip(tr("Sort"), menu=True)
        self.clear = Link(tr("Clear"))
        chips = QWidget()
        flow = Flow(chips, 5)
        for chip in (self.status, self.workflow, self.risk, self.whose, self.sort, self.clear):
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(chips)
        self._connect()
        self._say()

    def offer(self, workflows: tuple[str, ...]) -> None:
        """The workflows that there are."""
        self._workflows = workflows
        self.box.forget_names()

    def choose(self, filters: Filters) -> None:
        """Takes other filters, and says so."""
        self.filters = filters
        self.box.show_text(filters.search)
        self._say()
        self.changed.emit(filters)

    def search_now(self) -> None:
        """Searches for what is typed without waiting longer."""
        self.box.search_now()

    def _search(self, text: str) -> None:
        if text != self.filters.search:
            self.choose(replace(self.filters, search=text))

    def _connect(self) -> None:
        self.box.searched.connect(self._search)
        self.clear.clicked.connect(lambda: self.choose(self.filters.cleared()))
        self.status.clicked.connect(lambda: self._menu(self.status, "status", list(Status)))
        self.workflow.clicked.connect(
            lambda: self._menu(self.workflow, "workflow", self._workflows)
        )
        self.risk.clicked.connect(lambda: self._menu(self.risk, "risk", list(Risk)))
        self.whose.clicked.connect(lambda: self._menu(self.whose, "whose", list(For)))
        self.sort.clicked.connect(lambda: self._menu(self.sort, "sort", list(SORT_WORDS)))

    def _menu(self, chip: Chip, field: str, values: Iterable[str]) -> None:
        """Opens the choices of a filter below its chip."""
        menu = QMenu(chip)
        menu.setAccessibleName(chip.text())
        current = getattr(self.filters, field)
        _choice(
            menu,
            tr("Any") if field != "sort" else tr("As the view has it"),
            current is None,
            partial(self._set, field, None),
        )
        menu.addSeparator()
        for value in values:
            _choice(menu, _shown(value), value == current, partial(self._set, field, value))
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _set(self, field: str, value: str | None) -> None:
        self.choose(replace(self.filters, **{field: value}))  # type: ignore[arg-type]  # the menu offers each field its own kind

    def _say(self) -> None:
        filters = self.filters
        self.status.say(_word(tr("Status"), filters.status), on=filters.status is not None)
        self.status.setVisible(filters.view is View.ALL)
        self.workflow.say(_word(tr("Workflow"), filters.workflow), on=bool(filters.workflow))
        self.risk.say(_word(tr("Risk"), filters.risk), on=filters.risk is not None)
        self.whose.say(_word(tr("For"), filters.whose), on=filters.whose is not None)
        self.sort.say(_word(tr("Sort"), filters.sort), on=filters.sort is not None)
        self.clear.setVisible(filters.is_narrowed or filters.sort is not None)


def _shown(value: str) -> str:
    """A value of a filter in the reader's language; a workflow's name is the agents' own."""
    match value:
        case Sort():
            return tr(SORT_WORDS[value])
        case For():
            return tr(value)
        case Risk() | Status():
            return word_of(value)
        case _:
            return str(value)


def _word(name: str, value: str | None) -> str:
    """What a filter stands at, or its name where it restricts nothing."""
    if value is None:
        return name
    shown = revealed_line(_shown(value))
    shown = shown if len(shown) <= 18 else f"{shown[:17]}…"
    return shown[:1].upper() + shown[1:]


def _choice(menu: QMenu, words: str, is_on: bool, act: Callable[[], None]) -> None:  # noqa: FBT001 - a menu's check mark
    entry = menu.addAction(revealed_line(words).replace("&", "&&"))
    entry.setCheckable(True)
    entry.setChecked(is_on)
    entry.triggered.connect(lambda _checked=False: act())
