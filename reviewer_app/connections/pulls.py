"""Pulls of configured sources, one after the other, each with how it went kept for people."""

from collections.abc import Callable
from dataclasses import dataclass

from reviewer_app.connections.feeds import Feeds
from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.delivery import LastPull
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.services.intake import PullResult
from reviewer_app.services.progress import Cancelled, Report, never, unreported
from reviewer_app.store import deliveries
from reviewer_app.store.store import Store

Pull = Callable[[Source, Report, Cancelled], PullResult]
"""Takes in what a source has: for this profile, or for its team."""


@dataclass(frozen=True)
class Pulls:
    """Pulls a source by its name; `way` gives how it is taken in at the moment."""

    store: Store
    feeds: Feeds
    way: Callable[[], Pull]

    def pull(
        self, name: str, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> PullResult:
        """Pulls what is new, and keeps how it went.

        Raises:
            ReviewerError: the source, the hub or the database failed; what came before it stays.
        """
        try:
            result = self.way()(self.feeds.source(name), on_progress, cancelled)
        except ReviewerError as failure:
            self._keep(LastPull(source=name, at=self.store.now(), trouble=str(failure)))
            raise
        self._keep(
            LastPull(
                source=name,
                at=self.store.now(),
                new=result.new,
                unchanged=result.unchanged,
                revised=result.revised,
                flagged=result.flagged,
                refused=result.refused_count,
            )
        )
        return result

    def _keep(self, pull: LastPull) -> None:
        with self.store.writing() as connection:
            deliveries.put_last_pull(connection, pull)


def wait_asked_for(failure: ReviewerError) -> float | None:
    """Seconds that a platform wants to be left alone, where it said so."""
    return failure.retry_after if isinstance(failure, Unreachable) else None
