"""A small real HTTP server on loopback, whose answers a test gives as functions."""

import json
import re
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True)
class Asked:
    """A request as it came: `named` has the parts of the path that the route names in braces."""

    method: str
    path: str
    query: Mapping[str, Sequence[str]]
    headers: Mapping[str, str]
    body: bytes
    named: Mapping[str, str] = field(default_factory=dict)

    def json(self) -> Any:
        return json.loads(self.body)

    def param(self, name: str) -> str | None:
        """The first value of a query parameter."""
        return next(iter(self.query.get(name, ())), None)


@dataclass(frozen=True)
class Answer:
    """What is answered; `body` is sent as it is where it is bytes or text, else as JSON.

    `is_lost` closes the connection without a word once the route has done its work; `is_late`
    says nothing until the server ends.
    """

    body: object = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    is_lost: bool = False
    is_late: bool = False

    @property
    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


Route = Callable[[Asked], Any]
"""Gives an `Answer`, or the body of one with status 200."""


class WebServer:
    """Answers by the route that was given last for a method and path; 404 where there is none."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.faults: list[BaseException] = []
        self.ends = Event()
        self._routes: list[tuple[str, re.Pattern[str], Route]] = []
        self._lock = Lock()
        self._http = _Http(self)
        self.address = f"http://127.0.0.1:{self._http.server_address[1]}"

    def on(self, method: str, path: str, answer: object) -> None:
        """Sets what is answered: a function, an `Answer` or a body. Braces name parts of the path:
        `/runs/{run}` puts what stands there into `asked.named["run"]`."""
        parts = re.split(r"\{(\w+)\}", path)
        pattern = "".join(
            f"(?P<{part}>[^/]+)" if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        )
        route = answer if callable(answer) else lambda _: answer
        self._routes.insert(0, (method, re.compile(pattern), route))

    def calls(self, method: str, path: str) -> list[Asked]:
        """The requests of one method and path so far."""
        return [asked for asked in self.asked if (asked.method, asked.path) == (method, path)]

    def answer(self, asked: Asked) -> Answer:
        """What a request is answered with; one at a time, so that routes may change data."""
        with self._lock:
            for method, pattern, route in self._routes:
                found = pattern.fullmatch(asked.path)
                if method == asked.method and found:
                    named = {name: unquote(part) for name, part in found.groupdict().items()}
                    return self._made(Asked(**{**vars(asked), "named": named}), route)
            return self._made(asked, lambda _: Answer({"error": "nothing is here"}, 404))

    def _made(self, asked: Asked, route: Route) -> Answer:
        self.asked.append(asked)
        try:
            made = route(asked)
        except Exception as fault:  # noqa: BLE001 - the test hears of it when the server ends
            self.faults.append(fault)
            return Answer({"error": repr(fault)}, 500)
        return made if isinstance(made, Answer) else Answer(made)


@contextmanager
def serving() -> Iterator[WebServer]:
    """A server on a free port until the test has done with it; raises what a route raised."""
    server = WebServer()
    http = server._http
    thread = Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.ends.set()
        http.shutdown()
        http.end_connections()
        http.server_close()
        thread.join()
    if server.faults:
        raise server.faults[0]


def nobody() -> str:
    """An address of this machine at which nobody answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


class _Http(ThreadingHTTPServer):
    """Waits for its threads at the end, so that no test leaves a connection to the next."""

    daemon_threads = False
    request_queue_size = 64

    def __init__(self, server: WebServer) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.web = server
        self._open: set[socket.socket] = set()

    def end_connections(self) -> None:
        for connection in tuple(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the other side was faster

    def process_request(self, request, client_address) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request, client_address) -> None:
        """A client that went away in the middle is nothing to report."""


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65_536
    disable_nagle_algorithm = True
    server: _Http

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True

    def _serve(self) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(size)
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        query = parse_qs(parts.query, keep_blank_values=True)
        self._send(self.server.web.answer(Asked(self.command, parts.path, query, headers, body)))

    def _send(self, answer: Answer) -> None:
        if answer.is_late:
            self.server.web.ends.wait()
        if answer.is_late or answer.is_lost:
            self.close_connection = True
            return
        content = b"" if answer.status in (204, 304) else answer.content
        self.send_response_only(answer.status)
        if "Date" not in answer.headers:
            self.send_header("Date", self.date_time_string())
        if answer.status not in (204, 304):
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815 - http.server's names

    def log_message(self, *_: object) -> None:
        """The test looks at `asked` instead."""
