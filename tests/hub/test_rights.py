"""Every role, with its own login and psql: what is not theirs is refused or gives nothing."""

import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from reviewer_app.domain.identity import annotator_id
from reviewer_app.domain.records import (
    Decline,
    Erasure,
    Escalation,
    ModeChange,
    PolicyVersion,
    Release,
    Unblinding,
)
from reviewer_app.domain.vocabulary import Mode, Verdict
from tests.hub.attacks import ACTS, OF_LEADS, READS
from tests.hub.cast import Cast, Member, shipped
from tests.hub.stage import Stage, new_id, now
from tests.postgres import with_database

MEMBERS = ("ana", "lead", "intake", "auditor", "invited")

REFUSED = "42501"
"""PostgreSQL's word for a right that is not there."""

READABLE = {
    "person", "device", "policy_version", "mode_change", "item", "selection", "attachment",
    "witness", "device_state",
}  # fmt: skip

CALLABLE = {
    "my_device", "me", "my_role", "audiences", "is_me", "in_reach", "was_in_reach", "knows",
    "has_judged", "sees_decision", "sees_entry", "entries_about", "own_entries", "texts_of",
    "gold_of", "put_facts", "put_items", "contents", "sizes", "states", "put_chunk", "chunk",
    "claim", "release_claims", "leases", "take_source", "free_source", "invite", "join_team",
    "bring_history", "put_annotators", "revoke_member", "leave_team", "change_member", "set_away",
    "rename_me", "change_password", "change_key", "new_segment", "members", "epoch", "hello",
    "news", "horizon", "has_read", "reach_after", "tally", "heads", "put_witness", "stalls",
    "end_stalls",
}  # fmt: skip
"""What members may call. Whoever adds a function adds attacks on it here."""


@pytest.fixture(scope="module")
def stage(server) -> Iterator[Stage]:
    with Stage(server) as made:
        yield made


def given(who: Member, statement: str, values: dict[str, Any] | None = None) -> list[Any]:
    """What somebody gets: the values of all rows that are any; nothing where it is refused."""
    try:
        rows = who.rows(statement, **(values or {}))
    except psycopg.Error as error:
        assert error.sqlstate == REFUSED, f"{error.sqlstate} {error}"
        return []
    return [value for row in rows for value in row if value not in (None, False, [], {})]


# What somebody may not see


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
    for call in ("hello(0, NULL)", "tally()", "members()", "heads()", "news('0', 0, 10)",
                 "reach_after(NULL, 10)", "leave_team()", "rename_me('x')", "end_stalls()"):  # fmt: skip
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


# What somebody may not do


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
        with stage.ana.linked() as link:
            try:
                link.execute(f'DROP OWNED BY "{member}"')
            except psycopg.Error as error:
                assert error.sqlstate == REFUSED
        assert [set(owner.execute(query).fetchall()) for query in (policies, rights)] == before
    assert stage.ben.rows("SELECT count(*) FROM hub.person") != [(0,)]


# Facts that are not theirs to make


def escalation(who: Member, item: Any, decision: Any, **fields: Any) -> Escalation:
    made = {
        "id": new_id(),
        "item_id": item.id,
        "decision_id": decision.id,
        "person_id": who.person,
        "to": "leads",
        "to_person": None,
        "reason": "hard",
        "at": now(),
    }
    return Escalation(**made | fields)


def decline(who: Member, item: Any, **fields: Any) -> Decline:
    made = {"id": new_id(), "item_id": item.id, "person_id": who.person, "reason": "", "at": now()}
    return Decline(**made | fields)


FORBIDDEN = {
    "decide what was never theirs": lambda s: (s.ana, s.ana.decision(s.secret)),
    "decline what was never theirs": lambda s: (s.ana, decline(s.ana, s.secret)),
    "decide as another": lambda s: (s.ana, s.ana.decision(s.mine, person_id=s.ben.person)),
    "decline as another": lambda s: (s.ana, decline(s.ana, s.mine, person_id=s.ben.person)),
    "decide as a lead": lambda s: (s.ana, s.ana.decision(s.mine, person_id=s.lead.person)),
    "decide as nobody": lambda s: (s.ana, s.ana.decision(s.mine, person_id=uuid4())),
    "decide on another's device": lambda s: (
        s.ana, s.ana.decision(s.mine, device_id=s.ben.device)),
    "decide on another content": lambda s: (s.ana, s.ana.decision(s.mine, content_hash="0" * 64)),
    "decide on no item": lambda s: (s.ana, s.ana.decision(s.mine, item_id=uuid4())),
    "decide as if imported": lambda s: (
        s.ana, s.ana.decision(s.secret, person_id=annotator_id("feed", "x"), origin="imported")),
    "settle": lambda s: (s.ana, s.ana.decision(s.mine, settles=[s.hidden.id])),
    "take back another's": lambda s: (s.ana, s.ana.decision(s.blind, None, retracts=s.hidden.id)),
    "take back another's elsewhere": lambda s: (
        s.ana, s.ana.decision(s.mine, None, retracts=s.decided.id)),
    "decide without a verdict": lambda s: (s.ana, s.ana.decision(s.mine, None)),
    "hand on another's decision": lambda s: (s.ana, escalation(s.ana, s.blind, s.hidden)),
    "hand on what was never theirs": lambda s: (s.ana, escalation(s.ana, s.secret, s.decided)),
    "assign": lambda s: (s.ana, s.assignment(s.ana, s.mine)),
    "assign to themselves": lambda s: (s.ana, s.assignment(s.ana, s.gone_to_ben)),
    "assign as a lead": lambda s: (s.ana, s.assignment(s.lead, s.mine)),
    "put a policy in force": lambda s: (s.ana, policy(s.ana)),
    "change the mode": lambda s: (s.ana, mode(s.ana)),
    "erase": lambda s: (s.ana, erasure(s.ana, s.mine)),
    "unblind": lambda s: (s.ana, Unblinding(
        id=new_id(), item_id=s.blind.id, person_id=s.ana.person, at=now())),
    "release": lambda s: (s.ana, release(s.ana, s.mine)),
    "release as nobody": lambda s: (s.ana, release(s.ana, s.mine, person_id=None)),
    "decide as intake": lambda s: (s.intake, s.intake.decision(s.mine)),
    "decline as intake": lambda s: (s.intake, decline(s.intake, s.mine)),
    "import as a reviewer of the team": lambda s: (
        s.intake, s.intake.decision(s.mine, person_id=s.ben.person, origin="imported")),
    "import as themselves": lambda s: (s.intake, s.intake.decision(s.mine, origin="imported")),
    "assign as intake": lambda s: (s.intake, s.assignment(s.intake, s.mine)),
    "apply as intake": lambda s: (s.intake, policy(s.intake)),
    "change the mode as intake": lambda s: (s.intake, mode(s.intake)),
    "decide as auditor": lambda s: (s.auditor, s.auditor.decision(s.mine)),
    "decline as auditor": lambda s: (s.auditor, decline(s.auditor, s.mine)),
    "release as auditor": lambda s: (s.auditor, release(s.auditor, s.mine)),
    "erase as auditor": lambda s: (s.auditor, erasure(s.auditor, s.mine)),
    "assign as auditor": lambda s: (s.auditor, s.assignment(s.auditor, s.mine)),
    "apply as auditor": lambda s: (s.auditor, policy(s.auditor)),
    "decide as another, a lead": lambda s: (s.lead, s.lead.decision(s.mine, person_id=s.ben.person)),
    "import as a reviewer, a lead": lambda s: (
        s.lead, s.lead.decision(s.mine, person_id=s.ben.person, origin="imported")),
    "assign to nobody's id": lambda s: (s.lead, s.assignment(s.lead, s.mine, uuid4())),
    "assign to who is gone": lambda s: (s.lead, s.assignment(s.lead, s.mine, s.gone_id)),
    "apply a number that was": lambda s: (s.lead, policy(s.lead, number=7)),
    "unblind as another lead": lambda s: (s.lead, Unblinding(
        id=new_id(), item_id=s.blind.id, person_id=s.second_lead.person, at=now())),
}  # fmt: skip
"""Facts, by who sends them; the hub keeps each as refused, with its reason, and makes none of it."""


def policy(who: Member, **fields: Any) -> PolicyVersion:
    made = {"id": new_id(), "number": 1, "name": "mine", "text": "", "person_id": who.person,
            "at": now()}  # fmt: skip
    return PolicyVersion(**made | fields)


def mode(who: Member) -> ModeChange:
    return ModeChange(id=new_id(), workflow="support", step="reply", mode=Mode.AUTO,
                      person_id=who.person, reason="", at=now())  # fmt: skip


def erasure(who: Member, item: Any) -> Erasure:
    return Erasure(id=new_id(), item_id=item.id, content_hash=item.content_hash,
                   person_id=who.person, reason="", at=now())  # fmt: skip


def release(who: Member, item: Any, **fields: Any) -> Release:
    made = {"id": new_id(), "item_id": item.id, "person_id": who.person, "reason": "", "at": now()}
    return Release(**made | fields)


@pytest.mark.parametrize("attempt", FORBIDDEN)
def test_a_fact_that_is_not_theirs_to_make_is_kept_as_refused(stage: Stage, attempt: str) -> None:
    before = stage.rows_of()
    who, fact = FORBIDDEN[attempt](stage)
    (outcome,) = who.put(fact)
    assert outcome not in {"added", "known", "conflict"}
    after = stage.rows_of()
    changed = {table for table in before if before[table] != after[table]}
    assert changed == {"journal"}


def test_who_lost_an_item_does_not_bring_it_back_by_handing_it_to_themselves(stage: Stage) -> None:
    (lost,) = stage.pull(shipped(7))
    content = "SELECT output FROM hub.contents(%s)"
    assert stage.ana.rows(content, [lost.id]) == [("answer 7",)]
    stage.lead.put(stage.assignment(stage.lead, lost, stage.ben.person))
    for to in ({"to_person": stage.ana.person}, {"to": "everyone"}, {"to": "reviewer"}):
        decision = stage.ana.decision(lost, Verdict.ESCALATE)
        outcomes = stage.ana.put(decision, escalation(stage.ana, lost, decision, **to))
        assert outcomes == ["added", "it brings the item to themselves"]  # the opinion is kept
        assert stage.ana.rows(content, [lost.id]) == []
        assert stage.ben.rows(content, [lost.id]) == [("answer 7",)]


def test_an_id_of_anothers_fact_tells_nothing(stage: Stage) -> None:
    """Not even whether there is one: a guess is not confirmed."""
    taken = stage.ana.put(stage.ana.decision(stage.secret, id=stage.decided.id))
    free = stage.ana.put(stage.ana.decision(stage.secret))
    absent = stage.ana.put(stage.ana.decision(stage.secret, item_id=uuid4()))
    assert free == absent
    assert taken != ["added"]


@pytest.mark.parametrize(
    "changed",
    [
        {"hash": "0" * 64},
        {"body_hash": "0" * 64},
        {"previous_hash": "1" * 64},
        {"n": 1_000},
        {"n": 0},
        {"n": -1},
        {"kind": "person"},
        {"kind": "journal"},
        {"kind": 'decision"; DROP TABLE hub.item; --'},
        {"body": "{}"},
        {"body": "not json"},
        {"device_id": None},
    ],
    ids=str,
)
def test_a_broken_chain_is_refused_as_a_whole(stage: Stage, changed: dict[str, Any]) -> None:
    before = stage.rows_of()
    entry = stage.ana.entry(stage.ana.decision(stage.mine), **changed)
    with stage.ana.linked() as link, pytest.raises(psycopg.Error):
        send(link, entry, stage.ana.device if "device_id" not in changed else None)
    assert stage.rows_of() == before


def test_nobody_writes_on_anothers_chain(stage: Stage) -> None:
    for device in (stage.ben.device, stage.lead.device, uuid4()):
        entry = stage.ana.entry(stage.ana.decision(stage.mine))
        with (
            stage.ana.linked() as link,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            send(link, entry, device)


def send(link: psycopg.Connection, entry: Any, device: Any) -> None:
    link.execute(
        "SELECT hub.put_facts(%s, %s::integer[], %s::text[], %s::uuid[], %s::text[], %s::text[], "
        "%s::text[], %s::text[], '{\"\"}', '{\"\"}', '{NULL}', '{NULL}')",
        (
            device,
            [entry.n],
            [entry.kind],
            [entry.fact_id],
            [entry.body],
            [entry.body_hash],
            [entry.previous_hash],
            [entry.hash],
        ),
    )


BODIES = {
    "a column of its own": {"id": None, "refused": "x"},
    "a field twice": '{"v":1,"kind":"decision","kind":"decision"}',
    "a list": "[]",
    "a number": "7",
    "a deep one": "[" * 5_000 + "]" * 5_000,
    "settles that are no list": {"settles": "x"},
    "a person that is no id": {"person_id": "x"},
    "a long number": {"active_seconds": 10**400},
    "another version": {"v": 2},
    "another id": {"id": str(uuid4())},
    "another kind": {"kind": "erasure"},
    "no item": {"item_id": None},
    "nulls": dict.fromkeys(("id", "item_id", "person_id", "verdict", "content_hash")),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_was_made_by_hand_makes_no_fact(stage: Stage, name: str) -> None:
    before = stage.rows_of(["decision", "decision_text", "item", "content", "reach", "feed"])
    body = BODIES[name]
    if isinstance(body, dict):
        whole = json.loads(stage.ana.entry(stage.ana.decision(stage.mine)).body)
        body = json.dumps(whole | body)
    kept = stage.ana.head
    try:
        assert stage.ana.put_body("decision", uuid4(), body) not in {"added", "known"}
    except psycopg.Error:
        stage.ana.head = kept
    assert stage.rows_of(list(before)) == before


# What others judge blind


OBSERVED = (
    *(f"SELECT * FROM hub.{table}" for table in sorted(READABLE)),
    "SELECT * FROM hub.feed",
    "SELECT * FROM hub.decision",
    "SELECT * FROM hub.journal",
    "SELECT hub.tally()->'counts'",
    "SELECT hub.heads()",
    "SELECT * FROM hub.news('0', 0, 5000)",
    "SELECT * FROM hub.leases()",
    "SELECT * FROM hub.reach_after(NULL, 5000)",
    "SELECT * FROM hub.states(%(blinds)s)",
    "SELECT * FROM hub.entries_about(%(blinds)s, true)",
    "SELECT * FROM hub.texts_of(%(blinds)s)",
    "SELECT * FROM hub.contents(%(blinds)s)",
    "SELECT * FROM hub.gold_of(%(blinds)s)",
    "SELECT hub.knows(%(blind)s), hub.in_reach(%(blind)s), hub.has_judged(%(blind)s)",
    "SELECT hub.sees_decision(%(blind)s, %(ben)s, 'reject')",
    "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT * FROM hub.decision "
    "WHERE item_id = %(blind)s",
    "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT * FROM hub.journal "
    "WHERE item_id = %(blind)s",
    "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT * FROM hub.feed "
    "WHERE subject = %(blind)s",
    "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT * FROM hub.item "
    "WHERE id = %(blind)s",
)
"""All that a reviewer can ask, and that could tell them that somebody judged."""


def observed(stage: Stage, who: Member) -> dict[str, Any]:
    values = {
        "blinds": [stage.second_blind.id],
        "blind": stage.second_blind.id,
        "ben": stage.ben.person,
    }
    seen: dict[str, Any] = {}
    for statement in OBSERVED:
        try:
            seen[statement] = sorted(map(str, who.rows(statement, **values)))
        except psycopg.Error as error:
            seen[statement] = error.sqlstate
    return seen


def test_nothing_tells_a_reviewer_that_another_judged_what_they_judge_too(stage: Stage) -> None:
    before = observed(stage, stage.ana)
    decision = stage.judge_blind(stage.ben, stage.second_blind)
    assert observed(stage, stage.ana) == before
    stage.ben.put(stage.ben.decision(stage.second_blind, None, retracts=decision.id))
    assert observed(stage, stage.ana) == before
    stage.judge_blind(stage.ben, stage.second_blind)
    assert stage.ana.put(stage.ana.decision(stage.second_blind)) == ["added"]
    after = observed(stage, stage.ana)
    entries = "SELECT * FROM hub.entries_about(%(blinds)s, true)"
    assert len(after[entries]) == 4  # now that both judged, all of it is open


def test_who_looks_while_deciding_and_takes_it_back_sees_nothing(stage: Stage) -> None:
    """Deciding opens what is blind; within the transaction it could still be undone."""
    with stage.cleo.linked(autocommit=False) as link:
        head = stage.cleo.head
        assert stage.cleo.put_over(link, stage.cleo.decision(stage.blind)) == ["added"]
        rows = link.execute(
            "SELECT * FROM hub.entries_about(%s, true)", ([stage.blind.id],)
        ).fetchall()
        gold = link.execute("SELECT * FROM hub.gold_of(%s)", ([stage.gold.id],)).fetchall()
        link.rollback()
        stage.cleo.head = head
    assert {row[0] for row in rows} == {stage.cleo.device}
    assert gold == []


# Other hubs and databases on the same server


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


# Nothing new without a test


def test_members_may_call_what_is_tested_here_and_nothing_else(stage: Stage) -> None:
    with stage.owner() as owner:
        rows = owner.execute(
            "SELECT p.proname, has_function_privilege(%s, p.oid, 'EXECUTE'), p.prosecdef, "
            "p.proconfig FROM pg_proc p WHERE p.pronamespace = 'hub'::regnamespace",
            (stage.ana.login,),
        ).fetchall()
    assert {name for name, may, *_ in rows if may} == CALLABLE
    for name, _, is_definer, settings in rows:
        assert "search_path=hub, pg_temp" in (settings or []), name
        assert is_definer or name not in CALLABLE, name


def test_members_may_read_what_is_tested_here_and_write_nothing(stage: Stage) -> None:
    with stage.owner() as owner:
        rows = owner.execute(
            "SELECT c.relname, c.relkind::text, c.relrowsecurity AND c.relforcerowsecurity, p.held "
            "FROM pg_class c CROSS JOIN LATERAL (SELECT array_agg(p) AS held FROM unnest(%s::text[])"
            " p WHERE CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(%s, c.oid, 'USAGE') "
            "ELSE has_table_privilege(%s, c.oid, p) OR (p IN ('SELECT', 'INSERT', 'UPDATE', "
            "'REFERENCES') AND has_any_column_privilege(%s, c.oid, p)) END) p "
            "WHERE c.relnamespace = 'hub'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')",
            (
                ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"],
                *[stage.ana.login] * 3,
            ),
        ).fetchall()
    assert {name for name, _, _, held in rows if held} == READABLE
    for name, kind, is_guarded, held in rows:
        assert held in (None, ["SELECT"]), name
        assert is_guarded or kind == "S" or name == "alembic_version", name


# Arguments that nobody sends


NASTY: dict[str, tuple[str, ...]] = {
    "uuid": ("gen_random_uuid()", "'{secret}'", "'{ben_device}'", "'{ben_person}'", "'{blind}'"),
    "uuid[]": ("'{{}}'", "ARRAY['{secret}', '{blind}', NULL]::uuid[]", "'{{{{}}}}'",
               "(SELECT array_agg(gen_random_uuid()) FROM generate_series(1, 20000))"),
    "text": ("''", "'''; DROP TABLE hub.item; --'", "repeat('x', 1000000)", "E'\\u202e\\n'",
             "'{{\"a\": 1}}'", "'ben'", "'feed'", "'lead'", "'%s %I %L'", "'NULL'"),
    "text[]": ("'{{}}'", "ARRAY[NULL]::text[]", "ARRAY['x', '''', '\"', '\\']",
               "array_fill('x'::text, ARRAY[20000])"),
    "integer": ("0", "-1", "2147483647"),
    "integer[]": ("'{{}}'", "ARRAY[NULL]::integer[]", "ARRAY[1, 1]", "array_fill(1, ARRAY[20000])"),
    "bigint": ("0", "-1", "9223372036854775807"),
    "boolean": ("true", "false"),
    "json": ("'[]'", "'{{}}'", "'null'", "'\"x\"'", "'[[[[1]]]]'", "'[null, 1, {{}}]'"),
    "json[]": ("'{{}}'", "ARRAY['{{}}', NULL, 'null']::json[]",
               "ARRAY['{{\"item\": {{\"id\": \"{secret}\", \"source\": \"feed\"}}}}']::json[]"),
    "bytea": ("''", "'\\x00'", "decode(repeat('00', 2000000), 'hex')"),
    "xid8": ("'0'", "'18446744073709551615'"),
    "timestamp with time zone": ("'infinity'", "'-infinity'", "now()"),
}  # fmt: skip
"""For each type of an argument, values besides NULL; ids of others' things in braces."""

ENDING = {"leave_team", "join_team", "change_password", "new_segment"}
"""Functions that end or change the caller's own membership; their arguments are tried elsewhere."""


def signatures(stage: Stage) -> list[tuple[str, list[str]]]:
    with stage.owner() as owner:
        rows = owner.execute(
            "SELECT p.proname, ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) "
            "WITH ORDINALITY AS a (t, n) ORDER BY n) FROM pg_proc p "
            "WHERE p.pronamespace = 'hub'::regnamespace AND has_function_privilege(%s, p.oid, "
            "'EXECUTE') ORDER BY 1",
            (stage.ana.login,),
        ).fetchall()
    return [(name, types) for name, types in rows if name not in ENDING]


def calls(name: str, types: list[str]) -> Iterator[str]:
    """The function with nothing but NULL, then with each bad value in each place."""
    yield f"SELECT hub.{name}({', '.join('NULL::' + kind for kind in types)})"
    usual = [NASTY[kind][0] + "::" + kind for kind in types]
    for n, kind in enumerate(types):
        for value in ("NULL", *NASTY[kind]):
            given = [*usual[:n], f"{value}::{kind}", *usual[n + 1 :]]
            yield f"SELECT hub.{name}({', '.join(given)})"


@pytest.mark.parametrize("who", ["cleo", "invited", "auditor", "intake"])
def test_no_argument_makes_a_function_touch_what_is_not_the_callers(stage: Stage, who: str) -> None:
    """Whatever is called with whatever: every row that changes is the caller's own."""
    member: Member = getattr(stage, who)
    names = {
        "secret": stage.secret.id,
        "blind": stage.blind.id,
        "ben_device": stage.ben.device,
        "ben_person": stage.ben.person,
    }
    before = stage.rows_of()
    tried = 0
    with member.linked() as link:
        link.execute("SET statement_timeout = '20s'")
        for name, types in signatures(stage):
            for call in calls(name, types):
                tried += 1
                try:
                    answer = link.execute(call.format(**names)).fetchall()
                except psycopg.Error as error:
                    assert not error.sqlstate.startswith(("XX", "57")), (
                        call
                    )  # no crash, no time-out
                else:
                    assert not (who == "cleo" and mentions(answer, stage)), call
    assert tried > 300
    after = stage.rows_of()
    own = marks(stage, member)
    for table, rows in before.items():
        for row in rows ^ after[table]:
            is_allowed = any(mark in row for mark in own)
            is_shared = who == "intake" and table in {"source_cursor", "origin"}
            assert is_allowed or is_shared, (table, row[:200])


def marks(stage: Stage, member: Member) -> list[str]:
    """What is in every row that is somebody's own: their login, device, and ids, earlier ones too."""
    with stage.owner() as owner:
        aliases = owner.execute(
            "SELECT id::text FROM person WHERE same_as = %s", (member.person,)
        ).fetchall()
    own = [] if member is stage.invited else [str(member.person), str(member.device)]
    return [member.login, *own, *(key for (key,) in aliases)]


def mentions(answer: list[Any], stage: Stage) -> bool:
    """Whether an answer has anything of what is out of a reviewer's reach."""
    text = str(answer)
    return any(
        re.search(str(secret), text)
        for secret in (
            "answer 2\\b",
            "the words of",
            "nobody else",
            stage.decided.id,
            stage.hidden.id,
        )
    )
