"""One profile's store: its database and the device whose acts it records."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from reviewer_app.domain.records import Device
from reviewer_app.store import identity
from reviewer_app.store.database import Clock, Database
from reviewer_app.store.transaction import Transaction

__all__ = ["Connection", "Store"]


class Store:
    """What services work on. Threads may share it; other processes may use the same file."""

    def __init__(self, path: Path, clock: Clock, person: str, machine: str) -> None:
        """Opens the database file, and makes this device and its person the first time.

        Args:
            path: the file; made with its folder where it is missing.
            clock: gives the time, aware.
            person: the name of the person at the first opening.
            machine: the name of this machine at the first opening.

        Raises:
            DatabaseNewer, DatabaseForeign, DatabaseUnreachable: the file was left as it is.
        """
        self._database = Database(path, clock)
        self._clock = clock
        try:
            self.device = self._device(person, machine)
        except Exception:
            self.close()
            raise

    def _device(self, person: str, machine: str) -> Device:
        """This device. The write lock is taken at the first opening alone."""
        with self._database.reading() as connection:
            known = identity.known_device(connection)
        if known is not None:
            return known
        with self._database.writing() as connection:
            return identity.this_device(connection, person, machine)

    def reload_device(self) -> None:
        """Goes on as the device that holds the file now, after joining a team."""
        with self._database.reading() as connection:
            known = identity.known_device(connection)
        if known is not None:
            self.device = known

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._database.path

    def now(self) -> datetime:
        """The time, aware."""
        return self._clock()

    def version(self) -> int:
        """A number that changes when anything was committed, by whichever process."""
        return self._database.version()

    def scour(self) -> bool:
        """Writes the file anew without a trace of what was deleted; whether nothing holds it up."""
        return self._database.scour()

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state and cannot change it."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection for what is no fact: indexes, cursors, drafts, refusals."""
        return self._database.writing()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Facts that become true together; on disk when the block ends, or without a trace."""
        with self._database.writing() as connection:
            current = Transaction(connection, self.device)
            yield current
            current.fold()

    def close(self) -> None:
        """Gives back every connection."""
        self._database.close()
