"""A command that is asked about once, in its own place: the second press does it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.labels import ElidedLabel
from reviewer_app.ui.widgets.leaving import leaves


class AskedOnce(QWidget):
    """`confirmed` follows the second press; Esc and the other button take the question back."""

    confirmed = Signal()

    def __init__(self, words: str, sure: str, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.sure = Button(words, ""), Button(sure, "", "primary")
        self.back, self.asks = Button(back, "", "quiet"), ElidedLabel("body")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.first, self.asks, self.sure, self.back):
            row.addWidget(part)
        self.first.clicked.connect(self.ask)
        self.sure.clicked.connect(self._confirm)
        self.back.clicked.connect(self.take_back)
        for button in (self.sure, self.back):
            button.installEventFilter(self)
        self.take_back()

    def say(self, asks: str) -> None:
        """What is asked, before the second press."""
        self.asks.show_line(asks)

    def ask(self) -> None:
        """Asks; the keyboard is on the way back, so that Enter twice does nothing."""
        self.first.hide()
        self.asks.setVisible(bool(self.asks.text()))
        self.sure.show()
        self.back.show()
        self.back.setFocus()

    def take_back(self) -> None:
        """As before the first press."""
        had = self.sure.hasFocus() or self.back.hasFocus()
        for part in (self.asks, self.sure, self.back):
            part.hide()
        self.first.show()
        if had:
            self.first.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes the question back before the window takes it for itself."""
        return leaves(event, self.take_back) or super().eventFilter(watched, event)

    def _confirm(self) -> None:
        self.take_back()
        self.confirmed.emit()
