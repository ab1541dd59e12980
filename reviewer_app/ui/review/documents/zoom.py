"""How large a document is shown: steps of size, their keys, and the row of controls for them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import label, plain_tip
from reviewer_app.ui.wording import figure

STEP, LEAST, MOST = 1.25, 0.1, 8.0
"""One step of size, and the smallest and largest a document is shown at."""

LARGER, SMALLER, FIT = 1, -1, 0


class ZoomBar(QWidget):
    """Where in a document one is, and how large it is shown; `asked` gives 1, -1, or 0 to fit."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = label("", "caption")
        self.size_words = label("", "caption")
        self.fit, self.larger, self.smaller = Link(tr("fit")), Link("+"), Link("\u2212")
        _name(self.fit, tr("Fit to the width"), "Ctrl 0")
        _name(self.larger, tr("Larger"), "Ctrl +")
        _name(self.smaller, tr("Smaller"), "Ctrl \u2212")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.place, self.size_words, self.fit, self.larger, self.smaller):
            row.addWidget(widget)
        for link, step in ((self.fit, FIT), (self.larger, LARGER), (self.smaller, SMALLER)):
            link.clicked.connect(lambda _checked=False, step=step: self.asked.emit(step))
        self.hide()

    def say_page(self, page: int, pages: int) -> None:
        """Says which page is seen; nothing where there are not several."""
        words = tr("page {page} of {pages}", page=figure(page), pages=figure(pages))
        self.place.setText(words if pages > 1 else "")
        self.place.setVisible(pages > 1)

    def say_size(self, factor: float | None) -> None:
        """Says how large the document is shown; None says that it fits."""
        percent = "" if factor is None else tr("{share} %", share=figure(factor * 100, 0))
        self.size_words.setText(percent)
        self.size_words.setVisible(bool(percent))


def stepped(factor: float, step: int) -> float:
    """The size one step up or down, within bounds."""
    return max(LEAST, min(MOST, factor * (STEP if step > 0 else 1 / STEP)))


def step_of(event: QEvent) -> int | None:
    """The step of size that a key asks for; None where it asks for none."""
    if not isinstance(event, QKeyEvent):
        return None
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier)
    held &= ~Qt.KeyboardModifier.ShiftModifier
    if held != Qt.KeyboardModifier.ControlModifier:
        return None
    keys = {
        Qt.Key.Key_Plus: LARGER,
        Qt.Key.Key_Equal: LARGER,
        Qt.Key.Key_Minus: SMALLER,
        Qt.Key.Key_0: FIT,
    }
    return keys.get(Qt.Key(event.key()))


def _name(link: Link, words: str, keys: str) -> None:
    link.setAccessibleName(words)
    link.setToolTip(plain_tip(f"{words}   {keys}"))
