"""An inline field for the name of a view: Enter keeps it, Esc leaves it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.labels import ElidedLabel
from reviewer_app.ui.widgets.leaving import leaves

LONGEST = 60


class NameRow(QFrame):
    """Hidden until a name is wanted; then it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(tr("Name of the view"), tr("A name for what is listed"))
        self.field.setMaxLength(LONGEST)
        self.what = ElidedLabel("caption")
        self.keep, self.leave = Link(tr("Save") + "  ⏎"), Link(tr("Cancel") + "  Esc")
        self._then: Callable[[str], None] | None = None
        self._before: QWidget | None = None
        line = QHBoxLayout()
        line.addWidget(self.what, 1)
        line.addWidget(self.keep)
        line.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addLayout(line)
        self.field.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.close_row)
        self.field.installEventFilter(self)
        self.hide()

    def ask(self, what: str, name: str, then: Callable[[str], None]) -> None:
        """Asks for a name; `then` is called with it, and not at all where there is none."""
        window = self.window()
        self._before, self._then = window.focusWidget(), then
        self.what.show_line(what)
        self.field.setText(name)
        self.field.selectAll()
        self.show()
        self.field.setFocus()

    def close_row(self) -> None:
        """Leaves it; the keyboard goes back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self._then = self._before = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the row before the window takes it for itself."""
        return leaves(event, self.close_row) or super().eventFilter(watched, event)

    def _keep(self) -> None:
        name, then = " ".join(self.field.text().split()), self._then
        self.close_row()
        if name and then is not None:
            then(name)
