"""A PostgreSQL as a source: kinds of its own, an account that may write, others that write."""

import json
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.registry import source_from
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.incoming import Incoming
from tests import postgres
from tests.postgres import Server

MADE = """
CREATE SCHEMA agents;
CREATE TABLE agents."Runs" (
    id bigserial PRIMARY KEY, key uuid DEFAULT gen_random_uuid(), answer text, said jsonb,
    sure numeric, at timestamptz, tags text[], raw bytea, plain json
);
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    found = postgres.found()
    yield found
    found.close()


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    """A database of somebody who may do everything in it."""
    made = server.fresh_hub()
    with psycopg.connect(made, autocommit=True) as connection:
        connection.execute(MADE)
    yield made
    server.drop(made)


def options(url: str, **more: str) -> dict[str, str]:
    parts = urlsplit(url)
    place = f"{parts.username}@{parts.hostname}:{parts.port}{parts.path}"
    return {
        "url": f"postgresql://{place}",
        "password": unquote(parts.password or ""),
        **more,
    }


def source(url: str, **more: str):
    return source_from("sql", "runs", options(url, **more))


def add(url: str, count: int, **cells: object) -> None:
    names = ", ".join(cells)
    values = ", ".join(f"%({name})s" for name in cells)
    statement = (
        f'INSERT INTO agents."Runs" ({names}) SELECT {values} FROM generate_series(1, {count})'
    )
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement, cells)


def test_each_kind_of_column_comes_in_as_json_has_it(url):
    add(
        url,
        1,
        answer="Refund 12.50 at 100 %",
        said='{"sure": 0.125, "steps": [{"name": "look"}]}',
        sure="0.75",
        at="2026-03-04 05:06:07.08+02",
        tags=["a", "b"],
        raw=b"\xff",
        plain='{"n": 1}',
    )
    mapping = "output=answer\nconfidence=said.sure\ncreated_at=at\nmetadata.step=said.steps[0].name"
    (found,) = source(url, table="agents.Runs", map=mapping).read()
    assert isinstance(found.outcome, Incoming)
    assert found.outcome.output == "Refund 12.50 at 100 %"
    assert found.outcome.confidence == 0.125
    assert found.outcome.created_at.isoformat() == "2026-03-04T03:06:07.080000+00:00"
    meta = json.loads(found.outcome.meta)
    assert (meta["sure"], meta["tags"], meta["raw"], meta["plain"], meta["step"]) == (
        0.75,
        ["a", "b"],
        "/w==",
        {"n": 1},
        "look",
    )


def test_a_query_with_casts_and_percents_is_run_as_it_stands(url):
    add(url, 3, answer="50 % off")
    query = """SELECT id, answer AS output, said::text AS said, ':x' AS colon
               FROM agents."Runs" WHERE answer LIKE '%\\% off' ORDER BY id DESC"""
    found = [part.outcome for part in source(url, query=query, cursor_column="id").read()]
    assert [part.external_id for part in found] == ["1", "2", "3"]
    assert json.loads(found[0].meta)["colon"] == ":x"


def test_times_that_many_rows_share_leave_none_out(url):
    add(url, 250, answer="a", at="2026-01-01T00:00:00Z")
    runs = source(url, table="agents.Runs", map="output=answer", cursor_column="at", batch="7")
    first = list(runs.read())
    assert len(first) == 250
    add(url, 20, answer="b", at="2026-01-01T00:00:00Z")
    after = list(runs.read(first[100].cursor))
    assert len(after) == 270


def test_a_row_that_was_begun_earlier_and_committed_later_is_found(url):
    runs = source(url, table="agents.Runs", map="output=answer", cursor_column="id")
    with psycopg.connect(url) as slow:
        slow.execute("INSERT INTO agents.\"Runs\" (answer) VALUES ('slow')")
        add(url, 1, answer="fast")
        last = list(runs.read())[-1].cursor
    assert [part.outcome.output for part in runs.read(last)] == ["slow", "fast"]


def test_a_function_that_writes_is_kept_from_it(url):
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            """CREATE FUNCTION wipe() RETURNS text LANGUAGE sql
               AS $$ DELETE FROM agents."Runs" RETURNING answer $$"""
        )
    add(url, 2, answer="stays")
    with pytest.raises(ReviewerError, match="read-only transaction"):
        list(source(url, query="SELECT wipe() AS output").read())
    assert len(list(source(url, table="agents.Runs", map="output=answer").read())) == 2


def test_two_columns_of_one_name_are_refused(url):
    with pytest.raises(ReviewerError, match="two columns called “output”"):
        list(source(url, query="SELECT 1 AS output, 2 AS output").read())


def test_a_missing_cursor_column_is_told(url):
    with pytest.raises(ReviewerError, match="does not run the query"):
        list(source(url, table="agents.Runs", cursor_column="nowhere").read())


def test_a_wrong_password_is_told_and_not_shown(url):
    wrong = {**options(url, table="agents.Runs"), "password": "not-the-one"}
    with pytest.raises(Unreachable, match="password authentication failed") as told:
        list(source_from("sql", "runs", wrong).read())
    assert "not-the-one" not in str(told.value)


def test_a_server_that_does_not_answer_is_tried_later():
    gone = {"url": f"postgresql://me@127.0.0.1:{postgres._free_port()}/d", "table": "runs"}
    with pytest.raises(Unreachable, match="cannot be read"):
        list(source_from("sql", "runs", gone).read())


def test_a_million_rows_are_not_held_at_once(url):
    query = "SELECT n AS id, repeat('x', 1000) AS output FROM generate_series(1, 1000000) AS n"
    reading = source(url, query=query, cursor_column="id").read()
    assert [next(reading).outcome.external_id for _ in range(3)] == ["1", "2", "3"]
    reading.close()
