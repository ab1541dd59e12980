"""Every role, with its own login and psql: what is not theirs is refused or gives nothing."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import psycopg
import pytest

from tests.hub.attacks import ACTS, OF_LEADS, READABLE, READS
from tests.hub.cast import Cast, Member
from tests.hub.stage import Stage
from tests.postgres import with_database

MEMBERS_ONLY = (
    "hello(0, NULL)",
    "tally()",
    "members()",
    "heads()",
    "news('0', 0, 10)",
    "reach_after(NULL, 10)",
    "leave_team()",
    "rename_me('x')",
    "end_stalls()",
)
"""Calls that are refused to whoever has not joined."""

MEMBERS = ("ana", "lead", "intake", "auditor", "invited")

REFUSED = "42501"
"""PostgreSQL's word for a right that is not there."""


def given(who: Member, statement: str, values: dict[str, Any] | None = None) -> list[Any]:
    """What somebody gets: the values of all rows that are any; nothing where it is refused."""
    try:
        rows = who.rows(statement, **(values or {}))
    except psycopg.errors.InsufficientPrivilege:
        return []
    return [value for row in rows for value in row if value not in (None, False, [], {})]


@pytest.mark.parametrize("attack", READS)
def test_a_reviewer_reads_nothing_that_is_not_theirs(stage: Stage, attack: str) -> None:
    assert given(stage.ana, READS[attack], stage.values) == []


@pytest.mark.parametrize("attack", READS)
def test_who_is_only_invited_reads_nothing(stage: Stage, attack: str) -> None:
    assert given(stage.invited, READS[attack], stage.values) == []


def test_the_attacks_would_find_what_is_there(stage: Stage) -> None:
    """Whoever may see these things finds them by the same statements."""
    for who, attack in (
        (stage.cara, "an item"),
        (stage.cara, "its content through the function"),
        (stage.cara, "a piece of its file"),
        (stage.cara, "the words of a decision"),
        (stage.cara, "entries about it"),
        (stage.ben, "blind entries"),
        (stage.ben, "the words of a blind one"),
        (stage.ben, "another device's chain"),
        (stage.ben, "a content that went to another"),
        (stage.ben, "a blind row of the feed"),
        (stage.lead, "everybody with their invitations"),
        (stage.lead, "gold through the function"),
        (stage.auditor, "a blind entry"),
    ):
        assert given(who, READS[attack], stage.values), (who.name, attack)


def test_who_is_only_invited_sees_no_row_and_no_answer(stage: Stage) -> None:
    for table in stage.rows_of():
        assert given(stage.invited, f'SELECT * FROM hub."{table}"') == [], table
    for call in ("me()", "my_role()", "my_device()", "audiences()", "leases()", "stalls()"):
        assert given(stage.invited, f"SELECT hub.{call}") == [], call
    for call in MEMBERS_ONLY:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            stage.invited.rows(f"SELECT hub.{call}")


def test_who_was_revoked_does_not_get_in(stage: Stage) -> None:
    with pytest.raises(psycopg.OperationalError):
        stage.gone.rows("SELECT 1")


def test_who_was_revoked_sees_nothing_even_if_their_login_were_left(stage: Stage) -> None:
    """The policies ask for the person: a login that an administrator opens again is nobody's."""
    with stage.owner() as owner:
        owner.execute(f"ALTER ROLE \"{stage.gone.login}\" LOGIN PASSWORD 'opened again'")
    again = Member("gone", stage.gone.url.replace(stage.gone.url.split(":")[2].split("@")[0],
                   "opened%20again"), stage.gone.device)  # fmt: skip
    for table in READABLE:
        assert given(again, f"SELECT * FROM hub.{table}") == []
    for attack in READS.values():
        assert given(again, attack, stage.values) == []
    with stage.owner() as owner:
        owner.execute(f'ALTER ROLE "{stage.gone.login}" NOLOGIN')


def test_an_auditor_sees_all_and_each_content_read_is_kept(stage: Stage) -> None:
    kept = "SELECT count(*) FROM reading WHERE person_id = %s AND item_id = %s"
    for call in ("SELECT * FROM hub.contents(ARRAY[%(secret)s]::uuid[])",
                 "SELECT hub.chunk(%(file)s, 0)"):  # fmt: skip
        with stage.owner() as owner:
            owner.execute("DELETE FROM reading")
            assert given(stage.auditor, call, stage.values)
            rows = owner.execute(kept, (stage.auditor.person, stage.secret.id)).fetchall()
        assert rows == [(1,)], call


@pytest.mark.parametrize("who", MEMBERS)
@pytest.mark.parametrize("attack", ACTS)
def test_no_member_changes_the_hub_or_becomes_another(stage: Stage, who: str, attack: str) -> None:
    member: Member = getattr(stage, who)
    said: list[str | None] = []
    with stage.ben.linked(), member.linked() as link:
        link.add_notice_handler(lambda notice: said.append(notice.sqlstate))
        try:
            link.execute(ACTS[attack].format(**stage.names(member)))
        except psycopg.Error as error:
            said.append(error.sqlstate)
    assert REFUSED in said or "01007" in said, said  # the second: no privileges were granted


@pytest.mark.parametrize("who", MEMBERS)
def test_nobody_writes_into_a_table_by_hand(stage: Stage, who: str) -> None:
    member: Member = getattr(stage, who)
    before = stage.rows_of()
    with member.linked() as link:
        for table in before:
            for statement in (
                f'INSERT INTO hub."{table}" DEFAULT VALUES',
                f'DELETE FROM hub."{table}"',
                f'TRUNCATE hub."{table}" CASCADE',
                f'COPY hub."{table}" FROM STDIN',
                f'LOCK TABLE hub."{table}" IN SHARE MODE',
                f'LOCK TABLE hub."{table}" IN ACCESS EXCLUSIVE MODE',
                f'ALTER TABLE hub."{table}" ADD COLUMN mine int',
                f'DROP TABLE hub."{table}" CASCADE',
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    link.execute(f"BEGIN; {statement}")
                link.execute("ROLLBACK")
        for table, column in columns(stage):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                link.execute(f'UPDATE hub."{table}" SET "{column}" = NULL')
    assert stage.rows_of() == before


def columns(stage: Stage) -> list[tuple[str, str]]:
    with stage.owner() as owner:
        return owner.execute(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = 'hub' AND is_identity = 'NO'"
        ).fetchall()


@pytest.mark.parametrize("who", ["ana", "intake", "auditor", "invited"])
@pytest.mark.parametrize("act", OF_LEADS)
def test_what_leads_do_nobody_else_does(stage: Stage, who: str, act: str) -> None:
    member: Member = getattr(stage, who)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        member.rows(OF_LEADS[act].format(**stage.names(member)))


def test_dropping_what_depends_on_the_members_role_drops_no_policy(stage: Stage) -> None:
    policies = "SELECT tablename, policyname, qual FROM pg_policies WHERE schemaname = 'hub'"
    rights = "SELECT relname, relacl::text FROM pg_class WHERE relnamespace = 'hub'::regnamespace"
    with stage.owner() as owner:
        before = [set(owner.execute(query).fetchall()) for query in (policies, rights)]
        member = stage.owner_role.replace("_owner", "_member")
        with stage.ana.linked() as link, suppress(psycopg.errors.InsufficientPrivilege):
            link.execute(f'DROP OWNED BY "{member}"')
        assert [set(owner.execute(query).fetchall()) for query in (policies, rights)] == before
    assert stage.ben.rows("SELECT count(*) FROM hub.person") != [(0,)]


@pytest.fixture(scope="module")
def other(server) -> Iterator[Cast]:
    with Cast(server) as made:
        yield made


def test_a_lead_of_one_hub_is_nobody_in_another(stage: Stage, other: Cast) -> None:
    name = stage.names(stage.ana)["database"]
    for who in (other.lead, other.ana, other.invited):
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            psycopg.connect(with_database(who.url, name))
    victim = stage.ben.login
    for statement in (
        f"ALTER ROLE \"{victim}\" PASSWORD 'x'",
        f'DROP ROLE "{victim}"',
        f"SELECT hub.close_login('{victim}')",
        f'SET ROLE "{stage.owner_role}"',
        f'GRANT "{stage.owner_role}" TO CURRENT_USER',
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            other.lead.rows(statement)
    with pytest.raises(psycopg.errors.InvalidParameterValue):  # nobody there has this name
        other.lead.rows("SELECT hub.revoke_member('cara of the first hub')")


def test_a_member_makes_nothing_in_the_databases_that_everybody_may_enter(stage: Stage) -> None:
    url = with_database(stage.ana.url, "postgres")
    for statement in ("CREATE TABLE mine (a int)", "CREATE SCHEMA mine"):
        with psycopg.connect(url) as link, pytest.raises(psycopg.errors.InsufficientPrivilege):
            link.execute(statement)
