"""Many people at once: nobody holds what another holds, and what is held too long comes free."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import psycopg
import pytest

from reviewer_app.domain.vocabulary import Role
from reviewer_app.store.hub import holding, wire
from reviewer_app.store.hub.holding import Wish
from tests.hub.cast import Cast, Member, shipped

PEOPLE, DEVICES, ITEMS, AT_ONCE = 20, 5, 1_000, 12
"""A hundred clients: each person at as many devices, each device taking so many at a time."""


@pytest.fixture(scope="module")
def hub(server) -> Iterator[Cast]:
    with Cast(server) as made:
        yield made


def claimed(member: Member, wanted: list[UUID], seconds: int, barrier: Barrier) -> set[UUID]:
    """What one client gets that begins with all the others and takes until nothing is left."""
    sitting, got = uuid4(), set()
    with psycopg.connect(member.url, autocommit=True) as link:
        barrier.wait()
        while fresh := set(holding.claim(link, wanted, Wish(sitting, seconds, AT_ONCE))) - got:
            got |= fresh
            wanted = [key for key in wanted if key not in got]
    return got


def test_a_hundred_claimants_at_once_share_nothing(hub: Cast) -> None:
    items = [item.id for item in hub.pull(*[shipped(n) for n in range(ITEMS)])]
    people = [hub.join(f"person {n}", Role.REVIEWER) for n in range(PEOPLE)]
    barrier = Barrier(PEOPLE * DEVICES, timeout=60)
    with ThreadPoolExecutor(PEOPLE * DEVICES) as pool:
        running = [
            pool.submit(claimed, person, items[n:] + items[:n], 3_600, barrier)
            for n in range(DEVICES)
            for person in people
        ]
        got = [future.result() for future in running]
    by_person = [set().union(*got[n::PEOPLE]) for n in range(PEOPLE)]
    held = Counter(key for keys in by_person for key in keys)
    assert set(held) == set(items)
    assert set(held.values()) == {1}
    told = people[0].rows("SELECT item_id, person_id FROM hub.leases()")
    assert {key: person for key, person in told if key in held} == {
        key: person.person for person, keys in zip(people, by_person, strict=True) for key in keys
    }


def test_what_half_of_them_held_when_they_died_is_decided_after_it_came_free(hub: Cast) -> None:
    items = hub.pull(*[shipped(n) for n in range(2_000, 2_040)])
    ids = [item.id for item in items]
    living, dying = hub.ana, hub.ben
    dead = wire_claim(dying, ids, uuid4(), 20)
    assert len(dead) == 20
    first = wire_claim(living, ids, uuid4(), 40)
    assert not first & dead
    assert first | dead == set(ids)
    with hub.owner() as owner:  # time passes
        owner.execute(
            "UPDATE lease SET until = clock_timestamp() WHERE person_id = %s", (dying.person,)
        )
    assert wire_claim(living, ids, uuid4(), 40) == set(ids)
    outcomes = living.put(*(living.decision(item) for item in items))
    assert outcomes == ["added"] * len(items)
    held = {key for (key,) in living.rows("SELECT item_id FROM hub.leases()")}
    assert not held & set(ids)


def wire_claim(member: Member, ids: list[UUID], sitting: UUID, most: int) -> set[UUID]:
    with member.linked() as link:
        return set(holding.claim(link, ids, Wish(sitting, 3_600, most)))


def test_a_claim_is_given_back_by_who_has_it_alone(hub: Cast) -> None:
    (item,) = hub.pull(shipped(3_000))
    sitting = uuid4()
    assert wire_claim(hub.ana, [item.id], sitting, 1) == {item.id}
    with hub.ben.linked() as link:
        holding.release(link, [item.id], sitting)
    assert wire_claim(hub.ben, [item.id], sitting, 1) == set()
    with hub.ana.linked() as link:
        holding.release(link, [item.id], sitting)
    assert wire_claim(hub.ben, [item.id], sitting, 1) == {item.id}


def test_nobody_claims_what_is_out_of_their_reach(hub: Cast) -> None:
    (item,) = hub.pull(shipped(3_001, pool="finance"))
    assert wire_claim(hub.ana, [item.id], uuid4(), 1) == set()
    assert wire_claim(hub.cara, [item.id], uuid4(), 1) == {item.id}


def test_a_lease_lasts_no_longer_than_it_may(hub: Cast) -> None:
    (item,) = hub.pull(shipped(3_002))
    with hub.ana.linked() as link:
        holding.claim(link, [item.id], Wish(uuid4(), 2**31 - 1, 1))
    with hub.owner() as owner:
        rows = owner.execute(
            "SELECT until < clock_timestamp() + interval '25 hours' FROM lease WHERE subject = %s",
            (f"item:{item.id}",),
        ).fetchall()
    assert rows == [(True,)]


def test_two_intakes_never_pull_one_source(hub: Cast) -> None:
    second = hub.join("second intake", Role.INTAKE)
    mine, theirs = uuid4(), uuid4()
    with hub.intake.linked() as one, second.linked() as other:
        assert holding.take_source(one, "shared", mine, 60)["granted"]
        assert not holding.take_source(other, "shared", theirs, 60)["granted"]
        with pytest.raises(psycopg.Error, match="another intake"):
            wire.put_items(other, "shared", [shipped(1, "shared")], "7")
        wire.put_items(one, "shared", [shipped(1, "shared")], "1")
        holding.free_source(other, "shared", mine)  # it is not theirs to give back
        assert not holding.take_source(other, "shared", theirs, 60)["granted"]
        holding.free_source(one, "shared", mine)
        assert holding.take_source(other, "shared", theirs, 60) | {"until": None} == {
            "granted": True,
            "until": None,
            "person": "second intake",
            "cursor": "1",
        }
