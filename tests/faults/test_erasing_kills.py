"""Killed while contents are erased: each batch is gone whole or there whole, and all agrees."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviewer_app.domain.holding import Holding
from reviewer_app.services import erasing
from reviewer_app.services.maintenance import rebuild, verify
from reviewer_app.store.holdings import holdings
from tests.factory import entries, incoming, opened, pull

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

ROOT = Path(__file__).parents[2]
RECORDS = 1_500

ERASING = """
import sys
from pathlib import Path
from tests.factory import entries, opened

with opened(Path(sys.argv[1])) as profile:
    ids = sorted(e.item_id for e in entries(profile))
    profile.erasing.erase(ids, "asked for", lambda told: print(told.done, flush=True))
    print("all", flush=True)
    input()
"""


@pytest.mark.parametrize("seed", range(3))
def test_an_erasure_that_was_killed_is_whole_by_batches_and_finished_later(tmp_path, seed):
    with opened(tmp_path) as profile:
        pull(profile, *(incoming(n, output=f"secret{n}q " + "a " * 300) for n in range(RECORDS)))
        ids = sorted(e.item_id for e in entries(profile))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", ERASING, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        told = [process.stdout.readline()]
        time.sleep(random.Random(seed).uniform(0.0, 0.6))  # noqa: S311 - no secret
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
    acknowledged = max(int(line) for line in told if line.strip().isdigit())
    with opened(tmp_path) as profile:
        with profile.store.reading() as connection:
            held = holdings(connection, ids)
        gone = [key for key in ids if held[key] is Holding.ERASED]
        assert gone == ids[: len(gone)]
        assert len(gone) % erasing.AT_ONCE == 0 or len(gone) == RECORDS
        assert len(gone) >= acknowledged
        assert set(held.values()) <= {Holding.ERASED, Holding.WHOLE}
        assert verify(profile.store).ok
        assert rebuild(profile.store) == 0
        profile.erasing.finish()
        known = {e.item_id: e.external_id.removeprefix("out-") for e in entries(profile)}
        found = b"".join(p.read_bytes() for p in profile.store.path.parent.glob("*.db*"))
        assert [key for key in gone if f"secret{known[key]}q".encode() in found] == []
