"""Copies of the database that the program keeps beside it, from which contents are erased too."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, create_engine
from sqlalchemy.exc import DatabaseError

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.records import Erasure
from reviewer_app.store import erasures, schema, search, unfinished

FOLDER = "backups"
"""Where copies are kept, beside the database."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy, how many of the items asked for it held, and what kept them from being erased."""

    path: Path
    items: int = 0
    fault: str = ""

    @property
    def is_done(self) -> bool:
        """Whether nothing of them is left in it."""
        return not self.fault


def erase_in_all(database: Path, erased: Sequence[Erasure]) -> list[Copy]:
    """Erases the contents of items from every copy that is kept of this database.

    The journal of a copy is not touched, so that its chain goes on where it was once it is put
    back; what is missing from it then is noted beside.
    """
    folder = database.parent / FOLDER
    found = sorted(path for path in folder.glob("*.db*") if path.is_file())
    return [_erase_in(path, erased) for path in found if not path.name.endswith(_BESIDE)]


_BESIDE = ("-wal", "-shm", "-journal")


def _erase_in(path: Path, erased: Sequence[Erasure]) -> Copy:
    try:
        if schema.revision_of(path) is None:
            return Copy(path)
        with _opened(path) as engine:
            with engine.begin() as connection:
                count = _erase_from(connection, erased)
            if count:
                with engine.connect() as connection:
                    connection.exec_driver_sql("VACUUM")
        return Copy(path, count)
    except DatabaseError as error:
        return Copy(path, fault=str(error.orig))
    except (ReviewerError, OSError) as error:
        return Copy(path, fault=str(error))


def _erase_from(connection: Connection, erased: Sequence[Erasure]) -> int:
    ids = [one.item_id for one in erased]
    count = erasures.holding(connection, ids)
    if count:
        known = erasures.of(connection, ids)
        erasures.wipe(connection, ids)
        search.rebuild(connection)
        unfinished.note_gaps(connection, [one for one in erased if one.item_id not in known])
    return count


@contextmanager
def _opened(path: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    try:
        yield engine
    finally:
        engine.dispose()
