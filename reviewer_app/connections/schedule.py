"""Pulls and pushes by themselves, each connection in its own rhythm, patient with what fails."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from reviewer_app.connections.pulls import Pulls, wait_asked_for
from reviewer_app.connections.pushes import Pushes
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence
from reviewer_app.services.feedback.pushing import PushResult
from reviewer_app.services.intake import PullResult
from reviewer_app.services.progress import Cancelled
from reviewer_app.settings import ConnectionSettings, Settings

log = logging.getLogger("reviewer.schedule")

LOOK_SECONDS = 1.0
"""How often the schedule looks whether anything is due."""

PUSH_SECONDS = 5.0
"""How often labels that may leave are looked for: a sink hears of a decision this soon."""

FIRST_PAUSE, LONGEST_PAUSE = 15.0, 1_800.0
"""Seconds that what failed is left alone: the first time, and at most."""


class Direction(StrEnum):
    """What a connection does."""

    PULL = "pull"
    PUSH = "push"


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that the schedule did, for whoever watches it."""

    direction: Direction
    name: str
    pulled: PullResult | None = None
    pushed: PushResult | None = None
    trouble: str = ""


@dataclass
class _Turn:
    """When a connection has its next turn, and how often it failed since it last worked."""

    at: datetime
    failures: int = 0


Tell = Callable[[Happened], None]


@dataclass
class Schedule:
    """Gives each connection its turns while the program runs.

    Attributes:
        every: seconds between two pulls of every source, instead of what is set for each.
    """

    settings: Callable[[], Settings]
    pulls: Pulls
    pushes: Pushes
    now: Callable[[], datetime]
    every: float | None = None
    _turns: dict[tuple[Direction, str], _Turn] = field(default_factory=dict)

    def run(self, stop: threading.Event, tell: Tell, only: Sequence[str] = ()) -> None:
        """Works until it is stopped.

        Args:
            stop: set by whoever wants it to end; what is under way ends at its next batch.
            tell: told of everything that happened.
            only: the connections that have turns; all where empty.
        """
        while not stop.is_set():
            self.work(tell, stop.is_set, only)
            stop.wait(LOOK_SECONDS)

    def work(self, tell: Tell, cancelled: Cancelled, only: Sequence[str] = ()) -> None:
        """Does what is due now, once."""
        for name, one in self.settings().sources.items():
            if self._has_turn(Direction.PULL, name, one, only) and not cancelled():
                self._pull(name, one, tell, cancelled)
        if not self.pushes.is_ours():
            return
        names = [
            name
            for name, one in self.pushes.configured().items()
            if self._has_turn(Direction.PUSH, name, one, only)
        ]
        if names and not cancelled():
            self._push(names, tell, cancelled)

    def ask_soon(self, name: str) -> None:
        """Gives a connection its turns at once."""
        for direction in Direction:
            self._turns.pop((direction, name), None)

    def _has_turn(
        self, direction: Direction, name: str, one: ConnectionSettings, only: Sequence[str]
    ) -> bool:
        is_wanted = (not only or name in only) and not one.is_paused
        if direction is Direction.PULL:
            is_wanted = is_wanted and (self.every is not None or one.every_minutes > 0)
        turn = self._turns.get((direction, name))
        return is_wanted and (turn is None or turn.at <= self.now())

    def _pull(self, name: str, one: ConnectionSettings, tell: Tell, cancelled: Cancelled) -> None:
        seconds = self.every if self.every is not None else one.every_minutes * 60
        try:
            result = self.pulls.pull(name, cancelled=cancelled)
        except ReviewerError as failure:
            self._failed(Direction.PULL, name, wait_asked_for(failure))
            tell(Happened(Direction.PULL, name, trouble=failure.told))
            return
        except Exception:
            log.exception("the source “%s” (%s) broke", name, one.kind)
            self._failed(Direction.PULL, name, None)
            told = sentence("“{name}” could not be read; the log says where it broke.", name=name)
            tell(Happened(Direction.PULL, name, trouble=told))
            return
        self._worked(Direction.PULL, name, seconds)
        tell(Happened(Direction.PULL, name, pulled=result))

    def _push(self, names: Sequence[str], tell: Tell, cancelled: Cancelled) -> None:
        for result in self.pushes.push(names, cancelled):
            if result.is_quiet:
                self._rest(Direction.PUSH, result.sink, PUSH_SECONDS)
                continue
            if result.trouble:
                self._failed(Direction.PUSH, result.sink, result.retry_after)
            else:
                self._worked(Direction.PUSH, result.sink, PUSH_SECONDS)
            tell(Happened(Direction.PUSH, result.sink, pushed=result, trouble=result.trouble))

    def _worked(self, direction: Direction, name: str, seconds: float) -> None:
        self._turns[direction, name] = _Turn(self.now() + timedelta(seconds=seconds))

    def _rest(self, direction: Direction, name: str, seconds: float) -> None:
        """Nothing was to be done: neither a success nor a failure."""
        before = self._turns.get((direction, name))
        failures = before.failures if before else 0
        self._turns[direction, name] = _Turn(self.now() + timedelta(seconds=seconds), failures)

    def _failed(self, direction: Direction, name: str, wanted: float | None) -> None:
        """Leaves it alone twice as long each time, and as long as it asked for at least."""
        before = self._turns.get((direction, name))
        failures = (before.failures if before else 0) + 1
        pause = min(FIRST_PAUSE * 2.0 ** (failures - 1), LONGEST_PAUSE)
        at = self.now() + timedelta(seconds=max(pause, wanted or 0.0))
        self._turns[direction, name] = _Turn(at, failures)
