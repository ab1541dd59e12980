"""Intake for a team: one machine at a time pulls a source, from where the last one was."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence
from reviewer_app.services.intake import Intake, PullResult
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.services.team.access import Access
from reviewer_app.services.team.rounds import Rounds
from reviewer_app.store import arrivals, identity
from reviewer_app.store.hub import holding, wire
from reviewer_app.store.store import Store

LEASE_SECONDS = 120
RENEWED_SECONDS = 30

SINK = "sink:"
"""What the lease of a sink begins with, to tell it from that of a source of its name."""


class SourceBusy(ReviewerError):
    """Another machine of the team pulls this source now."""

    def __init__(self, source: str, person: str | None) -> None:
        super().__init__(
            sentence(
                "“{source}” is being pulled by {person} now; it is left to them. If that machine "
                "stops, this one takes over within two minutes.",
                source=source,
                person=person or sentence("somebody"),
            )
        )


class TeamIntake:
    """Pulls sources for the team, under a lease for each."""

    def __init__(self, store: Store, access: Access, intake: Intake, rounds: Rounds) -> None:
        self._store, self._access = store, access
        self._intake, self._rounds = intake, rounds
        self._sitting = identity.new_random_id()

    def pull(
        self, source: Source, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> PullResult:
        """Pulls what is new, sends it to the hub, and moves the team's cursor behind it.

        Raises:
            SourceBusy: another machine pulls it now.
            HubUnreachable: nothing was pulled, since nobody can say how far the team has come.
        """
        with self._access.connected() as link, self._leased(link, source.name) as renew:

            def report(progress: Progress) -> None:
                renew()
                on_progress(progress)

            result = self._intake.pull(source, report, cancelled)
            renew(now=True)
            self._rounds.run(cancelled=cancelled, compares=False)
            self._move_cursor(link, source.name)
        return result

    @contextmanager
    def sink_leased(self, sink: str) -> Iterator[Callable[..., None]]:
        """Keeps the team's other machines from pushing to a sink; gives what renews that.

        Raises:
            SourceBusy: another machine pushes to it now.
            HubUnreachable: nobody can say whether another machine does.
        """
        with self._access.connected() as link, self._held(link, SINK + sink, sink) as (renew, _):
            yield renew

    @contextmanager
    def _leased(self, link: Any, source: str) -> Iterator[Callable[..., None]]:  # noqa: ANN401 - the driver's
        with self._held(link, source, source) as (renew, cursor):
            if cursor is not None:
                with self._store.writing() as connection:
                    arrivals.put_cursor(connection, source, cursor, self._store.now())
            yield renew

    @contextmanager
    def _held(
        self,
        link: Any,  # noqa: ANN401 - the driver's
        subject: str,
        called: str,
    ) -> Iterator[tuple[Callable[..., None], str | None]]:
        """Holds a lease on the hub; gives what renews it, and how far the team has read."""
        taken = holding.take_source(link, subject, self._sitting, LEASE_SECONDS)
        if not taken["granted"]:
            raise SourceBusy(called, taken["person"])
        last = time.monotonic()

        def renew(*, now: bool = False) -> None:
            nonlocal last
            if now or time.monotonic() - last > RENEWED_SECONDS:
                again = holding.take_source(link, subject, self._sitting, LEASE_SECONDS)
                if not again["granted"]:
                    raise SourceBusy(called, again["person"])
                last = time.monotonic()

        try:
            yield renew, taken["cursor"]
        finally:
            holding.free_source(link, subject, self._sitting)

    def _move_cursor(self, link: Any, source: str) -> None:  # noqa: ANN401 - the driver's
        """Behind the items: who breaks off in between pulls some again, and no harm is done."""
        with self._store.reading() as connection:
            cursor = arrivals.cursor(connection, source)
        if cursor is not None:
            wire.put_items(link, source, [], cursor)
