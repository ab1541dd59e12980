"""Who decides here: the name beside the decisions."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Settings
from reviewer_app.ui.settings.section import Section
from reviewer_app.ui.widgets.fields import TextField

SETTLES_AFTER_MS = 600
"""How long after the last letter a name is saved."""


class You(Section):
    """The section about the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("You"), parent)
        self.name = TextField(tr("Your name"), tr("as it stands beside your decisions"))
        self.name.setMaxLength(200)
        self._shown_name = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES_AFTER_MS)
        self._timer.timeout.connect(self.save_name)
        self.name.textEdited.connect(lambda _text: self._timer.start())
        self.name.editingFinished.connect(self.save_name)
        note = tr("Decisions keep who made them, also when the name changes.")
        self.card(tr("Your name"), self.name, note=note)

    def show_settings(self, settings: Settings) -> None:
        """Shows the name."""
        self._shown_name = settings.reviewer
        if not self.name.hasFocus():
            self.name.setText(settings.reviewer)

    def save_name(self) -> None:
        """Saves the name where it is another one."""
        self._timer.stop()
        name = self.name.text().strip()
        if name and name != self._shown_name:
            self._shown_name = name
            self.changed.emit({"reviewer": name})
