"""A hub's address: where it is, and how the way there is secured."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from typing_extensions import override

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence

SCHEMES = ("postgresql", "postgres")
WEAKER = ("disable", "allow", "prefer", "require", "verify-ca")
"""Ways to secure a connection that do not prove who answers, in PostgreSQL's words."""

_KNOWN = frozenset({"sslmode", "sslrootcert", "host", "port", "connect_timeout"})


class AddressUnreadable(UsageError):
    """What was given is no address of a PostgreSQL database."""

    def __init__(self, why: str) -> None:
        super().__init__(
            sentence(
                "This is not the address of a PostgreSQL database ({why}). It looks like "
                "postgresql://USER@HOST:5432/DATABASE.",
                why=why,
            )
        )


@dataclass(frozen=True, slots=True)
class Address:
    """Where a hub is. A password is never part of it."""

    host: str
    port: int
    database: str
    user: str = ""
    sslmode: str = ""
    sslrootcert: str = ""

    @property
    def is_local(self) -> bool:
        """Whether the way there stays on this machine."""
        if self.host.startswith("/") or self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def security(self) -> str:
        """How the connection is secured: what was asked for by name, else the strongest.

        To this machine itself nothing can listen in between, so nothing is demanded there.
        """
        return self.sslmode or ("prefer" if self.is_local else "verify-full")

    @property
    def is_weak(self) -> bool:
        """Whether somebody on the way could read or change what is exchanged."""
        return not self.is_local and self.security in WEAKER

    @override
    def __str__(self) -> str:
        """The address as it is written, without a login."""
        host = quote(self.host, safe="") if self.host.startswith("/") else self.host
        host = f"[{host}]" if ":" in host else host
        options = f"?sslmode={self.sslmode}" if self.sslmode else ""
        return f"postgresql://{host}:{self.port}/{quote(self.database)}{options}"


def parse(url: str) -> tuple[Address, str | None]:
    """An address, and the password where one was written into it.

    Raises:
        AddressUnreadable: it is none.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        # What is said of it may quote a password with a slash in it.
        raise AddressUnreadable(sentence("its host or port cannot be read")) from None
    if parts.scheme not in SCHEMES:
        raise AddressUnreadable(sentence("it does not begin with postgresql://"))
    options = dict(parse_qsl(parts.query))
    unknown = sorted(options.keys() - _KNOWN)
    if unknown:
        raise AddressUnreadable(sentence("{option} is not known here", option=unknown[0]))
    mode = options.get("sslmode", "")
    if mode and mode not in (*WEAKER, "verify-full"):
        raise AddressUnreadable(sentence("sslmode={mode} is not known", mode=mode))
    database = unquote(parts.path.lstrip("/"))
    if not database:
        raise AddressUnreadable(sentence("it names no database"))
    host = unquote(parts.hostname or options.get("host", "localhost"))
    address = Address(
        host=host if not options.get("host", "").startswith("/") else options["host"],
        port=port or _port(options.get("port", "5432")),
        database=database,
        user=unquote(parts.username or ""),
        sslmode=mode,
        sslrootcert=options.get("sslrootcert", ""),
    )
    return address, unquote(parts.password) if parts.password is not None else None


def weakness(written: str) -> str | None:
    """What is to be said of an address whose connection proves too little; None where it is sound.

    Raises:
        AddressUnreadable: it is none.
    """
    where, _ = parse(written)
    if not where.is_weak:
        return None
    return sentence(
        "The way to {host} is weak (sslmode={mode}): somebody on the way could pose as the hub, "
        "and read and change what is exchanged. Leave sslmode out, and give the certificate of "
        "your authority with `--ca`.",
        host=where.host,
        mode=where.security,
    )


def _port(written: str) -> int:
    if not written.isdecimal() or not 0 < int(written) < 65_536:
        raise AddressUnreadable(sentence("its host or port cannot be read"))
    return int(written)
