"""How far a platform was read that can only be asked for runs by when they began."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from reviewer_app.connectors.web.moments import cursor_at, moment_in

HELD = timedelta(days=7)
"""How long a run that has not ended keeps later pulls from beginning after it."""


@dataclass(slots=True)
class Starts:
    """The starts of the runs that one pull saw.

    A run that has not ended yet brings no output, so the next pull must find it again: the place
    to go on from is its start, unless it is so old that it will never end.
    """

    latest: datetime | None = None
    waiting: tuple[datetime, ...] = ()

    def saw(self, start: object, *, has_ended: bool) -> None:
        """Takes one run into account; a start that is no time says nothing."""
        found = moment_in(start) if isinstance(start, str) else None
        if found is None:
            return
        self.latest = max(self.latest or found, found)
        if not has_ended:
            self.waiting = (*self.waiting, found)

    def cursor(self, before: str | None) -> str | None:
        """The cursor after this pull; the one before where it saw nothing."""
        latest = max(filter(None, (self.latest, moment_in(before))), default=None)
        if latest is None:
            return before
        held = [start for start in self.waiting if start >= latest - HELD]
        return cursor_at(min([latest, *held]))


def begins_at(cursor: str | None, since: datetime | None, overlap: timedelta) -> datetime | None:
    """When the runs begin that a pull asks for; None for all."""
    reached = moment_in(cursor)
    return reached - overlap if reached else since
