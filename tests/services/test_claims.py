"""Claims on open items: one holder at a time, freed by leaving, ended by time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.claims import Claims, ItemClaimed
from reviewer_app.services.desk import Remarks
from reviewer_app.services.review import ReviewSession
from reviewer_app.services.together import Together, Way
from reviewer_app.store.leases import Holder
from tests.factory import colleague, entry, incoming, opened, pull, seen

LEASE = timedelta(minutes=20)


def sitting(profile, name: str = "") -> Claims:
    """A sitting at the desk: of this person's, or of a colleague's."""
    made = Claims(profile.store, lambda: LEASE)
    if name:
        made.holder = Holder(made.holder.sitting, colleague(profile, name).person_id)
    return made


@pytest.fixture
def items(profile):
    pull(profile, *(incoming(n) for n in range(1, 6)))
    return [entry(profile, f"out-{n}").item_id for n in range(1, 6)]


def test_an_item_that_somebody_has_open_is_not_given_to_another(profile, items, clock):
    ben, me = sitting(profile, "Ben"), sitting(profile)
    assert set(ben.hold(items[0]).mine) == {items[0]}
    held = me.hold(items[0])
    assert held.mine == {}
    claim = held.others[items[0]]
    assert (claim.person, claim.until) == ("Ben", clock() + LEASE)
    assert set(me.others()) == {items[0]}
    assert ben.others() == {}


def test_a_claim_ends_by_itself_and_is_taken_over(profile, items, clock):
    ben, me = sitting(profile, "Ben"), sitting(profile)
    ben.hold(items[0])
    clock.advance(minutes=19)
    assert me.hold(items[0]).mine == {}
    clock.advance(minutes=1)
    assert set(me.hold(items[0]).mine) == {items[0]}
    assert ben.look(items[:1]).mine == {}


def test_a_claim_is_renewed_while_the_item_stays_open(profile, items, clock):
    ben, me = sitting(profile, "Ben"), sitting(profile)
    ben.hold(items[0])
    clock.advance(minutes=15)
    ben.hold(items[0])
    clock.advance(minutes=15)
    assert me.hold(items[0]).mine == {}


def test_going_on_frees_what_was_left_and_what_comes_next_is_kept_for_a_minute(
    profile, items, clock
):
    ben, me = sitting(profile, "Ben"), sitting(profile)
    ben.hold(items[0], items[1:3])
    assert set(me.others()) == set(items[:3])
    ben.hold(items[1], items[2:4])
    assert set(me.others()) == set(items[1:4])
    clock.advance(minutes=2)
    assert set(me.others()) == {items[1]}
    ben.release()
    assert me.others() == {}
    assert ben.hold(items[0]).mine == {}


def test_an_older_wish_that_comes_late_changes_nothing(profile, items):
    me = sitting(profile)
    first, second = me.ticket(), me.ticket()
    me.hold(items[1], ticket=second)
    assert me.hold(items[0], ticket=first).mine == {}
    assert set(me.look(items).mine) == {items[1]}


def test_the_same_person_takes_an_item_over_in_another_window(profile, items):
    one, other = sitting(profile), sitting(profile)
    one.hold(items[0], [items[1]])
    assert set(other.hold(items[0]).mine) == {items[0]}
    assert one.look(items).mine.keys() == {items[1]}


def test_nobody_decides_what_somebody_else_has_open(profile, items, clock):
    ben = sitting(profile, "Ben")
    ben.hold(items[0])
    until = f"{(clock() + LEASE).astimezone():%H:%M}"
    for act in (
        lambda: profile.review.approve(seen(profile), Remarks()),
        lambda: profile.review.decline(seen(profile), "not mine"),
    ):
        with pytest.raises(ItemClaimed, match=f"Ben has out-1 open until {until}"):
            act()
    assert entry(profile).status is Status.QUEUED
    result = profile.review.decide_many(
        Together((seen(profile), seen(profile, "out-2")), Way.APPROVE)
    )
    assert [str(one.reason) for one in result.left_out] == ["Ben has it open."]
    clock.advance(minutes=20)
    assert profile.review.approve(seen(profile), Remarks()).decision is not None


def test_my_own_claim_is_in_nobodys_way_but_others(profile, items):
    sitting(profile).hold(items[0])
    assert profile.review.approve(seen(profile), Remarks()).decision is not None


def test_a_window_looks_again_for_others_claims_but_not_for_its_own(profile, items):
    review = profile.review
    review.changed_elsewhere()
    review.claims.hold(items[0], items[1:3])
    assert not review.changed_elsewhere()
    ben = sitting(profile, "Ben")
    ben.hold(items[4])
    assert review.changed_elsewhere()
    ben.hold(items[4])
    assert not review.changed_elsewhere()
    ben.release()
    assert review.changed_elsewhere()


MOVES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 3), st.lists(st.integers(0, 3), max_size=2)),
    max_size=12,
)


@settings(max_examples=10, deadline=None)
@given(MOVES, st.integers(0, 1))
def test_no_item_is_ever_held_twice(moves, shift):
    """Three sittings of two people wish at the same time, from threads of their own."""
    with TemporaryDirectory() as folder, opened(Path(folder)) as profile:
        pull(profile, *(incoming(n) for n in range(4)))
        ids = [entry(profile, f"out-{n}").item_id for n in range(4)]
        desks = [sitting(profile), sitting(profile, "Ben"), sitting(profile)][shift:]
        barrier = Barrier(len(desks))

        def wish(desk: int) -> None:
            barrier.wait()
            for who, current, ahead in moves:
                if who == desk:
                    desks[desk].hold(ids[current], [ids[n] for n in ahead if n != current])
                held = [set(one.look(ids).mine) for one in desks]
                together = [key for mine in _at_once(profile, desks, ids) for key in mine]
                assert len(together) == len(set(together)), held

        with ThreadPoolExecutor(len(desks)) as threads:
            list(threads.map(wish, range(len(desks))))


def _at_once(profile, desks, ids):
    """What each sitting has at one moment."""
    with profile.store.reading() as connection:
        now = profile.store.now()
        return [set(desk._held(connection, ids, now).mine) for desk in desks]


def test_two_sessions_of_one_database_hand_an_item_to_one_of_them(tmp_path):
    with opened(tmp_path / "p") as profile:
        pull(profile, incoming())
        key = entry(profile).item_id
        one = ReviewSession(profile.store, profile.policies)
        other = ReviewSession(profile.store, profile.policies)
        ben = colleague(profile, "Ben").person_id
        other.claims.holder = Holder(other.claims.holder.sitting, ben)
        barrier = Barrier(2)

        def take(session):
            barrier.wait()
            return bool(session.claims.hold(key).mine)

        with ThreadPoolExecutor(2) as threads:
            assert sorted(threads.map(take, (one, other))) == [False, True]
