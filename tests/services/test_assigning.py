"""Handing over: who may, what moves, what is left out, and the way back as one act."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain.errors import DecisionUnknown, ReviewerError
from reviewer_app.domain.queue import Picked, QueueQuery
from reviewer_app.domain.records import Decline
from reviewer_app.domain.vocabulary import Role, Status, Verdict
from reviewer_app.services.assigning import (
    HandOver,
    ReasonMissing,
    RecipientAway,
    RecipientGone,
    RecipientJudgesNothing,
    moving,
)
from reviewer_app.services.leading import OnlyLeads
from reviewer_app.services.maintenance import rebuild, verify
from reviewer_app.store import facts
from tests.factory import (
    NOON,
    Clock,
    colleague,
    decide_as,
    entries,
    entry,
    incoming,
    opened,
    pull,
    seen,
    state,
)
from tests.teamwork import change, join, leave, mate

WHY = "Ben knows these"
ALL = Picked(query=QueueQuery())
POOLS = """
name = "pools"
[defaults]
mode = "human"
[[rule]]
name = "money"
when = "step == 'refund'"
route = "finance"
[[rule]]
name = "twice"
when = "step == 'twice'"
reviews = 2
"""


def have(profile, count=3, **fields):
    pull(profile, *(incoming(n, **fields) for n in range(1, count + 1)))


def holders(profile):
    return {e.external_id: e.assignee for e in entries(profile)}


def assign(profile, to, picked=ALL, **fields):
    return profile.assigning.assign(HandOver(picked, to, fields.pop("reason", WHY), **fields))


def test_items_are_handed_to_a_person_and_each_has_a_fact_with_the_reason(profile):
    have(profile)
    ben = mate(profile, "ben")
    result = assign(profile, ben)
    assert result.saved.sentence == "Handed 3 items to ben"
    assert set(holders(profile).values()) == {ben}
    with profile.store.reading() as connection:
        known = facts.facts(connection, list(facts.items(connection, result.assigned).values()))
    made = [fact for about in known.values() for fact in about.assignments]
    assert {(f.to, f.reason, f.person_id) for f in made} == {
        (ben, WHY, profile.store.device.person_id)
    }
    assert verify(profile.store).ok
    assert rebuild(profile.store) == 0


def test_items_go_back_to_their_pools(profile):
    have(profile)
    assign(profile, mate(profile, "ben"))
    result = assign(profile, None)
    assert result.saved.sentence == "Gave 3 items back to their pools"
    assert set(holders(profile).values()) == {None}


def test_what_was_picked_one_by_one_or_all_but_some_is_what_moves(profile):
    have(profile)
    ben = mate(profile, "ben")
    first = entry(profile, "out-1").item_id
    assign(profile, ben, Picked((first,)))
    assert holders(profile) == {"out-1": ben, "out-2": None, "out-3": None}
    without = frozenset({entry(profile, "out-2").item_id})
    assign(profile, ben, Picked(query=QueueQuery(), without=without))
    assert holders(profile) == {"out-1": ben, "out-2": None, "out-3": ben}


def test_what_moves_not_is_counted_with_the_reason(profile):
    have(profile, 4)
    ben = mate(profile, "ben")
    ids = tuple(e.item_id for e in entries(profile))
    decide_as(profile, "cleo", Verdict.APPROVE, "out-1")
    assign(profile, ben, Picked((entry(profile, "out-2").item_id,)))
    decline(profile, "ben", "out-3")
    result = assign(profile, ben, Picked(ids))
    assert result.assigned == (entry(profile, "out-4").item_id,)
    assert (result.not_open, result.unmoved, result.barred) == (1, 1, 1)
    assert [str(words) for words in result.left_out] == [
        "Left out because nobody has to decide them any more: 1",
        "There already: 1",
        "Left out because this person declined or has reviewed them: 1",
    ]


def decline(profile, name, external_id):
    person_id, item_id = colleague(profile, name).person_id, entry(profile, external_id).item_id
    with profile.store.transaction() as transaction:
        transaction.add(
            Decline(
                id=transaction.new_id(),
                item_id=item_id,
                person_id=person_id,
                reason="not mine",
                at=NOON,
            )
        )


def test_a_second_review_is_not_asked_of_who_gave_the_first(tmp_path):
    with opened(tmp_path, POOLS) as profile:
        have(profile, 1, step="twice")
        decide_as(profile, "ben", Verdict.APPROVE)
        assert assign(profile, mate(profile, "ben")).barred == 1
        assert len(assign(profile, mate(profile, "cleo")).assigned) == 1


def test_nothing_is_handed_over_without_a_reason(profile):
    have(profile)
    with pytest.raises(ReasonMissing):
        assign(profile, mate(profile, "ben"), reason="  ")
    assert set(holders(profile).values()) == {None}


def test_who_is_away_is_given_something_only_where_that_is_said(profile, clock):
    have(profile)
    ben = mate(profile, "ben", away_until=NOON + timedelta(days=2))
    with pytest.raises(RecipientAway, match="ben is away until 04 Mar"):
        assign(profile, ben)
    assert assign(profile, ben, even_away=True).assigned
    assign(profile, None)
    clock.advance(days=3)
    assert assign(profile, ben).assigned


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"revoked_at": NOON}, RecipientGone),
        ({"source": "a file"}, RecipientGone),
        ({"role": Role.INTAKE}, RecipientJudgesNothing),
        ({"role": Role.AUDITOR}, RecipientJudgesNothing),
    ],
)
def test_nothing_is_given_to_who_cannot_decide_it(profile, fields, refusal):
    have(profile)
    ben = mate(profile, "ben", **fields)
    with pytest.raises(refusal):
        assign(profile, ben)
    assert set(holders(profile).values()) == {None}


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.INTAKE, Role.AUDITOR])
def test_in_a_team_only_leads_hand_over(profile, role):
    have(profile)
    ben = mate(profile, "ben")
    join(profile, role=role)
    with pytest.raises(OnlyLeads):
        assign(profile, ben)
    with pytest.raises(OnlyLeads):
        profile.assigning.balance(profile.assigning.preview(ALL), WHY)
    leave(profile)
    assert assign(profile, ben).assigned


def test_who_leads_no_more_does_not_take_it_back(profile):
    have(profile)
    ben = mate(profile, "ben")
    join(profile)
    assign(profile, ben)
    change(profile, profile.store.device.person_id, role=Role.REVIEWER)
    with pytest.raises(OnlyLeads):
        profile.review.undo()
    assert set(holders(profile).values()) == {ben}


def test_one_undo_takes_all_back_to_whom_it_was_with_and_redo_gives_it_again(profile):
    have(profile)
    ben, cleo = mate(profile, "ben"), mate(profile, "cleo")
    assign(profile, cleo, Picked((entry(profile, "out-2").item_id,)))
    before = state(profile)
    assign(profile, ben)
    assert profile.review.can_undo == "Handed 3 items to ben"
    assert profile.review.undo().sentence == "Took back: 3 items are with whom they were before"
    assert state(profile) == before
    profile.review.redo()
    assert set(holders(profile).values()) == {ben}
    profile.review.undo()
    profile.review.undo()
    assert set(holders(profile).values()) == {None}
    assert rebuild(profile.store) == 0


def test_undo_leaves_what_somebody_moved_since(profile):
    have(profile)
    ben, cleo = mate(profile, "ben"), mate(profile, "cleo")
    assign(profile, ben)
    theirs = Picked((entry(profile, "out-1").item_id,))
    profile.assigning._moving.move(moving.Moves(dict.fromkeys(theirs.ids, cleo), WHY))
    profile.review.undo()
    assert holders(profile) == {"out-1": cleo, "out-2": None, "out-3": None}


def test_undo_gives_the_pool_what_was_with_somebody_who_left(profile):
    have(profile)
    ben, cleo = mate(profile, "ben"), mate(profile, "cleo")
    assign(profile, cleo)
    assign(profile, ben)
    change(profile, cleo, revoked_at=NOON)
    profile.review.undo()
    assert set(holders(profile).values()) == {None}


def test_undo_of_what_was_decided_meanwhile_leaves_the_past(profile):
    have(profile, 1)
    assign(profile, mate(profile, "ben"))
    decide_as(profile, "ben", Verdict.APPROVE)
    with pytest.raises(DecisionUnknown):
        profile.review.undo()
    assert profile.review.can_undo is None
    assert entry(profile).status is Status.RESOLVED


def test_all_that_a_person_has_goes_back_also_what_the_lead_declined(profile):
    have(profile)
    ben = mate(profile, "ben")
    assign(profile, ben)
    profile.review.decline(seen(profile), "not mine")
    change(profile, ben, revoked_at=NOON)
    assert profile.assigning.return_all(ben, "ben left") == 3
    assert set(holders(profile).values()) == {None}


def test_a_long_handing_over_tells_how_far_it_is_and_stops_where_asked(profile, monkeypatch):
    monkeypatch.setattr(moving, "AT_ONCE", 2)
    have(profile, 7)
    told = []
    result = profile.assigning.assign(
        HandOver(ALL, mate(profile, "ben"), WHY), told.append, lambda: len(told) == 2
    )
    assert [(p.done, p.total, p.records) for p in told] == [(2, 7, 2), (4, 7, 4)]
    assert (len(result.assigned), result.is_cancelled) == (4, True)
    profile.review.undo()
    assert set(holders(profile).values()) == {None}


def test_what_was_done_before_a_failure_is_said_and_can_be_taken_back(profile, monkeypatch):
    monkeypatch.setattr(moving, "AT_ONCE", 2)
    have(profile, 4)
    ben = mate(profile, "ben")
    transaction, begun = profile.store.transaction, []

    def failing():
        begun.append(True)
        if len(begun) > 1:
            raise ReviewerError("the disk is full")
        return transaction()

    monkeypatch.setattr(profile.store, "transaction", failing)
    result = assign(profile, ben)
    monkeypatch.undo()
    assert (len(result.assigned), str(result.failure)) == (2, "the disk is full")
    profile.review.undo()
    assert set(holders(profile).values()) == {None}


def test_a_balance_proposes_by_pools_and_changes_nothing(tmp_path):
    with opened(tmp_path, POOLS) as profile:
        have(profile, 4)
        pull(profile, *(incoming(n, step="refund") for n in range(10, 12)), name="bank")
        ben = mate(profile, "ben", pools=["everyone", "finance"])
        cleo = mate(profile, "cleo")
        gone = mate(profile, "gus", away_until=NOON + timedelta(days=1))
        change(profile, profile.store.device.person_id, away_until=NOON + timedelta(hours=1))
        before = state(profile)
        preview = profile.assigning.preview(ALL)
        assert state(profile) == before
        shares = {share.person.id: share for share in preview.shares}
        assert (shares[ben].then, shares[cleo].then, shares[gone].then) == (3, 3, 0)
        assert shares[gone].is_away
        result = profile.assigning.balance(preview, WHY)
        assert result.saved.sentence == "Handed 6 items to 2 people"
        for one in entries(profile):
            assert one.assignee in ({ben} if one.pool == "finance" else {ben, cleo})
        profile.review.undo()
        assert state(profile) == before


def test_a_balance_says_who_would_be_past_due(tmp_path):
    rule = (
        'name = "due"\n[defaults]\nmode = "human"\n[[rule]]\nname = "d"\nwhen = "true"\ndue = "1m"'
    )
    with opened(tmp_path, rule) as profile:
        have(profile, 3)
        ben = mate(profile, "ben")
        change(profile, profile.store.device.person_id, away_until=NOON + timedelta(hours=1))
        share = next(s for s in profile.assigning.preview(ALL).shares if s.person.id == ben)
        assert (share.pace, share.next_due) == (None, NOON + timedelta(minutes=1))
        assert (share.late, share.first_late, share.late_now) == (3, share.next_due, 0)
        assert share.done_in == timedelta(minutes=6)


def test_a_balance_that_moves_what_people_have_evens_it_out(profile):
    have(profile, 6)
    ben, cleo = mate(profile, "ben"), mate(profile, "cleo")
    change(profile, profile.store.device.person_id, away_until=NOON + timedelta(hours=1))
    assign(profile, ben)
    assert profile.assigning.preview(ALL).targets == {}
    preview = profile.assigning.preview(ALL, moves_held=True)
    shares = {share.person.id: share for share in preview.shares}
    assert (shares[ben].now, shares[ben].taken, shares[ben].then) == (6, 3, 3)
    assert (shares[cleo].now, shares[cleo].given, shares[cleo].then) == (0, 3, 3)
    profile.assigning.balance(preview, WHY)
    assert sorted(holders(profile).values(), key=str) == sorted([ben] * 3 + [cleo] * 3, key=str)


def test_a_balance_leaves_what_changed_hands_since_it_was_proposed(profile):
    have(profile, 2)
    ben, cleo = mate(profile, "ben"), mate(profile, "cleo")
    change(profile, profile.store.device.person_id, away_until=NOON + timedelta(hours=1))
    preview = profile.assigning.preview(ALL)
    first = next(key for key, to in preview.targets.items() if to == ben)
    assign(profile, cleo, Picked((first,)))
    result = profile.assigning.balance(preview, WHY)
    assert (len(result.assigned), result.overtaken) == (1, 1)
    assert set(holders(profile).values()) == {cleo}


def test_the_pace_that_a_balance_reckons_with_is_the_one_of_late(profile):
    have(profile, 40)
    ben, cleo = mate(profile, "ben"), mate(profile, "cleo")
    change(profile, profile.store.device.person_id, away_until=NOON + timedelta(hours=1))
    for n in range(1, 11):
        decide_as(profile, "ben", Verdict.APPROVE, f"out-{n}")
        decide_as(profile, "cleo", Verdict.APPROVE, f"out-{n + 10}")
    with profile.store.writing() as connection:
        for person_id, seconds in ((ben, 60.0), (cleo, 180.0)):
            connection.exec_driver_sql(
                "UPDATE decision SET active_seconds = ? WHERE person_id = ?",
                (seconds, person_id.hex),
            )
    shares = {share.person.id: share for share in profile.assigning.preview(ALL).shares}
    assert (shares[ben].pace, shares[cleo].pace) == (60.0, 20.0)
    assert (shares[ben].given, shares[cleo].given) == (15, 5)


def test_a_new_revision_is_with_who_had_the_one_before_until_it_is_moved(profile):
    have(profile, 1)
    ben, cleo = mate(profile, "ben"), mate(profile, "cleo")
    assign(profile, ben)
    pull(profile, incoming(1, output="another answer"))
    assert entry(profile).assignee == ben
    assert rebuild(profile.store) == 0
    assign(profile, cleo)
    pull(profile, incoming(1, output="a third answer"))
    assert entry(profile).assignee == cleo
    assign(profile, None)
    pull(profile, incoming(1, output="a fourth answer"))
    assert entry(profile).assignee is None
    assert rebuild(profile.store) == 0


def test_a_new_revision_is_with_nobody_where_who_had_it_declined(profile):
    have(profile, 1)
    assign(profile, mate(profile, "ben"))
    decline(profile, "ben", "out-1")
    pull(profile, incoming(1, output="another answer"))
    assert entry(profile).assignee is None
    assert rebuild(profile.store) == 0


def test_several_revisions_in_one_pull_are_all_with_who_had_the_first(profile):
    have(profile, 1)
    ben = mate(profile, "ben")
    assign(profile, ben)
    pull(profile, incoming(1, output="another answer"), incoming(1, output="a third answer"))
    assert {e.assignee for e in entries(profile)} == {ben}
    assert rebuild(profile.store) == 0


ACTS = st.lists(
    st.tuples(st.sampled_from([None, "ben", "cleo"]), st.sets(st.integers(1, 3), min_size=1)),
    max_size=5,
)


@settings(max_examples=15, deadline=None)
@given(ACTS)
def test_any_handing_over_is_taken_back_to_exactly_the_state_before(acts):
    with TemporaryDirectory() as folder, opened(Path(folder), clock=Clock()) as profile:
        have(profile)
        states = [state(profile)]
        for name, numbers in acts:
            picked = Picked(tuple(entry(profile, f"out-{n}").item_id for n in sorted(numbers)))
            if assign(profile, mate(profile, name) if name else None, picked).saved:
                states.append(state(profile))
        for before in reversed(states[:-1]):
            profile.review.undo()
            assert state(profile) == before
        assert rebuild(profile.store) == 0
        assert verify(profile.store).ok
