"""A profile that is open as long as a process uses it, and anew in a forked child."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from weakref import WeakSet

from reviewer_app.agents.exchange import Exchange
from reviewer_app.app import open_profile
from reviewer_app.profile import Profile

HOME = "REVIEWER_HOME"
"""The variable that names a profile's folder, as for the command line."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open profile, with the exchange of its team where it belongs to one."""

    profile: Profile
    exchange: Exchange | None

    def close(self) -> None:
        """Gives both back."""
        if self.exchange is not None:
            self.exchange.close()
        self.profile.close()


class Opening:
    """Opens a profile when it is first asked for. Threads may share it."""

    def __init__(
        self, home: Path | None, open_it: Callable[[Path | None], Profile] = open_profile
    ) -> None:
        """Names the profile; `open_it` opens it."""
        self._home, self._open = home, open_it
        self._lock = Lock()
        self._opened: Opened | None = None
        _all.add(self)

    def opened(self) -> Opened:
        """The open profile.

        Raises:
            ReviewerError: it cannot be opened.
        """
        with self._lock:
            if self._opened is None:
                profile = self._open(self._home or _home_named())
                exchange = Exchange(profile) if profile.is_in_team else None
                self._opened = Opened(profile, exchange)
            return self._opened

    def close(self) -> None:
        """Gives the profile back, if it is open."""
        with self._lock:
            opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def part(self) -> None:
        """In a forked child: leaves to the parent what is the parent's.

        A child must neither use nor close a connection of its parent's: closing it would tidy up
        the log that the parent still writes.
        """
        if self._opened is not None:
            _parents.append(self._opened)
        self._lock, self._opened = Lock(), None


_all: WeakSet[Opening] = WeakSet()
_parents: list[Opened] = []


def _part_all() -> None:
    for opening in list(_all):
        opening.part()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_part_all)


def _home_named() -> Path | None:
    named = os.environ.get(HOME)
    return Path(named) if named else None
