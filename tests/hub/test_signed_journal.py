"""A team's journal: signed by whoever decided, whatever is done to it on the hub is named."""

import pytest

from reviewer_app.domain.chain import link_of
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.records import JournalEntry
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.maintenance import verify
from reviewer_app.store.hub import wire
from tests.hub.team import Team
from tests.postgres import database_of


@pytest.fixture
def team(empty, tmp_path):
    """Ada has decided on three items, and everybody has exchanged that."""
    with Team(empty, tmp_path) as made:
        made.come(3)
        for entry in made.ada.queue().values():
            made.ada.decide(entry)
        made.sync()
        made.sync()
        yield made


@pytest.fixture
def on_the_hub(team, server):
    """What somebody can do who has the server itself: rights do not hold there."""
    with server.superuser(database_of(team.url)) as connection:
        connection.execute("SET search_path = hub")
        connection.execute("SET session_replication_role = replica")
        yield connection


def device_of(person):
    return person.profile.store.device.id


def test_everybodys_copy_holds_and_what_is_others_is_signed(team):
    for person in team.everybody:
        found = verify(person.profile.store)
        assert (person.name, found.first_bad) == (person.name, None)
    assert verify(team.lea.profile.store).devices == 3
    with team.lea.profile.store.reading() as connection:
        unsigned = connection.exec_driver_sql(
            "SELECT count(*) FROM journal JOIN device ON device.id = journal.device_id "
            "WHERE signature = '' AND device.public_key <> ''"
        ).scalar_one()
    assert unsigned == 0


def test_a_tail_that_was_cut_on_the_hub_is_told_to_the_lead(team, on_the_hub):
    assert team.lea.sync().notes == ()
    on_the_hub.execute("DELETE FROM journal WHERE device_id = %s AND n = 3", (device_of(team.ada),))
    notes = "".join(team.lea.sync().notes)
    assert "journal entry 3 of “ada's laptop” (ada), witnessed by “" in notes
    assert "on the hub the chain ends at entry 2" in notes


def test_a_cut_that_takes_the_witnesses_with_it_is_told_all_the_same(team, on_the_hub):
    team.lea.sync()
    on_the_hub.execute("DELETE FROM journal WHERE device_id = %s AND n = 3", (device_of(team.ada),))
    on_the_hub.execute("DELETE FROM witness")
    assert "on the hub the chain ends at entry 2" in "".join(team.lea.sync().notes)


def test_a_decision_forged_on_the_hub_with_all_its_hashes_is_named_where_it_arrives(
    team, on_the_hub
):
    names = ", ".join(wire.ENTRY)
    row = on_the_hub.execute(
        f"SELECT {names} FROM journal WHERE device_id = %s AND n = 3", (device_of(team.ada),)
    ).fetchone()
    entry = JournalEntry(**dict(zip(wire.ENTRY, row, strict=True)))
    body = entry.body.replace('"verdict":"approve"', '"verdict":"reject"')
    assert body != entry.body
    forged = entry.model_copy(update={"body": body, "body_hash": digest_of(body)})
    on_the_hub.execute(
        "UPDATE journal SET body = %s, body_hash = %s, hash = %s, verdict = 'reject' "
        "WHERE device_id = %s AND n = 3",
        (body, forged.body_hash, link_of(forged), device_of(team.ada)),
    )
    on_the_hub.execute("UPDATE decision SET verdict = 'reject' WHERE id = %s", (entry.fact_id,))
    eve = team.hire("eve", Role.AUDITOR)
    eve.sync()
    eve.sync()
    found = verify(eve.profile.store)
    eve.close()
    assert found.first_bad == (
        "journal entry 3 of “ada's laptop” (ada): its signature is not the device's"
    )
