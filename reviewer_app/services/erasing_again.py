"""Erasing again what had been erased, in a database that was put back."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.records import Erasure
from reviewer_app.store import erasures, facts
from reviewer_app.store import unfinished as pending
from reviewer_app.store.erasing import erase_rows
from reviewer_app.store.rows import chunks
from reviewer_app.store.store import Store
from reviewer_app.store.transaction import Transaction

AT_ONCE = 100
"""Items a transaction: all of it is erased, or none."""


def erasures_in(database: Path, now: datetime) -> list[Erasure]:
    """Every erasure that a database knows; none where it is not there, or cannot be read."""
    if not database.exists():
        return []
    try:
        with closing(Store(database, lambda: now, "", "")) as store, store.reading() as connection:
            return erasures.every(connection)
    except ReviewerError:
        return []


def carry_over(database: Path, erased: Sequence[Erasure], now: datetime) -> int:
    """Erases again, in a database that was put back, what was erased since; gives how much.

    The acts are made anew: the chain of that database knows nothing of the first ones.
    """
    if not erased:
        return 0
    with closing(Store(database, lambda: now, "", "")) as store:
        made = [one for chunk in chunks(erased, AT_ONCE) for one in again(store, chunk)]
    return len(made)


def again(store: Store, erased: Sequence[Erasure]) -> list[Erasure]:
    """Records erasures anew, of what is here and not erased; gives the new facts."""
    with store.transaction() as transaction:
        ids = [one.item_id for one in erased]
        here = facts.items(transaction.connection, ids)
        before = erasures.of(transaction.connection, ids)
        fresh = {one.item_id: one for one in erased if one.item_id in here.keys() - before.keys()}
        act = {"person_id": store.device.person_id, "at": store.now()}
        made = [
            one.model_copy(update={**act, "id": transaction.new_id()}) for one in fresh.values()
        ]
        transaction.add_many(made)
        erase_and_fold(transaction, made, store.now())
        pending.settle(transaction.connection, pending.GAP, erased)
        return made


def erase_and_fold(transaction: Transaction, erased: Sequence[Erasure], now: datetime) -> None:
    """Erases what these are about, and lets the queue follow."""
    erase_rows(transaction.connection, erased, now)
    transaction.touch("erasure", [one.item_id for one in erased])
