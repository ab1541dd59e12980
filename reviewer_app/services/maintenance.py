"""Looking after a profile: is it whole, can it be rebuilt, copied, put back."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence
from reviewer_app.services import erasing_again
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.store import audit, projection, schema, search, upkeep
from reviewer_app.store.audit import Audit
from reviewer_app.store.store import Store


class BackupMissing(UsageError):
    """There is no such backup."""

    def __init__(self, path: Path) -> None:
        super().__init__(sentence("{path} is not there, so nothing was restored.", path=path))


class TargetExists(UsageError):
    """A backup would overwrite something."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            sentence("{path} is there already. Nothing was written; name another file.", path=path)
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, and what was seen."""

    name: str
    ok: bool
    seen: str


def verify(store: Store, on_progress: Report = unreported, cancelled: Cancelled = never) -> Audit:
    """Checks the journal against itself, its witnesses and the facts."""
    started = time.monotonic()

    def told(done: int, total: int) -> None:
        on_progress(Progress(done, total, done, time.monotonic() - started))

    with store.reading() as connection:
        return audit.audit(connection, told, cancelled)


def examine(store: Store) -> list[Finding]:
    """What there is to say about a profile's database."""
    with store.reading() as connection:
        integrity = upkeep.integrity(connection)
        counts = upkeep.counts(connection)
        checked = audit.audit(connection)
    size = store.path.stat().st_size / 2**20
    told = ", ".join(f"{n:,} {name}" for name, n in counts.items())
    return [
        Finding("Python", sys.version_info >= (3, 11), sys.version.split()[0]),
        Finding("database", integrity == "ok", f"{store.path} ({size:.1f} MB): {integrity}"),
        Finding("contents", ok=True, seen=told),
        Finding("journal", checked.ok, checked.first_bad or f"{checked.entries:,} entries hold"),
    ]


def rebuild(store: Store, progress: Callable[[int], None] = lambda _: None) -> int:
    """Folds the queue anew from the facts and fills the search index; gives what differed."""
    with store.writing() as connection:
        differed = projection.rebuild(connection, progress)
        search.rebuild(connection)
    while True:
        with store.writing() as connection:
            if not search.index_some(connection, 2_000):
                return differed


def backup(store: Store, path: Path) -> Path:
    """Copies the database while it may be in use.

    Raises:
        TargetExists: nothing was written.
    """
    if path.exists():
        raise TargetExists(path)
    return schema.copy(store.path, path)


def restore(database: Path, backup_file: Path, now: datetime) -> Path | None:
    """Puts a backup in the place of a profile's database; gives where the old one was kept.

    What was erased since the backup was made is erased again.

    Raises:
        BackupMissing, DatabaseForeign, DatabaseNewer, DatabaseUnreachable: the database is as it
            was.
    """
    if not backup_file.is_file():
        raise BackupMissing(backup_file)
    revision = schema.revision_of(backup_file)
    if revision is None:
        raise schema.DatabaseForeign(backup_file, sentence("it is empty"))
    schema.check_known(backup_file, revision)
    kept = None
    erased = erasing_again.erasures_in(database, now)
    if database.exists():
        kept = database.parent / "backups" / f"before-restore-{now:%Y%m%d-%H%M%S}.db"
        schema.set_aside(database, kept)
    schema.replace_contents(backup_file, database)
    erasing_again.carry_over(database, erased, now)
    return kept
