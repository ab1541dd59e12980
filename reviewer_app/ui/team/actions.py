"""What the keys of the team's page do; the page is made when the first of them is pressed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reviewer_app.ui.team.page import TeamPage


class TeamActions(QObject):
    """The methods that the action table names for the team's page."""

    def __init__(self, page: Callable[[], TeamPage], parent: QObject) -> None:
        super().__init__(parent)
        self._page = page

    def send(self) -> None:
        """Hands over what is selected."""
        self._page().hand_over.send()

    def find(self) -> None:
        """Goes to the search that selects what is handed over."""
        self._page().hand_over.search()

    def balance(self) -> None:
        """Proposes who gets what nobody has."""
        self._page().hand_over.propose_balance()

    def away(self) -> None:
        """Asks until when somebody is away."""
        self._page().ask_away()

    def next_dispute(self) -> None:
        """Shows the next dispute."""
        self._page().disputes.step(1)

    def previous_dispute(self) -> None:
        """Shows the dispute before."""
        self._page().disputes.step(-1)

    def take(self, number: int) -> None:
        """Takes a decision, counted from 1."""
        self._page().disputes.take(number - 1)

    def write_own(self) -> None:
        """Opens the item on the desk."""
        self._page().disputes.write_own()
