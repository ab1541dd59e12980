"""What an administrator of the database does: make the hub, let the first lead in, recover one."""

import getpass
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, create_engine, pool

from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Role
from reviewer_app.store.hub import schema
from reviewer_app.store.hub.errors import (
    AdministratorRefused,
    DatabaseUnreachable,
    HubDenied,
    HubMisused,
    HubUnreachable,
    HubUnsupported,
    HubUntrusted,
    sentences,
)
from reviewer_app.store.hub.link import Account, open_connection
from reviewer_app.store.hub.passwords import verifier_of


@dataclass(frozen=True, slots=True)
class Opening:
    """An invitation that was opened: the login, and for which hub."""

    hub_id: UUID
    login: str


def init(account: Account) -> bool:
    """Makes the hub or brings it up to this program; gives whether it is new.

    Raises:
        ServerTooOld, DatabaseNotOurs, HubNewer, RightsMissing, AdministratorRefused,
        DatabaseUnreachable, HubUntrusted: nothing was changed.
    """
    with _administering(account) as bound:
        return schema.make(bound)


def invite_lead(
    account: Account, device_id: UUID, name: str, secret: str, expires: datetime
) -> Opening:
    """Opens an invitation for a lead, by the right of who administers the database.

    A person of this name who left or was revoked comes back as themselves. What was open for this
    name before lets nobody in any more. In a hub that has people already it is recorded.

    Raises:
        HubMisused: there is no hub in this database.
    """
    with _administering(account) as bound:
        connection = schema.raw(bound)
        owner = schema.owner_of(connection)
        if owner is None:
            raise HubMisused(sentence("there is no hub in this database"))
        login = f"{owner.removesuffix('owner')}{device_id.hex}"
        verifier = verifier_of(connection, login, secret)
        with schema.acting_as(connection, owner):
            known = connection.execute(
                "SELECT id FROM hub.person WHERE lower(name) = lower(%s) AND source IS NULL "
                "AND same_as IS NULL",
                (name,),
            ).fetchone()
            _close_earlier(connection, name)
            connection.execute(
                "SELECT hub.open_invitation(%s, %s, %s, %s, %s, %s, %s, NULL)",
                (
                    device_id,
                    known[0] if known else None,
                    name,
                    Role.LEAD,
                    json.dumps(["everyone"]),
                    verifier,
                    expires,
                ),
            )
            (hub_id,) = connection.execute("SELECT id FROM hub.hub").fetchone() or (None,)
        return Opening(UUID(str(hub_id)), login)


def _close_earlier(connection: Any, name: str) -> None:  # noqa: ANN401 - the driver's
    """Closes what is open for a name, and records that somebody is let in from outside."""
    connection.execute(
        "INSERT INTO hub.event (what, about) SELECT 'recovered', %s "
        "WHERE EXISTS (SELECT FROM hub.invitation)",
        (name,),
    )
    closed = connection.execute(
        "UPDATE hub.invitation SET spent_at = clock_timestamp() "
        "WHERE spent_at IS NULL AND lower(name) = lower(%s) RETURNING login",
        (name,),
    ).fetchall()
    for (login,) in closed:
        connection.execute("SELECT hub.close_login(%s)", (login,))


def has_people(account: Account) -> bool:
    """Whether anybody was ever invited to the hub."""
    with _administering(account) as bound:
        connection = schema.raw(bound)
        owner = schema.owner_of(connection)
        if owner is None:
            return False
        with schema.acting_as(connection, owner):
            row = connection.execute("SELECT EXISTS (SELECT FROM hub.invitation)").fetchone()
        return bool(row and row[0])


@contextmanager
def _administering(account: Account) -> Iterator[Connection]:
    """One transaction of an administrator."""
    try:
        engine = create_engine(
            "postgresql+psycopg://",
            creator=lambda: _opened(account),
            poolclass=pool.NullPool,
        )
    except ModuleNotFoundError as error:
        raise HubUnsupported from error
    try:
        with sentences(), engine.begin() as bound:
            yield bound
    finally:
        engine.dispose()


def _opened(account: Account) -> Any:  # noqa: ANN401 - the driver's connection, for SQLAlchemy
    where = f"{account.address.database} at {account.address.host}:{account.address.port}"
    try:
        connection = open_connection(account)
    except HubDenied as error:
        raise AdministratorRefused(account.login or getpass.getuser()) from error
    except HubUntrusted:
        raise
    except HubUnreachable as error:
        raise DatabaseUnreachable(where, error.why) from error
    connection.autocommit = False
    return connection
