"""A connection to a hub: opened for a round, short transactions, closed afterwards."""

import logging
import os
import socket
import ssl
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from reviewer_app.store.hub.address import Address
from reviewer_app.store.hub.errors import HubUnsupported, sentences, worded

if TYPE_CHECKING:
    import psycopg

log = logging.getLogger("reviewer.sync")

CONNECT_SECONDS = 8
ANSWER_SECONDS = 120.0
"""How long one answer may take; a round consists of many short ones."""
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
            return patient().connect(where, autocommit=True, prepare_threshold=None)
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


@cache
def patient() -> type["psycopg.Connection[Any]"]:
    """A connection that gives up when an answer does not come, however alive the way looks.

    A router that acknowledges and passes nothing on defeats every time-out of TCP.
    """
    import psycopg  # noqa: PLC0415 - only who has a hub needs the driver

    class Patient(psycopg.Connection[Any]):
        """Each answer has its own deadline."""

        @override
        def wait(self, gen: Any, *args: Any, **options: Any) -> Any:
            watch = threading.Timer(ANSWER_SECONDS, _hang_up, (self.fileno(),))
            watch.daemon = True
            watch.start()
            try:
                return super().wait(gen, *args, **options)
            finally:
                watch.cancel()

    return Patient


def _hang_up(descriptor: int) -> None:
    """Ends a connection from another thread: whoever waits on it learns that it is gone."""
    try:
        with socket.socket(fileno=os.dup(descriptor)) as line:
            line.shutdown(socket.SHUT_RDWR)
    except OSError:
        log.info("a connection that was to be ended is gone already")


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
