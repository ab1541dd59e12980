"""What is announced, how long before, and when the person is left alone."""

import re

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Settings
from reviewer_app.ui.settings.section import Choices, Section, on_off
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.labels import label

TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
TIME_WIDTH = 84


class Notices(Section):
    """The section about notifications."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Notifications"), parent)
        self.due = Choices(
            tr("Due soon"),
            {
                0: tr("Off"),
                10: tr("10 min before"),
                30: tr("30 min before"),
                60: tr("1 hour before"),
                240: tr("4 hours before"),
                1440: tr("1 day before"),
            },
        )
        self.assigned = Choices(tr("Given to you"), on_off())
        self.outside = Choices(tr("Outside the window"), on_off())
        self.quiet = Choices(tr("Quiet hours"), on_off())
        self.start, self.end = _time(tr("Quiet from")), _time(tr("Quiet to"))
        self.fault = label("", "bad")
        self.fault.hide()
        for name, choices in (
            ("due_soon_minutes", self.due),
            ("tell_assigned", self.assigned),
            ("tell_outside", self.outside),
            ("quiet_hours", self.quiet),
        ):
            choices.chosen.connect(lambda value, name=name: self.changed.emit({name: value}))
        self.start.editingFinished.connect(lambda: self._save("quiet_from", self.start))
        self.end.editingFinished.connect(lambda: self._save("quiet_to", self.end))
        self._shown: dict[str, str] = {}
        self._lay_out()

    def show_settings(self, settings: Settings) -> None:
        """Shows what is set."""
        self.due.show_nearest(settings.due_soon_minutes)
        self.assigned.show_value(settings.tell_assigned)
        self.outside.show_value(settings.tell_outside)
        self.quiet.show_value(settings.quiet_hours)
        self._shown = {"quiet_from": settings.quiet_from, "quiet_to": settings.quiet_to}
        self._hours.setEnabled(settings.quiet_hours)
        for field, value in ((self.start, settings.quiet_from), (self.end, settings.quiet_to)):
            if not field.hasFocus():
                field.setText(value)

    def _save(self, name: str, field: TextField) -> None:
        """Saves a time of day; anything else is said in place and not saved."""
        found = TIME.fullmatch(field.text().strip())
        self.fault.setVisible(found is None)
        if found is None:
            self.fault.setText(tr("Write a time of day as 18:30."))
            return
        value = f"{int(found[1]):02}:{found[2]}"
        field.setText(value)
        if value != self._shown.get(name):
            self.changed.emit({name: value})

    def _lay_out(self) -> None:
        self._hours = QWidget()
        row = QHBoxLayout(self._hours)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for part in (label(tr("from")), self.start, label(tr("to")), self.end):
            row.addWidget(part)
        row.addStretch(1)
        says = tr("Counts and workflows alone are shown, never what an agent produced.")
        self.card(tr("Items that are due soon"), self.due, note=says)
        self.card(tr("Items that somebody gives to you"), self.assigned)
        note = tr("Off: the message waits in the window until you come back to it.")
        self.card(tr("While the window is not in front"), self.outside, note=note)
        note = tr("What comes in quiet hours is said when they end.")
        self.card(tr("Quiet hours"), self.quiet, self._hours, self.fault, note=note)


def _time(name: str) -> TextField:
    made = TextField(name)
    made.setMaxLength(5)
    made.setFixedWidth(TIME_WIDTH)
    return made
