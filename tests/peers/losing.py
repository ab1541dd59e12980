"""A way to a real server on which the replies to changes get lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx2

from tests.web_server import Answer, Asked, serving

_OF_ONE_CONNECTION = {"host", "connection", "content-length", "accept-encoding"}


@contextmanager
def losing(address: str) -> Iterator[str]:
    """An address that leads to the server: what changes it is done, and nobody hears of it."""
    with serving() as server, httpx2.Client(base_url=address, timeout=60) as there:
        server.answer = lambda asked: _forwarded(there, asked)
        yield server.address


def _forwarded(there: httpx2.Client, asked: Asked) -> Answer:
    headers = {k: v for k, v in asked.headers.items() if k not in _OF_ONE_CONNECTION}
    reply = there.request(
        asked.method,
        asked.path,
        params={name: list(values) for name, values in asked.query.items()},
        headers=headers,
        content=asked.body,
    )
    return Answer(reply.content, reply.status_code, is_lost=asked.method != "GET")
