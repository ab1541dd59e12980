"""What intake and a decision cost, against SQLite doing the same writes by itself in one run."""

import sqlite3
import time
from contextlib import closing

import pytest

from reviewer_app.services.desk import Remarks
from tests.factory import entries, incoming, opened, pull

RECORDS, DECISIONS, TIMES = 4_000, 20, 3
INTAKE_FLOOR, DECISION_FLOOR = 0.09, 0.02
"""Half of what was measured on a small virtual machine that other work shared."""

FULL_TEXT = {f"search_{part}" for part in ("data", "idx", "docsize", "config")}
"""The index's own tables, which SQLite makes."""

TABLES = ("item", "content", "selection", "queue_entry", "search_document")


def seconds(act):
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


@pytest.fixture
def pulled(tmp_path):
    """A profile after an intake of its own, and how long the quickest of some took.

    The quickest: what else the machine does can only make one slower.
    """
    records = [
        incoming(n, output=f"answer {n} " + "words that are looked for " * 20)
        for n in range(RECORDS)
    ]
    times = []
    for n in range(TIMES - 1):
        with opened(tmp_path / f"profile {n}") as profile:
            times.append(seconds(lambda: pull(profile, *records)))
    with opened(tmp_path / "profile") as profile:
        times.append(seconds(lambda: pull(profile, *records)))
        yield profile, min(times)


def raw_intake(source, target):
    """The same rows by bare `executemany`, with the same indexes and full-text search."""
    with closing(sqlite3.connect(source)) as filled, closing(sqlite3.connect(target)) as bare:
        for name, statement in filled.execute("SELECT name, sql FROM sqlite_master").fetchall():
            if statement and name not in FULL_TEXT:
                bare.execute(statement)
        rows = {table: filled.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
        texts = filled.execute(
            "SELECT d.n, i.external_id, c.output || char(10) || c.input FROM search_document d"
            " JOIN item i ON i.id = d.item_id JOIN content c ON c.item_id = d.item_id"
        ).fetchall()
        bare.execute("PRAGMA journal_mode=WAL")

        def write():
            for table, values in rows.items():
                marks = ", ".join("?" * len(values[0]))
                bare.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
            bare.executemany(
                "INSERT INTO search (rowid, external_id, body) VALUES (?, ?, ?)", texts
            )
            bare.commit()

        return seconds(write)


def raw_commits(target):
    """One small row a transaction, each synced to disk."""
    with closing(sqlite3.connect(target, isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE decision (id INTEGER PRIMARY KEY, body TEXT)")

        def write():
            for n in range(DECISIONS):
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("INSERT INTO decision VALUES (?, ?)", (n, "x" * 500))
                bare.execute("COMMIT")

        return seconds(write)


def test_intake_is_not_far_from_bare_sqlite(pulled, tmp_path, benchmark):
    profile, ours = pulled
    again = [raw_intake(profile.store.path, tmp_path / f"bare {n}.db") for n in range(TIMES - 1)]
    last = benchmark.pedantic(
        lambda: raw_intake(profile.store.path, tmp_path / "bare.db"), rounds=1
    )
    bare = min(*again, last)
    benchmark.extra_info["records a second"] = RECORDS / ours
    benchmark.extra_info["share of bare SQLite"] = bare / ours
    assert bare / ours > INTAKE_FLOOR


def test_a_decision_is_not_far_from_a_bare_synced_commit(pulled, tmp_path, benchmark):
    profile, _ = pulled
    shown = [profile.review.open(e.item_id).seen for e in entries(profile)[: DECISIONS * TIMES]]
    ours = min(
        seconds(lambda: [profile.review.approve(one, Remarks()) for one in shown[part::TIMES]])  # noqa: B023 - called at once
        for part in range(TIMES)
    )
    again = [raw_commits(tmp_path / f"bare {n}.db") for n in range(TIMES - 1)]
    last = benchmark.pedantic(lambda: raw_commits(tmp_path / "bare.db"), rounds=1)
    bare = min(*again, last)
    benchmark.extra_info["milliseconds a decision"] = 1000 * ours / DECISIONS
    benchmark.extra_info["share of a bare commit"] = bare / ours
    assert bare / ours > DECISION_FLOOR
