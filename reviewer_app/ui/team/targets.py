"""To whom items go: people, back to their pool, or whoever the balance gives them to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.services.overview import PersonLoad, Presence
from reviewer_app.ui.language import tr
from reviewer_app.ui.team.words import where_words
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.exclusive import choose
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.flow import Flow
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.wording import Clock

SHOWN = 8
"""People who stand as choices at once; of more, those whose names begin as is typed."""

LONGEST_NAME = 24


class Way(Enum):
    """What a target is."""

    PERSON = auto()
    POOL = auto()
    BALANCE = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """One choice: a person, the pool that an item came from, or the balance."""

    way: Way
    person_id: UUID | None = None
    name: str = ""


POOL, BALANCE = Target(Way.POOL), Target(Way.BALANCE)


class Targets(QWidget):
    """The choices as chips; `chosen` follows the choice of a person."""

    chosen = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._people: Sequence[PersonLoad] = ()
        self.target: Target | None = None
        self.field = TextField(tr("Find a person"), tr("Type a name …"))
        self.field.textChanged.connect(self._narrow)
        self.chips: list[tuple[Chip, Target]] = []
        self._group = QButtonGroup(self)
        self._flow_of = QWidget()
        self._flow = Flow(self._flow_of, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._flow_of)

    def show_people(self, people: Sequence[PersonLoad]) -> None:
        """Offers these; what was chosen stays chosen where it is still offered."""
        there = [p for p in people if p.may_have and p.where.presence is not Presence.REVOKED]
        if there == self._people and self.chips:
            return
        self._people = there
        self.field.setVisible(len(there) > SHOWN)
        self._narrow()

    def choose(self, target: Target | None) -> None:
        """Takes a target as chosen, as if it had been pressed; None takes none."""
        self.target = target
        shown = [known for _, known in self.chips]
        if target is not None and target not in shown and target.way is Way.PERSON:
            self.field.setText(target.name)
        self._check()
        self.chosen.emit()

    def begin(self) -> None:
        """Gives the keyboard to the field for names, else to the first choice."""
        if not self.field.isHidden():
            self.field.setFocus()
        elif self.chips:
            self.chips[0][0].setFocus()

    def take_first(self) -> None:
        """Chooses the first that is listed, as Enter in the field does."""
        if self.chips:
            self.choose(self.chips[0][1])

    def _narrow(self) -> None:
        typed = self.field.text().strip().casefold()
        fitting = [load for load in self._people if typed in load.person.name.casefold()]
        fitting.sort(key=lambda load: not load.person.name.casefold().startswith(typed))
        wanted = [Target(Way.PERSON, load.person.id, load.person.name) for load in fitting[:SHOWN]]
        self._drop_chips()
        loads = {load.person.id: load for load in self._people}
        for target in (*wanted, POOL, BALANCE):
            self._add(target, loads.get(target.person_id) if target.person_id else None)
        self._check()

    def _add(self, target: Target, load: PersonLoad | None) -> None:
        chip = Chip(_words(target, load))
        where = where_words(load.where, self._clock()) if load else ""
        name = revealed_line(target.name)
        chip.setToolTip(plain_tip(" · ".join(part for part in (name, where) if part)))
        chip.setAccessibleDescription(where or tr("Where the items go"))
        chip.clicked.connect(lambda _on=False: self.choose(target))
        self.chips.append((chip, target))
        self._group.addButton(chip, len(self.chips) - 1)
        self._flow.addWidget(chip)
        chip.show()

    def _check(self) -> None:
        """Checks the chip of what is chosen; without one every chip is a stop of the keyboard."""
        shown = [target for _, target in self.chips]
        if self.target in shown:
            choose(self._group, shown.index(self.target))
            return
        self._group.setExclusive(False)
        for chip, _ in self.chips:
            chip.setChecked(False)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.setExclusive(True)

    def _drop_chips(self) -> None:
        for chip, _ in self.chips:
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []


def _words(target: Target, load: PersonLoad | None) -> str:
    if target.way is Way.POOL:
        return tr("back to the pool")
    if target.way is Way.BALANCE:
        return tr("balance for me")
    name = revealed_line(target.name)
    name = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    if load is not None and load.where.presence is Presence.AWAY:
        return tr("{name} (away)", name=name)
    return name
