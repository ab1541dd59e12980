"""Taking items along: long leases on the hub, with everything that is needed without it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.queue import QueueQuery
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.lists import Lists
from reviewer_app.services.progress import Cancelled, never
from reviewer_app.services.team.access import Access
from reviewer_app.services.team.attachments import Files
from reviewer_app.services.team.receiving import Fields
from reviewer_app.store import identity, leases, received
from reviewer_app.store.hub import holding, wire
from reviewer_app.store.store import Store

LONG = timedelta(hours=24)
TRIED_PER_WANTED = 4
"""How many more items than wanted are asked for, since others hold some of them."""


class TakingStopped(ReviewerError):
    """The person stopped while items were taken along."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__(
            sentence(
                "Stopped by you. The items are yours, but only {done} of {total} are here whole. "
                "Take along again to fetch the rest, or give them back.",
                done=done,
                total=total,
            )
        )


@dataclass(frozen=True, slots=True)
class CheckedOut:
    """What was taken along, and until when it is nobody else's."""

    ids: tuple[UUID, ...]
    until: datetime | None


class Checkouts:
    """The items that this machine has taken along."""

    def __init__(
        self, store: Store, access: Access, lists: Lists, fields: Fields, files: Files
    ) -> None:
        self._store, self._access, self._lists = store, access, lists
        self._fields, self._files = fields, files

    def take(
        self,
        n: int,
        lasts: timedelta = LONG,
        on_progress: Callable[[int, int], None] = lambda _done, _of: None,
        cancelled: Cancelled = never,
    ) -> CheckedOut:
        """Takes the next `n` items of this person's queue that nobody holds, contents and all.

        Raises:
            TakingStopped: the person stopped it; the items are theirs, not all are here whole.
            NotInTeam, HubUnreachable, HubDenied: it broke off; what was taken before stays taken.
        """
        wanted = self._next(n * TRIED_PER_WANTED + 50)
        taken: dict[UUID, datetime] = {}
        with self._access.connected() as link:
            while wanted and len(taken) < n:
                asked, wanted = wanted[:5_000], wanted[5_000:]
                seconds = round(lasts.total_seconds())
                sitting = self._store.device.id
                taken |= holding.claim(
                    link, asked, holding.Wish(sitting, seconds, n - len(taken), is_long=True)
                )
                self._keep(taken)
                if cancelled():
                    break
            for done, key in enumerate(waiting := self._waiting(taken)):
                here = len(taken) - len(waiting) + done
                if cancelled():
                    raise TakingStopped(here, len(taken))
                on_progress(here, len(taken))
                self._bring(link, key)
        return CheckedOut(tuple(taken), min(taken.values(), default=None))

    def give_back(self) -> int:
        """Ends every check-out of this machine that was not worked off; gives how many."""
        with self._store.reading() as connection:
            held = leases.checked_out(connection, self._store.now(), self._store.device.person_id)
        with self._access.connected() as link:
            holding.release(link, held, self._store.device.id)
        with self._store.writing() as connection:
            for item_id in held:
                leases.give_up(connection, item_id)
        return len(held)

    def _next(self, most: int) -> list[UUID]:
        mine = QueueQuery(statuses=(Status.QUEUED,), assignee=None)
        ids = self._lists.ids(mine, most)
        with self._store.reading() as connection:
            held = leases.live(connection, self._store.now(), ids)
            person = identity.person_of(connection, self._store.device.person_id)
            entries = leases.free_for(connection, ids, person)
        return [key for key in ids if key in entries and key not in held]

    def _keep(self, taken: dict[UUID, datetime]) -> None:
        me = self._store.device
        rows = [
            {
                "subject": f"{leases.ITEM}{key}",
                "holder": me.id,
                "person_id": me.person_id,
                "until": until,
                "is_checkout": True,
            }
            for key, until in taken.items()
        ]
        with self._store.writing() as connection:
            leases.note(connection, rows)

    def _waiting(self, taken: Iterable[UUID]) -> list[UUID]:
        """Those of which something is not here yet."""
        ids = list(taken)
        with self._store.reading() as connection:
            bare = set(received.without_content(connection, ids))
        return [key for key in ids if key in bare or self._files.missing(key)]

    def _bring(self, link: "wire.Link", item_id: UUID) -> None:
        """Brings the whole content and the attachments of an item here."""
        with self._store.reading() as connection:
            is_bare = bool(received.without_content(connection, [item_id]))
        if is_bare:
            found = wire.contents(link, [item_id])
            with self._store.writing() as connection:
                received.put_contents(connection, found, self._fields)
        self._files.bring(link, [item_id])
