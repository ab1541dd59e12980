"""Rounds as long as the program runs: soon after something happened, else now and then."""

import logging
import random
import time
from collections.abc import Callable
from contextlib import ExitStack
from threading import Event
from typing import Any

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.services.team.access import Access
from reviewer_app.services.team.results import RoundResult
from reviewer_app.services.team.rounds import Rounds, Step
from reviewer_app.services.team.shared_claims import SharedClaims
from reviewer_app.store.hub import waking
from reviewer_app.store.store import Store

log = logging.getLogger("reviewer.sync")

POLL_SECONDS = 60.0
"""How long nothing may happen before a round looks anyway."""

GATHER_SECONDS = 1.5
"""How long acts are gathered before they are sent, so that a fast reviewer makes one round."""

TICK_SECONDS = 0.5
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0

ASKED_PAUSE = 2.0
"""How long a hub that failed is left alone, however often a round is asked for."""


class Watch:
    """Keeps one machine in step with its hub."""

    def __init__(
        self,
        store: Store,
        access: Access,
        rounds: Rounds,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """Takes what it works with; `chance` gives the jitter, from 0 to 1."""
        self._store, self._access, self._rounds = store, access, rounds
        self._claims = SharedClaims(store)
        self._chance = chance
        self._nudged = Event()

    def nudge(self) -> None:
        """A round is wanted soon."""
        self._nudged.set()

    def run(
        self,
        stop: Event,
        on_round: Callable[[RoundResult], None],
        on_step: Step = lambda _up, _down: None,
    ) -> None:
        """Goes on until `stop` is set. Each round's outcome is told, failures too."""
        failures = 0
        while not stop.is_set():
            try:
                result = self._rounds.run(on_step, stop.is_set, compares=False)
            except ReviewerError as error:
                result = RoundResult(reachable=False, trouble=error.told)
            on_round(result)
            failures = 0 if result.reachable else failures + 1
            if failures:
                self._pause(stop, failures)
            else:
                self._wait(stop)

    def _pause(self, stop: Event, failures: int) -> None:
        """Waits longer each time, and never as long as the others who wait for the same hub."""
        longest = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(failures, 10))
        began = time.monotonic()
        deadline = began + longest * (0.5 + self._chance() / 2)
        while (now := time.monotonic()) < deadline and not stop.wait(TICK_SECONDS):
            if self._nudged.is_set() and now - began >= ASKED_PAUSE:
                break
        self._nudged.clear()

    def _wait(self, stop: Event) -> None:
        """Waits for something to happen here or there, and tells the hub what is opened."""
        deadline = time.monotonic() + POLL_SECONDS * (0.75 + self._chance() / 2)
        try:
            with ExitStack() as open_link:
                link = open_link.enter_context(self._access.connected())
                waking.listen(link)
                self._watch(link, stop, deadline)
        except ReviewerError as error:
            log.info("waiting for the hub broke off: %s", type(error).__name__)

    def _watch(self, link: Any, stop: Event, deadline: float) -> None:  # noqa: ANN401 - the driver's
        version = -1
        try:
            while not stop.is_set() and time.monotonic() < deadline:
                fresh = self._store.version()
                if fresh != version:
                    version = fresh
                    self._claims.exchange(link)
                    if self._has_unsent():
                        stop.wait(GATHER_SECONDS)
                        return
                if self._nudged.is_set() or waking.heard(link, TICK_SECONDS):
                    stop.wait(self._chance() * GATHER_SECONDS)
                    return
        finally:
            self._nudged.clear()
            if stop.is_set():
                self._claims.release(link)

    def _has_unsent(self) -> bool:
        return self._rounds.standing().unsent > 0
