"""A small server on this machine that plays what LangGraph's answers, and remembers what it got."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5

NAMES = UUID(int=5)


def thread_id(number: int) -> str:
    return str(uuid5(NAMES, str(number)))


@dataclass
class Thread:
    """A thread that waits on questions; answering takes them away."""

    id: str
    updated_at: str
    questions: dict[str, Any]
    metadata: dict[str, Any] = field(default_factory=lambda: {"graph_id": "agent"})
    values: dict[str, Any] = field(default_factory=dict)
    runs: list[dict[str, Any]] = field(default_factory=list)
    schema: dict[str, Any] | None = None
    status: str = "interrupted"
    error: Any = None
    task_error: str | None = None

    def state(self) -> dict[str, Any]:
        more = {"response_schema": self.schema} if self.schema else {}
        asked = [{"id": key, "value": value, **more} for key, value in self.questions.items()]
        task = {"id": "1", "name": "gate", "error": self.task_error, "interrupts": asked}
        checkpoint = {"checkpoint_id": f"c-{self.updated_at}"}
        return {
            "values": self.values,
            "tasks": [task],
            "created_at": "2026-03-02T12:00:00+00:00",
            "checkpoint": checkpoint,
        }


@dataclass
class LangGraph:
    """What the server holds, and what may happen at a call."""

    threads: list[Thread] = field(default_factory=list)
    info: dict[str, Any] = field(default_factory=dict)
    token: str = ""
    calls: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    before: Callable[[str], None] = lambda _call: None
    on_run: Callable[[Thread, dict[str, Any]], None] = lambda _thread, _run: None
    loses_runs: bool = False
    url: str = ""

    def thread(self, wanted: str) -> Thread | None:
        return next((one for one in self.threads if one.id == wanted), None)

    def answer(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        self.calls.append(f"{method} {path}")
        self.before(self.calls[-1])
        match path.strip("/").split("/"):
            case ["info"]:
                return 200, {"version": "0.16.7", **self.info}
            case ["threads", "search"]:
                return 200, self.listed(body)
            case ["threads", wanted, *rest] if (thread := self.thread(wanted)) is not None:
                return self.of_thread(thread, method, rest, body)
        return 404, {"detail": "not found"}

    def listed(self, body: Any) -> list[dict[str, Any]]:
        self.bodies.append(body)
        wanted = (body.get("metadata") or {}).items()
        waiting = [t for t in self.threads if t.status == body["status"]]
        waiting = [t for t in waiting if wanted <= t.metadata.items()]
        waiting.sort(key=lambda thread: thread.updated_at)
        start = body.get("offset", 0)
        return [
            {"thread_id": t.id, "updated_at": t.updated_at, "metadata": t.metadata}
            for t in waiting[start : start + body["limit"]]
        ]

    def of_thread(self, thread: Thread, method: str, rest: Any, body: Any) -> tuple[int, Any]:
        match method, rest:
            case "GET", []:
                return 200, {"thread_id": thread.id, "error": thread.error}
            case "GET", ["state"]:
                return 200, thread.state()
            case "GET", ["runs"]:
                return 200, thread.runs[::-1]
            case "GET", ["runs", wanted]:
                found = [run for run in thread.runs if run["run_id"] == wanted]
                return (200, found[0]) if found else (404, {})
            case "POST", ["runs"]:
                return self.run(thread, body)
        return 405, {}

    def run(self, thread: Thread, body: Any) -> tuple[int, Any]:
        if any(run["status"] in {"pending", "running"} for run in thread.runs):
            return 409, {"detail": "Thread is already running a task."}
        run = {"run_id": str(len(thread.runs)), "status": "success", "metadata": body["metadata"]}
        run["resume"] = body["command"]["resume"]
        self.bodies.append(body)
        thread.runs.append(run)
        for key in run["resume"]:
            thread.questions.pop(key, None)
        self.on_run(thread, run)
        return 200, run


@contextmanager
def served(graph: LangGraph) -> Iterator[LangGraph]:
    """Runs the server until the test has done with it."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self._answer(json.loads(body))

        def _answer(self, body: Any) -> None:
            status, told = 401, {"detail": "no"}
            if self.headers.get("x-api-key", "") == graph.token:
                status, told = graph.answer(self.command, urlsplit(self.path).path, body)
            if graph.loses_runs and self.command == "POST" and self.path.endswith("/runs"):
                return  # the connection ends without a word
            reply = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    worker = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    worker.start()
    graph.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield graph
    finally:
        server.shutdown()
        server.server_close()
        worker.join()
