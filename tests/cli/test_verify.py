"""`verify`: what it prints, and that it signs what holds."""

import sqlite3
from contextlib import closing

import keyring
import pytest
from keyring.backends.null import Keyring as ForgetfulKeyring

from reviewer_app.app import open_profile
from tests.signed import given_a_key


class OwnKeyring:
    """The keyring that the commands use."""

    def keys(self, profile):
        return profile.keys


@pytest.fixture
def member(tmp_path, pulled, document):
    """A profile whose device has a key, with a decision that is not signed yet."""
    del pulled
    profile = open_profile(tmp_path / "profile")
    given_a_key(profile, OwnKeyring())
    profile.close()
    document("decide", "k0", "approve")
    return tmp_path / "profile"


@pytest.mark.usefixtures("pulled")
def test_a_person_alone_has_unsigned_entries_that_hold(document, app):
    found = document("verify")
    assert found == {"ok": True, "entries": 1, "first_bad": None, "devices": 1, "signed": 0}
    assert app("verify").out == "1 journal entries hold.\n"


@pytest.mark.usefixtures("member")
def test_what_holds_is_signed(document, app):
    assert document("verify")["signed"] == 0
    assert document("verify")["signed"] == 2
    assert app("verify").out == "2 journal entries hold. 2 of them are signed.\n"


@pytest.mark.usefixtures("member")
def test_without_the_keyring_the_check_goes_on_and_says_so(app):
    keyring.set_keyring(ForgetfulKeyring())
    printed = app("verify")
    assert "2 journal entries hold." in printed.out
    assert "signing key of this device is not in the keyring" in printed.err


def test_what_does_not_hold_is_not_signed_and_named(member, document):
    (database,) = member.rglob("reviewer.db")
    with closing(sqlite3.connect(database)) as raw:
        raw.execute("UPDATE decision SET verdict = 'reject'")
        raw.commit()
    found = document("verify", code=1)
    assert "it is not what was chained" in found["first_bad"]
    assert "of “" in found["first_bad"]
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("SELECT count(*) FROM journal WHERE signature <> ''").fetchone() == (0,)
