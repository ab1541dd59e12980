"""Label Studio itself, started for a test and asked as its own client would."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from tests.peers.servers import free_port, python_or_skip, running

TOKEN = "0123456789abcdef" * 2 + "01234567"

OPEN = '<View><Text name="text" value="$text"/>'
INTENT = """<Choices name="intent" toName="text">
<Choice value="refund"/><Choice value="other"/></Choices>"""
VERDICT = """<Choices name="verdict" toName="text" choice="single"><Choice value="approve"/>
<Choice value="correct"/><Choice value="reject"/></Choices>"""
TEXTS = '<TextArea name="corrected" toName="text"/><TextArea name="comment" toName="text"/>'
WHOLE = f"{OPEN}{INTENT}{VERDICT}{TEXTS}</View>"


@dataclass
class Server:
    """A Label Studio, spoken to as its own client would."""

    address: str

    def call(self, method: str, path: str, body: object = None, **params: Any) -> Any:
        reply = httpx2.request(
            method,
            self.address + path,
            json=body,
            params=params or None,
            headers={"Authorization": f"Token {TOKEN}"},
            timeout=60,
        )
        assert reply.status_code < 300, reply.text
        return reply.json() if reply.content else None

    def project(self, interface: str, count: int = 3, score: float | None = 0.4) -> int:
        number = int(
            self.call("POST", "/api/projects", {"title": "agents", "label_config": interface})["id"]
        )
        tasks = [
            {"data": {"text": f"money {n}"}, "predictions": [prediction("refund", score=score)]}
            for n in range(count)
        ]
        if tasks:
            self.call("POST", f"/api/projects/{number}/import", tasks)
        return number

    def annotations(self, task: int) -> list[dict[str, Any]]:
        return self.call("GET", f"/api/tasks/{task}/annotations/")


def prediction(intent: str, version: str = "m-1", **more: Any) -> dict[str, Any]:
    region = {
        "from_name": "intent",
        "to_name": "text",
        "type": "choices",
        "value": {"choices": [intent]},
    }
    return {"model_version": version, "result": [region], **more}


@contextmanager
def label_studio_running(folder: Path) -> Iterator[Server]:
    """A server of its own, on a database in the folder."""
    python, port = python_or_skip("labelstudio"), free_port()
    variables = {
        "LABEL_STUDIO_BASE_DATA_DIR": str(folder),
        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
        "COLLECT_ANALYTICS": "0",
        "collect_analytics": "False",
        "LATEST_VERSION_CHECK": "false",
        "SENTRY_DSN": "",
        "FRONTEND_SENTRY_DSN": "",
        "DJANGO_DB": "sqlite",
    }
    command, address = _command(python, folder, port), f"http://127.0.0.1:{port}"
    with running(command, f"{address}/api/version", folder, variables):
        yield Server(address)


def _command(python: Path, folder: Path, port: int) -> list[str | Path]:
    return [
        python.with_name("label-studio"), "start", "--no-browser",
        "--internal-host", "127.0.0.1", "--port", str(port),
        "--username", "a@example.org", "--password", "pw-123456", "--user-token", TOKEN,
        "--data-dir", folder, "--log-level", "WARNING",
    ]  # fmt: skip
