"""The rail: the views that there are, how much waits in each, settings and help."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.queue import COUNTED, Figure
from reviewer_app.services.desk import Counts
from reviewer_app.ui.actions import action, keycap_of
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.rail_entry import Place, RailEntry, SavedEntry
from reviewer_app.ui.widgets.keycap import ActionKeycap
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import figure

__all__ = ["VIEWS", "Rail", "RailEntry"]

WIDE, NARROW = 204, 56
"""Width of the rail in words and as icons."""

KEYED = 9
"""The saved views that have a key."""

VIEWS = (
    Place("My queue", mark("My queue"), "queue"),
    Place("Escalated to me", mark("Escalated to me"), "escalated", "violet"),
    Place("Disputed", mark("Disputed"), "disputed", "warn"),
    Place("Decided", mark("Decided"), "decided"),
    Place("All", mark("All"), "all"),
    Place("answers", mark("Answers"), "answers"),
)
LEADING = (Place("team", mark("Team"), "team"),)
BELOW = (
    Place("connections", mark("Connections"), "connections"),
    Place("settings", mark("Settings"), "settings"),
    Place("keys", mark("Help"), "help"),
)


class Rail(QFrame):
    """The entries, one above the other; `pressed` carries the id of an entry."""

    pressed = Signal(str)
    view_pressed = Signal(int)
    rename_wanted = Signal(int)
    removal_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.entries = {place.id: RailEntry(place) for place in (*VIEWS, *LEADING, *BELOW)}
        self.brand, self.section = label("Reviewer", "strong"), label(tr("REVIEW"), "section")
        self.brand.setStyleSheet("font-size: 15px; font-weight: 700;")
        self.keycap = ActionKeycap("view.find_action")
        self.saved = label(tr("SAVED VIEWS"), "section")
        self.leading = label(tr("LEAD"), "section")
        self._leads = False
        self._views, self._saved = QVBoxLayout(), list[SavedEntry]()
        self._is_narrow = False
        self._lay_out()
        for name, entry in self.entries.items():
            entry.clicked.connect(lambda _on=False, name=name: self.pressed.emit(name))
        self.show_views(())
        self.set_narrow(is_narrow=False)
        self.refresh_keys()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 2, 4, 8)
        head.addWidget(self.brand)
        head.addStretch(1)
        head.addWidget(self.keycap)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.section)
        self.section.setContentsMargins(10, 4, 0, 4)
        self.saved.setContentsMargins(10, 12, 0, 4)
        for place in VIEWS:
            column.addWidget(self.entries[place.id])
        column.addWidget(self.leading)
        self.leading.setContentsMargins(10, 12, 0, 4)
        for place in LEADING:
            column.addWidget(self.entries[place.id])
            self.entries[place.id].hide()
        column.addWidget(self.saved)
        column.addWidget(self._saved_area(), 1)
        for place in BELOW:
            column.addWidget(self.entries[place.id])

    def _saved_area(self) -> QScrollArea:
        """Room for the saved views, however many there are."""
        inner = QWidget()
        self._views.setSpacing(2)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._views)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Saved views"))
        area.setMinimumHeight(0)
        return area

    def refresh_keys(self) -> None:
        """Shows the key of the help that is now in force."""
        keys = action("help.keys").keys_in_force
        self.entries["keys"].say(keycap_of(keys[-1]) if keys else "")

    def show_counts(self, counts: Counts) -> None:
        """Shows how much waits in each view."""
        waiting = {
            "My queue": counts.queue,
            "Escalated to me": counts.escalated,
            "Disputed": counts.disputed,
            "Decided": counts.decided,
            "answers": counts.answers,
        }
        for name, count in waiting.items():
            self.entries[name].say(_figure(count))

    def show_views(self, names: Sequence[str]) -> None:
        """Shows the views that the person saved, in their order."""
        for entry in self._saved:
            self._views.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._saved = [self._entry_of(n, name) for n, name in enumerate(names)]
        for entry in self._saved:
            entry.set_narrow(is_narrow=self._is_narrow)
            self._views.addWidget(entry)
        self.saved.setVisible(bool(names) and not self._is_narrow)

    def show_figures(self, figures: Sequence[Figure | None]) -> None:
        """Shows how much is in each saved view; a mark where its search is faulty."""
        for entry, found in zip(self._saved, figures, strict=False):
            entry.say("!" if found is None else _figure(found.count, is_least=found.is_least))

    def saved_entries(self) -> Sequence[SavedEntry]:
        """The entries of the saved views."""
        return tuple(self._saved)

    def show_leading(self, *, is_shown: bool) -> None:
        """Shows the page of the team to whoever leads one, and to nobody else."""
        self._leads = is_shown
        for place in LEADING:
            self.entries[place.id].setVisible(is_shown)
        self.leading.setVisible(is_shown and not self._is_narrow)

    def show_place(self, name: str) -> None:
        """Marks where the person is."""
        for place, entry in self.entries.items():
            entry.setChecked(place == name)
        for n, saved in enumerate(self._saved):
            saved.setChecked(saved_id(n) == name)

    def _entry_of(self, n: int, name: str) -> SavedEntry:
        letter = next((c for c in name if c.isalnum()), "•").upper()
        keys = action(f"view.saved_{n + 1}").keycap if n < KEYED else ""
        entry = SavedEntry(Place(saved_id(n), name, "", letter=letter), keys)
        entry.clicked.connect(lambda _on=False: self.view_pressed.emit(n))
        entry.rename_wanted.connect(lambda: self.rename_wanted.emit(n))
        entry.removal_wanted.connect(lambda: self.removal_wanted.emit(n))
        return entry

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Shows icons alone, or words."""
        self.setFixedWidth(NARROW if is_narrow else WIDE)
        self._is_narrow = is_narrow
        for widget in (self.brand, self.section, self.keycap):
            widget.setVisible(not is_narrow)
        self.saved.setVisible(bool(self._saved) and not is_narrow)
        self.leading.setVisible(self._leads and not is_narrow)
        for entry in (*self.entries.values(), *self._saved):
            entry.set_narrow(is_narrow=is_narrow)


def saved_id(n: int) -> str:
    """The id of the saved view at a place."""
    return f"saved view {n}"


def _figure(count: int, *, is_least: bool = False) -> str:
    """A figure beside a view: nothing for none, a plus where no more were counted."""
    shown = min(count, COUNTED)
    return f"{figure(shown)}{'+' if is_least or count > COUNTED else ''}" if count else ""
