"""What a search finds in a profile in which a little of everything has happened."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reviewer_app.domain.incoming import AttachedFile
from reviewer_app.domain.queue import Figure, Picked, QueueQuery, Sort
from reviewer_app.domain.vocabulary import Risk, Severity, Status, Verdict
from reviewer_app.services.desk import Draft, Remarks
from reviewer_app.services.lists import SearchFaulty
from reviewer_app.store import asked, projection, queue, search
from tests.factory import (
    NOON,
    Clock,
    decide_as,
    entries,
    entry,
    incoming,
    opened,
    pull,
    seen,
)

POLICY = """
name = "searching"
[defaults]
mode = "human"
search_fields = ["amount", "customer"]

[[rule]]
name = "Large refund"
when = '"amount" in meta && meta.amount > 500.0'
risk = "high"
route = "finance"
due = "4h"

[[rule]]
name = "unsure"
when = "confidence != null && confidence < 0.6"
risk = "medium"
due = "2d"

[[rule]]
name = "no confidence"
when = "confidence == null"
risk = "critical"
"""

GIVEN = {
    1: {"confidence": 0.5, "agent": "Planner", "output": "a red fox is late"},
    2: {"confidence": None, "agent": "writer", "output": "red and late, no fox"},
    3: {"confidence": 0.7, "meta": '{"amount": 640, "customer": "Ms Okafor"}'},
    4: {"confidence": 1.0, "meta": '{"amount": 12.5, "customer": "MS OKAFOR"}', "step": "decide"},
    5: {"confidence": 0.9, "workflow": "refunds", "model_version": "3.0"},
    6: {"confidence": 0.9, "agent": "planner"},
    7: {"confidence": 0.2, "external_id": "INV-77", "output": "invoice INV-77"},
    8: {"confidence": 0.3, "external_id": "inv-78", "output": "zebra"},
}


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    clock = Clock()
    with opened(tmp_path_factory.mktemp("busy"), POLICY, clock) as profile:
        for n, fields in GIVEN.items():
            pull(profile, incoming(n, **fields))
            clock.advance(hours=1)
        profile.review.reject(
            seen(profile, "out-5"), Remarks(("wrong fact",), Severity.MAJOR, "no such order")
        )
        clock.advance(days=3)
        decide_as(profile, "Bea", Verdict.CORRECT, "out-6", "better")
        profile.review.escalate(seen(profile, "out-2"), "Bea", Remarks())
        profile.review.save_draft(entry(profile, "out-1").item_id, Draft("half"))
        yield profile


def found(profile, text, **query):
    listed = profile.review.page(QueueQuery(search=text, **query), 0, 100)
    return {e.external_id for e in listed}


def out(*numbers):
    return {GIVEN[n].get("external_id", f"out-{n}") for n in numbers}


FOUND = {
    "": out(1, 2, 3, 4, 7, 8),
    "red": out(1, 2),
    '"red fox"': out(1),
    "red fox": out(1, 2),
    "red -fox": set(),
    'red -"red fox"': out(2),
    "-red": out(3, 4, 7, 8),
    "fo": out(1, 2),
    "agent:planner": out(1),
    "agent:PLAN*": out(1),
    "-agent:planner": out(2, 3, 4, 7, 8),
    "agent:nobody": set(),
    "-agent:nobody": out(1, 2, 3, 4, 7, 8),
    "step:decide": out(4),
    "model:3.0 status:resolved": out(5),
    "workflow:refunds": set(),
    "workflow:refunds decided:me": out(5),
    "source:FEED": out(1, 2, 3, 4, 7, 8),
    "risk:high": out(3),
    "risk:high,critical": out(2, 3),
    "-risk:high,critical": out(1, 4, 7, 8),
    "confidence:none": out(2),
    "confidence:<0.5": out(7, 8),
    "confidence:<=0.5": out(1, 7, 8),
    "-confidence:<=0.5": out(2, 3, 4),
    "confidence:0.5..0.7": out(1, 3),
    "confidence:none,>0.9": out(2, 4),
    'rule:"large refund"': out(3),
    "rule:unsure": out(1, 7, 8),
    "rule:no*": out(2),
    "-rule:unsure": out(2, 3, 4),
    "amount:>500": out(3),
    "amount:12.5": out(4),
    "-amount:>500": out(1, 2, 4, 7, 8),
    'customer:"ms okafor"': out(3, 4),
    "customer:ms*": out(3, 4),
    "customer:none": out(1, 2, 7, 8),
    "id:inv-77": out(7),
    "id:INV*": out(7, 8),
    "inv-77": out(7),
    "pool:Finance": out(3),
    "selected:flag": out(1, 2, 3, 7, 8),
    "selected:all": out(4),
    "status:resolved": out(5, 6),
    "status:open": out(1, 2, 3, 4, 7, 8),
    "status:escalated": out(2),
    "verdict:reject": out(5),
    "verdict:correct,reject": out(5, 6),
    "decided:me": out(2, 5),
    "decided:bea": out(6),
    "decided:me,bea": out(2, 5, 6),
    "decided:<1d": out(2, 6),
    "decided:>1d": out(5),
    "decided:nobody": out(1, 3, 4, 7, 8),
    "error:WRONG*": out(5),
    "has:comment": set(),
    "has:comment status:resolved": out(5),
    "has:correction verdict:correct": out(6),
    "has:draft": out(1),
    "has:draft,attachment": out(1),
    "assignee:bea": out(2),
    "assignee:nobody": out(1, 3, 4, 7, 8),
    "due:late": out(1, 3, 7, 8),
    "due:none": out(2, 4),
    "pulled:today": set(),
    "red confidence:none": out(2),
    "zebra rule:unsure risk:medium confidence:<0.5": out(8),
}


@pytest.mark.parametrize("text", FOUND)
@pytest.mark.parametrize("way", ["few are found first", "an order is followed"])
def test_a_search_finds(busy, monkeypatch, text, way):
    """Both ways give the same: rare items found and sorted, or an order's index followed."""
    if way != "few are found first":
        monkeypatch.setattr(asked, "RARE", -1)
    for sort in Sort:
        assert found(busy, text, sort=sort, shuffle="8") == FOUND[text], sort
    assert busy.review.total(QueueQuery(search=text)) == len(FOUND[text])


@pytest.mark.parametrize("sort", Sort)
def test_an_order_is_the_same_in_pieces_and_by_either_way(busy, monkeypatch, sort):
    query = QueueQuery(statuses=(), search="selected:flag,all", sort=sort, shuffle="8")
    whole = busy.review.page(query, 0, 100)
    assert len(whole) == len(GIVEN)
    for size in (1, 3):
        pieces = [busy.review.page(query, n, size) for n in range(0, 12, size)]
        assert [e for piece in pieces for e in piece] == whole
    assert busy.review.lists.ids(query, 100) == [e.item_id for e in whole]
    monkeypatch.setattr(asked, "RARE", -1)
    assert busy.review.page(query, 0, 100) == whole


def test_the_order_by_risk_has_the_worst_first_and_then_what_is_due(busy):
    listed = busy.review.page(QueueQuery(sort=Sort.RISK), 0, 100)
    keys = [(-e.risk.rank, e.due_at is None, e.due_at or NOON) for e in listed]
    assert keys == sorted(keys)
    assert listed[0].risk is Risk.CRITICAL


@pytest.mark.parametrize("begin", ["0", "5", "a", "ff", ""])
def test_the_order_by_chance_goes_round_within_each_risk(busy, begin):
    query = QueueQuery(sort=Sort.RANDOM, shuffle=begin)
    listed = busy.review.page(query, 0, 100)
    keys = [(-e.risk.rank, e.item_id.hex < begin, e.item_id.hex) for e in listed]
    assert keys == sorted(keys)
    assert [e for n in range(0, 9, 2) for e in busy.review.page(query, n, 2)] == listed


def test_a_faulty_search_lists_nothing_and_says_why(busy):
    with pytest.raises(SearchFaulty, match=r"character 6: risk is one of"):
        busy.review.page(QueueQuery(search="risk:purple"), 0, 9)
    figures = busy.review.lists.figures([QueueQuery(search="rsk:x"), QueueQuery(search="red")])
    assert figures == [None, Figure(2)]


def test_a_figure_is_counted_as_far_as_it_is_asked(busy):
    assert busy.review.lists.figure(QueueQuery(), 4) == Figure(4, is_least=True)
    assert busy.review.lists.figure(QueueQuery(), 6) == Figure(6)


def test_of_common_words_a_list_looks_at_the_newest_and_says_so(busy, monkeypatch):
    monkeypatch.setattr(search, "NEWEST_MATCHES", 1)
    query = QueueQuery(search="red", is_bounded=True)
    assert [e.external_id for e in busy.review.page(query, 0, 9)] == ["out-2"]
    assert busy.review.lists.figure(query) == Figure(1, is_least=True)
    exact = replace(query, is_bounded=False)
    assert busy.review.lists.figure(exact) == Figure(2)
    rare = replace(query, search="red rule:unsure")
    assert found(busy, rare.search, is_bounded=True) == out(1)


def test_what_is_picked_is_resolved_where_it_is_asked(busy):
    listed = [e.item_id for e in busy.review.page(QueueQuery(), 0, 100)]
    every = Picked(query=QueueQuery(), without=frozenset(listed[:2]))
    assert busy.review.lists.picked(every, 100) == listed[2:]
    assert busy.review.lists.picked(every, 3) == listed[2:5]
    assert busy.review.lists.picked(Picked(ids=tuple(listed[:2])), 9) == listed[:2]


def test_an_item_is_found_by_the_beginning_of_either_id(busy):
    item = entry(busy, "INV-77")
    for text in ("INV-7", "inv-77", item.item_id.hex[:10], str(item.item_id)):
        assert item in busy.review.lists.begun(text, 5), text
    assert busy.review.lists.begun("inv-78", 5)[0].external_id == "inv-78"
    assert busy.review.lists.begun("  ", 5) == []


def test_the_names_that_may_be_typed_are_those_that_there_are(busy):
    names = busy.review.lists.names
    assert names("agent", "") == ["Planner", "planner", "writer"]
    assert names("step", "") == ["decide", "reply"]
    assert names("rule", "") == ["Large refund", "no confidence", "unsure"]
    assert names("error", "") == ["wrong fact"]
    assert names("source", "") == ["feed"]
    assert set(names("assignee", "")) == {"ana", "Bea"}
    assert sorted(names("customer", "ms")) == ["MS OKAFOR", "Ms Okafor"]
    assert names("customer", "x") == []
    assert names("pool", "") == ["finance"]


def test_tags_follow_what_was_decided_and_taken_back(tmp_path):
    with opened(tmp_path) as profile:
        pull(profile, incoming(1, attachments=(AttachedFile("a.txt", "text/plain", b"x"),)))
        assert found(profile, "has:attachment") == {"out-1"}
        profile.review.reject(seen(profile), Remarks(("tone",), None, "rude"))
        assert found(profile, "error:tone has:comment") == {"out-1"}
        profile.review.undo()
        assert found(profile, "error:tone") == set()
        with profile.store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO item_tag SELECT id, 'has', 'span' FROM item")
            assert projection.rebuild(connection) == 1
        assert found(profile, "has:span") == set()


def test_escalated_to_me_is_what_i_or_my_pools_were_given(tmp_path):
    with opened(tmp_path) as profile:
        pull(profile, *(incoming(n) for n in range(4)))
        decide_as(profile, "Bea", Verdict.ESCALATE, "out-0")
        for n, to in enumerate(("Bea", "ana", "finance"), 1):
            profile.review.escalate(seen(profile, f"out-{n}"), to, Remarks())
        me = profile.review.me.id
        mine = QueueQuery(statuses=(Status.ESCALATED,), given_to=me)
        assert {e.external_id for e in profile.review.page(mine, 0, 9)} == {"out-0", "out-2"}
        assert profile.review.counts(NOON).escalated == 2


def test_a_late_pull_does_not_change_a_frozen_search(tmp_path):
    clock = Clock()
    with opened(tmp_path, clock=clock) as profile:
        pull(profile, incoming(1, output="zebra"))
        until = clock()
        clock.advance(seconds=1)
        pull(profile, incoming(2, output="zebra"))
        assert found(profile, "zebra", pulled_until=until) == {"out-1"}
        assert found(profile, "zebra", pulled_until=until + timedelta(days=1)) == {"out-1", "out-2"}


def test_the_store_orders_and_counts_alike(busy):
    with busy.store.reading() as connection:
        query = QueueQuery(statuses=())
        assert queue.total(connection, query) == len(entries(busy))
