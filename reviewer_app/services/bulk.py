"""One act for many items: each gets a fact of its own, and one undo takes all of them back."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from reviewer_app.domain.changes import Changes
from reviewer_app.domain.errors import DecisionUnknown, ReviewerError
from reviewer_app.domain.records import Decision, Decline
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.services import acts, bulk_facts
from reviewer_app.services.bulk_fit import Fit, Fitting
from reviewer_app.services.desk import Saved, Seen, StepForm
from reviewer_app.services.known import known
from reviewer_app.services.opinions import knows_others
from reviewer_app.services.past import Done
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.services.together import BulkResult, LeftOut, Together, Way
from reviewer_app.store import bulk, decisions, identity, peers
from reviewer_app.store.rows import chunks
from reviewer_app.store.store import Store
from reviewer_app.store.transaction import Transaction

T = TypeVar("T")

AT_ONCE = 100
"""Items a transaction: it holds the write lock for about a tenth of a second."""

_DID = {
    Way.APPROVE: sentence("Approved together: {count:,}"),
    Way.REJECT: sentence("Rejected together: {count:,}"),
    Way.ESCALATE: sentence("Escalated together: {count:,}"),
    Way.DECLINE: sentence("Declined together: {count:,}"),
    Way.SKIP: sentence("Skipped together: {count:,}"),
}


class Bulk:
    """Acts on many items, for one person."""

    def __init__(
        self, store: Store, policies: Policies, form_of: Callable[[UUID], StepForm]
    ) -> None:
        """Takes the store to record in, the policies, and what gives an item's step form."""
        self._store, self._policies, self._form_of = store, policies, form_of
        self._me = store.device.person_id

    def act(
        self, asked: Together, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> tuple[BulkResult, Done | None]:
        """Does the act to every item that it fits, in transactions that are short.

        Args:
            asked: the act.
            on_progress: told after each transaction, in items.
            cancelled: asked after each; what was done until then stays, and one undo takes it back.

        Returns:
            What came of it, and the way back, if anything was done.

        Raises:
            ReviewerError: the database failed before anything was done; where it fails later the
                result says so, since what was done before stays and can be taken back.
        """
        run = _Run(self._store, asked, Fitting(self._policies, self._form_of, self._me, asked))
        started, total, looked = time.monotonic(), len(asked.seens), 0
        try:
            for chunk in chunks(asked.seens, AT_ONCE):
                run.do(chunk)
                looked += len(chunk)
                on_progress(Progress(looked, total, len(run.done), time.monotonic() - started))
                if looked < total and cancelled():
                    return self._outcome(run, is_cancelled=True)
        except ReviewerError as error:
            if not run.done:
                raise
            return self._outcome(run, failure=error)
        return self._outcome(run)

    def take_back(self, bulk_id: UUID) -> Saved:
        """Takes back what stands of an act for many.

        Raises:
            DecisionUnknown: nothing of it stands.
        """
        with self._store.reading() as connection:
            found = bulk.standing(connection, bulk_id)

        def retract(transaction: Transaction, chunk: Sequence[Decision]) -> None:
            device, at = self._store.device, self._store.now()
            informed = knows_others(transaction.connection, chunk)
            transaction.add_many(
                [
                    acts.retraction_of(
                        transaction.new_id(), d, device, at, is_informed=d.item_id in informed
                    )
                    for d in chunk
                ]
            )

        return self._backwards([d for d in found if d.person_id == self._me], retract)

    def take_back_last(self) -> Saved | None:
        """Takes back the act for many that this person did last; None where it was for one."""
        with self._store.reading() as connection:
            last = decisions.last_standing(connection, self._me)
        return self.take_back(last.bulk) if last and last.bulk else None

    def _outcome(
        self, run: "_Run", *, is_cancelled: bool = False, failure: ReviewerError | None = None
    ) -> tuple[BulkResult, Done | None]:
        left_out = tuple(run.left_out)
        if not run.done:
            return BulkResult(None, (), left_out, is_cancelled), None
        words = Sentence(_DID[run.asked.way], {"count": len(run.done)})
        done = Done(words, lambda: self._back(run), lambda: self._again(run))
        saved = self._saved(words, run.done, run.changes)
        return BulkResult(saved, tuple(run.done), left_out, is_cancelled, failure), done

    def _back(self, run: "_Run") -> Saved:
        """Takes back the whole act, and puts behind again what was."""
        saved = self._facts_back(run)
        with self._store.writing() as connection:
            bulk.put_skips(connection, run.done, self._me, run.skips)
        return saved

    def _facts_back(self, run: "_Run") -> Saved:
        if run.asked.way is Way.SKIP:
            words = sentence("Took back together: {count:,}", count=len(run.done))
            return self._saved(words, run.done, _skipped(run.done))
        if run.asked.way is Way.DECLINE:
            now = self._store.now()
            return self._backwards(
                run.declines, lambda t, chunk: bulk_facts.add_regrets(t, chunk, now)
            )
        return self.take_back(run.bulk_id)

    def _again(self, run: "_Run") -> tuple[Saved, Done]:
        """Does the act anew to the items that it was done to, as they stand now."""
        with self._store.reading() as connection:
            found = known(connection, run.done, self._me)
        seens = tuple(found[key].seen for key in run.done if key in found)
        result, done = self.act(replace(run.asked, seens=seens, opened=frozenset(run.done)))
        if result.saved is None or done is None:
            raise DecisionUnknown
        return result.saved, done

    def _backwards(
        self, facts: Sequence[T], add: Callable[[Transaction, Sequence[T]], None]
    ) -> Saved:
        """Adds what takes these facts back, in transactions that are short."""
        if not facts:
            raise DecisionUnknown
        changes = Changes()
        for chunk in chunks(facts, AT_ONCE):
            with self._store.transaction() as transaction:
                add(transaction, chunk)
                changes |= transaction.fold()
        words = sentence("Took back together: {count:,}", count=len(facts))
        return self._saved(words, list(changes.items), changes)

    def _saved(self, words: str, ids: Sequence[UUID], changes: Changes) -> Saved:
        with self._store.reading() as connection:
            entry = peers.entries(connection, ids[:1]).get(ids[0])
        return Saved(words, ids[0], entry, changes)


class _Run:
    """One act under way: what was done, and what was left out."""

    def __init__(self, store: Store, asked: Together, fitting: Fitting) -> None:
        self._store, self.asked, self._fitting = store, asked, fitting
        self.bulk_id = identity.new_id()
        self.done: list[UUID] = []
        self.left_out: list[LeftOut] = []
        self.declines: list[Decline] = []
        self.skips: dict[UUID, datetime] = {}
        self.changes = Changes()

    def do(self, seens: Sequence[Seen]) -> None:
        """Does the act to those of these that it fits: one transaction."""
        me, now = self._store.device.person_id, self._store.now()
        with self._store.transaction() as transaction:
            connection = transaction.connection
            fits, left_out = self._fitting.sort_out(connection, seens, now)
            ids = [fit.seen.item_id for fit in fits]
            skips = bulk.skips(connection, ids, me)
            declines = self._add(transaction, fits)
            is_skip = self.asked.way is Way.SKIP
            if is_skip or self.asked.way.verdict is not None:
                bulk.put_skips(connection, ids, me, dict.fromkeys(ids, now) if is_skip else {})
            changes = _skipped(ids) if is_skip else transaction.fold()
        self.skips |= skips
        self.declines += declines
        self._note(fits, left_out, changes)

    def _add(self, transaction: Transaction, fits: Sequence[Fit]) -> list[Decline]:
        """Adds the facts of the act, to skip is none; gives the declines among them."""
        asked = self.asked
        if asked.way is Way.DECLINE:
            return bulk_facts.add_declines(transaction, self._store, fits, asked.reason)
        bulk_facts.add_decisions(transaction, self._store, fits, asked, self.bulk_id)
        return []

    def _note(self, fits: Sequence[Fit], left_out: Sequence[LeftOut], changes: Changes) -> None:
        """What was committed: only now it was done."""
        self.done += [fit.seen.item_id for fit in fits]
        self.left_out += left_out
        self.changes |= changes


def _skipped(ids: Sequence[UUID]) -> Changes:
    return Changes(frozenset({"skip"}), frozenset(ids))
