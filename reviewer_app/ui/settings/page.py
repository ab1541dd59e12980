"""The settings page. What is chosen holds at once; there is nothing to confirm."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.ports import Settings
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.labels import label

PAGE_WIDTH = 640
SETTLES_AFTER_MS = 600
"""How long after the last letter a name is saved."""

THEMES = {"system": "As the system", "light": "Light", "dark": "Dark", "contrast": "High contrast"}
SIZES = {-2: "Smaller", 0: "Normal", 2: "Larger", 4: "Large", 8: "Largest"}


class SettingsPage(QWidget):
    """One card a setting; `changed` carries what is different."""

    changed = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.name = TextField("Your name", "as it stands beside your decisions")
        self.themes = _choices(self, list(THEMES.values()))
        self.sizes = _choices(self, list(SIZES.values()))
        self.saved = label("", "good")
        self._shown_name = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES_AFTER_MS)
        self._timer.timeout.connect(self.save_name)
        self.name.textEdited.connect(lambda _text: self._timer.start())
        self.name.editingFinished.connect(self.save_name)
        self.themes.idClicked.connect(lambda n: self.changed.emit({"theme": list(THEMES)[n]}))
        self.sizes.idClicked.connect(lambda n: self.changed.emit({"content_size": list(SIZES)[n]}))
        self._lay_out()

    def show_settings(self, settings: Settings) -> None:
        """Shows what is set."""
        self._shown_name = settings.reviewer
        if not self.name.hasFocus():
            self.name.setText(settings.reviewer)
        theme = list(THEMES).index(settings.theme) if settings.theme in THEMES else 0
        self.themes.button(theme).setChecked(True)
        nearest = min(SIZES, key=lambda size: abs(size - settings.content_size))
        self.sizes.button(list(SIZES).index(nearest)).setChecked(True)

    def save_name(self) -> None:
        """Saves the name where it is another one."""
        self._timer.stop()
        name = self.name.text().strip()
        if name and name != self._shown_name:
            self._shown_name = name
            self.changed.emit({"reviewer": name})

    def say_saved(self, words: str) -> None:
        """Says what became of the last change."""
        self.saved.setText(words)

    def _lay_out(self) -> None:
        who = Card("Your name")
        who.body.addWidget(self.name)
        who.body.addWidget(
            label("Decisions keep who made them, also when the name changes.", "caption")
        )
        look = Card("Theme")
        look.body.addLayout(_row(self.themes))
        size = Card("Size of what agents produced")
        size.body.addLayout(_row(self.sizes))
        size.body.addWidget(label("The rest of the window follows the system's font.", "caption"))
        inner = QVBoxLayout()
        inner.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label("Settings", "page"))
        head.addStretch(1)
        head.addWidget(self.saved)
        inner.addLayout(head)
        for card in (who, look, size):
            card.setFixedWidth(PAGE_WIDTH)
            inner.addWidget(card)
        inner.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.addLayout(inner)
        row.addStretch(1)


def _choices(parent: QWidget, words: list[str]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for index, word in enumerate(words):
        group.addButton(Chip(word), index)
    return group


def _row(group: QButtonGroup) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in group.buttons():
        row.addWidget(button)
    row.addStretch(1)
    return row
