"""The SQLite file: opening it, reading beside a writer, and one writer at a time."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from reviewer_app.domain.sentences import sentence
from reviewer_app.store import schema
from reviewer_app.store.schema import DatabaseUnreachable

BUSY_SECONDS = 15
"""How long a writer waits for another process to finish its batch."""

PRAGMAS = {
    True: (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-24576",
        "secure_delete=ON",  # what is deleted is overwritten
    ),
    False: ("journal_mode=WAL", "foreign_keys=ON", "cache_size=-16384", "query_only=ON"),
}
"""How a connection is set up that writes, and one that only reads."""

Clock = Callable[[], datetime]


class Database:
    """One profile's database file. Threads and processes may share it.

    Writers take the write lock when they begin (`BEGIN IMMEDIATE`) and sync to disk when they
    commit; readers see the last commit and cannot write.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        """Opens the file, made or upgraded where needed.

        Raises:
            DatabaseNewer, DatabaseForeign, DatabaseUnreachable: it was left as it is.
        """
        self.path = path
        self.clock = clock
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnreachable(path, error.strerror or str(error)) from error
        self._writer = _engine(path, writes=True)
        self._reader = _engine(path, writes=False)
        self._watching = Lock()
        self._watcher: PoolProxiedConnection | None = None
        try:
            with _sentences(path):
                schema.upgrade(self._writer, path, path.parent / "backups", clock())
        except Exception:
            self.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that holds the write lock; what it did is on disk when the block ends."""
        with _sentences(self.path), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database and cannot change it."""
        with _sentences(self.path), self._reader.begin() as connection:
            yield connection

    def scour(self) -> bool:
        """Writes the file anew, so that nothing that was deleted can be read in it or beside it.

        `secure_delete` alone leaves pieces behind where pages were split. Writers wait as long as
        it takes; gives whether it is done, since a reader may keep the old pages in the log.
        """
        with _sentences(self.path):
            raw = self._writer.raw_connection()
            try:
                cursor = raw.cursor()
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA busy_timeout=2000")
                (is_busy, _, _) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1_000}")
                cursor.close()
            finally:
                raw.close()
        return not is_busy

    def version(self) -> int:
        """A number that changes when anything was committed (`PRAGMA data_version`)."""
        with self._watching:
            if self._watcher is None:
                self._watcher = self._reader.raw_connection()
            cursor = self._watcher.cursor()
            (number,) = cursor.execute("PRAGMA data_version").fetchone()
            cursor.close()
            return int(number)

    def close(self) -> None:
        """Gives back every connection."""
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
        self._writer.dispose()
        self._reader.dispose()


def _engine(path: Path, *, writes: bool) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        json_serializer=_json,  # the reader is SQLAlchemy's own: it too keeps every integer
    )

    def prepare(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
        connection.isolation_level = None  # we say BEGIN ourselves
        try:
            for pragma in PRAGMAS[writes]:
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            connection.close()  # SQLAlchemy has not taken it over yet
            raise

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def _json(value: Any) -> str:  # noqa: ANN401 - whatever a column holds
    return json.dumps(value, ensure_ascii=False, default=str)


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """Turns what the world does to a file into a sentence; our own mistakes pass as they are."""
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        cause = error.orig if isinstance(error, OperationalError) else error
        raise DatabaseUnreachable(path, _worded(str(cause))) from error
    except DatabaseError as error:
        if type(error.orig) is not sqlite3.DatabaseError:
            raise
        raise DatabaseUnreachable(path, _worded(str(error.orig))) from error


def _worded(cause: str) -> str:
    """SQLite's own words for the common causes, in ours."""
    words = {
        "database is locked": sentence("another program holds it"),
        "database or disk is full": sentence("the disk is full"),
        "attempt to write a readonly database": sentence("it is read-only"),
        "unable to open database file": sentence("the file cannot be opened"),
        "disk I/O error": sentence("the disk could not be read or written, or is full"),
        "database disk image is malformed": sentence("the file is damaged; restore a backup"),
    }
    return words.get(cause, cause)
