"""A database of the first release, with work in it, searched after its upgrade."""

import sqlite3
from contextlib import closing

import pytest
from alembic import command

from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.records import Span
from reviewer_app.services.desk import Remarks
from reviewer_app.store import projection, schema
from reviewer_app.store.database import Database
from tests.factory import Clock, incoming, open_profile, opened, pull, seen, state

POLICY = """
name = "before"
[defaults]
mode = "human"
search_fields = ["customer"]
[[rule]]
name = "unsure"
when = "confidence != null && confidence < 0.6"
risk = "high"
due = "4h"
"""


@pytest.fixture
def upgraded(tmp_path):
    """A profile that went back to the first release's tables and came up again."""
    with opened(tmp_path, POLICY) as profile:
        for n in range(4):
            meta = f'{{"customer": "ÄRA {n}"}}'
            pull(profile, incoming(n, confidence=n / 4, meta=meta))
        span = Span(start=0, end=3, error_type="wrong fact")
        profile.review.reject(
            seen(profile, "out-0"), Remarks(("tone",), comment="rude", spans=(span,))
        )
        profile.review.correct(seen(profile, "out-1"), "better", Remarks())
        profile.review.correct(seen(profile, "out-2"), "better", Remarks(("tone",)))
        profile.review.undo()
        before, path = state(profile), profile.store.path
    database = Database(path, Clock())
    with database._writer.connect() as connection:
        connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            command.downgrade(schema._config(connection), "0001")
    database.close()
    with closing(sqlite3.connect(path)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
        assert not {"item_tag", "producer"} & tables
    again = open_profile(tmp_path, POLICY)
    assert list((path.parent / "backups").iterdir())
    yield again, before
    again.close()


def test_nothing_was_lost_and_nothing_differs_from_a_rebuild(upgraded):
    profile, before = upgraded
    assert state(profile) == before
    with profile.store.writing() as connection:
        assert projection.rebuild(connection) == 0


FOUND = {
    "rule:unsure": {"out-2"},
    "error:tone": {"out-0"},
    'error:"wrong fact"': {"out-0"},
    "has:span has:comment verdict:reject": {"out-0"},
    "has:correction verdict:correct": {"out-1"},
    'customer:"ära 3"': {"out-3"},
    "agent:writer": {"out-2", "out-3"},
}


@pytest.mark.parametrize("text", FOUND)
def test_what_was_there_before_is_found(upgraded, text):
    profile, _ = upgraded
    listed = profile.review.page(QueueQuery(search=text), 0, 9)
    assert {e.external_id for e in listed} == FOUND[text]


def test_what_was_there_before_is_sorted(upgraded):
    profile, _ = upgraded
    for sort in (Sort.RISK, Sort.DUE, Sort.RANDOM):
        listed = profile.review.page(QueueQuery(sort=sort), 0, 9)
        assert [e.external_id for e in listed] == ["out-2", "out-3"], sort
