"""Choosing where a field is found: the places of a real record, narrowed by what is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from reviewer_app.connections.trial import Place
from reviewer_app.ui.connections.text_table import TextRow, TextTable
from reviewer_app.ui.language import quoted, tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.leaving import leaves


class PlaceCard(Card):
    """`chosen` carries the field and the expression that leads to the place; Esc closes it."""

    chosen = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self._places: Sequence[Place] = ()
        self.field = ""
        self.filter = TextField(tr("Narrow the places"), tr("Type a part of a place or a value …"))
        self.close_link = Link(tr("Close"))
        self.table = TextTable(
            tr("Places of the record"), (tr("Where"), tr("What is there")), (0.45,)
        )
        note = label(
            tr("Places of the first record that the test read. Enter takes one."), "caption"
        )
        note.setWordWrap(True)
        self.head.addWidget(self.close_link)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(note)
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.table.clicked.connect(self.table.open_row)
        self.table.opened.connect(lambda place: self.chosen.emit(self.field, str(place)))
        self.close_link.clicked.connect(self.closed)
        for part in (self.filter, self.table, self.close_link):
            part.installEventFilter(self)

    def ask(self, field: str, places: Sequence[Place]) -> None:
        """Asks where a field is found."""
        self.field, self._places = field, places
        self.rename(tr("Where is {field}?", field=quoted(field)))
        self.filter.clear()
        self._narrow()
        self.filter.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes it; from the filter the arrows go into the list, and Enter takes its row."""
        if leaves(event, self.closed.emit):
            return True
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if watched is self.filter and is_key and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.table.open_row(self.table.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _narrow(self) -> None:
        typed = self.filter.text().strip().casefold()
        rows = [
            TextRow((place.expression, place.value), place.expression)
            for place in self._places
            if typed in place.expression.casefold() or typed in place.value.casefold()
        ]
        rows.sort(key=lambda row: typed not in row.words[0].casefold())
        self.table.show_rows(rows)
        if rows:
            self.table.choose_row(0)
