"""A question in its own place: what would happen, and the press that lets it happen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.leaving import leaves


class Question(QFrame):
    """Not there until something is asked; Esc and the other button take the question back."""

    def __init__(self, sure: str, back: str) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self._act: Callable[[], None] | None = None
        self.back_to: QWidget | None = None
        self.words = label("")
        self.words.setWordWrap(True)
        self.sure, self.back = Button(sure), Button(back, "", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.sure)
        row.addWidget(self.back)
        self.sure.clicked.connect(self._do)
        self.back.clicked.connect(self.take_back)
        for button in (self.sure, self.back):
            button.installEventFilter(self)
        self.hide()

    def ask(self, words: str, act: Callable[[], None]) -> None:
        """Asks; the keyboard is on the way back, so that Enter twice does nothing."""
        self._act = act
        self.words.setText(words)
        self.sure.describe(words)
        self.back.setAccessibleDescription(words)
        self.show()
        self.back.setFocus()

    def take_back(self) -> None:
        """Nothing is asked any longer."""
        had = self.sure.hasFocus() or self.back.hasFocus()
        self._act = None
        self.hide()
        if had and self.back_to is not None:
            self.back_to.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes the question back before the window takes it for itself."""
        return leaves(event, self.take_back) or super().eventFilter(watched, event)

    def _do(self) -> None:
        act = self._act
        self.take_back()
        if act is not None:
            act()
