"""Questions to the queue table, against the same question asked of a plain list."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Status, Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.store import projection, queue, search
from tests.factory import Clock, decide_as, entries, incoming, opened, pull, seen

KEYS = {
    Sort.PRIORITY: lambda e: (e.priority, e.item_id.hex),
    Sort.CONFIDENCE: lambda e: -2.0 if e.confidence is None else e.confidence - 1,
    Sort.AGE: lambda e: (e.pulled_at, e.item_id.hex),
    Sort.NEWEST: lambda e: -e.pulled_at.timestamp(),
}


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    """A profile in which a little of everything has happened."""
    clock = Clock()
    with opened(tmp_path_factory.mktemp("busy"), clock=clock) as profile:
        for n in range(40):
            clock.advance(minutes=n % 7)
            record = incoming(
                n, workflow="ab"[n % 2], step="xyz"[n % 3], confidence=[None, 0.0, 0.5, 1.0][n % 4]
            )
            pull(profile, record)
        for n, verdict in enumerate((Verdict.APPROVE, Verdict.REJECT, Verdict.ESCALATE) * 3):
            decide_as(profile, "bea", verdict, f"out-{n}")
        pull(profile, incoming(0, output="revised"))
        yield profile


QUERIES = st.builds(
    QueueQuery,
    statuses=st.sampled_from(
        [OPEN_STATUSES, (), (Status.RESOLVED,), (Status.ESCALATED, Status.QUEUED)]
    ),
    workflow=st.sampled_from([None, "a", "b", "none"]),
    step=st.sampled_from([None, "x"]),
    sort=st.sampled_from(list(KEYS)),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(QUERIES, st.integers(1, 9))
def test_pages_are_the_whole_list_in_pieces_in_its_order(busy, query, size):
    wanted = [
        e
        for e in entries(busy)
        if (not query.statuses or e.status in query.statuses)
        and query.workflow in (None, e.workflow)
        and query.step in (None, e.step)
    ]
    with busy.store.reading() as connection:
        pages = [queue.page(connection, query, n, size) for n in range(0, 60, size)]
        assert queue.total(connection, query) == len(wanted)
    found = [e for page in pages for e in page]
    assert sorted(found, key=lambda e: e.item_id) == sorted(wanted, key=lambda e: e.item_id)
    keys = [KEYS[query.sort](e) for e in found]
    assert keys == sorted(keys)


def test_a_list_does_not_move_under_its_reader(profile, clock):
    pull(profile, incoming())
    frozen = QueueQuery(pulled_until=clock())
    clock.advance(seconds=1)
    pull(profile, incoming(2))
    assert profile.review.total(frozen) == 1
    assert profile.review.total(QueueQuery(pulled_until=clock() + timedelta(days=1))) == 2


def test_the_id_that_was_typed_comes_first(profile):
    pull(profile, incoming(1, output="see out-2 and out-2"), incoming(2), incoming(3))
    found = profile.review.page(QueueQuery(search="out-2"), 0, 9)
    assert [e.external_id for e in found] == ["out-2", "out-1"]
    assert profile.review.total(QueueQuery(search="out-2")) == 2


def test_input_output_and_id_are_searched_and_marks_alone_find_nothing(profile):
    pull(profile, incoming(1, input="zebra", output="lion"), incoming(2, external_id="tiger"))
    for words, hits in {
        "zebra": 1,
        "lion": 1,
        "tiger": 1,
        "lion zebra": 1,
        "?!": 0,
    }.items():
        assert profile.review.total(QueueQuery(search=words)) == hits, words


def test_the_index_rebuilt_finds_the_same(profile):
    pull(profile, *(incoming(n, output=f"zebra {n}") for n in range(30)))
    with profile.store.writing() as connection:
        search.rebuild(connection)
    assert profile.review.total(QueueQuery(search="zebra")) == 0
    profile.intake.catch_up()
    assert profile.review.total(QueueQuery(search="zebra")) == 30


def test_a_column_that_only_indexes_need_is_rebuilt_too(profile):
    pull(profile, incoming())
    for change in ("is_open = 0", "uncertainty = 9", "status = 'nonsense'", "excerpt = ''"):
        with profile.store.writing() as connection:
            connection.exec_driver_sql(f"UPDATE queue_entry SET {change}")
            assert projection.rebuild(connection) == 1
            assert projection.rebuild(connection) == 0
    with profile.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM queue_entry")
        assert projection.rebuild(connection) == 1
    assert profile.review.total(QueueQuery()) == 1


def test_readers_cannot_write_and_do_not_wait_for_a_writer(profile):
    pull(profile, incoming())
    with profile.store.writing() as writer:
        writer.exec_driver_sql("UPDATE queue_entry SET excerpt = 'dirty'")
        assert entries(profile)[0].excerpt == "answer 1"
    profile.review.approve(seen(profile), Remarks())
    with profile.store.reading() as reader, pytest.raises(Exception, match="readonly"):
        reader.exec_driver_sql("DELETE FROM decision")


def test_what_is_written_is_synced_before_it_is_acknowledged(profile):
    with profile.store.writing() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("synchronous", "journal_mode", "foreign_keys")
        }
    assert pragmas == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}


def test_an_act_that_fails_in_the_middle_leaves_no_trace(profile, monkeypatch):
    pull(profile, incoming())
    before = entries(profile)

    def fail(*_, **__):
        raise RuntimeError("half way")

    monkeypatch.setattr(projection, "refold", fail)
    with pytest.raises(RuntimeError):
        profile.review.approve(seen(profile), Remarks())
    monkeypatch.undo()
    assert entries(profile) == before
    assert profile.review.open(before[0].item_id).opinions == ()
