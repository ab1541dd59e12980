"""Administering a hub: made once, in a database of its own, by whoever may; and led from there."""

import logging
import secrets
from datetime import timedelta
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from reviewer_app import settings
from reviewer_app.domain.enrolment import EnrolmentExpired, decode, encode
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.team.membership import (
    Administrator,
    AlreadyJoined,
    EnrolmentSpent,
    PasswordInAddress,
    hub_script,
)
from reviewer_app.store.hub.address import AddressUnreadable
from reviewer_app.store.hub.errors import (
    AdministratorRefused,
    DatabaseUnreachable,
    HubDenied,
    HubMisused,
    HubUnreachable,
    NotPermitted,
)
from reviewer_app.store.hub.members import Invited
from reviewer_app.store.hub.schema import DatabaseNotOurs, HubNewer, RightsMissing
from tests.factory import incoming
from tests.hub.cast import account_of, now
from tests.hub.team import POLICY, Colleague
from tests.postgres import database_of, with_database, with_login


def administrator(url, **told):
    """Whoever administers a database, with the password beside the address."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    return Administrator(
        parts._replace(netloc=f"{parts.username}@{place}").geturl(), parts.password, **told
    )


@pytest.fixture
def desk(tmp_path):
    """Opens the program for somebody; it ends with the test."""
    opened = []

    def sit(name):
        opened.append(Colleague(tmp_path, name))
        return opened[-1]

    yield sit
    for person in opened:
        person.close()


@pytest.fixture
def lea(desk, empty):
    """The first lead of a hub."""
    person = desk("lea")
    person.join(person.profile.membership.init(administrator(empty), "lea").enrolment)
    return person


@pytest.fixture
def hire(desk, lea):
    """Lets somebody into the team."""

    def call(name, role=Role.REVIEWER, *pools):
        text = lea.profile.membership.invite(Invited(name, role, pools or ("everyone",)))
        person = desk(name)
        person.join(text)
        return person

    return call


def events(server, url):
    with server.superuser(database_of(url)) as connection:
        return connection.execute("SELECT what, login, about FROM hub.event ORDER BY at").fetchall()


def session_of(person):
    """An open session of somebody, as any tool would have it."""
    account = person.profile.access.account()
    where = f"postgresql://x@{account.address.host}:{account.address.port}/"
    url = with_database(where, account.address.database)
    return psycopg.connect(with_login(url, account.login, account.password), autocommit=True)


# What `init` makes, and what it leaves alone.


def test_a_hub_is_made_once_and_the_second_time_nothing_changes(desk, empty, server):
    membership = desk("lea").profile.membership
    made = membership.init(administrator(empty), "lea")
    before = events(server, empty)
    again = membership.init(administrator(empty), "mallory")
    assert (made.created, again.created, again.enrolment) == (True, False, None)
    assert events(server, empty) == before


def test_an_init_that_broke_off_before_its_invitation_gives_one_the_next_time(desk, empty):
    from reviewer_app.store.hub import admin  # noqa: PLC0415 - the half that came to pass

    lea = desk("lea")
    admin.init(account_of(empty))
    made = lea.profile.membership.init(administrator(empty), "lea")
    assert not made.created
    lea.join(made.enrolment)
    assert lea.profile.review.me.role == Role.LEAD


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE customers (n integer)",
        "CREATE SCHEMA hub",
        "CREATE SCHEMA hub CREATE TABLE journal (n integer)",
        "CREATE SCHEMA app CREATE VIEW seen AS SELECT 1 AS n",
    ],
)
def test_a_database_with_something_else_in_it_is_left_untouched(desk, empty, statement):
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute(statement)
        count = "SELECT count(*) FROM pg_class"
        before = connection.execute(count).fetchone()
        with pytest.raises(DatabaseNotOurs, match="holds something else") as refused:
            desk("lea").profile.membership.init(administrator(empty), "lea")
        assert connection.execute(count).fetchone() == before
    assert database_of(empty) in str(refused.value)


def test_a_hub_of_a_later_program_is_left_untouched(desk, empty, server, lea):
    assert lea.profile.is_in_team
    with server.superuser(database_of(empty)) as connection:
        connection.execute("UPDATE hub.hub SET protocol = protocol + 1")
    with pytest.raises(HubNewer):
        desk("other").profile.membership.init(administrator(empty), "lea")


def test_who_may_not_make_roles_is_told_what_is_missing(desk, empty, server):
    name = urlsplit(empty).username
    with server.superuser() as connection:
        connection.execute(sql.SQL("ALTER ROLE {} NOCREATEROLE").format(sql.Identifier(name)))
    with pytest.raises(RightsMissing, match=f"Grant CREATEROLE to {name}"):
        desk("lea").profile.membership.init(administrator(empty), "lea")


@pytest.mark.parametrize("password", ["wrong", None])
def test_a_wrong_or_missing_password_is_a_sentence(desk, empty, password, monkeypatch):
    monkeypatch.delenv("PGPASSWORD", raising=False)
    who = Administrator(administrator(empty).url, password)
    with pytest.raises(AdministratorRefused, match="does not let admin_") as refused:
        desk("lea").profile.membership.init(who, "lea")
    assert "membership" not in str(refused.value)


def test_a_database_that_is_not_there_and_a_host_where_nobody_answers_are_sentences(desk, empty):
    membership = desk("lea").profile.membership
    known = administrator(empty)
    for url, said in [
        (with_database(known.url, "nowhere"), "does not exist"),
        (f"postgresql://{urlsplit(empty).username}@127.0.0.1:1/hub", "refused"),
        (f"postgresql://{urlsplit(empty).username}@nowhere.invalid/hub", "nowhere.invalid"),
    ]:
        with pytest.raises(DatabaseUnreachable, match=said) as refused:
            membership.init(Administrator(url, known.password), "lea")
        assert "Nothing was changed" in str(refused.value)
        assert "sent when the hub answers" not in str(refused.value)


def test_a_password_file_is_enough(desk, empty, tmp_path, monkeypatch):
    parts = urlsplit(empty)
    file = tmp_path / "passwords"
    file.write_text(f"{parts.hostname}:{parts.port}:*:{parts.username}:{parts.password}\n")
    file.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(file))
    who = Administrator(administrator(empty).url)
    assert desk("lea").profile.membership.init(who, "lea").created


# Secrets.


@pytest.mark.parametrize("secret", ["canary", "can/ary", "can#ary", "can?ary", "can@ary"])
def test_a_password_in_the_address_is_refused_and_never_repeated(desk, secret):
    url = f"postgresql://admin:{secret}@127.0.0.1:5432/hub"
    with pytest.raises((PasswordInAddress, AddressUnreadable)) as refused:
        desk("lea").profile.membership.init(Administrator(url), "lea")
    told = f"{refused.value} {refused.value.__cause__} {refused.getrepr(style='short')}"
    assert "ary" not in str(refused.value)
    assert f"'{secret.partition('/')[0]}'" not in told.replace(repr(url), "")


def test_no_password_is_in_what_is_shown_logged_or_kept_in_a_file(
    hire, lea, empty, memory_keyring, tmp_path, caplog, server
):
    caplog.set_level(logging.DEBUG)
    ada = hire("ada")
    ada.profile.membership.change_password()
    ada.sync()
    kept = [value for (_, name), value in memory_keyring.kept.items() if name.startswith("hub:")]
    kept.append(urlsplit(empty).password)
    assert len(kept) >= 3
    account = ada.profile.access.account()
    shown = f"{account!r} {administrator(empty)!r} {caplog.text} {events(server, empty)}"
    files = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    for secret in kept:
        assert secret not in shown
        assert secret.encode() not in files
    assert lea.profile.is_in_team


# Inviting and joining.


def test_an_enrolment_lets_one_machine_in_once(lea, desk):
    text = lea.profile.membership.invite(Invited("ada", Role.REVIEWER, ["everyone"]))
    ada = desk("ada")
    ada.join(text)
    with pytest.raises(AlreadyJoined):
        ada.profile.membership.join(text)
    other = desk("mallory")
    with pytest.raises(EnrolmentSpent):
        other.profile.membership.join(text)
    assert not other.profile.is_in_team
    assert other.profile.review.me.name == "mallory"


def test_an_enrolment_whose_time_is_over_lets_nobody_in(lea, desk):
    invited = Invited("ada", Role.REVIEWER, ["everyone"])
    text = lea.profile.membership.invite(invited, timedelta(seconds=-1))
    with pytest.raises(EnrolmentExpired):
        desk("ada").profile.membership.join(text)
    turned_back = decode(text).model_copy(update={"expires_at": now() + timedelta(days=1)})
    with pytest.raises(EnrolmentSpent):  # by the hub's clock, whatever the machine's says
        desk("ben").profile.membership.join(encode(turned_back))


def test_a_lost_enrolment_is_replaced_by_inviting_again(lea, desk):
    invited = Invited("ada", Role.REVIEWER, ["everyone"])
    lost = lea.profile.membership.invite(invited)
    fresh = lea.profile.membership.invite(invited)
    with pytest.raises(EnrolmentSpent):
        desk("finder").profile.membership.join(lost)
    desk("ada").join(fresh)
    assert lea.profile.membership.members()["invitations"] == []


def test_the_first_leads_lost_enrolment_is_replaced_by_the_administrator(desk, empty):
    lea = desk("lea")
    lost = lea.profile.membership.init(administrator(empty), "lea").enrolment
    fresh = lea.profile.membership.recover(administrator(empty), "Lea")
    with pytest.raises(EnrolmentSpent):
        desk("finder").profile.membership.join(lost)
    lea.join(fresh)


def test_a_reviewer_invites_a_machine_of_their_own_and_nobody_else(hire, desk):
    ada = hire("ada", Role.REVIEWER, "finance")
    own = Invited("ada", Role.LEAD, [], another_device=True)
    second = desk("adas-other-laptop")
    second.join(ada.profile.membership.invite(own))
    me = second.profile.review.me
    assert (me.id, me.name, me.role, me.pools) == (
        ada.profile.review.me.id,
        "ada",
        Role.REVIEWER,
        ("finance",),
    )
    assert second.profile.store.device.id != ada.profile.store.device.id
    assert second.profile.settings.reviewer == "ada"
    for invited in (
        Invited("mallory", Role.REVIEWER, ["everyone"]),
        Invited("lea", Role.LEAD, [], another_device=True),
    ):
        with pytest.raises(NotPermitted):
            ada.profile.membership.invite(invited)


def test_a_name_is_given_once(lea, hire):
    hire("ada")
    with pytest.raises(HubMisused, match="“ada” is in the team already"):
        lea.profile.membership.invite(Invited("ADA", Role.REVIEWER, ["everyone"]))
    with pytest.raises(HubMisused, match="nobody here is called “ben”"):
        lea.profile.membership.invite(Invited("ben", Role.REVIEWER, [], another_device=True))
