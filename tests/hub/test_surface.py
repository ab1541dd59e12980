"""Whatever members may call and read, walked through: with arguments that nobody sends."""

import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests.hub.attacks import CALLABLE, READABLE
from tests.hub.cast import Member
from tests.hub.stage import Stage


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
            "FROM pg_class c CROSS JOIN LATERAL (SELECT array_agg(p) AS held "
            "FROM unnest(%s::text[]) p WHERE CASE WHEN c.relkind = 'S' "
            "THEN has_sequence_privilege(%s, c.oid, 'USAGE') "
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
                answer = answered(link, call.format(**names))
                assert not (who == "cleo" and mentions(answer, stage)), call
        link.execute("SELECT 1")  # nothing took the server down
    assert tried > 300
    after = stage.rows_of()
    own = marks(stage, member)
    for table, rows in before.items():
        for row in rows ^ after[table]:
            is_allowed = any(mark in row for mark in own)
            is_shared = who == "intake" and table in {"source_cursor", "origin"}
            assert is_allowed or is_shared, (table, row[:200])


def answered(link: psycopg.Connection, call: str) -> list[Any]:
    """What a call gives; nothing where it is refused, which is not to end in a time-out."""
    try:
        return link.execute(call).fetchall()
    except (psycopg.errors.QueryCanceled, psycopg.errors.InternalError_):
        raise
    except psycopg.Error:
        return []


def marks(stage: Stage, member: Member) -> list[str]:
    """What is in every row that is somebody's own: login, device, and ids, earlier ones too."""
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
