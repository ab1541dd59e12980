"""The list: any length, only pages held, nothing stale shown."""

from concurrent.futures import Future
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from reviewer_app.domain.holding import Holding
from reviewer_app.domain.queue import COUNTED, Figure, QueueEntry, QueueQuery, Sort
from reviewer_app.domain.vocabulary import Risk, Status
from reviewer_app.ui.jobs import Jobs
from reviewer_app.ui.queue.filters import NOBODY, Filters, For, View
from reviewer_app.ui.queue.model import HELD, QueueModel
from tests.factory import ME, NOON


def entry(number: int) -> QueueEntry:
    return QueueEntry(
        item_id=UUID(int=number + 1),
        source="feed",
        external_id=f"out-{number}",
        excerpt=f"answer {number}",
        status=Status.QUEUED,
        risk=Risk.LOW,
        priority=number,
        due_at=None,
        pool="everyone",
        assignee=None,
        workflow="support",
        step="reply",
        agent="writer",
        model_version="2.0",
        confidence=None,
        selected_by="flag",
        pulled_at=NOON,
    )


class LongList:
    """A session with a list of any length that counts how much of it was asked for."""

    def __init__(self, total: int) -> None:
        self.entries = total
        self.pages: list[int] = []

    def figure(self, _query, most=COUNTED):
        return Figure(min(self.entries, most), is_least=self.entries > most)

    def page(self, _query, offset, limit):
        self.pages.append(offset)
        return [entry(n) for n in range(offset, min(offset + limit, self.entries))]

    def held(self, entries):
        return {entry.item_id: Holding.WHOLE for entry in entries if not entry.excerpt}

    def covered(self, _entries):
        return frozenset()


class ByHand:
    """An executor that works when it is told to."""

    def __init__(self) -> None:
        self.waiting = []

    def submit(self, work, *arguments):
        self.waiting.append(lambda: work(*arguments))
        return Future()

    def drain(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()

    def shutdown(self, **_options):
        self.waiting.clear()


@pytest.fixture
def hands():
    return ByHand()


@pytest.fixture
def make(qapp, hands):
    def build(total):
        session = LongList(total)
        model = QueueModel(session, Jobs(hands, hands, qapp))
        model.list_query(QueueQuery())
        hands.drain()
        return model, session

    return build


def test_a_million_rows_hold_only_what_is_looked_at_and_are_counted_as_they_are_read(make, hands):
    model, session = make(1_000_000)
    assert model.figure == Figure(COUNTED, is_least=True)
    while model.rowCount() < 1_000_000:
        row = model.rowCount() - 1
        model.entry(row)
        hands.drain()
        assert model.entry(row).external_id == f"out-{row}"
        assert model.rowCount() > row + 1
    assert model.figure == Figure(1_000_000)
    assert model.held() <= HELD
    assert len(session.pages) < 220


def test_a_search_that_was_typed_over_is_not_asked(make, hands):
    model, session = make(50)
    session.pages.clear()
    for text in ("r", "re", "ref"):
        model.list_query(QueueQuery(search=text))
    hands.drain()
    assert session.pages == [0]
    assert model.query.search == "ref"


def test_the_model_keeps_qts_contract(make, hands):
    model, _ = make(250)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.entry(120)
    hands.drain()
    model.remove(UUID(int=5))
    model.restore(entry(4), 4)
    assert tester.model() is model
    assert [model.entry(r).external_id for r in (3, 4, 5)] == ["out-3", "out-4", "out-5"]


def test_a_row_on_its_way_is_asked_for_once(make, hands):
    model, session = make(500)
    session.pages.clear()
    for _ in range(5):
        assert model.entry(300) is None
    hands.drain()
    assert session.pages == [300]


def test_an_answer_to_a_list_that_changed_since_is_not_used(make, hands):
    model, _ = make(500)
    model.entry(300)
    model.remove(UUID(int=1))
    hands.drain()
    assert model.entry(299) is None
    hands.drain()
    assert model.rowCount() == 499


def test_removing_moves_the_rest_up(make):
    model, _ = make(50)
    assert model.remove(UUID(int=11)) == 10
    assert model.entry(10).external_id == "out-11"
    assert model.remove(UUID(int=11)) is None


def test_my_queue_asks_for_mine_and_nobodys():
    query = Filters().query(ME, NOON)
    assert query.unassigned_or == ME
    assert query.pulled_until == NOON


@pytest.mark.parametrize(
    ("whose", "assignee", "or_nobody"),
    [(For.ME, ME, None), (For.NOBODY, None, NOBODY), (For.ANYONE, None, None)],
)
def test_whose_items_are_listed(whose, assignee, or_nobody):
    query = Filters(whose=whose).query(ME, None)
    assert (query.assignee, query.unassigned_or) == (assignee, or_nobody)


def test_decided_items_are_sorted_by_their_decision():
    assert Filters(view=View.DECIDED).query(ME, None).sort is Sort.DECIDED


def test_all_items_come_newest_first_unless_another_order_was_chosen():
    assert Filters(view=View.ALL).query(ME, None).sort is Sort.NEWEST
    assert Filters(view=View.ALL, sort=Sort.RISK).query(ME, None).sort is Sort.RISK


def test_escalated_to_me_asks_for_what_i_was_given():
    query = Filters(view=View.ESCALATED).query(ME, None)
    assert (query.given_to, query.statuses) == (ME, (Status.ESCALATED,))
    assert Filters(view=View.ESCALATED, whose=For.ANYONE).query(ME, None).given_to is None


def test_clearing_leaves_the_view():
    filters = replace(Filters(view=View.ALL), risk=Risk.LOW, search="x")
    assert filters.is_narrowed
    assert filters.cleared() == Filters(view=View.ALL)
