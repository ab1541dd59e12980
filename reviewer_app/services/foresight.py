"""What would come of handing items over: what a person would have, and what would get late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from reviewer_app.domain.queue import Picked
from reviewer_app.domain.vocabulary import OPEN_STATUSES
from reviewer_app.services.lists import Lists
from reviewer_app.services.overview import PACE_DAYS, pace_of
from reviewer_app.store import identity, load, peers
from reviewer_app.store.store import Store

MOST = 10_000
"""Items that are looked at; of more it is told that there are more."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a person would have.

    Attributes:
        name: the person.
        now: how many items they have open.
        given: how many would be new to them.
        next_due: when the next of all that is due.
        pace: decisions an hour that it is reckoned with; None where that is not known.
        late: how many would be decided after their due time, working without a break.
        first_late: the due time of the first of these.
        is_least: more was selected than was looked at.
    """

    name: str
    now: int
    given: int
    next_due: datetime | None = None
    pace: float | None = None
    late: int = 0
    first_late: datetime | None = None
    is_least: bool = False


class Foresight:
    """Looks ahead; it changes nothing."""

    def __init__(self, store: Store, lists: Lists) -> None:
        self._store, self._lists = store, lists

    def given(self, picked: Picked, to: UUID) -> Outlook:
        """What a person would have with these items.

        Raises:
            SearchFaulty: what was picked is a search that cannot be understood.
        """
        ids = self._lists.picked(picked, MOST + 1)
        now = self._store.now()
        with self._store.reading() as connection:
            entries = peers.entries(connection, ids[:MOST]).values()
            fresh = [e for e in entries if e.status in OPEN_STATUSES and e.assignee != to]
            held = load.dues(connection, to, MOST)
            since = load.recent(now, PACE_DAYS)
            pace = pace_of(load.worked(connection, to, since))
            name = identity.person_of(connection, to).name
        dues = [due for due in (*held, *(e.due_at for e in fresh)) if due is not None]
        late = late_of(dues, now, pace) if pace else []
        return Outlook(
            name=name,
            now=len(held),
            given=len(fresh),
            next_due=min(dues, default=None),
            pace=pace,
            late=len(late),
            first_late=late[0] if late else None,
            is_least=len(ids) > MOST,
        )

    def open_of(self, picked: Picked) -> int:
        """How many of these have somebody who would lose them."""
        ids = self._lists.picked(picked, MOST)
        with self._store.reading() as connection:
            entries = peers.entries(connection, ids).values()
        return sum(e.status in OPEN_STATUSES and e.assignee is not None for e in entries)


def late_of(dues: Sequence[datetime], now: datetime, pace: float) -> list[datetime]:
    """The due times that pass before their turn comes, the earliest due done first."""
    each = timedelta(hours=1 / pace)
    return [due for n, due in enumerate(sorted(dues), 1) if due < now + n * each]
