"""Moving items from hand to hand in short transactions, and back again as one act."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from reviewer_app.domain.changes import Changes
from reviewer_app.domain.errors import DecisionUnknown, ReviewerError
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.records import Assignment
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import OPEN_STATUSES
from reviewer_app.services.assigning.asked import HandedOver
from reviewer_app.services.desk import Saved
from reviewer_app.services.leading import check_lead
from reviewer_app.services.past import Doing, Done
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.store import handing, identity, peers
from reviewer_app.store.rows import chunks
from reviewer_app.store.store import Connection, Store
from reviewer_app.store.transaction import Transaction

AT_ONCE = 200
"""Items of one transaction, so that nobody waits long for the write lock."""

_HANDED = sentence("Handed {count:,} items to {person}")
_SHARED = sentence("Handed {count:,} items to {people} people")
_RETURNED = sentence("Gave {count:,} items back to their pools")
_TAKEN_BACK = sentence("Took back: {count:,} items are with whom they were before")
_WHY_BACK = sentence("taken back")

Places = Mapping[UUID, UUID | None]
"""By item: who has it or gets it; None is its pool."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Items and who gets them.

    `taken_from` is who is known to have them: those that somebody else has by now are left out.
    """

    targets: Places
    reason: str
    taken_from: Places | None = None


@dataclass(slots=True)
class _Run:
    """What was done so far: the items that moved, with who had them."""

    moves: Moves
    moved: dict[UUID, UUID | None] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    not_open: int = 0
    unmoved: int = 0
    barred: int = 0
    overtaken: int = 0

    def movable(self, entries: Mapping[UUID, QueueEntry], barred: handing.Barred) -> list[UUID]:
        """Those of these items that change hands; the others are counted by why they do not."""
        found: list[UUID] = []
        expected = self.moves.taken_from
        for key, entry in entries.items():
            target = self.moves.targets[key]
            if entry.status not in OPEN_STATUSES:
                self.not_open += 1
            elif entry.assignee == target:
                self.unmoved += 1
            elif expected is not None and entry.assignee != expected[key]:
                self.overtaken += 1
            elif target in barred.get(key, ()):
                self.barred += 1
            else:
                found.append(key)
        return found


class Moving:
    """Does the moves of this device's person."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def move(
        self, moves: Moves, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> tuple[HandedOver, Done | None]:
        """Moves the items; gives what came of it, and the way back if anything was done.

        Raises:
            ReviewerError: the database failed before anything was done; where it fails later the
                result says so, since what was done before stays and can be taken back.
        """
        run, keys = _Run(moves), list(moves.targets)
        started, looked = time.monotonic(), 0
        try:
            for chunk in chunks(keys, AT_ONCE):
                self._do(run, chunk)
                looked += len(chunk)
                spent = time.monotonic() - started
                on_progress(Progress(looked, len(keys), len(run.moved), spent))
                if looked < len(keys) and cancelled():
                    return self._outcome(run, is_cancelled=True)
        except ReviewerError as error:
            if not run.moved:
                raise
            return self._outcome(run, failure=error)
        return self._outcome(run)

    def _do(self, run: _Run, chunk: Sequence[UUID]) -> None:
        moves = run.moves
        with self._store.transaction() as transaction:
            entries = peers.entries(transaction.connection, chunk)
            is_to_people = any(moves.targets[key] is not None for key in chunk)
            barred = handing.barred(transaction.connection, chunk) if is_to_people else {}
            movable = run.movable(entries, barred)
            transaction.add_many([self._fact(transaction, key, moves) for key in movable])
            changes = transaction.fold()
        run.changes |= changes
        run.moved.update((key, entries[key].assignee) for key in movable)

    def _fact(self, transaction: Transaction, key: UUID, moves: Moves) -> Assignment:
        return Assignment(
            id=transaction.new_id(),
            item_id=key,
            person_id=self._store.device.person_id,
            to=moves.targets[key],
            reason=moves.reason,
            at=self._store.now(),
        )

    def _outcome(
        self, run: _Run, *, is_cancelled: bool = False, failure: ReviewerError | None = None
    ) -> tuple[HandedOver, Done | None]:
        saved = self._saved(self._words(run), run) if run.moved else None
        result = HandedOver(
            saved=saved,
            assigned=tuple(run.moved),
            not_open=run.not_open,
            unmoved=run.unmoved,
            barred=run.barred,
            overtaken=run.overtaken,
            is_cancelled=is_cancelled,
            failure=failure,
        )
        if saved is None:
            return result, None
        return result, Done(saved.sentence, lambda: self._back(run), lambda: self._again(run))

    def _back(self, run: _Run) -> Saved:
        """Each item goes back to whom it was with, unless somebody has moved it since."""
        with self._store.reading() as connection:
            check_lead(connection, self._store.device)
            before = _still_there(connection, run.moved)
        given = {key: run.moves.targets[key] for key in run.moved}
        result, _ = self.move(Moves(before, str(_WHY_BACK), taken_from=given))
        if result.saved is None:
            raise DecisionUnknown
        words = Sentence(_TAKEN_BACK, {"count": len(result.assigned)})
        return Saved(words, result.saved.item_id, result.saved.entry, result.saved.changes)

    def _again(self, run: _Run) -> Doing:
        with self._store.reading() as connection:
            check_lead(connection, self._store.device)
        targets = {key: run.moves.targets[key] for key in run.moved}
        result, done = self.move(Moves(targets, run.moves.reason))
        if result.saved is None or done is None:
            raise DecisionUnknown
        return result.saved, done

    def _words(self, run: _Run) -> Sentence:
        count, people = len(run.moved), {run.moves.targets[key] for key in run.moved}
        if len(people) > 1:
            return Sentence(_SHARED, {"count": count, "people": len(people)})
        (to,) = people
        if to is None:
            return Sentence(_RETURNED, {"count": count})
        with self._store.reading() as connection:
            name = identity.person_of(connection, to).name
        return Sentence(_HANDED, {"count": count, "person": name})

    def _saved(self, words: Sentence, run: _Run) -> Saved:
        first = next(iter(run.moved))
        with self._store.reading() as connection:
            entry = peers.entries(connection, [first]).get(first)
        return Saved(words, first, entry, run.changes)


def _still_there(connection: Connection, before: Places) -> dict[UUID, UUID | None]:
    """Who had each item; its pool where they left the team or can judge it no more."""
    people = handing.people(connection, {key for key in before.values() if key is not None})
    barred = handing.barred(connection, list(before))
    return {
        key: None
        if person is None or people[person].revoked_at is not None or person in barred.get(key, ())
        else person
        for key, person in before.items()
    }
