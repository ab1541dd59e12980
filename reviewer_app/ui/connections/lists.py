"""What is listed of the chosen connection: its refusals and its labels, asked for as it changes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from reviewer_app.connections.configured import Connections
from reviewer_app.domain.delivery import DeliveryState
from reviewer_app.domain.records import Refusal
from reviewer_app.ui.connections.details import Details
from reviewer_app.ui.connections.labels_card import Listed
from reviewer_app.ui.jobs import Err, Jobs, Ok

_Found = tuple[Sequence[Refusal], Sequence[Listed]]


class Lists(QObject):
    """Asks off the window's thread; an answer about another connection is dropped."""

    def __init__(self, connections: Connections, jobs: Jobs, details: Details) -> None:
        super().__init__(details)
        self._connections, self._jobs, self._details = connections, jobs, details
        self._asked = 0

    def look(self) -> None:
        """Asks what is to be listed now."""
        one = self._details.one
        if one is None:
            return
        self._asked += 1
        asked, name, state = self._asked, one.name, self._details.labels.state

        def work() -> _Found:
            refusals = self._connections.refusals(name) if one.refused else []
            return refusals, self._listed(name, state) if one.labels.get(state) else []

        def arrive(outcome: Ok[_Found] | Err) -> None:
            if asked == self._asked and isinstance(outcome, Ok):
                self._details.show_lists(*outcome.value)

        self._jobs.read(work, arrive)

    def choose_state(self) -> None:
        """Another tab was chosen."""
        one = self._details.one
        if one is not None:
            self._details.labels.show_connected(one)
            self._details.share_height()
            self.look()

    def _listed(self, name: str, state: DeliveryState) -> Sequence[Listed]:
        return self._connections.deliveries(name, state)
