"""Erasing the contents of items: on request, or when they were kept for as long as they may be."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.durations import duration_text
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.queue import Picked
from reviewer_app.domain.records import Erasure
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Role
from reviewer_app.policy.document import Policy
from reviewer_app.services.erasing_again import AT_ONCE, again, erase_and_fold
from reviewer_app.services.lists import Lists
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.store import copies, erasures, facts, identity, membership, search
from reviewer_app.store import unfinished as pending
from reviewer_app.store.copies import Copy
from reviewer_app.store.erasures import Kept
from reviewer_app.store.rows import chunks
from reviewer_app.store.schema import DatabaseUnreachable
from reviewer_app.store.store import Connection, Store
from reviewer_app.store.transaction import Transaction

SMALL = 256 << 20
"""Bytes of a database that is written anew in a second or two."""

MOST = 1_000_000
"""Items that one request is about at most."""


class ErasingForbidden(UsageError):
    """Only some may erase what others work with."""

    def __init__(self) -> None:
        super().__init__(
            sentence("Only a lead can erase contents of the team. Nothing was erased; ask one.")
        )


class ErasingUnexplained(UsageError):
    """An erasure says why: nobody can look at what is gone."""

    def __init__(self) -> None:
        super().__init__(
            sentence("Say why: the reason is all that stays to be seen. Nothing was erased.")
        )


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure came to.

    Attributes:
        items: whose contents were erased.
        already: how many of those asked for had been erased before.
        copies: the copies kept by the program, and what became of them there.
        is_tidy: whether no trace is left in the database's own files.
        is_cancelled: the person stopped it; what was erased before stays erased.
    """

    items: tuple[UUID, ...] = ()
    already: int = 0
    copies: tuple[Copy, ...] = ()
    is_tidy: bool = True
    is_cancelled: bool = False


class Erasing:
    """Erases contents, for one profile."""

    def __init__(self, store: Store, policies: Policies) -> None:
        self._store, self._policies = store, policies
        self._lists = Lists(store, policies)

    def picked(self, picked: Picked, *, every_revision: bool = False) -> list[UUID]:
        """The items that an erasure of these would be about."""
        ids = self._lists.picked(picked, MOST)
        if not every_revision:
            return ids
        with self._store.reading() as connection:
            return erasures.siblings(connection, ids)

    def erase(
        self,
        ids: Sequence[UUID],
        reason: str,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> Erased:
        """Erases the contents of these items, for good. Decisions, journal and digests stay.

        Args:
            ids: the items; those that are not here are passed over.
            reason: why; it is kept, so it should not itself quote what is erased.
            on_progress: told after each transaction, in items.
            cancelled: asked after each.

        Raises:
            ErasingForbidden, ErasingUnexplained: nothing was erased.
            ReviewerError: the database failed; what was erased before stays erased.
        """
        if not reason.strip():
            raise ErasingUnexplained
        self._check_allowed({Role.LEAD})
        return self._erase(ids, lambda _: reason.strip(), on_progress, cancelled)

    def expired(self, policy: Policy | None = None) -> Mapping[tuple[str, str], int]:
        """How many contents of each step were kept for longer than a policy lets them.

        Args:
            policy: the one in force where None.
        """
        with self._store.reading() as connection:
            counts = {
                (kept.workflow, kept.step): erasures.count_expired(connection, kept)
                for kept in self._kept(connection, policy or self._policies.engine().policy)
            }
        return {step: n for step, n in counts.items() if n}

    def erase_expired(
        self, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> Erased:
        """Erases what was kept for longer than the policy in force lets it.

        Raises:
            ErasingForbidden: this person is neither a lead nor an intake of the team.
            ReviewerError: the database failed; what was erased before stays erased.
        """
        self._check_allowed({Role.LEAD, Role.INTAKE})
        version = self._policies.in_force()
        policy = self._policies.engine_of(version).policy
        with self._store.reading() as connection:
            found = {
                item_id: _promise(policy, kept, version.number)
                for kept in self._kept(connection, policy)
                for item_id in erasures.expired(connection, kept, MOST)
            }
        return self._erase(list(found), found.__getitem__, on_progress, cancelled)

    def finish(self) -> tuple[tuple[Copy, ...], bool]:
        """Does what is left of erasures: copies, and traces in the files of the database.

        Also after one that was killed, or that could not reach a copy. Gives what became of each
        copy, and whether the files are without a trace.
        """
        self._fill_gaps()
        return self._finish_copies(), self._tidy()

    def finish_soon(self) -> None:
        """The same where it takes but a moment: a large database is left to the next erasure."""
        if self._store.path.stat().st_size <= SMALL:
            self.finish()
        else:
            self._fill_gaps()

    def obey(self, transaction: Transaction, erased: Sequence[Erasure]) -> None:
        """Erases here what others have erased; the facts themselves are already in."""
        erase_and_fold(transaction, erased, self._store.now())

    def _erase(
        self,
        ids: Sequence[UUID],
        reason_of: Callable[[UUID], str],
        on_progress: Report,
        cancelled: Cancelled,
    ) -> Erased:
        started, looked, done = time.monotonic(), 0, list[UUID]()
        wanted, is_cancelled = list(dict.fromkeys(ids)), False
        already = 0
        for chunk in chunks(wanted, AT_ONCE):
            with self._store.transaction() as transaction:
                fresh, before = self._record(transaction, chunk, reason_of)
            done += fresh
            already += before
            looked += len(chunk)
            on_progress(Progress(looked, len(wanted), len(done), time.monotonic() - started))
            if looked < len(wanted) and cancelled():
                is_cancelled = True
                break
        kept, is_tidy = self.finish()
        return Erased(tuple(done), already, kept, is_tidy, is_cancelled)

    def _record(
        self, transaction: Transaction, ids: Sequence[UUID], reason_of: Callable[[UUID], str]
    ) -> tuple[list[UUID], int]:
        """Adds the facts and erases the rows of one batch; what was erased before stays so."""
        items = facts.items(transaction.connection, ids)
        before = erasures.of(transaction.connection, ids)
        made = [
            Erasure(
                id=transaction.new_id(),
                item_id=item_id,
                content_hash=items[item_id].content_hash,
                person_id=self._store.device.person_id,
                reason=reason_of(item_id),
                at=self._store.now(),
            )
            for item_id in ids
            if item_id in items and item_id not in before
        ]
        transaction.add_many(made)
        erase_and_fold(transaction, made, self._store.now())
        return [one.item_id for one in made], len(before)

    def _kept(self, connection: Connection, policy: Policy) -> list[Kept]:
        """The steps whose contents are not kept for ever."""
        now = self._store.now()
        named = [(pair, policy.step(*pair).retention) for pair in erasures.steps(connection)]
        return [Kept(*pair, since=now - length) for pair, length in named if length is not None]

    def _fill_gaps(self) -> None:
        """Records again what had been erased in a copy that was put back."""
        with self._store.reading() as connection:
            gaps = pending.gaps(connection)
        for chunk in chunks(gaps, AT_ONCE):
            again(self._store, chunk)

    def _finish_copies(self) -> tuple[Copy, ...]:
        with self._store.reading() as connection:
            erased = pending.erasures(connection, pending.COPIES)
        if not erased:
            return ()
        found = tuple(copies.erase_in_all(self._store.path, erased))
        if all(copy.is_done for copy in found):
            with self._store.writing() as connection:
                pending.settle(connection, pending.COPIES, erased)
        return found

    def _tidy(self) -> bool:
        """Leaves no trace of what was erased in the search index, nor in the database's files."""
        with self._store.reading() as connection:
            erased = pending.erasures(connection, pending.TRACES)
        if not erased:
            return True
        with self._store.writing() as connection:
            search.begin_tidying(connection)
        is_more = True
        while is_more:
            with self._store.writing() as connection:
                is_more = search.tidy_some(connection)
        if not self._is_scoured():
            return False
        with self._store.writing() as connection:
            pending.settle(connection, pending.TRACES, erased)
        return True

    def _is_scoured(self) -> bool:
        try:
            return self._store.scour()
        except DatabaseUnreachable:  # no room to write it anew, or somebody writes: tried again
            return False

    def _check_allowed(self, roles: set[Role]) -> None:
        with self._store.reading() as connection:
            if not _may_erase(connection, self._store.device.person_id, roles):
                raise ErasingForbidden


def _may_erase(connection: Connection, person_id: UUID, roles: set[Role]) -> bool:
    is_alone = membership.joined(connection) is None
    return is_alone or identity.person_of(connection, person_id).role in roles


def _promise(policy: Policy, kept: Kept, number: int) -> str:
    length = policy.step(kept.workflow, kept.step).retention
    told = duration_text(length) if length is not None else ""
    return f"kept for {told}, as “{policy.name}” (version {number}) says"
