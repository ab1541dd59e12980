"""Belonging to a team: invited, joined, changed, renamed, gone and back again."""

from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest

from reviewer_app.domain.enrolment import EnrolmentExpired, decode, encode
from reviewer_app.domain.vocabulary import Role, Status
from reviewer_app.services.team.membership import AlreadyJoined, EnrolmentSpent
from reviewer_app.store.hub.errors import HubMisused, HubUnreachable, NotPermitted
from reviewer_app.store.hub.members import Invited
from tests.factory import incoming
from tests.hub.cast import now
from tests.hub.desks import Desks, session_of
from tests.hub.team import POLICY


@pytest.fixture
def desks(empty, tmp_path):
    with Desks(empty, tmp_path) as made:
        yield made


@contextmanager
def another_machine(memory_keyring):
    """A machine with a keyring of its own, in which nothing is yet."""
    kept = dict(memory_keyring.kept)
    memory_keyring.kept.clear()
    yield
    memory_keyring.kept.update(kept)


def test_an_enrolment_lets_one_machine_in_once(desks, memory_keyring):
    text = desks.lea.profile.membership.invite(Invited("ada", Role.REVIEWER, ["everyone"]))
    ada = desks.sit("ada")
    ada.join(text)
    with pytest.raises(AlreadyJoined):
        ada.profile.membership.join(text)
    other = desks.sit("mallory")
    with another_machine(memory_keyring), pytest.raises(EnrolmentSpent):
        other.profile.membership.join(text)
    assert not other.profile.is_in_team
    assert other.profile.review.me.name == "mallory"


def test_an_enrolment_whose_time_is_over_lets_nobody_in(desks):
    invited = Invited("ada", Role.REVIEWER, ["everyone"])
    text = desks.lea.profile.membership.invite(invited, timedelta(seconds=-1))
    with pytest.raises(EnrolmentExpired):
        desks.membership().join(text)
    turned_back = decode(text).model_copy(update={"expires_at": now() + timedelta(days=1)})
    with pytest.raises(EnrolmentSpent):  # by the hub's clock, whatever the machine's says
        desks.membership().join(encode(turned_back))


def test_a_lost_enrolment_is_replaced_by_inviting_again(desks):
    invited = Invited("ada", Role.REVIEWER, ["everyone"])
    lost = desks.lea.profile.membership.invite(invited)
    fresh = desks.lea.profile.membership.invite(invited)
    with pytest.raises(EnrolmentSpent):
        desks.membership().join(lost)
    desks.sit("ada").join(fresh)
    assert desks.lea.profile.membership.members()["invitations"] == []


def test_a_reviewer_invites_a_machine_of_their_own_and_nobody_else(desks):
    ada = desks.hire("ada", Role.REVIEWER, "finance")
    own = Invited("ada", Role.LEAD, [], another_device=True)
    second = desks.sit("adas-other-laptop")
    second.profile.membership.join(ada.profile.membership.invite(own))
    me = second.profile.review.me
    assert (me.id, me.name, me.role, me.pools) == (
        ada.profile.review.me.id,
        "ada",
        Role.REVIEWER,
        ["finance"],
    )
    assert second.profile.store.device.id != ada.profile.store.device.id
    assert second.profile.settings.reviewer == "ada"
    for invited in (
        Invited("mallory", Role.REVIEWER, ["everyone"]),
        Invited("lea", Role.LEAD, [], another_device=True),
    ):
        with pytest.raises(NotPermitted):
            ada.profile.membership.invite(invited)


def test_a_name_is_given_once(desks):
    desks.hire("ada")
    with pytest.raises(HubMisused, match="“ada” is in the team already"):
        desks.lea.profile.membership.invite(Invited("ADA", Role.REVIEWER, ["everyone"]))
    with pytest.raises(HubMisused, match="nobody here is called “ben”"):
        desks.lea.profile.membership.invite(Invited("ben", Role.REVIEWER, [], another_device=True))


def test_pools_that_are_given_bring_their_items_and_those_taken_away_take_them_along(desks):
    lea, ada = desks.lea, desks.hire("ada", Role.REVIEWER, "finance")
    ingest = desks.hire("ingest", Role.INTAKE)
    (desks.folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    lea.profile.policies.apply(desks.folder / "policy.toml")
    lea.sync()
    ingest.pull(incoming(external_id="a", confidence=0.3))
    ingest.sync()
    ada.sync()
    assert set(ada.queue()) == {"a"}
    lea.profile.membership.change("ada", pools=["legal"])
    ada.sync()
    assert (ada.queue(), ada.profile.review.me.pools) == ({}, ["legal"])
    lea.profile.membership.change("ADA", pools=["legal", "finance"])
    ada.sync()
    assert set(ada.queue()) == {"a"}
    assert ada.profile.review.open(ada.queue()["a"].item_id).content.output


def test_a_role_is_given_and_taken_away(desks):
    lea, ada = desks.lea, desks.hire("ada")
    lea.profile.membership.change("ada", role=Role.LEAD)
    ada.profile.membership.invite(Invited("ben", Role.REVIEWER, ["everyone"]))
    lea.profile.membership.change("ada", role=Role.AUDITOR)
    with pytest.raises(NotPermitted, match="only a lead invites"):
        ada.profile.membership.invite(Invited("cy", Role.REVIEWER, ["everyone"]))
    ada.sync()
    assert ada.profile.review.me.role == Role.AUDITOR


def test_the_last_lead_neither_leaves_nor_becomes_something_else(desks):
    membership = desks.lea.profile.membership
    for act in (membership.leave, lambda: membership.change("lea", role=Role.REVIEWER)):
        with pytest.raises(HubMisused, match="this is the last lead"):
            act()
    with pytest.raises(HubMisused, match="to go yourself"):
        membership.revoke("lea")
    assert desks.lea.sync().reachable
    assert desks.lea.profile.review.me.role == Role.LEAD


def test_who_is_revoked_is_out_at_once_and_keeps_what_was_not_sent(desks):
    ada = desks.hire("ada", Role.INTAKE)
    with session_of(ada) as session:
        session.execute("SELECT hub.me()")
        desks.lea.profile.membership.revoke("ada")
        with pytest.raises(psycopg.OperationalError):
            session.execute("SELECT 1")
    ada.pull(incoming(external_id="a", confidence=0.3))
    result = ada.sync()
    assert not result.reachable
    assert "no longer lets this machine in" in result.trouble
    assert set(ada.queue()) == {"a"}


@pytest.mark.parametrize("asks_hub", [True, False])
def test_who_left_or_was_revoked_comes_back_as_themselves_and_sends_what_they_do(desks, asks_hub):
    lea, ada, ingest = desks.lea, desks.hire("ada"), desks.hire("ingest", Role.INTAKE)
    before = ada.profile.review.me
    ingest.pull(*(incoming(external_id=f"a{n}", confidence=0.3) for n in range(5)))
    ingest.sync()
    ada.sync()
    for name in ("a0", "a1", "a2"):
        ada.decide(ada.queue()[name])
    assert ada.sync().up == 3
    if asks_hub:
        ada.profile.membership.leave()
    else:
        lea.profile.membership.revoke("ada")
        ada.profile.membership.forget()
    assert not ada.profile.is_in_team
    ada.reopen()
    ada.pull(incoming(external_id="private", confidence=0.3), name="alone")
    ada.decide(ada.queue()["private"])
    ada.join(desks.invite("ada", Role.LEAD))
    me = ada.profile.review.me
    assert (me.id, me.role, me.revoked_at) == (before.id, Role.LEAD, None)
    ada.sync()
    ada.decide(ada.queue()["a3"])
    assert ada.sync().up == 1
    ada.decide(ada.queue()["a4"])
    assert ada.sync().up == 1
    lea.sync()
    assert set(lea.queue(Status.RESOLVED)) == {"a0", "a1", "a2", "a3", "a4"}
    assert "private" not in lea.queue(*Status)


def test_who_leaves_without_the_hub_works_alone_and_the_hub_still_knows_them(desks, server):
    ada = desks.hire("ada")
    server.stop()
    try:
        with pytest.raises(HubUnreachable):
            ada.profile.membership.leave()
        assert ada.profile.is_in_team
        ada.profile.membership.forget()
    finally:
        server.start()
    assert not ada.profile.is_in_team
    (known,) = [m for m in desks.lea.profile.membership.members()["members"] if m["name"] == "ada"]
    assert known["revoked_at"] is None


def test_a_name_is_changed_for_the_whole_team(desks):
    lea, ada = desks.lea, desks.hire("ada")
    called(ada, " Ada  Lovelace ")
    lea.sync()
    assert {p.name for p in lea.people()} == {"lea", "Ada Lovelace"}
    ada.sync()
    assert ada.profile.review.me.name == "Ada Lovelace"


@pytest.mark.parametrize("taken", ["LEA", "ben"])
def test_a_name_that_somebody_has_or_is_invited_under_is_refused(desks, taken):
    ada = desks.hire("ada")
    desks.invite("ben")
    with pytest.raises(HubMisused, match="this name is taken"):
        called(ada, taken)
    assert (ada.profile.settings.reviewer, ada.profile.review.me.name) == ("ada", "ada")


def test_other_settings_are_kept_without_the_hub_and_a_name_is_not(desks, server):
    ada = desks.hire("ada")
    server.stop()
    try:
        other = {"hub_storage_mb": 1024}
        ada.profile.save_settings(ada.profile.settings.model_copy(update=other))
        with pytest.raises(HubUnreachable):
            called(ada, "Ada")
    finally:
        server.start()
    assert (ada.profile.settings.hub_storage_mb, ada.profile.settings.reviewer) == (1024, "ada")


def called(person, name):
    profile = person.profile
    profile.save_settings(profile.settings.model_copy(update={"reviewer": name}))


def test_the_name_that_one_was_invited_under_is_in_the_settings_and_stays(desks):
    ada = desks.sit("a lonely profile")
    ada.profile.membership.join(desks.invite("ada"))
    assert ada.profile.settings.reviewer == "ada"
    ada.profile.save_settings(ada.profile.settings.model_copy(update={"hub_storage_mb": 1024}))
    ada.sync()
    assert ada.profile.review.me.name == "ada"
