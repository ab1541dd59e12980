"""A hub in a database that sorts as people do, where a name and a text are compared otherwise."""

import pytest
from psycopg import sql

from reviewer_app.store.hub import admin
from tests.hub.cast import account_of
from tests.postgres import database_of

LOCALE = "C.UTF-8"


@pytest.fixture
def elsewhere(server):
    """The address of an empty database in another locale than the one of the tests."""
    url = server.fresh_hub()
    name = sql.Identifier(database_of(url))
    with server.superuser() as link:
        (owner,) = link.execute(
            "SELECT datdba::regrole::text FROM pg_database WHERE datname = %s", (database_of(url),)
        ).fetchone()
        link.execute(sql.SQL("DROP DATABASE {}").format(name))
        link.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 LOCALE {}").format(
                name, sql.Identifier(owner), sql.Literal(LOCALE)
            )
        )
    yield url
    server.drop(url)


@pytest.mark.parametrize("function", ["me", "my_device"])
def test_who_asks_is_found_by_an_index_in_any_language(server, elsewhere, function):
    admin.init(account_of(elsewhere))
    with server.superuser(database_of(elsewhere)) as link:
        (body,) = link.execute(
            "SELECT prosrc FROM pg_proc WHERE pronamespace = 'hub'::regnamespace AND proname = %s",
            (function,),
        ).fetchone()
        link.execute("SET search_path = hub")
        link.execute("SET enable_seqscan = off")
        asked = body.partition("RETURN (")[2].rpartition(");")[0]
        plan = "\n".join(line for (line,) in link.execute(f"EXPLAIN {asked}"))
    assert "login_pkey" in plan
    assert "Seq Scan" not in plan
