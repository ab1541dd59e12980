"""How the connections stand: asked for off the window's thread, told to whoever shows it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.connections.configured import Connected, Connections
from reviewer_app.connections.schedule import Direction, Happened
from reviewer_app.ui.connections.words import State, state_of
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok

SETTLES_MS = 200
"""Several things that happen at once are looked at once."""

_TROUBLED = frozenset({State.TROUBLE, State.SECRET, State.ATTENTION})


class Standing(QObject):
    """The connections as they are now. `changed` follows when they are otherwise."""

    changed = Signal()

    def __init__(self, connections: Connections, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connections, self._jobs = connections, jobs
        self.rows: Sequence[Connected] = ()
        self.is_known, self.trouble = False, ""
        self._push_troubles: dict[str, str] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLES_MS)
        self._soon.timeout.connect(self.look)

    def look(self) -> None:
        """Asks how they stand."""
        self._jobs.read(self._connections.listed, self._arrive)

    def look_soon(self) -> None:
        """Something may be otherwise."""
        if not self._soon.isActive():
            self._soon.start()

    def note(self, happened: Happened) -> None:
        """Takes in what the schedule did; what changed nothing is not looked at."""
        if happened.direction is Direction.PULL:
            self.look_soon()
            return
        before = self._push_troubles.get(happened.name, "")
        self._push_troubles[happened.name] = happened.trouble
        result = happened.pushed
        is_moved = result is not None and (
            result.delivered or result.failed or result.conflicts or result.postponed
        )
        if is_moved or before != happened.trouble:
            self.look_soon()

    def push_trouble(self, name: str) -> str:
        """Why labels cannot be sent there at the moment; empty where they can."""
        return self._push_troubles.get(name, "")

    def state(self, one: Connected) -> State:
        """How one stands."""
        return state_of(one, self.push_trouble(one.name))

    def troubled(self) -> list[Connected]:
        """Those that somebody should look at."""
        return [one for one in self.rows if self.state(one) in _TROUBLED]

    def stop(self) -> None:
        """Looks no more."""
        self._soon.stop()

    def _arrive(self, outcome: Ok[list[Connected]] | Err) -> None:
        self.is_known = True
        if isinstance(outcome, Ok):
            self.rows, self.trouble = outcome.value, ""
        else:
            self.trouble = words_of(outcome.error)
        self.changed.emit()
