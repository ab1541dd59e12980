"""Who should get which items: skill, pace and load weighed, the urgent first, nobody overlooked."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain.balance import Work, Worker, late_of, propose
from tests.factory import NOON

ANA, BEN, CLEO = UUID(int=1), UUID(int=2), UUID(int=3)
EVERYONE = frozenset({"everyone"})


def work(number, pool="everyone", **fields):
    return Work(UUID(int=1000 + number), pool, priority=float(number), **fields)


def worker(person, *pools, pace=60.0, **fields):
    return Worker(person, EVERYONE | set(pools), pace, **fields)


def shares(plan):
    given_to = list(plan.moves.values())
    return {person: given_to.count(person) for person in given_to}


def test_people_of_one_pace_get_as_many_each():
    plan = propose(map(work, range(30)), [worker(ANA), worker(BEN), worker(CLEO)])
    assert shares(plan) == {ANA: 10, BEN: 10, CLEO: 10}


def test_who_is_twice_as_fast_gets_twice_as_many():
    plan = propose(map(work, range(30)), [worker(ANA, pace=20), worker(BEN, pace=40)])
    assert shares(plan) == {ANA: 10, BEN: 20}


def test_who_has_much_already_gets_less():
    plan = propose(map(work, range(10)), [worker(ANA, load=10), worker(BEN)])
    assert shares(plan) == {BEN: 10}


def test_an_item_that_takes_long_counts_for_several():
    pieces = [work(0, minutes=8.0), *(work(n, minutes=1.0) for n in range(1, 9))]
    plan = propose(pieces, [worker(ANA), worker(BEN)])
    assert sorted(shares(plan).values()) == [1, 8]


def test_who_alone_may_take_a_pool_is_kept_free_for_it():
    general = [work(n) for n in range(10)]
    special = [work(n, "finance") for n in range(10, 20)]
    plan = propose([*general, *special], [worker(ANA, "finance"), worker(BEN)])
    assert {plan.moves[one.item_id] for one in special} == {ANA}
    assert {plan.moves[one.item_id] for one in general} == {BEN}


def test_the_urgent_ones_are_spread_so_that_none_waits_behind_another():
    pieces = [work(n, due=NOON + timedelta(minutes=2)) for n in range(2)]
    later = [work(n) for n in range(2, 12)]
    team = [worker(ANA), worker(BEN)]
    plan = propose([*later, *pieces], team)
    assert {plan.moves[one.item_id] for one in pieces} == {ANA, BEN}


def test_nothing_goes_to_who_is_away_and_what_they_have_stays_unless_asked():
    team = [worker(ANA, is_away=True), worker(BEN)]
    held = work(1, holder=ANA)
    assert propose([held, work(2)], team).moves == {work(2).item_id: BEN}
    assert propose([held, work(2)], team, moves_held=True).moves == {
        held.item_id: BEN,
        work(2).item_id: BEN,
    }


def test_who_has_an_item_keeps_it_unless_moving_is_asked():
    held = [work(n, holder=ANA) for n in range(10)]
    team = [worker(ANA), worker(BEN)]
    assert propose(held, team).moves == {}
    moved = propose(held, team, moves_held=True)
    assert shares(moved) == {BEN: 5}
    assert set(moved.moves) == {one.item_id for one in held[5:]}


def test_who_declined_an_item_or_reviewed_it_is_not_given_it():
    plan = propose([work(1, barred=frozenset({ANA}))], [worker(ANA), worker(BEN, load=99)])
    assert plan.moves == {work(1).item_id: BEN}


def test_what_nobody_may_take_is_said():
    plan = propose([work(1, "law")], [worker(ANA), worker(BEN, "law", is_away=True)])
    assert (plan.moves, plan.unplaced) == ({}, (work(1).item_id,))


def test_a_due_time_that_passes_before_its_turn_is_late():
    soon = [work(n, due=NOON + timedelta(minutes=3)) for n in range(5)]
    late = late_of(reversed(soon), worker(ANA), 1.0, NOON)
    assert late == soon[3:]


POOLS = ("everyone", "finance", "law")
PEOPLE = [UUID(int=n) for n in range(1, 6)]

workers = st.builds(
    lambda pools, pace, load, away: (frozenset(pools), pace, load, away),
    st.sets(st.sampled_from(POOLS)),
    st.floats(1, 200),
    st.integers(0, 30),
    st.booleans(),
)
teams = st.lists(workers, min_size=1, max_size=5).map(
    lambda drawn: [Worker(person, *one) for person, one in zip(PEOPLE, drawn, strict=False)]
)
pieces = st.lists(
    st.builds(
        lambda pool, priority, holder, minutes, barred: (pool, priority, holder, minutes, barred),
        st.sampled_from(POOLS),
        st.integers(0, 5).map(float),
        st.none() | st.sampled_from(PEOPLE),
        st.floats(0.1, 20),
        st.frozensets(st.sampled_from(PEOPLE), max_size=2),
    ),
    max_size=40,
).map(
    lambda drawn: [
        Work(UUID(int=100 + n), pool, priority, None, holder, minutes, barred)
        for n, (pool, priority, holder, minutes, barred) in enumerate(drawn)
    ]
)


def takers(one, team):
    return {w.person_id for w in team if not w.is_away and one.pool in w.pools} - one.barred


@settings(deadline=None)
@given(pieces, teams, st.booleans())
def test_all_that_somebody_may_take_is_given_and_only_to_who_may(items, team, moves_held):
    plan = propose(items, team, moves_held=moves_held)
    by_id = {one.item_id: one for one in items}
    for item_id, person in plan.moves.items():
        assert person in takers(by_id[item_id], team)
        assert person != by_id[item_id].holder
    there = {w.person_id for w in team if not w.is_away}
    for one in items:
        is_homeless = one.holder is None or (moves_held and one.holder not in there)
        if is_homeless:
            assert (one.item_id in plan.moves) == bool(takers(one, team))
            assert (one.item_id in plan.unplaced) != (one.item_id in plan.moves)
        elif not moves_held:
            assert one.item_id not in plan.moves


@settings(deadline=None)
@given(pieces, teams)
def test_moving_never_makes_the_last_one_later(items, team):
    there = {w.person_id for w in team if not w.is_away}
    held = [one if one.holder in there else replace(one, holder=None) for one in items]
    before = propose([one for one in held if one.holder is not None], team)
    kept = propose(held, team)
    moved = propose(held, team, moves_held=True)
    assert moved.latest <= kept.latest
    assert propose(
        [one for one in held if one.holder is not None], team, moves_held=True
    ).latest <= max(before.latest, timedelta(0))


@settings(deadline=None)
@given(pieces, teams, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_the_question_does_not_matter(items, team, moves_held, chance):
    plan = propose(items, team, moves_held=moves_held)
    chance.shuffle(items)
    chance.shuffle(team)
    assert propose(items, team, moves_held=moves_held) == plan


@settings(deadline=None)
@given(st.integers(1, 60), st.lists(st.floats(5, 100), min_size=1, max_size=5))
def test_the_last_to_be_done_is_less_than_one_item_behind_the_others(count, paces):
    team = [worker(person, pace=pace) for person, pace in zip(PEOPLE, paces, strict=False)]
    plan = propose(map(work, range(count)), team)
    one_item = {w.person_id: timedelta(hours=1 / w.pace) for w in team}
    slack = timedelta(milliseconds=count)
    assert all(
        plan.latest <= finish + one_item[person] + slack for person, finish in plan.finishes.items()
    )
