"""Tables of databases, held to the contract of sources."""

from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import unquote, urlsplit

import psycopg
import pytest
from sqlalchemy import create_engine, text

from reviewer_app.connectors.registry import source_from
from reviewer_app.testing import SourceContract
from reviewer_app.testing.sources import read
from tests import postgres

MADE = "CREATE TABLE runs (id INTEGER PRIMARY KEY, prompt TEXT, answer TEXT, at TEXT)"
WRONG = "not-the-password"


class TestQueryByNumber(SourceContract):
    """A number is missing at first: its row becomes visible after those behind it."""

    options: ClassVar = {
        "query": "SELECT id, prompt AS input, answer AS output, at FROM runs",
        "cursor_column": "id",
        "overlap": "2",
        "batch": "2",
    }

    @pytest.fixture(autouse=True)
    def _database(self, tmp_path):
        self.path = tmp_path / "runs.db"
        self.engine = create_engine(f"sqlite:///{self.path}")
        self.run(MADE)
        for number in (1, 2, 3, 4, 6):
            self.add(number, f"answer {number}", f"2026-11-20 08:0{number}:00")
        yield
        self.engine.dispose()

    def run(self, statement, **values):
        with self.engine.begin() as connection:
            connection.execute(text(statement), values)

    def add(self, number, answer, at):
        statement = "INSERT INTO runs VALUES (:number, 'why?', :answer, :at)"
        self.run(statement, number=number, answer=answer, at=at)

    def source(self):
        return self.at(self.path)

    def at(self, path):
        return source_from("sql", "runs", {"url": f"sqlite:///{path}", **self.options})

    def more(self):
        self.add(5, "late", "2026-11-20 08:05:00")
        self.add(7, "new", "2026-11-20 08:07:00")

    def faulty(self):
        self.run("UPDATE runs SET answer = NULL WHERE id = 3")
        return self.source()

    def unreachable(self):
        return self.at(self.path.with_name("none.db"))


class TestTableByTime(TestQueryByNumber):
    """Rows share a time, and some have none."""

    options: ClassVar = {
        "table": "runs",
        "map": "input=prompt\noutput=answer",
        "cursor_column": "at",
        "overlap": "1m",
    }

    def more(self):
        self.add(5, "shares the last time", "2026-11-20 08:06:00")
        self.add(7, "late", "2026-11-20 08:05:30.5")
        self.add(8, "without a time", None)


class TestWholeTable(TestQueryByNumber):
    """Without a column to read on by everything is read each time, and no cursor is needed."""

    options: ClassVar = {"table": "runs", "map": "input=prompt\noutput=answer"}

    def test_the_last_reading_has_a_cursor_that_leads_on(self):
        assert {reading.cursor for reading in read(self.source())} == {None}


@pytest.fixture(scope="module")
def hub() -> Iterator[str]:
    """A database of a server that asks for a password."""
    server = postgres.found()
    made = server.fresh_hub()
    with psycopg.connect(made, autocommit=True) as connection:
        connection.execute(
            "CREATE TABLE runs (id bigserial PRIMARY KEY, answer jsonb, at timestamptz)"
        )
    yield made
    server.drop(made)
    server.close()


class TestPostgres(SourceContract):
    """Times of a server, which rows share; one that was begun earlier is committed later."""

    @pytest.fixture(autouse=True)
    def _rows(self, hub):
        self.parts = urlsplit(hub)
        self.hub = hub
        self.run("TRUNCATE runs RESTART IDENTITY")
        for minute in (1, 2, 3, 3, 3, 4):
            self.add(minute)

    def run(self, statement, *values):
        with psycopg.connect(self.hub, autocommit=True) as connection:
            connection.execute(statement, values)

    def add(self, minute, seconds=0):
        answer = f'{{"minute": {minute}, "amount": 12.50}}'
        at = f"2026-11-20 08:{minute:02}:{seconds:02}+01"
        self.run("INSERT INTO runs (answer, at) VALUES (%s, %s)", answer, at)

    @property
    def password(self):
        return unquote(self.parts.password)

    def source(self):
        return self.by(self.password)

    def by(self, password):
        place = f"{self.parts.username}@{self.parts.hostname}:{self.parts.port}{self.parts.path}"
        options = {"url": f"postgresql://{place}", "password": password, "table": "runs"}
        choices = {"map": "output=answer", "cursor_column": "at", "overlap": "1m", "batch": "2"}
        return source_from("sql", "runs", options | choices)

    def more(self):
        self.add(4)
        self.add(3, seconds=30)

    def faulty(self):
        self.run("UPDATE runs SET answer = NULL WHERE id = 3")
        return self.source()

    def unreachable(self):
        return self.by(WRONG)

    def secrets(self):
        return [self.password, WRONG]
