"""Another password and another key: they hold from then on, and nobody is locked out half way."""

from dataclasses import replace

import pytest

from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.team.access import Access
from reviewer_app.services.team.membership import Membership
from reviewer_app.store.hub import roster
from reviewer_app.store.hub.errors import HubDenied
from reviewer_app.store.hub.link import open_connection
from tests.factory import incoming
from tests.hub.desks import Desks


@pytest.fixture
def desks(empty, tmp_path):
    with Desks(empty, tmp_path) as made:
        yield made


def test_another_password_holds_from_then_on_and_the_one_before_no_longer(desks, memory_keyring):
    ada = desks.hire("ada")
    before = ada.profile.access.account()
    ada.profile.membership.change_password()
    assert ada.profile.access.account().password != before.password
    assert ada.sync().reachable
    assert not [name for _, name in memory_keyring.kept if name.endswith(":next")]
    with pytest.raises(HubDenied):
        open_connection(before)


@pytest.mark.parametrize("at", ["before the hub", "after the hub"])
def test_a_change_of_password_that_breaks_off_locks_nobody_out(desks, memory_keyring, at):
    ada = desks.hire("ada")
    access = ada.profile.access
    broken = Breaking(access) if at == "after the hub" else access
    secrets = ada.profile.secrets
    if at == "before the hub":
        secrets = replace(secrets, keep=breaking_after(secrets.keep))
    membership = Membership(ada.profile.store, broken, secrets, ada.profile.keys)
    with pytest.raises(KilledHere):
        membership.change_password()
    assert [name for _, name in memory_keyring.kept if name.endswith(":next")]
    assert ada.sync().reachable
    ada.profile.membership.change_password()
    assert ada.sync().reachable
    assert not [name for _, name in memory_keyring.kept if name.endswith(":next")]


class KilledHere(Exception):
    """The program ends at this point."""


class Breaking(Access):
    """The program ends when the hub has the next password, and before the keyring holds it."""

    def __init__(self, access):
        super().__init__(access._store, access._secrets)

    def follow(self, *_):
        raise KilledHere


def breaking_after(keep):
    """The program ends when the keyring has the next password, and before the hub is told."""

    def kept(name, secret):
        keep(name, secret)
        raise KilledHere

    return kept


def test_another_key_signs_from_then_on_and_the_hub_knows_it(desks):
    lea, ada = desks.lea, desks.hire("ada", Role.INTAKE)
    before = ada.profile.store.device.public_key
    keys = ada.profile.membership.renew_key()
    ada.sync()
    lea.sync()
    assert keys != before
    assert keys.endswith(before)
    with lea.profile.access.connected() as link:
        (known,) = [d for d in roster.devices(link) if d.id == ada.profile.store.device.id]
    assert known.public_key == keys
    ada.pull(incoming(external_id="a", confidence=0.3))
    assert ada.sync().up == 1
