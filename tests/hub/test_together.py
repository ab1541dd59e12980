"""The hub's own promises: claims are one person's, sources one machine's, erasures everybody's."""

import threading
import time
from uuid import uuid4

import pytest

from reviewer_app.domain.incoming import AttachedFile
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.team.attachments import AttachmentDamaged
from reviewer_app.services.team.greeting import HubNewerThanUs, HubOlder
from reviewer_app.services.team.pulling import SourceBusy
from reviewer_app.services.team.shared_claims import SharedClaims
from reviewer_app.store import arrivals, facts
from reviewer_app.store.hub import holding, schema, wire
from tests.factory import Records, incoming
from tests.hub.team import Team


@pytest.fixture
def team(empty, tmp_path):
    with Team(empty, tmp_path) as made:
        yield made


def test_a_hundred_who_claim_at_once_never_share_an_item(team):
    team.come(60)
    ids = [e.item_id for e in team.ada.queue().values()]
    access = [team.ada.profile.access, team.bo.profile.access]
    got: dict[int, set] = {}
    sitting = {n: uuid4() for n in range(100)}
    barrier = threading.Barrier(4)

    def claim(worker: int) -> None:
        barrier.wait()
        with access[worker % 2].connected() as link:
            for n in range(worker, 100, 4):
                shuffled = ids[n % 60 :] + ids[: n % 60]
                got[n] = set(holding.claim(link, shuffled, holding.Wish(sitting[n], 60, 2)))

    threads = [threading.Thread(target=claim, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with access[0].connected() as ada, access[1].connected() as bo:
        live = [*holding.leases(ada), *holding.leases(bo)]
        holders = {one.item_id: one.person_id for one in live}
    ada_has = set().union(*(got[n] for n in range(0, 100, 2)))
    bo_has = set().union(*(got[n] for n in range(1, 100, 2)))
    assert not ada_has & bo_has
    assert ada_has | bo_has == set(holders)


def test_what_is_open_on_one_desk_is_held_on_the_others(team):
    team.come(2)
    ada, bo = SharedClaims(team.ada.profile.store), SharedClaims(team.bo.profile.store)
    item = team.ada.queue()["t0"].item_id
    team.ada.profile.review.claims.hold(item)
    with team.ada.profile.access.connected() as link:
        assert not ada.exchange(link)
    team.bo.profile.review.claims.hold(item)
    with team.bo.profile.access.connected() as link:
        assert bo.exchange(link)
    held = team.bo.profile.review.claims.look([item])
    assert held.others[item].person == "ada"
    team.ada.profile.review.claims.release()
    with team.ada.profile.access.connected() as link:
        ada.exchange(link)
    team.bo.sync()
    assert team.bo.profile.review.claims.look([item]).others == {}


def test_a_source_is_pulled_by_one_machine_and_taken_over_when_that_is_gone(team, server):
    second = team.hire("second", "intake")
    feed = Records(*(incoming(external_id=f"s{n}") for n in range(3)), name="stream")
    with team.ingest.profile.access.connected() as link:
        holding.take_source(link, "stream", uuid4(), 60)
    with pytest.raises(SourceBusy, match="ingest"):
        second.profile.team_intake.pull(feed)
    with server.superuser(team.url.rpartition("/")[2]) as connection:
        connection.execute("UPDATE hub.lease SET until = now() WHERE subject = 'source:stream'")
    assert second.profile.team_intake.pull(feed).new == 3
    second.close()


def test_another_intake_goes_on_where_the_last_one_stopped(team):
    second = team.hire("second", "intake")
    feed = Records(*(incoming(external_id=f"s{n}") for n in range(3)), name="stream")
    assert team.ingest.profile.team_intake.pull(feed).new == 3
    longer = Records(*(incoming(external_id=f"s{n}") for n in range(5)), name="stream")
    result = second.profile.team_intake.pull(longer)
    assert (result.new, result.unchanged) == (2, 0)
    second.close()


def test_attachments_come_when_they_are_opened_and_are_checked(team):
    data = bytes(range(256)) * 9_000
    team.ingest.pull(
        incoming(
            external_id="t0",
            confidence=0.1,
            attachments=(AttachedFile("scan.bin", "application/octet-stream", data),),
        )
    )
    team.sync()
    item = team.ada.queue()["t0"].item_id
    with team.ada.profile.store.reading() as connection:
        (file,) = arrivals.attachments(connection, item)
        assert not arrivals.has_data(connection, file.hash)
    assert team.ada.profile.files.data(file.id) == data
    with team.bo.profile.store.writing() as connection:
        connection.exec_driver_sql("UPDATE attachment SET hash = 'another'")
    with pytest.raises(AttachmentDamaged):
        team.bo.profile.files.data(file.id)


def test_a_check_out_brings_everything_along(team, server):
    data = b"much" * 1_000
    team.ingest.pull(
        incoming(
            external_id="t0",
            confidence=0.1,
            attachments=(AttachedFile("scan.txt", "text/plain", data),),
        )
    )
    team.sync()
    taken = team.ada.profile.checkouts.take(1)
    server.stop()
    try:
        with team.ada.profile.store.reading() as connection:
            (file,) = arrivals.attachments(connection, taken.ids[0])
        assert team.ada.profile.files.data(file.id) == data
    finally:
        server.start()


def test_an_erasure_reaches_every_machine_and_the_hub(team):
    team.come(1)
    team.ada.decide(team.ada.queue()["t0"], Verdict.CORRECT, correction="secret words")
    team.sync()
    team.sync()
    item = team.lea.queue(Status.RESOLVED)["t0"].item_id
    team.lea.profile.erasing.erase([item], "asked for")
    team.sync()
    team.sync()
    for person in (team.ada, team.bo, team.lea):
        with person.profile.store.reading() as connection:
            assert facts.contents(connection, [item]) == {}
            made = facts.opinions(connection, [item]).get(item, [])
            assert [o.correction for o in made] == [None] * len(made)
    with team.lea.profile.access.connected() as link:
        assert wire.contents(link, [item]) == []


def test_only_a_head_comes_where_there_is_no_room_and_the_whole_when_it_is_opened(team):
    profile = team.bo.profile
    profile.save_settings(profile.settings.model_copy(update={"hub_storage_mb": 50}))
    text = "word " * 4_000_000
    team.ingest.pull(
        *(incoming(external_id=f"b{n}", output=f"{n} {text}", confidence=0.1) for n in range(3))
    )
    team.sync()
    ids = [e.item_id for e in team.bo.queue().values()]
    with profile.store.reading() as connection:
        heads = [c.item_id for c in facts.contents(connection, ids).values() if c.truncated]
    assert 0 < len(heads) < 3
    desk = profile.review.open(heads[0])
    assert len(desk.content.output) > len(text)


def test_a_hub_of_another_language_is_told_apart_and_nothing_is_damaged(team, monkeypatch):
    team.come(1)
    monkeypatch.setattr("reviewer_app.services.team.greeting.PROTOCOL", schema.PROTOCOL - 1)
    with pytest.raises(HubNewerThanUs, match="too old"):
        team.ada.sync()
    monkeypatch.setattr("reviewer_app.services.team.greeting.PROTOCOL", schema.PROTOCOL + 1)
    with pytest.raises(HubOlder, match="hub init"):
        team.ada.sync()


def test_others_are_woken_when_something_changes(team):
    team.come(1)
    stop, rounds = threading.Event(), []
    thread = threading.Thread(target=team.bo.profile.watch.run, args=(stop, rounds.append))
    thread.start()
    try:
        wait_for(lambda: rounds)
        before = len(rounds)
        team.ada.decide(team.ada.queue()["t0"])
        team.ada.sync()
        wait_for(lambda: len(rounds) > before and "t0" not in team.bo.queue())
    finally:
        stop.set()
        thread.join(10)
    assert not thread.is_alive()


def test_a_decision_is_sent_soon_by_itself(team):
    team.come(1)
    stop, rounds = threading.Event(), []
    thread = threading.Thread(target=team.bo.profile.watch.run, args=(stop, rounds.append))
    thread.start()
    try:
        wait_for(lambda: rounds)
        team.bo.decide(team.bo.queue()["t0"])
        wait_for(lambda: team.bo.profile.rounds.standing().unsent == 0)
    finally:
        stop.set()
        thread.join(10)


def test_a_hub_that_lost_its_end_is_filled_again(team, server):
    team.come(2)
    team.ada.decide(team.ada.queue()["t0"])
    team.sync()
    team.sync()
    with server.superuser(team.url.rpartition("/")[2]) as connection:
        connection.execute("DELETE FROM hub.decision_text")
        connection.execute("DELETE FROM hub.decision")
        connection.execute("DELETE FROM hub.journal WHERE kind = 'decision'")
        connection.execute("DELETE FROM hub.feed WHERE kind = 'item'")
        connection.execute("UPDATE hub.hub SET stamp = gen_random_uuid()")
    result = team.ada.sync()
    assert any("restored" in note for note in result.notes)
    assert result.up == 1
    team.sync()
    for each in team.sync():
        assert each.here == each.there


def wait_for(holds, seconds=20.0):
    """Waits until something holds."""
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "it never came"
        time.sleep(0.1)


def test_what_was_taken_along_is_free_for_others_once_it_is_decided(team):
    team.come(1)
    team.ada.profile.checkouts.take(1)
    team.ada.decide(team.ada.queue()["t0"], Verdict.ESCALATE, to="lea")
    team.ada.sync()
    team.lea.sync()
    saved = team.lea.decide(team.lea.queue(Status.ESCALATED)["t0"])
    assert saved.entry.status is Status.RESOLVED


def test_what_a_laptop_took_along_can_be_given_to_another(team):
    team.come(1)
    team.ada.profile.checkouts.take(1)
    team.sync(team.lea)
    assert len(team.lea.assign("bo", "id:t0").assigned) == 1
    team.sync(team.lea, team.bo)
    assert team.bo.decide(team.bo.queue()["t0"]).entry.status is Status.RESOLVED


def test_looking_at_what_was_taken_along_does_not_give_it_back(team):
    team.come(2)
    item = team.ada.profile.checkouts.take(1).ids[0]
    held = team.ada.profile.review.claims.hold(item)
    assert item in held.mine
    team.ada.profile.review.claims.hold(None)
    team.bo.sync()
    assert team.bo.profile.review.claims.look([item]).others[item].person == "ada"
    assert len(team.bo.profile.checkouts.take(2).ids) == 1


def test_the_lead_reads_what_a_laptop_has_not_sent_as_it_is_after_the_round(team):
    team.come(1)
    team.ada.decide(team.ada.queue()["t0"])
    team.ada.sync()
    team.lea.sync()
    rows = team.lea.profile.membership.members()["members"]
    ada = next(one for one in rows if one["name"] == "ada")
    assert [device["unsent"] for device in ada["devices"]] == [0]
