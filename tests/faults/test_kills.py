"""Killed at a random moment: what was acknowledged is there, nothing is doubled, all agrees."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from reviewer_app.domain.queue import QueueQuery
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.maintenance import rebuild, verify
from reviewer_app.store import decisions, schema
from tests.factory import entries, incoming, lines_of, opened, pull

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

ROOT = Path(__file__).parents[2]
ROUNDS = 2
RECORDS = 4_000

DECIDING = """
import sys
from pathlib import Path
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.desk import Remarks
from tests.factory import entries, opened

with opened(Path(sys.argv[1])) as profile:
    for entry in entries(profile, Status.QUEUED):
        shown = profile.review.open(entry.item_id).seen
        saved = profile.review.correct(shown, "better", Remarks(comment="so"))
        print(saved.decision.id, flush=True)
"""

COPYING = """
import sys
from pathlib import Path
from reviewer_app.services import maintenance
from tests.factory import opened

with opened(Path(sys.argv[1])) as profile:
    for n in range(10_000):
        print(maintenance.backup(profile.store, Path(sys.argv[2]) / f"{n}.db"), flush=True)
"""

MAKING = """
import sys
from pathlib import Path
from tests.factory import opened

for n in range(10_000):
    with opened(Path(sys.argv[1]) / str(n)):
        print(n, flush=True)
"""


@contextmanager
def killed(seed: int, *command: str) -> Iterator[list[str]]:
    """The lines that a program printed until it was killed, a moment after its first one."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        first = process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0.0, 0.3))  # noqa: S311 - no secret
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    yield [line for line in [first, *rest] if line.endswith("\n")]


def agrees(profile) -> bool:
    return verify(profile.store).ok and rebuild(profile.store) == 0


def test_every_acknowledged_decision_survives_a_kill(tmp_path):
    with opened(tmp_path) as profile:
        pull(profile, *(incoming(n) for n in range(2_000)))
    acknowledged = []
    for seed in range(ROUNDS):
        with killed(seed, "-c", DECIDING, str(tmp_path)) as lines:
            acknowledged += [UUID(line.strip()) for line in lines]
        with opened(tmp_path) as profile:
            with profile.store.reading() as connection:
                missing = [i for i in acknowledged if decisions.decision(connection, i) is None]
            assert missing == []
            assert agrees(profile)
            resolved = len(entries(profile, Status.RESOLVED))
            assert len(acknowledged) <= resolved <= len(acknowledged) + seed + 1


def test_a_pull_that_was_killed_is_completed_by_a_repeat(tmp_path):
    file, home = tmp_path / "in.jsonl", tmp_path / "home"
    record = {"workflow": "w", "step": "s", "output": "zebra " * 20, "confidence": 0.1}
    file.write_text(lines_of(record | {"id": f"r{n}"} for n in range(RECORDS)))
    command = [
        sys.executable,
        "-m",
        "reviewer_app",
        "--home",
        str(home),
        "pull",
        "--file",
        str(file),
    ]
    for seed in range(ROUNDS):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as one:
            time.sleep(random.Random(seed).uniform(0.8, 2.0))  # noqa: S311 - no secret
            one.kill()
        with opened(home) as profile:
            assert agrees(profile)
            found = [e.external_id for e in entries(profile)]
            assert len(found) == len(set(found))
    done = subprocess.run([*command, "--json"], capture_output=True, check=True)
    result = json.loads(done.stdout)
    assert (result["new"] + result["unchanged"], result["revised"]) == (RECORDS, 0)
    with opened(home) as profile:
        assert agrees(profile)
        assert profile.review.total(QueueQuery(search="zebra")) == RECORDS


def test_a_backup_is_whole_or_not_there(tmp_path):
    copies = tmp_path / "copies"
    copies.mkdir()
    with opened(tmp_path / "profile") as profile:
        pull(profile, *(incoming(n, output="x" * 5_000) for n in range(400)))
    with killed(7, "-c", COPYING, str(tmp_path / "profile"), str(copies)) as lines:
        assert lines
    for copy in copies.glob("*.db"):
        with closing(sqlite3.connect(copy)) as raw:
            assert raw.execute("PRAGMA quick_check").fetchone() == ("ok",)
            assert raw.execute("SELECT count(*) FROM item").fetchone() == (400,)
    assert {f"{copies / str(n)}.db" for n in range(len(lines))} <= {
        str(p) for p in copies.glob("*.db")
    }


@pytest.mark.parametrize("seed", range(2))
def test_a_profile_whose_making_was_killed_is_made_at_the_next_start(tmp_path, seed):
    with killed(seed, "-c", MAKING, str(tmp_path)) as lines:
        assert lines
    last = max((p for p in tmp_path.iterdir() if p.name.isdigit()), key=lambda p: int(p.name))
    with opened(last) as profile:
        assert agrees(profile)
        assert pull(profile, incoming()).new == 1
        assert schema.revision_of(profile.store.path) is not None
