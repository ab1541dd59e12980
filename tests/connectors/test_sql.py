"""A database as a source: rows come in as records, and nothing is ever written."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, text

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.registry import source_from
from reviewer_app.connectors.sql.cells import as_json
from reviewer_app.connectors.sql.mark import Mark, Overlap
from reviewer_app.connectors.sql.statement import StatementRefused, checked
from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.validation import Limits


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out puts.db"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    """The database as the agents write it."""
    made = create_engine(f"sqlite:///{path}")
    with made.begin() as connection:
        connection.execute(
            text("CREATE TABLE runs (id INTEGER PRIMARY KEY, prompt TEXT, answer TEXT, more TEXT)")
        )
    yield made
    made.dispose()


def add(engine: Engine, *rows: tuple[int, str, str | None, str | None]) -> None:
    with engine.begin() as connection:
        for row in rows:
            names = dict(zip("abcd", row, strict=True))
            connection.execute(text("INSERT INTO runs VALUES (:a, :b, :c, :d)"), names)


def source(path: Path, limits: Limits | None = None, **options: str):
    return source_from("sql", "runs", {"url": f"sqlite:///{path}", **options}, limits)


QUERY = "SELECT id, prompt AS input, answer AS output, more FROM runs"


def ids(found: list[Reading]) -> list[str | None]:
    return [part.outcome.external_id for part in found if isinstance(part.outcome, Incoming)]


def test_a_row_of_a_query_is_a_record_and_other_columns_are_its_metadata(engine, path):
    add(engine, (7, "How much?", "12.50", "x"))
    (found,) = source(path, query=QUERY).read()
    assert isinstance(found.outcome, Incoming)
    assert (found.outcome.external_id, found.outcome.input, found.outcome.output) == (
        "7",
        "How much?",
        "12.50",
    )
    assert json.loads(found.outcome.meta) == {"more": "x"}
    assert found.cursor is None


def test_a_table_is_read_by_its_mapping_and_expressions_lead_into_json(engine, path):
    add(engine, (1, "q", '{"a": 1.50}', '{"sure": 0.25, "by": {"name": "m-1"}}'))
    mapping = "output=answer\ninput=prompt\nconfidence=more.sure\nmodel_version=more.by.name"
    (found,) = source(path, table="runs", map=mapping).read()
    assert found.outcome.output == '{"a": 1.50}'  # as it came
    assert found.outcome.confidence == 0.25
    assert found.outcome.model_version == "m-1"
    assert "answer" not in json.loads(found.outcome.meta)


def test_reading_on_gives_what_is_new_and_repeats_but_leaves_nothing_out(engine, path):
    add(engine, *[(n, "q", f"a{n}", None) for n in range(1, 6)])
    runs = source(path, query=QUERY, cursor_column="id", overlap="0")
    first = list(runs.read())
    add(engine, (9, "q", "a9", None), (6, "q", "a6", None))
    assert ids(list(runs.read(first[-1].cursor))) == ["5", "6", "9"]
    assert ids(list(runs.read(first[2].cursor))) == ["3", "4", "5", "6", "9"]


def test_a_row_that_becomes_visible_late_is_found_by_the_overlap(engine, path):
    add(engine, *[(n, "q", "a", None) for n in (1, 2, 4)])
    runs = source(path, query=QUERY, cursor_column="id", overlap="2")
    last = list(runs.read())[-1].cursor
    add(engine, (3, "q", "late", None))
    assert "3" in ids(list(runs.read(last)))


def test_rows_that_share_a_time_and_rows_without_one_are_not_skipped(engine, path):
    add(engine, (1, "q", "a", "2026-01-01 10:00:00"), (2, "q", "b", "2026-01-01 10:00:00"))
    runs = source(path, query=QUERY, cursor_column="more", overlap="1m")
    last = list(runs.read())[-1].cursor
    add(engine, (3, "q", "c", "2026-01-01 10:00:00"), (4, "q", "d", None))
    add(engine, (5, "q", "e", "2026-01-01 09:59:30.5"), (6, "q", "f", "2025-01-01 00:00:00"))
    assert set(ids(list(runs.read(last)))) == {"1", "2", "3", "4", "5"}


def test_a_cursor_of_another_column_reads_everything(engine, path):
    add(engine, (1, "q", "a", "x"), (2, "q", "b", "y"))
    last = list(source(path, query=QUERY, cursor_column="id", overlap="0").read())[-1].cursor
    assert len(list(source(path, query=QUERY, cursor_column="more").read(last))) == 2


def test_a_row_without_an_output_is_a_problem_at_its_place_and_the_others_go_in(engine, path):
    add(engine, (1, "q", None, None), (2, "q", "", None))
    first, second = source(path, query=QUERY).read()
    assert isinstance(first.outcome, Problem)
    assert first.outcome.place == "query:1"
    assert isinstance(second.outcome, Incoming)


def test_a_row_above_the_limit_is_refused_by_itself(engine, path):
    add(engine, (1, "q", "x" * 500, None), (2, "q", "y", None))
    first, second = source(path, Limits(record=200), query=QUERY).read()
    assert "a record may have 200" in first.outcome.reason
    assert second.outcome.output == "y"


def test_the_sample_shows_rows_as_expressions_see_them(engine, path):
    add(engine, *[(n, "q", "a", '{"k": [1]}') for n in range(1, 9)])
    found = source(path, query=QUERY, cursor_column="id").sample(3)
    assert [sample.raw["id"] for sample in found] == [1, 2, 3]
    assert found[0].raw["more"] == {"k": [1]}


def test_a_reader_that_stops_leaves_the_database_free(engine, path):
    add(engine, *[(n, "q", "a", None) for n in range(1, 700)])
    reading = source(path, query=QUERY, batch="10").read()
    next(reading)
    reading.close()
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE runs"))


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM runs",
        "SELECT 1; DROP TABLE runs",
        "WITH gone AS (DELETE FROM runs RETURNING *) SELECT * FROM gone",
        "SELECT * INTO copy FROM runs",
        "SELECT * FROM runs FOR UPDATE",
        "PRAGMA writable_schema = 1",
        "-- nothing",
        "",
    ],
)
def test_what_does_more_than_read_is_refused_before_it_is_run(path, query):
    with pytest.raises(UsageError):
        source(path, query=query, table="")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 'a; delete from x' AS output",
        "SELECT answer AS \"update\", 'it''s :name' AS output FROM runs; -- at the end; of it",
        "/* into */ WITH a AS (SELECT answer AS output FROM runs) SELECT * FROM a;",
        "SELECT answer || ' 100%' AS output FROM runs -- fine",
    ],
)
def test_words_that_are_quoted_or_remarked_do_no_harm(engine, path, query):
    add(engine, (1, "q", "a", None))
    (found,) = source(path, query=query).read()
    assert isinstance(found.outcome, Incoming)


def test_a_query_keeps_its_meaning_when_its_end_is_cut():
    assert checked("SELECT ';' ; ").rstrip() == "SELECT ';'"
    with pytest.raises(StatementRefused, match="several statements"):
        checked("SELECT 1; SELECT 2")


def test_a_missing_file_is_not_made(path):
    with pytest.raises(Unreachable, match="cannot be read"):
        list(source(path, table="runs").read())
    assert not path.exists()


def test_a_missing_table_is_told_in_the_words_of_the_database(engine, path):
    add(engine, (1, "q", "a", None))
    with pytest.raises(ReviewerError, match="no such table: nowhere"):
        list(source(path, table="nowhere").read())


def test_a_missing_cursor_column_names_the_columns_there_are(engine, path):
    add(engine, (1, "q", "a", None))
    query = 'SELECT id, answer AS output, "no" AS when_made FROM runs'
    with pytest.raises(ReviewerError):
        list(source(path, query=query, cursor_column="when").read())


def test_a_driver_that_is_not_there_is_named_by_its_package():
    runs = source_from("sql", "m", {"url": "mysql://me@db.example.org/agents", "table": "runs"})
    with pytest.raises(ReviewerError, match="Install the package pymysql"):
        list(runs.read())
    other = source_from("sql", "m", {"url": "snowflake://me@x/agents", "table": "runs"})
    with pytest.raises(ReviewerError, match="Install the package snowflake-sqlalchemy"):
        list(other.read())


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:s3cret@h/d",
        "postgresql://me@h/d?password=s3cret",
        "no address",
        "sqlite://",
        "sqlite:///:memory:",
        "://me:s3cret@h",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_its_password(url):
    with pytest.raises(UsageError) as refused:
        source_from("sql", "m", {"url": url, "table": "runs"})
    assert "s3cret" not in str(refused.value)


def test_the_password_is_shown_nowhere():
    options = {"url": "postgresql://me@127.0.0.1/d", "table": "runs", "password": "s3cret"}
    assert "s3cret" not in repr(source_from("sql", "m", options))


@pytest.mark.parametrize(
    ("options", "mode"),
    [
        ({"url": "postgresql://me@db.example.org/d"}, "require"),
        ({"url": "postgresql://me@db.example.org/d?sslmode=verify-full"}, "verify-full"),
        ({"url": "postgresql://me@db.example.org/d", "plain": "yes"}, None),
        ({"url": "postgresql://me@127.0.0.1/d"}, None),
    ],
)
def test_another_machine_is_reached_encrypted_unless_told_otherwise(options, mode):
    made = source_from("sql", "m", {"table": "runs", **options})
    assert made.database.address.to_open.query.get("sslmode") == mode


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        (Decimal("12.50"), 12.5),
        (Decimal(3), 3),
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (Decimal("NaN"), "NaN"),
        (float("inf"), "inf"),
        (datetime(2026, 1, 2, 3, tzinfo=UTC), "2026-01-02T03:00:00+00:00"),
        (date(2026, 1, 2), "2026-01-02"),
        (timedelta(minutes=1), 60.0),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ("é".encode(), "é"),
        (b"\xff\x00", "/wA="),
        ([Decimal(1), {"a": b"x"}], [1, {"a": "x"}]),
        (True, True),
        (None, None),
    ],
)
def test_cells_become_json(cell, wanted):
    assert as_json(cell) == wanted
    text_of(as_json(cell))


VALUES = st.one_of(
    st.integers(),
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.datetimes(timezones=st.sampled_from([None, UTC])),
    st.dates(),
    st.uuids(),
    st.floats(allow_nan=False, allow_infinity=False),
)


@given(VALUES)
def test_a_mark_leads_back_to_its_value(value):
    assert Mark.of_text(Mark("c", value).text, "c") == Mark("c", value)


@given(VALUES)
def test_no_overlap_reads_on_behind_the_value(value):
    before = Overlap(timedelta(hours=1), 5).before(value)
    assert before <= value


@given(st.text())
def test_no_text_passes_for_a_cursor_that_it_is_not(text):
    found = Mark.of_text(text, "c")
    assert found is None or found.column == "c"


@pytest.mark.parametrize("batch", ["0", "x", "-1", "99999999"])
def test_a_batch_that_is_no_number_of_rows_is_refused(path, batch):
    with pytest.raises(UsageError, match="not a number of rows"):
        source(path, table="runs", batch=batch)
