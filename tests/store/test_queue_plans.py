"""No list that people look at reads the whole table, nor sorts it: asked of SQLite itself."""

import re
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import event, insert

from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.records import Person
from reviewer_app.domain.search.conditions import Between, Condition, Search, Text, Word
from reviewer_app.domain.tags import TagKind
from reviewer_app.domain.vocabulary import Role, Status
from reviewer_app.store import arrivals, decisions, facts, identity, names, queue, resolved, tags
from reviewer_app.store.resolved import LabelFilter
from tests.factory import ME, NOON, incoming, pull
from tests.teamwork import join

TABLES = (
    "queue_entry|item|item_tag|item_field|decision|decline|escalation|content|selection|"
    "search_document|held|outbox|assignment"
)
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


MINE = QueueQuery(unassigned_or=ME, pulled_until=NOON, is_bounded=True, shuffle="8")


def asked_for(**conditions):
    """A search of one condition, as the list asks it."""
    known = tuple(
        Condition(key, value if isinstance(value, tuple) else (Text(value),))
        for key, value in conditions.items()
    )
    return replace(MINE, asked=Search(conditions=known))


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
    "the next that are due": lambda c: queue.page(c, replace(MINE, sort=Sort.DUE), 0, 50, ME),
    "the riskiest": lambda c: queue.page(c, replace(MINE, sort=Sort.RISK), 0, 50, ME),
    "a draw": lambda c: queue.page(c, replace(MINE, sort=Sort.RANDOM), 0, 50, ME),
    "those looked at last": lambda c: queue.page(c, replace(MINE, sort=Sort.DECIDED), 0, 50, ME),
    "every status": lambda c: queue.page(c, replace(MINE, statuses=()), 0, 50, ME),
    "every status as decided": lambda c: queue.page(
        c, replace(MINE, statuses=(), sort=Sort.DECIDED), 0, 50, ME
    ),
    "a rule": lambda c: queue.page(c, asked_for(rule="r"), 0, 50, ME),
    "an agent": lambda c: queue.page(c, asked_for(agent="writer"), 0, 50, ME),
    "a risk": lambda c: queue.page(c, asked_for(risk="high"), 0, 50, ME),
    "a confidence": lambda c: queue.page(c, asked_for(confidence=(Between(0, 1),)), 0, 50, ME),
    "a field": lambda c: queue.page(
        c,
        replace(MINE, asked=Search(conditions=(Condition("k", (Text("v"),), is_field=True),))),
        0,
        50,
        ME,
    ),
    "words": lambda c: queue.page(c, replace(MINE, asked=Search((Word("answer"),))), 0, 50, ME),
    "a figure": lambda c: queue.figure(c, MINE, ME),
    "the ids": lambda c: queue.ids(c, MINE, 100, ME),
    "the sources": names.sources,
    "the rules": lambda c: tags.names(c, TagKind.RULE),
    "the values of a field": lambda c: names.field_values(c, "k", "v", 9),
    "one entry": lambda c: queue.entry(c, UUID(int=1)),
    "an external id": lambda c: queue.named(c, "out-1"),
    "statuses": lambda c: queue.statuses(c, [UUID(int=1)]),
    "the newest": lambda c: queue.newest_items(c, 500),
    "the figures": lambda c: queue.count_by_status(c, ME),
    "what arrived": lambda c: queue.arrived(c, NOON, ME),
    "the latest pull": queue.latest_pull,
    "the workflows": lambda c: queue.workflows(c, ME),
    "what begins like an id": lambda c: queue.begun(c, asked_for(id="out"), 9, ME),
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
    "my queue",
    "the next that are due",
    "the riskiest",
    "a draw",
    "those looked at last",
    "every status",
    "every status as decided",
    "a risk",
    "a confidence",
)


@pytest.mark.parametrize("what", ORDERED)
def test_a_list_comes_in_its_indexs_order(profile, what):
    with profile.store.reading() as connection, plans(connection) as found:
        QUESTIONS[what](connection)
    assert not [step for step in found if "TEMP B-TREE" in step], found


def as_reviewer(profile):
    """Makes `ME` a reviewer of a team, whose lists hold what is in reach alone."""
    me = Person(id=ME, name="me", role=Role.REVIEWER, pools=["everyone", "finance"])
    with profile.store.writing() as connection:
        connection.execute(insert(identity.PERSON), [me.model_dump()])
    join(profile)


@pytest.mark.parametrize("what", QUESTIONS)
def test_a_question_of_a_reviewer_in_a_team_uses_an_index(profile, what):
    as_reviewer(profile)
    pull(profile, incoming())
    with profile.store.reading() as connection, plans(connection) as found:
        QUESTIONS[what](connection)
    assert found
    assert not [step for step in found if FULL_SCAN.match(step)], found


@pytest.mark.parametrize("what", ORDERED)
def test_a_list_of_a_reviewer_in_a_team_comes_in_its_indexs_order(profile, what):
    as_reviewer(profile)
    with profile.store.reading() as connection, plans(connection) as found:
        QUESTIONS[what](connection)
    assert not [step for step in found if "TEMP B-TREE" in step], found
