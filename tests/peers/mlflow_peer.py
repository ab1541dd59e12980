"""MLflow itself, started for a test and asked without the connector."""

import json
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

from tests.peers.servers import free_port, python_or_skip, running


class Peer:
    """The server, asked without the connector."""

    def __init__(self, python, address, http):
        self.python, self.address, self.http = python, address, http

    def experiment(self):
        name = f"agents {secrets.token_hex(4)}"
        made = self.http.post("/api/2.0/mlflow/experiments/create", json={"name": name})
        return name, made.raise_for_status().json()["experiment_id"]

    def runs(self, experiment, runs):
        """Leaves a trace for each run, by MLflow's own client."""
        command = [self.python, Path(__file__).parent / "mlflow_agent.py", self.address, experiment]
        done = subprocess.run(
            command,
            check=False,
            input=json.dumps(runs),
            text=True,
            capture_output=True,
            timeout=180,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout.splitlines()[-1])

    def assessments(self, trace_id):
        told = self.http.get(f"/api/3.0/mlflow/traces/{trace_id}").raise_for_status().json()
        return told["trace"]["trace_info"].get("assessments", [])


@contextmanager
def mlflow_running(folder: Path) -> Iterator[Peer]:
    """A server of its own, on a database in the folder."""
    python, port = python_or_skip("mlflow"), free_port()
    address = f"http://127.0.0.1:{port}"
    where = ["--backend-store-uri", f"sqlite:///{folder}/m.db"]
    where += ["--default-artifact-root", str(folder / "art"), "--workers", "1"]
    command = [python, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port)]
    more = {"MLFLOW_DISABLE_TELEMETRY": "true"}
    with (
        running([*command, *where], f"{address}/health", folder, more),
        httpx2.Client(base_url=address, timeout=30) as http,
    ):
        yield Peer(python, address, http)
