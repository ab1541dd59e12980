"""Passwords of logins: drawn here, and known to the server as a verifier alone."""

import secrets
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg


def drawn() -> str:
    """A password that nobody has to type."""
    return secrets.token_urlsafe(32)


def verifier_of(connection: "psycopg.Connection[Any]", login: str, password: str) -> str:
    """What the server keeps to check a password (SCRAM-SHA-256), computed by its own library.

    The password itself never crosses: in a statement it would stand in the server's log.
    """
    made = connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return made.decode()
