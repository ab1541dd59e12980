"""Real servers to test against: each in a virtual environment of its own, since they conflict.

`python tests/peers/venvs.py` installs them into `.peers` beside the project, or into the folder
that `REVIEWER_TEST_PEERS` names. What is not installed is skipped by the tests that need it, and
the reason printed.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

PEERS = {
    "mlflow": ["mlflow==3.17.2"],
    "phoenix": ["arize-phoenix==20.26.1"],
    "langgraph": [
        "langgraph==1.2.22",
        "langgraph-checkpoint-sqlite>=3.1",
        "langgraph-cli[inmem]==0.4.40",
        "langchain>=1.4",
    ],
    "labelstudio": ["label-studio==1.23.2"],
    "agents": ["openai-agents==0.24.0"],
}
"""What each environment holds, in the versions that the connectors were written against."""

SECONDS = 420
"""How long one environment may take to install."""


def folder() -> Path:
    """Where the environments are."""
    named = os.environ.get("REVIEWER_TEST_PEERS")
    return Path(named) if named else Path(__file__).parents[2] / ".peers"


def python_of(peer: str) -> Path | None:
    """The interpreter of an environment that is installed whole."""
    found = folder() / peer / "bin" / "python"
    return found if found.exists() and (folder() / f"{peer}.done").exists() else None


def install(peer: str) -> str | None:
    """Installs one environment; gives why it could not be, or None."""
    place = folder() / peer
    if python_of(peer):
        return None
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run([sys.executable, "-m", "venv", place], check=True, timeout=SECONDS)
        command = [place / "bin" / "python", "-m", "pip", "install", "--quiet", *PEERS[peer]]
        subprocess.run(command, check=True, timeout=SECONDS)
    except (subprocess.SubprocessError, OSError) as cause:
        return str(cause)
    (folder() / f"{peer}.done").touch()
    return None


if __name__ == "__main__":
    for name in sys.argv[1:] or PEERS:
        started = time.monotonic()
        why = install(name)
        took = f"{time.monotonic() - started:.0f} s"
        print(f"{name}: {'installed' if why is None else f'not installed: {why}'} ({took})")  # noqa: T201 - a script's own words
