"""The rows of a timeline: a row a step, and below an open one what it was given and gave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed
from reviewer_app.domain.traces.trace import Step, StepKind, Trace
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.timeline.words import figures_words, spoken_words

LINES_AT_MOST = 200
"""Lines of one argument or result that are listed; the source has the rest."""

LINE_CHARACTERS = 110
"""Longer lines go on in the next row."""


class RowRole(IntEnum):
    """What a row of the model gives beside its words."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A step, or one line of what is shown below it; `text` is the true text of that line."""

    place: int
    step: Step
    is_step: bool = True
    label: str = ""
    text: str = ""
    is_ours: bool = False
    is_error: bool = False


class StepModel(QAbstractListModel):
    """Steps in order; opening one puts its lines below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trace = Trace()
        self.has_only_tools = False
        self._open: set[int] = set()
        self._rows: list[Row] = []

    def show_trace(self, trace: Trace) -> None:
        """Lists the steps of a run, all closed."""
        self.trace = trace
        self._open = set()
        self._list_anew()

    def row_at(self, row: int) -> Row:
        """What stands in a row."""
        return self._rows[row]

    def is_open(self, place: int) -> bool:
        """Whether the step at a place of the trace is open."""
        return place in self._open

    @property
    def are_all_open(self) -> bool:
        """Whether every step that is listed is open."""
        return all(row.place in self._open for row in self._rows if row.is_step)

    def open_all(self, *, is_open: bool) -> None:
        """Opens or closes every step that is listed."""
        listed = {row.place for row in self._rows if row.is_step}
        self._open = self._open | listed if is_open else set()
        self._list_anew()

    def show_only_tools(self, *, only: bool) -> None:
        """Lists the calls of tools alone, or all steps."""
        self.has_only_tools = only
        self._list_anew()

    def toggle(self, row: int) -> int:
        """Opens or closes the step that a row belongs to; gives the row of the step."""
        row = self.step_row(row)
        shown = self._rows[row]
        lines = list(_lines(shown.place, shown.step))
        if shown.place in self._open:
            self._open.discard(shown.place)
            self.beginRemoveRows(QModelIndex(), row + 1, row + len(lines))
            del self._rows[row + 1 : row + 1 + len(lines)]
            self.endRemoveRows()
        else:
            self._open.add(shown.place)
            self.beginInsertRows(QModelIndex(), row + 1, row + len(lines))
            self._rows[row + 1 : row + 1] = lines
            self.endInsertRows()
        self.dataChanged.emit(self.index(row), self.index(row))
        return row

    def step_row(self, row: int) -> int:
        """The row of the step that a row belongs to."""
        while row and not self._rows[row].is_step:
            row -= 1
        return row

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The row itself, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RowRole.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)
        return None

    def true_text(self, rows: Iterable[int]) -> str:
        """The text of these rows as it came: lines of what is open, or whole steps."""
        return "\n".join(
            self._rows[row].text if not self._rows[row].is_step else _whole(self._rows[row].step)
            for row in rows
        )

    def _words(self, row: Row) -> str:
        if row.is_step:
            return spoken_words(row.step, is_open=self.is_open(row.place))
        text = row.text if row.is_ours else shown_line(row.text)
        return f"{row.label}: {text}" if row.label else text

    def _list_anew(self) -> None:
        self.beginResetModel()
        self._rows = list(self._listed())
        self.endResetModel()

    def _listed(self) -> Iterator[Row]:
        for place, step in enumerate(self.trace.steps):
            if self.has_only_tools and step.kind is not StepKind.TOOL:
                continue
            yield Row(place, step)
            if place in self._open:
                yield from _lines(place, step)


def shown_line(text: str) -> str:
    """A line of agent content as it is painted: everything hidden in it made visible."""
    return revealed(text).text.replace("\n", " ").replace("\t", "    ")


def _lines(place: int, step: Step) -> Iterator[Row]:
    """What is shown below an open step."""
    is_anything = False
    for label, text in (
        (tr("given"), step.arguments),
        (tr("gave"), step.result),
        (tr("error"), step.error),
        (tr("note"), step.note),
    ):
        if text:
            is_anything = True
            is_error = text is step.error
            first = Row(place, step, is_step=False, label=label, is_error=is_error)
            yield from _text_lines(first, text)
    figures = figures_words(step)
    if figures:
        yield Row(place, step, is_step=False, label=tr("took"), text=figures, is_ours=True)
    elif not is_anything:
        words = tr("The trace says nothing more about this step.")
        yield Row(place, step, is_step=False, text=words, is_ours=True)
    if step.is_cut:
        words = tr("Shortened here: the source has all of it.")
        yield Row(place, step, is_step=False, text=words, is_ours=True)


def _text_lines(first: Row, text: str) -> Iterator[Row]:
    for count, line in enumerate(_cut_lines(text)):
        if count == LINES_AT_MOST:
            words = tr("More lines follow: the source has all of them.")
            yield replace(first, label="", text=words, is_ours=True)
            return
        yield Row(
            place=first.place,
            step=first.step,
            is_step=False,
            label="" if count else first.label,
            text=line,
            is_error=first.is_error,
        )


def _cut_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield line[:LINE_CHARACTERS]
        for start in range(LINE_CHARACTERS, len(line), LINE_CHARACTERS):
            yield line[start : start + LINE_CHARACTERS]


def _whole(step: Step) -> str:
    parts = (step.name, step.arguments, step.result, step.error, step.note)
    return "\n".join(part for part in parts if part)
