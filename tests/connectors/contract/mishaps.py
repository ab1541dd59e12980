"""What happens to platforms: replies get lost, and nobody is let in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from tests.web_server import Answer, Asked, WebServer, serving


@contextmanager
def losing_replies(server: WebServer) -> Iterator[None]:
    """The server does what it is told, and nobody hears of it; questions are answered."""
    usual = server.answer
    server.answer = lambda asked: replace(usual(asked), is_lost=asked.method != "GET")
    try:
        yield
    finally:
        server.answer = usual


@contextmanager
def closed(status: int) -> Iterator[str]:
    """The address of a server that takes nothing, and repeats what it was sent."""
    with serving() as server:
        server.answer = lambda asked: _repeated(asked, status)
        yield server.address


def _repeated(asked: Asked, status: int) -> Answer:
    return Answer({"message": f"no: {dict(asked.headers)} {asked.body.decode()}"}, status)
