"""The team at a glance: who has what, how fast, who is away, and what nobody has."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from reviewer_app.domain.identity import hashed_id
from reviewer_app.domain.queue import Picked, QueueQuery
from reviewer_app.domain.records import Assignment
from reviewer_app.domain.team import DeviceState, Hub
from reviewer_app.domain.vocabulary import Risk, Status, Verdict
from reviewer_app.services import acts
from reviewer_app.services.absence import Absence
from reviewer_app.services.acts import Act
from reviewer_app.services.desk import Remarks
from reviewer_app.services.disputes import Disputes
from reviewer_app.services.foresight import Foresight, late_of
from reviewer_app.services.leading import OnlyLeads
from reviewer_app.services.overview import Overviews, Presence
from reviewer_app.store import identity, load, membership
from tests.factory import (
    NOON,
    Clock,
    colleague,
    decide_as,
    entries,
    entry,
    incoming,
    open_profile,
    pull,
    seen,
)
from tests.store.test_queue_plans import FULL_SCAN, plans

POLICY = """
name = "team"
[defaults]
mode = "human"
[[rule]]
name = "finance first"
when = "step == 'refund'"
risk = "high"
route = "finance"
due = "2h"
"""


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def profile(tmp_path, clock):
    made = open_profile(tmp_path, POLICY, clock)
    pull(
        made,
        *(incoming(n) for n in range(1, 7)),
        *(incoming(n, step="refund") for n in range(7, 10)),
    )
    yield made
    made.close()


def give(profile, name, *numbers):
    to = colleague(profile, name).person_id if name else None
    with profile.store.transaction() as transaction:
        for n in numbers:
            transaction.add(
                Assignment(
                    id=transaction.new_id(),
                    item_id=entry(profile, f"out-{n}").item_id,
                    person_id=profile.store.device.person_id,
                    to=to,
                    reason="share the load",
                    at=profile.store.now(),
                )
            )
        transaction.fold()


def change(profile, name, **values):
    person = colleague(profile, name).person_id
    with profile.store.writing() as connection:
        statement = update(identity.PERSON).where(identity.PERSON.c.id == person)
        connection.execute(statement.values(**values))


def join(profile):
    hub = Hub(
        hub_id=hashed_id("hub", "h"),
        device_id=profile.store.device.id,
        address="example",
        login="x",
        joined_at=NOON,
    )
    with profile.store.writing() as connection:
        membership.put_hub(connection, hub)


def hear(profile, name, **state):
    device = colleague(profile, name)
    with profile.store.writing() as connection:
        connection.execute(insert(identity.DEVICE), [{**device.model_dump(), "is_this": False}])
        heard = DeviceState(device_id=device.id, **state)
        connection.execute(insert(load.STATE), [heard.model_dump()])


def look(profile):
    return Overviews(profile.store).look()


def of(profile, name):
    return next(p for p in look(profile).people if p.person.name == name)


def test_what_each_person_has_is_counted_by_risk(profile):
    give(profile, "Bo", 1, 2, 7)
    bo = of(profile, "Bo")
    assert bo.waiting.by_risk == {Risk.LOW: 2, Risk.HIGH: 1}
    assert bo.waiting.next_due == NOON + timedelta(hours=2)
    assert bo.waiting.oldest == NOON


def test_what_nobody_has_stands_pool_by_pool(profile):
    give(profile, "Bo", 1, 7)
    nobody = {pool.pool: pool.waiting.total for pool in look(profile).nobody}
    assert nobody == {"everyone": 5, "finance": 2}


def test_the_parts_come_to_all_that_is_open(profile):
    give(profile, "Bo", 1, 7)
    give(profile, "Cy", 2)
    found = look(profile)
    parts = [*found.people, *found.nobody]
    assert sum(part.waiting.total for part in parts) == found.totals.open == 9


def test_what_is_decided_waits_for_nobody(profile):
    give(profile, "Bo", 1)
    decide_as(profile, "Bo", Verdict.APPROVE)
    assert of(profile, "Bo").waiting.total == 0


def test_past_due_is_counted_and_what_is_due_soon(profile, clock):
    give(profile, "Bo", 7, 8)
    assert look(profile).totals.due_soon == 3
    clock.advance(hours=3)
    assert of(profile, "Bo").waiting.past_due == 2


def worked(profile, name, count, seconds):
    device = colleague(profile, name)
    for n in range(1, count + 1):
        act = Act(seen(profile, f"out-{n}"), Verdict.APPROVE, Remarks(active_seconds=seconds))
        with profile.store.transaction() as transaction:
            acts.record(transaction, act, device, profile.store.now())
            transaction.fold()


def test_a_pace_needs_enough_decisions_and_is_taken_from_the_time_at_the_desk(profile):
    pull(profile, *(incoming(n) for n in range(1, 21)))
    worked(profile, "Bo", 9, 60)
    assert of(profile, "Bo").pace is None
    worked(profile, "Cy", 12, 90)
    assert of(profile, "Cy").pace == pytest.approx(40)


def test_a_pace_of_long_ago_is_no_pace(profile, clock):
    pull(profile, *(incoming(n) for n in range(1, 21)))
    worked(profile, "Bo", 12, 60)
    clock.advance(days=15)
    assert of(profile, "Bo").pace is None


def test_somebody_is_on_line_while_the_hub_has_just_heard_of_them(profile, clock):
    join(profile)
    hear(profile, "Bo", seen_at=NOON)
    assert of(profile, "Bo").where.presence is Presence.ON_LINE
    clock.advance(minutes=11)
    where = of(profile, "Bo").where
    assert (where.presence, where.since) == (Presence.OFF_LINE, NOON)


def test_what_was_not_sent_is_told_with_since_when(profile):
    join(profile)
    hear(profile, "Bo", seen_at=NOON, unsent=7, unsent_since=NOON - timedelta(hours=1))
    where = of(profile, "Bo").where
    assert (where.unsent, where.unsent_since) == (7, NOON - timedelta(hours=1))


def test_who_was_never_heard_of_is_neither_on_line_nor_off(profile):
    join(profile)
    colleague(profile, "Bo")
    assert of(profile, "Bo").where.presence is Presence.UNKNOWN


def test_away_goes_before_on_line_until_the_day_comes(profile, clock):
    change(profile, "Bo", away_until=NOON + timedelta(days=1))
    assert of(profile, "Bo").where.presence is Presence.AWAY
    clock.advance(days=2)
    assert of(profile, "Bo").where.presence is Presence.UNKNOWN


def test_a_lead_says_who_is_away_and_the_hub_hears_of_it_first(profile):
    told = []
    absence = Absence(profile.store, lambda *said: told.append(said))
    bo = colleague(profile, "Bo").person_id
    absence.set_away(bo, NOON + timedelta(days=1))
    assert of(profile, "Bo").where.presence is Presence.AWAY
    assert told == []
    join(profile)
    absence.set_away(bo, None)
    assert told == [(bo, None)]
    assert of(profile, "Bo").where.presence is Presence.UNKNOWN


def test_a_reviewer_says_it_of_nobody_else(profile):
    absence = Absence(profile.store, lambda *_said: None)
    bo = colleague(profile, "Bo").person_id
    join(profile)
    change(profile, "ana", role="reviewer")
    with pytest.raises(OnlyLeads):
        absence.set_away(bo, NOON + timedelta(days=1))
    absence.set_away(profile.store.device.person_id, NOON + timedelta(days=1))
    assert of(profile, "ana").where.presence is Presence.AWAY


def test_who_was_revoked_is_listed_while_they_have_something(profile):
    give(profile, "Bo", 1)
    change(profile, "Bo", revoked_at=NOON)
    assert of(profile, "Bo").where.presence is Presence.REVOKED
    give(profile, None, 1)
    assert [p.person.name for p in look(profile).people] == ["ana"]


def test_check_outs_are_counted_until_they_end(profile, clock):
    person = colleague(profile, "Bo").person_id
    with profile.store.writing() as connection:
        rows = [
            {
                "subject": f"item:{e.item_id}",
                "holder": person,
                "person_id": person,
                "until": NOON + timedelta(hours=8),
                "is_checkout": True,
            }
            for e in entries(profile)[:3]
        ]
        connection.execute(insert(load.LEASE), rows)
    assert of(profile, "Bo").where.checked_out == 3
    clock.advance(hours=9)
    assert of(profile, "Bo").where.checked_out == 0


def test_the_page_is_for_leads_with_a_team(profile):
    overviews = Overviews(profile.store)
    assert not overviews.is_wanted()
    assert overviews.look().is_alone
    colleague(profile, "Bo")
    assert overviews.is_wanted()
    change(profile, "ana", role="reviewer")
    assert not overviews.is_wanted()


def test_the_reasons_given_of_late_are_offered_once_each(profile):
    give(profile, "Bo", 1, 2, 3)
    assert look(profile).reasons == ("share the load",)


def test_no_question_of_the_page_reads_a_whole_table(profile):
    with profile.store.reading() as connection, plans(connection) as found:
        load.heaps(connection, NOON)
        load.due_until(connection, NOON)
        load.with_status(connection, Status.DISPUTED)
        load.worked(connection, profile.store.device.person_id, NOON)
        load.dues(connection, profile.store.device.person_id, 10)
        load.reasons(connection, profile.store.device.person_id)
    assert found
    assert not [step for step in found if FULL_SCAN.match(step)], found


def test_foresight_counts_what_is_new_to_a_person_alone(profile):
    give(profile, "Bo", 1, 2)
    to = colleague(profile, "Bo").person_id
    found = Foresight(profile.store, profile.review.lists).given(Picked(query=QueueQuery()), to)
    assert (found.now, found.given) == (2, 7)


def test_late_is_what_comes_due_before_its_turn():
    dues = [NOON + timedelta(minutes=m) for m in (90, 10, 20, 25)]
    assert late_of(dues, NOON, pace=6) == [NOON + timedelta(minutes=25)]


def test_taking_a_decision_settles_the_dispute_as_it_was_decided(profile):
    decide_as(profile, "Bo", Verdict.CORRECT, correction="better")
    decide_as(profile, "Cy", Verdict.REJECT)
    disputes = Disputes(profile.review)
    case = disputes.case(disputes.docket().ids[0])
    bo = next(s for s in case.sides if s.opinion.person == "Bo")
    disputes.take(case, bo.opinion.decision.id)
    assert entry(profile).verdict is Verdict.CORRECT
    assert disputes.docket().total == 0
    profile.review.undo()
    assert disputes.docket().total == 1
