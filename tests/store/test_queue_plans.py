"""No list that people look at reads the whole table, nor sorts it: asked of SQLite itself."""

import re
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import event

from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.vocabulary import Status
from reviewer_app.store import arrivals, decisions, facts, queue, resolved
from reviewer_app.store.resolved import LabelFilter
from tests.factory import ME, NOON, incoming, pull

TABLES = "queue_entry|item|decision|decline|escalation|content|selection|search_document"
FULL_SCAN = re.compile(rf"SCAN (?:{TABLES})(?!.* USING )")


@contextmanager
def plans(connection):
    """How SQLite goes about every statement that is run meanwhile."""
    found, asked = [], []

    def note(_connection, _cursor, statement, parameters, _context, _many):
        asked.append((statement, parameters))

    event.listen(connection.engine, "before_cursor_execute", note)
    yield found
    event.remove(connection.engine, "before_cursor_execute", note)
    raw = connection.connection.driver_connection
    for statement, parameters in asked:
        found += [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]


MINE = QueueQuery(unassigned_or=ME)
QUESTIONS = {
    "the queue": lambda c: queue.page(c, QueueQuery(), 0, 50, ME),
    "my queue": lambda c: queue.page(c, MINE, 0, 50, ME),
    "one workflow": lambda c: queue.page(c, QueueQuery(workflow="support"), 0, 50, ME),
    "the most uncertain": lambda c: queue.page(c, QueueQuery(sort=Sort.CONFIDENCE), 0, 50, ME),
    "the oldest": lambda c: queue.page(c, QueueQuery(sort=Sort.AGE), 0, 50, ME),
    "the newest that are open": lambda c: queue.page(c, QueueQuery(sort=Sort.NEWEST), 0, 50, ME),
    "what was decided": lambda c: queue.page(
        c, QueueQuery(statuses=(Status.RESOLVED,), sort=Sort.DECIDED), 0, 50, ME
    ),
    "what is escalated": lambda c: queue.page(
        c, QueueQuery(statuses=(Status.ESCALATED,)), 0, 50, ME
    ),
    "one entry": lambda c: queue.entry(c, UUID(int=1)),
    "an external id": lambda c: queue.named(c, "out-1"),
    "statuses": lambda c: queue.statuses(c, [UUID(int=1)]),
    "the newest": lambda c: queue.newest_items(c, 500),
    "the figures": lambda c: queue.count_by_status(c, ME),
    "what arrived": lambda c: queue.arrived(c, NOON, ME),
    "the latest pull": queue.latest_pull,
    "the workflows": queue.workflows,
    "today's count": lambda c: decisions.count_since(c, ME, NOON - timedelta(days=1)),
    "a track record": lambda c: decisions.record(c, "support", "reply", "writer"),
    "the last decision": lambda c: decisions.last_standing(c, ME),
    "facts": lambda c: facts.facts(c, queue.newest_items(c, 1)),
    "opinions": lambda c: facts.opinions(c, [UUID(int=7)]),
    "known items": lambda c: arrivals.known(c, [UUID(int=7)]),
    "revisions": lambda c: arrivals.revisions(c, "feed", ["out-1"]),
    "predecessors": lambda c: arrivals.predecessors(c, [("feed", "out-1", 2)]),
    "labels": lambda c: list(resolved.pages(c, LabelFilter())),
}


@pytest.mark.parametrize("what", QUESTIONS)
def test_a_question_uses_an_index(profile, what):
    pull(profile, incoming())
    with profile.store.reading() as connection, plans(connection) as found:
        QUESTIONS[what](connection)
    assert found
    assert not [step for step in found if FULL_SCAN.match(step)], found


ORDERED = (
    "the queue",
    "one workflow",
    "the most uncertain",
    "the oldest",
    "the newest that are open",
    "what was decided",
    "what is escalated",
)


@pytest.mark.parametrize("what", ORDERED)
def test_a_list_comes_in_its_indexs_order(profile, what):
    with profile.store.reading() as connection, plans(connection) as found:
        QUESTIONS[what](connection)
    assert not [step for step in found if "TEMP B-TREE" in step], found
