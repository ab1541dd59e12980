"""Handing items over: to a person or back to their pools, many at once, taken back as one."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.changes import Changes
from reviewer_app.domain.errors import DecisionUnknown, UsageError
from reviewer_app.domain.queue import Picked, QueueEntry, QueueQuery
from reviewer_app.domain.records import Assignment, Person
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import OPEN_STATUSES
from reviewer_app.services.desk import Saved
from reviewer_app.services.leading import check_lead
from reviewer_app.services.past import Doing, Done
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.services.review import ReviewSession
from reviewer_app.store import identity, peers
from reviewer_app.store.rows import chunks
from reviewer_app.store.store import Connection, Store

AT_ONCE = 500
"""Items of one transaction, so that nobody waits long for the write lock."""

MOST = 200_000
"""Items that are handed over in one go at most."""

_HANDED = sentence("Handed {count:,} items to {person}")
_RETURNED = sentence("Gave {count:,} items back to their pools")
_TAKEN_BACK = sentence("Took back: {count:,} items are with whom they were before")


class ReasonMissing(UsageError):
    """Nobody said why."""

    def __init__(self) -> None:
        super().__init__(
            sentence("Why? Whoever gets the items, and whoever had them, will read the reason.")
        )


class RecipientAway(UsageError):
    """The person is not there."""

    def __init__(self, person: Person) -> None:
        super().__init__(
            sentence(
                "{person} is away until {until}, so nothing was handed over. Choose somebody else, "
                "or say that it may wait.",
                person=person.name,
                until=f"{person.away_until:%d %b}" if person.away_until else "",
            )
        )


class RecipientGone(UsageError):
    """The person does not belong to the team any more, or never did."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence("{person} is not in the team, so nothing was handed over.", person=name)
        )


@dataclass(frozen=True, slots=True)
class HandOver:
    """Items, and who shall have them; nobody means back to their pools."""

    picked: Picked
    to: UUID | None
    reason: str
    even_away: bool = False


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What a handing over came to.

    Attributes:
        saved: the sentence and what changed; None where nothing did.
        assigned: the items that changed hands.
        not_open: how many were left out because nobody has to decide them any more.
        unmoved: how many were with this person already.
        is_cancelled: the person stopped it; what was done before stays.
    """

    saved: Saved | None
    assigned: tuple[UUID, ...] = ()
    not_open: int = 0
    unmoved: int = 0
    is_cancelled: bool = False


class Assigning:
    """Who has what, changed by leads and by who works alone."""

    def __init__(self, store: Store, review: ReviewSession) -> None:
        self._store, self._review = store, review

    def assign(
        self, asked: HandOver, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> HandedOver:
        """Hands items over. It can be taken back as one act.

        Raises:
            OnlyLeads, ReasonMissing, RecipientAway, RecipientGone: nothing was handed over.
        """
        with self._store.reading() as connection:
            check_lead(connection, self._store.device)
            self._check(connection, asked)
        ids = self._review.lists.picked(asked.picked, MOST)
        targets = dict.fromkeys(ids, asked.to)
        result, done = self._move(targets, asked.reason.strip(), on_progress, cancelled)
        if done is not None:
            self._review.keep(done)
        return result

    def distribute(
        self,
        targets: Mapping[UUID, UUID | None],
        reason: str,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> HandedOver:
        """Hands each item to the person that a plan names for it; taken back as one act.

        Raises:
            OnlyLeads, ReasonMissing: nothing was handed over.
        """
        with self._store.reading() as connection:
            check_lead(connection, self._store.device)
        if not reason.strip():
            raise ReasonMissing
        result, done = self._move(targets, reason.strip(), on_progress, cancelled)
        if done is not None:
            self._review.keep(done)
        return result

    def return_all(self, person_id: UUID, reason: str) -> int:
        """Gives everything that a person has open back to its pools; gives how many."""
        query = QueueQuery(statuses=OPEN_STATUSES, assignee=person_id)
        asked = HandOver(Picked(query=query), None, reason)
        return len(self.assign(asked).assigned)

    def _check(self, connection: Connection, asked: HandOver) -> None:
        if not asked.reason.strip():
            raise ReasonMissing
        if asked.to is None:
            return
        person = identity.person_of(connection, asked.to)
        if person.revoked_at is not None or person.source is not None:
            raise RecipientGone(person.name)
        is_away = person.away_until is not None and person.away_until > self._store.now()
        if is_away and not asked.even_away:
            raise RecipientAway(person)

    def _move(
        self,
        targets: Mapping[UUID, UUID | None],
        reason: str,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> tuple[HandedOver, Done | None]:
        started, looked = time.monotonic(), 0
        moved: dict[UUID, UUID | None] = {}
        not_open = unmoved = 0
        changes = Changes()
        is_cancelled = False
        for chunk in chunks(list(targets), AT_ONCE):
            with self._store.transaction() as transaction:
                entries = peers.entries(transaction.connection, chunk)
                movable, closed = _sorted_out(entries, targets)
                transaction.add_many(
                    [self._fact(transaction.new_id(), key, targets[key], reason) for key in movable]
                )
                changes |= transaction.fold()
            moved.update(movable)
            not_open += closed
            unmoved += len(entries) - closed - len(movable)
            looked += len(chunk)
            on_progress(Progress(looked, len(targets), len(moved), time.monotonic() - started))
            if looked < len(targets) and cancelled():
                is_cancelled = True
                break
        if not moved:
            return HandedOver(None, (), not_open, unmoved, is_cancelled), None
        saved = self._saved(self._words(targets, moved), moved, changes)
        result = HandedOver(saved, tuple(moved), not_open, unmoved, is_cancelled)
        reached = {key: targets[key] for key in moved}
        done = Done(saved.sentence, lambda: self._back(moved), lambda: self._again(reached, reason))
        return result, done

    def _fact(self, key: UUID, item_id: UUID, to: UUID | None, reason: str) -> Assignment:
        return Assignment(
            id=key,
            item_id=item_id,
            person_id=self._store.device.person_id,
            to=to,
            reason=reason,
            at=self._store.now(),
        )

    def _back(self, before: Mapping[UUID, UUID | None]) -> Saved:
        """Each item goes back to whom it was with."""
        result, _ = self._move(before, str(sentence("taken back")))
        if result.saved is None:
            raise DecisionUnknown
        words = Sentence(_TAKEN_BACK, {"count": len(result.assigned)})
        return Saved(words, result.saved.item_id, result.saved.entry, result.saved.changes)

    def _again(self, targets: Mapping[UUID, UUID | None], reason: str) -> Doing:
        result, done = self._move(targets, reason)
        if result.saved is None or done is None:
            raise DecisionUnknown
        return result.saved, done

    def _words(
        self, targets: Mapping[UUID, UUID | None], moved: Mapping[UUID, UUID | None]
    ) -> Sentence:
        people = {targets[key] for key in moved}
        to = next(iter(people)) if len(people) == 1 else None
        if len(people) == 1 and to is None:
            return Sentence(_RETURNED, {"count": len(moved)})
        with self._store.reading() as connection:
            name = identity.person_of(connection, to).name if to else f"{len(people)}"
        return Sentence(_HANDED, {"count": len(moved), "person": name})

    def _saved(self, words: str, moved: Mapping[UUID, UUID | None], changes: Changes) -> Saved:
        first = next(iter(moved))
        with self._store.reading() as connection:
            entry = peers.entries(connection, [first]).get(first)
        return Saved(words, first, entry, changes)


def _sorted_out(
    entries: Mapping[UUID, QueueEntry], targets: Mapping[UUID, UUID | None]
) -> tuple[dict[UUID, UUID | None], int]:
    """Who has each item that changes hands, and how many are open no more."""
    is_open = {key: entry for key, entry in entries.items() if entry.status in OPEN_STATUSES}
    movable: Sequence[UUID] = [k for k, e in is_open.items() if e.assignee != targets[k]]
    return {key: is_open[key].assignee for key in movable}, len(entries) - len(is_open)
