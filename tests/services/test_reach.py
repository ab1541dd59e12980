"""What a reviewer of a team sees: what is theirs to take, and what they decided; leads see all."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert

from reviewer_app.domain.queue import Figure, Picked, QueueQuery, Sort
from reviewer_app.domain.vocabulary import Role, Status, Verdict
from reviewer_app.services.assigning import HandOver
from reviewer_app.services.desk import Remarks
from reviewer_app.store import reach
from reviewer_app.store.people import HELD
from tests.factory import NOON, decide_as, entries, entry, incoming, opened, pull, seen
from tests.teamwork import change, join, leave, mate

POLICY = """
name = "pools"
[defaults]
mode = "human"
[[rule]]
name = "money"
when = "step == 'refund'"
route = "finance"
[[rule]]
name = "two"
when = "step == 'twice'"
reviews = 2
"""
EVERY = QueueQuery(statuses=())
ALL = {"out-1", "out-2", "out-3", "out-4"}


@pytest.fixture
def profile(tmp_path, clock):
    """out-1 is for everyone, out-2 for finance, out-3 with ben, out-4 with this person."""
    with opened(tmp_path / "profile", POLICY, clock) as made:
        money = incoming(2, step="refund", workflow="payments")
        pull(made, incoming(1), money, incoming(3, workflow="law"), incoming(4))
        hand(made, "out-3", mate(made, "ben"))
        hand(made, "out-4", me(made))
        hold(made)
        join(made, role=Role.REVIEWER)
        yield made


def me(profile):
    return profile.store.device.person_id


def hand(profile, external_id, to):
    picked = Picked((entry(profile, external_id).item_id,))
    assert profile.assigning.assign(HandOver(picked, to, "r")).assigned


def hold(profile):
    """The hub says that all that is here is in reach."""
    with profile.store.writing() as connection:
        connection.execute(delete(HELD))
        connection.execute(insert(HELD), [{"item_id": e.item_id} for e in entries(profile)])


def listed(profile, query=EVERY):
    return {e.external_id for e in profile.review.page(query, 0, 100)}


def test_a_reviewer_sees_what_they_have_and_what_nobody_has_of_their_pools(profile):
    assert listed(profile) == {"out-1", "out-4"}
    change(profile, me(profile), pools=["finance"])
    assert listed(profile) == {"out-1", "out-2", "out-4"}


@pytest.mark.parametrize("role", [Role.LEAD, Role.AUDITOR, Role.INTAKE])
def test_who_oversees_the_team_sees_everything(profile, role):
    change(profile, me(profile), role=role)
    assert listed(profile) == ALL


def test_who_works_alone_sees_everything(profile):
    leave(profile)
    assert listed(profile) == ALL


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("statuses", [(), (Status.QUEUED,)])
def test_it_holds_in_every_order(profile, sort, statuses):
    assert listed(profile, QueueQuery(statuses=statuses, sort=sort)) == {"out-1", "out-4"}


def test_totals_figures_and_ids_count_nothing_else(profile):
    lists = profile.review.lists
    assert lists.total(EVERY) == 2
    assert lists.figure(QueueQuery()) == Figure(2)
    assert len(lists.ids(EVERY, 10)) == 2
    assert lists.picked(Picked(query=EVERY), 10) == lists.ids(EVERY, 10)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("answer", {"out-1", "out-4"}),
        ("id:out-3", set()),
        ("assignee:ben", set()),
        ("assignee:me", {"out-4"}),
        ("pool:finance", set()),
        ("workflow:law", set()),
        ("out-2", set()),
    ],
)
def test_a_search_finds_nothing_else(profile, search, found):
    assert listed(profile, QueueQuery(search=search)) == found


def test_the_figures_of_the_rail_count_nothing_else(profile):
    counts = profile.review.counts(NOON - timedelta(days=1))
    assert (counts.queue, counts.arrived, counts.workflows) == (2, 2, ("support",))
    change(profile, me(profile), role=Role.LEAD)
    counts = profile.review.counts(NOON - timedelta(days=1))
    assert (counts.queue, counts.workflows) == (3, ("law", "payments", "support"))


def test_what_begins_like_an_id_is_found_within_reach_alone(profile):
    begun = profile.review.lists.begun
    assert {e.external_id for e in begun("out-", 10)} == {"out-1", "out-4"}
    assert begun("out-3", 10) == []
    profile.review.decline(seen(profile, "out-1"), "not mine")
    assert [e.external_id for e in begun("out-1", 10)] == ["out-1"]


def test_what_they_decided_stays_whatever_became_of_it(profile):
    profile.review.approve(seen(profile, "out-1"), Remarks())
    profile.review.approve(seen(profile, "out-4"), Remarks())
    gone(profile, "out-1")
    assert listed(profile) == {"out-1", "out-4"}
    assert profile.review.counts(NOON).decided == 2
    profile.review.undo()
    profile.review.undo()
    assert listed(profile) == {"out-4"}


def gone(profile, external_id):
    """The hub says that an item has left this person's reach."""
    item_id = entry(profile, external_id).item_id
    with profile.store.writing() as connection:
        connection.execute(delete(HELD).where(HELD.c.item_id == item_id))


def test_a_dispute_about_their_decision_stays_in_sight_when_others_have_it(profile):
    pull(profile, incoming(5, step="twice"))
    hold(profile)
    profile.review.approve(seen(profile, "out-5"), Remarks())
    decide_as(profile, "ben", Verdict.REJECT, "out-5")
    gone(profile, "out-5")
    disputed = QueueQuery(statuses=(Status.DISPUTED,))
    assert listed(profile, disputed) == {"out-5"}


def test_what_they_decided_before_they_joined_counts_as_theirs(profile):
    decide_as(profile, "ana at home", Verdict.APPROVE, "out-3")
    assert "out-3" not in listed(profile)
    change(profile, mate(profile, "ana at home"), same_as=me(profile))
    assert "out-3" in listed(profile)


def test_what_somebody_decided_is_not_seen_by_who_cannot_take_it(profile):
    decide_as(profile, "ben", Verdict.APPROVE, "out-3")
    assert listed(profile) == {"out-1", "out-4"}


def test_an_item_comes_into_reach_and_leaves_it_with_its_assignment(profile):
    leave(profile)
    hand(profile, "out-3", me(profile))
    hand(profile, "out-4", mate(profile, "ben"))
    join(profile)
    assert listed(profile) == {"out-1", "out-3"}


def test_what_the_hub_took_out_of_reach_is_not_listed(profile):
    gone(profile, "out-1")
    assert listed(profile) == {"out-4"}


def test_what_was_pulled_here_for_the_team_is_seen_before_the_hub_has_it(profile):
    pull(profile, incoming(6))
    assert listed(profile) == {"out-1", "out-4", "out-6"}


def test_the_reminders_are_of_what_is_in_reach(tmp_path, clock):
    due = POLICY.replace("route =", 'due = "1h"\nroute =')
    with opened(tmp_path / "due", due, clock) as profile:
        pull(profile, incoming(2, step="refund"))
        hold(profile)
        join(profile, role=Role.REVIEWER)
        within = timedelta(hours=2)
        assert profile.reminders.look(NOON, NOON, within) == []
        change(profile, me(profile), pools=["finance"])
        assert len(profile.reminders.look(NOON, NOON, within)) == 1


@pytest.mark.parametrize("sort", Sort)
def test_the_short_way_past_all_that_has_left_finds_the_same(profile, monkeypatch, sort):
    pull(profile, *(incoming(n) for n in range(10, 15)), incoming(16, step="twice"))
    hold(profile)
    profile.review.skip(seen(profile, "out-11"))
    profile.review.approve(seen(profile, "out-16"), Remarks())
    decide_as(profile, "ben", Verdict.REJECT, "out-16")
    gone(profile, "out-10")
    queries = [
        QueueQuery(sort=sort),
        QueueQuery(sort=sort, unassigned_or=me(profile), workflow="support"),
        QueueQuery(sort=sort, search="confidence:>0.5"),
        QueueQuery(sort=sort, search="answer"),
    ]
    by_index = look(profile, queries)
    assert not is_short(profile)
    monkeypatch.setattr(reach, "FEW", -reach.FEW)
    assert is_short(profile)
    assert look(profile, queries) == by_index
    assert len(by_index[0][0]) == 8


def look(profile, queries):
    pages = [[e.external_id for e in profile.review.page(q, 0, 100)] for q in queries]
    figures = [profile.review.lists.figure(query) for query in queries]
    return pages, figures, profile.review.counts(NOON - timedelta(days=1))


def is_short(profile):
    with profile.store.reading() as connection:
        return reach.shortcut(connection, me(profile)) is not None
