"""The keys of a device: in the keyring first, changed without a gap, and never an obstacle."""

import sqlite3
from contextlib import closing
from uuid import UUID

import pytest

from reviewer_app.domain import signing
from reviewer_app.domain.records import Device
from reviewer_app.secrets import KeyringUnusable
from reviewer_app.services.desk import Remarks
from reviewer_app.services.keys import AT_ONCE, JournalUnsound, KeyLost, name_of
from reviewer_app.services.maintenance import verify
from reviewer_app.store import signatures
from tests.factory import incoming, opened, pull, seen
from tests.signed import Vault, given_a_key


@pytest.fixture
def vault():
    return Vault()


@pytest.fixture
def profile(tmp_path):
    with opened(tmp_path / "profile") as made:
        pull(made, *(incoming(n) for n in range(1, 6)))
        yield made


def decide(profile, *numbers):
    for n in numbers:
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())


def signed(profile):
    """How many entries are signed, and with how many keys; the file must hold."""
    found = verify(profile.store)
    assert found.ok, found.first_bad
    with profile.store.reading() as connection:
        query = "SELECT count(DISTINCT key_id) FROM journal WHERE signature <> ''"
        return found.signed, connection.exec_driver_sql(query).scalar_one()


def me(profile):
    return profile.store.device.id


def test_a_person_alone_has_no_key_and_needs_none(profile, vault):
    decide(profile, 1, 2)
    vault.keys(profile).sign_pending(me(profile))
    assert signed(profile) == (0, 0)
    assert vault.kept == {}


def test_what_was_decided_before_the_key_was_there_is_signed_with_it(profile, vault):
    decide(profile, 1, 2)
    keys = given_a_key(profile, vault)
    assert signed(profile) == (0, 0)
    keys.sign_pending(me(profile))
    decide(profile, 3)
    assert signed(profile) == (3, 1)
    keys.sign_pending(me(profile))
    assert signed(profile) == (4, 1)


def test_a_join_that_is_repeated_has_the_same_key(profile, vault):
    keys = vault.keys(profile)
    asked = Device(id=UUID(int=4), person_id=UUID(int=5), name="desk")
    made = keys.made(asked)
    assert keys.made(asked) == made
    assert made.public_key == signing.with_key(
        "", signing.pair_of(vault.kept[name_of(made.id)]).public
    )


def test_without_a_keyring_there_is_no_key_and_nothing_changes(profile):
    class Forgetful(Vault):
        def keep(self, name, secret):
            del secret
            raise KeyringUnusable(name, "it is locked")

    keys = Forgetful().keys(profile)
    with pytest.raises(KeyringUnusable):
        keys.made(profile.store.device)
    with pytest.raises(KeyringUnusable):
        keys.renew()
    assert profile.store.device.public_key == ""


def test_many_entries_are_signed_in_several_transactions(profile, vault):
    for _ in range(AT_ONCE // 2 + 5):
        decide(profile, 1)
        profile.review.undo()
    keys = given_a_key(profile, vault)
    keys.sign_pending(me(profile))
    assert signed(profile) == (2 * (AT_ONCE // 2 + 5) + 1, 1)


def test_another_key_leaves_what_the_first_signed_as_it_is(profile, vault):
    decide(profile, 1)
    keys = given_a_key(profile, vault)
    keys.sign_pending(me(profile))
    before = profile.store.device.public_key
    told = keys.renew()
    assert signing.extends(before, told)
    assert profile.store.device.public_key == told
    decide(profile, 2)
    keys.sign_pending(me(profile))
    assert signed(profile) == (3, 2)


def test_what_waits_is_signed_before_the_key_changes(profile, vault):
    keys = given_a_key(profile, vault)
    decide(profile, 1)
    keys.renew()
    assert signed(profile) == (2, 1)


def test_a_change_that_broke_off_behind_the_keyring_is_completed(profile, vault):
    keys = given_a_key(profile, vault)
    keys.sign_pending(me(profile))
    before = profile.store.device.public_key
    fresh = signing.new_pair()
    vault.keep(name_of(me(profile)), fresh.private)
    decide(profile, 1)
    keys.sign_pending(me(profile))
    assert profile.store.device.public_key == signing.with_key(before, fresh.public)
    assert signed(profile) == (2, 2)


def test_a_lost_key_stops_no_decision_and_is_a_sentence(profile, vault):
    keys = given_a_key(profile, vault)
    vault.kept.clear()
    decide(profile, 1)
    with pytest.raises(KeyLost, match="unlock the keyring"):
        keys.sign_pending(me(profile))
    with pytest.raises(KeyLost):
        keys.witness({})
    assert signed(profile) == (0, 0)
    keys.renew()
    keys.sign_pending(me(profile))
    assert signed(profile) == (2, 1)


def test_a_secret_that_is_no_key_is_a_lost_key(profile, vault):
    keys = given_a_key(profile, vault)
    vault.keep(name_of(me(profile)), "not a key")
    with pytest.raises(KeyLost):
        keys.sign_pending(me(profile))


def test_an_older_key_from_a_restored_keyring_signs_nothing(profile, vault):
    keys = given_a_key(profile, vault)
    older = vault.kept[name_of(me(profile))]
    keys.renew()
    vault.keep(name_of(me(profile)), older)
    decide(profile, 1)
    with pytest.raises(KeyLost):
        keys.sign_pending(me(profile))


def test_a_device_that_goes_on_from_another_finds_its_key(profile, vault):
    keys = given_a_key(profile, vault)
    keys.sign_pending(me(profile))
    fresh = UUID(int=12)
    with closing(sqlite3.connect(profile.store.path)) as raw:
        raw.execute(
            "INSERT INTO device (id, person_id, name, public_key, is_this, is_whole) "
            "SELECT ?, person_id, name, public_key, 1, 0 FROM device",
            (fresh.hex,),
        )
        raw.execute("UPDATE device SET is_this = 0, is_whole = 1 WHERE id <> ?", (fresh.hex,))
        raw.commit()
    profile.store.reload_device()
    decide(profile, 1)
    keys.sign_pending(fresh)
    assert signed(profile) == (2, 1)
    assert vault.kept[name_of(fresh)] == vault.kept[name_of(UUID(int=12))]


def test_the_chain_from_before_joining_is_signed_with_the_key_of_now(profile, vault):
    decide(profile, 1)
    keys = vault.keys(profile)
    earlier = profile.store.device
    joined = keys.made(earlier.model_copy(update={"id": UUID(int=13)}))
    with closing(sqlite3.connect(profile.store.path)) as raw:
        raw.execute("UPDATE device SET is_this = 0, is_whole = 1")
        raw.execute(
            "INSERT INTO device (id, person_id, name, public_key, is_this, is_whole) "
            "SELECT ?, person_id, name, ?, 1, 0 FROM device",
            (joined.id.hex, joined.public_key),
        )
        raw.commit()
    profile.store.reload_device()
    assert keys.shared(earlier, joined).public_key == joined.public_key
    decide(profile, 2)
    keys.sign_pending(joined.id)
    assert signed(profile) == (3, 1)


def test_what_somebody_changed_is_not_vouched_for(profile, vault):
    decide(profile, 1, 2, 3)
    keys = given_a_key(profile, vault)
    with closing(sqlite3.connect(profile.store.path)) as raw:
        raw.execute("UPDATE journal SET body = replace(body, 'approve', 'reject') WHERE n = 3")
        raw.commit()
    with pytest.raises(JournalUnsound, match=r"Entry 3 .* the body was changed") as caught:
        keys.sign_pending(me(profile))
    assert caught.value.found.n == 3
    with profile.store.reading() as connection:
        assert signatures.last_signed(connection, me(profile)).n == 2


def test_a_signature_taken_away_is_not_given_again(profile, vault):
    decide(profile, 1, 2)
    keys = given_a_key(profile, vault)
    keys.sign_pending(me(profile))
    with closing(sqlite3.connect(profile.store.path)) as raw:
        raw.execute("UPDATE journal SET signature = '', key_id = '' WHERE n = 2")
        raw.commit()
    keys.sign_pending(me(profile))
    assert "entry 2" in verify(profile.store).first_bad
