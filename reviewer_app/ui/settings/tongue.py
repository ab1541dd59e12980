"""The language that the window speaks."""

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.language import SYSTEM, available, tr
from reviewer_app.ui.ports import Settings
from reviewer_app.ui.settings.section import Choices, Section


class Tongue(Section):
    """The section about the language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Language"), parent)
        names = [(language.code, language.name) for language in available()]
        self.languages = Choices(tr("Language"), [(SYSTEM, tr("As the system")), *names])
        self.languages.chosen.connect(lambda code: self.changed.emit({"language": code}))
        note = tr("Takes effect at the next start.")
        self.card(tr("Language"), self.languages, note=note)

    def show_settings(self, settings: Settings) -> None:
        """Shows what is set."""
        self.languages.show_value(settings.language)
