"""A connection to a hub: opened for a round, short transactions, closed afterwards."""

import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer_app.store.hub.address import Address
from reviewer_app.store.hub.errors import HubUnsupported, sentences, worded

if TYPE_CHECKING:
    import psycopg

CONNECT_SECONDS = 8
AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where systems keep the authorities that they trust, in one file."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where a hub is, and who asks."""

    address: Address
    login: str
    password: str = field(repr=False)
    certificate: str = ""


@contextmanager
def connected(account: Account) -> Iterator["psycopg.Connection[Any]"]:
    """A connection; statements commit by themselves unless `with connection.transaction()`.

    Nothing that a pooler in transaction mode would lose is used: no prepared statements, no
    settings of the session, no temporary tables.

    Raises:
        HubUnsupported, HubUnreachable, HubDenied: there is none.
    """
    connection = open_connection(account)
    try:
        with sentences():
            yield connection
    finally:
        connection.close()


def open_connection(account: Account) -> "psycopg.Connection[Any]":
    """A connection that the caller closes.

    Raises:
        HubUnsupported, HubUnreachable, HubDenied: there is none.
    """
    try:
        import psycopg  # noqa: PLC0415 - only who has a hub needs the driver
    except ImportError as error:
        raise HubUnsupported from error

    with _certificate(account) as trusted:
        try:
            where = psycopg.conninfo.make_conninfo(
                host=account.address.host,
                port=account.address.port,
                dbname=account.address.database,
                user=account.login or None,
                password=account.password or None,
                sslmode=account.address.security,
                sslrootcert=trusted or None,
                connect_timeout=CONNECT_SECONDS,
                application_name="reviewer",
                tcp_user_timeout=30_000,
                keepalives_idle=20,
                keepalives_interval=5,
                keepalives_count=3,
            )
            return psycopg.connect(where, autocommit=True, prepare_threshold=None)
        except psycopg.Error as error:
            raise worded(error) from error


def _system_authorities() -> str:
    """Where the authorities are that this machine trusts.

    The driver's own OpenSSL looks in a folder of its own, which no system has: so the file is
    named wherever there is one.
    """
    named = ssl.get_default_verify_paths().cafile
    found = [path for path in (named, *AUTHORITIES) if path and Path(path).is_file()]
    return found[0] if found else "system"


@contextmanager
def _certificate(account: Account) -> Iterator[str]:
    """The file of the authority that is trusted: the team's own, else the system's."""
    if account.address.security not in {"verify-ca", "verify-full"}:
        yield ""
    elif account.address.sslrootcert:
        yield account.address.sslrootcert
    elif not account.certificate:
        yield _system_authorities()
    else:
        with tempfile.TemporaryDirectory(prefix="reviewer-") as folder:
            file = Path(folder) / "authority.pem"
            file.write_text(account.certificate, encoding="ascii")
            yield str(file)
