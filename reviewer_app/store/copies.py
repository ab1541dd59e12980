"""Copies of the database that the program keeps beside it, from which contents are erased too."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import DatabaseError

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.store import erasures, schema, search

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


def erase_in_all(database: Path, ids: Sequence[UUID]) -> list[Copy]:
    """Erases the contents of items from every copy that is kept of this database.

    What was erased stays a gap in the copy: its journal is not touched, so that it can be put back
    and its chain goes on from where it was.
    """
    folder = database.parent / FOLDER
    found = sorted(path for path in folder.glob("*.db*") if path.is_file())
    return [_erase_in(path, ids) for path in found if not path.name.endswith(_BESIDE)]


_BESIDE = ("-wal", "-shm", "-journal")


def _erase_in(path: Path, ids: Sequence[UUID]) -> Copy:
    try:
        if schema.revision_of(path) is None:
            return Copy(path)
        with _writing(path) as connection:
            count = erasures.holding(connection, ids)
            if count:
                erasures.wipe(connection, ids)
                search.rebuild(connection)
            return Copy(path, count)
    except DatabaseError as error:
        return Copy(path, fault=str(error.orig))
    except (ReviewerError, OSError) as error:
        return Copy(path, fault=str(error))


@contextmanager
def _writing(path: Path) -> Iterator[Connection]:
    """The copy, to be changed in one transaction; what goes is overwritten."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
            yield connection
    finally:
        engine.dispose()
