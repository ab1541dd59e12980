"""The address of a database: which driver speaks to it, so that nothing is written or overheard."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from reviewer_app.connectors.web.addresses import AddressUnusable, is_here
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.sentences import sentence

_DRIVERS = {
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
    "mariadb": "mariadb+pymysql",
}
"""The drivers that are meant where an address names none."""

_SECRETS = frozenset({"password", "passwd", "pwd", "sslpassword"})


class FileMissing(UsageError):
    """The address of an SQLite database names no file."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "The address names no database file. Write it like sqlite:///folder/outputs.db, "
                "or sqlite:////folder/outputs.db for a path from the root."
            )
        )


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is, without its password."""

    url: URL
    password: str = field(default="", repr=False)
    is_plain: bool = False

    @classmethod
    def parse(cls, text: str, password: str = "", plain: str = "no") -> "Address":
        """The address that a person typed.

        Raises:
            UsageError: it is none, or has a password in it.
        """
        try:
            url = make_url(text.strip())
        except (ArgumentError, ValueError) as cause:
            why = sentence("it must look like postgresql://user@host/database")
            raise AddressUnusable(_shown(text), why) from cause
        if url.password is not None or _SECRETS & {name.lower() for name in url.query}:
            why = sentence(
                "a password in an address would be kept in a file; give it as the secret"
            )
            raise AddressUnusable(f"{url.drivername}://…@{url.host}", why)
        url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
        if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
            raise FileMissing
        return cls(url, password, plain == "yes")

    @property
    def kind(self) -> str:
        """Which database it is, such as `postgresql`."""
        return self.url.get_backend_name()

    @property
    def place(self) -> str:
        """Where it is, for a person."""
        return f"{self.url.host}/{self.url.database}" if self.url.host else str(self.url.database)

    @property
    def to_open(self) -> URL:
        """The address as it is opened: with the password, for reading alone where it can say so."""
        if self.kind == "sqlite":
            return self._file()
        url = self.url.set(password=self.password) if self.password else self.url
        if self.kind == "postgresql":
            return self._encrypted(url).update_query_dict({"connect_timeout": "10"})
        return url

    def _file(self) -> URL:
        """An SQLite file that is neither made nor written."""
        name = str(self.url.database)
        if name.startswith("file:"):
            return self.url.update_query_dict({"mode": "ro", "uri": "true"})
        path = quote(Path(name).expanduser().absolute().as_posix())
        query = {"mode": "ro", "uri": "true"}
        return self.url.set(database=f"file:{path}", query=query)

    def _encrypted(self, url: URL) -> URL:
        is_near = url.host is None or url.host.startswith("/") or is_here(url.host)
        if is_near or self.is_plain or "sslmode" in url.query:
            return url
        return url.update_query_dict({"sslmode": "require"})


def _shown(text: str) -> str:
    """An address that could not be read, without what may be a password in it."""
    return text_of(f"…@{text.rpartition('@')[2]}" if "@" in text else text)[1:-1][:200]
