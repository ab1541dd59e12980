"""The settings page. What is chosen holds at once; there is nothing to confirm."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Settings
from reviewer_app.ui.settings.entry import Entry
from reviewer_app.ui.settings.keys import Keys
from reviewer_app.ui.settings.look import Look
from reviewer_app.ui.settings.notices import Notices
from reviewer_app.ui.settings.team.section import TeamSection
from reviewer_app.ui.settings.tongue import Tongue
from reviewer_app.ui.settings.you import You
from reviewer_app.ui.widgets.exclusive import choose
from reviewer_app.ui.widgets.labels import label


class SettingsPage(QWidget):
    """The sections at the left, one of them at the right; `changed` carries what is different."""

    changed = Signal(dict)

    def __init__(self, team: TeamSection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.team = team
        self.you, self.look, self.keys = You(), Look(), Keys()
        self.notices, self.tongue = Notices(), Tongue()
        self.saved = label("", "good")
        self._sections: tuple[You | Look | Keys | Notices | TeamSection | Tongue, ...] = (
            self.you,
            self.look,
            self.keys,
            self.notices,
            self.team,
            self.tongue,
        )
        self.stack, self.entries = QStackedWidget(), QButtonGroup(self)
        for index, section in enumerate(self._sections):
            section.changed.connect(self.changed)
            self.stack.addWidget(section)
            self.entries.addButton(Entry(section.accessibleName()), index)
        self.entries.idToggled.connect(self._show)
        self._lay_out()
        choose(self.entries, 0)

    def show_settings(self, settings: Settings) -> None:
        """Shows what is set."""
        for section in self._sections:
            section.show_settings(settings)

    def show_team(self) -> None:
        """Shows the section about the team."""
        choose(self.entries, self._sections.index(self.team))

    def say_saved(self, words: str) -> None:
        """Says what became of the last change."""
        self.saved.setText(words)

    def _show(self, index: int, is_on: bool) -> None:  # noqa: FBT001 - a signal carries it
        if is_on:
            self.stack.setCurrentIndex(index)
            self.setFocusProxy(self.entries.button(index))
            self.saved.setText("")

    def _lay_out(self) -> None:
        sections = QVBoxLayout()
        sections.setSpacing(2)
        for entry in self.entries.buttons():
            sections.addWidget(entry)
        sections.addStretch(1)
        parts = QHBoxLayout()
        parts.setSpacing(20)
        parts.addLayout(sections)
        parts.addWidget(self.stack, 1)
        head = QHBoxLayout()
        head.addWidget(label(tr("Settings"), "page"))
        head.addSpacing(12)
        head.addWidget(self.saved)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 12, 12)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(parts, 1)
