"""Phoenix itself, started for a test and asked without the connector."""

import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2

from tests.peers.servers import free_port, python_or_skip, running


@contextmanager
def phoenix_running(folder: Path) -> Iterator[httpx2.Client]:
    """A server of its own, on a database in the folder; gives what asks it."""
    python, port = python_or_skip("phoenix"), free_port()
    more = {
        "PHOENIX_WORKING_DIR": str(folder),
        "PHOENIX_HOST": "127.0.0.1",
        "PHOENIX_PORT": str(port),
        "PHOENIX_GRPC_PORT": str(free_port()),
        "PHOENIX_TELEMETRY_ENABLED": "false",
        "PHOENIX_SQL_DATABASE_URL": f"sqlite:///{folder}/phoenix.db",
    }
    command = [python, "-m", "phoenix.server.main", "serve"]
    address = f"http://127.0.0.1:{port}"
    with (
        running(command, f"{address}/arize_phoenix_version", folder, more),
        httpx2.Client(base_url=address, timeout=30) as http,
    ):
        yield http


def span(number, *, hours=0.0, parent=None, trace=None, **attributes):
    """A span that began so many hours ago and took all of them."""
    ends = datetime.fromtimestamp(time.time(), UTC)
    return {
        "name": "reply",
        "context": {"trace_id": trace or secrets.token_hex(16), "span_id": secrets.token_hex(8)},
        "span_kind": "AGENT",
        "parent_id": parent,
        "start_time": (ends - timedelta(hours=hours, seconds=1)).isoformat(),
        "end_time": ends.isoformat(),
        "status_code": "OK",
        "attributes": {
            "input.value": f"question {number}",
            "output.value": json.dumps({"answer": number}),
            "output.mime_type": "application/json",
            "metadata": json.dumps({"confidence": 0.4}),
            "llm.model_name": "m-1",
        }
        | attributes,
    }
