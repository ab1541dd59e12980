"""The file: made, upgraded after a copy, refused untouched, and never shared badly."""

import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from reviewer_app.services import maintenance
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import BackupMissing, TargetExists
from reviewer_app.store import schema
from reviewer_app.store.database import Database
from reviewer_app.store.schema import DatabaseForeign, DatabaseNewer, DatabaseUnreachable
from reviewer_app.store.store import Store
from tests.factory import NOON, Clock, entry, incoming, opened, pull, seen, state

FULL_TEXT = {"search", *(f"search_{part}" for part in ("data", "idx", "docsize", "config"))}
"""The index's own tables, which SQLite makes."""


def made(folder: Path) -> Path:
    """A profile's database with work in it, closed."""
    with opened(folder) as profile:
        pull(profile, incoming(), incoming(2))
        profile.review.approve(seen(profile), Remarks())
        return profile.store.path


def executed(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def reopened(path: Path) -> Store:
    return Store(path, Clock(), "ana", "laptop")


def test_the_migrations_lead_to_exactly_the_tables(profile):
    def is_ours(_object, name, *_):
        return name not in FULL_TEXT

    with profile.store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": is_ours, "compare_type": True}
        )
        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_downgrade_leaves_nothing_behind(tmp_path):
    database = Database(tmp_path / "reviewer.db", Clock())
    with database._writer.connect() as connection, connection.begin():
        command.downgrade(schema._config(connection), "base")
        left = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        ).scalars()
        assert set(left) <= {"alembic_version", "pk_alembic_version"}
    database.close()


def test_a_database_from_a_newer_program_is_refused_and_untouched(tmp_path):
    path = made(tmp_path)
    executed(path, "UPDATE alembic_version SET version_num = '9999'")
    before = digest(path)
    with pytest.raises(DatabaseNewer, match="newer version"):
        reopened(path)
    assert digest(path) == before


FOREIGN = {
    "a text": b"this is no database, but quite a long text " * 50,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path, what):
    path = tmp_path / "reviewer.db"
    path.write_bytes(FOREIGN[what])
    with pytest.raises(DatabaseForeign, match="not a Reviewer database"):
        reopened(path)
    assert path.read_bytes() == FOREIGN[what]


def test_another_programs_database_is_refused_and_untouched(tmp_path):
    path = tmp_path / "reviewer.db"
    executed(path, "CREATE TABLE notes (text)")
    before = digest(path)
    with pytest.raises(DatabaseForeign, match="another program"):
        reopened(path)
    assert digest(path) == before


def test_an_empty_file_becomes_a_database(tmp_path):
    path = tmp_path / "reviewer.db"
    path.touch()
    reopened(path).close()
    assert schema.revision_of(path) is not None


@pytest.mark.parametrize("share", [0.001, 0.3, 0.9])
def test_a_truncated_database_is_refused_or_found_damaged(tmp_path, share):
    path = made(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    refused = (DatabaseUnreachable, DatabaseForeign)
    with (
        pytest.raises(refused, match=r"damaged|not a Reviewer"),
        closing(reopened(path)) as store,
    ):
        maintenance.examine(store)


def test_a_copy_is_made_before_an_upgrade(tmp_path, monkeypatch):
    path = made(tmp_path)
    executed(path, "UPDATE alembic_version SET version_num = '0000'")
    upgraded = []
    monkeypatch.setattr(schema, "check_known", lambda *_: None)
    monkeypatch.setattr(schema, "_migrate", upgraded.append)
    reopened(path).close()
    (copy,) = (path.parent / "backups").iterdir()
    assert upgraded
    assert schema.revision_of(copy) == "0000"


def test_a_migration_that_fails_has_not_happened(tmp_path, monkeypatch):
    migrate = command.upgrade

    def fail_at_the_end(*arguments):
        migrate(*arguments)
        raise RuntimeError("no power")

    path = tmp_path / "reviewer.db"
    with monkeypatch.context() as patch:
        patch.setattr(command, "upgrade", fail_at_the_end)
        with pytest.raises(RuntimeError, match="no power"):
            reopened(path)
    assert schema.revision_of(path) is None
    reopened(path).close()


def test_foreign_keys_hold_for_work_and_rest_while_migrating(profile, monkeypatch):
    seen_states = []

    def look(config, _revision):
        connection = config.attributes["connection"]
        seen_states.append(connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one())

    monkeypatch.setattr(schema.command, "upgrade", look)
    with profile.store._database._writer.connect() as connection:
        schema._migrate(connection)
        seen_states.append(connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one())
    assert seen_states == [0, 1]


OPENING = """
import sys
from pathlib import Path
from reviewer_app.app import open_profile
profile = open_profile(Path(sys.argv[1]))
print(profile.review.me.id, profile.policies.in_force().number)
profile.close()
"""


def test_processes_that_open_a_new_profile_at_once_all_succeed(tmp_path):
    command_line = [sys.executable, "-c", OPENING, str(tmp_path / "new")]
    running = [
        subprocess.Popen(command_line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    outcomes = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], outcomes
    assert len({out for out, _ in outcomes}) == 1
    assert outcomes[0][0].endswith(" 1\n")


def test_a_path_with_spaces_emoji_and_two_hundred_characters_is_fine(tmp_path):
    folder = tmp_path / "my reviews 😀 #1 %20?x" / ("é" * 100)
    path = made(folder)
    with opened(folder) as profile:
        assert profile.store.path == path
        maintenance.backup(profile.store, folder / "kopie é ?.db")
        assert len(state(profile)[0]) == 2


def test_a_backup_restores_what_was_and_keeps_what_is(tmp_path):
    with opened(tmp_path / "p") as profile:
        pull(profile, incoming())
        profile.review.approve(seen(profile), Remarks())
        before, path = state(profile), profile.store.path
        backup = maintenance.backup(profile.store, tmp_path / "safe" / "b.db")
        profile.review.undo()
    kept = maintenance.restore(path, backup, NOON)
    with opened(tmp_path / "p") as profile:
        assert state(profile) == before
        assert maintenance.verify(profile.store).ok
    assert schema.revision_of(kept) == schema.revision_of(path)


def test_a_backup_never_overwrites_and_takes_nothing_that_is_not_its_own(tmp_path):
    with opened(tmp_path / "p") as profile:
        mine = tmp_path / "notes.partial"
        mine.write_text("my notes")
        target = maintenance.backup(profile.store, tmp_path / "notes.db")
        assert mine.read_text() == "my notes"
        with pytest.raises(TargetExists):
            maintenance.backup(profile.store, target)


def test_what_a_killed_backup_left_behind_is_in_nobodys_way(tmp_path):
    with opened(tmp_path / "p") as profile:
        (tmp_path / "b.db.partial").write_bytes(b"half of it")
        (tmp_path / "b.db.partial-journal").write_bytes(b"and its journal")
        backup = maintenance.backup(profile.store, tmp_path / "b.db")
    assert schema.revision_of(backup) is not None
    assert sorted(p.name for p in tmp_path.glob("b.db*")) == ["b.db"]


def test_a_backup_to_where_nothing_can_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    with opened(tmp_path / "p") as profile, pytest.raises(DatabaseUnreachable, match="no copy"):
        maintenance.backup(profile.store, tmp_path / "file" / "b.db")


def test_what_is_no_backup_is_not_restored(tmp_path):
    path = made(tmp_path / "p")
    before = digest(path)
    text, empty, newer = tmp_path / "t.db", tmp_path / "e.db", tmp_path / "n.db"
    text.write_text("no database " * 100)
    empty.touch()
    schema.copy(path, newer)
    executed(newer, "UPDATE alembic_version SET version_num = '9999'")
    refused = {tmp_path / "none.db": BackupMissing, text: DatabaseForeign, empty: DatabaseForeign}
    for file, error in {**refused, newer: DatabaseNewer}.items():
        with pytest.raises(error):
            maintenance.restore(path, file, NOON)
    assert digest(path) == before


def test_a_damaged_database_is_kept_aside_when_a_backup_takes_its_place(tmp_path):
    path = made(tmp_path / "p")
    backup = schema.copy(path, tmp_path / "b.db")
    path.write_bytes(b"rubbish" * 1000)
    kept = maintenance.restore(path, backup, NOON)
    assert kept.read_bytes() == b"rubbish" * 1000
    with opened(tmp_path / "p") as profile:
        assert entry(profile).verdict == "approve"
