"""A PostgreSQL for these tests, started when the first of them asks for it."""

from collections.abc import Iterator

import pytest

from tests import postgres
from tests.hub.cast import Cast
from tests.hub.stage import Stage
from tests.postgres import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server with passwords; it ends with the session, also after Ctrl-C."""
    found = postgres.found()
    yield found
    found.close()


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    """The address of an empty database, for its administrator."""
    url = server.fresh_hub()
    yield url
    server.drop(url)


@pytest.fixture(scope="module")
def cast(server: Server) -> Iterator[Cast]:
    """A hub with somebody in each role, for tests that leave the others undisturbed."""
    with Cast(server) as made:
        yield made


@pytest.fixture(scope="module")
def stage(server: Server) -> Iterator[Stage]:
    """A hub with everything in it that somebody must not get at."""
    with Stage(server) as made:
        yield made
