"""Nobody gets into the team, or further up in it, but by a lead who is one then."""

from datetime import datetime, timedelta
from uuid import uuid4

import psycopg
import pytest

from reviewer_app.domain.vocabulary import Role
from reviewer_app.store.hub import members, passwords
from reviewer_app.store.hub.members import Invited
from tests.hub.cast import KEY, Cast, Member, now
from tests.postgres import with_login

INVITE = "SELECT hub.invite(%s, %s, %s, '[]', %s, %s, %s)"


def spare(cast: Cast, who: Member, role: Role = Role.REVIEWER) -> Member:
    """An invitation for a device of their own, which they keep for later."""
    device, secret = uuid4(), "kept in reserve"
    with who.linked() as link:
        invited = Invited(who.name, role, [], another_device=True)
        login = members.invite(link, device, invited, secret, tomorrow())
    return Member(who.name, with_login(cast.url, login, secret), device)


def verifier_from(cast: Cast) -> str:
    """A verifier as the hub takes it."""
    with cast.lead.linked() as link:
        return passwords.verifier_of(link, "rv_0_0", "secret")


def tomorrow() -> datetime:
    return now() + timedelta(days=1)


def revoke(cast: Cast, name: str) -> None:
    with cast.lead.linked() as link:
        members.revoke(link, name)


def change(cast: Cast, name: str, role: Role) -> None:
    with cast.lead.linked() as link:
        members.change(link, name, role, [])


@pytest.mark.parametrize("another_device", [False, True, None])
@pytest.mark.parametrize("called", ["mallory", "ben", "lead", None])
@pytest.mark.parametrize("who", ["ana", "intake", "auditor"])
def test_only_a_lead_invites_others(
    cast: Cast, who: str, called: str | None, another_device: object
) -> None:
    member: Member = getattr(cast, who)
    verifier = verifier_from(cast)
    with member.linked() as link, pytest.raises(psycopg.Error):
        link.execute(INVITE, (uuid4(), called, "lead", verifier, tomorrow(), another_device))


def test_a_device_of_ones_own_has_ones_own_role_whatever_was_asked(cast: Cast) -> None:
    joined = cast._joined(spare(cast, cast.ben, Role.LEAD))
    assert joined.rows("SELECT hub.me(), hub.my_role()") == [(cast.ben.person, "reviewer")]


def test_who_is_revoked_has_no_way_back_in_reserve(cast: Cast) -> None:
    mallory = cast.join("mallory", Role.REVIEWER)
    card = spare(cast, mallory)
    revoke(cast, "mallory")
    with pytest.raises(psycopg.OperationalError):
        cast._joined(card)
    with cast.owner() as owner:
        rows = owner.execute("SELECT revoked_at FROM person WHERE name = 'mallory'").fetchall()
    assert rows[0][0] is not None


def test_who_is_revoked_has_no_friend_in_reserve(cast: Cast) -> None:
    mallory = cast.join("lead for now", Role.LEAD)
    device, secret = uuid4(), "a friend"
    with mallory.linked() as link:
        invited = Invited("friend", Role.LEAD, [])
        login = members.invite(link, device, invited, secret, tomorrow())
    revoke(cast, "lead for now")
    with pytest.raises(psycopg.OperationalError):
        cast._joined(Member("friend", with_login(cast.url, login, secret), device))


def test_who_is_no_lead_any_more_has_no_way_back_in_reserve(cast: Cast) -> None:
    former = cast.join("former lead", Role.LEAD)
    card = spare(cast, former)
    change(cast, "former lead", Role.REVIEWER)
    with pytest.raises(psycopg.OperationalError):
        cast._joined(card)


def test_an_invitation_never_brings_back_an_earlier_role(cast: Cast) -> None:
    """Also where it was left open, as a hub of before would have it."""
    former = cast.join("promoted", Role.LEAD)
    with cast.lead.linked() as link:
        invited = Invited("promoted", Role.LEAD, [], another_device=True)
        device = uuid4()
        login = members.invite(link, device, invited, "second", tomorrow())
    change(cast, "promoted", Role.REVIEWER)
    with cast.owner() as owner:  # however the card stayed open
        owner.execute("UPDATE invitation SET spent_at = NULL WHERE login = %s", (login,))
        owner.execute(f"ALTER ROLE \"{login}\" LOGIN PASSWORD 'second'")
    card = Member("promoted", with_login(cast.url, login, "second"), device)
    assert cast._joined(card).rows("SELECT hub.my_role()") == [("reviewer",)]
    assert former.rows("SELECT hub.my_role()") == [("reviewer",)]


def test_who_was_revoked_comes_back_as_themselves_by_a_lead(cast: Cast) -> None:
    first = cast.join("away and back", Role.REVIEWER)
    revoke(cast, "away and back")
    second = cast.join("away and back", Role.AUDITOR)
    assert second.person == first.person
    assert second.rows("SELECT hub.my_role()") == [("auditor",)]
    with pytest.raises(psycopg.OperationalError):
        first.rows("SELECT 1")


def test_an_invitation_is_used_once(cast: Cast) -> None:
    card = cast.invite("once", Role.REVIEWER)
    joined = cast._joined(card)
    with pytest.raises(psycopg.OperationalError):
        card.rows("SELECT 1")
    with joined.linked() as link, pytest.raises(psycopg.errors.InsufficientPrivilege):
        members.join(link, uuid4(), "again", KEY, "another password")


def test_an_invitation_that_expired_lets_nobody_in(cast: Cast) -> None:
    card = cast.invite("too late", Role.REVIEWER)
    with card.linked() as link, cast.owner() as owner:
        owner.execute(
            "UPDATE invitation SET expires_at = clock_timestamp() WHERE name = 'too late'"
        )
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            members.join(link, uuid4(), "a laptop", KEY, "a password")


def test_who_is_invited_twice_gets_in_by_the_later_text_alone(cast: Cast) -> None:
    first, second = cast.invite("twice", Role.LEAD), cast.invite("twice", Role.REVIEWER)
    with pytest.raises(psycopg.OperationalError):
        first.rows("SELECT 1")
    assert cast._joined(second).rows("SELECT hub.my_role()") == [("reviewer",)]


@pytest.mark.parametrize("role", ["annotator", "owner", "LEAD", "", None])
def test_there_are_four_roles(cast: Cast, role: str) -> None:
    verifier = verifier_from(cast)
    with cast.lead.linked() as link, pytest.raises(psycopg.Error):
        link.execute(INVITE, (uuid4(), "nobody", role, verifier, tomorrow(), False))


def test_a_password_never_reaches_the_server_as_such(cast: Cast) -> None:
    with cast.lead.linked() as link, pytest.raises(psycopg.errors.InvalidParameterValue):
        link.execute(INVITE, (uuid4(), "plain", "reviewer", "a password", tomorrow(), False))
    with cast.ana.linked() as link, pytest.raises(psycopg.errors.InvalidParameterValue):
        link.execute("SELECT hub.change_password('a password')")


def test_the_last_lead_stays(cast: Cast) -> None:
    change(cast, "second lead", Role.REVIEWER)
    with cast.lead.linked() as link:
        for statement in (
            "SELECT hub.leave_team()",
            "SELECT hub.change_member('lead', 'intake', NULL)",
        ):
            with pytest.raises(psycopg.errors.InvalidParameterValue, match="last lead"):
                link.execute(statement)
    change(cast, "second lead", Role.LEAD)


def test_a_live_session_ends_when_its_person_is_revoked(cast: Cast) -> None:
    leaving = cast.join("leaving", Role.REVIEWER)
    with leaving.linked() as link:
        link.execute("SELECT hub.me()")
        revoke(cast, "leaving")
        with pytest.raises(psycopg.OperationalError):
            link.execute("SELECT hub.me()")
