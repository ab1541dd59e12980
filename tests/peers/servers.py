"""Starts a real server of another platform for a test, on a free port of this machine."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from tests.peers.venvs import python_of

STARTING = 400.0
"""Seconds that a server may take to answer."""

ENDING = 20.0


def python_or_skip(peer: str) -> Path:
    """The interpreter of a peer's environment; skips the test, with the reason, without one."""
    found = python_of(peer)
    if found is None:
        pytest.skip(f"{peer} is not installed: run `python tests/peers/venvs.py {peer}`")
    return found


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str | Path], health: str, folder: Path, more: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a server until the test has done with it.

    Args:
        command: the program and what it is told.
        health: an address that answers once the server is up.
        folder: where it works; its log is written there.
        more: variables of its environment beside the usual ones.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env={**os.environ, "DO_NOT_TRACK": "1", **(more or {})},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            _wait(process, health, folder / "server.log")
            yield process
        finally:
            _end(process)


def _wait(process: subprocess.Popen[bytes], health: str, log: Path) -> None:
    ends = time.monotonic() + STARTING
    while time.monotonic() < ends:
        if process.poll() is not None:
            break
        try:
            if httpx2.get(health, timeout=2).status_code < 500:
                return
        except httpx2.HTTPError:
            time.sleep(0.2)
    pytest.fail(f"the server did not come up:\n{log.read_text(errors='replace')[-3000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the server and all that it started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(ENDING if sign is signal.SIGTERM else 5)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue
