"""Where the fields of a record are found: as the connector finds them, or where a person says."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.ui.connections.mapping import FIELDS, mapped, place_for, written
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.labels import label

META = "metadata."

SETTLES_MS = 700
"""How long after the last letter of an expression the test runs again."""


class MappingCard(Card):
    """`changed` follows every change, `settled` one that is complete; `place_wanted` a field."""

    changed = Signal()
    settled = Signal()
    place_wanted = Signal(str)

    def __init__(self, *, by_path: bool) -> None:
        super().__init__(tr("Where fields are found"))
        self._by_path, self._can_choose = by_path, False
        self._others: dict[str, str] = {}
        self.fields: dict[str, TextField] = {}
        self.links: dict[str, Link] = {}
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(5)
        self.grid.setHorizontalSpacing(10)
        self.grid.setColumnStretch(1, 1)
        self.key = TextField(
            tr("Name of a value of the metadata"), tr("metadata name, such as tier")
        )
        self.add = Link(tr("Add it"))
        self._lay_out(_note(by_path=by_path))
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLES_MS)
        self._settling.timeout.connect(self.settled)
        self.add.clicked.connect(self._add_typed)
        self.key.returnPressed.connect(self._add_typed)
        for name in FIELDS:
            self._add(name)

    def text(self) -> str:
        """The option's text."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        return written({**self._others, **typed}, by_path=self._by_path)

    def show_text(self, text: str) -> None:
        """Shows what the option says."""
        found = mapped(text, by_path=self._by_path)
        for name in found:
            if name.startswith(META) and name not in self.fields:
                self._add(name)
        self._others = {name: where for name, where in found.items() if name not in self.fields}
        for name, field in self.fields.items():
            field.setText(found.get(name, ""))
        self._settling.stop()

    def take_place(self, name: str, expression: str) -> None:
        """Says where a field is found: at a place that was chosen."""
        self.fields[name].setText(place_for(expression, by_path=self._by_path))
        self._settling.stop()
        self.settled.emit()

    def offer(self, *, can_choose: bool) -> None:
        """Offers to choose from the places of a record, where a test found some."""
        self._can_choose = can_choose
        for link in self.links.values():
            link.setEnabled(can_choose)

    def show_found(self, values: Mapping[str, str]) -> None:
        """Shows in empty fields what the connector itself found."""
        for name, field in self.fields.items():
            found = values.get(name, "")
            field.setPlaceholderText(found or tr("as it comes"))

    def _add_typed(self) -> None:
        name = self.key.text().strip().removeprefix(META)
        if not name or "=" in name or (self._by_path and "." in name):
            return
        self.key.clear()
        if META + name not in self.fields:
            self._add(META + name)
        self.fields[META + name].setFocus()

    def _add(self, name: str) -> None:
        field = TextField(tr("Where {field} is found", field=name), tr("as it comes"))
        link = Link(tr("Choose…"))
        link.setAccessibleName(tr("Choose where {field} is found", field=name))
        link.setEnabled(self._can_choose)
        self.fields[name], self.links[name] = field, link
        row = len(self.fields)
        told = label(revealed_line(name), "muted")
        self.grid.addWidget(told, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.grid.addWidget(field, row, 1)
        self.grid.addWidget(link, row, 2)
        for part in (told, field, link):
            part.show()  # what is not shown yet cannot be given the keyboard
        field.textChanged.connect(lambda _text: self._change())
        link.clicked.connect(lambda _on=False: self.place_wanted.emit(name))

    def _lay_out(self, words: str) -> None:
        note, row = label(words, "caption"), QHBoxLayout()
        note.setWordWrap(True)
        row.addWidget(self.key, 1)
        row.addWidget(self.add)
        self.body.addWidget(note)
        self.body.addLayout(self.grid)
        self.body.addLayout(row)

    def _change(self) -> None:
        self._settling.start()
        self.changed.emit()


def _note(*, by_path: bool) -> str:
    if by_path:
        return tr("Empty where the record itself names it so. A place is a path: answer.text")
    return tr("Empty where the connector finds it itself. A place is JMESPath: answer.text")
