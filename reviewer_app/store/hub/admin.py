"""What an administrator of the database does: make the hub, let the first lead in, recover one."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, create_engine, pool

from reviewer_app.domain.vocabulary import Role
from reviewer_app.store.hub import schema
from reviewer_app.store.hub.errors import HubMisused, HubUnsupported, sentences
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
        ServerTooOld, DatabaseNotOurs, HubNewer, RightsMissing, HubUnreachable: nothing was changed.
    """
    with _administering(account) as bound:
        return schema.make(bound)


def invite_lead(
    account: Account, device_id: UUID, name: str, secret: str, expires: datetime
) -> Opening:
    """Opens an invitation for a lead, by the right of who administers the database.

    A person of this name who left or was revoked comes back as themselves.

    Raises:
        HubMisused: there is no hub in this database, or its leads are here and can invite.
    """
    with _administering(account) as bound:
        connection = schema.raw(bound)
        owner = schema.owner_of(connection)
        if owner is None:
            raise HubMisused("there is no hub in this database")
        login = f"{owner.removesuffix('owner')}{device_id.hex}"
        verifier = verifier_of(connection, login, secret)
        with schema.acting_as(connection, owner):
            known = connection.execute(
                "SELECT id FROM hub.person WHERE lower(name) = lower(%s) AND source IS NULL "
                "AND same_as IS NULL",
                (name,),
            ).fetchone()
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
    connection = open_connection(account)
    connection.autocommit = False
    return connection
