"""A PostgreSQL for these tests, started when the first of them asks for it."""

from collections.abc import Iterator

import pytest

from tests import postgres
from tests.postgres import Database, Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server with passwords; it ends with the session, also after Ctrl-C."""
    found = postgres.found()
    yield found
    found.remove()


@pytest.fixture
def empty(server: Server) -> Iterator[Database]:
    """An empty database with an administrator who may make roles and databases alone."""
    made = server.fresh_hub()
    yield made
    made.drop()
