"""The server of the tests: what the other tests rely on."""

import psycopg
import pytest

from tests.postgres import OwnServer, Server


def test_an_administrator_of_a_fresh_hub_is_no_superuser(empty: str) -> None:
    with psycopg.connect(empty) as connection:
        rights = connection.execute(
            "SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert rights == (False, True, True)


def test_a_wrong_password_is_refused(empty: str) -> None:
    with pytest.raises(psycopg.OperationalError, match="authentication failed"):
        psycopg.connect(empty.replace("@", "x@"))


def test_a_dropped_hub_leaves_no_role_behind(server: Server) -> None:
    url = server.fresh_hub()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE ROLE rv_0a0b0c0d_owner")
        connection.execute("GRANT rv_0a0b0c0d_owner TO CURRENT_USER")
        connection.execute("CREATE SCHEMA hub AUTHORIZATION rv_0a0b0c0d_owner")
    server.drop(url)
    with server.superuser() as connection:
        left = connection.execute(
            "SELECT count(*) FROM pg_roles WHERE starts_with(rolname, 'rv_0a0b0c0d_')"
        ).fetchone()
    assert left == (0,)


def test_a_server_that_was_stopped_answers_nobody_and_then_has_everything() -> None:
    own = OwnServer()
    try:
        with own.superuser() as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1 AS n")
        own.stop()
        with pytest.raises(psycopg.OperationalError):
            own.superuser()
        own.start()
        with own.superuser() as connection:
            assert connection.execute("SELECT n FROM kept").fetchone() == (1,)
    finally:
        own.close()
    assert not own._folder.exists()
