"""A disk that is full or may not be written: a sentence, nothing half done, and on it goes."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewer_app import log, settings
from reviewer_app.cli import run
from reviewer_app.connectors.labels.files import FileUnwritable
from reviewer_app.services import maintenance
from reviewer_app.services.desk import Remarks
from reviewer_app.settings import Settings, SettingsUnreadable
from reviewer_app.store.schema import DatabaseUnreachable
from tests.factory import entry, incoming, opened, pull, seen, state

resource = pytest.importorskip("resource", reason="limits of a process are a matter of POSIX")

NOBODY = 65_534


@contextmanager
def full_at(size: int):
    """No file may grow beyond `size` bytes meanwhile, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def room_of(path: Path, more: int) -> int:
    wal = path.with_name(path.name + "-wal")
    return max(path.stat().st_size, wal.stat().st_size) + more


def test_a_decision_on_a_full_disk_is_not_saved_and_says_so(tmp_path):
    with opened(tmp_path) as profile:
        pull(profile, incoming())
        before, shown = state(profile), seen(profile)
        with (
            full_at(room_of(profile.store.path, 0)),
            pytest.raises(DatabaseUnreachable, match="full"),
        ):
            profile.review.correct(shown, "x" * 200_000, Remarks())
        assert state(profile) == before
        assert profile.review.can_undo is None
        profile.review.correct(shown, "x" * 200_000, Remarks())
        assert entry(profile).verdict == "correct"
        assert maintenance.verify(profile.store).ok


def test_an_undo_on_a_full_disk_can_be_done_once_there_is_room(tmp_path):
    with opened(tmp_path) as profile:
        pull(profile, incoming())
        before = state(profile)
        profile.review.approve(seen(profile), Remarks())
        with full_at(1), pytest.raises(DatabaseUnreachable):
            profile.review.undo()
        assert profile.review.can_undo == "Approved out-1"
        profile.review.undo()
        assert state(profile) == before


def test_a_pull_on_a_full_disk_keeps_whole_batches_and_goes_on_later(tmp_path):
    records = [incoming(n, output=f"{n}" * 2_000) for n in range(400)]
    with opened(tmp_path) as profile:
        with full_at(room_of(profile.store.path, 600_000)), pytest.raises(DatabaseUnreachable):
            pull(profile, *records)
        assert maintenance.rebuild(profile.store) == 0
        kept = len(state(profile)[0])
        again = pull(profile, *records)
        assert (again.new, again.unchanged) == (400 - kept, kept)


def test_exports_settings_and_backups_on_a_full_disk_leave_what_was_there(tmp_path):
    with opened(tmp_path / "p") as profile:
        pull(profile, incoming(1, output="x" * 50_000))
        profile.review.approve(seen(profile), Remarks())
        out, chosen = tmp_path / "labels.jsonl", tmp_path / "settings.toml"
        out.write_text("before")
        settings.save(chosen, Settings(reviewer="ana"))
        with full_at(40_000):
            with pytest.raises(FileUnwritable, match="unchanged"):
                profile.export.write(out, "jsonl")
            with pytest.raises(DatabaseUnreachable, match="no copy"):
                maintenance.backup(profile.store, tmp_path / "b.db")
            with pytest.raises(SettingsUnreadable), full_at(5):
                settings.save(chosen, Settings(reviewer="bea"))
        assert (out.read_text(), settings.load(chosen).reviewer) == ("before", "ana")
        assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [
            "labels.jsonl",
            "settings.toml",
        ]


@pytest.fixture
def open_folder():
    """A folder that anybody may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def unprivileged():
    """Somebody for whom permissions hold: they do not for root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def locked(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def unlocked(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_profile_that_may_not_be_written_is_a_sentence(open_folder, capsys):
    with opened(open_folder / "p") as profile:
        pull(profile, incoming())
    locked(open_folder)
    with unprivileged():
        code = run(["--home", str(open_folder / "p"), "queue"])
    unlocked(open_folder)
    said = capsys.readouterr().err
    assert code == 1
    assert "cannot be used" in said
    assert "went wrong in Reviewer itself" not in said


def test_a_profile_where_none_can_be_made_is_a_sentence(open_folder, capsys):
    locked(open_folder)
    with unprivileged():
        code = run(["--home", str(open_folder / "new"), "queue"])
    unlocked(open_folder)
    assert code == 1
    assert "cannot be used" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written_costs_the_log_and_not_the_work(open_folder):
    locked(open_folder)
    with unprivileged():
        log.start(open_folder / "log")
    unlocked(open_folder)
    log.start(open_folder / "log")
