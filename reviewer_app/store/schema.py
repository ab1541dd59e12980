"""Which version a database file has, and how it gets to this program's version."""

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence

APPLICATION_ID = 0x52565752
"""Marks a SQLite file as ours ("RVWR")."""


class DatabaseNewer(ReviewerError):
    """The file was written by a later version of the program."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(
            sentence(
                "{path} was made by a newer version of Reviewer (its tables are at {revision}). "
                "It was left untouched. Install the newer version to open it.",
                path=path,
                revision=revision,
            )
        )


class DatabaseForeign(ReviewerError):
    """The file is not one of ours."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            sentence(
                "{path} is not a Reviewer database ({why}). It was left untouched. "
                "Use another --home, or restore a backup with `reviewer-app restore FILE`.",
                path=path,
                why=why,
            )
        )


class DatabaseUnreachable(ReviewerError):
    """The file cannot be opened or written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            sentence(
                "The database {path} cannot be used: {why}. Nothing was changed. "
                "Check the folder's rights and free space, or use another --home.",
                path=path,
                why=why,
            )
        )


def revision_of(path: Path) -> str | None:
    """The revision of an existing database file, read without touching it.

    Raises:
        DatabaseForeign: the file is no database, or another program's.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as raw:
            (mark,) = raw.execute("PRAGMA application_id").fetchone()
            tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
            if not tables:
                return None
            if mark != APPLICATION_ID or "alembic_version" not in tables:
                raise DatabaseForeign(path, sentence("another program made it"))
            row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(row[0]) if row else None
    except sqlite3.OperationalError as error:
        raise DatabaseUnreachable(path, str(error)) from error
    except sqlite3.DatabaseError as error:
        raise DatabaseForeign(path, str(error)) from error


def upgrade(engine: Engine, path: Path, backups: Path, now: datetime) -> None:
    """Brings the file to this program's revision, after taking a copy of an older one.

    Raises:
        DatabaseNewer: the file's revision is not one this program knows.
    """
    revision, head = revision_of(path), _scripts().get_current_head()
    if revision == head:
        return
    if revision is not None:
        check_known(path, revision)
        copy(path, backups / f"before-{head}-{now:%Y%m%d-%H%M%S}.db")
    with engine.connect() as connection:
        _migrate(connection)


def check_known(path: Path, revision: str) -> None:
    """Does nothing where this program knows the revision.

    Raises:
        DatabaseNewer: it does not.
    """
    if revision not in {script.revision for script in _scripts().walk_revisions()}:
        raise DatabaseNewer(path, revision)


def copy(path: Path, target: Path) -> Path:
    """A consistent copy of a database in use, complete on disk or not there at all."""
    partial = target.with_name(target.name + ".partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _discard(partial)  # what a copy that was killed left behind
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as to:
            source.backup(to, pages=2_000)
            to.execute("PRAGMA journal_mode=DELETE")  # one file, that can be read where it lies
        partial.replace(target)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            _discard(partial)
        raise DatabaseUnreachable(
            path,
            sentence("no copy could be made at {target} ({error})", target=target, error=error),
        ) from error
    return target


def set_aside(path: Path, kept: Path) -> None:
    """Keeps what a database holds now: a copy of it, or the file itself where it is damaged."""
    try:
        copy(path, kept)
    except DatabaseUnreachable:
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, kept)
        _discard(path)


def replace_contents(source: Path, path: Path) -> None:
    """Makes `path` hold what `source` holds, in one step that others see whole or not at all.

    Raises:
        DatabaseUnreachable: `path` is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(source)) as fresh, closing(sqlite3.connect(path)) as to:
            fresh.backup(to)
    except (sqlite3.Error, OSError) as error:
        raise DatabaseUnreachable(path, str(error)) from error


def _migrate(connection: Connection) -> None:
    """One transaction, so that a migration that is killed has not happened."""
    raw = connection.connection.cursor()
    raw.execute("PRAGMA foreign_keys=OFF")  # SQLite ignores it once a transaction has begun
    with connection.begin():
        command.upgrade(_config(connection), "head")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    raw.execute("PRAGMA foreign_keys=ON")
    raw.close()


def _discard(path: Path) -> None:
    """Takes a database file away with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "reviewer_app.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
