"""Administering a hub: made once, in a database of its own, by whoever may; and led from there."""

import logging
import os
import subprocess
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from reviewer_app.domain.enrolment import decode
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.team.administration import (
    Administrator,
    PasswordInAddress,
    hub_script,
)
from reviewer_app.services.team.membership import EnrolmentSpent
from reviewer_app.store.hub import admin
from reviewer_app.store.hub.address import AddressUnreadable
from reviewer_app.store.hub.errors import (
    AdministratorRefused,
    DatabaseUnreachable,
    HubMisused,
)
from reviewer_app.store.hub.schema import DatabaseNotOurs, HubNewer, RightsMissing
from tests.factory import incoming
from tests.hub.cast import account_of
from tests.hub.desks import Desks, administrator
from tests.postgres import OwnServer, database_of, with_database


@pytest.fixture
def desks(empty, tmp_path):
    with Desks(empty, tmp_path) as made:
        yield made


def events(server, url):
    with server.superuser(database_of(url)) as connection:
        return connection.execute("SELECT what, login, about FROM hub.event ORDER BY at").fetchall()


def test_a_hub_is_made_once_and_the_second_time_nothing_changes(desks, empty, server):
    membership = desks.membership()
    made = membership.init(administrator(empty), "lea")
    before = events(server, empty)
    again = membership.init(administrator(empty), "mallory")
    assert (made.created, again.created, again.enrolment) == (True, False, None)
    assert events(server, empty) == before


def test_an_init_that_broke_off_before_its_invitation_gives_one_the_next_time(desks, empty):
    lea = desks.sit("ley")
    admin.init(account_of(empty))
    made = lea.profile.membership.init(administrator(empty), "lea")
    assert not made.created
    lea.join(made.enrolment)
    assert (lea.profile.review.me.name, lea.profile.review.me.role) == ("lea", Role.LEAD)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE customers (n integer)",
        "CREATE SCHEMA hub",
        "CREATE SCHEMA hub CREATE TABLE journal (n integer)",
        "CREATE SCHEMA app CREATE VIEW seen AS SELECT 1 AS n",
    ],
)
def test_a_database_with_something_else_in_it_is_left_untouched(desks, empty, statement):
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute(statement)
        count = "SELECT count(*) FROM pg_class"
        before = connection.execute(count).fetchone()
        with pytest.raises(DatabaseNotOurs, match="holds something else") as refused:
            desks.membership().init(administrator(empty), "lea")
        assert connection.execute(count).fetchone() == before
    assert database_of(empty) in str(refused.value)


def test_a_hub_of_a_later_program_is_left_untouched(desks, empty, server):
    assert desks.lea.profile.is_in_team
    with server.superuser(database_of(empty)) as connection:
        connection.execute("UPDATE hub.hub SET protocol = protocol + 1")
    with pytest.raises(HubNewer):
        desks.membership().init(administrator(empty), "lea")


def test_who_may_not_make_roles_is_told_what_is_missing(desks, empty, server):
    name = urlsplit(empty).username
    with server.superuser() as connection:
        connection.execute(sql.SQL("ALTER ROLE {} NOCREATEROLE").format(sql.Identifier(name)))
    with pytest.raises(RightsMissing, match=f"Grant CREATEROLE to {name}"):
        desks.membership().init(administrator(empty), "lea")


@pytest.mark.parametrize("password", ["wrong", None])
def test_a_wrong_or_missing_password_is_a_sentence(desks, empty, password, monkeypatch):
    monkeypatch.delenv("PGPASSWORD", raising=False)
    who = Administrator(administrator(empty).url, password)
    with pytest.raises(AdministratorRefused, match="does not let admin_") as refused:
        desks.membership().init(who, "lea")
    assert "membership" not in str(refused.value)


def test_a_database_that_is_not_there_and_a_host_where_nobody_answers_are_sentences(desks, empty):
    membership = desks.membership()
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


def test_a_password_file_is_enough(desks, empty, tmp_path, monkeypatch):
    parts = urlsplit(empty)
    file = tmp_path / "passwords"
    file.write_text(f"{parts.hostname}:{parts.port}:*:{parts.username}:{parts.password}\n")
    file.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(file))
    who = Administrator(administrator(empty).url)
    assert desks.membership().init(who, "lea").created


@pytest.mark.parametrize("secret", ["canary", "can/ary", "can#ary", "can?ary", "can@ary"])
def test_a_password_in_the_address_is_refused_and_never_repeated(desks, secret):
    url = f"postgresql://admin:{secret}@127.0.0.1:5432/hub"
    with pytest.raises((PasswordInAddress, AddressUnreadable)) as refused:
        desks.membership().init(Administrator(url), "lea")
    told = f"{refused.value} {refused.value.__cause__} {refused.getrepr(style='short')}"
    assert "ary" not in str(refused.value)
    assert f"'{secret.partition('/')[0]}'" not in told.replace(repr(url), "")


def test_no_password_is_in_what_is_shown_logged_or_kept_in_a_file(
    desks, empty, memory_keyring, tmp_path, caplog, server
):
    caplog.set_level(logging.DEBUG)
    ada = desks.hire("ada")
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
    assert desks.lea.profile.is_in_team


@pytest.fixture
def psql(server, tmp_path):
    """Runs a script by PostgreSQL's own tool; gives its exit code and what it said."""
    if not isinstance(server, OwnServer):
        pytest.skip("the programs of a server that is only named are not known")

    def call(url, script):
        file, parts = tmp_path / "script.sql", urlsplit(url)
        file.write_text(script, encoding="utf-8")
        command = [server._programs / "psql", "-X", "-v", "ON_ERROR_STOP=1", "-f", file]
        environment = {**os.environ, "PGPASSWORD": parts.password or ""}
        done = subprocess.run(
            [*command, administrator(url).url], capture_output=True, env=environment, check=False
        )
        return done.returncode, done.stderr.decode()

    return call


def test_the_script_run_by_an_administrator_makes_a_hub_that_works(desks, empty, server, psql):
    assert psql(empty, hub_script()) == (0, "")
    with server.superuser(database_of(empty)) as connection:
        hub_id, owner = connection.execute(
            "SELECT h.id, n.nspowner::regrole::text FROM hub.hub h, pg_namespace n "
            "WHERE n.nspname = 'hub'"
        ).fetchone()
    assert owner == f"rv_{hub_id.hex[:8]}_owner"
    lea = desks.lea  # `init` finds it up to date, and lets the first lead in
    assert decode(desks.invite("ada")).hub_id == hub_id
    lea.pull(incoming(external_id="a", confidence=0.3))
    result = lea.sync()
    assert (result.reachable, result.up, result.here) == (True, 1, result.there)


def test_the_script_leaves_what_init_leaves(empty, server, psql):
    """Column by column, right by right: but for names that carry the id."""
    other = server.fresh_hub()
    try:
        admin.init(account_of(empty))
        assert psql(other, hub_script()) == (0, "")
        assert shape(server, other) == shape(server, empty)
    finally:
        server.drop(other)


def shape(server, url):
    """What a hub is made of, with the same names for the roles of every hub."""
    asked = (
        "SELECT 'table', c.relname, c.relacl::text, c.relforcerowsecurity::text FROM pg_class c "
        "WHERE c.relnamespace = 'hub'::regnamespace "
        "UNION ALL SELECT 'function', p.oid::regprocedure::text, p.proacl::text, md5(p.prosrc) "
        "FROM pg_proc p WHERE p.pronamespace = 'hub'::regnamespace "
        "UNION ALL SELECT 'policy', tablename || policyname, roles::text, qual FROM pg_policies "
        "UNION ALL SELECT 'schema', nspname, nspacl::text, obj_description(oid, 'pg_namespace') "
        "FROM pg_namespace WHERE nspname IN ('hub', 'public') "
        "UNION ALL SELECT 'database', '', datacl::text, '' FROM pg_database "
        "WHERE datname = current_database() "
        "UNION ALL SELECT 'revision', version_num, '', '' FROM hub.alembic_version "
        "UNION ALL SELECT 'role', rolname, rolcreaterole::text, rolcanlogin::text FROM pg_roles r "
        "WHERE starts_with(rolname, (SELECT replace(nspowner::regrole::text, 'owner', '') "
        "FROM pg_namespace WHERE nspname = 'hub'))"
    )
    with server.superuser(database_of(url)) as connection:
        (owner,) = connection.execute(
            "SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'hub'"
        ).fetchone()
        rows = connection.execute(asked).fetchall()
    prefix, name = owner.removesuffix("owner"), urlsplit(url).username
    (found,) = {len(rows)}
    assert found > 100
    # md5 of bodies differs where a body names a role, so those are compared by name alone.
    return sorted(
        tuple(str(cell).replace(prefix, "rv_").replace(name, "admin") for cell in row[:3])
        for row in rows
    )


def test_the_script_leaves_a_database_with_something_else_in_it_untouched(empty, psql, server):
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute("CREATE TABLE customers (n integer)")
    code, said = psql(empty, hub_script())
    assert code == 3
    assert "holds something else" in said
    with server.superuser(database_of(empty)) as connection:
        left = connection.execute(
            "SELECT count(*) FROM pg_namespace WHERE nspname = 'hub'"
        ).fetchone()
    assert left == (0,)


def test_each_script_is_for_a_hub_of_its_own():
    assert owner_in(hub_script()) != owner_in(hub_script())


def owner_in(script):
    return next(line for line in script.splitlines() if line.startswith("CREATE ROLE"))


def test_a_lead_is_let_in_by_the_administrator_and_it_is_recorded(desks, empty, server):
    lea, before = desks.lea, events(server, empty)
    assert "recovered" not in {what for what, _, _ in before}
    lost = desks.sit("lou")
    lost.join(lost.profile.membership.recover(administrator(empty), "Lou"))
    assert lost.profile.review.me.role == Role.LEAD
    recorded = [row for row in events(server, empty) if row not in before]
    assert (recorded[0][0], recorded[0][1]) == ("recovered", urlsplit(empty).username)
    assert recorded[0][2] == "Lou"
    lost.profile.membership.revoke("lea")
    assert not lea.sync().reachable


def test_a_lead_who_lost_their_machine_comes_back_as_themselves(desks, empty):
    before = desks.lea.profile.review.me
    again = desks.sit("new-laptop")
    again.join(again.profile.membership.recover(administrator(empty), "LEA"))
    assert again.profile.review.me == before


def test_in_a_database_without_a_hub_nobody_is_let_in(desks, empty):
    with pytest.raises(HubMisused, match="there is no hub in this database"):
        desks.membership().recover(administrator(empty), "lea")


def test_the_first_leads_lost_enrolment_is_replaced(desks, empty):
    lost = desks.membership().init(administrator(empty), "lea").enrolment
    lea = desks.sit("lea")
    fresh = lea.profile.membership.recover(administrator(empty), "Lea")
    with pytest.raises(EnrolmentSpent):
        desks.membership().join(lost)
    lea.join(fresh)
    assert lea.profile.review.me.name == "Lea"
