"""The list of spans below an output: one row each, bounded in height."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reviewer_app.domain.records import Span
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.spans.row import SpanRow
from reviewer_app.ui.widgets.bounded import Bounded

HEIGHT, ROW = 112, 29
"""Pixels that the list takes at most, and where there is little room; more spans scroll."""

ROWS_AT_MOST = 200
"""Rows that are made; what is painted and kept has no such limit."""


class SpanList(Bounded):
    """Shows spans with their error types; `wanted` and `removed` carry the place in the list."""

    wanted = Signal(int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.rows: list[SpanRow] = []
        super().__init__(content, HEIGHT, parent)
        self.hide()

    def show_rows(self, rows: Sequence[SpanRow]) -> None:
        """Shows these rows in the place of the ones before."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = list(rows[:ROWS_AT_MOST])
        for index, row in enumerate(self.rows):
            row.wanted.connect(lambda index=index: self.wanted.emit(index))
            row.removed.connect(lambda index=index: self.removed.emit(index))
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))
        self.fit()

    def has_keyboard(self) -> bool:
        """Whether one of the rows has it."""
        return QApplication.focusWidget() in self.rows

    def take_keyboard(self, index: int) -> None:
        """Gives the keyboard to a row, or to the last one where there are fewer."""
        if self.rows:
            row = self.rows[min(index, len(self.rows) - 1)]
            self.bring_into_sight(row)
            row.setFocus()


def rows_of(
    spans: Sequence[Span], output: str, error_types: Sequence[str], notes: Sequence[str]
) -> list[SpanRow]:
    """A row for each span; notes name who marked it, and only a person's own have none."""
    told = [*notes, *[""] * (len(spans) - len(notes))]
    return [
        SpanRow(
            _name(span, error_types),
            meaning_of(span, error_types),
            output[span.start : span.end],
            note,
        )
        for span, note in zip(spans[:ROWS_AT_MOST], told, strict=False)
    ]


def number_of(span: Span, error_types: Sequence[str]) -> int:
    """The number of a span's error type in the step's list, counted from 1; 0 for none of it."""
    return error_types.index(span.error_type) + 1 if span.error_type in error_types else 0


def meaning_of(span: Span, error_types: Sequence[str]) -> str:
    """The colour's meaning: the step's first error type is the gravest."""
    return "bad" if number_of(span, error_types) == 1 else "warn"


def _name(span: Span, error_types: Sequence[str]) -> str:
    number = number_of(span, error_types)
    if not span.error_type:
        return tr("marked")
    return f"{number}  {span.error_type}" if number else span.error_type
