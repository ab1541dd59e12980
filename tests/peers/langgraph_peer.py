"""LangGraph's own server, with agents that wait in every dialect, started for a test."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from reviewer_app.connectors.langgraph import LangGraphSink, LangGraphSource
from reviewer_app.connectors.langgraph.options import Connection
from reviewer_app.connectors.langgraph.sink import PATIENCE
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.validation import Limits
from tests.peers.servers import free_port, python_or_skip, running

GRAPHS = Path(__file__).parent / "graphs"


@dataclass
class Agents:
    """A server with agents on it; what is started here is told from the rest by its test."""

    url: str
    test: str
    sinks: list[LangGraphSink] = field(default_factory=list)

    def call(self, method: str, path: str, body: Any = None) -> Any:
        reply = httpx2.request(method, self.url + path, json=body, timeout=60)
        assert reply.status_code < 400, reply.text
        return reply.json()

    def start(self, graph: str, state: Any, **metadata: Any) -> str:
        thread = self.call("POST", "/threads", {"metadata": {"test": self.test, **metadata}})
        body = {"assistant_id": graph, "input": state}
        self.call("POST", f"/threads/{thread['thread_id']}/runs/wait", body)
        return thread["thread_id"]

    def ask(self, value: Any, **more: Any) -> str:
        return self.start("asking", {"value": value, **more})

    def use_tools(self, graph: str, calls: Any) -> str:
        said = [{"role": "user", "content": json.dumps(calls)}]
        return self.start(graph, {"messages": said})

    def state(self, thread: str) -> Any:
        return self.call("GET", f"/threads/{thread}/state")

    def values(self, thread: str) -> Any:
        state = self.state(thread)
        assert not state["next"], state["tasks"]
        return state["values"]

    def results(self, thread: str) -> list[tuple[str, str]]:
        messages = self.values(thread)["messages"]
        return [(m["name"], m["content"]) for m in messages if m["type"] == "tool"]

    def runs(self, thread: str) -> list[Any]:
        return self.call("GET", f"/threads/{thread}/runs")

    def source(self, **options: str) -> LangGraphSource:
        told = {"url": self.url, "metadata": f"test={self.test}", **options}
        return LangGraphSource.from_options("agents", told, Limits())

    def sink(self, patience: float = PATIENCE, **options: str) -> LangGraphSink:
        connection = Connection.of({"url": self.url, **options})
        self.sinks.append(LangGraphSink("agents", connection, patience))
        return self.sinks[-1]

    def close(self) -> None:
        for sink in self.sinks:
            sink.close()

    def pulled(self, **options: str) -> list[Incoming]:
        outcomes = [reading.outcome for reading in self.source(**options).read()]
        assert all(isinstance(one, Incoming) for one in outcomes), outcomes
        return outcomes

    def waiting(self, **options: str) -> Incoming:
        (one,) = self.pulled(**options)
        return one


@contextmanager
def langgraph_running(folder: Path) -> Iterator[str]:
    """A server of its own; gives its address."""
    python, port = python_or_skip("langgraph"), free_port()
    for file in GRAPHS.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    url = f"http://127.0.0.1:{port}"
    command = [python.parent / "langgraph", "dev", "--host", "127.0.0.1", "--port", str(port)]
    quiet = {"LANGSMITH_TRACING": "false", "LANGGRAPH_CLI_NO_ANALYTICS": "1"}
    with running([*command, "--no-browser", "--no-reload"], f"{url}/ok", folder, quiet):
        yield url
