"""One act of erasing within a transaction: the index, every row, and what is left to do after."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from reviewer_app.domain.records import Erasure
from reviewer_app.store import erasures, search, unfinished


def erase_rows(connection: Connection, erased: Sequence[Erasure], at: datetime) -> None:
    """Erases what these are about; the facts themselves, and folding anew, are the caller's.

    Doing it again takes away what has come since. It must be called before any of the contents
    is changed in the same transaction, since the index has to be told what it was told.
    """
    ids = [one.item_id for one in erased]
    search.take_out(connection, ids)
    erasures.wipe(connection, ids)
    search.put_in(connection, ids)
    unfinished.note(connection, erased, at)
