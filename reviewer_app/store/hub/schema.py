"""Making and upgrading a hub: its roles, tables, functions and rights, by an administrator."""

import io
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.sentences import sentence
from reviewer_app.store.hub.statements import (
    SOMETHING,
    Names,
    database_rights,
    fingerprint,
    program_statements,
    role_statements,
)

if TYPE_CHECKING:
    import psycopg

PROTOCOL = 1
"""The language that machines and hub speak; raised when an older program would do damage."""

OLDEST_SERVER = 150_000


class ServerTooOld(UsageError):
    """PostgreSQL is older than what a hub needs."""

    def __init__(self, version: int) -> None:
        super().__init__(
            sentence(
                "This PostgreSQL is version {version}; a hub needs 15 or later. Nothing was "
                "changed.",
                version=version // 10_000,
            )
        )


class DatabaseNotOurs(UsageError):
    """The database holds something else."""

    def __init__(self, name: str, seen: str) -> None:
        super().__init__(
            sentence(
                "The database “{name}” holds something else ({seen}), so no hub was made in it. "
                "It was left untouched. Create an empty database for the hub.",
                name=name,
                seen=seen,
            )
        )


class HubNewer(ReviewerError):
    """The hub was made by a later version of the program."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "The hub was made by a newer version of Reviewer. It was left untouched. Install "
                "the newer version to administer it."
            )
        )


class RightsMissing(UsageError):
    """The administrator cannot make roles."""

    def __init__(self, user: str) -> None:
        super().__init__(
            sentence(
                "{user} may not make roles on this server, which a hub needs for its members' "
                "logins. Grant CREATEROLE to {user}, or use another administrator. Nothing was "
                "changed.",
                user=user,
            )
        )


def make(bound: Connection) -> bool:
    """Makes the hub in an empty database, or brings it up to this program; whether it is new.

    Everything happens in the transaction that is open.

    Raises:
        ServerTooOld, DatabaseNotOurs, HubNewer, RightsMissing: nothing was changed.
    """
    connection = raw(bound)
    if connection.info.server_version < OLDEST_SERVER:
        raise ServerTooOld(connection.info.server_version)
    connection.execute("SET LOCAL lock_timeout = '20s'")  # a member could hold the lock
    connection.execute("SELECT pg_advisory_xact_lock(8246114)")  # two administrators at once
    known = owner_of(connection)
    if known is None:
        _check_empty(connection)
        hub_id = uuid.uuid4()
        names = Names.of(hub_id)
        _make_roles(connection, names)
    else:
        names = Names(known.removesuffix("owner"))
        hub_id = None
    with acting_as(connection, names.owner):
        connection.execute("SET LOCAL search_path = hub, pg_temp")
        command.upgrade(_config(bound), "head")
        _put_in_force(connection, names)
        if hub_id is not None:
            _stamp_new(connection, hub_id)
        else:
            _stamp_restored(connection)
    if known is not None:
        _close_to_others(connection, names)
    return hub_id is not None


def raw(bound: Connection) -> "psycopg.Connection[Any]":
    """The driver's connection below SQLAlchemy's, in the same transaction."""
    driver: psycopg.Connection[Any] = bound.connection.driver_connection  # type: ignore[assignment] # psycopg's, as the address says
    return driver


def owner_of(connection: "psycopg.Connection[Any]") -> str | None:
    """The role that owns the hub in this database; None where there is no hub of ours."""
    row = connection.execute(
        "SELECT n.nspowner::regrole::text FROM pg_namespace n WHERE n.nspname = 'hub' "
        "AND EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'journal')"
    ).fetchone()
    if row is None:
        return None
    return str(row[0]) if re.fullmatch(r"rv_[0-9a-f]{8}_owner", row[0]) else None


@contextmanager
def acting_as(connection: "psycopg.Connection[Any]", owner: str) -> Iterator[None]:
    """Statements as the hub's owner, within the transaction that is open."""
    connection.execute(f'SET LOCAL ROLE "{owner}"')
    yield
    connection.execute("RESET ROLE")


def script(hub_id: UUID) -> str:
    """What `make` runs in an empty database, as one transaction that an administrator may run."""
    names = Names.of(hub_id)
    stamp = (
        "INSERT INTO hub.hub (id, stamp, protocol, made_at, system) "
        f"SELECT '{hub_id}', '{uuid.uuid4()}', {PROTOCOL}, clock_timestamp(), hub.system();"
    )
    parts = [
        f"-- Makes the hub {hub_id} in the empty database that this is run in, all or nothing:",
        "--   psql -v ON_ERROR_STOP=1 -f FILE postgresql://ADMIN@HOST/DATABASE",
        "-- Print another one for another hub: the names of its roles carry the id above.",
        "BEGIN;",
        "SET LOCAL client_min_messages = warning;",
        f"DO $$ BEGIN IF current_setting('server_version_num')::integer < {OLDEST_SERVER} THEN",
        "  RAISE EXCEPTION 'a hub needs PostgreSQL 15 or later'; END IF;",
        f"IF EXISTS ({SOMETHING}) THEN",
        "  RAISE EXCEPTION 'this database holds something else'; END IF; END $$;",
        *role_statements(names),
        f'SET LOCAL ROLE "{names.owner}";',
        "SET LOCAL search_path = hub, pg_temp;",
        _migrations(),
        *program_statements(names),
        stamp,
        "RESET ROLE;",
        "COMMIT;",
    ]
    return "\n".join(parts)


def _migrations() -> str:
    """The statements of the revisions."""
    output = io.StringIO()
    config = _config()
    config.output_buffer = output
    command.upgrade(config, "head", sql=True)
    return output.getvalue()


def _check_empty(connection: "psycopg.Connection[Any]") -> None:
    found = connection.execute(SOMETHING).fetchone()
    taken = connection.execute("SELECT FROM pg_namespace WHERE nspname = 'hub'").fetchone()
    if found is not None or taken is not None:
        name = connection.info.dbname
        raise DatabaseNotOurs(name, str(found[0]) if found else "a schema called hub")


def _close_to_others(connection: "psycopg.Connection[Any]", names: Names) -> None:
    """Lets only members connect, also to a database that was just restored."""
    row = connection.execute(
        "SELECT EXISTS (SELECT FROM pg_database d, "
        "aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a "
        "WHERE d.datname = current_database() AND a.grantee = 0 AND a.privilege_type = 'CONNECT')"
    ).fetchone()
    if row and row[0]:
        connection.execute(database_rights(names))


def _make_roles(connection: "psycopg.Connection[Any]", names: Names) -> None:
    may = connection.execute(
        "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if may is None or not may[0]:
        raise RightsMissing(connection.info.user)
    for statement in role_statements(names):
        connection.execute(statement)


def _put_in_force(connection: "psycopg.Connection[Any]", names: Names) -> None:
    if fingerprint() != _in_force(connection):
        for statement in program_statements(names):
            connection.execute(statement)


def _in_force(connection: "psycopg.Connection[Any]") -> str:
    row = connection.execute(
        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = 'hub'"
    ).fetchone()
    return str(row[0] or "").rpartition(" ")[2] if row else ""


def _stamp_new(connection: "psycopg.Connection[Any]", hub_id: UUID) -> None:
    connection.execute(
        "INSERT INTO hub.hub (id, stamp, protocol, made_at, system) "
        "SELECT %s, %s, %s, clock_timestamp(), hub.system()",
        (hub_id, uuid.uuid4(), PROTOCOL),
    )


def _stamp_restored(connection: "psycopg.Connection[Any]") -> None:
    """A hub that was restored on another server: its transaction ids mean nothing there."""
    row = connection.execute("SELECT protocol, system <> hub.system() FROM hub.hub").fetchone()
    if row is None or row[0] > PROTOCOL:
        raise HubNewer
    connection.execute("UPDATE hub.hub SET protocol = %s WHERE protocol < %s", (PROTOCOL,) * 2)
    if row[1]:
        for table in ("feed", "journal", "item_state"):
            connection.execute(f"UPDATE hub.{table} SET xid = pg_current_xact_id()")
        connection.execute("UPDATE hub.hub SET stamp = gen_random_uuid(), system = hub.system()")


def _config(connection: Any = None) -> Config:  # noqa: ANN401 - SQLAlchemy's, or none to print
    config = Config()
    config.set_main_option("script_location", "reviewer_app.store.hub:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
