"""The line below a correction: how many changes, the keys to walk them, whether they are kept."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.ui.actions import action
from reviewer_app.ui.language import in_line, tr
from reviewer_app.ui.widgets.keycap import ActionKeycap
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.widgets.pill import Pill

GAP = 8


class Foot(QWidget):
    """Says what was changed; the hints at the keys give way where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.errors, self.saved = ElidedLabel("caption"), Pill(), Pill()
        self.hints = [
            _hint(name)
            for name in ("correct.next_change", "correct.put_back", "correct.turn_changes")
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GAP)
        row.addWidget(self.words)
        row.addWidget(self.errors)
        for hint in self.hints:
            row.addWidget(hint)
        row.addStretch(1)
        row.addWidget(self.saved)

    def count(self, changes: int, errors: int) -> None:
        """Says how many changes there are, and how many fields are not as the step wants them."""
        self.errors.say(tr("%Ln error(s)", "", errors) if errors else "", "bad")
        self._say(tr("%Ln change(s)", "", changes) if changes else tr("no change yet"))

    def say_unfit(self) -> None:
        """Says that the text, as it is typed, cannot be shown as a form."""
        self._say(tr("This is no JSON yet: put it right to go on with the form."))

    @override
    def minimumSizeHint(self) -> QSize:
        """Only what is left when every hint has given way."""
        height = max(part.sizeHint().height() for part in (self.words, self.saved, *self.hints))
        return QSize(self.words.minimumSizeHint().width() + self.saved.sizeHint().width(), height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out the hints that there is no room for; menus and help have their keys."""
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        """Makes room when a part of it comes or goes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _say(self, words: str) -> None:
        self.words.show_line(words)
        self._fit()

    def _fit(self) -> None:
        told = (part for part in (self.words, self.errors, self.saved) if not part.isHidden())
        room = self.contentsRect().width() - 2 * GAP
        room -= sum(part.sizeHint().width() + 2 * GAP for part in told)
        for hint in self.hints:
            room -= hint.sizeHint().width() + 2 * GAP
            hint.setVisible(room >= 0)


def _hint(name: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    row.addWidget(label(in_line(tr(action(name).text)), "caption"))
    row.addWidget(ActionKeycap(name))
    return made
