"""The exchange with a team's hub while an agent's program runs."""

import logging
from datetime import datetime
from threading import Event, Thread

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.profile import Profile
from reviewer_app.services.team.results import RoundResult

log = logging.getLogger("reviewer.sync")

FIRST_SECONDS = 10.0
"""How long the first round is waited for before what is known here is gone by."""

ENDING_SECONDS = 15.0
"""How long the end of a program waits for a round under way."""


class Exchange:
    """Keeps this machine in step with the hub, on a thread of its own, until it is closed."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._stop, self._first = Event(), Event()
        self._seen_until = profile.rounds.standing().reached_at
        self._result = RoundResult()
        self._thread = Thread(target=self._run, name="reviewer-hub", daemon=True)
        self._thread.start()

    @property
    def seen_until(self) -> datetime | None:
        """Up to when this machine knows what others did; None where it never reached the hub."""
        return self._seen_until

    @property
    def refusal(self) -> str:
        """Why the hub does not let this machine in; empty where it does, or does not answer."""
        return self._result.trouble if self._result.is_denied else ""

    def await_first(self) -> None:
        """Waits for the first round, as long as it is worth it: it brings the team's policy."""
        self._first.wait(FIRST_SECONDS)

    def nudge(self) -> None:
        """A round is wanted soon."""
        self._profile.watch.nudge()

    def close(self) -> None:
        """Ends the exchange; what was not sent yet is sent, where the hub takes it now."""
        self._stop.set()
        self._thread.join(ENDING_SECONDS)
        try:
            if self._profile.rounds.standing().unsent and self._result.reachable:
                self._profile.rounds.run(compares=False)
        except ReviewerError as error:
            log.warning("the last round broke off: %s", type(error).__name__)

    def _run(self) -> None:
        try:
            self._profile.watch.run(self._stop, self._note)
        finally:
            self._first.set()

    def _note(self, result: RoundResult) -> None:
        self._result = result
        if result.reachable:
            self._seen_until = self._profile.store.now()
        self._first.set()
