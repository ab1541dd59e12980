"""What stands where there is nothing: what will be here, how to get it, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.labels import label


class Blank(QWidget):
    """A sentence in the middle, with what it means below it and one thing to do."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "title")
        self.words = label("", "muted")
        self.button = Button("", "", "plain")
        self.button.hide()
        self.button.clicked.connect(self.pressed)
        for words in (self.title, self.words):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setWordWrap(True)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(8)
        column.addLayout(line)
        column.addStretch(3)

    def say(self, title: str, words: str = "", button: str = "", keys: str = "") -> None:
        """Says what is the matter; without a button text there is no button."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.button.become(button, keys, "plain")
        self.button.setAccessibleDescription(words or title)
        self.button.setVisible(bool(button))
